import { type Day, isDay } from './dates';
import type { EntityId, SourceId } from './register';

/**
 * Transparency notices of political advertising: what Articles 11 and 12 of Regulation (EU) 2024/900 and Annex II of
 * Implementing Regulation (EU) 2025/1410 want said. Everything is kept as the notice states it; nothing is converted or mended.
 */

/** `scheme/id`: `politiekereclame/kdldpv`. The scheme says who keeps the notices. */
export type NoticeId = string;

export interface Notice {
  id: NoticeId;
  scheme: string;
  /** The public page of the notice. */
  address: string;
  /** Those we have, newest first. A gap in the numbers is a version that nobody saved. */
  versions: NoticeVersion[];
}

export interface NoticeVersion {
  /** As its publisher counts, from 1; counted by us where the publisher does not. */
  version: number;
  published: Day | 'not-stated';
  /** The day on which this text was saved or fetched. */
  retrieved: Day;
  ad: NoticeAd;
  /** What in it cannot be, or could not be read. It is shown as stated, with this beside it. */
  problems: NoticeProblem[];
  sources: SourceId[];
}

/**
 * `not-stated`: the notice was read and does not say. `not-read`: what we read of the notice has no place for it, so nothing
 * can be said. `withheld`: it is stated, and not kept, because it is or may be about a person or a way to reach one.
 */
export type Item<T> = T | 'not-stated' | 'not-read' | 'withheld';

export interface NoticeAd {
  /** Who ordered it. */
  sponsor: Item<NoticeParty>;
  /** Who controls the sponsor in the end. */
  controller: Item<NoticeParty>;
  /** Who pays, where that is another. */
  payer: Item<NoticeParty>;
  publisher: Item<NoticeParty>;
  period: Item<NoticePeriod>;
  /** For this advertisement. More than one when the notice states several, which may contradict each other. */
  amount: Item<Amount[]>;
  /** For the whole campaign. */
  campaignAmount: Item<Amount[]>;
  /** How the amounts were worked out: free text, so `withheld` when it is there. */
  valuation: Item<never>;
  origin: Item<MoneyOrigin[]>;
  /** The election, referendum or process it is linked to. */
  process: Item<NoticeProcess>;
  targeting: Item<TargetingMethod[]>;
  /** Where it appeared, in the words of the notice: newspapers, radio. */
  channels: Item<string[]>;
  /** Address with official information about taking part in the vote. */
  participation: Item<string>;
  /** Address in the European repository. */
  repository: Item<string>;
  /** Address at which a breach can be reported. An e-mail address is `withheld`. */
  complaint: Item<string>;
  /** Whether an earlier publication was suspended for a breach: free text, so `withheld` when it is there. */
  suspension: Item<never>;
}

/** An organisation, or that it is a person: never who. */
export type NoticeParty = NoticeOrganisation | { naturalPerson: true };

export interface NoticeOrganisation {
  name: string;
  /** Of the chamber of commerce; and of a register of parties, as written. */
  numbers?: { kvk?: string; electoral?: string };
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Of ours, by the number of the chamber of commerce alone. Filled in when the register is built. */
  entity?: EntityId;
}

export interface NoticePeriod {
  from?: Day;
  to?: Day;
}

/** In the currency as written (ISO 4217). A range where the publisher gives one. */
export type Amount = { value: number; currency: string } | { min: number; max: number; currency: string };

export interface MoneyOrigin {
  kind?: 'public' | 'private';
  from?: 'eu' | 'outside-eu';
}

export interface NoticeProcess {
  /** Of the notice. */
  words: string;
  /** Id of our election, where the words are one of its names. */
  election?: string;
}

/** `none` is the notice saying that no targeting was used. */
export type TargetingMethod = 'none' | 'contextual' | 'demographic' | 'geographic' | { words: string };

export type NoticeProblem =
  | 'period-reversed'
  | 'period-unreadable'
  | 'amount-above-campaign'
  | 'amount-contradicts'
  | 'amount-unreadable'
  | 'currency-unclear'
  | 'number-unreadable'
  | 'origin-unreadable'
  /** It says that there was no targeting, and names targeting. */
  | 'targeting-contradicts'
  /** Another text under a number that was used before. */
  | 'same-number-other-text';

export const NOTICE_PROBLEMS: readonly NoticeProblem[] = [
  'period-reversed',
  'period-unreadable',
  'amount-above-campaign',
  'amount-contradicts',
  'amount-unreadable',
  'currency-unclear',
  'number-unreadable',
  'origin-unreadable',
  'targeting-contradicts',
  'same-number-other-text',
];

export const NOTICE_ITEMS = [
  'sponsor',
  'controller',
  'payer',
  'publisher',
  'period',
  'amount',
  'campaignAmount',
  'valuation',
  'origin',
  'process',
  'targeting',
  'channels',
  'participation',
  'repository',
  'complaint',
  'suspension',
] as const satisfies readonly (keyof NoticeAd)[];

/**
 * What the Regulation wants of every notice (`always`), and what only where there is such a thing. Article 12(1) and Annex II;
 * `channels` and `publisher` are no items of the notice.
 */
export const DUTY: Readonly<Record<keyof NoticeAd, 'always' | 'where-applicable' | 'not-asked'>> = {
  sponsor: 'always',
  controller: 'where-applicable',
  payer: 'where-applicable',
  publisher: 'not-asked',
  period: 'always',
  amount: 'always',
  campaignAmount: 'always',
  valuation: 'always',
  origin: 'always',
  process: 'where-applicable',
  targeting: 'always',
  channels: 'not-asked',
  participation: 'where-applicable',
  repository: 'where-applicable',
  complaint: 'always',
  suspension: 'where-applicable',
};

/** Nothing read yet. */
export const UNREAD_AD: Readonly<NoticeAd> = {
  sponsor: 'not-read',
  controller: 'not-read',
  payer: 'not-read',
  publisher: 'not-read',
  period: 'not-read',
  amount: 'not-read',
  campaignAmount: 'not-read',
  valuation: 'not-read',
  origin: 'not-read',
  process: 'not-read',
  targeting: 'not-read',
  channels: 'not-read',
  participation: 'not-read',
  repository: 'not-read',
  complaint: 'not-read',
  suspension: 'not-read',
};

export function isStated<T>(item: Item<T>): item is T {
  return item !== 'not-stated' && item !== 'not-read' && item !== 'withheld';
}

/** What the law wants of every notice and this one does not say: "Dit staat niet in de verklaring." */
export function missingItems(ad: NoticeAd): (keyof NoticeAd)[] {
  return NOTICE_ITEMS.filter((name) => DUTY[name] === 'always' && ad[name] === 'not-stated');
}

/** Whether targeting was used, as the notice states it; `contradictory` when it says both. */
export function targetingUsed(methods: readonly TargetingMethod[]): 'yes' | 'no' | 'contradictory' {
  const none = methods.includes('none');
  return methods.length > (none ? 1 : 0) ? (none ? 'contradictory' : 'yes') : 'no';
}

/** What the dates, amounts and methods say against each other. Reading problems are the reader's to add. */
export function contradictions(ad: NoticeAd): NoticeProblem[] {
  const found: NoticeProblem[] = [];
  const { period, amount, campaignAmount, targeting } = ad;
  if (isStated(period) && period.from !== undefined && period.to !== undefined && period.from > period.to) found.push('period-reversed');
  if (isStated(amount) && isStated(campaignAmount) && aboveAll(amount, campaignAmount)) found.push('amount-above-campaign');
  if ([amount, campaignAmount].some((each) => isStated(each) && each.length > 1)) found.push('amount-contradicts');
  if (isStated(targeting) && targetingUsed(targeting) === 'contradictory') found.push('targeting-contradicts');
  return found;
}

/** Amounts in different currencies are not compared. */
function aboveAll(amounts: readonly Amount[], campaign: readonly Amount[]): boolean {
  return amounts.some((one) => campaign.length > 0 && campaign.every((all) => one.currency === all.currency && least(one) > most(all)));
}

function least(amount: Amount): number {
  return 'value' in amount ? amount.value : amount.min;
}

function most(amount: Amount): number {
  return 'value' in amount ? amount.value : amount.max;
}

/** Names of the items that say something else in the newer of two versions. */
export function changedItems(older: NoticeAd, newer: NoticeAd): (keyof NoticeAd)[] {
  return NOTICE_ITEMS.filter((name) => text(older[name]) !== text(newer[name]));
}

/** One spelling whatever the order of the keys, and without what the build adds. */
function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([key, inner]) => key !== 'entity' && inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${text(inner)}`)
    .join()}}`;
}

/** Whole calendar days only; a notice that gives less has not given a date. */
export function noticeDay(value: unknown): Day | null {
  if (typeof value !== 'string') return null;
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value.trim()) ?? [];
  return isDay(day) ? day : null;
}
