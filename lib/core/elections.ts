import { compareRough, type Day, isDay, type RoughDate } from './dates';
import type { SourceId } from './register';

export type ElectionKind = 'municipal' | 'provincial' | 'water-board' | 'national' | 'senate' | 'european' | 'referendum';

/** An election or referendum: when it is, how sure that is, and where the authorities say how it works. */
export interface Election {
  id: string;
  kind: ElectionKind;
  /** ISO 3166-1 alpha-2; `EU` for the European Parliament. */
  area: string;
  names: { nl: string; en: string };
  /** Other names under which notices speak of it, exactly. */
  alsoNamed?: string[];
  date: RoughDate;
  /** `expected`: follows from the law, and no authority was seen to name the day. */
  status: 'held' | 'certain' | 'expected';
  /** Only organisations and citizens of the EU may order advertising about it, from the first to the last of these days. */
  euSponsorsOnly?: { from: Day; to: Day };
  links: ElectionLink[];
  sources: SourceId[];
}

export interface ElectionLink {
  /** How to vote; who organises it; how anybody can check the count; where to report political advertising. */
  kind: 'voting' | 'authority' | 'counting' | 'complaint';
  address: string;
  names: { nl: string; en: string };
  sources: SourceId[];
}

/** From this day on the Regulation applies in full: Article 30 of Regulation (EU) 2024/900. */
const APPLIES: Day = '2025-10-10';

/**
 * The last three months before an election or referendum, in which advertising services about it may be given only to sponsors
 * from the EU: Article 5(2) of Regulation (EU) 2024/900. Null for a date without a day, and for an election of before.
 */
export function euSponsorsOnly(date: RoughDate): { from: Day; to: Day } | null {
  if (!isDay(date) || date < APPLIES) return null;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) - 3;
  const [fromYear, fromMonth] = [Math.floor(months / 12), (months % 12) + 1];
  // The 31st of a month that has none is its last day.
  const last = new Date(Date.UTC(fromYear, fromMonth, 0)).getUTCDate();
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const from = `${pad(fromYear, 4)}-${pad(fromMonth, 2)}-${pad(Math.min(day, last), 2)}`;
  return { from: from < APPLIES ? APPLIES : from, to: date };
}

/** The elections whose campaign it is on a day, the nearest first: within the three months that the law sets, election day included. */
export function campaignsOn(elections: readonly Election[], today: Day): Election[] {
  return elections
    .filter(({ euSponsorsOnly: period }) => period !== undefined && period.from <= today && today <= period.to)
    .sort((a, b) => compareRough(a.date, b.date) || (a.id < b.id ? -1 : 1));
}

/** Elections still to come, the nearest first; one of which only the month is known is still to come in that month, and stands at its end. */
export function electionsAfter(elections: readonly Election[], today: Day): Election[] {
  return (
    elections
      .filter(({ date }) => date >= today.slice(0, date.length))
      // One of which only the year is known may be as late as its last day.
      .sort((a, b) => compareRough(`${a.date}~`, `${b.date}~`) || (a.id < b.id ? -1 : 1))
  );
}

/** The election that the words of a notice are a name of, letter for letter but for capitals and spaces; null when none or several. */
export function electionNamed(words: string, elections: readonly Pick<Election, 'id' | 'names' | 'alsoNamed'>[]): string | null {
  const wanted = plain(words);
  const found = elections.filter(({ names, alsoNamed }) =>
    [names.nl, names.en, ...(alsoNamed ?? [])].some((name) => plain(name) === wanted),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Where a breach can be reported, by the authority's own site: of the election that a notice is about, else of any in the same country. */
export function complaintLink(election: string | undefined, elections: readonly Election[], area: string): ElectionLink | null {
  const own = elections.filter(({ id }) => id === election);
  const links = [...own, ...elections.filter((each) => each.area === area)].flatMap((each) => each.links);
  return links.find(({ kind }) => kind === 'complaint') ?? null;
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
