import { kvkNumber, organisationName, shortWords, statedNumber } from '../../../lib/core/notice-words';
import {
  type Amount,
  contradictions,
  type Item,
  type MoneyOrigin,
  type NoticeAd,
  type NoticeParty,
  type NoticePeriod,
  type NoticeProblem,
  noticeDay,
  type TargetingMethod,
  UNREAD_AD,
} from '../../../lib/core/notices';
import { ImportProblem } from './clean';
import type { ImportedNotice } from './notice-files';

/** What its public API answers: `{items: […], meta: {…}}`, the items alone, or one. */
export const POLITIEKERECLAME = 'https://politiekereclame.nl/api/public/statements';

type Fields = Record<string, unknown>;

const MAX_ITEMS = 20_000;

/**
 * Reads the fields that the Regulation asks for, by name. Everything else (names of contacts, addresses, e-mail, the message
 * itself, its title) is not looked at, so that a field that is new tomorrow is not taken along either.
 */
export function politiekereclameNotices(json: unknown, from: string): ImportedNotice[] {
  return itemsIn(json, from).map((item, at) => noticeOf(item, `${from}: item ${at + 1}`));
}

function itemsIn(json: unknown, from: string): Fields[] {
  const list = Array.isArray(json) ? json : isFields(json) && Array.isArray(json.items) ? json.items : isFields(json) ? [json] : null;
  if (list === null) throw new ImportProblem(`${from}: no answer of politiekereclame.nl — it has a list "items"`);
  if (list.length > MAX_ITEMS) throw new ImportProblem(`${from}: ${list.length} items, more than the ${MAX_ITEMS} that are read at a time`);
  return list.map((item: unknown, at): Fields => {
    if (!isFields(item)) throw new ImportProblem(`${from}: item ${at + 1} is no statement`);
    return item;
  });
}

function noticeOf(item: Fields, where: string): ImportedNotice {
  const id = item.public_id;
  if (typeof id !== 'string' || !/^[a-z0-9]{4,20}$/i.test(id))
    throw new ImportProblem(`${where} has no number (public_id) — nothing was written`);
  const problems = new Set<NoticeProblem>();
  const ad: NoticeAd = {
    ...UNREAD_AD,
    sponsor: party(item, 'opdrachtgever', problems),
    controller: party(item, 'gezaghebbende', problems),
    payer: party(item, 'betalende', problems),
    period: period(item, problems),
    amount: amount(item.betaalde_media_waarde_euro, problems),
    campaignAmount: amount(item.totale_waarde_campagne_euro, problems),
    valuation:
      item.methode_waardebepaling_voordelen_natura === undefined
        ? 'not-read'
        : says(item.methode_waardebepaling_voordelen_natura)
          ? 'withheld'
          : 'not-stated',
    origin: origin(item.oorsprong_ontvangen_bedragen, problems),
    process: process(item),
    targeting: targeting(item.gebruikte_targeting_techniek),
    channels: channels(item.ingezette_media),
  };
  for (const problem of contradictions(ad)) problems.add(problem);
  return {
    id: `politiekereclame/${id}`,
    address: `https://politiekereclame.nl/transparantie-verklaringen/${id}`,
    version: versionNumber(item),
    published: noticeDay(item.date_published) ?? 'not-stated',
    ad,
    problems: [...problems],
  };
}

function versionNumber({ versions, versions_count: count }: Fields): number | null {
  for (const given of [versions, count])
    if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 10_000) return given;
  return null;
}

function party(item: Fields, role: 'opdrachtgever' | 'gezaghebbende' | 'betalende', problems: Set<NoticeProblem>): Item<NoticeParty> {
  const given = item[`${role}_naam_organisatie`];
  const kvk = kvkNumber(item[`${role}_kvk_nummer`]);
  if (kvk === 'unreadable') problems.add('number-unreadable');
  const registered = kvk !== null && kvk !== 'unreadable';
  if (given === undefined && !registered) return 'not-read';
  // A form with a person's own name and no organisation: that there is a person is all that is kept.
  const person = [`${role}_voornaam`, `${role}_achternaam`, `${role}_naam_natuurlijk_persoon`].some((name) => says(item[name]));
  if (!says(given)) return person ? { naturalPerson: true } : 'not-stated';
  const name = organisationName(given, { registered });
  if (name === null) return 'withheld';
  const electoral = shortWords(item[`${role}_registratienummer_kiesraad`]);
  const numbers = { ...(registered ? { kvk } : {}), ...(electoral === null ? {} : { electoral }) };
  return { name, ...(Object.keys(numbers).length === 0 ? {} : { numbers }) };
}

function period(item: Fields, problems: Set<NoticeProblem>): Item<NoticePeriod> {
  const [start, end] = [item.campagne_periode_startdatum, item.campagne_periode_einddatum];
  if (start === undefined && end === undefined) return 'not-read';
  const [from, to] = [noticeDay(start), noticeDay(end)];
  if ((says(start) && from === null) || (says(end) && to === null)) problems.add('period-unreadable');
  if (from === null && to === null) return 'not-stated';
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** The names of the fields say that these are euros; a text with another currency in it is not read as such. */
function amount(value: unknown, problems: Set<NoticeProblem>): Item<Amount[]> {
  if (value === undefined) return 'not-read';
  if (!says(value)) return 'not-stated';
  const bare = typeof value === 'string' ? value.replace(/^\s*(?:€|EUR)\s*|\s*(?:€|EUR|,-)\s*$/gi, '') : value;
  const read = statedNumber(bare);
  if (read !== null) return [{ value: read, currency: 'EUR' }];
  problems.add(typeof value === 'string' && /[$£¥]|\b[A-Z]{3}\b/.test(value) ? 'currency-unclear' : 'amount-unreadable');
  return 'not-stated';
}

const ORIGINS: Readonly<Record<string, MoneyOrigin>> = {
  'publiek geld van binnen de eu': { kind: 'public', from: 'eu' },
  'publiek geld van buiten de eu': { kind: 'public', from: 'outside-eu' },
  'particulier geld van binnen de eu': { kind: 'private', from: 'eu' },
  'particulier geld van buiten de eu': { kind: 'private', from: 'outside-eu' },
};

function origin(value: unknown, problems: Set<NoticeProblem>): Item<MoneyOrigin[]> {
  if (value === undefined) return 'not-read';
  const words = listed(value);
  if (words.length === 0) return 'not-stated';
  const found = words.flatMap((word) => ORIGINS[word.toLowerCase()] ?? []);
  if (found.length < words.length) problems.add('origin-unreadable');
  return found.length === 0 ? 'not-stated' : found.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? 1 : -1));
}

const METHODS: Readonly<Record<string, TargetingMethod>> = {
  geen: 'none',
  contextueel: 'contextual',
  demografisch: 'demographic',
  geografisch: 'geographic',
};

function targeting(value: unknown): Item<TargetingMethod[]> {
  if (value === undefined) return 'not-read';
  const words = listed(value).filter((word) => !/^anders:?$/i.test(word));
  if (words.length === 0) return 'not-stated';
  const found = words.flatMap((word): TargetingMethod[] => {
    const known = METHODS[word.toLowerCase()];
    if (known !== undefined) return [known];
    const kept = shortWords(word);
    return kept === null ? [] : [{ words: kept }];
  });
  // In one order, so that the same methods named otherwise are no change.
  const order = Object.values(METHODS);
  return found.length === 0 ? 'withheld' : found.sort((a, b) => place(order, a) - place(order, b));
}

function place(order: readonly TargetingMethod[], method: TargetingMethod): number {
  const at = order.indexOf(method);
  return at < 0 ? order.length : at;
}

function channels(value: unknown): Item<string[]> {
  if (value === undefined || value === null) return 'not-read';
  const words = listed(value);
  if (words.length === 0) return 'not-stated';
  const kept = words.flatMap((word) => shortWords(word) ?? []);
  return kept.length === 0 ? 'withheld' : kept.sort();
}

function process(item: Fields): Item<{ words: string }> {
  const { theme, theme_link: link } = item;
  const value = isFields(link) ? link.label : theme;
  if (value === undefined) return 'not-read';
  if (!says(value)) return 'not-stated';
  const words = shortWords(value);
  return words === null ? 'withheld' : { words };
}

function listed(value: unknown): string[] {
  const line = typeof value === 'string' ? value : Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(',') : '';
  if (line.length > 4000) return [];
  const words = line.split(',').map((word) => word.replace(/\s+/g, ' ').trim());
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 40);
}

/** Whether a field is filled in at all. */
function says(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
