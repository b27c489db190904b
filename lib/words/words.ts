import en from '../../public/_locales/en/messages.json';
import nl from '../../public/_locales/nl/messages.json';
import type { Age, Day, RoughDate } from '../core/dates';
import type { Described } from '../core/register';

export type Language = 'nl' | 'en';
export type TextKey = keyof typeof nl;

/** A run of text; `strong` is the answer in a sentence, `href` (http(s) only) a link. Always plain text, never HTML. */
export interface Run {
  text: string;
  strong?: true;
  /** A note beside the answer. */
  muted?: true;
  href?: string;
}

export type Value = string | number | Run | Run[];

/**
 * Texts in one language, pure: the same input gives the same sentence. The browser's own message function cannot change
 * language and is used for the manifest only.
 */
export interface Words {
  language: Language;
  t(key: TextKey, values?: Record<string, string | number>): string;
  /** As `t`, but values may be runs with emphasis or a link. */
  runs(key: TextKey, values?: Record<string, Value>): Run[];
  day(day: Day): string;
  /** "2021", "mei 2021" or "3 mei 2021". */
  roughDate(date: RoughDate): string;
  /** "vijf jaar geleden", "vandaag". */
  age(age: Age): string;
  /** "a, b en c", keeping each item's emphasis. */
  list(items: Value[]): Run[];
  number(value: number): string;
  /** "€", "US$": an ISO 4217 code as this language writes it. */
  currency(code: string): string;
}

const MESSAGES: Record<Language, Record<TextKey, { message: string }>> = { nl, en };

export function wordsIn(language: Language): Words {
  const messages = MESSAGES[language];
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const plural = new Intl.PluralRules(locale);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const dayFormat = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const monthFormat = format({ month: 'long', year: 'numeric' });
  const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const runs = (key: TextKey, values: Record<string, Value> = {}): Run[] => fill(messages[key].message, values);
  const t = (key: TextKey, values: Record<string, string | number> = {}): string => plainText(runs(key, values));
  const day = (value: Day): string => dayFormat.format(new Date(`${value}T00:00:00Z`));
  const smallNumbers = messages.small_numbers.message.split(',');
  return {
    language,
    t,
    runs,
    day,
    roughDate: (date) => (date.length === 4 ? date : date.length === 7 ? monthFormat.format(new Date(`${date}-01T00:00:00Z`)) : day(date)),
    age: ({ unit, count }) => {
      if (unit === 'day' && count < 2) return t(count === 0 ? 'age_today' : 'age_yesterday');
      const form: 'one' | 'other' = plural.select(count) === 'one' ? 'one' : 'other';
      return t(`age_${unit}_${form}`, { count: smallNumbers[count] ?? count });
    },
    list: (items) => joined(items, t('list_and')),
    number: (value) => numberFormat.format(value),
    currency: (code) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: code }).formatToParts(0).find(({ type }) => type === 'currency')
        ?.value ?? code,
  };
}

/** Of a group without a name: as a person who reads this language understands it, or else as the source says it. */
export function inWords({ words: own, nl: dutch, en: english }: Described, { language }: Words): string {
  return (language === 'nl' ? dutch : english) ?? own;
}

/** A sentence begins with a capital, also when a name does not. */
export function capitalised(runs: Run[]): Run[] {
  const [first, ...rest] = runs;
  return first === undefined ? [] : [{ ...first, text: first.text.charAt(0).toLocaleUpperCase() + first.text.slice(1) }, ...rest];
}

export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

function fill(message: string, values: Record<string, Value>): Run[] {
  return merge(
    message.split(/(\{\w+\})/).flatMap((piece): Run[] => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return piece === '' ? [] : [{ text: piece }];
      return toRuns(values[name] ?? '');
    }),
  );
}

function toRuns(value: Value): Run[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' ? [value] : [{ text: String(value) }];
}

function joined(items: Value[], and: string): Run[] {
  return merge(items.flatMap((item, i) => [{ text: i === 0 ? '' : i === items.length - 1 ? ` ${and} ` : ', ' }, ...toRuns(item)]));
}

/** Joins runs of one kind. A name that ends in a full stop ("B.V.") ends a sentence by itself. */
function merge(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const next of runs) {
    const last = out.at(-1);
    const run = last?.text.endsWith('.') && /^\.(?!\.)/.test(next.text) ? { ...next, text: next.text.slice(1) } : next;
    if (last !== undefined && last.strong === run.strong && last.muted === run.muted && last.href === run.href)
      out[out.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') out.push(run);
  }
  return out;
}
