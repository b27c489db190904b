import type { Claim, EntityId, RegisterPart } from '../register';

/**
 * The part without the claims that the keepers withdrew since, and without what they alone brought: a person of whom nothing is left to
 * say is not in it either, not even as somebody's partner.
 */
export function withoutClaims(whole: RegisterPart, withdrawn: readonly string[]): RegisterPart {
  if (withdrawn.length === 0) return whole;
  const gone = new Set(withdrawn);
  const part = withoutNotices(whole, gone);
  const lost = part.claims.filter(({ id }) => gone.has(id));
  if (lost.length === 0) return part;
  const claims = part.claims.filter(({ id }) => !gone.has(id)).map((claim) => withoutPartners(claim, lost));
  const named = new Set(claims.flatMap(namesIn));
  const entities = Object.entries(part.entities).filter(([id, { kind }]) => (kind !== 'person' && kind !== 'family') || named.has(id));
  return { ...part, claims, entities: Object.fromEntries(entities) };
}

/** A notice is withdrawn whole, with all its versions, under `notice:` and its id, which no claim is called. */
function withoutNotices(part: RegisterPart, gone: ReadonlySet<string>): RegisterPart {
  const all = Object.entries(part.notices ?? {});
  const left = all.filter(([id]) => !gone.has(`notice:${id}`));
  return left.length === all.length ? part : { ...part, notices: Object.fromEntries(left) };
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
