import type { Claim, EntityId, RegisterPart } from '../register';

/**
 * The part without the claims that the keepers withdrew since, and without what they alone brought: a person of whom nothing is left to
 * say is not in it either, not even as somebody's partner.
 */
export function withoutClaims(part: RegisterPart, withdrawn: readonly string[]): RegisterPart {
  if (withdrawn.length === 0) return part;
  const gone = new Set(withdrawn);
  const lost = part.claims.filter(({ id }) => gone.has(id));
  if (lost.length === 0) return part;
  const claims = part.claims.filter(({ id }) => !gone.has(id)).map((claim) => withoutPartners(claim, lost));
  const named = new Set(claims.flatMap(namesIn));
  const entities = Object.entries(part.entities).filter(([id, { kind }]) => (kind !== 'person' && kind !== 'family') || named.has(id));
  return { ...part, claims, entities: Object.fromEntries(entities) };
}

function withoutPartners(claim: Claim, lost: readonly Claim[]): Claim {
  const former = new Set(lost.flatMap(({ subject, object }) => (subject === claim.subject && 'entity' in object ? [object.entity] : [])));
  if (former.size === 0 || claim.interests === undefined) return claim;
  const interests = claim.interests.map(({ jointly, ...interest }) => {
    const left = (jointly ?? []).filter((id) => !former.has(id));
    return left.length === 0 ? interest : { ...interest, jointly: left };
  });
  return { ...claim, interests };
}

function namesIn({ object, interests, response }: Claim): EntityId[] {
  return [
    ...('entity' in object ? [object.entity] : []),
    ...(interests ?? []).flatMap(({ jointly }) => jointly ?? []),
    ...(response === undefined ? [] : [response.by]),
  ];
}
