import { type Amount, type Item, isStated, type Notice, type NoticeParty, type NoticeVersion, type TargetingMethod } from './notices';

const COLUMNS: readonly [string, (notice: Notice, version: NoticeVersion) => string | number][] = [
  ['notice', ({ id }) => id],
  ['address', ({ address }) => address],
  ['version', (_, { version }) => version],
  ['published', (_, { published }) => published],
  ['retrieved', (_, { retrieved }) => retrieved],
  ['sponsor', (_, { ad }) => party(ad.sponsor)],
  ['sponsor_kvk', (_, { ad }) => kvk(ad.sponsor)],
  ['controller', (_, { ad }) => party(ad.controller)],
  ['payer', (_, { ad }) => party(ad.payer)],
  ['process', (_, { ad }) => cell(ad.process, ({ words }) => words)],
  ['election', (_, { ad }) => cell(ad.process, ({ election }) => election ?? '')],
  ['from', (_, { ad }) => cell(ad.period, ({ from }) => from ?? '')],
  ['to', (_, { ad }) => cell(ad.period, ({ to }) => to ?? '')],
  ['amount', (_, { ad }) => cell(ad.amount, numbers)],
  ['amount_currency', (_, { ad }) => cell(ad.amount, currencies)],
  ['campaign_amount', (_, { ad }) => cell(ad.campaignAmount, numbers)],
  ['campaign_amount_currency', (_, { ad }) => cell(ad.campaignAmount, currencies)],
  [
    'origin',
    (_, { ad }) => cell(ad.origin, (origins) => origins.map(({ kind, from }) => [kind, from].filter(Boolean).join(' ')).join('; ')),
  ],
  ['targeting', (_, { ad }) => cell(ad.targeting, (methods) => methods.map(method).join('; '))],
  ['channels', (_, { ad }) => cell(ad.channels, (channels) => channels.join('; '))],
  ['problems', (_, { problems }) => problems.join('; ')],
  ['sources', (_, { sources }) => sources.join('; ')],
];

/** One row for each version, newest first (RFC 4180). Amounts with a point and never converted; a range is `min-max`. */
export function noticesCsv(notices: readonly Notice[]): string {
  const rows = notices.flatMap((notice) => notice.versions.map((version) => COLUMNS.map(([, value]) => value(notice, version))));
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are left as they are. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const guarded = /^[\s]*[=+\-@\t\r|]/.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function cell<T>(item: Item<T>, show: (value: T) => string): string {
  return isStated(item) ? show(item) : item;
}

function party(item: Item<NoticeParty>): string {
  return cell(item, (value) => ('name' in value ? value.name : 'natural-person'));
}

function kvk(item: Item<NoticeParty>): string {
  return cell(item, (value) => ('name' in value ? (value.numbers?.kvk ?? '') : ''));
}

function numbers(amounts: readonly Amount[]): string {
  return amounts.map((amount) => ('value' in amount ? String(amount.value) : `${amount.min}-${amount.max}`)).join('; ');
}

function currencies(amounts: readonly Amount[]): string {
  return [...new Set(amounts.map(({ currency }) => currency))].join('; ');
}

function method(value: TargetingMethod): string {
  return typeof value === 'string' ? value : value.words;
}
