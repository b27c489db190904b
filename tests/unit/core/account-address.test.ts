import { describe, expect, it } from 'vitest';
import { accountIn } from '../../../lib/core/account-address';

const DID = `did:plc:${'a2'.repeat(12)}`;
const CHANNEL = `UC${'aB-_3'.repeat(4)}xy`;

describe('accountIn', () => {
  it.each([
    ['https://twitter.com/DePolderpost', 'x', 'depolderpost'],
    ['https://www.x.com/polderpost?lang=nl', 'x', 'polderpost'],
    ['https://mobile.twitter.com/polderpost/', 'x', 'polderpost'],
    ['https://www.facebook.com/Polderpost.NL/', 'facebook', 'polderpost.nl'],
    ['https://nl-nl.facebook.com/polderpost', 'facebook', 'polderpost'],
    ['https://fb.com/pg/polderpost', 'facebook', 'polderpost'],
    ['https://instagram.com/polder.post/?hl=nl', 'instagram', 'polder.post'],
    ['https://www.threads.net/@polderpost', 'threads', 'polderpost'],
    ['https://threads.com/@polderpost', 'threads', 'polderpost'],
    ['https://www.tiktok.com/@polderpost?lang=nl', 'tiktok', 'polderpost'],
    ['https://www.youtube.com/@Polderpost', 'youtube', 'polderpost'],
    ['https://youtube.com/user/Polderpost', 'youtube', 'user/polderpost'],
    ['https://youtube.com/c/Polderpost', 'youtube', 'c/polderpost'],
    ['https://nl.linkedin.com/company/de-polderpost/', 'linkedin', 'company/de-polderpost'],
    ['https://www.linkedin.com/company/de-polderpost/about/', 'linkedin', 'company/de-polderpost'],
    ['https://www.linkedin.com/showcase/caf%C3%A9-polder', 'linkedin', 'showcase/café-polder'],
    ['https://bsky.app/profile/polderpost.example', 'bluesky', 'polderpost.example'],
    ['https://t.me/s/Polderpost', 'telegram', 'polderpost'],
    ['https://telegram.me/polderpost', 'telegram', 'polderpost'],
    ['https://www.reddit.com/user/polderpost', 'reddit', 'polderpost'],
    ['https://sociaal.example/@Polderpost', 'mastodon', 'polderpost@sociaal.example'],
    ['https://sociaal.example/users/polderpost', 'mastodon', 'polderpost@sociaal.example'],
    ['https://sociaal.example/web/@polderpost', 'mastodon', 'polderpost@sociaal.example'],
    ['https://sociaal.example/@polderpost@ander.example', 'mastodon', 'polderpost@ander.example'],
  ])('reads %s', (address, platform, handle) => {
    expect(accountIn(address)).toEqual({ platform, handle, id: null });
  });

  it.each([
    [`https://www.youtube.com/channel/${CHANNEL}?sub_confirmation=1`, 'youtube', CHANNEL],
    [`https://bsky.app/profile/${DID}`, 'bluesky', DID],
    ['https://www.facebook.com/profile.php?id=100012345678', 'facebook', '100012345678'],
    ['https://www.facebook.com/pages/De-Polderpost/112233445566', 'facebook', '112233445566'],
    ['https://www.facebook.com/people/De-Polderpost/100012345678/', 'facebook', '100012345678'],
    ['https://www.facebook.com/112233445566', 'facebook', '112233445566'],
  ])('reads the number in %s', (address, platform, id) => {
    expect(accountIn(address)).toEqual({ platform, handle: null, id });
  });

  it.each([
    'https://twitter.com/intent/tweet?text=x',
    'https://twitter.com/share',
    'https://twitter.com/polderpost/status/1700000000000000000',
    'https://twitter.com/search',
    'https://x.com/i/communities/17',
    'https://www.facebook.com/sharer.php?u=https://polderpost.example/',
    'https://www.facebook.com/sharer/sharer.php?u=x',
    'https://www.facebook.com/dialog/share',
    'https://www.facebook.com/groups/polderpost',
    'https://www.facebook.com/polderpost/posts/12345678',
    'https://www.facebook.com/profile.php?id=me',
    'https://www.instagram.com/p/AbCdEf/',
    'https://www.instagram.com/explore',
    'https://www.tiktok.com/@polderpost/video/7000000000000000000',
    'https://www.threads.net/@polderpost/post/abc',
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://www.youtube.com/polderpost',
    'https://www.youtube.com/channel/polderpost',
    `https://www.youtube.com/channel/${CHANNEL}/videos`,
    'https://www.linkedin.com/in/sanne-verzonnen',
    'https://www.linkedin.com/shareArticle?url=x',
    'https://bsky.app/intent/compose?text=x',
    'https://bsky.app/profile/polderpost.example/post/3kabc',
    'https://t.me/share/url?url=x',
    'https://t.me/+AbCdEfGhIj',
    'https://t.me/joinchat/AbCdEf',
    'https://t.me/polderpost/123',
    'https://www.reddit.com/r/polderpost',
    'https://www.reddit.com/submit?url=x',
    'https://sociaal.example/@polderpost/112233445566778899',
    'https://medium.com/@polderpost',
    'https://flipboard.com/@polderpost',
    'https://nl.wikipedia.org/wiki/De_Polderpost',
  ])('gives nothing for a post, button, group, person or other page: %s', (address) => {
    expect(accountIn(address)).toBeNull();
  });

  it.each([
    '',
    'polderpost',
    '@polderpost',
    'javascript:alert(1)//https://x.com/polderpost',
    'ftp://x.com/polderpost',
    '//x.com/polderpost',
    'https://x.com@sociaal.example/@polderpost',
    'https://naam:geheim@x.com/polderpost',
    'https://x.com:8443/polderpost',
    'https://x.com.sociaal.example/polderpost',
    'https://nietx.com/polderpost',
    'https://help.x.com/polderpost',
    'https://pic.twitter.com/polderpost',
    'https://developers.facebook.com/polderpost',
    'https://vm.tiktok.com/@polderpost',
    'https://x.com/polder%20post',
    'https://x.com/polder%2Fpost',
    'https://x.com/pоlderpost',
    'https://x.com/%E0%A4%A',
    'https://x.com/polderpost_met_een_te_lange_naam',
    `https://x.com/${'a'.repeat(3_000)}`,
    'https://x.com/<script>',
    'https://sociaal.example/@../../etc',
    'https://sociaal.example/@polder post@ander.example',
    'https://localhost/@polderpost',
    'http://[::1]/@polderpost',
    'https://bsky.app/profile/did:web:',
    'https://bsky.app/profile/geen-domein',
  ])('gives nothing for what is no plain address: %s', (address) => {
    expect(accountIn(address)).toBeNull();
  });
});
