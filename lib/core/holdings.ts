import type { Relation } from './chain';
import type { Day } from './dates';
import type { Entity, EntityId } from './register';
import { entityIn, isPartial, nameOf, partnersOf, type Slice, type Statement, splitHistory, statementOf } from './statements';

/** Everything below an entity: what it publishes, owns or controls, and what those own in turn. */
export interface Holding {
  entity: Entity;
  /** How it is held by the entity above it in this tree. */
  statements: Statement[];
  /** Who holds it together with that entity, by the claims. */
  together: Entity[];
  partial: boolean;
  below: Holding[];
}

const DOWNWARD: readonly Relation[] = ['published-by', 'part-of', 'owned-by', 'controlled-by'];
const MAX_DEPTH = 12;
const { compare } = new Intl.Collator('nl');

/** Held by today, outlets last within a level and by name; an entity that is its own holder's holder ends the branch. */
export function holdingsOf(slice: Slice, id: EntityId, today: Day): Holding[] {
  const current = currentBySubject(slice, today);
  const holders = grouped(current, ({ claim }) => entityIn(claim.object) ?? '');
  const below = (holder: EntityId, path: readonly EntityId[]): Holding[] => {
    if (path.length >= MAX_DEPTH) return [];
    const subjects = grouped(holders.get(holder) ?? [], ({ claim }) => claim.subject);
    return [...subjects]
      .flatMap(([subject, statements]): Holding[] => {
        const entity = slice.entities[subject];
        if (entity === undefined || path.includes(subject)) return [];
        const partial = statements.every(({ claim }) => isPartial(claim));
        const together = [...new Set(statements.flatMap(({ claim }) => partnersOf(claim)))].flatMap(
          (partner) => slice.entities[partner] ?? [],
        );
        return [{ entity, statements, together, partial, below: below(subject, [...path, subject]) }];
      })
      .sort((a, b) => Number(a.below.length === 0) - Number(b.below.length === 0) || compare(nameOf(a.entity), nameOf(b.entity)));
  };
  return withoutShortcuts(below(id, [id]));
}

/** A source that names the group as owner of a title skips the publisher between: the title stands below that publisher only. */
function withoutShortcuts(holdings: Holding[]): Holding[] {
  const deeper = new Set<EntityId>();
  for (const { below } of holdings) addIds(below, deeper);
  return holdings
    .filter(({ entity, partial }) => partial || !deeper.has(entity.id))
    .map((holding) => ({ ...holding, below: withoutShortcuts(holding.below) }));
}

function addIds(holdings: readonly Holding[], ids: Set<EntityId>): void {
  for (const { entity, below } of holdings) {
    ids.add(entity.id);
    addIds(below, ids);
  }
}

function currentBySubject(slice: Slice, today: Day): Statement[] {
  const relations = slice.claims.filter(
    (claim) => (DOWNWARD as readonly string[]).includes(claim.predicate) && claim.status !== 'withdrawn',
  );
  const bySubject = grouped(relations, (claim) => claim.subject);
  return [...bySubject.values()].flatMap((claims) => {
    const statements = claims.map((claim) => statementOf(slice, claim));
    return splitHistory(statements, today).current;
  });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
