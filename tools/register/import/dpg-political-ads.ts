import { organisationName, plainLine, shortWords, statedNumber } from '../../../lib/core/notice-words';
import {
  type Amount,
  contradictions,
  type Item,
  type NoticeAd,
  type NoticeParty,
  type NoticeProblem,
  noticeDay,
  UNREAD_AD,
} from '../../../lib/core/notices';
import { ImportProblem } from './clean';
import type { ImportedNotice } from './notice-files';

/** Of one country; the answer is not paged. */
export const DPG_ADS = 'https://privacy.dpgmedia.nl/api/campaign-items?countryCode=NL';

type Fields = Record<string, unknown>;

const MAX_ITEMS = 50_000;

/**
 * The answer of DPG Media: `{campaignItems: […]}`, before November 2025 `{items: […]}`. Of its fields these are known from a program
 * that reads it: `sponsorName`, `payerName`, `channel`, `publicationStartDate`, `budgetLowerBound` and `budgetUpperBound`; whatever
 * else is in it is not looked at, and said to be unread.
 */
export function dpgNotices(json: unknown, from: string): ImportedNotice[] {
  const list = isFields(json) ? (json.campaignItems ?? json.items) : json;
  if (!Array.isArray(list)) throw new ImportProblem(`${from}: no answer of DPG Media — it has a list "campaignItems"`);
  if (list.length > MAX_ITEMS) throw new ImportProblem(`${from}: ${list.length} items, more than the ${MAX_ITEMS} that are read at a time`);
  return list.map((item: unknown, at) => {
    if (!isFields(item)) throw new ImportProblem(`${from}: item ${at + 1} is no advertisement`);
    return noticeOf(item, `${from}: item ${at + 1}`);
  });
}

function noticeOf(item: Fields, where: string): ImportedNotice {
  const id = [item.id, item.campaignItemId].find((each) => typeof each === 'string' || typeof each === 'number');
  if (id === undefined || !/^[A-Za-z0-9][\w.~-]{0,99}$/.test(String(id)))
    throw new ImportProblem(`${where} has no number (id) — nothing was written`);
  const problems = new Set<NoticeProblem>();
  const from = noticeDay(item.publicationStartDate);
  const to = noticeDay(item.publicationEndDate);
  if (item.publicationStartDate !== undefined && from === null) problems.add('period-unreadable');
  const channel = shortWords(item.channel);
  const ad: NoticeAd = {
    ...UNREAD_AD,
    sponsor: party(item.sponsorName),
    payer: party(item.payerName),
    period: from === null && to === null ? 'not-stated' : { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
    amount: budget(item, problems),
    channels: channel === null ? 'not-read' : [channel],
  };
  for (const problem of contradictions(ad)) problems.add(problem);
  return {
    id: `dpg/${String(id)}`,
    // The page lists them all; there is no known address of one.
    address: 'https://privacy.dpgmedia.nl/nl/political-ads',
    version: null,
    published: from ?? 'not-stated',
    ad,
    problems: [...problems],
  };
}

/** The answer holds no number of an organisation, so only a name that says so itself is kept. */
function party(value: unknown): Item<NoticeParty> {
  if (value === undefined) return 'not-read';
  if (plainLine(value, 1000) === null) return 'not-stated';
  const name = organisationName(value, { registered: false });
  return name === null ? 'withheld' : { name };
}

/** A range, or one of its ends; the currency where it is stated, and euro because the answer is about one country that has it. */
function budget(item: Fields, problems: Set<NoticeProblem>): Item<Amount[]> {
  const { budgetLowerBound: lower, budgetUpperBound: upper, budgetCurrency, currency: stated } = item;
  if (lower === undefined && upper === undefined) return 'not-read';
  if ((lower ?? null) === null && (upper ?? null) === null) return 'not-stated';
  const currency = budgetCurrency ?? stated ?? 'EUR';
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    problems.add('currency-unclear');
    return 'not-stated';
  }
  const [min, max] = [statedNumber(lower ?? 0), statedNumber(upper ?? lower)];
  if (min === null || max === null) {
    problems.add('amount-unreadable');
    return 'not-stated';
  }
  return [min === max ? { value: min, currency } : { min, max, currency }];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
