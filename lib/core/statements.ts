import { compareRough, type Day, type RoughDate, yearOf } from './dates';
import type { Claim, ClaimObject, Entity, EntityId, Predicate, RegisterPart, Source } from './register';

/** A claim with its sources at hand, ready to be shown. */
export interface Statement {
  claim: Claim;
  sources: Source[];
  /** Of the outlet's own answer. */
  responseSources?: Source[];
}

/** The slice of the register that answers for one page: one part, or several merged by id. */
export type Slice = Pick<RegisterPart, 'version' | 'built' | 'entities' | 'claims' | 'sources'>;

export function statementsAbout(slice: Slice, subject: EntityId, predicates: readonly Predicate[]): Statement[] {
  return slice.claims
    .filter((claim) => claim.subject === subject && predicates.includes(claim.predicate) && claim.status !== 'withdrawn')
    .map((claim) => statementOf(slice, claim));
}

export function statementOf({ sources }: Pick<Slice, 'sources'>, claim: Claim): Statement {
  const cited = (ids: readonly string[]): Source[] => ids.flatMap((id) => sources[id] ?? []);
  return { claim, sources: cited(claim.sources), ...(claim.response ? { responseSources: cited(claim.response.sources) } : {}) };
}

export function nameOf(entity: Entity): string {
  return entity.names[0]?.name ?? entity.id;
}

export function entityIn(object: ClaimObject): EntityId | null {
  return 'entity' in object ? object.entity : null;
}

/**
 * Splits what holds today from what is history. A claim is history when the register says so (`superseded`), when its
 * period ended before `today`, or when a later sourced change replaced it: another holder since a date after this claim
 * was last known to hold. Two sources of different dates that merely disagree stay side by side. What only begins after
 * `today` is neither.
 */
export function splitHistory(statements: Statement[], today: Day): { current: Statement[]; history: Statement[] } {
  const begun = statements.filter(({ claim }) => claim.valid?.from === undefined || startOf(claim.valid.from) <= today);
  const isHistory = ({ claim }: Statement): boolean =>
    claim.status === 'superseded' ||
    (claim.valid?.to !== undefined && endOf(claim.valid.to) < today) ||
    begun.some((later) => replaces(later.claim, claim));
  return { current: begun.filter((s) => !isHistory(s)), history: begun.filter(isHistory) };
}

/** Of these there is one at a time; memberships, income and forms stand beside one another. */
const REPLACED: readonly Predicate[] = ['published-by', 'owned-by', 'part-of', 'controlled-by', 'governance-appointed-by'];

function replaces(later: Claim, earlier: Claim): boolean {
  if (!REPLACED.includes(later.predicate) || later.predicate !== earlier.predicate || sameObject(later.object, earlier.object))
    return false;
  const change = later.valid?.from;
  const known = earlier.asOf ?? earlier.valid?.from;
  if (change === undefined || known === undefined || isPartial(later) || isPartial(earlier)) return false;
  // Who is joined by a partner still holds.
  if (holdTogether(later, earlier)) return false;
  // A change within the year or month that a source is dated by may have come before it: then both are shown.
  return startOf(change) > endOf(known);
}

export function sameObject(a: ClaimObject, b: ClaimObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function isDisputed({ status }: Claim): boolean {
  return status === 'disputed';
}

/** Who holds it together with the holder of this claim, as the claim says; empty for who holds alone. */
export function partnersOf({ object, interests = [] }: Claim): EntityId[] {
  const own = entityIn(object);
  return [...new Set(interests.flatMap(({ jointly }) => jointly ?? []))].filter((id) => id !== own);
}

/** Either of two claims names the holder of the other as a partner. */
function holdTogether(one: Claim, other: Claim): boolean {
  const names = (claim: Claim, holder: EntityId | null): boolean => holder !== null && partnersOf(claim).includes(holder);
  return names(one, entityIn(other.object)) || names(other, entityIn(one.object));
}

/** The claim speaks of a part of the shares only, so that other owners stand beside it and do not contradict it. */
export function isPartial(claim: Claim): boolean {
  const interests = claim.interests ?? [];
  const shares = interests.filter(({ instrument }) => instrument === 'ordinary-share' || instrument === 'unspecified');
  // All priority shares or all certificates are still not the whole of a company.
  if (shares.length === 0) return interests.length > 0;
  return shares.some(({ capital, votes }) => {
    const share = capital ?? votes;
    if (share === undefined) return false;
    if (typeof share === 'string') return true;
    return 'exact' in share ? share.exact < 100 : share.min < 100;
  });
}

/** The day of which the sources speak, when that lies in an earlier year than the newest of them; null when they speak of their own time. */
export function stateBeforeSource({ claim: { asOf }, sources }: Statement): RoughDate | null {
  const newest = sources
    .flatMap(({ published }) => published ?? [])
    .sort(compareRough)
    .at(-1);
  return asOf !== undefined && newest !== undefined && yearOf(asOf) < yearOf(newest) ? asOf : null;
}

export interface YearSpan {
  from: number;
  to: number;
  /** Some statement rests on sources without a date only. */
  undated: boolean;
}

/** "Volgens bronnen uit 2022–2025": of each statement the newest date counts; a chain is as old as its oldest link. */
export function yearsOf(statements: Statement[]): YearSpan | null {
  const dates = statements.map(({ claim }) => claim.asOf).filter((date): date is RoughDate => date !== undefined);
  if (dates.length === 0) return null;
  const years = dates.map(yearOf);
  return { from: Math.min(...years), to: Math.max(...years), undated: dates.length < statements.length };
}

function startOf(date: RoughDate): Day {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function endOf(date: RoughDate): Day {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}
