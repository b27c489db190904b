/** Longest text that leaves the reader, in characters. */
export const MAX_TEXT = 200;
/** Longest name of a person or organisation. */
export const MAX_NAME = 120;

// Controls, direction marks and invisible joints: they change how the text around them is drawn, or hide parts of it.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;
// Closed; or cut off by the end of what was gathered or by the next tag, where an attribute shows that it was one: "x <y dan" is text.
const TAG = /<\/?[a-z!][^<>]*>|<\/?[a-z][\w-]*["'/]*(?:\s+[\w:-]+\s*=[^<>]*)?(?=<|$)/gi;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Turns anything a page declares into plain bounded text: no mark-up, no control or bidi characters, white space folded.
 * Gives '' for what is no text.
 */
export function plain(raw: unknown, max = MAX_TEXT): string {
  if (typeof raw !== 'string') return '';
  // Cut before cleaning, so that a value of megabytes costs no more than one of a page.
  let text = raw.slice(0, max * 8);
  if (text.includes('&')) text = text.replace(ENTITY, decode).replace(ENTITY, decode);
  if (text.includes('<')) text = text.replace(TAG, ' ');
  return cut(text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim(), max);
}

function decode(whole: string, name: string): string {
  const known = NAMED[name.toLowerCase()];
  if (known !== undefined) return known;
  if (!name.startsWith('#')) return whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
}

function cut(text: string, max: number): string {
  const short = text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
  return short.isWellFormed() ? short : short.toWellFormed();
}

// Most text needs none of what Unicode asks for, and this is done a thousand times for a page.
const ASCII = /^[\u0000-\u007f]*$/;

/** Lower case without accents and punctuation: for comparing, never for showing. */
export function folded(text: string): string {
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Two headlines that are the same but for cutting, case, punctuation or the site's name behind it. */
export function sameWords(a: string, b: string): boolean {
  const x = folded(a);
  const y = folded(b);
  if (x === '' || y === '') return false;
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length >= 12 && (long.startsWith(short) || (short.length >= 20 && long.includes(short)))) return true;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= 24 && same >= short.length * 0.7;
}
