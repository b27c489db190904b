import type { Day } from './dates';
import type { Described, Entity, EntityId, Interest, Predicate } from './register';
import {
  entityIn,
  isDisputed,
  isPartial,
  nameOf,
  type Slice,
  type Statement,
  splitHistory,
  statementsAbout,
  type YearSpan,
  yearsOf,
} from './statements';

/**
 * The ownership chain of one entity, computed from claims and never stored. Several owners stay side by side, a cycle is
 * cut where it closes, and every branch ends in an explicit terminal.
 */
export interface Chain {
  /** Level 0 is the entity asked about; an entity stands on the lowest level below which all its holdings lie. */
  levels: ChainNode[][];
  links: ChainLink[];
  /** Claims about how a branch ends: a source says that nobody owns it, or that the owner is not made public. */
  ends: Statement[];
  /** Claims that a more precise path in the chain makes redundant (the group named as owner, beside the subsidiary). */
  indirect: Statement[];
  history: Statement[];
  years: YearSpan | null;
}

export interface ChainNode {
  entity: Entity;
  /** How the branch ends here; null when it goes on. */
  end: ChainEnd | null;
  /** Somebody disputes what a source says about that end. */
  endDisputed?: true;
  /** Holders that a source describes and does not name ("de oprichters"), and what they hold or may do. */
  described: { by: Described; relation: Predicate; interests: Interest[]; disputed?: true }[];
  /** Percent of the ordinary shares of which the holder is not in the register, when all known shares are exact. */
  unknownShare: number | null;
  /** Sources name different owners and neither is known to have replaced the other. */
  conflicting: boolean;
}

export type ChainEnd =
  | 'person'
  | 'family'
  | 'state'
  | 'listed'
  | 'association'
  | 'no-owner'
  | 'not-disclosed'
  | 'foundation'
  | 'described'
  | 'circular'
  /** A source says that it is unknown. */
  | 'said-unknown'
  /** Our list does not know. */
  | 'unknown';

export interface ChainLink {
  from: EntityId;
  to: EntityId;
  relation: Relation;
  statements: Statement[];
  interests: Interest[];
}

export type Relation = Extract<Predicate, 'published-by' | 'owned-by' | 'part-of' | 'controlled-by' | 'governance-appointed-by'>;

const RELATIONS: readonly Relation[] = ['published-by', 'part-of', 'owned-by', 'controlled-by', 'governance-appointed-by'];
const MAX_NODES = 80;

export function chainOf(slice: Slice, start: EntityId, today: Day): Chain {
  const found = collect(slice, start, today);
  const indirect: Statement[] = [];
  const links = found.links.filter((link) => {
    const redundant =
      link.relation !== 'governance-appointed-by' && !link.statements.some((s) => isPartial(s.claim)) && detour(link, found.links);
    if (redundant) indirect.push(...link.statements);
    return !redundant;
  });
  const levels = levelled(start, links).map((ids) =>
    ids
      .flatMap((id) => {
        const entity = slice.entities[id];
        return entity === undefined ? [] : [nodeFor(slice, entity, { links, ends: found.ends, cut: found.cut }, today)];
      })
      .sort((a, b) => largestShare(b, links) - largestShare(a, links) || nameOf(a.entity).localeCompare(nameOf(b.entity), 'nl')),
  );
  const order = levels.flat().map(({ entity }) => entity.id);
  links.sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to));
  const statements = [...links.flatMap((link) => link.statements), ...found.ends];
  return { levels, links, ends: found.ends, indirect, history: found.history, years: yearsOf(statements) };
}

interface Collected {
  links: ChainLink[];
  ends: Statement[];
  /** Entities of which a holder was left out, because the link closed a cycle. */
  cut: Set<EntityId>;
  history: Statement[];
}

/** Walks upward from `start`, breadth first; a link back to an entity below it closes a cycle and is left out. */
function collect(slice: Slice, start: EntityId, today: Day): Collected {
  const result: Collected = { links: [], ends: [], cut: new Set(), history: [] };
  const seen = new Set<EntityId>([start]);
  const queue: EntityId[] = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const { current, history } = splitHistory(statementsAbout(slice, id, RELATIONS), today);
    result.history.push(...history);
    result.ends.push(...current.filter(({ claim }) => 'unspecified' in claim.object || 'words' in claim.object));
    if (current.length === 0) result.ends.push(...legalForms(slice, id, today).filter(endsChain));
    for (const link of linksFrom(id, current)) {
      if (slice.entities[link.to] === undefined) continue;
      if (closesCycle(link, result.links)) {
        result.cut.add(id);
        continue;
      }
      if (!seen.has(link.to)) {
        if (seen.size >= MAX_NODES) continue;
        seen.add(link.to);
        queue.push(link.to);
      }
      result.links.push(link);
    }
  }
  return result;
}

function linksFrom(from: EntityId, statements: Statement[]): ChainLink[] {
  const links = new Map<string, ChainLink>();
  for (const statement of statements) {
    const to = entityIn(statement.claim.object);
    const relation = statement.claim.predicate;
    if (to === null || to === from || !isRelation(relation)) continue;
    const key = `${relation} ${to}`;
    const link = links.get(key) ?? { from, to, relation, statements: [], interests: [] };
    link.statements.push(statement);
    links.set(key, link);
  }
  for (const link of links.values()) {
    link.statements.sort((a, b) => (b.claim.asOf ?? '').localeCompare(a.claim.asOf ?? ''));
    // Of several statements about one holding the newest that states an interest speaks; the panel shows the others.
    link.interests = link.statements.find((s) => s.claim.interests !== undefined)?.claim.interests ?? [];
  }
  return [...links.values()];
}

function isRelation(predicate: Predicate): predicate is Relation {
  return (RELATIONS as readonly Predicate[]).includes(predicate);
}

function closesCycle(link: ChainLink, links: ChainLink[]): boolean {
  return reaches(link.to, link.from, links);
}

function detour(link: ChainLink, links: ChainLink[]): boolean {
  const others = links.filter(
    (other) => !(other.from === link.from && other.to === link.to) && other.relation !== 'governance-appointed-by',
  );
  return reaches(link.from, link.to, others);
}

function reaches(from: EntityId, to: EntityId, links: ChainLink[]): boolean {
  const seen = new Set<EntityId>();
  const stack = [from];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const link of links) if (link.from === id) stack.push(link.to);
  }
  return false;
}

/** Longest path from the start, so that a shared owner stands above everything it holds. `links` has no cycle. */
function levelled(start: EntityId, links: ChainLink[]): EntityId[][] {
  const level = new Map<EntityId, number>([[start, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of links) {
      const above = (level.get(from) ?? Number.NaN) + 1;
      if (above > (level.get(to) ?? -1)) {
        level.set(to, above);
        changed = true;
      }
    }
  }
  const height = Math.max(...level.values());
  return Array.from({ length: height + 1 }, (_, at) => [...level].flatMap(([id, its]) => (its === at ? [id] : [])));
}

/** Whole owners first, then holders of a part by their share, then by name. */
function largestShare({ entity }: ChainNode, links: ChainLink[]): number {
  const held = links.filter((link) => link.to === entity.id);
  if (held.some((link) => !link.statements.some((s) => isPartial(s.claim)))) return 100;
  const shares = held.flatMap((link) => link.interests.flatMap(({ capital, votes }) => capital ?? votes ?? []));
  return Math.max(
    0,
    ...shares.map((share) => (share === 'majority' ? 51 : typeof share === 'string' ? 0 : 'exact' in share ? share.exact : share.min)),
  );
}

function nodeFor(slice: Slice, entity: Entity, { links, ends, cut }: Pick<Collected, 'links' | 'ends' | 'cut'>, today: Day): ChainNode {
  const upward = links.filter((link) => link.from === entity.id);
  const owners = upward.filter((link) => link.relation === 'owned-by');
  const own = ends.filter(({ claim }) => claim.subject === entity.id);
  const described = own.flatMap(({ claim }) =>
    'words' in claim.object
      ? [
          {
            by: claim.object,
            relation: claim.predicate,
            interests: claim.interests ?? [],
            ...(isDisputed(claim) && { disputed: true as const }),
          },
        ]
      : [],
  );
  // Who appoints the board does not own it.
  const held = described.some(({ relation }) => relation !== 'governance-appointed-by');
  const endOf = (): ChainEnd => {
    if (held) return 'described';
    return cut.has(entity.id) ? 'circular' : endAt(slice, entity, today);
  };
  const end = upward.length > 0 ? null : endOf();
  const said = end !== null && end !== 'circular' && end !== 'unknown';
  const disputed = said && own.some(({ claim }) => isDisputed(claim) && !('words' in claim.object));
  return {
    entity,
    end,
    ...(disputed && { endDisputed: true as const }),
    described,
    unknownShare: cut.has(entity.id) || held ? null : unknownShare(owners),
    conflicting: contradict(owners, own),
  };
}

function endAt(slice: Slice, entity: Entity, today: Day): ChainEnd {
  const said = splitHistory(statementsAbout(slice, entity.id, ['owned-by', 'controlled-by']), today).current;
  for (const { claim } of said)
    if ('unspecified' in claim.object) return claim.object.unspecified === 'unknown' ? 'said-unknown' : claim.object.unspecified;
  for (const { claim } of legalForms(slice, entity.id, today)) {
    if (!('legalForm' in claim.object)) continue;
    if (claim.object.legalForm === 'listed-company') return 'listed';
    if (claim.object.legalForm === 'association') return 'association';
    if (claim.object.legalForm === 'foundation') return 'foundation';
  }
  const { kind } = entity;
  if (kind === 'person' || kind === 'family' || kind === 'foundation' || kind === 'association') return kind;
  return entity.kind === 'public-body' ? 'state' : 'unknown';
}

function endsChain({ claim }: Statement): boolean {
  return 'legalForm' in claim.object && ['listed-company', 'association', 'foundation'].includes(claim.object.legalForm);
}

function legalForms(slice: Slice, id: EntityId, today: Day): Statement[] {
  return splitHistory(statementsAbout(slice, id, ['has-form']), today).current.filter(({ claim }) => 'legalForm' in claim.object);
}

/** Only shares with exact percentages are added up, what is held together once; anything vaguer and nothing is said. */
function unknownShare(owners: ChainLink[]): number | null {
  let sum = 0;
  const counted: Counted[] = [];
  for (const { to, interests } of owners) {
    const shares = interests.filter(
      ({ instrument, scope }) => (instrument === 'ordinary-share' || instrument === 'unspecified') && scope === 'group',
    );
    if (shares.length === 0) return null;
    for (const interest of shares) {
      const { capital } = interest;
      if (capital === undefined || typeof capital === 'string' || !('exact' in capital)) return null;
      if (!counted.some((other) => isSameJointly(other, { to, interest }))) sum += capital.exact;
      counted.push({ to, interest });
    }
  }
  const rest = Math.round((100 - sum) * 100) / 100;
  return owners.length > 0 && rest >= 1 ? rest : null;
}

type Counted = { to: EntityId; interest: Interest };

/** One interest, written with each of the holders who have it together; partners with shares of different sizes each have their own. */
function isSameJointly(one: Counted, other: Counted): boolean {
  const partners = one.interest.jointly?.includes(other.to) || other.interest.jointly?.includes(one.to);
  return (
    partners === true &&
    one.to !== other.to &&
    one.interest.instrument === other.interest.instrument &&
    JSON.stringify(one.interest.capital) === JSON.stringify(other.interest.capital)
  );
}

/**
 * Two whole owners named by different sources, or an owner where another source says that nobody is or that it is not
 * public. One source that names several owners lists holders side by side.
 */
function contradict(owners: ChainLink[], ends: Statement[]): boolean {
  const whole = owners.filter((link) => !link.statements.some((s) => isPartial(s.claim))).map(({ statements }) => statements);
  const denied = ends
    .filter(({ claim }) => claim.predicate === 'owned-by' && 'unspecified' in claim.object)
    .map((statement) => [statement]);
  return whole.some((a, i) => [...whole.slice(i + 1), ...denied].some((b) => !shareSource(a, b)));
}

function shareSource(a: Statement[], b: Statement[]): boolean {
  const sources = new Set(a.flatMap((s) => s.claim.sources));
  return b.some((s) => s.claim.sources.some((id) => sources.has(id)));
}
