import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { localDay } from '../../../lib/core/dates';
import { type Command, command, WrongUse } from '../command';
import { REGISTRY } from '../places';
import { compareProblems, describeProblem } from '../problem';
import { checkCommand } from '../registry-commands';
import { accept } from './accept';
import { accountsCommand } from './accounts-command';
import { importAdsTxt } from './ads-txt';
import { decode, ImportProblem, plainHost } from './clean';
import { fetchFile } from './fetch';
import type { Known } from './known';
import { importNewsMediaOrg } from './newsmediaorg';
import type { OwnFile } from './own-file';
import type { Run } from './run';
import { announced, CAREFUL, importing, OPTIONS, type Response, savedFile, told, type Values } from './running';
import { importTrustTxt } from './trust-txt';
import { importWikidata } from './wikidata';
import { WIKIDATA_QUERY, WIKIDATA_SPARQL } from './wikidata-query';

const HOSTS = {
  host: { type: 'string', value: 'HOST', multiple: true, about: 'whose file it is; with several files in the same order' },
} as const;

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
  accountsCommand,
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
