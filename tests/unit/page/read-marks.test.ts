// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/core/observation';
import { readPage } from '../../../lib/page/read-page';

const NOW = new Date('2026-11-23T12:00:00Z');
const ADDRESS = 'https://www.krantje.example/binnenland/brug-weer-open';
const ARTICLE = { '@type': 'NewsArticle', headline: 'De brug is weer open', datePublished: '2024-05-12' };
const H1 = '<h1>De brug is weer open</h1>';

function read(body: string, head = '', address = ADDRESS): Observation {
  const html = `<html lang="nl"><head><title>De brug is weer open</title>${head}</head><body>${body}</body></html>`;
  const observation = readPage(new DOMParser().parseFromString(html, 'text/html'), address, NOW);
  if (observation === null) throw new Error('the page could not be read');
  return observation;
}
const ld = (data: object): string => `<script type="application/ld+json">${JSON.stringify({ ...ARTICLE, ...data })}</script>`;
const paid = (body: string, head = '', address = ADDRESS): unknown[] => read(body, head, address).paidContent.map(({ value }) => value);

describe('a mark of payment', () => {
  it.each([
    'In samenwerking met Voorbeeldbank',
    'In partnership with',
    'Mogelijk gemaakt door het Fonds',
    'Aangeboden door Voorbeeldbank',
    'Presented by Sample',
  ])('is not "%s", which newsrooms also write about each other and about funds', (label) => {
    expect(paid(`<header><span>${label}</span>${H1}</header><p>Tekst.</p>`)).toEqual([]);
  });
  it('is not the label of a teaser above or below the headline', () => {
    const teaser = '<div class="card"><span>ADVERTORIAL</span><h3><a href="/m">Slaap beter</a></h3></div>';
    expect(paid(`${teaser}<main>${H1}<p>Tekst.</p></main>`)).toEqual([]);
    expect(paid(`<main>${H1}${teaser}</main>`)).toEqual([]);
    expect(paid(`<main>${H1}<span>Advertorial</span><h3><a href="/m">Slaap beter</a></h3></main>`)).toEqual([]);
    expect(paid(`<main>${H1}<h3>Sponsored Content</h3><p>Tekst.</p></main>`)).toEqual([]);
  });
  it('is "Advertentie" only as the kicker or section of the article itself', () => {
    expect(paid(`<div>Advertentie</div>${H1}`)).toEqual([]);
    expect(paid(`<div class="ad-slot"><span class="advert-label">Advertentie</span></div>${H1}`)).toEqual([]);
    expect(paid(`<header><span class="article-kicker">Advertentie</span>${H1}</header>`)).toEqual(['advertisement']);
    expect(paid(H1, ld({ articleSection: 'Anzeige' }))).toEqual(['advertisement']);
  });
  it('is "Ingezonden mededeling" only there too, as it also marks a slot', () => {
    expect(paid(`${H1}<div>Ingezonden mededeling</div><img><p>Tekst.</p>`)).toEqual([]);
    expect(paid(`<header><span class="article-kicker">Ingezonden mededeling</span>${H1}</header>`)).toEqual(['advertisement']);
  });
  it('is not a sponsor alone, whose name counts beside a mark', () => {
    const sponsor = ld({ sponsor: { name: 'Het Fonds' } });
    expect(paid(H1, sponsor)).toEqual([]);
    const { paidContent } = read(`<span>Advertorial</span>${H1}`, sponsor);
    expect(paidContent).toMatchObject([{ value: 'advertorial' }, { value: 'sponsored', from: { name: 'sponsor' }, text: 'Het Fonds' }]);
  });
  it('quotes visible labels, never the value of a meta or the path', () => {
    const { paidContent } = read(H1, '<meta name="sponsored" content="true">', 'https://www.krantje.example/partnercontent/matras');
    expect(paidContent.map(({ value, text }) => [value, text])).toEqual([
      ['sponsored', undefined],
      ['partner-content', undefined],
    ]);
  });
});

describe('a genre', () => {
  const genre = (body: string, address = ADDRESS): unknown => read(body, '', address).genre?.value ?? null;
  const menu = (tag: string): string =>
    `<${tag}>${['Nieuws', 'Opinie', 'Sport', 'Weer'].map((name) => `<a href="/x">${name}</a>`).join(' ')}</${tag}>`;
  it('is read from a kicker before or behind the headline, also when that is a link', () => {
    expect(genre(`<header><a href="/opinie">Opinie</a>${H1}</header>`)).toBe('opinion');
    expect(genre(`${H1}<span>Analyse</span><p>Tekst.</p>`)).toBe('analysis');
  });
  it.each(['nav', 'div', 'p'])('is not an entry of a menu (%s)', (tag) => {
    expect(genre(`${menu(tag)}${H1}<p>Tekst.</p>`)).toBeNull();
    expect(genre(`${H1}${menu(tag)}<p>Tekst.</p>`)).toBeNull();
  });
  it('is not an entry of a list, not hidden, and not the link to the comments', () => {
    expect(genre(`<ul><li><a href="/o">Opinie</a></li><li><a href="/s">Sport</a></li></ul>${H1}`)).toBeNull();
    expect(genre(`<span class="screen-reader-text">Opinie</span>${H1}`)).toBeNull();
    expect(genre(`${H1}<a href="#c">Kommentare</a><p>Tekst.</p>`)).toBeNull();
    expect(genre(`${H1}<p>Meer van <a href="/o">Opinie</a> lezen</p>`)).toBeNull();
  });
  it.each(['debat', 'voices', 'background', 'uitleg'])('is not the word "%s" in an address', (word) => {
    expect(genre(H1, `https://www.krantje.example/${word}/brug`)).toBeNull();
  });
  it('is that of an address that names one, without words to quote', () => {
    expect(read(H1, '', 'https://www.krantje.example/opinie/brug').genre).toEqual({
      value: 'opinion',
      from: { kind: 'address', name: 'path' },
    });
  });
});

describe('other marks', () => {
  it('of AI are never running text', () => {
    expect(read(`<article>${H1}<p>Het rapport is geschreven met AI.</p></article>`).ai).toEqual([]);
    expect(read(`<article>${H1}<p>Dit artikel is gemaakt met behulp van AI.</p></article>`).ai).toMatchObject([{ value: 'assisted' }]);
  });
  it('of AI are not those of a picture at the headline', () => {
    expect(read(`${H1}<div class="caption">Gemaakt met AI</div><p>Tekst.</p>`).ai).toEqual([]);
    expect(read(`${H1}<div class="note">Gemaakt met AI</div><p>Tekst.</p>`).ai).toMatchObject([{ value: 'generated' }]);
  });
  it('of payment and opinion may be a sentence of the text about itself', () => {
    expect(read(`<article>${H1}<p>Dit artikel is een advertorial van Voorbeeldbank.</p></article>`).paidContent).toMatchObject([
      { value: 'advertorial' },
    ]);
    expect(read(`<article>${H1}<p>Dit is een ingezonden stuk.</p></article>`).genre).toMatchObject({ value: 'opinion' });
  });
  it('of a paywall leave "metered" open', () => {
    expect(read(H1, '<meta property="article:content_tier" content="metered">').paywall).toBeNull();
    expect(read(H1, '<meta property="article:content_tier" content="locked">').paywall).toMatchObject({ value: true });
  });
  it('of correction in JSON-LD are texts, not links to a policy', () => {
    expect(read(H1, ld({ correction: 'https://www.krantje.example/correcties' })).corrections).toEqual([]);
    expect(read(H1, ld({ correction: 'De brug ligt in Oost.' })).corrections).toMatchObject([{ value: { kind: 'correction' } }]);
  });
  it('of an earlier place are words, never a canonical address elsewhere', () => {
    const other = read(H1, '<link rel="canonical" href="https://www.ander-blad.example/brug">');
    expect([other.syndication, other.canonicalElsewhere]).toEqual([null, 'ander-blad.example']);
    expect(read(H1, '<link rel="canonical" href="https://m.krantje.example/brug">').canonicalElsewhere).toBeNull();
  });
  it('of an earlier place are none when that is the site itself', () => {
    const said = (place: string): unknown => read(`<article>${H1}<p>Dit artikel verscheen eerder in ${place}.</p></article>`).syndication;
    expect([said('Krantje'), said('Ander Blad')]).toMatchObject([null, { value: 'Ander Blad' }]);
  });
  it('compare sites by registrable domain, not by the last two labels', () => {
    const at = (canonical: string, address: string): string | null =>
      read(H1, `<link rel="canonical" href="${canonical}">`, address).canonicalElsewhere;
    expect(at('https://www.one.co.uk/a', 'https://www.two.co.uk/a')).toBe('one.co.uk');
    expect(at('https://een.blogspot.com/a', 'https://twee.blogspot.com/a')).toBe('een.blogspot.com');
    expect(at('https://www.krantje.example/a', 'https://www-krantje-example.cdn.ampproject.org/c/s/www.krantje.example/a')).toBeNull();
  });
  it('of an agency are no copyright line, meta or explained abbreviation', () => {
    const agency = (body: string, head = ''): unknown[] => read(`<article>${H1}${body}</article>`, head).agency.map(({ value }) => value);
    expect(agency('<p>Tekst.</p><p>© ANP</p>')).toEqual([]);
    expect(agency('<p>Tekst.</p>', '<meta name="copyright" content="ANP"><meta name="source" content="Reuters">')).toEqual([]);
    expect(agency('<p>Dat meldt het Franse persbureau (AFP).</p>')).toEqual([]);
    expect(agency('<p>Foto: Jan de Boer. (ANP)</p>')).toEqual([]);
    expect(agency('<p>De brug is weer open. (ANP)</p>')).toEqual(['ANP']);
  });
});

describe('what was seen and not chosen', () => {
  it('is told apart from what the page does not say', () => {
    expect(read(`${H1}<p>Tekst.</p>`).undecided).toEqual({ date: false, authors: false });
    const html =
      '<html lang="en"><head><title>Bridge open again</title></head><body><h1>Bridge open again</h1><p>03/05/2021</p></body></html>';
    const seen = readPage(new DOMParser().parseFromString(html, 'text/html'), 'https://www.paper.com/bridge', NOW);
    expect([seen?.published, seen?.undecided.date]).toEqual([null, true]);
  });
  it('is a byline without a name, but not the site itself', () => {
    expect(read(`${H1}<p class="byline">admin</p>`).undecided.authors).toBe(true);
    const own = ld({ author: { name: 'Krantje' }, publisher: { name: 'Krantje' } });
    expect(read(H1, own).undecided.authors).toBe(false);
    expect(read(`${H1}<p class="byline">Anna Bakker</p>`).undecided.authors).toBe(false);
  });
  it('is no newsroom, no agency and no date in the place for makers', () => {
    const seen = (line: string): unknown => {
      const { authors, agency, undecided } = read(`${H1}<p class="byline">${line}</p>`);
      return [authors.map(({ value }) => value), agency.map(({ value }) => value), undecided.authors];
    };
    expect(seen('Redactie / ANP')).toEqual([['Redactie', 'ANP'], ['ANP'], false]);
    expect(seen('vrijdag 20 november')).toEqual([[], [], false]);
    expect(seen('Anna Bakker / ANP')).toEqual([['Anna Bakker'], ['ANP'], false]);
    expect(seen('Over de auteur')).toMatchObject([[], [], true]);
    const { authors, agency, undecided } = read(`${H1}<p>Door ANP</p>`);
    expect([authors, agency.length, undecided.authors]).toEqual([[], 1, false]);
  });
  it('is a relative date in an archive or a cache', () => {
    const { published, undecided } = read(
      `${H1}<p>3 uur geleden</p>`,
      '',
      'https://web.archive.org/web/20200101000000/https://www.krantje.example/a',
    );
    expect([published, undecided.date]).toEqual([null, true]);
  });
});

describe('a page that is not one text', () => {
  const teaser = (day: number): string =>
    `<div class="item"><a href="/t${day}"><h2>Bericht ${day}</h2></a><time datetime="2024-05-0${day}">${day} mei 2024</time><p>${'Een korte samenvatting van het nieuws. '.repeat(3)}</p></div>`;
  const section = `<h1>Binnenland</h1>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(teaser).join('')}`;
  it('is other when it lists teasers, whatever its preview says', () => {
    expect(read(section, '', 'https://www.krantje.example/binnenland/').kind).toBe('other');
    expect(read(section, '<meta property="og:type" content="article">', 'https://www.krantje.example/binnenland/').kind).toBe('other');
  });
  it('has no day of its own when it lists teasers, and says that it saw some', () => {
    expect(read(section, '', 'https://www.krantje.example/binnenland/')).toMatchObject({ published: null, undecided: { date: true } });
  });
  it('is other when it is for contact or an empty shell', () => {
    const head = '<meta property="og:type" content="article"><meta property="article:modified_time" content="2024-05-12T10:00:00Z">';
    expect(read(`<h1>Contact</h1><p>${'Bel of schrijf ons. '.repeat(80)}</p>`, head, 'https://www.krantje.example/contact/').kind).toBe(
      'other',
    );
    expect(read('<div id="app"></div>', '<meta property="og:type" content="article">').kind).toBe('other');
  });
  it('is an article when the text runs on, with teasers behind it', () => {
    const text = `<p>12 mei 2024</p>${`<p>${'De brug over het kanaal is weer open voor verkeer. '.repeat(6)}</p>`.repeat(6)}`;
    expect(read(`${H1}${text}${[1, 2, 3, 4].map(teaser).join('')}`).kind).toBe('article');
  });
});

describe('the head of an earlier page', () => {
  const head = (path: string, title: string): string =>
    `<link rel="canonical" href="https://www.krantje.example${path}"><meta property="og:url" content="https://www.krantje.example${path}">
     <meta property="og:title" content="${title}"><meta property="article:published_time" content="2019-01-01">${`<script type="application/ld+json">${JSON.stringify({ ...ARTICLE, headline: title, author: { name: 'Jan de Boer' }, datePublished: '2019-01-01' })}</script>`}`;
  it('is dropped when it names another path and another headline', () => {
    const seen = read(`${H1}<p>12 mei 2024</p>`, head('/sport/finale', 'De finale is gespeeld'));
    expect([seen.published?.day, seen.authors, seen.canonical]).toEqual(['2024-05-12', [], null]);
    expect(read(H1, head('/sport/finale', 'De finale is gespeeld'))).toMatchObject({
      published: null,
      undecided: { date: true, authors: true },
    });
  });
  it.each([
    ['the headline is the same', '/id/123', 'De brug is weer open'],
    ['the path is the same but for case and slash', '/Binnenland/Brug-weer-open/', 'Zo gaat het nu met de brug'],
    ['the path ends in the same words', '/nieuws/brug-weer-open.html', 'Zo gaat het nu met de brug'],
  ])('is kept when %s', (_, path, title) => {
    expect(read(H1, head(path, title)).published?.day).toBe('2019-01-01');
  });
});
