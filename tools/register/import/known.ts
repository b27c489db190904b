import { keysOfListed } from '../../../lib/core/accounts';
import { findHost } from '../../../lib/core/hosts';
import type { EntityId, EntityKind, ListedAccount, Predicate } from '../../../lib/core/register';
import { compile, objectKey, objectOf, predicateOf } from '../compile';
import type { Registry } from '../files';
import { detailsOf, type Numbers, sameText } from '../proposals';
import type { ClaimLine, EntityFile } from '../schema';
import { UPWARD } from '../vocabulary';
import { besideWords, detailWords } from './words';

/** The register as an import sees it: who is this, and what does our list say already? */
export interface Known {
  entity: (id: EntityId) => EntityFile | undefined;
  /** The id of a source in our list with this address. */
  sourceAt: (address: string) => string | null;
  /** Whose address this is by our host rules; null when they name nobody. */
  bySite: (address: string) => EntityId | null;
  /** A platform, redirector or cache: its address is nobody's own. */
  isShared: (address: string) => boolean;
  byNumber: (kind: keyof Numbers, value: string) => EntityId | null;
  /** Whose account this is by its number or handle, whether or not the handle has ended since. */
  byAccount: (account: Pick<ListedAccount, 'platform' | 'stableId' | 'handles'>) => EntityId | null;
  /** Entities that go by this name. Never a match: at most a hint for the reviewer. */
  byName: (name: string) => EntityId[];
  /** How a claim relates to what our list says of the entity. */
  standing: (about: EntityId, line: ClaimLine) => Standing;
}

export type Standing = { there: true } | { there: false; beside: string[]; notes: string[] };

/** Of these an outlet has one at a time, so that another object disagrees. Owners can stand side by side, and are shown all the same. */
const ONE_AT_A_TIME: readonly Predicate[] = ['published-by', 'owned-by', 'part-of', 'controlled-by'];

export function knownFrom(registry: Registry): Known {
  const entities = new Map(registry.entities.map(({ value }) => [value.id, value]));
  const sources = new Map(
    registry.sources.flatMap(({ value }) => (value.url === undefined ? [] : [[new URL(value.url).href, value.id] as const])),
  );
  const { hosts, accounts } = compile(registry);
  const numbers = new Map<string, EntityId>();
  const names = new Map<string, EntityId[]>();
  for (const { id, ids, names: all } of entities.values()) {
    for (const [kind, value] of Object.entries(ids ?? {})) numbers.set(`${kind}/${value}`, id);
    for (const key of new Set(all.map((name) => nameKey(typeof name === 'string' ? name : name.name))))
      names.set(key, [...(names.get(key) ?? []), id]);
  }
  const linesOf = (id: EntityId): ClaimLine[] => entities.get(id)?.claims ?? [];
  return {
    entity: (id) => entities.get(id),
    sourceAt: (address) => sources.get(address) ?? null,
    bySite: (address) => {
      const found = findHost(address, (domain) => hosts.get(domain) ?? []);
      return found.kind === 'entity' ? found.entity : null;
    },
    isShared: (address) => {
      const { kind } = findHost(address, (domain) => hosts.get(domain) ?? []);
      return kind === 'platform' || kind === 'carrier';
    },
    byNumber: (kind, value) => numbers.get(`${kind}/${value}`) ?? null,
    byAccount: (account) => keysOfListed(account).flatMap((key) => accounts.get(key) ?? [])[0]?.entity ?? null,
    byName: (name) => names.get(nameKey(name)) ?? [],
    standing: (about, line) => standing(about, line, entities, linesOf),
  };
}

/** Of an entity of our list, or the id itself. */
export function nameOf(known: Pick<Known, 'entity'>, id: EntityId): string {
  const [first] = known.entity(id)?.names ?? [];
  return first === undefined ? id : typeof first === 'string' ? first : first.name;
}

export function isOutlet(known: Known, id: EntityId): boolean {
  return known.entity(id)?.kind === 'outlet';
}

function standing(
  about: EntityId,
  line: ClaimLine,
  entities: ReadonlyMap<EntityId, { kind: EntityKind; names: EntityFile['names'] }>,
  linesOf: (id: EntityId) => ClaimLine[],
): Standing {
  const predicate = predicateOf(line);
  if (predicate === null) return { there: false, beside: [], notes: [] };
  const key = objectKey(objectOf(line, predicate));
  const details = detailsOf(line);
  const beside: string[] = [];
  for (const other of linesOf(about)) {
    if (predicateOf(other) !== predicate) continue;
    const same = objectKey(objectOf(other, predicate)) === key;
    if (same && covers(other, line)) return { there: true };
    if (same || (ONE_AT_A_TIME.includes(predicate) && !isPast(other) && !isPast(line)))
      beside.push(`${besideWords(predicate, objectOf(other, predicate))}${tail(other)}`);
  }
  const notes: string[] = [];
  if (beside.length > 0 && details === '') notes.push('Onze lijst zegt hier iets anders, of al meer. Zie beside.');
  const [via] = pathUp(about, key, linesOf);
  if (via !== undefined && entities.has(key)) notes.push(`Onze lijst komt langs ${via} al bij ${key} uit.`);
  return { there: false, beside, notes };
}

/** An existing line says at least what the new one says. A line that is history does not say that it holds now. */
function covers(existing: ClaimLine, line: ClaimLine): boolean {
  if (isPast(existing) !== isPast(line)) return false;
  const [had, has] = [existing, line];
  return (
    (has.valid === undefined || sameText(has.valid) === sameText(had.valid)) &&
    (has.funding === undefined || sameText(has.funding) === sameText(had.funding)) &&
    (detailsOf({ ...has, valid: undefined, funding: undefined, status: undefined }) === '' ||
      sameText(has.interests) === sameText(had.interests))
  );
}

function isPast(line: ClaimLine): boolean {
  return line.valid?.to !== undefined || line.status === 'superseded' || line.status === 'withdrawn';
}

function tail(line: ClaimLine): string {
  const period = line.valid ? ` (${line.valid.from ?? '…'} tot ${line.valid.to ?? 'nu'})` : '';
  const details = detailWords(line);
  return `${period}${details === '' ? '' : `, ${details}`}, volgens ${line.sources.join(', ')}`;
}

/** The first step of a way upward that ends at `goal` and is longer than one step. */
function pathUp(from: EntityId, goal: EntityId, linesOf: (id: EntityId) => ClaimLine[]): EntityId[] {
  const seen = new Set<EntityId>([from]);
  const open = above(from, linesOf).map((id) => [id]);
  for (let path = open.shift(); path; path = open.shift()) {
    const last = path.at(-1) ?? from;
    if (last === goal) return path.length > 1 ? path : [];
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of above(last, linesOf)) open.push([...path, next]);
  }
  return [];
}

function above(id: EntityId, linesOf: (id: EntityId) => ClaimLine[]): EntityId[] {
  return linesOf(id).flatMap((line) => {
    const predicate = predicateOf(line);
    if (predicate === null || isPast(line) || !UPWARD.includes(predicate) || predicate === 'member-of' || predicate === 'funded-by')
      return [];
    const object = objectOf(line, predicate);
    return 'entity' in object ? [object.entity] : [];
  });
}

/** Legal forms and articles differ between lists; everything else has to be the same. */
function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(b\.?v\.?|n\.?v\.?|s\.?a\.?|stichting|de|het)(?=\s|$)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
