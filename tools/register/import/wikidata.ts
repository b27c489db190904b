import type { Day, RoughDate } from '../../../lib/core/dates';
import { isDay } from '../../../lib/core/dates';
import type { EntityId } from '../../../lib/core/register';
import type { SourceDraft } from '../proposals';
import type { ClaimLine, EntityFile } from '../schema';
import { slug } from './clean';
import { isOutlet, type Known, nameOf } from './known';
import { leaveOut, newRun, note, proposeClaim, proposeNumber, type Run } from './run';
import { referencesOf } from './wikidata-references';
import { type Party, type Property, readStatements, type Statement } from './wikidata-rows';

const PREDICATE = { P127: 'owned-by', P749: 'part-of', P123: 'published-by' } as const satisfies Partial<Record<Property, keyof ClaimLine>>;

const PARENT = 'Wikidata noemt dit de moederorganisatie. Dat is niet altijd de eigenaar.';
const NO_REFERENCE =
  'Wikidata noemt hiervoor geen bron. Dat is te weinig voor iets waarover onenigheid is, of voor een persoon. Zoek er een bron bij.';
const FILL_IN =
  'Open de bron bij look-at en vul onderaan bij sources in wat leeg is. Staat het er niet in? Haal de bron dan weg uit het voorstel.';

/** Where an item can be seen. */
const WIKIDATA_ITEMS = 'https://www.wikidata.org/wiki/';

/** A saved answer of the query service. */
export interface Answer {
  text: string;
  /** File name or address, for messages. */
  from: string;
  /** On which it was saved. */
  day: Day;
  /** Where items can be seen, when not on Wikidata itself: the practice register knows fictional addresses only. */
  items?: string;
}

type ItemSource = (party: Party) => SourceDraft;

interface Context {
  run: Run;
  known: Known;
  day: Day;
  itemSource: ItemSource;
}

/**
 * What a saved answer to `WIKIDATA_QUERY` says about outlets in our list. An item is ours by its number, or by its official
 * website and our host rules; a name never decides.
 */
export function importWikidata({ text, from, day, items = WIKIDATA_ITEMS }: Answer, known: Known, run: Run = newRun()): Run {
  const statements = readStatements(text, from, run);
  const itemSource: ItemSource = ({ qid }) => ({
    id: `wikidata-${qid.toLowerCase()}-${day}`,
    kind: 'dataset',
    title: `Wikidata, item ${qid}`,
    publisher: 'Wikidata',
    url: `${items}${qid}`,
    undated: true,
    retrieved: day,
    licence: 'CC0-1.0',
  });
  const subjects = matchSubjects(statements, known, run);
  for (const [qid, about] of subjects) {
    const item = statements.find((each) => each.item.qid === qid)?.item;
    if (!item) continue;
    const source = itemSource(item);
    const says = `In Wikidata is ${qid}: ${item.label ?? 'zonder naam'}. In onze lijst heet dit ${nameOf(known, about)}.`;
    proposeNumber(run, known, { about, kind: 'qid', value: qid, says, lookAt: [source.url ?? ''], sources: [source] });
  }
  for (const statement of statements) {
    const about = subjects.get(statement.item.qid);
    if (about !== undefined) takeStatement({ run, known, day, itemSource }, about, statement);
  }
  return run;
}

/** Which items are entities of our list. Two items that claim one entity by its site alone are both left out. */
function matchSubjects(statements: readonly Statement[], known: Known, run: Run): Map<string, EntityId> {
  const items = new Map(statements.map(({ item }) => [item.qid, item]));
  const sites = new Map<string, Set<string>>();
  for (const { item } of statements) if (item.site !== null) sites.set(item.qid, (sites.get(item.qid) ?? new Set()).add(item.site));
  const bySite = new Map<EntityId, string[]>();
  const matched = new Map<string, EntityId>();
  for (const item of items.values()) {
    const number = byNumber(item, known);
    const found = new Set([...(sites.get(item.qid) ?? [])].flatMap((site) => known.bySite(site) ?? []));
    if (number !== null) matched.set(item.qid, number);
    else if (found.size > 1)
      note(run, null, `${item.qid} (${item.label ?? 'zonder naam'}) heeft sites van ${[...found].join(' en ')}. Niets voorgesteld.`);
    else for (const id of found) if (known.entity(id)?.ids?.qid === undefined) bySite.set(id, [...(bySite.get(id) ?? []), item.qid]);
    if (number === null && found.size === 0) leaveOut(run, 'an item that is not in our list');
    if (number === null && found.size > 0 && [...found].every((id) => known.entity(id)?.ids?.qid !== undefined))
      leaveOut(run, 'an item on a site whose outlet has another Wikidata number');
  }
  for (const [id, qids] of bySite) {
    const [only] = qids;
    if (qids.length === 1 && only !== undefined) matched.set(only, id);
    else
      note(
        run,
        id,
        `In Wikidata hebben ${qids.join(' en ')} allemaal de site van ${nameOf(known, id)}. Kies welke het is en zet die als qid in het bestand.`,
      );
  }
  return matched;
}

function byNumber(party: Party, known: Known): EntityId | null {
  return (
    known.byNumber('qid', party.qid) ??
    (party.kvk === null ? null : known.byNumber('kvk', party.kvk)) ??
    (party.kbo === null ? null : known.byNumber('kbo', party.kbo)) ??
    (party.lei === null ? null : known.byNumber('lei', party.lei))
  );
}

function takeStatement(context: Context, about: EntityId, statement: Statement): void {
  const { run, known, day, itemSource } = context;
  const { item, property, object, valid } = statement;
  if (property === 'P571') {
    leaveOut(run, 'a year of beginning, for which our list has no place');
    if (statement.value !== null) note(run, about, `Wikidata noemt als begin: ${statement.value}. Onze lijst heeft daar geen plaats voor.`);
    return;
  }
  if (object === null) return;
  const personal = object.kind !== 'other';
  if (object.label === null) {
    leaveOut(run, 'an owner or publisher without a name');
    return;
  }
  const references = referencesOf(statement, known);
  const persons = personal ? references.filter(({ wiki }) => !wiki) : references;
  if (personal && persons.length === 0) {
    // Not even the name is passed on: there is no source that could carry it.
    leaveOut(run, 'a person or family without a source that can carry it');
    return;
  }
  const match = personal ? null : objectIn(object, known);
  if (match !== null && match === about) {
    leaveOut(run, 'a statement of something about itself');
    return;
  }
  if (personal && standsAlready(known, about, PREDICATE[property], object.label)) {
    run.there += 1;
    return;
  }
  const fresh = match === null ? newEntity(object, object.label, context) : null;
  const own = itemSource(item);
  const cited = personal ? persons.map(({ source }) => source) : [...references.map(({ source }) => source), own];
  const line: ClaimLine = {
    [PREDICATE[property]]: match ?? fresh?.id,
    ...(valid.from !== undefined || valid.to !== undefined ? { valid } : {}),
    ...(valid.to !== undefined && earlier(valid.to, day) ? { status: 'superseded' as const } : {}),
    sources: cited.map(({ id }) => id),
  };
  const hints = match === null ? known.byName(object.label) : [];
  proposeClaim(run, known, {
    about,
    line,
    according: 'Wikidata',
    lookAt: [...references.flatMap(({ source }) => source.url ?? []), own.url ?? ''].filter((url) => url !== ''),
    sources: [
      ...(personal ? [] : [own]),
      ...references.filter(({ there }) => !there).map(({ source }) => source),
      ...(fresh?.ids === undefined ? [] : [itemSource(object)]),
    ],
    entities: fresh === null ? [] : [fresh],
    ...(match === null ? { asks: hints } : {}),
    notes: [
      ...(property === 'P749' ? [PARENT] : []),
      ...(references.length === 0 ? [NO_REFERENCE] : references.some(({ there }) => !there) ? [FILL_IN] : []),
      ...(match === null ? [whoIs(object.label, hints)] : []),
    ],
  });
}

function whoIs(label: string, hints: readonly EntityId[]): string {
  const maybe =
    hints.length === 0 ? 'Onze lijst kent niemand met die naam.' : `Mogelijk is dit: ${hints.join(' of ')}. De naam alleen zegt het niet.`;
  return `Wie is ${label}? ${maybe} Schrijf het id achter same-as, of new.`;
}

/** An owner or publisher is ours by number, or by a site that our list gives to an organisation. A title owns nothing. */
function objectIn(object: Party, known: Known): EntityId | null {
  const number = byNumber(object, known);
  if (number !== null) return number;
  const site = object.site === null ? null : known.bySite(object.site);
  return site === null || isOutlet(known, site) ? null : site;
}

/** Persons carry no number, so an import that runs again can only see that the same line holds the same name. */
function standsAlready(known: Known, about: EntityId, predicate: keyof ClaimLine, name: string): boolean {
  return (known.entity(about)?.claims ?? []).some((line) => {
    const object = line[predicate];
    return typeof object === 'string' && known.byName(name).includes(object);
  });
}

function newEntity(
  object: Party & { kind: 'person' | 'family' | 'other' },
  label: string,
  { known, day, itemSource }: Context,
): EntityFile {
  let id = slug(label);
  for (let next = 2; known.entity(id) !== undefined; next += 1) id = `${slug(label)}-${next}`;
  if (object.kind !== 'other') return { id, kind: object.kind, names: [label], checked: day };
  return {
    id,
    kind: 'organisation',
    names: [label],
    ids: { qid: object.qid },
    sources: [itemSource(object).id],
    checked: day,
  };
}

function earlier(date: RoughDate, day: Day): boolean {
  return isDay(day) && date.slice(0, 4) < day.slice(0, 4);
}
