// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { google } from '../../../lib/platforms/google';
import { pageOf, postsIn, postsOf } from './support';

const SEARCH = 'https://www.google.nl/search?q=dijk';
const web = () => postsIn(google, 'google/web.html', SEARCH);
const firstLinks = (posts: { links: string[] }[]) => posts.map(({ links }) => links[0] ?? null);

describe('results of Google', () => {
  it('give the address they lead to, and nothing else', () => {
    expect(web().map(({ links }) => links)).toEqual([
      ['https://www.zandzakken.example/aanbod'],
      ['https://pompen.example/'],
      ['https://www.dagblad.example/binnenland/dijk'],
      ['https://weekblad.example/'],
      ['https://omroep.example/nieuws/12'],
      ['https://regio.example/amp/dijk'],
    ]);
  });

  it('name nobody and give no date: "3 dagen geleden" is none', () => {
    for (const post of web()) expect(post).toMatchObject({ kind: 'result', author: null, published: null, permalink: null });
  });

  it('are read behind an open dialog, and not when folded away within the list', () => {
    const links = firstLinks(web());
    expect(links).toContain('https://www.dagblad.example/binnenland/dijk');
    expect(links).not.toContain('https://verborgen.example/');
    expect(links).not.toContain('https://oud.example/');
  });

  it('with a hidden link give the host they show, and nothing where they show none', () => {
    const hidden = (cite: string) =>
      postsOf(google, `<div id="rso"><div><a href="/goto?url=CAES"><h3>Kop</h3><cite>${cite}</cite></a></div></div>`, SEARCH);
    expect(firstLinks(hidden('https://krant.example<span> › nieuws</span>'))).toEqual(['https://krant.example/']);
    for (const other of ['krant.example', '570+ reacties', 'YouTube · krant.example', 'https://krant', 'https://krant.example is nep', ''])
      expect(hidden(other)).toEqual([]);
  });

  it('are no tools of Google itself, other sites of Google are', () => {
    const link = (href: string) => postsOf(google, `<div id="rso"><div><a href="${href}"><h3>Kop</h3></a></div></div>`, SEARCH);
    for (const tool of [
      '/search?q=x',
      'https://www.google.com/maps',
      'https://maps.google.com/maps?q=x',
      '/imgres?x=1',
      '#',
      'mailto:a@b.example',
    ])
      expect(link(tool)).toEqual([]);
    expect(firstLinks(link('https://support.google.com/websearch/answer/1?hl=nl'))).toEqual([
      'https://support.google.com/websearch/answer/1',
    ]);
  });

  it('show an address in vain on a page of Google itself', () => {
    const html =
      '<div id="rso"><div><a href="https://www.google.com/travel"><h3>Kop</h3><cite>https://krant.example</cite></a></div></div>';
    expect(postsOf(google, html, SEARCH)).toEqual([]);
  });

  it('are not found outside the lists of results', () => {
    expect(postsOf(google, '<main><div><a href="https://krant.example/"><h3>Kop</h3></a></div></main>', SEARCH)).toEqual([]);
    expect(firstLinks(web())).not.toContain('https://kennis.example/');
  });
});

describe('advertisements on Google', () => {
  it('are results inside the mark for ads, with its word where that is known', () => {
    expect(web().map(({ labels }) => labels)).toEqual([
      [{ kind: 'ad', text: 'Sponsored', by: 'platform' }],
      [{ kind: 'ad', text: 'Sponsored', by: 'platform' }],
      ...Array.from({ length: 4 }, () => []),
    ]);
  });

  it('keep their mark without words in a language whose word is not known', () => {
    const [ad] = postsIn(google, 'google/phone.html', SEARCH);
    expect(ad?.labels).toEqual([{ kind: 'ad', text: null, by: 'platform' }]);
  });

  it('that lead to a counter give the domain that is written for machines', () => {
    const html =
      '<div data-text-ad="1" id="tads"><div><a href="/aclk?sa=l"><h3>Kop</h3><b data-dtld="pompen.example">Pompen</b></a></div></div>';
    expect(firstLinks(postsOf(google, html, SEARCH))).toEqual(['https://pompen.example/']);
  });

  it('quote the word above their group where there is one', () => {
    const html =
      '<div id="tads"><h2>Sponsored results</h2><div data-text-ad="1"><a href="https://pompen.example/"><h3>Pompen</h3></a></div></div>';
    expect(postsOf(google, html, SEARCH)[0]?.labels).toEqual([{ kind: 'ad', text: 'Sponsored results', by: 'platform' }]);
  });

  it('are not known by a word in a result', () => {
    const html = '<div id="rso"><div><a href="https://krant.example/"><h3>Kop</h3><span>Sponsored</span></a></div></div>';
    expect(postsOf(google, html, SEARCH)[0]?.labels).toEqual([]);
  });
});

describe('Google on a phone and in the news tab', () => {
  it('gives results by their heading and cards by their mark, each once', () => {
    expect(firstLinks(postsIn(google, 'google/phone.html', SEARCH))).toEqual([
      'https://www.zandzakken.example/m',
      'https://m.dagblad.example/dijk',
      'https://weekblad.example/',
      'https://krant.example/dijk',
      'https://omroep.example/dijk',
    ]);
  });
});

describe('a news card', () => {
  const card = (inside: string) => postsOf(google, `<div id="rso"><div data-news-cluster-id="1">${inside}</div></div>`, SEARCH);

  it('may hold tools of Google beside its one story', () => {
    expect(firstLinks(card('<a href="https://krant.example/a">Kop</a><a href="/search?q=meer">Meer</a>'))).toEqual([
      'https://krant.example/a',
    ]);
  });

  it('that holds another card is left to that card', () => {
    const inner = '<div data-news-cluster-id="2"><a href="https://krant.example/a">Kop</a></div>';
    expect(firstLinks(card(inner))).toEqual(['https://krant.example/a']);
  });
});

describe('stories of Google News', () => {
  const news = () => postsIn(google, 'google/news.html', 'https://news.google.com/home');

  it('give the name of the source and the time, and no address, for that is hidden', () => {
    expect(news().map(({ author, published, links }) => [author?.name, published?.at ?? null, links])).toEqual([
      ['De Voorbeeldkrant', '2026-11-22T07:00:00Z', []],
      ['Omroep Waterland', null, []],
    ]);
  });

  it('are read once, also where an article lies in a box of its own', () => {
    const story = '<div data-n-tid="9">De Krant</div><a href="./read/CB1">Kop</a>';
    for (const html of [
      `<c-wiz><article>${story}</article></c-wiz>`,
      `<article><c-wiz>${story}</c-wiz></article>`,
      `<c-wiz><c-wiz>${story}</c-wiz></c-wiz>`,
    ])
      expect(postsOf(google, html, 'https://news.google.com/').map(({ author }) => author?.name)).toEqual(['De Krant']);
  });

  it('are left alone where one source stands above two stories', () => {
    const html = '<article><div data-n-tid="9">De Krant</div><a href="./read/CB1">Kop</a><a href="./read/CB2">Kop</a></article>';
    expect(postsOf(google, html, 'https://news.google.com/')).toEqual([]);
  });

  it('have the chip behind the source', () => {
    const [story] = pageOf('google/news.html').querySelectorAll('article');
    expect(story && google.chipAfter(story)?.textContent).toBe('De Voorbeeldkrant');
  });
});

describe('the chip on Google', () => {
  it('stands behind the link of a result, in no link and no heading', () => {
    const places = [...pageOf('google/web.html').querySelectorAll(google.unit)].map((unit) => google.chipAfter(unit));
    expect(places.filter((place) => place !== null).length).toBeGreaterThan(5);
    for (const place of places) expect(place?.parentElement?.closest('a, h3, [role="heading"]') ?? null).toBeNull();
  });

  it('has no place where no result was read, nor within a heading', () => {
    const place = (html: string) => {
      const page = new DOMParser().parseFromString(`<div id="rso">${html}</div>`, 'text/html');
      const unit = page.querySelector(google.unit);
      return unit === null ? 'no unit' : google.chipAfter(unit);
    };
    expect(place('<a href="/search?q=x"><h3>Meer</h3></a>')).toBeNull();
    expect(place('<div role="heading"><a href="https://krant.example/"><h3>Kop</h3></a></div>')).toBeNull();
  });

  it('has no place on a phone, where the link is a block that begins with the source', () => {
    for (const link of pageOf('google/phone.html').querySelectorAll('#rso > div > div > a, #tads a'))
      expect(google.chipAfter(link)).toBeNull();
  });

  it('has no place among cards that scroll sideways', () => {
    for (const card of pageOf('google/phone.html').querySelectorAll('[data-news-cluster-id]')) expect(google.chipAfter(card)).toBeNull();
  });
});
