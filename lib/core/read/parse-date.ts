import { type Day, isDay } from '../dates';
import { monthOf } from './months';

/** In which order this page writes `03/05/2021`, when that can be known. */
export type DayOrder = 'dmy' | 'mdy' | 'unknown';

export interface ParsedDate {
  day: Day;
  /** `14:02`, as written. */
  time?: string;
  /** `+02:00` or `Z`, as written. */
  offset?: string;
  /** The other reading of `03/05/2021`, when the order is unknown. */
  or?: Day;
}

export interface DateInText extends ParsedDate {
  index: number;
  length: number;
}

const FIRST_YEAR = 1995;

/** A calendar day that a web page can have been published on, or null. */
export function toDay(year: number, month: number, date: number): Day | null {
  if (!(year >= FIRST_YEAR && year <= 2100 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return null;
  const day = `${year}-${pad(month)}-${pad(date)}`;
  return new Date(`${day}T00:00:00Z`).getUTCDate() === date && isDay(day) ? day : null;
}

export function pad(n: number): string {
  return String(n).padStart(2, '0');
}

const ISO =
  /^[^\d-]{0,3}(\d{4})-?(\d\d?)-?(\d\d?)(?!\d)(?:[T ,]*(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s*(Z\b|UTC\b|GMT\b|[+-]\d\d(?::?\d\d)?(?!\d))?/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** Reads a date that was written for machines (ISO 8601 in its many misspellings, epoch seconds, RFC 2822, or plain words). */
export function parseMachineDate(raw: string, order: DayOrder): ParsedDate | null {
  const text = raw.trim().slice(0, 80);
  const iso = COMPACT.exec(text) ?? (text.charAt(4) === '-' || /^[^\d-]{0,3}\d{4}-/.test(text) ? ISO.exec(text) : null);
  if (iso) {
    const day = toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day ? { day, ...clock(iso[4], iso[5], iso[6], iso[7]) } : null;
  }
  if (/^\d{10}(\d{3})?$/.test(text)) {
    const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
    const day = toDay(Number(instant.slice(0, 4)), Number(instant.slice(5, 7)), Number(instant.slice(8, 10)));
    return day ? { day, time: instant.slice(11, 16), offset: 'Z' } : null;
  }
  const found = datesInText(text, order)[0];
  if (!found || found.index > 25) return null;
  const { index: _index, length: _length, ...date } = found;
  return date;
}

function clock(hour?: string, minute?: string, second?: string, offset?: string): { time?: string; offset?: string } {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return {};
  // Midnight on the second is how systems store a date that has no time.
  if (Number(hour) === 0 && Number(minute) === 0 && (second === undefined || Number(second) === 0)) return {};
  const time = `${pad(Number(hour))}:${minute}`;
  return offset ? { time, offset: toOffset(offset) } : { time };
}

function toOffset(text: string): string {
  if (!/^[+-]/.test(text)) return 'Z';
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  return digits === '0000' ? 'Z' : `${text.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

// Latin, Greek and Cyrillic, as months are written in: \p{L} would hold every script, and takes five times as long to compile.
export const LETTER = 'A-Za-zÀ-ɏͰ-ӿ';

// One expression, so that a text is gone through once: year first · CJK · numbers · day month year · month day year.
const IN_TEXT = new RegExp(
  [
    String.raw`(?<![\d/.:-])(?<y1>(?:19|20)\d\d)(?<s1>[-./])(?<m1>\d\d?)\k<s1>(?<d1>\d\d?)(?!\d|[-/.]\d)`,
    String.raw`(?<y2>(?:19|20)\d\d)\s?[年년]\s?(?<m2>\d\d?)\s?[月월]\s?(?<d2>\d\d?)\s?[日일]`,
    String.raw`(?<![\d/.:,€$-])(?<a3>\d\d?)(?<s3>[-./]|\. )(?<b3>\d\d?)\k<s3>(?<y3>(?:19|20)\d\d|\d\d)(?!\d|[-/.%]\d)`,
    String.raw`(?<!\d|[\d][.,])(?<d4>\d\d?)(?:\.|st|nd|rd|th|er|º|ª|°)?[\s-]*(?:de |of |d['’])?\s?(?<w4>[${LETTER}]{3,14})[.,]?[\s-]*(?:de |del |of )?(?:(?<y4>(?:19|20)\d\d)|['’](?<v4>\d\d))(?!\d)`,
    String.raw`(?<![${LETTER}\d])(?<w5>[${LETTER}]{3,14})\.?\s?(?<d5>\d\d?)(?:st|nd|rd|th)?\.?(?:,\s?|\s)(?:(?<y5>(?:19|20)\d\d)|['’](?<v5>\d\d))(?!\d)`,
  ].join('|'),
  'g',
);

// "14.–20. January 2022" and "12 mei 2024 t/m 20 mei 2024" are periods, not days of publication.
const UNTIL = String.raw`(?:t\/m|tot(?: en met)?|to|until|through|bis(?: zum)?|au)`;
const PERIOD_BEFORE = new RegExp(String.raw`\d\.?\s?[-–]\s?$|(?:19|20)\d\d\s${UNTIL}\s$`);
const PERIOD_BEHIND = new RegExp(
  String.raw`^\s?(?:[-–—]|${UNTIL}\s)\s?(?:\d\d?[./-]\d\d?[./-]\d\d|\d\d?\.?\s[${LETTER}]{3,9}\.?\s(?:19|20)\d\d|[${LETTER}]{3,9}\.?\s\d\d?,?\s(?:19|20)\d\d)`,
);

/** Finds calendar days with a year in running text. At most `limit`; times and offsets behind them are taken along. */
export function datesInText(text: string, order: DayOrder, limit = 20): DateInText[] {
  const found: DateInText[] = [];
  for (const match of text.matchAll(IN_TEXT)) {
    const day = fromGroups(match.groups ?? {}, order);
    const end = match.index + match[0].length;
    if (!day || PERIOD_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index)) || PERIOD_BEHIND.test(text.slice(end, end + 48)))
      continue;
    found.push({ ...day, ...clockAfter(text.slice(end, end + 40)), index: match.index, length: match[0].length });
    if (found.length >= limit) break;
  }
  return found;
}

type Groups = Record<string, string | undefined>;

function fromGroups(g: Groups, order: DayOrder): ParsedDate | null {
  if (g.y1) return only(toDay(Number(g.y1), Number(g.m1), Number(g.d1)));
  if (g.y2) return only(toDay(Number(g.y2), Number(g.m2), Number(g.d2)));
  if (g.y3) return numbers(Number(g.a3), Number(g.b3), g.y3, g.s3 ?? '', order);
  const month = monthOf(g.w4 ?? g.w5 ?? '');
  const year = Number(g.y4 ?? g.y5 ?? `20${g.v4 ?? g.v5 ?? ''}`);
  return month === null ? null : only(toDay(year, month, Number(g.d4 ?? g.d5)));
}

function only(day: Day | null): ParsedDate | null {
  return day ? { day } : null;
}

function numbers(a: number, b: number, year: string, separator: string, order: DayOrder): ParsedDate | null {
  const y = Number(year.length === 2 ? `20${year}` : year);
  const dmy = toDay(y, b, a);
  // Nobody writes month.day.year with dots.
  if (separator.startsWith('.')) return only(dmy);
  const mdy = toDay(y, a, b);
  if (!dmy || !mdy || dmy === mdy) return only(dmy ?? mdy);
  if (order === 'unknown') return { day: dmy, or: mdy };
  return only(order === 'dmy' ? dmy : mdy);
}

const CLOCK =
  /^[\s,|@–—(\]-]*(?:T|um|at|om|à|a las|alle|ore|kl\.?|klo|klokken|o godz\.?|г\.|в)?\s*(\d\d?)(?:[:.](\d\d)|\s?[hH]\s?(\d\d)?|\s?Uhr)(?![./-]\d)(?::\d\d)?(?:\s*([ap])\.?m\b)?\.?\s*(Z\b|UTC\b|GMT(?![+-])|(?:GMT|UTC)?[+-]\d\d:?\d\d)?/i;

function clockAfter(rest: string): { time?: string; offset?: string } {
  const match = CLOCK.exec(rest);
  if (!match) return {};
  let hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const minute = match[2] ?? match[3] ?? '00';
  return clock(String(hour), minute, undefined, match[5]?.replace(/^(?:GMT|UTC)(?=[+-])/i, ''));
}
