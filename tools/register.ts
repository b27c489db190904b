import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parsePart } from '../lib/core/parts';
import { type Built, type BuiltFile, buildParts, buildWhole } from './register/build';
import { checkRegistry } from './register/check';
import { compile } from './register/compile';
import { coverage, withCoverage } from './register/coverage';
import { type Registry, readRegistry } from './register/files';
import { formatted } from './register/format';
import { describeProblem } from './register/problem';
import { keysCommand, RELEASE_HELP, RELEASE_OPTIONS, serveCommand, signCommand, WrongUse } from './register/release';

const HELP = `The register: reviewed YAML in registry/, compiled to public/register/.

  npm run register -- check [--fix]   check everything; --fix puts files in the fixed layout
  npm run register -- build           check, then write public/register/
  npm run register -- coverage        write the counts in docs/REGISTER.md

  --from FOLDER   another registry folder     --to FOLDER   another output folder
  --help

Updates (docs/UPDATES.md):

${RELEASE_HELP}

Exit code: 0 done, 1 problems in the register, 2 wrong use.`;

const project = dirname(dirname(fileURLToPath(import.meta.url)));

function main(): number | Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      fix: { type: 'boolean' },
      from: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      ...RELEASE_OPTIONS,
    },
  });
  const [command, ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const from = values.from ?? join(project, 'registry');
  const to = values.to ?? join(project, 'public', 'register');
  if (command === 'keys' && more.length <= 1) return keysCommand(more[0], values, Date.now());
  if (more.length > 0) return wrongUse(`one command at a time, not "${positionals.join(' ')}"`);
  if (command === 'check') return values.fix ? fix(from) : check(from) === null ? 1 : 0;
  if (command === 'build') return build(from, to);
  if (command === 'coverage') return writeCoverage(from);
  if (command === 'sign') return signCommand(to, values, Date.now());
  if (command === 'serve') return serveCommand(values);
  return wrongUse(command === undefined ? 'no command' : `unknown command "${command}"`);
}

function wrongUse(why: string): number {
  console.error(`register: ${why}\n\n${HELP}`);
  return 2;
}

interface Registers {
  core: Registry;
  practice: Registry;
}

/** Both registers when they are in order; otherwise the problems are printed and it is null. */
function check(from: string): Registers | null {
  const registers = { core: readRegistry(from, 'core'), practice: readRegistry(from, 'practice') };
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

function fix(from: string): number {
  let mended = 0;
  for (const name of ['core', 'practice'] as const) {
    const { entities, sources, carriers } = readRegistry(from, name);
    for (const { file, text } of [...entities, ...sources, ...carriers]) {
      const better = formatted(text);
      if (better === text) continue;
      writeFileSync(join(from, file), better);
      mended += 1;
    }
  }
  console.log(`register: ${mended} file${mended === 1 ? '' : 's'} put in the fixed layout`);
  return check(from) === null ? 1 : 0;
}

function build(from: string, to: string): number {
  const registers = check(from);
  if (registers === null) return 1;
  const built: Built = buildParts(compile(registers.core));
  const practice: BuiltFile = buildWhole(compile(registers.practice), 'practice.json.gz');
  for (const file of [...built.files, practice]) proveReadable(file);

  mkdirSync(to, { recursive: true });
  for (const old of readdirSync(to)) if (/^(\d{3,4}|practice)\.json\.gz$/.test(old)) rmSync(join(to, old));
  for (const file of [...built.files, practice]) writeFileSync(join(to, file.name), file.bytes);
  writeFileSync(join(to, 'index.json'), `${JSON.stringify(built.index, null, 2)}\n`);
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

function writeCoverage(from: string): number {
  const registers = check(from);
  if (registers === null) return 1;
  const path = join(project, 'docs', 'REGISTER.md');
  const before = readFileSync(path, 'utf8');
  const after = withCoverage(before, coverage(compile(registers.core)));
  if (after === null) {
    console.error('docs/REGISTER.md:1: the coverage markers are missing — put them back');
    return 1;
  }
  if (after !== before) writeFileSync(path, after);
  console.log(`register: docs/REGISTER.md ${after === before ? 'was' : 'is'} up to date`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // parseArgs reports wrong use by throwing; anything else is a broken invariant and keeps its stack.
  const misused =
    error instanceof WrongUse || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (!misused) throw error;
  process.exitCode = wrongUse(error.message);
}
