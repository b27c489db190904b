import { type Day, localDay } from '../dates';
import { monthOf } from './months';
import { LETTER } from './parse-date';

export interface RelativeInText {
  /** null when the words name no day: "2 weken geleden", "12 mei" without a year. */
  day: Day | null;
  index: number;
  length: number;
}

/** Words for numbers in Dutch, English, German and French. "Half" leaves less than a unit. */
const NUMBERS = [
  'een half|half an|einer halben|une demi',
  'een|één|an?|one|eine[rmn]?|une?',
  'twee|two|zwei|deux',
  'drie|three|drei|trois',
  'vier|four|quatre',
  'vijf|five|fünf|cinq',
  'zes|six|sechs',
];
const COUNT = String.raw`\d{1,2}|${NUMBERS.join('|')}`;
const SECOND = 'sec(?:ond)?s?|seconden|secondes?|sekunden?';
const MINUTE = 'min(?:uut|uten|utes?|uten?|ute)?s?';
const HOUR = 'uur|uren|uurtje|hours?|hrs?|h|std|stunden?|heures?';
const DAY = 'dag|dagen|days?|d|tag|tagen|jours?|j';
const LONG =
  'weken|week|weeks?|wk|woche|wochen|semaines?|maand|maanden|mnd|months?|mo|monat|monaten?|mois|jaar|jaren|years?|yrs?|jahr|jahren?|ans?|années?';
const UNIT = `(?:${SECOND})|(?:${MINUTE})|(?:${HOUR})|(?:${DAY})|(?:${LONG})`;
const AGO = new RegExp(
  String.raw`(?<![${LETTER}\d])(?:(?:vor|il y a)\s+(?<n>${COUNT})\s?-?(?<u>${UNIT})|(?<n2>${COUNT})\s?(?<u2>${UNIT})\.?\s+(?:geleden|ago))(?![${LETTER}])`,
  'gi',
);
const CLOCK = String.raw`(?:,?\s*(?:om|um|at|à|,|\||-|–)?\s*\d{1,2}\s?[:.h]\s?\d\d)`;
/** Words for days, from today back. Without a time they can be the name of a tab, and name no day. */
const DAYS = [
  "vandaag|heute|today|aujourd['’]hui|zojuist|zonet|just now|gerade eben|à l['’]instant",
  'gisteren|gestern|yesterday|hier',
  'eergisteren|vorgestern|avant-hier|day before yesterday',
];
const NAMED = new RegExp(`(?<![${LETTER}-])(?:${DAYS.map((words) => `(${words})`).join('|')})(?![${LETTER}-])(?<clock>${CLOCK})?`, 'gi');
/** "Vorige week", "letzten Monat", "le mois dernier"; weekdays with a time. */
const VAGUE = new RegExp(
  String.raw`(?<![${LETTER}])(?:(?:vorige?|afgelopen|last|letzte[rsn]?|vergangene[rsn]?)\s(?:week|maand|jaar|month|year|woche|monat|jahr|[${LETTER}]+(?:dag|day|tag))|(?:semaine|mois|année)\s(?:dernière?|passée?)|(?:[${LETTER}]{2,6}(?:dag|day|tag)|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?=${CLOCK}))(?![${LETTER}])`,
  'gi',
);
/** "12 mei, 14:02", "20 nov": no year, so no day. */
const NO_YEAR = new RegExp(
  String.raw`(?<![${LETTER}\d.,:/-])(?:\d{1,2}(?:\.|er|st|nd|rd|th)?\s(?<m>[${LETTER}]{3,9})|(?<m2>[${LETTER}]{3,9})\.?\s\d{1,2}(?:st|nd|rd|th)?)(?![${LETTER}\d])(?!\.?,?\s?(?:\d{4}|['’]\d\d))`,
  'gi',
);
const QUICK =
  /ago|geleden|vor|il y a|hui|daa?g|day|tag|heute|g[ei]ster|hier|zojuist|zonet|now|eben|instant|week|last|letzte|dern|passé|di\b/i;

/**
 * Finds "3 uur geleden", "vor 2 Tagen", "gisteren 14:32" and resolves them against the clock of who reads. Weeks and longer, and days
 * without a year, are found but name no day.
 */
export function relativeDates(text: string, now: Date): RelativeInText[] {
  const found: RelativeInText[] = [];
  const add = (match: RegExpMatchArray, day: Day | null): void => {
    found.push({ day, index: match.index ?? 0, length: match[0].length });
  };
  const before = (millis: number): Day => localDay(new Date(now.getTime() - millis));
  if (QUICK.test(text)) {
    for (const match of text.matchAll(AGO)) {
      const unit = unitOf(match.groups?.u ?? match.groups?.u2 ?? '');
      add(match, unit === null ? null : before(unit * countOf(match.groups?.n ?? match.groups?.n2 ?? '')));
    }
    for (const match of text.matchAll(NAMED)) {
      const back = [match[1], match[2], match[3]].findIndex((word) => word !== undefined);
      add(match, match.groups?.clock === undefined ? null : before(DAY_LONG * back));
    }
    for (const match of text.matchAll(VAGUE)) add(match, null);
  }
  if (/\d/.test(text))
    for (const match of text.matchAll(NO_YEAR)) if (monthOf(match.groups?.m ?? match.groups?.m2 ?? '') !== null) add(match, null);
  return found.slice(0, 5);
}

const DAY_LONG = 86_400_000;
const UNITS: readonly [number, RegExp][] = [
  [1_000, new RegExp(`^(?:${SECOND})$`, 'i')],
  [60_000, new RegExp(`^(?:${MINUTE})$`, 'i')],
  [3_600_000, new RegExp(`^(?:${HOUR})$`, 'i')],
  [DAY_LONG, new RegExp(`^(?:${DAY})$`, 'i')],
];

/** Milliseconds, or null for units that name no day. */
function unitOf(unit: string): number | null {
  return UNITS.find(([, pattern]) => pattern.test(unit))?.[0] ?? null;
}

function countOf(word: string): number {
  const count = Number(word);
  if (!Number.isNaN(count)) return count;
  const at = NUMBERS.findIndex((words) => new RegExp(`^(?:${words})$`, 'i').test(word));
  return at === 0 ? 0.5 : at;
}
