import { type Amount, type Item, isStated, type Notice, type NoticeParty } from './notices';
import { csvCell } from './notices-csv';
import type { EntityId } from './register';

/** `e:` with an id of ours, `k:` with a number of the chamber of commerce, `n:` with a name; or one of those without any. */
export type SponsorKey = string;

/** Sponsors of whom there is no name to tell them apart. */
export type NamelessSponsor = 'person' | 'withheld' | 'not-stated' | 'not-read';

export interface Sponsor {
  key: SponsorKey;
  /** As the notices write it, the most frequent first. Empty for the nameless. */
  names: string[];
  nameless?: NamelessSponsor;
  entity?: EntityId;
  kvk?: string;
}

/** In one currency. `min` and `max` differ where a notice gives a range. */
export interface CurrencySum {
  currency: string;
  min: number;
  max: number;
  /** How many notices are in it. */
  notices: number;
}

export interface SponsorSum extends Sponsor {
  notices: number;
  /** By currency code. Currencies are never added together. */
  sums: CurrencySum[];
  /** Notices that give no amount, or of which it was not read. */
  without: number;
  /** Notices that give several amounts for one advertisement: none of them is counted. */
  contradicting: number;
}

/**
 * Who ordered an advertisement, told apart by our id, else by the number of the chamber of commerce, else by the name letter for
 * letter. Branches that give the number of their national organisation are one sponsor with it: in law they are.
 */
export function sponsorKey(sponsor: Item<NoticeParty>): SponsorKey {
  if (!isStated(sponsor)) return sponsor;
  if (!('name' in sponsor)) return 'person';
  const { entity, numbers, name } = sponsor;
  if (entity !== undefined) return `e:${entity}`;
  return numbers?.kvk === undefined ? `n:${name}` : `k:${numbers.kvk}`;
}

/** The sponsor of the newest version of a notice. */
export function sponsorOf({ versions }: Notice): Item<NoticeParty> {
  return versions[0]?.ad.sponsor ?? 'not-read';
}

/**
 * What each sponsor's notices come to for the advertisements themselves, from the newest version of each. Sums of campaigns are
 * not made: several notices can name the same campaign. By name.
 */
export function sumsBySponsor(notices: readonly Notice[]): SponsorSum[] {
  const groups = new Map<SponsorKey, Notice[]>();
  for (const notice of notices) {
    const key = sponsorKey(sponsorOf(notice));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [notice]);
    else group.push(notice);
  }
  const { compare } = new Intl.Collator('nl', { numeric: true });
  return [...groups]
    .map(([key, own]) => sumOf(key, own))
    .sort((a, b) => Number(a.nameless !== undefined) - Number(b.nameless !== undefined) || compare(a.names[0] ?? '', b.names[0] ?? ''));
}

function sumOf(key: SponsorKey, notices: readonly Notice[]): SponsorSum {
  const amounts = notices.map(({ versions }) => versions[0]?.ad.amount ?? 'not-read');
  const single = amounts.flatMap((amount) => (isStated(amount) && amount.length === 1 ? amount : []));
  const contradicting = amounts.filter((amount) => isStated(amount) && amount.length > 1).length;
  return {
    ...sponsorIn(key, notices.map(sponsorOf)),
    notices: notices.length,
    sums: sumsOf(single),
    without: notices.length - single.length - contradicting,
    contradicting,
  };
}

function sponsorIn(key: SponsorKey, parties: readonly Item<NoticeParty>[]): Sponsor {
  const named = parties.flatMap((party) => (isStated(party) && 'name' in party ? [party] : []));
  if (named.length === 0) return { key, names: [], nameless: key as NamelessSponsor };
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const entity = named.find((party) => party.entity !== undefined)?.entity;
  const kvk = named.find(({ numbers }) => numbers?.kvk !== undefined)?.numbers?.kvk;
  return {
    key,
    names: [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).map(([name]) => name),
    ...(entity === undefined ? {} : { entity }),
    ...(kvk === undefined ? {} : { kvk }),
  };
}

/** In cents: amounts with a point do not add up exactly. */
function sumsOf(amounts: readonly Amount[]): CurrencySum[] {
  const sums = new Map<string, CurrencySum>();
  for (const amount of amounts) {
    const { min, max } = 'value' in amount ? { min: amount.value, max: amount.value } : amount;
    const sum = sums.get(amount.currency) ?? { currency: amount.currency, min: 0, max: 0, notices: 0 };
    sums.set(amount.currency, { ...sum, min: added(sum.min, min), max: added(sum.max, max), notices: sum.notices + 1 });
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function added(a: number, b: number): number {
  return (Math.round(a * 100) + Math.round(b * 100)) / 100;
}

const COLUMNS = [
  'sponsor',
  'also_written',
  'sponsor_kvk',
  'entity',
  'notices',
  'currency',
  'sum_min',
  'sum_max',
  'notices_in_sum',
] as const;
const COUNTS = ['notices_without_amount', 'notices_with_several_amounts'] as const;

/** One row for each sponsor and currency; a sponsor without any amount has one row (RFC 4180). */
export function sumsCsv(sums: readonly SponsorSum[]): string {
  const rows = sums.flatMap((sum) => {
    const [name = sum.nameless ?? '', ...others] = sum.names;
    const own = [name, others.join('; '), sum.kvk ?? '', sum.entity ?? '', sum.notices];
    const counts = [sum.without, sum.contradicting];
    if (sum.sums.length === 0) return [[...own, '', '', '', 0, ...counts]];
    return sum.sums.map(({ currency, min, max, notices }) => [...own, currency, min, max, notices, ...counts]);
  });
  return [[...COLUMNS, ...COUNTS], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
