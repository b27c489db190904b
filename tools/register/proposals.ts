import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { keysOfListed } from '../../lib/core/accounts';
import { isDay } from '../../lib/core/dates';
import type { EntityId } from '../../lib/core/register';
import { objectKey, objectOf, predicateOf, toAccount } from './compile';
import { yamlFiles } from './files';
import { writeProposalFile } from './import/proposal-text';
import { readRefused, refusedPath } from './import/refused';
import { BrokenProposals, type Lines, readYaml } from './import/yaml-file';
import type { RegisterProblem } from './problem';
import { type ClaimLine, type EntityFile, entityFile, type SourceFile } from './schema';

/**
 * What an import found, for a person to decide about. One file for each import and entity, `proposed/<import>/<entity>.yaml`.
 * An import writes nothing else; `accept` carries over what was decided.
 */

const shape = entityFile.shape;
const id = shape.id;
const claimLine = shape.claims.unwrap().element;
const hostLine = shape.hosts.unwrap().element;
const accountLine = shape.accounts.unwrap().element;
const ids = shape.ids.unwrap();
const line = z.string().min(1).max(1000);

const proposal = z
  .strictObject({
    /** In Dutch, for the reviewer: what would be added, and according to whom. */
    says: line,
    /** Where the reviewer can compare. */
    'look-at': z.array(z.string().max(2000)).optional(),
    /** What our list says now about the same thing, when that is something else. */
    beside: z.array(line).optional(),
    notes: z.array(line).optional(),
    /** Exactly one of these four is added to the entity. */
    claim: claimLine.optional(),
    host: hostLine.optional(),
    account: accountLine.optional(),
    ids: ids.optional(),
    /** Where the numbers come from; the others name their own. */
    sources: z.array(id).min(1).optional(),
    /** Asked when the object is not recognised by a number or site: the id of the same one in our list, or `new`. */
    'same-as': id.nullable().optional(),
    decision: z.string().max(20).nullable(),
    why: line.nullable().optional(),
  })
  .refine(
    (value) => [value.claim, value.host, value.account, value.ids].filter((part) => part !== undefined).length === 1,
    'a proposal adds a claim, a host, an account or numbers',
  )
  .refine((value) => (value.ids === undefined) === (value.sources === undefined), 'numbers have sources; a claim or host has its own');

export const proposalFile = z.strictObject({
  about: id,
  import: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  made: z.string().refine(isDay, 'a day is 2021-05-03'),
  notes: z.array(line).optional(),
  proposals: z.array(proposal),
  /** Entities and sources that the proposals need and our list lacks. Checked in full when a proposal that needs them is accepted. */
  entities: z.array(z.looseObject({ id })).optional(),
  sources: z.array(z.looseObject({ id })).optional(),
});

export type Proposal = z.output<typeof proposal>;
export type ProposalFile = z.output<typeof proposalFile>;
export type HostLine = z.output<typeof hostLine>;
export type Numbers = z.output<typeof ids>;

/** A source of which the reviewer still has to fill in what is null. */
export type SourceDraft = { [K in keyof SourceFile]: SourceFile[K] | null } & { id: string };

/** All that one import found about one entity. */
export interface Proposed {
  about: EntityId;
  proposals: Proposal[];
  /** For the reviewer; nothing is done with them. */
  notes: string[];
  entities: EntityFile[];
  sources: SourceDraft[];
}

export interface Written {
  /** Relative to the register's folder. */
  files: string[];
  added: number;
  /** Stood in a file that waits for a decision. */
  waiting: number;
  /** Refused by a reviewer before, when the same kind of import found it. */
  refused: number;
}

/**
 * Says of which fact a proposal is, so that it is recognised when found again: `polderpost/owned-by/delta`. Of a person only a
 * hash stands in it: a list of what was refused is no place to keep names.
 * @param entities the new ones of the same file
 */
export function keyOf(about: EntityId, { claim, host, account, ids: numbers }: Proposal, entities: readonly unknown[] = []): string {
  if (host) return `${about}/host/${host.host}${host.path ?? ''}`;
  if (account) return `${about}/account/${keysOfListed(toAccount(account, about)).join('+')}`;
  if (numbers) return `${about}/ids/${Object.entries(numbers).flat().join('/')}`;
  const predicate = claim ? predicateOf(claim) : null;
  if (!claim || predicate === null) return `${about}/?`;
  const details = detailsOf(claim);
  const object = objectKey(objectOf(claim, predicate));
  const personal = entities.some((each) => isPerson(each) && each.id === object);
  const named = personal ? `person-${createHash('sha256').update(object).digest('hex').slice(0, 12)}` : object;
  return `${about}/${predicate}/${named}${details === '' ? '' : ` ${details}`}`;
}

function isPerson(entity: unknown): entity is { id: string } {
  return entity !== null && typeof entity === 'object' && 'kind' in entity && (entity.kind === 'person' || entity.kind === 'family');
}

/** JSON that is the same for the same content, whatever the order of the keys. */
export function sameText(value: unknown): string {
  const sorted = (_: string, each: unknown): unknown =>
    each !== null && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each;
  return JSON.stringify(value, sorted) ?? '';
}

/** What a claim says beyond relation and object, as text that can be compared: period, interests, funding, status. */
export function detailsOf({ valid, interests, funding, status }: ClaimLine): string {
  const plain = interests?.every((each) => sameText(each) === sameText({ instrument: 'unspecified', scope: 'group' }));
  const text = sameText({ valid, interests: plain ? undefined : interests, funding, status });
  return text === '{}' ? '' : text;
}

/**
 * Adds to the files in `proposed/`. What stands there, with its decisions, stays as it is. Throws on a file that is broken.
 * @param command what the reviewer runs when done, as it is said in the file
 */
export function writeProposals(
  base: string,
  name: string,
  made: string,
  found: readonly Proposed[],
  { dryRun = false, command }: { dryRun?: boolean; command?: string } = {},
): Written {
  const refused = new Set(readRefused(base).flatMap((each) => (each.import === name ? [each.what] : [])));
  const written: Written = { files: [], added: 0, waiting: 0, refused: 0 };
  for (const one of found) {
    const path = join(base, 'proposed', name, `${one.about}.yaml`);
    const waiting = existsSync(path) ? wholeFile(base, path) : null;
    const before = waiting?.raw;
    const seen = new Set(waiting?.value.proposals.map((each) => keyOf(one.about, each, waiting.value.entities)) ?? []);
    const fresh = one.proposals.filter((each) => {
      const key = keyOf(one.about, each, one.entities);
      if (refused.has(key)) written.refused += 1;
      else if (seen.has(key)) written.waiting += 1;
      else {
        seen.add(key);
        return true;
      }
      return false;
    });
    if (fresh.length === 0) continue;
    const file: ProposalFile = {
      about: one.about,
      import: name,
      made,
      notes: [...new Set([...(before?.notes ?? []), ...one.notes])],
      proposals: [...(before?.proposals ?? []), ...fresh],
      entities: byId([...(before?.entities ?? []), ...one.entities]),
      sources: byId([...(before?.sources ?? []), ...one.sources]),
    };
    if (!dryRun) writeProposalFile(path, file, command);
    written.files.push(relative(base, path).split(sep).join('/'));
    written.added += fresh.length;
  }
  return written;
}

/**
 * Files waiting in `proposed/`, without those that are broken, whose problems are returned.
 * @param prefix put before file names in problems: `practice/`
 */
export function readProposals(base: string, paths = proposalPaths(base), prefix = ''): { files: Waiting[]; problems: RegisterProblem[] } {
  const problems: RegisterProblem[] = [];
  const files = paths.flatMap((path): Waiting[] => {
    const file = `${prefix}${relative(base, path).split(sep).join('/')}`;
    const read = readYaml(file, readFileSync(path, 'utf8'), proposalFile);
    if (read.ok) return [{ path, file, value: read.value, raw: read.raw as ProposalFile, lineOf: read.lineOf }];
    problems.push(...read.problems);
    return [];
  });
  return { files, problems };
}

export interface Waiting {
  path: string;
  file: string;
  value: ProposalFile;
  /** The same without defaults, so that a claim is not written back longer than it was. */
  raw: ProposalFile;
  lineOf: Lines;
}

export function proposalPaths(base: string): string[] {
  const folder = join(base, 'proposed');
  return existsSync(folder) ? yamlFiles(folder).filter((path) => path !== refusedPath(base)) : [];
}

function wholeFile(base: string, path: string): Waiting {
  const { files, problems } = readProposals(base, [path]);
  const [file] = files;
  if (!file) throw new BrokenProposals(problems);
  return file;
}

function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...new Map([...list].reverse().map((each) => [each.id, each])).values()].reverse();
}
