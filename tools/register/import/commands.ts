import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Day, isDay, localDay } from '../../../lib/core/dates';
import { type Command, command, WrongUse } from '../command';
import { type Registry, readRegistry } from '../files';
import { REGISTRY } from '../places';
import { compareProblems, describeProblem } from '../problem';
import { writeProposals } from '../proposals';
import { checkCommand } from '../registry-commands';
import { accept } from './accept';
import { importAdsTxt } from './ads-txt';
import { decode, ImportProblem, MAX_BYTES, plainHost } from './clean';
import { type FetchWishes, fetchFile } from './fetch';
import { type Known, knownFrom } from './known';
import { importNewsMediaOrg } from './newsmediaorg';
import type { OwnFile } from './own-file';
import { acceptLine } from './proposal-text';
import { newRun, proposedOf, type Run } from './run';
import { summary } from './summary';
import { importTrustTxt } from './trust-txt';
import { importWikidata } from './wikidata';
import { WIKIDATA_QUERY, WIKIDATA_SPARQL } from './wikidata-query';
import { BrokenProposals } from './yaml-file';

const OPTIONS = {
  file: { type: 'string', value: 'FILE', multiple: true, about: 'a saved response' },
  fetch: { type: 'boolean', about: 'ask the network instead; each address is said before it is asked' },
  retrieved: { type: 'string', value: 'DAY', about: 'when the file was saved (2026-11-23), instead of the date of the file' },
  practice: { type: 'boolean', about: 'the fictional register, to try it out' },
  from: { type: 'string', value: 'FOLDER', about: 'another registry folder' },
  'dry-run': { type: 'boolean', about: 'say what would be proposed, write nothing' },
} as const;

const HOSTS = {
  host: { type: 'string', value: 'HOST', multiple: true, about: 'whose file it is; with several files in the same order' },
} as const;

const CAREFUL =
  '  Nothing in entities/ or sources/ is touched: proposals go to proposed/, for a person to decide about (docs/REGISTER.md).';

interface Values {
  file?: string[] | undefined;
  host?: string[] | undefined;
  fetch?: boolean | undefined;
  retrieved?: string | undefined;
  practice?: boolean | undefined;
  from?: string | undefined;
  'dry-run'?: boolean | undefined;
}

const wikidata = command({
  name: 'import wikidata',
  summary: 'propose what Wikidata says of owners and publishers (CC0-1.0)',
  help: `${CAREFUL}
  Example: npm run register -- import wikidata --query > query.txt
           (ask query.wikidata.org, save the answer as JSON)
           npm run register -- import wikidata --file answer.json`,
  options: { query: { type: 'boolean', about: 'print the question to ask, and do nothing' }, ...OPTIONS },
  run: (values) => {
    if (values.query) {
      process.stdout.write(WIKIDATA_QUERY);
      return 0;
    }
    return told(async () =>
      importing('wikidata', values, async (known, run) => {
        const items = values.practice ? { items: 'https://wikidata.example/wiki/' } : {};
        for (const { text, from, day } of await responses(values)) importWikidata({ text, from, day, ...items }, known, run);
      }),
    );
  },
});

/** A file that a site publishes about itself, at a fixed place. */
function ownCommand(name: string, summary_: string, paths: string[], take: (files: OwnFile[], known: Known, run: Run) => void): Command {
  return command({
    name: `import ${name}`,
    summary: summary_,
    help: `${CAREFUL}
  Example: npm run register -- import ${name} --file saved.${name === 'newsmediaorg' ? 'html' : 'txt'} --host polderpost.example --practice`,
    options: { ...HOSTS, ...OPTIONS },
    run: (values) =>
      told(async () =>
        importing(name, values, async (known, run) => {
          take(await ownFiles(values, paths), known, run);
        }),
      ),
  });
}

export const IMPORT_COMMANDS: readonly Command[] = [
  wikidata,
  ownCommand(
    'trust-txt',
    'propose what a site says of itself in trust.txt: member of, controlled by',
    ['/.well-known/trust.txt', '/trust.txt'],
    importTrustTxt,
  ),
  ownCommand('ads-txt', 'propose who a site names as its owner in ads.txt', ['/ads.txt'], importAdsTxt),
  ownCommand('newsmediaorg', 'propose what a site says of itself in JSON-LD: publisher, parent, numbers', ['/'], importNewsMediaOrg),
  command({
    name: 'accept',
    operands: '[FILE…]',
    summary: 'carry over the proposals that were answered with yes, remember those with no, then check',
    help: `  Without FILE everything in proposed/. What has no answer stays. When one answer cannot be carried out, nothing is written.
  Example: npm run register -- accept registry/proposed/wikidata/de-polderpost.yaml`,
    options: {
      practice: OPTIONS.practice,
      from: OPTIONS.from,
      'dry-run': { type: 'boolean', about: 'say what would be written, write nothing' },
    },
    run: (values, files) => told(() => acceptCommand(values, files)),
  }),
];

async function importing(name: string, values: Values, take: (known: Known, run: Run) => Promise<void>): Promise<number> {
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

interface Response {
  text: string;
  from: string;
  day: Day;
  /** Where it was fetched from; null for a saved file. */
  address: string | null;
}

async function responses(values: Values): Promise<Response[]> {
  const saved = (values.file ?? []).map((path) => savedFile(path, values.retrieved));
  if (!values.fetch) {
    if (saved.length === 0) throw new WrongUse('name a saved response with --file FILE, or ask the network with --fetch');
    return saved;
  }
  if (saved.length > 0) throw new WrongUse('--file or --fetch, not both');
  const address = `${WIKIDATA_SPARQL}?query=${encodeURIComponent(WIKIDATA_QUERY)}`;
  const fetched = await fetchFile(address, { ...announced(), accept: 'application/sparql-results+json', timeout: 90_000 });
  if (fetched === null) throw new ImportProblem(`${WIKIDATA_SPARQL}: not there`);
  return [{ text: decode(fetched.bytes, WIKIDATA_SPARQL), from: WIKIDATA_SPARQL, day: localDay(new Date()), address }];
}

/** @param paths where the file stands on a site; the first that is there counts */
async function ownFiles(values: Values, paths: string[]): Promise<OwnFile[]> {
  const files = values.file ?? [];
  const hosts = (values.host ?? []).map((given) => {
    const host = plainHost(given);
    if (host === null) throw new WrongUse(`--host ${given} is no public host, such as polderpost.example`);
    return host;
  });
  if (hosts.length === 0) throw new WrongUse('say whose file it is with --host HOST');
  if (values.fetch) {
    if (files.length > 0) throw new WrongUse('--file or --fetch, not both');
    const found: OwnFile[] = [];
    // One after the other: a keeper is in no hurry, and a site is not to be bothered.
    for (const host of hosts) found.push(...(await fetchedFrom(host, paths)));
    return found;
  }
  if (files.length === 0) throw new WrongUse('name a saved response with --file FILE, or ask the network with --fetch');
  if (files.length !== hosts.length)
    throw new WrongUse(`${files.length} file(s) and ${hosts.length} host(s): give one --host for each --file`);
  return files.map((path, at) => {
    const host = hosts[at] ?? '';
    const { text, from, day } = savedFile(path, values.retrieved);
    return { text, from, day, host, address: `https://${host}${paths.at(-1) ?? '/'}` };
  });
}

async function fetchedFrom(host: string, paths: string[]): Promise<OwnFile[]> {
  for (const path of paths) {
    const fetched = await fetchFile(`https://${host}${path}`, announced());
    if (fetched === null) continue;
    const { address } = fetched;
    return [{ text: decode(fetched.bytes, address), from: address, day: localDay(new Date()), host, address }];
  }
  console.error(`register: ${host} has no such file`);
  return [];
}

function announced(): FetchWishes {
  return { announce: (line) => console.error(`register: ${line}`) };
}

function savedFile(path: string, retrieved: string | undefined): Response {
  if (retrieved !== undefined && !isDay(retrieved)) throw new WrongUse(`--retrieved ${retrieved} is no day, such as 2026-11-23`);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new ImportProblem(`${path}: no such file`);
  console.error(`register: reading ${path}, ${stat.size} bytes`);
  if (stat.size > MAX_BYTES)
    throw new ImportProblem(`${path}: ${stat.size} bytes, more than the ${MAX_BYTES} that are read — ask for less at a time`);
  return { text: decode(readFileSync(path), path), from: path, day: retrieved ?? localDay(stat.mtime), address: null };
}

function acceptCommand(values: Pick<Values, 'from' | 'practice' | 'dry-run'>, files: string[]): number {
  const root = resolve(values.from ?? REGISTRY);
  const dryRun = values['dry-run'] ?? false;
  console.error('register: trying the answers in a copy of the register');
  for (const path of files) if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new ImportProblem(`${path}: no such file`);
  const {
    accepted,
    refused,
    undecided,
    files: changed,
    problems,
  } = accept(root, {
    name: values.practice ? 'practice' : 'core',
    ...(files.length > 0 ? { paths: files.map((path) => resolve(path)) } : {}),
    day: localDay(new Date()),
    dryRun,
  });
  const shown = relative(process.cwd(), root);
  for (const problem of problems.sort(compareProblems)) console.error(`${shown}/${describeProblem(problem)}`);
  if (problems.length > 0) {
    console.error(`register: ${problems.length} problem(s); nothing was written`);
    return 1;
  }
  for (const file of changed) console.log(`${dryRun ? 'would write' : 'written'}: ${file}`);
  console.log(`register: ${accepted} accepted, ${refused} refused, ${undecided} without an answer${dryRun ? '; nothing written' : ''}`);
  return dryRun ? 0 : checkCommand(root, false);
}

/** What is wrong with a response, a file or an address is said in lines; the exit code is 1. */
async function told(work: () => number | Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BrokenProposals) for (const problem of error.problems) console.error(describeProblem(problem));
    else if (!(error instanceof ImportProblem)) throw error;
    console.error(`register: ${error.message}`);
    return 1;
  }
}
