import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePart } from '../../lib/core/parts';
import { type Built, type BuiltFile, buildParts, buildWhole, writeCompiled } from './build';
import { checkRegistry } from './check';
import { compile } from './compile';
import { coverage, withCoverage } from './coverage';
import { filesOf, type Registry, readRegistry } from './files';
import { formatted } from './format';
import { NOTICE, notice } from './notice';
import { REGISTER_DOC } from './places';
import { describeProblem } from './problem';

interface Registers {
  core: Registry;
  practice: Registry;
}

/** @param from folder of a registry */
export function checkCommand(from: string, fix: boolean): number {
  if (fix) putInLayout(from);
  return check(from) === null ? 1 : 0;
}

/** Both registers when they are in order; otherwise the problems are printed and it is null. */
function check(from: string, layers = true): Registers | null {
  if (!['entities', 'practice/entities'].some((part) => existsSync(join(from, part)))) {
    console.error(`register: ${from} is no registry: it has no folder "entities"`);
    return null;
  }
  const registers = { core: readRegistry(from, 'core', { layers }), practice: readRegistry(from, 'practice') };
  const problems = [...checkRegistry(registers.core), ...checkRegistry(registers.practice)];
  for (const problem of problems) console.error(`registry/${describeProblem(problem)}`);
  const { entities, sources } = registers.core;
  const say = `${entities.length + registers.practice.entities.length} entities, ${sources.length + registers.practice.sources.length} sources`;
  if (problems.length > 0) {
    console.error(`register: ${problems.length} problem${problems.length === 1 ? '' : 's'} in ${say}`);
    return null;
  }
  console.log(`register: in order, ${say}`);
  return registers;
}

function putInLayout(from: string): void {
  let mended = 0;
  for (const name of ['core', 'practice'] as const) {
    for (const { file, text } of filesOf(readRegistry(from, name))) {
      const better = formatted(text);
      if (better === text) continue;
      writeFileSync(join(from, file), better);
      mended += 1;
    }
  }
  console.log(`register: ${mended} file${mended === 1 ? '' : 's'} put in the fixed layout`);
}

/**
 * @param to folder of the compiled register; old parts in it are replaced
 * @param layers false for the core alone
 */
export function buildCommand(from: string, to: string, layers: boolean): number {
  const registers = check(from, layers);
  if (registers === null) return 1;
  const built: Built = buildParts(compile(registers.core));
  const practice: BuiltFile = buildWhole(compile(registers.practice), 'practice.json.gz');
  for (const file of [...built.files, practice]) proveReadable(file);

  writeCompiled(to, built);
  writeFileSync(join(to, practice.name), practice.bytes);
  writeFileSync(join(to, NOTICE), notice(registers.core));
  const largest = Math.max(...built.files.map((file) => file.bytes.length));
  const { outlets, entities, claims, sources, hosts } = built.index.counts;
  console.log(
    `register: edition ${built.index.version}, ${built.files.length} part(s), largest ${(largest / 1024).toFixed(1)} KB, ` +
      `practice ${(practice.bytes.length / 1024).toFixed(1)} KB: ${outlets} outlets, ${entities} entities, ${claims} claims, ${sources} sources, ${hosts} hosts`,
  );
  return 0;
}

/** What is shipped is read back with the reader that the extension uses. */
function proveReadable(file: BuiltFile): void {
  const parsed = parsePart(JSON.parse(gunzipSync(file.bytes).toString('utf8')));
  if (!parsed.ok) throw new Error(`${file.name} would be refused by the extension: ${parsed.why}`);
}

/** Writes the counts into docs/REGISTER.md. */
export function coverageCommand(from: string): number {
  const registers = check(from);
  if (registers === null) return 1;
  const before = readFileSync(REGISTER_DOC, 'utf8');
  const after = withCoverage(before, coverage(registers.core));
  if (after === null) {
    console.error('docs/REGISTER.md:1: the coverage markers are missing — put them back');
    return 1;
  }
  if (after !== before) writeFileSync(REGISTER_DOC, after);
  console.log(`register: docs/REGISTER.md ${after === before ? 'was' : 'is'} up to date`);
  return 0;
}
