import { isDay, isRoughDate } from './dates';
import type { Claim, Entity, HostRule, RegisterPart, Source } from './register';

const MAX_TEXT = 2000;
const MAX_ITEMS = 50_000;
const MAX_DEPTH = 10;

/** A key that would make a ranking of the register. A file that holds one is refused as a whole. */
const RANKING = /^(score|rating|rank|ranking|stars|trust|trustworthiness|reliability|credibility|bias|grade)$/i;

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
  const merged: RegisterPart = { ...first, hosts: {}, entities: {}, claims: [], sources: {} };
  const seen = new Set<string>();
  for (const part of parts) {
    merged.hosts = { ...part.hosts, ...merged.hosts };
    merged.entities = { ...part.entities, ...merged.entities };
    merged.sources = { ...part.sources, ...merged.sources };
    for (const claim of part.claims) {
      if (!seen.has(claim.id)) merged.claims.push(claim);
      seen.add(claim.id);
    }
  }
  return merged;
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
  if (!isDay(part.built)) refuse('built');
  bounded(part, 0, { items: 0 });

  const entities = bag(part.entities, 'entities');
  const sources = bag(part.sources, 'sources');
  for (const [id, value] of Object.entries(sources)) checkSource(id, value);
  for (const [id, value] of Object.entries(entities)) checkEntity(id, value, sources);
  for (const value of list(part.claims, 'claims')) checkClaim(value, entities, sources);
  for (const [domain, rules] of Object.entries(bag(part.hosts, 'hosts'))) {
    for (const rule of list(rules, domain)) checkRule(rule, entities, sources);
  }
  // Every field that the type promises was looked at above.
  return json as RegisterPart;
}

/** Walks everything once: texts and nesting bounded, no key that ranks. */
function bounded(value: unknown, depth: number, count: { items: number }): void {
  count.items += 1;
  if (depth > MAX_DEPTH || count.items > MAX_ITEMS * 20) refuse('too large');
  if (typeof value === 'string' && value.length > MAX_TEXT) refuse('text too long');
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    // One level down the keys are ids and domains; everywhere else they are field names, and those must not rank.
    if (!Array.isArray(value) && RANKING.test(key) && depth !== 1) refuse(`field "${key}"`);
    if (key.length > 300) refuse('key too long');
    bounded(inner, depth + 1, count);
  }
}

function checkSource(id: string, value: unknown): void {
  const source = bag(value, `source ${id}`);
  if (source.id !== id) refuse(`source ${id}: id`);
  for (const key of ['title', 'publisher', 'licence']) text(source[key], `source ${id}: ${key}`);
  if (!isWeb(source.url)) refuse(`source ${id}: url`);
  if (source.archiveUrl !== undefined && !isWeb(source.archiveUrl)) refuse(`source ${id}: archiveUrl`);
  if (!SOURCE_KINDS.has(source.kind)) refuse(`source ${id}: kind`);
  if (source.published !== undefined && !isRoughDate(source.published)) refuse(`source ${id}: published`);
  if (!isDay(source.retrieved)) refuse(`source ${id}: retrieved`);
}

function checkEntity(id: string, value: unknown, sources: Bag): void {
  const entity = bag(value, `entity ${id}`);
  if (entity.id !== id || !KINDS.has(entity.kind)) refuse(`entity ${id}: id or kind`);
  const names = list(entity.names, `entity ${id}: names`);
  if (names.length === 0) refuse(`entity ${id}: no name`);
  for (const name of names) {
    const named = bag(name, `entity ${id}: name`);
    text(named.name, `entity ${id}: name`);
    period(named.valid, `entity ${id}: name`);
  }
  if (entity.country !== null && typeof entity.country !== 'string') refuse(`entity ${id}: country`);
  bag(entity.ids, `entity ${id}: ids`);
  if (entity.sources !== undefined) known(entity.sources, sources, `entity ${id}: sources`);
}

function checkClaim(value: unknown, entities: Bag, sources: Bag): void {
  const claim = bag(value, 'claim');
  const id = text(claim.id, 'claim: id');
  if (typeof claim.subject !== 'string' || !Object.hasOwn(entities, claim.subject)) refuse(`claim ${id}: subject`);
  if (!PREDICATES.has(claim.predicate) || !STATUSES.has(claim.status)) refuse(`claim ${id}: predicate or status`);
  if (!isDay(claim.checked) || !isDay(claim.reviewBy)) refuse(`claim ${id}: checked`);
  if (claim.asOf !== undefined && !isRoughDate(claim.asOf)) refuse(`claim ${id}: asOf`);
  period(claim.valid, `claim ${id}`);
  checkObject(bag(claim.object, `claim ${id}: object`), id, entities);
  if (list(claim.sources, `claim ${id}: sources`).length === 0) refuse(`claim ${id}: no source`);
  known(claim.sources, sources, `claim ${id}: sources`);
  if (claim.interests !== undefined) {
    for (const interest of list(claim.interests, `claim ${id}: interests`)) {
      const { instrument, jointly } = bag(interest, `claim ${id}: interest`);
      text(instrument, `claim ${id}: instrument`);
      if (jointly !== undefined) known(jointly, entities, `claim ${id}: jointly`);
    }
  }
  if (claim.funding !== undefined) text(bag(claim.funding, `claim ${id}: funding`).kind, `claim ${id}: funding`);
}

function checkObject(object: Bag, id: string, entities: Bag): void {
  const [key, ...more] = Object.keys(object).filter((name) => name !== 'lang');
  if (key === undefined || more.length > 0 || !['entity', 'form', 'legalForm', 'words', 'unspecified'].includes(key))
    refuse(`claim ${id}: object`);
  const value = text(object[key], `claim ${id}: object`);
  if (key === 'entity' && !Object.hasOwn(entities, value)) refuse(`claim ${id}: object is not in this part`);
}

function checkRule(value: unknown, entities: Bag, sources: Bag): void {
  const rule = bag(value, 'host rule');
  const host = text(rule.host, 'host rule');
  if (rule.match !== 'exact' && rule.match !== 'subtree') refuse(`host ${host}: match`);
  if (rule.pathPrefix !== undefined && !(typeof rule.pathPrefix === 'string' && rule.pathPrefix.startsWith('/')))
    refuse(`host ${host}: pathPrefix`);
  known(rule.sources, sources, `host ${host}: sources`);
  if (WORDY_TARGETS.has(rule.target)) return;
  const { entity } = bag(rule.target, `host ${host}: target`);
  if (typeof entity !== 'string' || !Object.hasOwn(entities, entity)) refuse(`host ${host}: target`);
}

function bag(value: unknown, where: string): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where);
  return value as Bag;
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) refuse(where);
  return value;
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') refuse(where);
  return value;
}

function known(ids: unknown, among: Bag, where: string): void {
  for (const id of list(ids, where)) if (typeof id !== 'string' || !Object.hasOwn(among, id)) refuse(where);
}

function period(value: unknown, where: string): void {
  if (value === undefined) return;
  const { from, to } = bag(value, where);
  for (const end of [from, to]) if (end !== undefined && !isRoughDate(end)) refuse(`${where}: period`);
}

function isWeb(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
}
