import type { Relation } from '../../lib/core/chain';
import type { Claim, ClaimObject, Described, EntityId, EntityKind, Interest, Share, Source, SourceKind } from '../../lib/core/register';

/**
 * The words of the Beneficial Ownership Data Standard 0.4 (https://standard.openownership.org) beside ours. Codes are those of
 * its codelists entityType, interestType, unspecifiedReason and sourceType.
 */
export const BODS_VERSION = '0.4';

/** The relations a chain of owners is made of; the others (income, membership, form, law) are outside the standard. */
export const BODS_RELATIONS: readonly Relation[] = ['owned-by', 'controlled-by', 'governance-appointed-by', 'published-by', 'part-of'];

export interface BodsShare {
  exact?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

export interface BodsInterest {
  type: string;
  directOrIndirect: 'direct' | 'indirect' | 'unknown';
  details?: string;
  share?: BodsShare;
  startDate?: string;
  endDate?: string;
}

export interface BodsSource {
  type?: string[];
  description?: string;
  url?: string;
  retrievedAt?: string;
  assertedBy?: { name: string }[];
}

/** `colofon` is a custom property, as the standard allows within an annotation: what it has no field for. */
export interface BodsAnnotation {
  statementPointerTarget: string;
  motivation: 'commenting' | 'linking';
  description: string;
  createdBy: { name: string };
  url?: string;
  colofon: { source: Source } | { entity: EntityExtra } | { claim: ClaimExtra };
}

export interface EntityExtra {
  id: string;
  kind: EntityKind;
  names: { name: string; lang?: string; valid?: { from?: string; to?: string } }[];
  country?: string;
}

/** An interest of ours, with where in `interests` the percentages stand: the words `majority` and `not-public` stand here. */
export interface InterestExtra {
  instrument: Interest['instrument'];
  scope: Interest['scope'];
  capital?: number | Extract<Share, string>;
  votes?: number | Extract<Share, string>;
  jointly?: string[];
}

export interface ClaimExtra {
  id: string;
  relation: Relation;
  /** Only where the object is words. */
  words?: Described;
  valid?: { from?: string; to?: string };
  asOf?: string;
  disputed?: true;
  /** History by the word of a keeper, not by its end date alone. */
  superseded?: true;
  interests?: InterestExtra[];
}

export const UNSPECIFIED: Record<Extract<ClaimObject, { unspecified: string }>['unspecified'], string> = {
  'no-owner': 'noBeneficialOwners',
  'not-disclosed': 'subjectUnableToConfirmOrIdentifyBeneficialOwner',
  unknown: 'unknown',
};

/** What holding an instrument is called there. A priority share and a certificate are no part of the ordinary shares. */
export const INTEREST_TYPE: Record<Interest['instrument'], string> = {
  'ordinary-share': 'shareholding',
  'preference-share': 'shareholding',
  'priority-share': 'controlViaCompanyRulesOrArticles',
  certificate: 'rightsToProfitOrIncome',
  appointment: 'appointmentOfBoard',
  statute: 'controlByLegalFramework',
  contract: 'rightsGrantedByContract',
  unspecified: 'unknownInterest',
};

/** Where a claim names no interest. */
export const RELATION_TYPE: Record<Relation, string> = {
  'owned-by': 'unknownInterest',
  'controlled-by': 'otherInfluenceOrControl',
  'governance-appointed-by': 'appointmentOfBoard',
  'published-by': 'otherInfluenceOrControl',
  'part-of': 'otherInfluenceOrControl',
};

export const RELATION_DETAILS: Record<Relation, string> = {
  'owned-by': 'Owner, according to the source',
  'controlled-by': 'Control, according to the source',
  'governance-appointed-by': 'Appoints the board',
  'published-by': 'Publishes this title; the source does not speak of ownership',
  'part-of': 'Is a section of the interested party',
};

export const SOURCE_TYPE: Record<SourceKind, string> = {
  law: 'thirdParty',
  register: 'officialRegister',
  regulator: 'thirdParty',
  self: 'selfDeclaration',
  press: 'thirdParty',
  research: 'thirdParty',
  dataset: 'thirdParty',
  wiki: 'thirdParty',
};

/** A share in the standard's fields; null for what only words can say. */
export function toBodsShare(share: Share): BodsShare | null {
  if (share === 'not-public' || share === 'unstated') return null;
  if (share === 'majority') return { exclusiveMinimum: 50, maximum: 100 };
  return 'exact' in share ? { exact: share.exact } : { minimum: share.min, maximum: share.max };
}

/** Ours has inclusive bounds only; a bound that is not given is 0 or 100. */
export function fromBodsShare(share: BodsShare): Share | null {
  const { exact, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = share;
  if (exact !== undefined) return { exact };
  if (minimum !== undefined && minimum === maximum) return { exact: minimum };
  if (exclusiveMinimum === 50 && (maximum ?? exclusiveMaximum ?? 100) === 100) return 'majority';
  const min = minimum ?? exclusiveMinimum;
  const max = maximum ?? exclusiveMaximum;
  return min === undefined && max === undefined ? null : { min: min ?? 0, max: max ?? 100 };
}

export type BodsClaim = Claim & { predicate: Relation };

export function isBodsRelation(claim: Claim): claim is BodsClaim {
  return (BODS_RELATIONS as readonly string[]).includes(claim.predicate);
}

/** What a record about an entity or person of ours is called in an export. */
export function recordIdOf(id: EntityId): string {
  return `colofon-${id}`;
}
