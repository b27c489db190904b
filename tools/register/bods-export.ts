import { createHash } from 'node:crypto';
import type { Claim, ClaimObject, Entity, Source } from '../../lib/core/register';
import { nameOf } from '../../lib/core/statements';
import { canonical } from '../../lib/core/update/shape';
import { claimInterests } from './bods-interests';
import {
  BODS_VERSION,
  type BodsAnnotation,
  type BodsClaim,
  type BodsInterest,
  type BodsSource,
  type EntityExtra,
  isBodsRelation,
  recordIdOf,
  SOURCE_TYPE,
  UNSPECIFIED,
} from './bods-terms';
import type { Compiled } from './compile';

export interface BodsStatement {
  statementId: string;
  statementDate: string;
  declarationSubject: string;
  recordId: string;
  recordType: 'entity' | 'person' | 'relationship';
  recordStatus: 'new' | 'closed';
  recordDetails: Record<string, unknown>;
  annotations?: BodsAnnotation[];
  publicationDetails: { publicationDate: string; bodsVersion: string; license: string; publisher: { name: string } };
  source?: BodsSource;
}

export interface BodsExport {
  statements: BodsStatement[];
  /** Claims about ownership and control that a source took back. */
  withdrawn: number;
}

const PUBLISHER = 'Colofon';
const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';

/** `registeredEntity` only for those of which we know a number from a register. */
const SCHEMES = {
  kvk: { scheme: 'NL-KVK', schemeName: 'Kamer van Koophandel' },
  kbo: { scheme: 'BE-BCE_KBO', schemeName: 'Kruispuntbank van Ondernemingen' },
  lei: { scheme: 'XI-LEI', schemeName: 'Global Legal Entity Identifier Index' },
  issn: { schemeName: 'ISSN' },
  qid: { schemeName: 'Wikidata' },
} as const;

const KIND_DETAILS: Record<Entity['kind'], string> = {
  outlet: 'Media outlet: a title, station or site, which need not be a legal entity',
  organisation: 'Organisation',
  person: 'Person',
  family: 'Family, of which the source names no members',
  foundation: 'Foundation',
  'public-body': 'Public body',
  association: 'Association',
};

/**
 * The claims about ownership and control of the core as statements of the Beneficial Ownership Data Standard: entities and
 * persons first, then relationships, each list by id. The same register gives the same bytes. Layers are not in it: they
 * have licences of their own.
 *
 * @param checked on which day a keeper last compared each entity's file with its sources
 */
export function exportBods(compiled: Compiled, checked: ReadonlyMap<string, string>): BodsExport {
  const claims = compiled.claims.filter(isBodsRelation);
  const shown = claims.filter(({ status }) => status !== 'withdrawn');
  const make = statementMaker(compiled);
  const named = new Set(
    shown.flatMap((claim) => [claim.subject, ...('entity' in claim.object ? [claim.object.entity] : []), ...joint(claim)]),
  );
  const listed = compiled.claims.filter((claim) => 'legalForm' in claim.object && claim.object.legalForm === 'listed-company');
  const parties = [...compiled.entities.values()].flatMap((entity) => {
    if (!named.has(entity.id)) return [];
    const onExchange = listed.some(({ subject, status }) => subject === entity.id && status !== 'superseded' && status !== 'withdrawn');
    return [partyStatement(entity, checked.get(entity.id) ?? compiled.checked, onExchange, make)];
  });
  const described = shown.flatMap((claim) => ('words' in claim.object ? [describedParty(claim, claim.object.words, make)] : []));
  const relationships = shown.map((claim) => relationship(claim, compiled, make));
  return { statements: [...parties, ...described, ...relationships], withdrawn: claims.length - shown.length };
}

type Make = (
  parts: Omit<BodsStatement, 'statementId' | 'publicationDetails' | 'source' | 'annotations'>,
  extra: BodsAnnotation[],
  sources: string[],
) => BodsStatement;

function statementMaker(compiled: Compiled): Make {
  const publicationDetails = { publicationDate: compiled.checked, bodsVersion: BODS_VERSION, license: CC0, publisher: { name: PUBLISHER } };
  return (parts, extra, ids) => {
    const sources = ids.flatMap((id) => compiled.sources.get(id) ?? []);
    const annotations = [...extra, ...sources.map(linked)];
    const source = sourceOf(sources);
    const statement = { ...parts, ...(annotations.length > 0 ? { annotations } : {}), ...(source === null ? {} : { source }) };
    const {
      recordStatus,
      recordDetails,
      annotations: notes,
      source: from,
      ...head
    } = { annotations: undefined, source: undefined, ...statement };
    return {
      // Of the content alone, so that what stayed the same keeps its id from one edition to the next.
      statementId: uuidOf(canonical(statement)),
      ...head,
      recordStatus,
      recordDetails,
      ...(notes === undefined ? {} : { annotations: notes }),
      publicationDetails,
      ...(from === undefined ? {} : { source: from }),
    };
  };
}

function partyStatement(entity: Entity, day: string, listed: boolean, make: Make): BodsStatement {
  const recordId = recordIdOf(entity.id);
  const extra: EntityExtra = {
    id: entity.id,
    kind: entity.kind,
    names: entity.names,
    ...(entity.country === null ? {} : { country: entity.country }),
  };
  const annotation = comment('Names with their periods, and the kind in the words of Colofon', { entity: extra });
  const head = { statementDate: day, declarationSubject: recordId, recordId, recordStatus: 'new' as const };
  const [first, ...rest] = entity.names;
  if (entity.kind === 'person') {
    const names = entity.names.map(({ name, valid }, at) => ({
      ...(at === 0 ? {} : { type: valid?.to === undefined ? 'alternative' : 'former' }),
      fullName: name,
    }));
    const recordDetails = { isComponent: false, personType: 'knownPerson', names };
    return make({ ...head, recordType: 'person', recordDetails }, [annotation], entity.sources ?? []);
  }
  const identifiers = Object.entries(SCHEMES).flatMap(([kind, scheme]) => {
    const number = entity.ids[kind as keyof typeof SCHEMES];
    return number === undefined
      ? []
      : [{ id: number, ...scheme, ...(kind === 'qid' ? { uri: `https://www.wikidata.org/entity/${number}` } : {}) }];
  });
  const recordDetails = {
    isComponent: false,
    entityType: { type: entityType(entity, listed), details: KIND_DETAILS[entity.kind] },
    name: first?.name ?? entity.id,
    ...(rest.length > 0 ? { alternateNames: rest.map(({ name }) => name) } : {}),
    ...(entity.country === null ? {} : { jurisdiction: { name: countryName(entity.country), code: entity.country } }),
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(listed ? { publicListing: { hasPublicListing: true } } : {}),
  };
  return make({ ...head, recordType: 'entity', recordDetails }, [annotation], entity.sources ?? []);
}

function entityType({ kind, ids }: Entity, listed: boolean): string {
  if (kind === 'public-body') return 'stateBody';
  if (ids.kvk !== undefined || ids.kbo !== undefined || ids.lei !== undefined || listed) return 'registeredEntity';
  return kind === 'outlet' || kind === 'family' ? 'arrangement' : 'legalEntity';
}

/** Owners that a source describes and does not name: known to be there, not who they are. */
function describedParty(claim: Claim, words: string, make: Make): BodsStatement {
  const recordId = describedId(claim);
  const recordDetails = {
    isComponent: false,
    entityType: { type: 'unknownEntity', details: 'One or more parties that the source describes and does not name' },
    unspecifiedEntityDetails: { reason: 'informationUnknownToPublisher', description: words },
  };
  const head = { statementDate: claim.checked, declarationSubject: recordId, recordId, recordStatus: 'new' as const };
  return make({ ...head, recordType: 'entity', recordDetails }, [], claim.sources);
}

function relationship(claim: BodsClaim, compiled: Compiled, make: Make): BodsStatement {
  const { interests, extra } = claimInterests(claim);
  const subject = recordIdOf(claim.subject);
  const recordDetails = {
    isComponent: false,
    subject,
    interestedParty: partyOf(claim.object, claim),
    interests: interests.map((interest): BodsInterest => ({ ...interest, ...datesOf(claim) })),
  };
  const annotation = comment(noteOn(claim, compiled), { claim: extra });
  const head = { statementDate: claim.checked, declarationSubject: subject, recordId: `colofon-claim-${claim.id}` };
  const recordStatus = claim.status === 'superseded' || claim.valid?.to !== undefined ? ('closed' as const) : ('new' as const);
  return make({ ...head, recordType: 'relationship', recordStatus, recordDetails }, [annotation], claim.sources);
}

function partyOf(object: ClaimObject, claim: Claim): string | { reason: string; description?: string } {
  if ('entity' in object) return recordIdOf(object.entity);
  if ('unspecified' in object) return { reason: UNSPECIFIED[object.unspecified], description: `"${object.unspecified}" in the register` };
  return describedId(claim);
}

/** The first day of a year or month where that is all we know, as the standard asks; the annotation keeps what the source said. */
function datesOf({ valid }: Claim): { startDate?: string; endDate?: string } {
  const whole = (date: string): string => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
  return {
    ...(valid?.from === undefined ? {} : { startDate: whole(valid.from) }),
    ...(valid?.to === undefined ? {} : { endDate: whole(valid.to) }),
  };
}

function noteOn(claim: Claim, { entities }: Compiled): string {
  const others = joint(claim).map((id) => nameOf(entities.get(id) ?? { id, kind: 'organisation', names: [], country: null, ids: {} }));
  return others.length === 0
    ? 'The relation in the words of Colofon, with dates as precise as the source'
    : `Held together with ${others.join(', ')}. The relation in the words of Colofon, with dates as precise as the source`;
}

function joint(claim: Claim): string[] {
  return [...new Set((claim.interests ?? []).flatMap(({ jointly }) => jointly ?? []))];
}

function comment(description: string, colofon: BodsAnnotation['colofon']): BodsAnnotation {
  return { statementPointerTarget: '', motivation: 'commenting', description, createdBy: { name: PUBLISHER }, colofon };
}

function linked(source: Source): BodsAnnotation {
  const { title, publisher, url } = source;
  const description = title.includes(publisher) ? title : `${title}, ${publisher}`;
  const rest = { description, createdBy: { name: PUBLISHER }, colofon: { source } };
  if (url === undefined) return { statementPointerTarget: '/source', motivation: 'commenting', ...rest };
  return { statementPointerTarget: '/source', motivation: 'linking', url, ...rest };
}

/** The standard has one source for each statement: all kinds and publishers, the address of the first. */
function sourceOf(sources: Source[]): BodsSource | null {
  const [first] = sources;
  if (first === undefined) return null;
  return {
    type: [...new Set(sources.map(({ kind }) => SOURCE_TYPE[kind]))],
    description: sources.map(({ title }) => title).join('; '),
    ...(first.url === undefined ? {} : { url: first.url }),
    retrievedAt: first.retrieved,
    assertedBy: [...new Set(sources.map(({ publisher }) => publisher))].map((name) => ({ name })),
  };
}

function describedId(claim: Claim): string {
  return `colofon-described-${claim.id}`;
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
}

/** A UUID of version 8 (RFC 9562): the first bits of the SHA-256 of the text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** One statement on each line, so that a difference shows as the lines that changed. */
export function bodsText(statements: readonly BodsStatement[]): string {
  return `[\n${statements.map((statement) => JSON.stringify(statement)).join(',\n')}\n]\n`;
}
