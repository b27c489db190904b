import { compareRough } from '../../lib/core/dates';
import type { Predicate } from '../../lib/core/register';
import { foreignTerms } from './bods-foreign';
import { restoredInterests } from './bods-interests';
import { type Parties, type Party, type Place, partiesIn } from './bods-parties';
import { type BodsRelationship, ownWords, readBods } from './bods-read';
import { recordIdOf, UNSPECIFIED } from './bods-terms';
import type { Known } from './import/known';
import { leaveOut, newRun, note, proposeClaim, type Run } from './import/run';
import type { SourceDraft } from './proposals';
import { entityFile } from './schema';

const claimLine = entityFile.shape.claims.unwrap().element;

/** Kinds of sources that can carry a statement about a person, as `register check` wants it. */
const CARRIES_PERSONS: readonly unknown[] = ['law', 'register', 'regulator', 'self', 'press'];

const ROUNDED = 'De datum is de eerste van een maand. In deze standaard kan dat een afgeronde datum zijn.';
const QUARTER = 'Dit gaat over een persoon. In onze lijst staan alleen mensen met minstens een kwart, of met de zeggenschap.';

/**
 * What a file in the Beneficial Ownership Data Standard says about organisations of our list, and about those above them.
 * Indirect interests are left out: our list holds each step.
 */
export function importBods(text: string, from: string, place: Place, run: Run = newRun()): Run {
  const records = readBods(text, from, run);
  const parties = partiesIn(records, place);
  const bySubject = new Map<string, BodsRelationship[]>();
  for (const record of records) {
    if (record.recordType !== 'relationship') continue;
    const { subject } = record.recordDetails;
    if (typeof subject === 'string') bySubject.set(subject, [...(bySubject.get(subject) ?? []), record]);
    else leaveOut(run, 'a relationship without a subject');
  }
  const open = [...bySubject.keys()].filter((recordId) => begins(parties.of(recordId)));
  const seen = new Set<string>();
  for (let recordId = open.shift(); recordId !== undefined; recordId = open.shift()) {
    if (seen.has(recordId)) continue;
    seen.add(recordId);
    for (const record of bySubject.get(recordId) ?? []) {
      const next = takeRelationship(record, parties, place, run);
      if (next !== null) open.push(next);
    }
  }
  for (const [recordId, all] of bySubject)
    if (!seen.has(recordId)) leaveOut(run, 'about an organisation that is not in our list', all.length);
  return run;
}

/** Where a chain may begin: an organisation of our list, or one of an export like ours. */
function begins(party: Party): boolean {
  return party.kind === 'ours' || (party.kind === 'new' && !party.asks);
}

/** The record of the interested party when the chain goes on there. */
function takeRelationship(record: BodsRelationship, parties: Parties, place: Place, run: Run): string | null {
  const { subject, interestedParty } = record.recordDetails;
  const about = typeof subject === 'string' ? parties.of(subject) : null;
  if (about === null || (about.kind !== 'ours' && about.kind !== 'new')) return null;
  const own = ownWords(record).claim;
  const terms = own === null ? foreignTerms(record) : { predicate: own.relation, why: null };
  if (terms.why !== null) {
    leaveOut(run, terms.why);
    return null;
  }
  const party = typeof interestedParty === 'string' ? parties.of(interestedParty) : null;
  const object = objectFrom(interestedParty, party, own?.words);
  if (object === null) {
    leaveOut(run, party?.kind === 'nobody' ? party.why : 'an owner of whom the file does not say who it is, or why not');
    return null;
  }
  const sources = parties.sourcesOf(record);
  const person = party !== null && isPerson(party, place.known);
  if (person && !sources.some(({ kind }) => CARRIES_PERSONS.includes(kind))) {
    // Not even the name is passed on: there is no source that could carry it.
    leaveOut(run, 'a person or family without a source that can carry it');
    return null;
  }
  if (person && own === null && 'small' in terms && terms.small) {
    leaveOut(run, 'a person who holds less than a quarter');
    return null;
  }
  const line = claimLine.safeParse(own === null ? foreignLine(record, terms, object, sources) : ownLine(record, own, object, sources));
  if (!line.success) {
    leaveOut(run, 'a relationship that our files cannot hold');
    note(run, about.id, `${record.recordId}: ${line.error.issues[0]?.message ?? ''}`);
    return null;
  }
  const joint = (line.data.interests ?? []).flatMap(({ jointly }) => jointly ?? []);
  const unknownName = askedName(party);
  const drafts = [about, party, ...joint.map((id) => parties.of(recordIdOf(id)))].flatMap((each) => (each?.kind === 'new' ? [each] : []));
  const rounded = own === null && [line.data.valid?.from, line.data.valid?.to].some((date) => date?.endsWith('-01'));
  proposeClaim(run, naming(place.known, parties), {
    about: about.id,
    line: line.data,
    according: `het BODS-bestand van ${record.publicationDetails?.publisher.name ?? 'een ander'}`,
    lookAt: sources.flatMap(({ url }) => url ?? []),
    sources: [...sources, ...drafts.flatMap((each) => each.sources)],
    entities: drafts.map(({ draft }) => draft),
    ...(unknownName === null ? {} : { asks: place.known.byName(unknownName) }),
    notes: [
      ...(rounded ? [ROUNDED] : []),
      ...(person && own === null ? [QUARTER] : []),
      ...(unknownName === null ? [] : [whoIs(unknownName, place.known)]),
    ],
  });
  return party !== null && !person && (party.kind === 'ours' || party.kind === 'new') && typeof interestedParty === 'string'
    ? interestedParty
    : null;
}

type Words = NonNullable<NonNullable<ReturnType<typeof ownWords>['claim']>['words']>;
type Object = string | Words | { unspecified: string };

function objectFrom(
  ref: BodsRelationship['recordDetails']['interestedParty'],
  party: Party | null,
  words: Words | undefined,
): Object | null {
  if (typeof ref !== 'string') {
    const reasons: Record<string, string> = {
      ...Object.fromEntries(Object.entries(UNSPECIFIED).map(([ours, theirs]) => [theirs, ours])),
      interestedPartyHasNotProvidedInformation: 'not-disclosed',
      subjectExemptFromDisclosure: 'not-disclosed',
      interestedPartyExemptFromDisclosure: 'not-disclosed',
    };
    const unspecified = reasons[ref.reason];
    return unspecified === undefined ? null : { unspecified };
  }
  if (party?.kind === 'described') return words ?? { words: party.words, lang: party.lang };
  return party?.kind === 'ours' || party?.kind === 'new' ? party.id : null;
}

function ownLine(
  record: BodsRelationship,
  own: NonNullable<ReturnType<typeof ownWords>['claim']>,
  object: Object,
  sources: SourceDraft[],
): unknown {
  const { interests } = record.recordDetails;
  const newest = sources
    .flatMap(({ published }) => published ?? [])
    .sort(compareRough)
    .at(-1);
  return {
    [own.relation]: object,
    ...(own.interests === undefined
      ? {}
      : {
          interests: restoredInterests(
            own.interests.map(present),
            interests.map(({ share }) => (share === undefined ? undefined : present(share))),
          ),
        }),
    ...(own.valid === undefined ? {} : { valid: present(own.valid) }),
    ...(own.asOf === undefined || own.asOf === newest ? {} : { asOf: own.asOf }),
    ...(own.superseded ? { status: 'superseded' } : own.disputed ? { status: 'disputed' } : {}),
    sources: sources.map(({ id }) => id),
  };
}

function foreignLine(
  record: BodsRelationship,
  terms: Extract<ReturnType<typeof foreignTerms>, { why: null }> | { predicate: Predicate },
  object: Object,
  sources: SourceDraft[],
): unknown {
  const { interests } = record.recordDetails;
  const [from] = interests.flatMap(({ startDate }) => startDate ?? []).sort();
  const to = interests
    .flatMap(({ endDate }) => endDate ?? [])
    .sort()
    .at(-1);
  const ended = record.recordStatus === 'closed' || to !== undefined;
  return {
    [terms.predicate]: object,
    ...('interests' in terms && terms.interests.length > 0 ? { interests: terms.interests } : {}),
    ...(from === undefined && to === undefined
      ? {}
      : { valid: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }),
    ...(ended ? { status: 'superseded' } : {}),
    sources: sources.map(({ id }) => id),
  };
}

function isPerson(party: Party, known: Known): boolean {
  const kind = party.kind === 'new' ? party.draft.kind : party.kind === 'ours' ? known.entity(party.id)?.kind : undefined;
  return kind === 'person' || kind === 'family';
}

/** Names for the sentence to the reviewer: also of those who are not in our list yet. */
function naming(known: Known, { drafts }: Parties): Known {
  return { ...known, entity: (id) => known.entity(id) ?? drafts.get(id) };
}

/** The name of a party of whom a reviewer has to say who it is. */
function askedName(party: Party | null): string | null {
  if (party?.kind !== 'new' || !party.asks) return null;
  const [name] = party.draft.names;
  return typeof name === 'string' ? name : (name?.name ?? party.id);
}

function whoIs(name: string, known: Known): string {
  const hints = known.byName(name);
  const maybe =
    hints.length === 0 ? 'Onze lijst kent niemand met die naam.' : `Mogelijk is dit: ${hints.join(' of ')}. De naam alleen zegt het niet.`;
  return `Wie is ${name}? ${maybe} Schrijf het id achter same-as, of new.`;
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without keys whose value is undefined. */
function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}
