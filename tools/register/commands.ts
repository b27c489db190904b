import { exportBodsCommand, importBodsCommand } from './bods-command';
import { type Command, command, WrongUse } from './command';
import { diffCommand } from './diff-command';
import { generateCommand } from './generate-command';
import { IMPORT_COMMANDS } from './import/commands';
import { NOTICE_COMMANDS } from './import/notice-commands';
import { COMPILED, REGISTRY } from './places';
import { buildCommand, checkCommand, coverageCommand } from './registry-commands';
import { keysCommand, serveCommand, signCommand } from './release';

const from = { type: 'string', value: 'FOLDER', about: 'another registry folder' } as const;
const dryRun = { type: 'boolean', about: 'say what would be done, write nothing' } as const;
const tree = { type: 'string', value: 'FOLDER', about: 'the tree of releases' } as const;

/** Every command of `npm run register`, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  command({
    name: 'check',
    summary: 'check everything in the registry folder',
    help: '  Each problem is said as file:line: what — remedy.',
    options: { fix: { type: 'boolean', about: 'first put files in the fixed layout' }, from },
    run: (values) => checkCommand(values.from ?? REGISTRY, values.fix ?? false),
  }),
  command({
    name: 'build',
    summary: 'check, then compile the register for the extension',
    options: {
      from,
      to: { type: 'string', value: 'FOLDER', about: 'where to, instead of public/register/' },
      'core-only': { type: 'boolean', about: 'leave out the layers, which have licences of their own' },
    },
    run: (values) => buildCommand(values.from ?? REGISTRY, values.to ?? COMPILED, !values['core-only']),
  }),
  command({
    name: 'coverage',
    summary: 'check, then write the counts in docs/REGISTER.md',
    options: { from },
    run: (values) => coverageCommand(values.from ?? REGISTRY),
  }),
  command({
    name: 'diff',
    operands: 'OLD NEW',
    summary: 'what changed between two registers, in sentences, for the public change log',
    help: `  Each is a folder of YAML (registry/), a compiled folder (public/register/), a tree of signed releases, or one part of
  these. Prints Markdown. People who left the register are not named in it.

  Example: npm run -s register -- diff ../last-release/registry registry > changes.md`,
    options: {
      lang: { type: 'string', value: 'nl', about: 'the language: nl or en' },
      json: { type: 'boolean', about: 'the same for programs' },
    },
    run: (values, [old = '', fresh = '']) => diffCommand(old, fresh, values),
  }),
  command({
    name: 'export bods',
    summary: 'ownership and control in the Beneficial Ownership Data Standard 0.4',
    help: `  Entities, persons and relationships of the core, as a JSON array with one statement on each line. Layers stay out: they
  have licences of their own. docs/REGISTER.md says what the standard has no place for.

  Example: npm run register -- export bods --to colofon-bods.json`,
    options: {
      from,
      to: { type: 'string', value: 'FILE', about: 'where to, instead of standard output' },
      file: { type: 'string', value: 'FILE', about: 'the same as --to' },
      'dry-run': dryRun,
    },
    run: ({ to, file, ...values }) => {
      if (to !== undefined && file !== undefined) throw new WrongUse('--to and --file are the same: give one of them');
      const where = to ?? file;
      return exportBodsCommand({
        from: values.from ?? REGISTRY,
        ...(where === undefined ? {} : { to: where }),
        dryRun: values['dry-run'] ?? false,
      });
    },
  }),
  command({
    name: 'import bods',
    operands: '[FILE…]',
    summary: 'propose what a file in the Beneficial Ownership Data Standard 0.4 says',
    help: `  A JSON array or one statement on each line. Proposes claims about organisations that are in the register by their number
  (KvK, KBO, LEI, ISSN, Wikidata), and about those above them. Names never match. See docs/REGISTER.md.

  Example: npm run register -- import bods --file answer.json --dry-run`,
    options: {
      file: { type: 'string', value: 'FILE', multiple: true, about: 'the file to read; its name alone will do as well' },
      from,
      'dry-run': dryRun,
    },
    run: ({ file = [], ...values }, operands) => {
      const files = [...file, ...operands];
      if (files.length === 0) throw new WrongUse('name the file to read: import bods --file FILE');
      return importBodsCommand(files, { from: values.from ?? REGISTRY, dryRun: values['dry-run'] ?? false }, new Date());
    },
  }),
  command({
    name: 'keys new',
    summary: 'make a key pair: private key in a file, public key on standard output',
    help: '  See docs/UPDATES.md. A key that is there is never overwritten.',
    options: { key: { type: 'string', value: 'FILE.pem', about: 'where the private key goes' } },
    run: (values) => keysCommand('new', values, Date.now()),
  }),
  command({
    name: 'keys list',
    summary: 'sign the next list of release keys with the offline root key',
    help: '  See docs/UPDATES.md.',
    options: {
      tree,
      key: { type: 'string', value: 'ROOT.pem', about: 'the root key' },
      add: { type: 'string', value: 'PUBLIC', multiple: true, about: 'a key that may sign releases from now on' },
      revoke: { type: 'string', value: 'PUBLIC', multiple: true, about: 'a key that never counts again' },
      'new-generation': { type: 'boolean', about: 'begin release numbers anew; only after a theft' },
      days: { type: 'string', value: '90', about: 'how long the list counts' },
      'key-days': { type: 'string', value: '365', about: 'how long an added key counts' },
      'dry-run': dryRun,
    },
    run: (values) => keysCommand('list', values, Date.now()),
  }),
  command({
    name: 'sign',
    summary: 'sign the compiled register as the next release',
    help: '  See docs/UPDATES.md. What was withdrawn or switched off stays so until it is taken back.',
    options: {
      tree,
      key: { type: 'string', value: 'RELEASE.pem', about: 'the release key' },
      to: { type: 'string', value: 'FOLDER', about: 'the compiled register, instead of public/register/' },
      withdraw: { type: 'string', value: 'CLAIM', multiple: true, about: 'a claim, or notice:ID, that is shown no longer' },
      restore: { type: 'string', value: 'CLAIM', multiple: true, about: 'a withdrawn claim to show again' },
      'adapter-off': { type: 'string', value: 'NAME@VERSION', multiple: true, about: 'an adapter to switch off' },
      'adapter-on': { type: 'string', value: 'NAME', multiple: true, about: 'an adapter to switch on again' },
      'changes-from': { type: 'string', value: 'FOLDER', multiple: true, about: 'a compiled register to publish changes from' },
      days: { type: 'string', value: '30', about: 'how long the release counts' },
      'dry-run': dryRun,
    },
    run: ({ to, ...values }) => signCommand(to ?? COMPILED, values, Date.now()),
  }),
  command({
    name: 'serve',
    summary: 'try a signed release on this machine before it is published',
    help: `  A release is a folder of files that any web host can carry; "sign" makes it. This shows such a folder at
  https://localhost:8443/, on this machine only, so that you can see whether a browser with Colofon takes the update. The
  browser says that it does not know the certificate: it is made on the spot, accept it for this test. Each file that is asked
  for is printed, with 200 (given) or 404 (not there). Nothing is changed or published. Stop with Ctrl+C.

  Example: npm run register -- serve --tree ../releases`,
    options: { tree, port: { type: 'string', value: '8443', about: 'the port' } },
    run: (values) => serveCommand(values),
  }),
  command({
    name: 'generate',
    summary: 'compile an invented register of any size, to measure with',
    help: '  Every name in it is made up and lies under .example. The same seed gives the same register.',
    options: {
      domains: { type: 'string', value: '2000', about: 'how many domains' },
      seed: { type: 'string', value: '1', about: 'a whole number' },
      changed: { type: 'string', value: '0', about: 'percentage of the domains that changed hands on the next day, evenly spread' },
      to: { type: 'string', value: 'FOLDER', about: 'where to; never public/register/' },
      'dry-run': dryRun,
    },
    run: (values) => generateCommand(values),
  }),
  ...IMPORT_COMMANDS,
  ...NOTICE_COMMANDS,
];
