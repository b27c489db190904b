import { type Day, localDay } from '../dates';

export interface RelativeInText {
  day: Day;
  index: number;
  length: number;
}

const COUNT = String.raw`(?<n>\d{1,2}|een|a|an|one|eine[rmn]?|une?)`;
const UNIT = String.raw`(?<u>sec|min|uur|uren|hour|hr|std|stunde|heure|h|dag|day|tag|jour|d|j)[a-zéè]{0,5}\.?`;
const AGO = new RegExp(
  String.raw`(?<![a-zé])(?:(?:vor|il y a)\s+${COUNT}\s?${UNIT}|(?<n2>\d{1,2}|een|an?|one)\s?(?<u2>sec|min|uur|uren|hour|hr|h|dag|day|d)[a-zéè]{0,4}\.?\s+(?:geleden|ago))(?![a-zé])`,
  'gi',
);
const NAMED =
  /(?<![a-zé])(?:(vandaag|heute|today|aujourd['’]hui)|(gisteren|gestern|yesterday|hier))(?=,?\s*(?:om|um|at|à|,|\||-|–)?\s*\d{1,2}\s?[:.h]\s?\d\d)/gi;

/**
 * Finds "3 uur geleden", "vor 2 Tagen", "gisteren 14:32" and resolves them against the clock of who reads. Weeks and longer are left
 * out: they name no day.
 */
export function relativeDates(text: string, now: Date): RelativeInText[] {
  const found: RelativeInText[] = [];
  for (const match of text.matchAll(AGO)) {
    const g = match.groups ?? {};
    const count = Number(g.n ?? g.n2);
    const ago = millis(g.u ?? g.u2 ?? '') * (Number.isNaN(count) ? 1 : count);
    found.push({ day: localDay(new Date(now.getTime() - ago)), index: match.index, length: match[0].length });
  }
  for (const match of text.matchAll(NAMED)) {
    const ago = match[1] ? 0 : 86_400_000;
    found.push({ day: localDay(new Date(now.getTime() - ago)), index: match.index, length: match[0].length });
  }
  return found.slice(0, 5);
}

function millis(unit: string): number {
  const u = unit.toLowerCase();
  if (u === 'sec') return 1000;
  if (u === 'min') return 60_000;
  return /^(dag|day|tag|jour|d|j)$/.test(u) ? 86_400_000 : 3_600_000;
}
