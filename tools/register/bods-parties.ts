import { createHash } from 'node:crypto';
import type { Day } from '../../lib/core/dates';
import type { EntityId } from '../../lib/core/register';
import { type BodsParty, type BodsRecord, ownWords } from './bods-read';
import type { Registry } from './files';
import { plain, slug, webAddress } from './import/clean';
import type { Known } from './import/known';
import type { Numbers, SourceDraft } from './proposals';
import { type EntityFile, entityFile, sourceFile } from './schema';

/** Who a record is about, as far as our list can say. */
export type Party =
  | { kind: 'ours'; id: EntityId }
  /** Not in our list: `draft` would be its file. `asks`: a reviewer has to say who it is. */
  | { kind: 'new'; id: EntityId; draft: EntityFile; sources: SourceDraft[]; asks: boolean }
  | { kind: 'described'; words: string; lang: string }
  | { kind: 'nobody'; why: string };

export interface Place {
  registry: Registry;
  known: Known;
  day: Day;
}

export interface Parties {
  of: (recordId: string) => Party;
  sourcesOf: (record: BodsRecord) => SourceDraft[];
  /** Drafts of this run by id, for names in sentences. */
  drafts: ReadonlyMap<EntityId, EntityFile>;
}

const SCHEMES: [kind: keyof Numbers, codes: RegExp][] = [
  ['kvk', /^NL-KVK$/i],
  ['kbo', /^BE-(BCE_KBO|KBO)$/i],
  ['lei', /^(XI-LEI|LEI)$/i],
  ['issn', /^ISSN$/i],
  ['qid', /^(Wikidata|XI-WIKIDATA)$/i],
];

/** Records are ours by their number, or by the id that our own export gave them. A name never matches. */
export function partiesIn(records: readonly BodsRecord[], place: Place): Parties {
  const byRecord = new Map(records.flatMap((record) => (record.recordType === 'relationship' ? [] : [[record.recordId, record] as const])));
  const found = new Map<string, Party>();
  const drafts = new Map<EntityId, EntityFile>();
  const sourcesOf = (record: BodsRecord): SourceDraft[] => draftedSources(record, place);
  const of = (recordId: string): Party => {
    const had = found.get(recordId);
    if (had !== undefined) return had;
    const record = byRecord.get(recordId);
    const party: Party =
      record === undefined ? { kind: 'nobody', why: 'a party of whom the file has no record' } : partyFrom(record, place, drafts);
    if (party.kind === 'new') drafts.set(party.id, party.draft);
    found.set(recordId, party);
    return party;
  };
  return { of, sourcesOf, drafts };
}

function partyFrom(record: BodsParty, place: Place, drafts: ReadonlyMap<EntityId, EntityFile>): Party {
  const { known, day } = place;
  const own = ownWords(record).entity;
  if (own !== null) {
    if (known.entity(own.id) !== undefined) return { kind: 'ours', id: own.id };
    const sources = ownWords(record).sources.length === 0 ? [] : draftedSources(record, place);
    const numbers = numbersIn(record);
    const draft = entityFile.safeParse({
      id: own.id,
      kind: own.kind,
      names: own.names.map(({ name, lang, valid }) => (lang === undefined && valid === undefined ? name : { name, lang, valid })),
      country: own.country,
      ...(sources.length > 0 ? { sources: sources.map(({ id }) => id) } : {}),
      ...(numbers === null || own.kind === 'person' || own.kind === 'family' ? {} : { ids: numbers }),
      checked: day,
    });
    return draft.success
      ? { kind: 'new', id: own.id, draft: draft.data, sources, asks: false }
      : { kind: 'nobody', why: 'a party that our files cannot hold' };
  }
  if (record.recordType === 'person') return personFrom(record, place, drafts);
  const { entityType, unspecifiedEntityDetails, name } = record.recordDetails;
  if (entityType.type === 'unknownEntity' || entityType.type === 'anonymousEntity') {
    const words = plain(unspecifiedEntityDetails?.description ?? name, 300);
    return words === null ? { kind: 'nobody', why: 'a party that is not named or described' } : { kind: 'described', words, lang: 'nl' };
  }
  const ids = numbersIn(record);
  for (const [kind, value] of Object.entries(ids ?? {})) {
    const ours = value === undefined ? null : known.byNumber(kind as keyof Numbers, value);
    if (ours !== null) return { kind: 'ours', id: ours };
  }
  const label = plain(name);
  if (label === null) return { kind: 'nobody', why: 'an organisation without a usable name' };
  const code = record.recordDetails.jurisdiction?.code?.slice(0, 2).toUpperCase();
  const sources = ids === null ? [] : draftedSources(record, place);
  const kind = entityType.type === 'state' || entityType.type === 'stateBody' ? 'public-body' : 'organisation';
  const draft: EntityFile = {
    id: freeId(label, known, drafts),
    kind,
    names: [label],
    ...(code !== undefined && /^[A-Z]{2}$/.test(code) ? { country: code } : {}),
    ...(ids === null || sources.length === 0 ? {} : { ids, sources: sources.map(({ id }) => id) }),
    checked: day,
  };
  return { kind: 'new', id: draft.id, draft, sources, asks: true };
}

function personFrom(
  record: Extract<BodsParty, { recordType: 'person' }>,
  { known, day }: Place,
  drafts: ReadonlyMap<EntityId, EntityFile>,
): Party {
  const { personType, names } = record.recordDetails;
  const label = plain(names.find(({ type }) => type !== 'former')?.fullName);
  if (personType !== 'knownPerson' || label === null) return { kind: 'nobody', why: 'a person who is not named' };
  // No number, date of birth, address or nationality is taken over.
  const draft: EntityFile = { id: freeId(label, known, drafts), kind: 'person', names: [label], checked: day };
  return { kind: 'new', id: draft.id, draft, sources: [], asks: true };
}

function freeId(label: string, known: Known, drafts: ReadonlyMap<EntityId, EntityFile>): EntityId {
  const base = slug(label);
  let id = base;
  for (let next = 2; known.entity(id) !== undefined || drafts.has(id); next += 1) id = `${base}-${next}`;
  return id;
}

function numbersIn(record: BodsParty): Numbers | null {
  if (record.recordType === 'person') return null;
  const numbers: Numbers = {};
  for (const { id, scheme, schemeName } of record.recordDetails.identifiers) {
    const [kind] = SCHEMES.find(([, codes]) => codes.test(scheme ?? '') || codes.test(schemeName ?? '')) ?? [];
    if (kind === undefined || id === undefined) continue;
    if (entityFile.shape.ids.safeParse({ [kind]: id }).success) numbers[kind] = id;
  }
  return Object.keys(numbers).length === 0 ? null : numbers;
}

/** The sources a statement rests on, as files of ours. What somebody else's file does not say is left for the reviewer to fill in. */
function draftedSources(record: BodsRecord, { registry, known, day }: Place): SourceDraft[] {
  const { sources } = ownWords(record);
  if (sources.length > 0)
    return sources.flatMap((own): SourceDraft[] => {
      const ours = registry.sources.find(({ value }) => value.id === own.id)?.value;
      const file = sourceFile.safeParse({ ...own, ...(own.published === undefined ? { undated: true } : {}) });
      if (!file.success) return [];
      if (ours === undefined) return [file.data];
      // The id is taken by another document: this one gets a name of its own.
      return [ours.url === file.data.url ? file.data : { ...file.data, id: `${file.data.id}-${mark(file.data.url ?? file.data.title)}` }];
    });
  return [foreignSource(record, known, day)];
}

function foreignSource({ source, publicationDetails, statementDate }: BodsRecord, known: Known, day: Day): SourceDraft {
  const publisher = plain(publicationDetails?.publisher.name) ?? plain(source?.assertedBy[0]?.name);
  const url = webAddress(source?.url) ?? webAddress(publicationDetails?.publisher.url);
  const there = url === null ? null : known.sourceAt(url);
  const types = source?.type ?? [];
  const kind = types.includes('officialRegister') ? 'register' : types.includes('selfDeclaration') ? 'self' : 'dataset';
  return {
    id: there ?? `bods-${slug(publisher ?? 'unnamed')}-${mark(`${url ?? ''} ${statementDate}`)}`,
    kind,
    title: plain(source?.description, 200) ?? `Verklaring in de Beneficial Ownership Data Standard, ${statementDate}`,
    publisher,
    url,
    published: statementDate,
    retrieved: source?.retrievedAt ?? day,
    licence: plain(publicationDetails?.license) ?? "of the source's own text; the fact itself is free",
  };
}

function mark(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
