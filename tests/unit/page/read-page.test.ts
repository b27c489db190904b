// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/core/observation';
import { readPage } from '../../../lib/page/read-page';

const NOW = new Date('2026-11-23T12:00:00Z');
const ADDRESS = 'https://www.krantje.example/binnenland/brug-weer-open';

function read(html: string, address = ADDRESS): Observation {
  const observation = readPage(new DOMParser().parseFromString(html, 'text/html'), address, NOW);
  if (observation === null) throw new Error('the page could not be read');
  return observation;
}

const ld = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const page = (head: string, body = '', lang = 'nl'): string =>
  `<html lang="${lang}"><head><title>De brug is weer open - Krantje</title>${head}</head><body>${body}</body></html>`;
const H1 = '<h1>De brug is weer open</h1>';
const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'De brug is weer open',
  datePublished: '2024-05-12T14:02:00+02:00',
};

describe('the day of publication', () => {
  it('comes from the article in a graph, with time, offset and the places that agree', () => {
    const head =
      ld({ '@graph': [{ '@type': 'WebSite', name: 'Krantje' }, ARTICLE] }) +
      '<meta property="article:published_time" content="2024-05-12T14:02:00+02:00">';
    const { published, kind } = read(page(head, `${H1}<p>12 mei 2024</p>`));
    expect(published).toMatchObject({
      day: '2024-05-12',
      time: '14:02',
      offset: '+02:00',
      from: { kind: 'json-ld', name: 'NewsArticle.datePublished' },
      rivals: [],
    });
    expect(published?.alsoIn.map((place) => place.kind)).toEqual(['meta', 'text']);
    expect(kind).toBe('article');
  });
  it.each([
    ['a comment around it', `<!-- ${JSON.stringify(ARTICLE)} -->`],
    ['CDATA around it', `//<![CDATA[\n${JSON.stringify(ARTICLE)}\n//]]>`],
    ['a trailing comma', `{"@type":"NewsArticle","datePublished":"2024-05-12",}`],
    ['a raw line break in a text', '{"@type":"NewsArticle","headline":"De brug\nis weer open","datePublished":"2024-05-12"}'],
    ['a missing bracket', '{"@type":"NewsArticle","datePublished":"2024-05-12"'],
  ])('is read from JSON-LD with %s', (_, text) => {
    expect(read(page(ld(text), H1)).published?.day).toBe('2024-05-12');
  });
  it('is that of this article, not of teasers in the same list', () => {
    const other = {
      '@type': 'NewsArticle',
      headline: 'Iets heel anders',
      url: 'https://www.krantje.example/anders',
      datePublished: '2024-05-20',
    };
    expect(read(page(ld([other, ARTICLE, { ...other, datePublished: '2024-05-21' }]), H1)).published?.day).toBe('2024-05-12');
  });
  it.each([
    ['<meta property="article:published_time" content="2024-05-12">', 'meta'],
    ['<meta name="article:published_time" content="2024-05-12">', 'meta'],
    ['<meta data-hid="article:published_time" content="2024-05-12">', 'meta'],
    ['<meta property="og:article:published_time" content="2024-05-12">', 'meta'],
    ['<meta name="DC.date.issued" content="2024-05-12">', 'meta'],
    ['<meta name="parsely-pub-date" content="2024-05-12">', 'meta'],
    ['<meta itemprop="datePublished" content="2024-05-12">', 'microdata'],
  ])('is read from %s', (head, kind) => {
    expect(read(page(head, H1)).published).toMatchObject({ day: '2024-05-12', from: { kind } });
  });
  it.each([
    ['nl', 'Gepubliceerd op zondag 12 mei 2024 om 14:02'],
    ['de', 'Veröffentlicht am 12. Mai 2024, 14:02 Uhr'],
    ['fr', 'Publié le 12 mai 2024 à 14h02'],
    ['en', 'Published May 12, 2024 at 2:02 PM'],
  ])('is read from the line under the headline (%s)', (lang, line) => {
    expect(read(page('', `${H1}<p>${line}</p>`, lang)).published).toMatchObject({
      day: '2024-05-12',
      time: '14:02',
      from: { kind: 'text' },
    });
  });
  it('is not the date of a teaser, a comment, a caption or an event in a sentence', () => {
    const long =
      'Het college besloot daar op 3 maart 2023 over te vergaderen, maar dat ging uiteindelijk niet door omdat de helft van de leden ziek thuis zat met griep en de rest geen zin had.';
    const body = `${H1}<p>${long}</p><figure><figcaption>De brug op 4 april 2022</figcaption></figure>
      <aside><p>5 mei 2024</p><p>6 mei 2024</p></aside><div class="comments"><time datetime="2024-06-01">1 juni 2024</time><time datetime="2024-06-02">2 juni</time></div>`;
    expect(read(page('', body)).published).toBeNull();
  });
  it('shows a day that the page contradicts as a rival', () => {
    const { published } = read(page(ld(ARTICLE), `${H1}<p>15 mei 2024</p>`));
    expect(published?.day).toBe('2024-05-12');
    expect(published?.rivals.map(({ day, from }) => [day, from.kind])).toEqual([['2024-05-15', 'text']]);
  });
  it('keeps a page that only says when it changed without one', () => {
    const { published, modified } = read(page('', `${H1}<p>Bijgewerkt op 12 mei 2024</p>`));
    expect([published, modified?.day]).toEqual([null, '2024-05-12']);
  });
  it('resolves "3 uur geleden" against the moment of reading, and says so', () => {
    expect(read(page('', `${H1}<p>3 uur geleden</p>`)).published).toMatchObject({
      day: '2026-11-23',
      relative: true,
      value: '3 uur geleden',
    });
  });
  it('is read from an address with a full day, never from a month', () => {
    expect(read(page('', H1), 'https://www.krantje.example/2024/05/12/brug').published).toMatchObject({
      day: '2024-05-12',
      from: { kind: 'address' },
    });
    expect(read(page('', H1), 'https://www.krantje.example/2024/05/brug').published).toBeNull();
  });
  it('is not taken from the future', () => {
    expect(read(page(ld({ ...ARTICLE, datePublished: '2027-01-01' }), H1)).published).toBeNull();
  });
});

describe('makers', () => {
  const authors = (head: string, body = H1): string[] => read(page(head, body)).authors.map(({ value }) => value);
  it('come from JSON-LD, also by reference and several', () => {
    const graph = {
      '@graph': [
        { ...ARTICLE, author: [{ '@id': '#a' }, { '@type': 'Person', name: 'Jan de Boer' }] },
        { '@id': '#a', '@type': 'Person', name: 'Anna Bakker' },
      ],
    };
    expect(authors(ld(graph))).toEqual(['Anna Bakker', 'Jan de Boer']);
  });
  it('lose the words around their names', () => {
    expect(authors('<meta name="author" content="Door Anna Bakker en Jan de Boer, verslaggever">')).toEqual(['Anna Bakker', 'Jan de Boer']);
  });
  it('are never the site itself', () => {
    expect(authors(ld({ ...ARTICLE, author: { '@type': 'Organization', name: 'Krantje' }, publisher: { name: 'Krantje' } }))).toEqual([]);
  });
  it('are read from the line under the headline', () => {
    expect(authors('', `${H1}<div class="article-author">Door <a href="/a">Anna Bakker</a></div>`)).toEqual(['Anna Bakker']);
    expect(authors('', `${H1}<p>Door Anna Bakker</p>`)).toEqual(['Anna Bakker']);
  });
  it('that stand only in the code give way to others that readers see', () => {
    expect(authors('<meta name="author" content="Uitgeverij Voorbeeld">', `${H1}<p class="byline">Anna Bakker</p>`)).toEqual([
      'Anna Bakker',
    ]);
  });
});

describe('agencies', () => {
  const agency = (body: string, head = ''): string[] =>
    read(page(head, `<article>${H1}${body}</article>`)).agency.map(({ value }) => value);
  it('are read from a dateline, the end of the text and the makers', () => {
    expect(agency('<p>DEN HAAG (ANP) – De brug is weer open.</p>')).toEqual(['ANP']);
    expect(agency('<p>De brug is weer open. (Belga)</p>')).toEqual(['Belga']);
    expect(agency('<p>Tekst.</p>', ld({ ...ARTICLE, author: [{ name: 'Anna Bakker' }, { name: 'AFP' }] }))).toEqual(['AFP']);
  });
  it('are not those of pictures, and not the publisher itself', () => {
    expect(agency('<figure><figcaption><p>Foto: ANP</p></figcaption></figure><p>Tekst.</p>')).toEqual([]);
    expect(agency('<p>DEN HAAG (ANP) – Tekst.</p>', ld({ ...ARTICLE, publisher: { name: 'ANP' } }))).toEqual([]);
  });
});

describe('what the publisher declares', () => {
  const kinds = (html: string, address?: string): string[] => read(html, address).paidContent.map(({ value }) => value);
  it.each([
    ['Advertorial', 'advertorial'],
    ['Partnercontent', 'partner-content'],
    ['Branded content', 'branded-content'],
    ['Gesponsord', 'sponsored'],
    ['Betaalde content', 'sponsored'],
    ['Paid partnership with Voorbeeldbank', 'paid-partnership'],
    ['Publireportage', 'advertorial'],
  ])('makes the label "%s" above the headline paid content', (label, kind) => {
    expect(kinds(page('', `<header><span>${label}</span>${H1}</header><p>Tekst.</p>`))).toEqual([kind]);
  });
  it('leaves slots, switches of advertising technology and links alone', () => {
    const head =
      '<meta name="adv:branded" content="no"><meta name="sponsored" content="false"><meta name="branded-content-for-ads" content="on">';
    expect(
      kinds(page(head, `<div>Advertentie</div>${H1}<p>Tekst. <a rel="sponsored" href="/x">koop</a></p><footer>Advertorial</footer>`)),
    ).toEqual([]);
  });
  it('knows paid content by its schema.org type and its path', () => {
    expect(kinds(page(ld({ ...ARTICLE, '@type': 'AdvertiserContentArticle' }), H1))).toEqual(['advertisement']);
    expect(kinds(page('', H1), 'https://www.krantje.example/partnercontent/matrassen')).toEqual(['partner-content']);
    expect(kinds(page('', H1), 'https://www.krantje.example/nieuws/sponsored')).toEqual([]);
  });
  it('is opinion by type, section or meta, unless the meta says false', () => {
    expect(read(page(ld({ ...ARTICLE, '@type': 'OpinionNewsArticle' }), H1)).genre?.value).toBe('opinion');
    expect(read(page(ld({ ...ARTICLE, articleSection: 'Opinie' }), H1)).genre).toMatchObject({ value: 'opinion', text: 'Opinie' });
    expect(read(page('<meta property="article:opinion" content="false">', H1)).genre).toBeNull();
  });
  it('discloses AI, corrections, a paywall and where a text appeared before', () => {
    const html = page(
      `<meta name="ai-disclosure" content="ai-assisted">${ld({ ...ARTICLE, isAccessibleForFree: 'False' })}`,
      `<article>${H1}<p>Tekst.</p><p>Correctie 13 mei 2024: in een eerdere versie lag de brug in West.</p><p>Dit artikel verscheen eerder in Ander Blad.</p></article>`,
    );
    const seen = read(html);
    expect(seen.ai.map(({ value }) => value)).toEqual(['assisted']);
    expect(seen.corrections.map(({ value }) => value)).toEqual([{ kind: 'correction', day: '2024-05-13' }]);
    expect(seen.paywall?.value).toBe(true);
    expect(seen.syndication?.value).toBe('Ander Blad');
  });
  it('explains itself in links that are http(s)', () => {
    const publisher = {
      '@type': 'NewsMediaOrganization',
      name: 'Krantje',
      ethicsPolicy: 'https://www.krantje.example/code',
      ownershipFundingInfo: 'javascript:alert(1)',
      foundingDate: '1901',
    };
    expect(read(page(ld({ ...ARTICLE, publisher }), H1)).disclosures.map(({ kind, url, text }) => [kind, url, text])).toEqual([
      ['ethics-policy', 'https://www.krantje.example/code', null],
      ['founding-date', null, '1901'],
    ]);
  });
});

describe('pages that are no article', () => {
  const teasers = '<article><h2>Een</h2><time datetime="2024-05-12">12 mei 2024</time></article>';
  it.each([
    ['front-page', 'https://www.krantje.example/', 'Krantje', `<h1>Krantje</h1>${teasers}`],
    ['error', ADDRESS, 'Pagina niet gevonden', `<h1>Pagina niet gevonden</h1><p>12 mei 2024</p>`],
    ['wall', ADDRESS, 'Krantje Privacy Gate', '<h1>Privacy Gate</h1><p>12 mei 2024</p>'],
    ['search-results', 'https://www.krantje.example/zoeken?q=brug', 'Zoeken', `<h1>Zoeken</h1>${teasers}`],
  ])('have no date and no makers: %s', (kind, address, title, body) => {
    const seen = read(
      `<html lang="nl"><head><title>${title}</title><meta name="author" content="Anna Bakker"></head><body>${body}</body></html>`,
      address,
    );
    expect(seen).toMatchObject({ kind, published: null, authors: [] });
  });
  it('are not articles that are about an error or a search', () => {
    expect(read(page(ld({ ...ARTICLE, headline: '404: de fout van de brug' }), '<h1>404: de fout van de brug</h1>')).kind).toBe('article');
  });
});

describe('hostile pages', () => {
  it('give plain bounded text', () => {
    const nasty = `<b>De</b> \u202Ebrug\u0000 is &lt;img src=x onerror=alert(1)&gt; ${'x'.repeat(5_000)}`;
    const seen = read(
      page(ld({ ...ARTICLE, headline: nasty, author: { name: `Anna\u202E <i>Bakker</i>` }, articleSection: nasty }), `<h1>${nasty}</h1>`),
    );
    const text = JSON.stringify(seen);
    expect(text).not.toMatch(/[<>\u202e]|\\u0000/);
    expect(text.length).toBeLessThan(3_000);
    expect(seen.authors[0]?.value).toBe('Anna Bakker');
  });
  it('with 10 MB of JSON-LD are read by what else they say, quickly', () => {
    const big = ld(`{"@type":"NewsArticle","datePublished":"2024-05-12","articleBody":"${'a'.repeat(10_000_000)}"}`);
    const start = performance.now();
    expect(read(page(`${big}<meta name="article:published_time" content="2024-05-13">`, H1)).published?.day).toBe('2024-05-13');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
  it('with graphs that are deep or go in circles come to an end', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const round = {
      '@graph': [
        { ...ARTICLE, '@id': '#1', author: { '@id': '#2' } },
        { '@id': '#2', '@type': 'Person', author: { '@id': '#1' }, name: { '@id': '#1' } },
      ],
    };
    expect(read(page(ld(deep) + ld(round), H1)).published?.day).toBe('2024-05-12');
  });
  it.each(['99999-01-01', '-2024-05-12', '2024-13-45', '0000-00-00', 'NaN', '{}'])('with the date %s have no date', (datePublished) => {
    expect(read(page(ld({ ...ARTICLE, datePublished }), H1)).published).toBeNull();
  });
  it('cannot pass off a script as an address', () => {
    expect(read(page('<link rel="canonical" href="javascript:alert(1)">', H1)).canonical).toBeNull();
    expect(readPage(new DOMParser().parseFromString(page('', H1), 'text/html'), 'javascript:alert(1)', NOW)).toBeNull();
  });
  it('that shadow the properties of their own elements are not read, which is not the same as saying nothing', () => {
    const document = new DOMParser().parseFromString(page('', H1), 'text/html');
    Object.defineProperty(document, 'querySelectorAll', { value: document.body });
    expect(readPage(document, ADDRESS, NOW)).toBeNull();
  });
  it('with nothing at all give an observation that holds nothing', () => {
    expect(read('')).toMatchObject({ kind: 'other', published: null, headline: null, authors: [] });
  });
});

it('keeps no query and no fragment', () => {
  expect(JSON.stringify(read(page('<link rel="canonical" href="/a?wie=anna#hier">', H1), `${ADDRESS}?wie=anna#hier`))).not.toContain(
    'anna',
  );
});
