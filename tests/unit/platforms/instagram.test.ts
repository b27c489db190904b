// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import { instagram } from '../../../lib/platforms/instagram';
import { pageOf, postsIn, postsOf } from './support';

const HOME = 'https://www.instagram.com/';
const posts = postsIn(instagram, 'instagram/feed.html', HOME);
const of = (handle: string): PostObservation | undefined => posts.find(({ author }) => author?.handle === handle);

describe('the feed of Instagram', () => {
  it('gives posts with a time or a label, and nothing that is loading, unclear or put away', () => {
    expect(posts.map(({ author }) => author?.handle)).toEqual([
      'dorpskrant_voorbeeld',
      'merk_voorbeeld',
      'winkel_voorbeeld',
      'kok_voorbeeld',
    ]);
  });

  it('reads when a post is from and where it stands', () => {
    expect(of('dorpskrant_voorbeeld')).toMatchObject({
      published: { at: '2026-11-20T10:00:00.000Z', from: 'shown' },
      permalink: 'https://www.instagram.com/p/Cabc-1/',
      links: [],
    });
  });

  it('takes no word of a text, a place or a name for a label', () => {
    expect(of('dorpskrant_voorbeeld')?.labels).toEqual([]);
  });

  it('finds ads by their word and by their link', () => {
    expect(of('merk_voorbeeld')).toMatchObject({
      published: null,
      labels: [{ kind: 'ad', text: 'Gesponsord', by: 'platform' }],
      links: [],
    });
    expect(of('winkel_voorbeeld')?.labels).toEqual([{ kind: 'ad', text: null, by: 'platform' }]);
  });

  it('quotes a paid partnership with its partner, and the mark of AI', () => {
    expect(of('kok_voorbeeld')).toMatchObject({
      permalink: 'https://www.instagram.com/kok_voorbeeld/reel/Cdef_2/',
      labels: [
        { kind: 'paid-partnership', text: 'Paid partnership with pan_voorbeeld', by: 'account' },
        { kind: 'ai', text: 'AI info', by: 'platform' },
      ],
    });
  });

  it('is no ad when it has a time, whatever word stands there', () => {
    const html = `<article><a href="/x_voorbeeld/">x_voorbeeld</a><a href="/p/C1/"><time datetime="2026-11-20T10:00:00.000Z">3 d</time></a>
      <span>Sponsored</span><section></section></article>`;
    expect(postsOf(instagram, html, HOME)[0]?.labels).toEqual([]);
  });

  it('does not take who likes a post for its author', () => {
    const html = `<article><section>Vind-ik-leuk van <a href="/bob_voorbeeld/">bob_voorbeeld</a></section>
      <a href="/p/C1/"><time datetime="2026-11-20T10:00:00.000Z">3 d</time></a></article>`;
    expect(postsOf(instagram, html, HOME)).toEqual([]);
  });

  it('reads nothing of an article on another site', () => {
    const html = `<article><a href="/@nos@voorbeeld.example">nos</a><a href="/@nos/1"><time datetime="2026-11-20T10:00:00.000Z">3 d</time></a></article>
      <article><a href="/nieuws/">Nieuws</a><time datetime="2026-11-20T10:00:00.000Z">3 d</time></article>`;
    expect(postsOf(instagram, html, HOME)).toEqual([]);
  });
});

describe('a post on its own page', () => {
  it('has the time of the post, not of a comment, and no labels from the words of others', () => {
    expect(postsIn(instagram, 'instagram/post.html', 'https://www.instagram.com/p/Cxyz/')).toMatchObject([
      {
        author: { handle: 'alice_voorbeeld' },
        published: { at: '2026-11-19T08:00:00.000Z' },
        permalink: 'https://www.instagram.com/p/Cxyz/',
        labels: [],
      },
    ]);
  });
});

it('puts the chip behind the time in a feed, behind the name elsewhere', () => {
  const chip = (file: string): string | null | undefined => {
    const unit = pageOf(file).querySelector('article');
    return unit && instagram.chipAfter(unit)?.getAttribute('href');
  };
  expect(chip('instagram/feed.html')).toBe('/p/Cabc-1/');
  expect(chip('instagram/post.html')).toBe('/alice_voorbeeld/');
});
