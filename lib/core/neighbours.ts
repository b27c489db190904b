import type { Claim, EntityId, Predicate, RegisterPart } from './register';
import { entityIn, type Slice } from './statements';

const HOLDS: ReadonlySet<Predicate> = new Set(['published-by', 'part-of', 'owned-by', 'controlled-by', 'governance-appointed-by']);

/** All claims of a register by who they are about and whom they name, so that a page need not look through all of them. */
export interface ClaimIndex {
  register: RegisterPart;
  bySubject: ReadonlyMap<EntityId, readonly Claim[]>;
  byObject: ReadonlyMap<EntityId, readonly Claim[]>;
}

export function claimIndex(register: RegisterPart): ClaimIndex {
  const bySubject = new Map<EntityId, Claim[]>();
  const byObject = new Map<EntityId, Claim[]>();
  const add = (map: Map<EntityId, Claim[]>, id: EntityId, claim: Claim): void => {
    const list = map.get(id);
    if (list === undefined) map.set(id, [claim]);
    else list.push(claim);
  };
  for (const claim of register.claims) {
    add(bySubject, claim.subject, claim);
    const object = entityIn(claim.object);
    if (object !== null) add(byObject, object, claim);
  }
  return { register, bySubject, byObject };
}

/**
 * The register with only the claims about one entity, about everybody above it and about everything below it: all that its chain,
 * its holdings and its facts are made of.
 */
export function around({ register, bySubject, byObject }: ClaimIndex, id: EntityId): Slice {
  const holds = ({ predicate }: Claim): boolean => HOLDS.has(predicate);
  const reach = (next: (at: EntityId) => EntityId[]): Set<EntityId> => {
    const reached = new Set([id]);
    for (const at of reached) for (const found of next(at)) reached.add(found);
    return reached;
  };
  const above = reach((at) => (bySubject.get(at) ?? []).filter(holds).flatMap(({ object }) => entityIn(object) ?? []));
  const below = reach((at) => (byObject.get(at) ?? []).filter(holds).map(({ subject }) => subject));
  const claims = [...new Set([...above, ...below])].flatMap((each) => bySubject.get(each) ?? []);
  return { version: register.version, built: register.built, entities: register.entities, sources: register.sources, claims };
}
