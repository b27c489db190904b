// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/core/observation';
import { splitNames } from '../../../lib/core/read/names';
import { plain } from '../../../lib/core/read/text';
import { query, startOf } from '../../../lib/page/bounded';
import { readPage } from '../../../lib/page/read-page';

const NOW = new Date('2026-11-23T12:00:00Z');
const ADDRESS = 'https://www.krantje.example/binnenland/brug-weer-open';
const H1 = '<h1>De brug is weer open</h1>';

function read(body: string, head = ''): Observation {
  const html = `<html lang="nl"><head><title>De brug is weer open</title>${head}</head><body>${body}</body></html>`;
  const observation = readPage(new DOMParser().parseFromString(html, 'text/html'), ADDRESS, NOW);
  if (observation === null) throw new Error('the page could not be read');
  return observation;
}
const ld = (text: string): string => `<script type="application/ld+json">${text}</script>`;

describe('what the fuzzer found', () => {
  it('a tag that is cut off, or broken off by the next, leaves nothing behind', () => {
    expect(plain('12 mei 2024 <a href="/x')).toBe('12 mei 2024');
    expect(plain('2024 <meta name="keywords" content=<b>Für</b> Anna')).toBe('2024 Für Anna');
    expect(plain('1 < 2 en 3 > 2')).toBe('1 < 2 en 3 > 2');
  });
  it('a tag that is cut off behind a quotation mark is no text', () => {
    expect(plain('<Medium"/')).toBe('');
    expect(plain("De Krant <b'")).toBe('De Krant');
  });

  it('a sign that opens no tag takes no text along', () => {
    expect(plain('Als x <y dan is het over')).toBe('Als x <y dan is het over');
    expect(plain('Hoe <main werkt in HTML')).toBe('Hoe <main werkt in HTML');
  });
  it('names on both sides of an address are two names', () => {
    expect(splitNames('Anna Bakker anna@krantje.example Jan de Boer')).toEqual(['Anna Bakker', 'Jan de Boer']);
    expect(splitNames('Anna Bakker https://www.krantje.example/anna Jan de Boer')).toEqual(['Anna Bakker', 'Jan de Boer']);
  });
  it('an element of any name and length is named by what is plain of it', () => {
    const tag = `x-${'y'.repeat(5_000)}`;
    const seen = read(`${H1}<${tag}>Door Anna Bakker</${tag}>`);
    expect(seen.authors.map(({ value }) => value)).toEqual(['Anna Bakker']);
    expect(seen.authors[0]?.from.name.length).toBeLessThan(50);
  });
  it('a number that is none is no text', () => {
    expect(read(H1, ld('{"@type":"NewsArticle","headline":"De brug is weer open","correction":{"text":1e309}}')).corrections).toEqual([]);
  });
  it('a host longer than a name can be, or not a name, is no address', () => {
    expect(read(H1, `<link rel="canonical" href="https://${'a'.repeat(60)}${'.a'.repeat(200)}.example/brug">`).canonical).toBeNull();
    expect(read(H1, '<meta name="original-source" content="https://w%20ww.anderblad.example/brug">').syndication).toBeNull();
  });
  it('the type of a node is plain text', () => {
    const head = ld('{"@type":"NewsArticle<article><b>","headline":"De brug is weer open","author":"Anna Bakker"}');
    expect(read(H1, head).authors).toMatchObject([{ value: 'Anna Bakker', from: { name: 'NewsArticle.author' } }]);
  });
});

describe('what is asked of a page is bounded', () => {
  const parse = (body: string): Document => new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html');
  it('the start of a text is what textContent begins with, also across elements', () => {
    const { body } = parse('a<b>b<!-- no --><i></i></b>c<p>d<span>e</span></p>f');
    expect(startOf(body, 100)).toBe(body.textContent);
    expect(startOf(body, 3)).toBe('abc');
    expect(startOf(body.firstChild, 100)).toBe('a');
    expect(startOf(null, 100)).toBe('');
  });
  it('of very many elements the first are looked at', () => {
    const document = parse(`<time></time>${'<i></i>'.repeat(31_000)}<time></time>`);
    expect(query(document, 'time').length).toBe(1);
    expect(query(parse('<time></time><i></i><time></time>'), 'time').length).toBe(2);
  });
});

it('a byline that names only the site does not hide the next one', () => {
  const head = '<meta property="og:site_name" content="Krantje Vandaag">';
  const seen = read(`${H1}<p>Door Krantje Vandaag</p><p>Geschreven door: <b>Anna Bakker</b></p>`, head);
  expect(seen.authors.map(({ value }) => value)).toEqual(['Anna Bakker']);
});
