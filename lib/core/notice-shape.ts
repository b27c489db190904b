import { isDay } from './dates';
import { NOTICE_ITEMS, NOTICE_PROBLEMS, type Notice, type NoticeAd } from './notices';

export type ParsedNotice = { ok: true; value: Notice } | { ok: false; why: string };

const MAX_VERSIONS = 200;
const MAX_LIST = 40;
const MAX_TEXT = 300;
const STATES: ReadonlySet<unknown> = new Set(['not-stated', 'not-read', 'withheld']);
const METHODS: ReadonlySet<unknown> = new Set(['none', 'contextual', 'demographic', 'geographic']);
const PROBLEMS: ReadonlySet<unknown> = new Set(NOTICE_PROBLEMS);

type Bag = Record<string, unknown>;

class Refused extends Error {}

function refuse(why: string): never {
  throw new Refused(why);
}

/**
 * Checks a notice of a built register after `JSON.parse`, fully enough to show it without surprises. Unknown keys are let
 * through for a later edition, except those that hold persons or ways to reach them.
 */
export function parseNotice(json: unknown): ParsedNotice {
  try {
    checkNotice(json);
    // Every field that the type promises was looked at above.
    return { ok: true, value: json as Notice };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.message };
    throw error;
  }
}

export function isNoticeId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}\/[A-Za-z0-9][\w.~-]{0,99}(?:\/[\w.~-]{1,100}){0,8}$/.test(value);
}

function checkNotice(json: unknown): void {
  const notice = bag(json, 'notice');
  if (!isNoticeId(notice.id)) refuse('id');
  if (notice.scheme !== notice.id.split('/')[0]) refuse('scheme');
  address(notice.address, 'address');
  const versions = list(notice.versions, MAX_VERSIONS, 'versions');
  if (versions.length === 0) refuse('no version');
  for (const version of versions) checkVersion(bag(version, 'version'));
}

function checkVersion(version: Bag): void {
  if (typeof version.version !== 'number' || !Number.isInteger(version.version) || version.version < 1) refuse('version number');
  if (version.published !== 'not-stated') day(version.published, 'published');
  day(version.retrieved, 'retrieved');
  if (list(version.sources, MAX_LIST, 'sources').length === 0) refuse('no source');
  for (const source of list(version.sources, MAX_LIST, 'sources')) words(source, 'source');
  for (const problem of list(version.problems, MAX_LIST, 'problems')) if (!PROBLEMS.has(problem)) refuse('problem');
  const ad = bag(version.ad, 'ad');
  for (const name of NOTICE_ITEMS) if (!STATES.has(ad[name])) CHECKS[name](ad[name], name);
}

type Check = (value: unknown, what: string) => void;

const never: Check = (_, what) => refuse(what);

const CHECKS: Record<keyof NoticeAd, Check> = {
  sponsor: party,
  controller: party,
  payer: party,
  publisher: party,
  period: (value, what) => {
    const { from, to } = bag(value, what);
    if (from !== undefined) day(from, what);
    if (to !== undefined) day(to, what);
  },
  amount: amounts,
  campaignAmount: amounts,
  valuation: never,
  origin: (value, what) => {
    for (const each of some(value, what)) {
      const { kind, from } = bag(each, what);
      if (kind !== undefined && kind !== 'public' && kind !== 'private') refuse(what);
      if (from !== undefined && from !== 'eu' && from !== 'outside-eu') refuse(what);
    }
  },
  process: (value, what) => {
    const it = bag(value, what);
    words(it.words, what);
    if (it.election !== undefined) words(it.election, what);
  },
  targeting: (value, what) => {
    for (const each of some(value, what)) if (!METHODS.has(each)) words(bag(each, what).words, what);
  },
  channels: (value, what) => {
    for (const each of some(value, what)) words(each, what);
  },
  participation: address,
  repository: address,
  complaint: address,
  suspension: never,
};

function party(value: unknown, what: string): void {
  const it = bag(value, what);
  if (it.naturalPerson === true) {
    if (Object.keys(it).length !== 1) refuse(`${what}: a person has no name here`);
    return;
  }
  words(it.name, what);
  for (const key of Object.keys(it)) if (/mail|phone|address|contact|street|given|family/i.test(key)) refuse(`${what}: ${key}`);
  if (it.country !== undefined && !(typeof it.country === 'string' && /^[A-Z]{2}$/.test(it.country))) refuse(`${what}: country`);
  if (it.entity !== undefined) words(it.entity, what);
  if (it.numbers !== undefined) for (const number of Object.values(bag(it.numbers, what))) words(number, what);
}

function amounts(value: unknown, what: string): void {
  for (const each of some(value, what)) {
    const { value: exact, min, max, currency } = bag(each, what);
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) refuse(`${what}: currency`);
    const numbers = exact === undefined ? [min, max] : [exact];
    if (!numbers.every((number) => typeof number === 'number' && Number.isFinite(number) && number >= 0)) refuse(what);
  }
}

function bag(value: unknown, what: string): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(what);
  return value as Bag;
}

function list(value: unknown, most: number, what: string): unknown[] {
  if (!Array.isArray(value) || value.length > most) refuse(what);
  return value;
}

function some(value: unknown, what: string): unknown[] {
  const items = list(value, MAX_LIST, what);
  return items.length === 0 ? refuse(what) : items;
}

function words(value: unknown, what: string): void {
  if (typeof value !== 'string' || value === '' || value.length > MAX_TEXT) refuse(what);
}

function day(value: unknown, what: string): void {
  if (!isDay(value)) refuse(what);
}

function address(value: unknown, what: string): void {
  if (typeof value !== 'string' || value.length > 2000 || !/^https?:\/\/[^\s/]/.test(value)) refuse(what);
}
