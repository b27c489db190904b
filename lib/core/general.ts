import { isDay, isRoughDate } from './dates';
import type { Election } from './elections';
import { isNoticePath, type NoticeAddress } from './notice-addresses';
import type { PlatformPolicy } from './platform-policies';

/** What the register knows apart from any site: small, and the same for every page. It lies in one part, `GENERAL_KEY`. */
export interface General {
  elections: Election[];
  noticeAddresses: NoticeAddress[];
  platformPolicies: PlatformPolicy[];
}

/** `partOf` gives the part that holds it. No domain is called so. */
export const GENERAL_KEY = 'general';

export const NO_GENERAL: Readonly<General> = { elections: [], noticeAddresses: [], platformPolicies: [] };

const MAX = 500;
const KINDS: ReadonlySet<unknown> = new Set<Election['kind']>([
  'municipal',
  'provincial',
  'water-board',
  'national',
  'senate',
  'european',
  'referendum',
]);
const STATUSES: ReadonlySet<unknown> = new Set<Election['status']>(['held', 'certain', 'expected']);
const LINKS: ReadonlySet<unknown> = new Set<Election['links'][number]['kind']>(['voting', 'authority', 'counting', 'complaint']);

type Bag = Record<string, unknown>;

/** The shape after `JSON.parse`; null when it is not so. Unknown keys are let through for a later edition. */
export function parseGeneral(json: unknown): General | null {
  const it = bag(json);
  if (it === null) return null;
  const fine = all(it.elections, isElection) && all(it.noticeAddresses, isNoticeAddress) && all(it.platformPolicies, isPolicy);
  // Every field that the type promises was looked at above.
  return fine ? (json as General) : null;
}

function isElection(value: unknown): boolean {
  const it = bag(value);
  if (it === null || !word(it.id) || !KINDS.has(it.kind) || !word(it.area) || !isNames(it.names)) return false;
  const period = it.euSponsorsOnly === undefined ? null : bag(it.euSponsorsOnly);
  if (it.euSponsorsOnly !== undefined && !(isDay(period?.from) && isDay(period?.to))) return false;
  if (it.alsoNamed !== undefined && !all(it.alsoNamed, word)) return false;
  return isRoughDate(it.date) && STATUSES.has(it.status) && all(it.links, isLink) && all(it.sources, word);
}

function isLink(value: unknown): boolean {
  const it = bag(value);
  return it !== null && LINKS.has(it.kind) && isHttps(it.address) && isNames(it.names) && all(it.sources, word);
}

function isNoticeAddress(value: unknown): boolean {
  const it = bag(value);
  return it !== null && word(it.scheme) && word(it.host) && typeof it.path === 'string' && isNoticePath(it.path);
}

function isPolicy(value: unknown): boolean {
  const it = bag(value);
  if (it === null || !all(it.platforms, word) || !word(it.company) || !isDay(it.checked) || !all(it.sources, word)) return false;
  if (it.since !== undefined && !isRoughDate(it.since)) return false;
  return (it.where === 'eu' || it.where === 'everywhere') && (it.library === undefined || isHttps(it.library));
}

function isNames(value: unknown): boolean {
  const it = bag(value);
  return it !== null && word(it.nl) && word(it.en);
}

function bag(value: unknown): Bag | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : null;
}

function all(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MAX && value.every(fits);
}

function word(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 300;
}

function isHttps(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 2000 && /^https:\/\/[^\s/]/.test(value);
}
