import type { RegisterPart } from '../register';

/** The part without the claims that the keepers withdrew since. */
export function withoutClaims(part: RegisterPart, withdrawn: readonly string[]): RegisterPart {
  if (withdrawn.length === 0) return part;
  const gone = new Set(withdrawn);
  return { ...part, claims: part.claims.filter(({ id }) => !gone.has(id)) };
}
