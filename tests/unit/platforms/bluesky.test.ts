// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../lib/platforms/bluesky';
import { pageOf, postsIn, postsOf } from './support';

const HOME = 'https://bsky.app/';
const feed = postsIn(bluesky, 'bluesky/feed.html', HOME);
const thread = postsIn(bluesky, 'bluesky/thread.html', `${HOME}profile/krant.example/post/3mddvy5bv6k27`);

describe('posts on Bluesky', () => {
  it('reads the account with its number, and the moment that the key of the post holds', () => {
    expect(feed[0]).toMatchObject({
      author: { handle: 'krant.example', name: 'De Krant', id: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' },
      published: { at: '2026-01-26T18:50:47.802Z', from: 'id' },
      permalink: 'https://bsky.app/profile/krant.example/post/3mddvy5bv6k27',
      labels: [],
    });
  });

  it('opens a link that leads through its own forwarder, and lists no tags', () => {
    expect(feed[0]?.links).toEqual(['https://waterschap.example/dijk', 'https://krant.example/artikel']);
  });

  it('takes a line "reposted by" for no name, and gives nothing of a quoted post', () => {
    expect(feed[1]).toMatchObject({
      author: { handle: 'schrijver.bsky.example', name: 'Schrijver', id: null },
      permalink: 'https://bsky.app/profile/schrijver.bsky.example/post/3mcqguitjf22v',
      links: [],
    });
  });

  it('takes a post that the text links to, or that is quoted, for another post', () => {
    expect(feed[2]).toMatchObject({
      author: { handle: 'terugblik.example', name: 'terugblik.example', id: 'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb' },
      published: null,
      permalink: null,
    });
  });

  it('leaves alone what is empty, of another account, without an account, or hidden', () => {
    expect(feed.map(({ author }) => author?.handle)).toEqual(['krant.example', 'schrijver.bsky.example', 'terugblik.example']);
  });

  it('reads an opened post, whose date is no link, by the lists below it', () => {
    expect(thread[0]).toMatchObject({
      author: { handle: 'krant.example', name: 'De Krant' },
      published: { at: '2026-01-26T18:50:47.802Z', from: 'id' },
      permalink: 'https://bsky.app/profile/krant.example/post/3mddvy5bv6k27',
    });
  });

  it('reads no label from the description of a picture', () => {
    expect(thread[0]?.labels).toEqual([]);
  });

  it('gives no date where the key holds none', () => {
    expect(thread[1]).toMatchObject({ author: { handle: 'lezer.example' }, published: null });
  });

  it('gives the same answer when every class is another', () => {
    const scrambled = pageOf('bluesky/feed.html').documentElement.outerHTML.replaceAll('<a ', '<a class="css-1 r-2" ');
    expect(postsOf(bluesky, scrambled, HOME)).toEqual(feed);
  });

  it('puts the chip behind the time, outside any link', () => {
    const [unit] = pageOf('bluesky/feed.html').querySelectorAll(bluesky.unit);
    const after = unit && bluesky.chipAfter(unit);
    expect(after?.textContent).toBe('·20h');
    expect(after?.parentElement?.closest('a')).toBeNull();
    const empty = pageOf('bluesky/feed.html').querySelector('[data-testid="feedItem-by-leeg.example"]');
    expect(empty && bluesky.chipAfter(empty)).toBeNull();
  });

  it('has no place in an opened post, where the button "follow" comes next, and one among the answers', () => {
    const places = [...pageOf('bluesky/thread.html').querySelectorAll(bluesky.unit)].map((each) => bluesky.chipAfter(each));
    expect(places.map((place) => place?.textContent ?? null)).toEqual([null, '1u']);
  });
});
