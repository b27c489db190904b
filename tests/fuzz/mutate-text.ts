import type { Random } from './random';

type Mutator = (html: string, random: Random) => string;

const ODD = [
  '\u0000',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\u0007',
  '\u00ad',
  '\u2028',
  '&#0;',
  '&#x202e;',
  '&#55357;',
] as const;
const DATES = [
  '2024-02-31',
  '2023-02-29T25:61:00+99:99',
  '0000-00-00',
  '9999-12-31T23:59:59Z',
  '1970-01-01',
  '31/31/2024',
  '12.13.2021',
  '2024-05-12T14:02:00.000000000000000+02:00',
  '20240512',
  '1715515320',
  '1715515320000',
  '99999999999999999999',
  '-2024-05-12',
  '32 mei 2024',
  '12 mei 24',
  'May 0, 2024',
  '3 uur geleden',
  'vor 99 Tagen',
  'gisteren 14:02',
  'il y a 2 heures',
  '2024年13月45日',
  'NaN',
  '2024-05-12 2023-04-11 2022-03-10',
  `${'2024-05-1'.repeat(400)}`,
] as const;
const NAMES = [
  'Anna Bakker',
  'Door Anna Bakker en Jan de Boer, verslaggever',
  'admin',
  'anna@krantje.example Anna Bakker',
  'Anna Bakker anna@krantje.example Jan de Boer',
  'https://www.krantje.example/anna',
  '<b>Anna</b> &lt;i&gt;Bakker&lt;/i&gt;',
  'ANP / Belga',
  ', , ; | • en & y',
  'Ａnna Bäkker-Ünlü',
  `${'Anna '.repeat(2_000)}`,
  `${'Door '.repeat(500)}Anna`,
  'a'.repeat(100_000),
  '\u202eannA\u202c Bakker',
] as const;
const TAGS = [
  '<div>',
  '</div>',
  '</p></p>',
  '<table><tr><p>',
  '<article>',
  '</article>',
  '<h1>',
  '</h1>',
  '<aside>',
  '</body>',
  '</html><html lang="xx">',
  '<template>',
  '</template>',
  '<svg><title>',
  '<math><mtext>',
  '<noscript>',
  '<plaintext>',
  '<textarea>',
  '<select><option>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script type="application/ld+json">',
  '</script>',
  '<a href="/x" rel="author">',
  '<form><input name="getAttribute"><input name="textContent"><input name="childNodes">',
  '<form name="body"></form><img name="querySelectorAll"><form name="documentElement"></form>',
  '<time>',
  '<figure><figcaption>',
  '<blockquote>',
  '<base href="javascript:alert(1)">',
  '<frameset>',
] as const;

/** A place in the text; often one that begins a tag, as most of a page's text is of no interest to a reader. */
function place(html: string, random: Random): number {
  const at = random.below(html.length + 1);
  if (random.below(3) === 0) return at;
  const tag = html.indexOf(
    random.pick(['<', '<meta', '<script type="application/ld', '<h1', '<time', 'datePublished', '"author"', 'class="']),
    at,
  );
  return tag < 0 ? at : tag;
}

function insert(html: string, at: number, text: string): string {
  return html.slice(0, at) + text + html.slice(at);
}

function replaceSome(html: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const chance = random.pick([0.02, 0.2, 1]);
  return html.replace(pattern, (found) => (random.next() < chance ? by(found) : found));
}

const DATE_IN_CODE = /\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d\d?[./]\d\d?[./]\d{4}|\d\d?\.? \p{L}{3,9} \d{4}/gu;
const BLOCK = /<script[^>]*ld\+json[^>]*>([\s\S]*?)<\/script>/i;

const MUTATORS: readonly [Mutator, ...Mutator[]] = [
  // Cut off, with the middle missing, twice.
  (html, random) => html.slice(0, place(html, random)),
  (html, random) => html.slice(place(html, random)),
  (html, random) => {
    const at = place(html, random);
    return html.slice(0, at) + html.slice(at + random.below(2_000));
  },
  (html, random) => {
    const at = place(html, random);
    const piece = html.slice(at, at + random.below(3_000));
    return insert(html, place(html, random), piece.repeat(1 + random.below(5)));
  },
  // Tag soup.
  (html, random) => insert(html, place(html, random), random.pick(TAGS)),
  (html, random) =>
    replaceSome(html, /<\/?(?:div|p|span|article|section|h1|h2|time|a|li|ul)\b/gi, random, () => random.pick(TAGS).slice(0, 8)),
  (html, random) => replaceSome(html, /"/g, random, () => random.pick(['', "'", '""', ' '])),
  (html, random) => replaceSome(html, />/g, random, () => ''),
  // Attributes.
  (html, random) =>
    replaceSome(html, /\b(?:content|datetime|property|name|itemprop|class|id|rel|href|lang)=/gi, random, () =>
      random.pick(['content=', 'datetime=', 'property=', 'name=', 'itemprop=', 'class=', 'id=', 'rel=', 'href=', 'lang=']),
    ),
  (html, random) =>
    replaceSome(
      html,
      /\bclass="/gi,
      random,
      () => `class="${random.pick(['byline ', 'author ', 'related ', 'kicker ', 'comment ', 'date '])}`,
    ),
  (html, random) => {
    const huge = random.pick(['x', 'byline ', '2024-05-12 ', '&amp;', '\u202e', '<']).repeat(random.pick([300, 5_000, 60_000]));
    return html.replace(
      new RegExp(`(${random.pick(['content', 'class', 'datetime', 'href', 'lang', 'id', 'itemprop', 'property'])}=")`),
      `$1${huge}`,
    );
  },
  (html, random) =>
    insert(html, place(html, random), `<x-${'y'.repeat(random.pick([10, 3_000, 80_000]))} class="byline">Door Anna Bakker `),
  (html, random) =>
    html
      .replace(/<h1/i, `<h1 class="${'k'.repeat(random.below(9_000))}"`)
      .replace(/<(\/?)h1/gi, `<$1${random.pick(['h2', 'h3', 'title', 'x-h'])}`),
  // Structured data.
  (html, random) => {
    const block = BLOCK.exec(html);
    return block ? insert(html, place(html, random), block[0].repeat(1 + random.below(90))) : html;
  },
  (html, random) =>
    html.replace(BLOCK, (whole, text: string) => {
      const depth = random.pick([1, 3, 70, 3_000]);
      return whole.replace(
        text,
        () => `${random.pick(['{"@graph":[', '[', '{"mainEntity":[', '{"author":['])}`.repeat(depth) + text + ']}'.repeat(depth),
      );
    }),
  (html, random) => html.replace(BLOCK, (whole, text: string) => whole.replace(text, () => text.slice(0, random.below(text.length + 1)))),
  (html, random) =>
    replaceSome(html, /"(?:@type|datePublished|dateModified|author|name|headline|url|@id|publisher)"/g, random, () =>
      random.pick([
        '"@type"',
        '"datePublished"',
        '"dateModified"',
        '"author"',
        '"name"',
        '"headline"',
        '"url"',
        '"@id"',
        '"publisher"',
        '"__proto__"',
        '"correction"',
      ]),
    ),
  (html, random) =>
    replaceSome(html, /:\s?"[^"\\]{1,80}"/g, random, () =>
      random.pick([
        ':null',
        ':[]',
        ':{}',
        ':true',
        ':1e309',
        ':["a",["b",{"name":"c"}]]',
        ':{"@value":"2024-05-12"}',
        ':{"@id":"#a"}',
        `:"${random.pick(DATES)}"`,
      ]),
    ),
  (html, random) =>
    insert(
      html,
      place(html, random),
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(random.pick(NAMES))},"datePublished":"${random.pick(DATES)}","author":[{"name":${JSON.stringify(random.pick(NAMES))}}],"correction":"Correctie: ${random.pick(DATES)}"}</script>`,
    ),
  // Dates, names, words.
  (html, random) => replaceSome(html, DATE_IN_CODE, random, () => random.pick(DATES)),
  (html, random) => insert(html, place(html, random), `<p>${random.pick(DATES)}</p>`),
  (html, random) =>
    insert(html, place(html, random), `<p class="byline">${random.pick(NAMES)}</p><meta name="author" content='${random.pick(NAMES)}'>`),
  (html, random) =>
    insert(
      html,
      place(html, random),
      `<time datetime="${random.pick(DATES)}">${random.pick(DATES)}</time>`.repeat(random.pick([1, 20, 4_000])),
    ),
  (html, random) => html.replace(/(<h1[^>]*>)/i, `$1${random.pick(NAMES)} ${random.pick(DATES)}`),
  // Characters.
  (html, random) => insert(html, place(html, random), random.pick(ODD).repeat(1 + random.below(500))),
  (html, random) => replaceSome(html, / /g, random, () => random.pick(ODD)),
  (html, random) =>
    replaceSome(html, /[&<>"]/g, random, (found) =>
      random.pick(['&amp;', '&amp;amp;lt;', `&#${found.charCodeAt(0)};`, '&lt', '&#x110000;', '&#xd800;', '&']),
    ),
  (html, random) => {
    const bytes = new TextEncoder().encode(html.slice(0, 200_000));
    return new TextDecoder(random.pick(['windows-1252', 'utf-16le', 'shift_jis', 'iso-8859-8', 'utf-8'])).decode(
      bytes.subarray(random.below(4)),
    );
  },
  // Much of one thing.
  (html, random) =>
    insert(
      html,
      place(html, random),
      random.pick(['<div>', '<span class="meta">', '<b>', '<li>', '<article>', '<blockquote>']).repeat(random.pick([30, 600, 5_000])),
    ),
  (html, random) => insert(html, place(html, random), 'a 1 b 2 mei 2024, '.repeat(random.pick([10, 500, 20_000]))),
  (html, random) =>
    insert(
      html,
      place(html, random),
      `<meta name="author" content="Anna Bakker"><meta property="article:published_time" content="${random.pick(DATES)}">`.repeat(
        random.pick([2, 900]),
      ),
    ),
];

/** One to four things go wrong with a page's source. The same seed makes the same page. */
export function mutateText(html: string, random: Random, longest: number): string {
  let text = html;
  for (let left = 1 + random.below(4); left > 0; left--) text = random.pick(MUTATORS)(text, random).slice(0, longest);
  return text;
}
