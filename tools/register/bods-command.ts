import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { localDay } from '../../lib/core/dates';
import { bodsText, exportBods } from './bods-export';
import { importBods } from './bods-import';
import { checkRegistry } from './check';
import { compile } from './compile';
import { readRegistry } from './files';
import { ImportProblem } from './import/clean';
import { knownFrom } from './import/known';
import { acceptLine } from './import/proposal-text';
import { newRun, proposedOf } from './import/run';
import { REGISTRY } from './places';
import { describeProblem } from './problem';
import { writeProposals } from './proposals';

/** Longer strings cannot be made on every machine. */
const MAX_BODS_BYTES = 500_000_000;

export interface ExportValues {
  from: string;
  /** Absent: standard output. */
  to?: string;
  dryRun: boolean;
}

/** Writes the core's claims about ownership and control, after a check. */
export function exportBodsCommand({ from, to, dryRun }: ExportValues): number {
  console.error(`register: checking ${from}`);
  const registry = readRegistry(from, 'core', { layers: false });
  const problems = checkRegistry(registry);
  for (const problem of problems) console.error(`registry/${describeProblem(problem)}`);
  if (problems.length > 0) return 1;
  const checked = new Map(registry.entities.map(({ value }) => [value.id, value.checked]));
  const { statements, withdrawn } = exportBods(compile(registry), checked);
  const text = bodsText(statements);
  if (!dryRun && to === undefined) process.stdout.write(text);
  if (!dryRun && to !== undefined) writeFileSync(to, text);
  const count = (type: string): number => statements.filter(({ recordType }) => recordType === type).length;
  console.error(
    `register: ${dryRun ? 'would write ' : ''}${statements.length} statements (${count('entity')} entities, ${count('person')} persons, ` +
      `${count('relationship')} relationships), ${text.length} characters${withdrawn > 0 ? `; ${withdrawn} withdrawn claim(s) left out` : ''}`,
  );
  return 0;
}

export interface ImportValues {
  from: string;
  dryRun: boolean;
}

/** Proposes what a file says; nothing in `entities/` or `sources/` is touched. */
export function importBodsCommand(files: readonly string[], { from, dryRun }: ImportValues, now: Date): number {
  console.error(`register: reading ${from}`);
  const registry = readRegistry(from, 'core');
  for (const problem of registry.problems) console.error(`registry/${describeProblem(problem)}`);
  if (registry.problems.length > 0) return 1;
  const day = localDay(now);
  const run = newRun();
  try {
    for (const file of files) importBods(textOf(file), file, { registry, known: knownFrom(registry), day }, run);
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    console.error(`register: ${error.message}`);
    return 1;
  }
  const written = writeProposals(from, 'bods', day, proposedOf(run), { dryRun, command: acceptLine(from === REGISTRY ? {} : { from }) });
  for (const { about, text } of run.notes) if (about === null) console.error(`register: ${text}`);
  const rows = [
    `${written.added} proposed${dryRun ? ' (nothing written)' : ''} in ${written.files.length} file(s)`,
    `${run.there} already in the register`,
    `${run.contradicting} of the proposed beside something else that the register says`,
    ...(written.waiting > 0 ? [`${written.waiting} waiting for a decision already`] : []),
    ...(written.refused > 0 ? [`${written.refused} refused before`] : []),
    ...[...run.leftOut].map(([why, count]) => `${count} left out: ${why}`),
  ];
  for (const row of rows) console.log(`register: ${row}`);
  return 0;
}

/** Such files are larger than what a site says of itself: up to 500 MB is read. */
function textOf(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new ImportProblem(`${file}: dit bestand is er niet. Kijk of de naam en de map kloppen.`);
  const { size } = statSync(file);
  if (size > MAX_BODS_BYTES)
    throw new ImportProblem(`${file}: het bestand is te groot (${size} bytes; hoogstens ${MAX_BODS_BYTES}). Knip het in stukken.`);
  if (size > 20_000_000) console.error(`register: reading ${file}, ${Math.round(size / 1_000_000)} MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new ImportProblem(`${file}: het bestand is geen UTF-8. Bewaar het opnieuw als UTF-8.`);
  }
}
