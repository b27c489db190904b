import type { DateEvidence, Observation } from '../../lib/core/observation';
import { spellingsOf } from '../../lib/core/read/agencies';

/** Letters and digits only, so that spaces, accents and punctuation that cleaning takes away make no difference. */
function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescaped(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
    },
  );
}

function withoutTags(text: string): string {
  return text.replace(/<\/?[a-z!][^<>]*>/gi, ' ');
}

function withoutWholeTags(text: string): string {
  return text.replace(/<\/?[a-z!][^<>\u0001]*>/gi, ' ');
}

/** Between two nodes of text: what looks like a tag across it is none to a reader that takes them apart. */
const SEAM = '\u0001';

/** What a page says anywhere, in the forms in which cleaning can leave it. Written apart from the reader's own cleaning on purpose. */
export class Words {
  private readonly raw: string;
  private readonly forms: string[] = [];

  constructor(document: Document, address: string) {
    const texts: string[] = [];
    const values: string[] = [address, document.title];
    // Elements, texts and CDATA.
    const walker = document.createTreeWalker(document, 13);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 1) for (const { value } of (node as Element).attributes) values.push(value);
      else texts.push(node.nodeValue ?? '');
    }
    this.raw = `${texts.join(SEAM)}\n${values.join('\n')}`;
  }

  has(text: string): boolean {
    // What was cut ends in "…"; cutting can go through an entity or a tag, so the last letters are let go.
    const words = bare(text.endsWith('…') ? text.slice(0, -12) : text);
    for (let at = 0; at < FORMS.length; at++) {
      this.forms[at] ??= bare(FORMS[at]?.(this.raw) ?? '');
      if (this.forms[at]?.includes(words)) return true;
    }
    return this.hasBetweenTags(text);
  }

  /** Word for word, with nothing but mark-up between: a value that was cut before it was cleaned holds other tags than the whole page. */
  private hasBetweenTags(text: string): boolean {
    const words = fold(text.endsWith('…') ? text.slice(0, -12) : text).match(/[\p{L}\p{N}]+/gu) ?? [];
    // Each begins and ends in one way only: otherwise a page full of ampersands is tried in a number of ways without end.
    const between = String.raw`(?:[^\p{L}\p{N}<&]|&(?!#?\w)|&#?\w{1,8};|&#?\w{1,8}(?![\w;])|<[^<>]{0,300}(?:>|(?=<)|$)){0,200}`;
    const pattern = new RegExp(words.join(between), 'u');
    return [this.raw, unescaped(this.raw), unescaped(unescaped(this.raw))].some((form) => pattern.test(fold(form)));
  }
}

/** As a string in JSON. */
function unquoted(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrtbf]/g, ' ')
    .replace(/\\(.)/g, '$1');
}

const FORMS: readonly ((raw: string) => string)[] = [
  (raw) => raw,
  unquoted,
  (raw) => unescaped(unquoted(raw)),
  (raw) => unescaped(unescaped(unquoted(raw))),
  (raw) => withoutTags(unquoted(raw)),
  (raw) => withoutTags(unescaped(unquoted(raw))),
  (raw) => withoutTags(unescaped(unescaped(unquoted(raw)))),
  (raw) => withoutWholeTags(unescaped(unquoted(raw))),
  (raw) => withoutWholeTags(unescaped(unescaped(unquoted(raw)))),
];

/** Digits of the day, its year and its date stand in the value as written; an instant in UTC may be a day off on the site's calendar. */
export function isDerived({ day, value, relative, offset }: Pick<DateEvidence, 'day' | 'value' | 'relative' | 'offset'>): boolean {
  if (relative) return /geleden|ago|vor|il y a|vandaag|gisteren|heute|gestern|today|yesterday|aujourd|hier/i.test(value);
  const text = value.normalize('NFKD');
  const epoch = /^\D*(\d{10}|\d{13})\D*$/.exec(text)?.[1];
  const days = [0, -1, 1].map((shift) => new Date(Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10));
  if (epoch !== undefined) return days.includes(new Date(Number(epoch) * (epoch.length === 10 ? 1000 : 1)).toISOString().slice(0, 10));
  const inZone = offset !== undefined || /z|utc|gmt|[+-]\d\d:?\d\d/i.test(text);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  return (inZone ? days : days.slice(0, 1)).some((each) => {
    const [year = 0, month = 0, date = 0] = each.split('-').map(Number);
    const apart = (numbers.includes(year) || numbers.includes(year % 100)) && numbers.includes(date);
    return (
      apart || text.replace(/\D/g, '').includes(each.replaceAll('-', '')) || text.replace(/\D/g, '').includes(`${year}${month}${date}`)
    );
  });
}

/** Everything in an observation that cannot be found on its page. */
export function underived(seen: Observation, document: Document, address: string): string[] {
  const words = new Words(document, address);
  const wrong: string[] = [];
  const text = (what: string, value: string | null | undefined): void => {
    if (value && !words.has(value)) wrong.push(`${what} "${value}" is not on the page`);
  };
  const path = (what: string, url: string): void => {
    const escaped = new URL(url).pathname.split('/').findLast((each) => each !== '') ?? '';
    if (!words.has(escaped)) text(what, lastPart(url));
  };
  const date = (what: string, found: DateEvidence): void => {
    text(what, found.value);
    if (!isDerived(found)) wrong.push(`${what} ${found.day} does not follow from "${found.value}"`);
  };
  text('headline', seen.headline?.value);
  text('language', seen.language);
  for (const { value } of seen.authors) text('author', value);
  text('site name', seen.siteName?.value);
  text('section', seen.section?.value);
  text('earlier place', seen.syndication?.value);
  for (const { value } of seen.agency)
    if (!spellingsOf(value).some((spelling) => words.has(spelling))) wrong.push(`agency ${value} is not on the page`);
  for (const found of [seen.genre, ...seen.paidContent, ...seen.ai, ...seen.corrections]) text('quoted words', found?.text);
  for (const { value } of seen.corrections) if (value.day && !words.has(value.day.slice(2, 4))) wrong.push(`correction of ${value.day}`);
  for (const { text: words, url } of seen.disclosures) {
    text('disclosure', words);
    if (url) path('address of a disclosure', url);
  }
  if (seen.canonical) path('canonical', seen.canonical.origin + seen.canonical.path);
  for (const statement of [seen.published, seen.modified]) {
    if (!statement) continue;
    date('day', statement);
    for (const rival of statement.rivals) date('rival', rival);
  }
  return wrong;
}

/** The last part of a path with its escapes taken away; '' when it cannot be. */
function lastPart(url: string): string {
  const part = new URL(url).pathname.split('/').findLast((each) => each !== '') ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
