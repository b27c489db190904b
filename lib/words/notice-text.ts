import type { Election } from '../core/elections';
import {
  type Amount,
  DUTY,
  type Item,
  isStated,
  type MoneyOrigin,
  NOTICE_ITEMS,
  type NoticeAd,
  type NoticeOrganisation,
  type NoticeParty,
  type NoticePeriod,
  type NoticeProblem,
  type NoticeProcess,
  type NoticeVersion,
  type TargetingMethod,
  targetingUsed,
} from '../core/notices';
import type { EntityId } from '../core/register';
import { answer, type Line, muted, source, strong } from './card-text';
import type { Length } from './chain-text';
import { snake } from './snake';
import { capitalised, type Run, type TextKey, type Words } from './words';

/** One item of a notice in sentences. Everything is as the notice states it. */
export interface NoticeRow {
  /** Null for the row that names what was not read. */
  item: keyof NoticeAd | null;
  label: string;
  lines: Line[];
  /** `absent`: the notice was read and does not say. `withheld`: it says so, and we do not keep it. */
  state: 'known' | 'absent' | 'withheld' | 'unread';
  /** The organisation of our list that it is, by its number. */
  entity?: EntityId;
}

export interface NoticeTextOptions {
  /** `brief`: who, how much, when, which election and targeting; also what the law always wants and the notice lacks. */
  length?: Length;
  /** To name the election of our list that a notice means. */
  elections?: readonly Election[];
}

const LABELS: Readonly<Record<keyof NoticeAd, TextKey>> = {
  sponsor: 'notice_item_sponsor',
  controller: 'notice_item_controller',
  payer: 'notice_item_payer',
  publisher: 'notice_item_publisher',
  period: 'notice_item_period',
  amount: 'notice_item_amount',
  campaignAmount: 'notice_item_campaign_amount',
  valuation: 'notice_item_valuation',
  origin: 'notice_item_origin',
  process: 'notice_item_process',
  targeting: 'notice_item_targeting',
  channels: 'notice_item_channels',
  participation: 'notice_item_participation',
  repository: 'notice_item_repository',
  complaint: 'notice_item_complaint',
  suspension: 'notice_item_suspension',
};

const BRIEF: ReadonlySet<keyof NoticeAd> = new Set([
  'sponsor',
  'controller',
  'payer',
  'period',
  'amount',
  'campaignAmount',
  'origin',
  'process',
  'targeting',
  'complaint',
]);

/** Beside which item a problem is said; the others are about the notice as a whole. */
const PLACE: Readonly<Partial<Record<NoticeProblem, keyof NoticeAd>>> = {
  'period-reversed': 'period',
  'period-unreadable': 'period',
  'amount-above-campaign': 'campaignAmount',
  'origin-unreadable': 'origin',
  'targeting-contradicts': 'targeting',
};

/** "Opdrachtgever: Partij van de Dijk." */
export function noticeLead({ ad: { sponsor } }: Pick<NoticeVersion, 'ad'>, words: Words): Run[] {
  if (sponsor === 'not-stated') return words.runs('notice_lead_absent');
  if (sponsor === 'not-read') return words.runs('notice_lead_not_read');
  if (sponsor === 'withheld') return words.runs('notice_lead_withheld');
  return 'name' in sponsor ? words.runs('notice_lead_sponsor', { name: strong(sponsor.name) }) : words.runs('notice_lead_person');
}

/**
 * The items of Articles 11 and 12 as rows, in the order of the law. What was not read comes last, in one row: what we read of
 * a notice may have no place for many of them.
 */
export function noticeRows(version: NoticeVersion, words: Words, { length = 'full', elections = [] }: NoticeTextOptions = {}): NoticeRow[] {
  const { ad, problems } = version;
  const items = NOTICE_ITEMS.filter(
    (item) => length === 'full' || BRIEF.has(item) || (DUTY[item] === 'always' && ad[item] === 'not-stated'),
  );
  const rows = items.flatMap((item): NoticeRow[] => {
    if (ad[item] === 'not-read' || (ad[item] === 'not-stated' && isLeftOut(item, length))) return [];
    // What targeting says against itself stands in its own lines.
    const own = problems.filter((problem) => PLACE[problem] === item && problem !== 'targeting-contradicts');
    const lines = [...itemLines(ad, item, words, elections), ...own.map((problem) => problemLine(problem, words))];
    return [{ item, label: itemLabel(item, words), lines, state: stateOf(ad[item]), ...entityOf(ad[item]) }];
  });
  const unread = items.filter((item) => ad[item] === 'not-read' && DUTY[item] !== 'not-asked');
  if (unread.length === 0) return rows;
  const names = unread.map((item) => itemLabel(item, words)).join(' · ');
  const last: NoticeRow = {
    item: null,
    label: words.t('notice_not_read_label'),
    lines: [muted(words.runs('notice_not_read_list')), source([{ text: names }])],
    state: 'unread',
  };
  return [...rows, last];
}

/** What cannot be or could not be read in the notice as a whole: everything that stands in no row of `noticeRows`. */
export function noticeProblems({ problems }: Pick<NoticeVersion, 'problems'>, words: Words): Line[] {
  return problems.filter((problem) => PLACE[problem] === undefined).map((problem) => problemLine(problem, words));
}

export function itemLabel(item: keyof NoticeAd, words: Words): string {
  return words.t(LABELS[item]);
}

/** What a notice says about one item, or in one sentence why nothing stands here. */
export function itemLines(ad: NoticeAd, item: keyof NoticeAd, words: Words, elections: readonly Election[] = []): Line[] {
  const value = ad[item];
  if (value === 'not-stated') return [muted(words.runs(DUTY[item] === 'where-applicable' ? 'notice_absent_optional' : 'notice_absent'))];
  if (value === 'not-read') return [muted(words.runs('notice_not_read'))];
  if (value === 'withheld') return [muted(words.runs(withheldKey(item)))];
  switch (item) {
    case 'sponsor':
    case 'controller':
    case 'payer':
    case 'publisher':
      return stated(ad[item], (party) => partyLines(party, words));
    case 'period':
      return stated(ad.period, (period) => [answer(capitalised([strong(periodText(period, words))]))]);
    case 'amount':
    case 'campaignAmount':
      return stated(ad[item], (amounts) => [answer(words.list(amounts.map((amount) => strong(amountText(amount, words)))))]);
    case 'origin':
      return stated(ad.origin, (origins) => originLines(origins, words));
    case 'process':
      return stated(ad.process, (process) => processLines(process, elections, words));
    case 'targeting':
      return stated(ad.targeting, (methods) => targetingLines(methods, words));
    case 'channels':
      return stated(ad.channels, (channels) => [answer(words.list(channels))]);
    case 'participation':
    case 'repository':
    case 'complaint':
      return stated(ad[item], (address) => [answer([{ text: address, href: address }])]);
    // Free text is never kept, so there is nothing to show.
    case 'valuation':
    case 'suspension':
      return [];
  }
}

/** "€ 12.000", "€ 1.000 tot € 5.000": in the currency of the notice, never converted. */
export function amountText(amount: Amount, words: Words): string {
  if ('value' in amount) return moneyText(amount.value, amount.currency, words);
  const [min, max] = [amount.min, amount.max].map((each) => moneyText(each, amount.currency, words));
  return words.t('notice_amount_range', { min: min ?? '', max: max ?? '' });
}

/** To the cent where there are cents. */
export function moneyText(value: number, currency: string, words: Words): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  const format = new Intl.NumberFormat(words.language === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  });
  return words.t('money', { currency: words.currency(currency), value: format.format(value) });
}

/** "10 januari 2027 tot en met 17 maart 2027", also where the end lies before the beginning. */
export function periodText({ from, to }: NoticePeriod, words: Words): string {
  if (from !== undefined && from === to) return words.day(from);
  if (from !== undefined && to !== undefined) return words.t('notice_period', { from: words.day(from), to: words.day(to) });
  if (from !== undefined) return words.t('notice_period_from', { day: words.day(from) });
  return to === undefined ? words.t('notice_absent') : words.t('notice_period_to', { day: words.day(to) });
}

function partyLines(party: NoticeParty, words: Words): Line[] {
  if (!('name' in party)) return [answer(words.runs('notice_person'))];
  const details = numbersOf(party, words);
  return [answer([strong(party.name)]), ...(details === '' ? [] : [source([{ text: details }])])];
}

function numbersOf({ numbers = {}, country }: NoticeOrganisation, words: Words): string {
  return [
    numbers.kvk === undefined ? null : words.t('notice_number_kvk', { number: numbers.kvk }),
    numbers.electoral === undefined ? null : words.t('notice_number_electoral', { number: numbers.electoral }),
    country === undefined ? null : (new Intl.DisplayNames(words.language, { type: 'region', fallback: 'code' }).of(country) ?? country),
  ]
    .filter((text) => text !== null)
    .join(' · ');
}

function originLines(origins: readonly MoneyOrigin[], words: Words): Line[] {
  const said = origins.flatMap(({ kind, from }) => {
    if (kind === undefined) return from === undefined ? [] : [words.t(`notice_origin_${snake(from)}`)];
    return [words.t(from === undefined ? `notice_origin_${kind}` : `notice_origin_${kind}_${snake(from)}`)];
  });
  return said.length === 0 ? [muted(words.runs('notice_absent'))] : [answer(capitalised(words.list(said)))];
}

function processLines({ words: own, election }: NoticeProcess, elections: readonly Election[], words: Words): Line[] {
  const ours = elections.find(({ id }) => id === election);
  const name = ours?.names[words.language];
  return [
    answer([strong(own)]),
    ...(ours === undefined || name === undefined
      ? []
      : [source(words.runs('notice_election', { name, date: words.roughDate(ours.date) }))]),
  ];
}

function targetingLines(methods: readonly TargetingMethod[], words: Words): Line[] {
  const used = targetingUsed(methods);
  if (used === 'no') return [answer(words.runs('notice_targeting_none'))];
  const named = methods.flatMap((method) => {
    if (method === 'none') return [];
    return [typeof method === 'string' ? words.t(`notice_targeting_${method}`) : method.words];
  });
  const lines = [answer(words.runs('notice_targeting_used', { methods: words.list(named) }))];
  return used === 'yes' ? lines : [...lines, problemLine('targeting-contradicts', words)];
}

function problemLine(problem: NoticeProblem, words: Words): Line {
  return answer(words.runs(`notice_problem_${snake(problem)}`));
}

function withheldKey(item: keyof NoticeAd): TextKey {
  if (item === 'valuation' || item === 'suspension') return 'notice_withheld_text';
  return item === 'complaint' ? 'notice_withheld_complaint' : 'notice_withheld';
}

function isLeftOut(item: keyof NoticeAd, length: Length): boolean {
  return DUTY[item] === 'not-asked' || (length === 'brief' && DUTY[item] === 'where-applicable');
}

function stateOf(value: Item<unknown>): NoticeRow['state'] {
  return value === 'not-stated' ? 'absent' : value === 'not-read' ? 'unread' : value === 'withheld' ? 'withheld' : 'known';
}

function entityOf(value: NoticeAd[keyof NoticeAd]): { entity?: EntityId } {
  return typeof value === 'object' && 'name' in value && value.entity !== undefined ? { entity: value.entity } : {};
}

function stated<T>(value: Item<T>, lines: (value: T) => Line[]): Line[] {
  return isStated(value) ? lines(value) : [];
}
