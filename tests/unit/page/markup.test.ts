// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/core/observation';
import { readPage } from '../../../lib/page/read-page';

const NOW = new Date('2026-11-23T12:00:00Z');
const ADDRESS = 'https://www.krantje.example/binnenland/brug-weer-open';
const H1 = '<h1>De brug is weer open</h1>';
const TEXT = '<p>De brug over het kanaal is weer open voor verkeer, zegt de gemeente, en de bewoners zijn daar blij mee.</p>'.repeat(14);

function read(body: string, { head = '', address = ADDRESS, lang = 'nl', title = 'De brug is weer open' } = {}): Observation {
  const html = `<html lang="${lang}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  const observation = readPage(new DOMParser().parseFromString(html, 'text/html'), address, NOW);
  if (observation === null) throw new Error('the page could not be read');
  return observation;
}
const ld = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const ARTICLE = { '@type': 'NewsArticle', headline: 'De brug is weer open', datePublished: '2024-05-12' };

describe('a day in mark-up', () => {
  it.each([
    [
      'microdata in the item of the headline',
      `<div itemscope itemtype="https://schema.org/NewsArticle">${H1}<time itemprop="datePublished" datetime="2024-05-12T14:02:00+02:00">gisteren</time></div>`,
      'microdata',
    ],
    [
      'microdata with only text',
      `<div itemscope itemtype="https://schema.org/NewsArticle">${H1}<span itemprop="datePublished">12 mei 2024</span></div>`,
      'microdata',
    ],
    [
      'RDFa with a prefix',
      `<div typeof="schema:NewsArticle">${H1}<span property="schema:datePublished" content="2024-05-12">gisteren</span></div>`,
      'rdfa',
    ],
    [
      'RDFa without one',
      `<div vocab="https://schema.org/" typeof="NewsArticle">${H1}<span property="datePublished">2024-05-12</span></div>`,
      'rdfa',
    ],
    ['time behind the headline', `${H1}<time datetime="2024-05-12T14:02:00+02:00">zondag</time>`, 'time'],
    ['time without an attribute', `${H1}<time>12 mei 2024</time>`, 'time'],
    ['time with pubdate', `${H1}<p>Tekst.</p><time pubdate datetime="2024-05-12">zondag</time>`, 'time'],
  ])('is read from %s', (_, body, kind) => {
    expect(read(body).published).toMatchObject({ day: '2024-05-12', from: { kind } });
  });
  it.each([
    ['@graph', { '@graph': [{ '@type': 'WebSite' }, ARTICLE] }],
    ['a list', [{ '@type': 'BreadcrumbList' }, ARTICLE]],
    ['several types', { ...ARTICLE, '@type': ['Article', 'NewsArticle'] }],
    ['a type that is an address', { ...ARTICLE, '@type': 'https://schema.org/NewsArticle' }],
    ['what a page is about', { '@type': 'WebPage', mainEntity: ARTICLE }],
    ['a typed value', { ...ARTICLE, datePublished: { '@type': 'DateTime', '@value': '2024-05-12' } }],
    ['only the day of creation', { ...ARTICLE, datePublished: undefined, dateCreated: '2024-05-12' }],
  ])('is read from JSON-LD in %s', (_, data) => {
    expect(read(H1, { head: ld(data) }).published).toMatchObject({ day: '2024-05-12', from: { kind: 'json-ld' } });
  });
  it.each(['name', 'property', 'itemprop', 'data-hid', 'http-equiv'])('is read from a meta named by %s', (attribute) => {
    const name = attribute === 'itemprop' ? 'datePublished' : 'article:published_time';
    expect(read(H1, { head: `<meta ${attribute}="${name}" content="2024-05-12">` }).published?.day).toBe('2024-05-12');
  });
  it.each([
    'sailthru.date',
    'cXenseParse:recs:publishtime',
    'DC.date.created',
    'dcterms.issued',
    'pubdate',
    'og:pubdate',
    'datePublished',
    'citation_publication_date',
  ])('is read from the meta %s', (name) => {
    expect(read(H1, { head: `<meta name="${name}" content="2024-05-12 14:02:00">` }).published?.day).toBe('2024-05-12');
  });
  it('of change alone is no day of publication, in any of these', () => {
    for (const head of [
      ld({ ...ARTICLE, datePublished: undefined, dateModified: '2024-05-12' }),
      '<meta property="article:modified_time" content="2024-05-12">',
      '<meta property="og:updated_time" content="2024-05-12">',
    ]) {
      const { published, modified } = read(H1, { head });
      expect([published, modified?.day]).toEqual([null, '2024-05-12']);
    }
  });
});

describe('a visible day', () => {
  it.each([
    ['nl', '12 mei 2024 om 14.02 uur'],
    ['nl', 'zo 12 mei 2024'],
    ['nl', '12-05-2024'],
    ['en', '12th May 2024'],
    ['en', 'Sunday, May 12, 2024'],
    ['de', 'Stuttgart, 12.05.2024'],
    ['de', 'Sonntag, 12. Mai 2024'],
    ['fr', 'le 12 mai 2024'],
    ['fr', 'Publié le dimanche 12 mai 2024 - 14:02'],
  ])('is read in %s: %s', (lang, line) => {
    expect(read(`${H1}<p>${line}</p>`, { lang }).published).toMatchObject({ day: '2024-05-12', from: { kind: 'text' } });
  });
  it.each([
    ['nl', '2 uur geleden', '2026-11-23'],
    ['nl', 'gisteren 14:02', '2026-11-22'],
    ['en', '2 hours ago', '2026-11-23'],
    ['en', 'Yesterday at 14:02', '2026-11-22'],
    ['de', 'vor 2 Tagen', '2026-11-21'],
    ['de', 'gestern, 14:02', '2026-11-22'],
    ['fr', 'il y a 2 jours', '2026-11-21'],
    ['fr', 'hier à 14:02', '2026-11-22'],
  ])('is read in %s when written as "%s", and marked so', (lang, line, day) => {
    const { published } = read(`${H1}<p>${line}</p>`, { lang });
    expect(published).toMatchObject({ day, relative: true });
    expect(line).toContain(published?.value);
  });
  it.each([
    ['nl', 'Bijgewerkt: 12 mei 2024'],
    ['en', 'Last updated May 12, 2024'],
    ['de', 'Stand: 12.05.2024'],
    ['fr', 'Mis à jour le 12 mai 2024'],
  ])('of change is told apart in %s: %s', (lang, line) => {
    const { published, modified } = read(`${H1}<p>${line}</p>`, { lang });
    expect([published, modified?.day]).toEqual([null, '2024-05-12']);
  });
});

describe('makers', () => {
  const names = (body: string, lang = 'nl', head = ''): string[] => read(body, { lang, head }).authors.map(({ value }) => value);
  it.each([
    ['nl', 'Door Anna Bakker en Jan de Boer'],
    ['en', 'By Anna Bakker and Jan de Boer'],
    ['de', 'Von Anna Bakker und Jan de Boer'],
    ['fr', 'Par Anna Bakker et Jan de Boer'],
  ])('are read from a line in %s', (lang, line) => {
    expect(names(`${H1}<p>${line}</p>`, lang)).toEqual(['Anna Bakker', 'Jan de Boer']);
  });
  it.each([
    [
      'microdata',
      `<div itemscope itemtype="https://schema.org/NewsArticle">${H1}<span itemprop="author" itemscope><b itemprop="name">Anna Bakker</b></span></div>`,
    ],
    ['RDFa', `<div typeof="schema:NewsArticle">${H1}<span property="schema:author">Anna Bakker</span></div>`],
    ['rel=author', `${H1}<a rel="author" href="/a">Anna Bakker</a>`],
  ])('are read from %s', (_, body) => {
    expect(names(body)).toEqual(['Anna Bakker']);
  });
  it.each(['author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author'])('are read from the meta %s', (name) => {
    expect(names(H1, 'nl', `<meta name="${name}" content="Anna Bakker">`)).toEqual(['Anna Bakker']);
  });
  it('end before the word that names a day', () => {
    expect(names(`${H1}<p>Auteur: Mark de Lange. Datum: 3-2-2026.</p>`)).toEqual(['Mark de Lange']);
  });
  it('are those at the headline where the code names only a handle', () => {
    expect(names(`${H1}<p>By Mia Stone</p>`, 'en', '<meta name="author" content="@harborfan">')).toEqual(['Mia Stone']);
  });
  it('are none where only the newsroom is named', () => {
    expect(
      names(
        `${H1}<p>Tekst.</p>`,
        'nl',
        '<meta name="author" content="Redactie Krantje"><meta property="og:site_name" content="Redactie Krantje">',
      ),
    ).toEqual([]);
  });
});

describe('the kind of a page', () => {
  const kind = (body: string, given: Parameters<typeof read>[1] = {}): string => read(body, given).kind;
  it('is an article behind a paywall, of which the beginning stands there', () => {
    const seen = read(`${H1}<p>Een begin.</p><div class="paywall">Word abonnee om verder te lezen</div>`, {
      head: ld({ ...ARTICLE, isAccessibleForFree: false }),
    });
    expect([seen.kind, seen.published?.day, seen.paywall?.value]).toEqual(['article', '2024-05-12', true]);
  });
  it.each([
    ['consent', 'Uw privacy', '<h1>Uw privacy</h1><p>Wij en 812 partners plaatsen cookies. 12 mei 2024</p><button>Akkoord</button>'],
    ['bots', 'Just a moment...', '<h1>Verify you are human</h1><p>12 mei 2024</p>'],
    ['consent in German', 'Zustimmung', '<h1>Zustimmung</h1><p>12.05.2024</p>'],
  ])('is a wall: %s', (_, title, body) => {
    expect(read(body, { title })).toMatchObject({ kind: 'wall', published: null, authors: [] });
  });
  it('is not an article where one must log in first', () => {
    expect(
      read('<h1>Inloggen</h1><form><label>E-mail <input></label></form>', {
        title: 'Inloggen - Krantje',
        address: 'https://www.krantje.example/inloggen',
      }),
    ).toMatchObject({
      kind: 'wall',
      published: null,
      authors: [],
    });
  });
  it('is a liveblog with the day on which it began', () => {
    const updates = [3, 4, 5].map((day) => ({ '@type': 'BlogPosting', datePublished: `2024-06-0${day}`, headline: `Bericht ${day}` }));
    const data = { ...ARTICLE, '@type': 'LiveBlogPosting', liveBlogUpdate: updates };
    expect(read(`${H1}${TEXT}`, { head: ld(data) })).toMatchObject({ kind: 'liveblog', published: { day: '2024-05-12' } });
  });
  it('is a video with the day on which it was put online', () => {
    const data = { '@type': 'VideoObject', name: 'De brug is weer open', uploadDate: '2024-05-12' };
    expect(read(H1, { head: ld(data) })).toMatchObject({ kind: 'video', published: { day: '2024-05-12' } });
  });
  it('is a search, a missing page or a front page without day and makers', () => {
    expect(
      kind('<h1>Zoekresultaten</h1><p>12 mei 2024</p>', { address: 'https://www.krantje.example/zoeken?q=brug', title: 'Zoeken' }),
    ).toBe('search-results');
    expect(kind('<h1>404</h1><p>12 mei 2024</p>', { title: 'Pagina niet gevonden' })).toBe('error');
    expect(kind('<h1>Krantje</h1><p>12 mei 2024</p>', { address: 'https://www.krantje.example/', title: 'Krantje' })).toBe('front-page');
  });
});

describe('a page that is drawn late or replaced in place', () => {
  it('has nothing to say while it is empty, and is read anew once it is drawn', () => {
    const document = new DOMParser().parseFromString(
      '<html lang="nl"><head><title>Krantje</title></head><body><div id="app"></div></body></html>',
      'text/html',
    );
    expect(readPage(document, ADDRESS, NOW)).toMatchObject({ kind: 'other', published: null });
    const app = document.getElementById('app');
    if (app) app.innerHTML = `${H1}<p>Door Anna Bakker</p><time datetime="2024-05-12">12 mei 2024</time>${TEXT}`;
    const drawn = readPage(document, ADDRESS, NOW);
    expect([drawn?.kind, drawn?.published?.day, drawn?.authors[0]?.value]).toEqual(['article', '2024-05-12', 'Anna Bakker']);
  });
  it('keeps nothing of a head that was left standing by the page before it', () => {
    const head = `<link rel="canonical" href="https://www.krantje.example/sport/finale"><meta property="og:url" content="https://www.krantje.example/sport/finale">
      <meta property="og:title" content="De finale is gespeeld"><meta name="author" content="Jan de Boer">${ld({ ...ARTICLE, headline: 'De finale is gespeeld', datePublished: '2019-01-01' })}`;
    const seen = read(`${H1}<p>Door Anna Bakker</p><time datetime="2024-05-12">12 mei 2024</time>${TEXT}`, { head });
    expect([seen.published?.day, seen.authors.map(({ value }) => value)]).toEqual(['2024-05-12', ['Anna Bakker']]);
  });
});
