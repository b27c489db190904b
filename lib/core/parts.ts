import { isRoughDate } from './dates';
import { parseGeneral } from './general';
import { parseNotice } from './notice-shape';
import type { Claim, Entity, HostRule, RegisterPart, Source } from './register';

const MAX_TEXT = 2000;
const MAX_ITEMS = 50_000;
const MAX_DEPTH = 10;

/** A key that would make a ranking of the register. A file that holds one is refused as a whole. */
const RANKING: ReadonlySet<string> = new Set([
  'score',
  'rating',
  'rank',
  'ranking',
  'stars',
  'trust',
  'trustworthiness',
  'reliability',
  'credibility',
  'bias',
  'grade',
]);

const PREDICATES: ReadonlySet<unknown> = new Set<Claim['predicate']>([
  'has-form',
  'published-by',
  'owned-by',
  'part-of',
  'controlled-by',
  'governance-appointed-by',
  'funded-by',
  'member-of',
  'subject-to',
  'classified-by',
]);
const STATUSES: ReadonlySet<unknown> = new Set<Claim['status']>(['sourced', 'self-declared', 'disputed', 'superseded', 'withdrawn']);
const KINDS: ReadonlySet<unknown> = new Set<Entity['kind']>([
  'outlet',
  'organisation',
  'person',
  'family',
  'foundation',
  'public-body',
  'association',
]);
const SOURCE_KINDS: ReadonlySet<unknown> = new Set<Source['kind']>([
  'law',
  'register',
  'regulator',
  'self',
  'press',
  'research',
  'dataset',
  'wiki',
]);
const OBJECT_KEYS: ReadonlySet<string> = new Set(['entity', 'form', 'legalForm', 'words', 'unspecified', 'noIncomeFrom']);
const BESIDE_WORDS: ReadonlySet<string> = new Set(['lang', 'nl', 'en']);
const WORDY_TARGETS: ReadonlySet<unknown> = new Set<HostRule['target']>(['platform', 'redirector', 'cache']);

export type ParsedPart = { ok: true; value: RegisterPart } | { ok: false; why: string };

/**
 * Which part answers for a registrable domain: FNV-1a (32 bits, over UTF-8), low bits.
 *
 * @param partCount a power of two
 */
export function partOf(registrableDomain: string, partCount: number): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(registrableDomain)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return (hash & (partCount - 1)) >>> 0;
}

/**
 * Checks the shape of a part after `JSON.parse`, fully enough that the card can be made from it without surprises: known
 * format, bounded texts, http(s) sources only, every reference inside the part. It is read on each click, so it stays
 * without a schema library. Unknown keys are let through for a later edition, except those that would rank.
 */
export function parsePart(json: unknown): ParsedPart {
  try {
    return { ok: true, value: checkPart(json) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.message };
    throw error;
  }
}

/** One register from several parts of the same edition, by id; the first part that has something wins. */
export function mergeParts(parts: readonly RegisterPart[]): RegisterPart | null {
  const [first] = parts;
  if (first === undefined) return null;
  const { accounts: _, notices: __, general: ___, ...edition } = first;
  const merged: RegisterPart = { ...edition, hosts: {}, entities: {}, claims: [], sources: {} };
  const seen = new Set<string>();
  for (const part of parts) {
    addMissing(merged.hosts, part.hosts);
    if (part.accounts !== undefined) {
      merged.accounts ??= {};
      addMissing(merged.accounts, part.accounts);
    }
    if (part.notices !== undefined) {
      merged.notices ??= {};
      addMissing(merged.notices, part.notices);
    }
    if (part.general !== undefined) merged.general ??= part.general;
    addMissing(merged.entities, part.entities);
    addMissing(merged.sources, part.sources);
    for (const claim of part.claims) {
      if (!seen.has(claim.id)) merged.claims.push(claim);
      seen.add(claim.id);
    }
  }
  return merged;
}

/** In place: a copy for each part would take hours for a register of a thousand of them. */
function addMissing<T>(to: Record<string, T>, from: Readonly<Record<string, T>>): void {
  for (const [key, value] of Object.entries(from)) if (!Object.hasOwn(to, key)) to[key] = value;
}

class Refused extends Error {}

function refuse(why: string): never {
  throw new Refused(why);
}

type Bag = Record<string, unknown>;

function checkPart(json: unknown): RegisterPart {
  const part = bag(json, 'part');
  if (part.format !== 1) refuse('unknown format');
  if (typeof part.version !== 'string' || !/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/.test(part.version)) refuse('version');
  if (!isWholeDay(part.built)) refuse('built');
  bounded(part, 0, { items: 0 });

  const entities = bag(part.entities, 'entities');
  const sources = bag(part.sources, 'sources');
  const hosts = bag(part.hosts, 'hosts');
  for (const id of Object.keys(sources)) within('source', id, () => checkSource(id, sources[id]));
  for (const id of Object.keys(entities)) within('entity', id, () => checkEntity(id, entities[id], sources));
  for (const [at, claim] of list(part.claims, 'claims').entries()) within('claim', at, () => checkClaim(claim, entities, sources));
  for (const domain of Object.keys(hosts)) {
    within('host', domain, () => {
      for (const rule of list(hosts[domain], 'rules')) checkRule(rule, entities, sources);
    });
  }
  const accounts = part.accounts === undefined ? {} : bag(part.accounts, 'accounts');
  for (const key of Object.keys(accounts)) {
    within('account', key, () => {
      for (const account of list(accounts[key], 'accounts')) checkAccount(account, entities, sources);
    });
  }
  const notices = part.notices === undefined ? {} : bag(part.notices, 'notices');
  for (const id of Object.keys(notices)) within('notice', id, () => checkNotice(id, notices[id], entities, sources));
  if (part.general !== undefined) within('general', '', () => checkGeneral(part.general, sources));
  // Every field that the type promises was looked at above.
  return json as RegisterPart;
}

/** Names the record in a refusal. Done here, so that the thousands of checks that pass build no text for it. */
function within(kind: string, id: string | number, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof Refused) refuse(`${kind} ${id}: ${error.message}`);
    throw error;
  }
}

/** Walks everything once: texts and nesting bounded, no key that ranks. */
function bounded(value: unknown, depth: number, count: { items: number }): void {
  count.items += 1;
  if (depth > MAX_DEPTH || count.items > MAX_ITEMS * 20) refuse('too large');
  if (typeof value === 'string' && value.length > MAX_TEXT) refuse('text too long');
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const inner of value) bounded(inner, depth + 1, count);
    return;
  }
  for (const key of Object.keys(value)) {
    // One level down the keys are ids and domains; everywhere else they are field names, and those must not rank.
    if (depth !== 1 && RANKING.has(key.toLowerCase())) refuse(`field "${key}"`);
    if (key.length > 300) refuse('key too long');
    bounded((value as Bag)[key], depth + 1, count);
  }
}

function checkSource(id: string, value: unknown): void {
  const source = bag(value, 'shape');
  if (source.id !== id) refuse('id');
  text(source.title, 'title');
  text(source.publisher, 'publisher');
  text(source.licence, 'licence');
  if (source.file === undefined ? !isWeb(source.url) : source.url !== undefined || !isPath(source.file)) refuse('url');
  if (source.archiveUrl !== undefined && !isWeb(source.archiveUrl)) refuse('archiveUrl');
  if (!SOURCE_KINDS.has(source.kind)) refuse('kind');
  if (source.published !== undefined && !isRoughDate(source.published)) refuse('published');
  if (!isWholeDay(source.retrieved)) refuse('retrieved');
  if (source.readAs !== undefined && source.readAs !== 'stored-copy') refuse('readAs');
}

function checkEntity(id: string, value: unknown, sources: Bag): void {
  const entity = bag(value, 'shape');
  if (entity.id !== id || !KINDS.has(entity.kind)) refuse('id or kind');
  const names = list(entity.names, 'names');
  if (names.length === 0) refuse('no name');
  for (const name of names) {
    const named = bag(name, 'name');
    text(named.name, 'name');
    period(named.valid);
  }
  if (entity.country !== null && typeof entity.country !== 'string') refuse('country');
  bag(entity.ids, 'ids');
  if (entity.sources !== undefined) known(entity.sources, sources, 'sources');
  if (entity.layer !== undefined && !/^[a-z0-9-]{1,60}$/.test(text(entity.layer, 'layer'))) refuse('layer');
}

function checkClaim(value: unknown, entities: Bag, sources: Bag): void {
  const claim = bag(value, 'shape');
  text(claim.id, 'id');
  if (typeof claim.subject !== 'string' || !Object.hasOwn(entities, claim.subject)) refuse('subject');
  if (!PREDICATES.has(claim.predicate) || !STATUSES.has(claim.status)) refuse('predicate or status');
  if (!isWholeDay(claim.checked) || !isWholeDay(claim.reviewBy)) refuse('checked');
  if (claim.asOf !== undefined && !isRoughDate(claim.asOf)) refuse('asOf');
  period(claim.valid);
  checkObject(bag(claim.object, 'object'), entities);
  if (list(claim.sources, 'sources').length === 0) refuse('no source');
  known(claim.sources, sources, 'sources');
  if (claim.interests !== undefined) {
    for (const interest of list(claim.interests, 'interests')) {
      const { instrument, jointly } = bag(interest, 'interest');
      text(instrument, 'instrument');
      if (jointly !== undefined) known(jointly, entities, 'jointly');
    }
  }
  if (claim.funding !== undefined) {
    const { kind, planned } = bag(claim.funding, 'funding');
    text(kind, 'funding');
    if (planned !== undefined && planned !== true) refuse('planned');
  }
  if (claim.response !== undefined) checkResponse(claim.response, entities, sources);
}

function checkResponse(value: unknown, entities: Bag, sources: Bag): void {
  const response = bag(value, 'response');
  if (typeof response.by !== 'string' || !Object.hasOwn(entities, response.by)) refuse('response by');
  text(response.words, 'response');
  if (!isWholeDay(response.date)) refuse('response date');
  known(response.sources, sources, 'response sources');
}

function checkObject(object: Bag, entities: Bag): void {
  const [key, ...more] = Object.keys(object).filter((name) => !BESIDE_WORDS.has(name));
  if (key === undefined || more.length > 0 || !OBJECT_KEYS.has(key)) refuse('object');
  const value = text(object[key], 'object');
  for (const name of BESIDE_WORDS) if (object[name] !== undefined) text(object[name], 'words');
  if (key === 'entity' && !Object.hasOwn(entities, value)) refuse('object is not in this part');
}

function checkRule(value: unknown, entities: Bag, sources: Bag): void {
  const rule = bag(value, 'rule');
  text(rule.host, 'rule without a host');
  if (rule.match !== 'exact' && rule.match !== 'subtree') refuse('match');
  if (rule.pathPrefix !== undefined && !(typeof rule.pathPrefix === 'string' && rule.pathPrefix.startsWith('/'))) refuse('pathPrefix');
  known(rule.sources, sources, 'sources');
  if (WORDY_TARGETS.has(rule.target)) return;
  const { entity } = bag(rule.target, 'target');
  if (typeof entity !== 'string' || !Object.hasOwn(entities, entity)) refuse('target');
}

/** A platform that this edition does not know is let through: nothing on a page asks for it. */
function checkAccount(value: unknown, entities: Bag, sources: Bag): void {
  const account = bag(value, 'shape');
  text(account.platform, 'platform');
  if (account.stableId !== undefined) text(account.stableId, 'stableId');
  for (const named of list(account.handles, 'handles')) {
    const { handle, valid } = bag(named, 'handle');
    text(handle, 'handle');
    period(valid);
  }
  if (typeof account.entity !== 'string' || !Object.hasOwn(entities, account.entity)) refuse('entity');
  const proofs = list(account.proof, 'proof');
  if (proofs.length === 0) refuse('no proof');
  for (const proof of proofs) {
    const { kind, source } = bag(proof, 'proof');
    text(kind, 'proof');
    known([source], sources, 'proof');
  }
}

function checkNotice(id: string, value: unknown, entities: Bag, sources: Bag): void {
  const notice = parseNotice(value);
  if (!notice.ok) refuse(notice.why);
  if (notice.value.id !== id) refuse('id');
  for (const { ad, sources: named } of notice.value.versions) {
    known(named, sources, 'sources');
    for (const party of [ad.sponsor, ad.controller, ad.payer, ad.publisher]) {
      const entity = typeof party === 'object' && 'entity' in party ? party.entity : undefined;
      if (entity !== undefined && !Object.hasOwn(entities, entity)) refuse('entity');
    }
  }
}

function checkGeneral(value: unknown, sources: Bag): void {
  const general = parseGeneral(value);
  if (general === null) refuse('shape');
  const { elections, platformPolicies } = general;
  for (const { sources: named } of [...elections, ...elections.flatMap(({ links }) => links), ...platformPolicies])
    known(named, sources, 'sources');
}

function bag(value: unknown, what: string): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(what);
  return value as Bag;
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) refuse(what);
  return value;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') refuse(what);
  return value;
}

function known(ids: unknown, among: Bag, what: string): void {
  for (const id of list(ids, what)) if (typeof id !== 'string' || !Object.hasOwn(among, id)) refuse(what);
}

function period(value: unknown): void {
  if (value === undefined) return;
  const { from, to } = bag(value, 'period');
  if ((from !== undefined && !isRoughDate(from)) || (to !== undefined && !isRoughDate(to))) refuse('period');
}

/** By its form; whether the month has that day was checked when the register was built. */
function isWholeDay(value: unknown): boolean {
  return isRoughDate(value) && value.length === 10;
}

/** Inside the register's files, and no address of anything. */
function isPath(value: unknown): boolean {
  return typeof value === 'string' && /^[\w-]+(?:\/[\w.-]+)*\.md$/.test(value) && !value.includes('..');
}

function isWeb(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/[^\s/]/i.test(value);
}
