import type { EntityId } from '../../../lib/core/register';
import { objectKey, objectOf, predicateOf } from '../compile';
import type { Numbers, Proposal, Proposed, SourceDraft } from '../proposals';
import type { ClaimLine, EntityFile } from '../schema';
import { type Known, nameOf } from './known';
import { sentence } from './words';

/** What an import has found so far. */
export interface Run {
  /** By entity, in the order in which they were met. */
  found: Map<EntityId, Proposed>;
  /** Equal to what our list says already. */
  there: number;
  contradicting: number;
  /** How often something was left out, by reason. */
  leftOut: Map<string, number>;
  /** What a reviewer should know and no proposal carries, about an entity or, without one, about the response. */
  notes: { about: EntityId | null; text: string }[];
}

export interface Finding {
  about: EntityId;
  line: ClaimLine;
  /** Whose words: "Wikidata", "trust.txt van krant.example". */
  according: string;
  lookAt: string[];
  sources: SourceDraft[];
  /** New entities that the claim needs. */
  entities?: EntityFile[];
  /** The object is not recognised: the reviewer says who it is. Named here are those of our list that it could be. */
  asks?: readonly EntityId[];
  notes?: string[];
}

/** Notes beyond this are counted, not kept: a reviewer reads no thousand lines. */
const MAX_NOTES = 200;

/** A page can name any number of domains that nobody knows; a reviewer is asked about these many for one entity. */
const MAX_ASKED = 20;

export function newRun(): Run {
  return { found: new Map(), there: 0, contradicting: 0, leftOut: new Map(), notes: [] };
}

export function leaveOut(run: Run, why: string, count = 1): void {
  run.leftOut.set(why, (run.leftOut.get(why) ?? 0) + count);
}

export function note(run: Run, about: EntityId | null, text: string): void {
  if (run.notes.some((each) => each.about === about && each.text === text)) return;
  if (run.notes.length < MAX_NOTES) run.notes.push({ about, text });
  else leaveOut(run, 'a note beyond the first 200');
}

/** A claim becomes a proposal, unless our list has it. */
export function proposeClaim(run: Run, known: Known, { about, line, according, lookAt, sources, entities = [], ...more }: Finding): void {
  const predicate = predicateOf(line);
  if (predicate === null) return;
  const meant = objectOf(line, predicate);
  const key = objectKey(meant);
  const standing = known.standing(about, line);
  if (standing.there) {
    run.there += 1;
    return;
  }
  const asked = run.found.get(about)?.proposals.filter((proposal) => proposal['same-as'] === null).length ?? 0;
  if (entities.some(({ id, hosts }) => id === key && hosts !== undefined) && asked >= MAX_ASKED) {
    leaveOut(run, `a domain that is not in our list, beyond the first ${MAX_ASKED}`);
    return;
  }
  const same = (more.asks ?? []).find((id) => known.standing(about, { ...line, [predicate]: id }).there);
  const beside = same === undefined ? standing.beside : [];
  if (beside.length > 0) run.contradicting += 1;
  const named = entities.find(({ id }) => id === key);
  const object =
    'unspecified' in meant || 'noIncomeFrom' in meant || 'words' in meant
      ? meant
      : nameOf({ entity: (id) => (named?.id === id ? named : known.entity(id)) }, key);
  const notes = [
    ...(more.notes ?? []),
    ...(same === undefined
      ? standing.notes
      : [`Is dit ${same}? Dan staat het al in onze lijst, en komt alleen ${named?.hosts === undefined ? 'het nummer' : 'de site'} erbij.`]),
  ];
  add(run, about, {
    proposal: {
      says: sentence(according, nameOf(known, about), predicate, object, line),
      'look-at': lookAt,
      ...(beside.length > 0 ? { beside } : {}),
      ...(notes.length > 0 ? { notes } : {}),
      claim: line,
      ...(more.asks !== undefined ? { 'same-as': null } : {}),
      decision: null,
    },
    entities,
    sources,
  });
}

/** A number of the entity, unless our list has it. */
export function proposeNumber(
  run: Run,
  known: Known,
  {
    about,
    kind,
    value,
    says,
    lookAt,
    sources,
  }: { about: EntityId; kind: keyof Numbers; value: string; says: string; lookAt: string[]; sources: SourceDraft[] },
): void {
  const entity = known.entity(about);
  if (!entity || entity.kind === 'person' || entity.kind === 'family') return;
  const has = entity.ids?.[kind];
  if (has === value) {
    run.there += 1;
    return;
  }
  const other = known.byNumber(kind, value);
  if (has !== undefined) run.contradicting += 1;
  add(run, about, {
    proposal: {
      says,
      'look-at': lookAt,
      ...(has === undefined ? {} : { beside: [`${kind}: ${has}`] }),
      ...(other === null ? {} : { notes: [`Dit nummer staat in onze lijst bij ${other}.`] }),
      ids: { [kind]: value },
      sources: sources.map(({ id }) => id),
      decision: null,
    },
    entities: [],
    sources,
  });
}

/** Proposals as they go to the files: with the notes about their entity. */
export function proposedOf(run: Run): Proposed[] {
  return [...run.found.values()].map((one) => ({
    ...one,
    notes: [...one.notes, ...run.notes.filter(({ about }) => about === one.about).map(({ text }) => text)],
  }));
}

export function add(run: Run, about: EntityId, found: { proposal: Proposal; entities: EntityFile[]; sources: SourceDraft[] }): void {
  const one = run.found.get(about) ?? { about, proposals: [], notes: [], entities: [], sources: [] };
  one.proposals.push(found.proposal);
  one.entities.push(...found.entities);
  one.sources.push(...found.sources);
  run.found.set(about, one);
}
