import { type KeyList, parseKeyList } from '../../lib/core/update/keys';
import type { AdapterOff, Manifest } from '../../lib/core/update/manifest';
import { canonical } from '../../lib/core/update/shape';
import { WrongUse } from './command';
import { makeKey, nextKeyList, readKeyList, readPrivateKey, writeKeyList } from './keys';
import { serveTree } from './serve';
import { signRelease } from './sign';

/** The options as `parseArgs` gives them. */
export interface ReleaseValues {
  tree?: string;
  key?: string;
  add?: string[];
  revoke?: string[];
  'new-generation'?: boolean;
  withdraw?: string[];
  restore?: string[];
  'adapter-off'?: string[];
  'adapter-on'?: string[];
  'changes-from'?: string[];
  days?: string;
  'key-days'?: string;
  port?: string;
  'dry-run'?: boolean;
}

/** @param what `new` or `list` */
export function keysCommand(what: string | undefined, values: ReleaseValues, now: number): number {
  return told(() => keys(what, values, now));
}

function keys(what: string | undefined, values: ReleaseValues, now: number): number {
  if (what === 'new') {
    console.log(makeKey(needed(values.key, '--key FILE.pem')));
    return 0;
  }
  if (what !== 'list') throw new WrongUse('keys needs "new" or "list"');
  const tree = needed(values.tree, '--tree FOLDER');
  const root = readPrivateKey(needed(values.key, '--key ROOT.pem'));
  const list = nextKeyList(readKeyList(tree), {
    add: values.add ?? [],
    revoke: values.revoke ?? [],
    newGeneration: values['new-generation'] ?? false,
    now,
    days: days(values.days, 90),
    keyDays: days(values['key-days'], 365),
  });
  const parsed = parseKeyList(canonical(list));
  if (!parsed.ok) throw new WrongUse(`the extension would refuse this list: ${parsed.why}`);
  console.log(describeKeys(list));
  if (!values['dry-run']) writeKeyList(tree, list, root);
  return 0;
}

/** @param compiled folder of `register build` */
export function signCommand(compiled: string, values: ReleaseValues, now: number): number {
  return told(() => signAs(compiled, values, now));
}

function signAs(compiled: string, values: ReleaseValues, now: number): number {
  const { manifest, added } = signRelease(
    compiled,
    needed(values.tree, '--tree FOLDER'),
    readPrivateKey(needed(values.key, '--key RELEASE.pem')),
    {
      withdraw: values.withdraw ?? [],
      restore: values.restore ?? [],
      adaptersOff: (values['adapter-off'] ?? []).map(adapterOff),
      adaptersOn: values['adapter-on'] ?? [],
      changesFrom: values['changes-from'] ?? [],
      now,
      days: days(values.days, 30),
      dryRun: values['dry-run'] ?? false,
    },
  );
  console.log(describeRelease(manifest, added));
  return 0;
}

/** A file that is missing or a key that does not fit is said in one line; the exit code is 1. */
function told(work: () => number): number {
  try {
    return work();
  } catch (error) {
    if (error instanceof WrongUse || !(error instanceof Error)) throw error;
    console.error(`register: ${error.message}`);
    return 1;
  }
}

/** Ends when the process is stopped. */
export async function serveCommand(values: ReleaseValues): Promise<number> {
  const port = Number(values.port ?? '8443');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(`--port ${values.port ?? ''} is no port`);
  const server = await serveTree(needed(values.tree, '--tree FOLDER'), port, (line) => console.log(line));
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  console.log(`register: https://localhost:${at}/ with a certificate of its own; stop with Ctrl+C`);
  return new Promise((resolve) => server.on('close', () => resolve(0)));
}

function describeKeys(list: KeyList): string {
  const keys = list.keys.map(({ key, until }) => `\n  ${key} until ${until}`).join('');
  const revoked = list.revoked.map((key) => `\n  ${key} revoked`).join('');
  return `register: list of keys ${list.number}, generation ${list.generation}, until ${list.expires}${keys}${revoked}`;
}

function describeRelease(manifest: Manifest, added: number): string {
  const whole = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const newest = manifest.changes[0];
  const changes =
    newest === undefined ? '' : `, changes since the last ${newest.bytes} bytes (${((100 * newest.bytes) / whole).toFixed(1)} %)`;
  return (
    `register: release ${manifest.generation}.${manifest.release} of edition ${manifest.version}, until ${manifest.expires}: ` +
    `${manifest.parts.length} part(s), ${whole} bytes${changes}, ${added} new file(s), ` +
    `${manifest.withdrawn.length} claim(s) withdrawn, ${manifest.adaptersOff.length} adapter(s) off`
  );
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new WrongUse(`${option} is missing`);
  return value;
}

function days(value: string | undefined, ordinary: number): number {
  const count = Number(value ?? ordinary);
  if (!Number.isInteger(count) || count < 1 || count > 400) throw new WrongUse(`${value ?? ''} is no number of days from 1 to 400`);
  return count;
}

function adapterOff(text: string): AdapterOff {
  const [, adapter = '', version = ''] = /^([a-z0-9-]{1,40})@(\d{1,6})$/.exec(text) ?? [];
  if (adapter === '') throw new WrongUse(`--adapter-off ${text}: write NAME@VERSION, such as youtube@3`);
  return { adapter, versions: [Number(version)] };
}
