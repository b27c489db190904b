import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Day, isDay, localDay } from '../../../lib/core/dates';
import { WrongUse } from '../command';
import { type Registry, readRegistry } from '../files';
import { REGISTRY } from '../places';
import { describeProblem } from '../problem';
import { writeProposals } from '../proposals';
import { decode, ImportProblem, MAX_BYTES } from './clean';
import type { FetchWishes } from './fetch';
import { type Known, knownFrom } from './known';
import { acceptLine } from './proposal-text';
import { newRun, proposedOf, type Run } from './run';
import { summary } from './summary';
import { BrokenProposals } from './yaml-file';

/** What every import has in common: its options, reading, writing proposals, saying what is wrong. */

export const OPTIONS = {
  file: { type: 'string', value: 'FILE', multiple: true, about: 'a saved response' },
  fetch: { type: 'boolean', about: 'ask the network instead; each address is said before it is asked' },
  retrieved: { type: 'string', value: 'DAY', about: 'when the file was saved (2026-11-23), instead of the date of the file' },
  practice: { type: 'boolean', about: 'the fictional register, to try it out' },
  from: { type: 'string', value: 'FOLDER', about: 'another registry folder' },
  'dry-run': { type: 'boolean', about: 'say what would be proposed, write nothing' },
} as const;

export const CAREFUL =
  '  Nothing in entities/ or sources/ is touched: proposals go to proposed/, for a person to decide about (docs/REGISTER.md).';

export interface Values {
  file?: string[] | undefined;
  host?: string[] | undefined;
  fetch?: boolean | undefined;
  retrieved?: string | undefined;
  practice?: boolean | undefined;
  from?: string | undefined;
  'dry-run'?: boolean | undefined;
}

export async function importing(name: string, values: Values, take: (known: Known, run: Run) => Promise<void>): Promise<number> {
  const { root, base, registry } = registerOf(values);
  const run = newRun();
  await take(knownFrom(registry), run);
  const found = proposedOf(run);
  const written = writeProposals(base, name, localDay(new Date()), found, {
    dryRun: values['dry-run'] ?? false,
    command: acceptLine(values),
  });
  console.log(summary(name, run, written, root === REGISTRY ? 'registry' : root, base.slice(root.length + 1), values['dry-run'] ?? false));
  return 0;
}

function registerOf(values: Pick<Values, 'from' | 'practice'>): { root: string; base: string; registry: Registry } {
  const root = resolve(values.from ?? REGISTRY);
  const name = values.practice ? 'practice' : 'core';
  const registry = readRegistry(root, name);
  if (registry.problems.length > 0)
    console.error(
      `register: ${registry.problems.length} problem(s) in the register; broken files are not looked at ("register check" says which)`,
    );
  return { root, base: name === 'core' ? root : join(root, name), registry };
}

export interface Response {
  text: string;
  from: string;
  day: Day;
  /** Where it was fetched from; null for a saved file. */
  address: string | null;
}

export function announced(): FetchWishes {
  return { announce: (line) => console.error(`register: ${line}`) };
}

export function savedFile(path: string, retrieved: string | undefined): Response {
  if (retrieved !== undefined && !isDay(retrieved)) throw new WrongUse(`--retrieved ${retrieved} is no day, such as 2026-11-23`);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new ImportProblem(`${path}: no such file`);
  console.error(`register: reading ${path}, ${stat.size} bytes`);
  if (stat.size > MAX_BYTES)
    throw new ImportProblem(`${path}: ${stat.size} bytes, more than the ${MAX_BYTES} that are read — ask for less at a time`);
  return { text: decode(readFileSync(path), path), from: path, day: retrieved ?? localDay(stat.mtime), address: null };
}

/** What is wrong with a response, a file or an address is said in lines; the exit code is 1. */
export async function told(work: () => number | Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BrokenProposals) for (const problem of error.problems) console.error(describeProblem(problem));
    else if (!(error instanceof ImportProblem)) throw error;
    console.error(`register: ${error.message}`);
    return 1;
  }
}
