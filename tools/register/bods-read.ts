import { z } from 'zod';
import { isDay, isRoughDate } from '../../lib/core/dates';
import { BODS_RELATIONS, BODS_VERSION } from './bods-terms';
import { ImportProblem, lineAt } from './import/clean';
import { leaveOut, note, type Run } from './import/run';
import { ENTITY_KINDS } from './vocabulary';

/** What is looked at in a statement of somebody else; everything else in it is passed over. */

const short = z.string().min(1).max(500);
const day = z
  .string()
  .transform((value) => value.slice(0, 10))
  .refine(isDay, 'not a day');
const rough = z.string().refine(isRoughDate, 'not a date');
const percent = z.number().min(0).max(100).optional();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const period = z.strictObject({ from: rough.optional(), to: rough.optional() });

const unspecified = z.object({ reason: short });
const partyRef = z.union([short, unspecified]);

const interest = z.object({
  type: short,
  directOrIndirect: z.enum(['direct', 'indirect', 'unknown']).default('unknown'),
  share: z.object({ exact: percent, minimum: percent, maximum: percent, exclusiveMinimum: percent, exclusiveMaximum: percent }).optional(),
  startDate: day.optional(),
  endDate: day.optional(),
});

const held = z.union([z.int().min(0).max(100), z.literal(['majority', 'not-public', 'unstated'])]).optional();

const claimExtra = z.object({
  relation: z.literal([...BODS_RELATIONS]),
  words: z.object({ words: short, lang: z.string().regex(/^[a-z]{2}$/), nl: short.optional(), en: short.optional() }).optional(),
  valid: period.optional(),
  asOf: rough.optional(),
  disputed: z.literal(true).optional(),
  superseded: z.literal(true).optional(),
  interests: z
    .array(
      z.object({
        instrument: z.literal([
          'ordinary-share',
          'preference-share',
          'priority-share',
          'certificate',
          'appointment',
          'statute',
          'contract',
          'unspecified',
        ]),
        scope: z.literal(['group', 'these-titles']),
        capital: held,
        votes: held,
        jointly: z.array(id).optional(),
      }),
    )
    .optional(),
});

const entityExtra = z.object({
  id,
  kind: z.literal([...ENTITY_KINDS]),
  names: z.array(z.object({ name: short, lang: z.string().max(12).optional(), valid: period.optional() })).min(1),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

const sourceExtra = z.looseObject({ id, title: short, publisher: short, licence: short });

/** Ours, when the file was exported from a register like this one. */
const annotation = z.object({
  colofon: z.union([z.object({ source: sourceExtra }), z.object({ entity: entityExtra }), z.object({ claim: claimExtra })]),
});

const entityDetails = z.object({
  entityType: z.object({ type: short }),
  name: short.optional(),
  jurisdiction: z.object({ code: z.string().optional() }).optional(),
  identifiers: z.array(z.object({ id: short.optional(), scheme: short.optional(), schemeName: short.optional() })).default([]),
  unspecifiedEntityDetails: z.object({ reason: short, description: short.optional() }).optional(),
});

const personDetails = z.object({
  personType: z.enum(['anonymousPerson', 'unknownPerson', 'knownPerson']),
  names: z.array(z.object({ type: short.optional(), fullName: short })).default([]),
});

const relationshipDetails = z.object({ subject: partyRef, interestedParty: partyRef, interests: z.array(interest).default([]) });

const head = {
  recordId: short,
  statementDate: day,
  recordStatus: z.enum(['new', 'updated', 'closed']).optional(),
  annotations: z.array(z.unknown()).default([]),
  publicationDetails: z
    .object({
      bodsVersion: short,
      license: short.optional(),
      publisher: z.object({ name: short.optional(), url: z.string().max(2000).optional() }),
    })
    .optional(),
  source: z
    .object({
      type: z.array(short).default([]),
      description: z.string().max(2000).optional(),
      url: z.string().max(2000).optional(),
      retrievedAt: day.optional(),
      assertedBy: z.array(z.object({ name: short.optional() })).default([]),
    })
    .optional(),
};

const statement = z.discriminatedUnion('recordType', [
  z.object({ ...head, recordType: z.literal('entity'), recordDetails: entityDetails }),
  z.object({ ...head, recordType: z.literal('person'), recordDetails: personDetails }),
  z.object({ ...head, recordType: z.literal('relationship'), recordDetails: relationshipDetails }),
]);

export type BodsRecord = z.output<typeof statement>;
export type BodsParty = Extract<BodsRecord, { recordType: 'entity' | 'person' }>;
export type BodsRelationship = Extract<BodsRecord, { recordType: 'relationship' }>;
export type OwnSource = z.output<typeof sourceExtra>;
export type OwnEntity = z.output<typeof entityExtra>;
export type OwnClaim = z.output<typeof claimExtra>;

/** The last statement about each record; a stream holds several. A statement of which no sense can be made is left out, with a note. */
export function readBods(text: string, from: string, run: Run): BodsRecord[] {
  const records = new Map<string, BodsRecord>();
  for (const [at, raw] of statementsIn(text, from).entries()) {
    const parsed = statement.safeParse(raw);
    if (!parsed.success) {
      leaveOut(run, 'a statement that does not fit the standard');
      note(run, null, `${from}: verklaring ${at + 1} past niet in de standaard: ${unfit(parsed.error.issues[0], raw)}. Overgeslagen.`);
      continue;
    }
    const version = parsed.data.publicationDetails?.bodsVersion;
    if (version !== undefined && version !== BODS_VERSION)
      throw new ImportProblem(
        `${from}: verklaring ${at + 1} is van versie ${version} van de standaard. We lezen versie ${BODS_VERSION}. Zet het bestand eerst om.`,
      );
    records.set(parsed.data.recordId, parsed.data);
  }
  return [...records.values()];
}

/** A JSON array, one statement on each line, or a single statement. */
function statementsIn(text: string, from: string): unknown[] {
  const plain = text.replace(/^\ufeff/, '').trimStart();
  if (plain === '') throw new ImportProblem(`${from}: het bestand is leeg.`);
  if (!/^[[{]/.test(plain))
    throw new ImportProblem(
      `${from}: dit is geen JSON: het begint met "${plain.slice(0, 12).split('\n')[0] ?? ''}". Vraag de eigenaar om het JSON-bestand.`,
    );
  if (plain.startsWith('[')) return parse(plain, from) as unknown[];
  const lines = plain.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at: at + 1 }]));
  // A statement that is spread over lines does not end on its first one.
  if (lines.length > 1 && lines[0]?.line.trim() === '{') return [parse(plain, from)];
  return lines.map(({ line, at }, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new ImportProblem(`${from}:${at}: verklaring ${index + 1} is geen heel JSON. ${AGAIN}`);
    }
  });
}

const AGAIN = 'Haal het bestand opnieuw op, of haal deze verklaring eruit.';

/** Not every parser says where it gave up; then the message names the file alone. */
function parse(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const position = /end of JSON/.test(why) ? text.length : Number(/position (\d+)/.exec(why)?.[1] ?? Number.NaN);
    if (Number.isNaN(position)) throw new ImportProblem(`${from}: het bestand is geen heel JSON. ${AGAIN}`);
    const which = statementAt(text, position);
    throw new ImportProblem(
      `${from}:${lineAt(text, position)}: ${which === null ? 'het bestand' : `verklaring ${which}`} is geen heel JSON. ${AGAIN}`,
    );
  }
}

/** The number of the statement in which a place in an array lies; null when it lies in none. */
function statementAt(text: string, position: number): number | null {
  let depth = 0;
  let count = 0;
  let quoted = false;
  for (let at = 0; at < position; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth === 2) count += 1;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return count === 0 ? null : count;
}

/** Why a statement is passed over, for somebody who has the file open beside it. */
function unfit(issue: z.core.$ZodIssue | undefined, raw: unknown): string {
  if (issue === undefined || raw === null || typeof raw !== 'object') return 'hier staat geen verklaring';
  const place = issue.path.map((key) => (typeof key === 'number' ? `nummer ${key + 1}` : String(key))).join(', ');
  let value: unknown = raw;
  for (const key of issue.path)
    value = value === null || typeof value !== 'object' ? undefined : Object.entries(value).find(([name]) => name === String(key))?.[1];
  if (place === '') return 'hier staat geen verklaring';
  if (value === undefined) return `"${place}" ontbreekt`;
  const shown = typeof value === 'object' ? 'iets anders dan verwacht' : `"${String(value).slice(0, 60)}"`;
  return `bij "${place}" staat ${shown}, en dat past daar niet`;
}

/** What the annotations of our own exports say; nothing for files of others. */
export function ownWords({ annotations }: BodsRecord): { sources: OwnSource[]; entity: OwnEntity | null; claim: OwnClaim | null } {
  const own = annotations.flatMap((each) => {
    const parsed = annotation.safeParse(each);
    return parsed.success ? [parsed.data.colofon] : [];
  });
  return {
    sources: own.flatMap((each) => ('source' in each ? [each.source] : [])),
    entity: own.flatMap((each) => ('entity' in each ? [each.entity] : []))[0] ?? null,
    claim: own.flatMap((each) => ('claim' in each ? [each.claim] : []))[0] ?? null,
  };
}
