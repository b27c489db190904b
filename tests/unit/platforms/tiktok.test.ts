// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import { tiktok } from '../../../lib/platforms/tiktok';
import { pageOf, postsIn, postsOf } from './support';

const FEED = 'https://www.tiktok.com/foryou';
const posts = postsIn(tiktok, 'tiktok/feed.html', FEED);
const of = (handle: string): PostObservation | undefined => posts.find(({ author }) => author?.handle === handle);

describe('the feed of TikTok', () => {
  it('gives the videos, and none that is loading or put away', () => {
    expect(posts.map(({ author }) => author?.handle)).toEqual(['advies.voorbeeld', 'kok.voorbeeld', 'merk.voorbeeld', 'maker.voorbeeld']);
  });

  it('takes names, music and descriptions for no labels', () => {
    expect(of('advies.voorbeeld')).toMatchObject({
      author: { name: 'Advies Voorbeeld' },
      published: null,
      permalink: null,
      links: [],
      labels: [],
    });
  });

  it('computes the moment from the video’s number', () => {
    expect(of('kok.voorbeeld')).toMatchObject({
      published: { at: '2025-11-12T15:36:23.000Z', from: 'id' },
      permalink: 'https://www.tiktok.com/@kok.voorbeeld/video/7571863205253778710',
    });
    expect(of('maker.voorbeeld')).toMatchObject({ published: null, permalink: null });
  });

  it('quotes a paid partnership in the words of the page', () => {
    expect(of('kok.voorbeeld')?.labels).toEqual([{ kind: 'paid-partnership', text: 'Betaald partnerschap', by: 'account' }]);
  });

  it('reads ads by their attribute, and not TikTok’s own summary', () => {
    expect(of('merk.voorbeeld')?.labels).toEqual([{ kind: 'ad', text: 'Gesponsord', by: 'platform' }]);
  });

  it('reads that the maker says it was made with AI', () => {
    expect(of('maker.voorbeeld')?.labels).toEqual([{ kind: 'ai', text: 'Creator labeled as AI-generated', by: 'account' }]);
  });

  it('puts the chip behind the name or the date after it, and nowhere where only a picture names the account', () => {
    const units = [...pageOf('tiktok/feed.html').querySelectorAll(tiktok.unit)];
    expect(units.map((unit) => tiktok.chipAfter(unit)?.textContent ?? null)).toEqual([
      'advies.voorbeeldAdvies Voorbeeld',
      ' · 11-12',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a search or profile page', () => {
  it('reads account, address and moment from the link, and links elsewhere are no videos', () => {
    const found = postsIn(tiktok, 'tiktok/search.html', 'https://www.tiktok.com/search');
    expect(found.map(({ author, published, permalink }) => [author?.handle, published?.at, permalink])).toEqual([
      ['zoek.voorbeeld', '2022-04-28T20:05:16.000Z', 'https://www.tiktok.com/@zoek.voorbeeld/video/7091748280744480046'],
      ['profiel.voorbeeld', '2024-11-14T16:44:29.000Z', 'https://www.tiktok.com/@profiel.voorbeeld/video/7437176835944795424'],
    ]);
  });

  it('gives no date for a number that cannot hold one', () => {
    const html = '<div data-e2e="user-post-item"><a href="/@a.voorbeeld/video/99999999999999999999">x</a></div>';
    expect(postsOf(tiktok, html, FEED)[0]?.published).toBeNull();
  });
});
