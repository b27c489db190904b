// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { keptAddress } from '../../../lib/core/post-links';
import { readPosts } from '../../../lib/page/posts';
import type { Adapter } from '../../../lib/platforms/adapter';
import { ADAPTERS } from '../../../lib/platforms/all';
import { NOW, pageOf, postsOf } from './support';

const adapterOf = (id: string): Adapter => {
  const found = ADAPTERS.find((adapter) => adapter.id === id);
  if (found === undefined) throw new Error(`no adapter ${id}`);
  return found;
};

/** A page of a single post, and the address it is opened at, with what a link in a mail or an app adds. */
const SINGLE: [platform: string, file: string, address: string][] = [
  ['x', 'x/feed.html', 'https://x.com/dekrant/status/2016058596782670275?s=20&t=abc'],
  ['youtube', 'youtube/watch.html', 'https://www.youtube.com/watch?v=DDDDDDDDDD1&t=30s&list=PL1#reacties'],
  ['tiktok', 'tiktok/feed.html', 'https://www.tiktok.com/@kok.voorbeeld/video/7571863205253778710?lang=nl&q=kok'],
  ['bluesky', 'bluesky/thread.html', 'https://bsky.app/profile/krant.example/post/3mddvy5bv6k27?ref_src=embed'],
  ['mastodon', 'mastodon/legacy.html', 'https://mastodon.example/@krant/115961600000000000'],
  ['mastodon', 'mastodon/redesign.html', 'https://mastodon.example/@krant/115961700000000001'],
  ['reddit', 'reddit/shreddit.html', 'https://www.reddit.com/r/dijken/comments/aaaaaa/de_dijk_houdt/?share_id=x&utm_medium=ios'],
  ['reddit', 'reddit/old.html', 'https://old.reddit.com/r/dijken/comments/aaaaaa/de_dijk_houdt/?sort=new'],
  ['facebook', 'facebook/feed.html', 'https://www.facebook.com/dorpskrant.example/posts/pfbid02abc?rdid=1'],
  ['instagram', 'instagram/post.html', 'https://www.instagram.com/p/Cxyz/?igsh=abc'],
  ['instagram', 'instagram/feed.html', 'https://www.instagram.com/kok_voorbeeld/reel/Cdef_2/?x=1'],
  ['threads', 'threads/feed.html', 'https://www.threads.com/@dorpskrant.voorbeeld/post/DAbc-1_x?xmt=1'],
  ['telegram', 'telegram/post.html', 'https://t.me/dorpskrant_voorbeeld/41?single'],
];

describe('the address of a post on a page of its own', () => {
  it.each(SINGLE)('is on %s (%s) the address of that page', (platform, file, address) => {
    const page = pageOf(file);
    Object.defineProperty(page, 'URL', { configurable: true, value: address });
    const own = keptAddress(address, address);
    expect(readPosts(adapterOf(platform), page, address, NOW).map(({ permalink }) => permalink)).toContain(own);
  });

  it('is on Facebook also known by its number', () => {
    const html = (href: string) =>
      `<div aria-posinset="1"><h4><a role="link" href="/krant.example">Krant</a></h4><div><a role="link" href="${href}">1 u</a></div><div data-ad-preview="message">x</div></div>`;
    for (const href of [
      '/permalink.php?story_fbid=pfbid0xyz&id=100064000000001',
      '/watch/?v=123456789',
      '/photo/?fbid=123456789',
      '/reel/123456789/',
      '/krant.example/videos/123456789/',
    ]) {
      const address = `https://www.facebook.com${href}`;
      const [post] = postsOf(adapterOf('facebook'), html(`${href}${href.includes('?') ? '&' : '?'}__cft__[0]=AZX`), address);
      expect(post?.permalink).toBe(keptAddress(address, address));
    }
  });
});

describe('a channel of YouTube', () => {
  const item = (href: string): string =>
    `<ytd-video-renderer><a href="/watch?v=CCCCCCCCCC1"></a><ytd-channel-name><a href="${href}">Kanaal</a></ytd-channel-name></ytd-video-renderer>`;

  it.each([
    ['/@kanaal', { handle: 'kanaal', id: null }],
    ['/@kanaal/videos', { handle: 'kanaal', id: null }],
    ['/c/Kanaal', { handle: 'c/Kanaal', id: null }],
    ['https://www.youtube.com/user/kanaal?x=1', { handle: 'user/kanaal', id: null }],
    ['/channel/UCaaaaaaaaaaaaaaaaaaaaaa', { handle: null, id: 'UCaaaaaaaaaaaaaaaaaaaaaa' }],
    ['/feed/subscriptions', { handle: null, id: null }],
  ])('is known by its address %s, old ones too', (href, account) => {
    expect(postsOf(adapterOf('youtube'), item(href), 'https://www.youtube.com/')[0]?.author).toMatchObject(account);
  });
});

describe('pages that always show posts or results', () => {
  it.each([
    ['x', '/home', '/dekrant'],
    ['google', '/search', '/maps'],
    ['youtube', '/results', '/account'],
    ['facebook', '/', '/marketplace/'],
    ['linkedin', '/feed/', '/jobs/'],
    ['reddit', '/r/popular/', '/settings'],
    ['bluesky', '/', '/settings'],
    ['mastodon', '/home', '/settings/profile'],
    ['telegram', '/s/krant', '/krant'],
  ])('are on %s %s and not %s', (platform, feed, other) => {
    const { feedPath } = adapterOf(platform);
    expect(feedPath?.test(feed)).toBe(true);
    expect(feedPath?.test(other)).toBe(false);
  });

  it('are told by patterns that keep nothing between two questions', () => {
    for (const { feedPath } of ADAPTERS) expect(feedPath?.flags ?? '').toBe('');
  });
});
