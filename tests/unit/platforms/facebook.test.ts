// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import { facebook } from '../../../lib/platforms/facebook';
import { pageOf, postsIn, postsOf } from './support';

const HOME = 'https://www.facebook.com/';
const posts = postsIn(facebook, 'facebook/feed.html', HOME);
const of = (name: string): PostObservation | undefined => posts.find(({ author }) => author?.name === name);
const unit = (name: string): Element | null => pageOf('facebook/feed.html').querySelector(`[data-case="${name}"]`);

describe('the feed of Facebook', () => {
  it('gives the posts, and no shells, groups, suggestions, dialogs or what is put away', () => {
    expect(posts.map(({ author }) => author?.handle ?? author?.id)).toEqual([
      'dorpskrant.example',
      'merk.example',
      'winkel.example',
      'fiets.example',
      'stil.example',
      '100064000000001',
      'kok.example',
      'eli.example',
      'pat.example',
      'laat.example',
      'ad.example',
      'zonder.example',
      'kunst.example',
      'gewoon.example',
    ]);
  });

  it('opens the card’s link and leaves out those of comments', () => {
    expect(of('Dorpskrant De Brug')?.links).toEqual(['https://www.dorpskrant.example/nieuws/brug']);
  });

  it('keeps the address of the post without what says who reads', () => {
    expect(of('Dorpskrant De Brug')?.permalink).toBe('https://www.facebook.com/dorpskrant.example/posts/pfbid02abc');
  });

  it('has no dates: the page only says how long ago, in letters that are shuffled', () => {
    expect(posts.every(({ published }) => published === null)).toBe(true);
  });

  it('takes no words of a text, of hidden decoys or of a comment for a label, and no attribute that every post has', () => {
    expect(of('Dorpskrant De Brug')?.labels).toEqual([]);
  });

  it.each([
    ['Merk BV', 'Ad'],
    ['Winkel', 'Gesponsord'],
    ['Fietsen', 'Sponsored'],
    ['Stil Merk', null],
  ])('finds the label of the ad of %s', (name, text) => {
    expect(of(name)?.labels).toEqual([{ kind: 'ad', text, by: 'platform' }]);
  });

  it('quotes who paid for a political ad', () => {
    expect(of('Vereniging Voorbeeld')?.labels).toEqual([
      { kind: 'ad', text: 'Gesponsord', by: 'platform' },
      { kind: 'political-ad', text: 'Betaald door Vereniging Voorbeeld', by: 'platform' },
    ]);
  });

  it('reads a label that is one line of words', () => {
    const html = `<div aria-posinset="1"><h4><a role="link" href="/insure.example">Insure</a></h4>
      <div><span>Sponsored ⋅ Paid for by Insure Co</span></div><div data-ad-preview="message">x</div></div>`;
    expect(postsOf(facebook, html, HOME)[0]?.labels.map(({ kind, text }) => [kind, text])).toEqual([
      ['ad', 'Sponsored'],
      ['political-ad', 'Paid for by Insure Co'],
    ]);
  });

  it('does not take "paid for by" on an ordinary post for a political ad', () => {
    const html = `<div aria-posinset="1"><h4><a role="link" href="/insure.example">Insure</a></h4>
      <div><a role="link" href="/insure.example/posts/1">1 u</a><span>Paid for by Insure Co</span></div><div data-ad-preview="message">x</div></div>`;
    expect(postsOf(facebook, html, HOME)[0]?.labels).toEqual([]);
  });

  it('takes a part of the site for no account', () => {
    const html = '<div aria-posinset="1"><h4><a role="link" href="/marketplace/?ref=feed">Marktplaats</a></h4></div>';
    expect(postsOf(facebook, html, HOME)).toEqual([]);
  });

  it('quotes a paid partnership', () => {
    expect(of('Kok')?.labels).toEqual([{ kind: 'paid-partnership', text: 'Betaald partnerschap', by: 'account' }]);
  });

  it('counts who shares, not who is shared, and leaves the labels of the shared post alone', () => {
    const post = of('Eli Voorbeeld');
    expect(post?.author?.handle).toBe('eli.example');
    expect(post?.permalink).toBe('https://www.facebook.com/eli.example/posts/3');
    expect(post?.labels).toEqual([]);
  });

  it.each(['Pat', 'Laat Merk', 'Ad', 'Zonder tijd', 'Gewoon'])('gives %s no label', (name) => {
    expect(of(name)?.labels).toEqual([]);
  });

  it('takes the word for an ad nowhere but in its place when the words come in another language', () => {
    const page = pageOf('facebook/feed.html');
    for (const id of ['label-ad', ':r1:', 'SvgT4']) page.getElementById(id)?.replaceChildren('Oglas');
    const labels = postsOf(facebook, page.documentElement.outerHTML, HOME).map((post) => [post.author?.handle, post.labels[0]?.kind]);
    expect(labels.slice(1, 5)).toEqual([
      ['merk.example', 'ad'],
      ['winkel.example', undefined],
      ['fiets.example', undefined],
      ['stil.example', 'ad'],
    ]);
  });

  it('reads the mark of things made with AI', () => {
    expect(of('Kunst')?.labels).toEqual([{ kind: 'ai', text: 'AI info', by: 'platform' }]);
  });

  it('puts the chip at the end of the author’s line, outside the link', () => {
    const [organic, named] = [unit('organic'), unit('account named Ad')];
    expect(organic && facebook.chipAfter(organic)?.parentElement?.localName).toBe('h4');
    expect(named && facebook.chipAfter(named)?.textContent).toBe('Sponsored');
    const box = named?.querySelector('[data-ad-rendering-role="profile_name"]');
    box?.append('· Volgen');
    expect(named && facebook.chipAfter(named)).toBeNull();
    const shell = unit('empty shell');
    expect(shell && facebook.chipAfter(shell)).toBeNull();
  });
});
