import { createHash, type KeyObject } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RegisterIndex, RegisterPart } from '../../lib/core/register';
import { bundlesOf, bundleText } from '../../lib/core/update/bundles';
import { type ChangeFile, stepsBetween } from '../../lib/core/update/changes';
import {
  type AdapterOff,
  type Changes,
  MAX_CHANGES_BYTES,
  type Manifest,
  parseManifest,
  type TreeFile,
} from '../../lib/core/update/manifest';
import { partText, treeTextOf } from '../../lib/core/update/part-text';
import { editionText } from '../../lib/core/update/plan';
import { readIndex, readPart } from '../../lib/core/update/register-file';
import { asInstant, canonical } from '../../lib/core/update/shape';
import { NEWS_HOSTS } from './build';
import { publicKeyOf, readKeyList, signBytes } from './keys';
import { NOTICE } from './notice';

export interface SignWishes {
  /** Claim ids to withdraw, and those to show again. What the last release withdrew stays withdrawn. */
  withdraw: string[];
  restore: string[];
  /** Adapters to switch off, and names of those to switch on again. What the last release switched off stays off. */
  adaptersOff: AdapterOff[];
  adaptersOn: string[];
  /** Other releases from which changes are published as well; the tree's own last one is always among them. */
  changesFrom: string[];
  /** Milliseconds since 1970. */
  now: number;
  /** How long the release counts. */
  days: number;
  /** Makes the manifest and writes nothing. */
  dryRun: boolean;
}

export interface Signed {
  manifest: Manifest;
  /** Files that were not in the tree yet. */
  added: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** Later ones are rarely asked for: who was away that long fetches the parts. */
const MAX_CHANGES = 14;

/** An edition of which single parts can be read, so that a large register need not be in memory several times. */
interface Unpacked {
  hashes: string[];
  textOf: (number: number) => string;
}

/**
 * Makes the next release in a tree from a compiled register: files by hash, changes since the last releases, then manifest
 * and signature. Old files stay, for those who are just fetching the release before.
 *
 * @param compiled folder with `index.json` and the parts, as `register build` writes it
 */
export function signRelease(compiled: string, tree: string, key: KeyObject, wishes: SignWishes): Signed {
  const keys = readKeyList(tree);
  if (keys === null) throw new Error(`${tree} has no keys.json; make one with "register keys"`);
  const mine = publicKeyOf(key);
  if (!keys.keys.some((each) => each.key === mine)) throw new Error('keys.json does not name this release key');
  const last = readManifest(tree);

  const index = compiledIndex(compiled);
  const texts = compiledTexts(compiled, index);
  const newsHosts = JSON.parse(readFileSync(join(compiled, NEWS_HOSTS), 'utf8')) as string[];
  const indexText = `${canonical({ format: 1, newsHosts, counts: index.counts })}\n`;
  for (const text of texts) if (readPart(text, index) === null) throw new Error('the extension would refuse a part of this register');
  if (readIndex(indexText) === null) throw new Error('the extension would refuse the index of this register');

  let added = 0;
  const put = (text: string): TreeFile => {
    const sha256 = hashOf(text);
    const path = join(tree, 'files', `${sha256}.bin`);
    // A file that is there keeps its bytes: the manifest in use names its size.
    const there = existsSync(path);
    const bytes = there ? readFileSync(path) : gzipSync(text, { level: 9 });
    if (!there && !wishes.dryRun) writeFileSync(path, bytes);
    if (!there) added += 1;
    return { sha256, bytes: bytes.length, packed: hashOf(bytes) };
  };
  if (!wishes.dryRun) mkdirSync(join(tree, 'files'), { recursive: true });
  const fresh: Unpacked = { hashes: texts.map(hashOf), textOf: (number) => texts[number] ?? '' };
  const manifest: Manifest = {
    kind: 'colofon-register',
    format: 1,
    generation: keys.generation,
    release: last === null || last.generation < keys.generation ? 1 : last.release + 1,
    version: index.version,
    built: index.built,
    published: asInstant(wishes.now),
    expires: asInstant(wishes.now + wishes.days * DAY),
    parts: texts.map(put),
    index: put(indexText),
    changes: changesSince(tree, last, wishes, fresh, put),
    withdrawn: [...new Set([...(last?.withdrawn ?? []), ...wishes.withdraw])].filter((id) => !wishes.restore.includes(id)).sort(),
    adaptersOff: offNow(last?.adaptersOff ?? [], wishes),
  };
  if (!wishes.dryRun) {
    writeBundles(tree, manifest);
    // Whoever passes the register on passes on where its layers come from.
    if (existsSync(join(compiled, NOTICE))) copyFileSync(join(compiled, NOTICE), join(tree, NOTICE));
    writeManifest(tree, manifest, key);
  }
  return { manifest, added };
}

function writeBundles(tree: string, { parts }: Manifest): void {
  for (const bundle of bundlesOf(parts)) {
    const path = join(tree, 'bundles', `${hashOf(bundleText(bundle))}.bin`);
    if (existsSync(path)) continue;
    mkdirSync(join(tree, 'bundles'), { recursive: true });
    writeFileSync(path, Buffer.concat(bundle.parts.map(({ sha256 }) => readFileSync(join(tree, 'files', `${sha256}.bin`)))));
  }
}

/** Refuses what the extension would refuse. Written last, so that a tree never names a file that is not there. */
export function writeManifest(tree: string, manifest: Manifest, key: KeyObject): void {
  const text = canonical(manifest);
  const parsed = parseManifest(text);
  if (!parsed.ok) throw new Error(`the extension would refuse this manifest: ${parsed.why}`);
  writeFileSync(join(tree, 'manifest.json'), text);
  writeFileSync(join(tree, 'manifest.sig'), signBytes(Buffer.from(text), key));
}

export function readManifest(tree: string): Manifest | null {
  const file = join(tree, 'manifest.json');
  if (!existsSync(file)) return null;
  const parsed = parseManifest(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.why}`);
  return parsed.value;
}

/**
 * Changes from the last release, from the releases that it still had changes from (their parts are in the tree), and from
 * other compiled registers, such as the one packaged with an extension in the stores.
 */
function changesSince(
  tree: string,
  last: Manifest | null,
  { changesFrom, dryRun }: SignWishes,
  fresh: Unpacked,
  put: (text: string) => TreeFile,
): Changes[] {
  const olds = [...(last === null ? [] : editionsOf(tree, last, dryRun)), ...changesFrom.map(compiledEdition)];
  const wanted = new Map(olds.map((old) => [hashOf(editionText(old.hashes)), old]));
  wanted.delete(hashOf(editionText(fresh.hashes)));
  return [...wanted].slice(0, MAX_CHANGES).flatMap(([from, old]): Changes[] => {
    if (old.hashes.length !== fresh.hashes.length) return [];
    const file = put(JSON.stringify(changesBetween(old, fresh)));
    return file.bytes > MAX_CHANGES_BYTES ? [] : [{ from, ...file }];
  });
}

function changesBetween(old: Unpacked, fresh: Unpacked): ChangeFile {
  const parts = fresh.hashes.flatMap((sha256, number) => {
    const from = old.hashes[number] ?? '';
    return from === sha256 ? [] : [{ number, from, steps: stepsBetween(old.textOf(number), fresh.textOf(number)) }];
  });
  return { kind: 'colofon-changes', format: 1, parts };
}

function offNow(last: AdapterOff[], wishes: SignWishes): AdapterOff[] {
  const versions = new Map<string, Set<number>>();
  for (const { adapter, versions: off } of [...last, ...wishes.adaptersOff]) {
    versions.set(adapter, new Set([...(versions.get(adapter) ?? []), ...off]));
  }
  return [...versions]
    .filter(([adapter]) => !wishes.adaptersOn.includes(adapter))
    .map(([adapter, off]) => ({ adapter, versions: [...off].sort((a, b) => a - b) }))
    .sort((a, b) => (a.adapter < b.adapter ? -1 : 1));
}

/** The releases whose files are in the tree: `releases.json` remembers which parts each had. */
function editionsOf(tree: string, last: Manifest, dryRun: boolean): Unpacked[] {
  const path = join(tree, 'releases.json');
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[][]) : [];
  const hashes = last.parts.map(({ sha256 }) => sha256);
  const all = [hashes, ...known.filter((other) => editionText(other) !== editionText(hashes))].slice(0, MAX_CHANGES);
  if (!dryRun) writeFileSync(path, JSON.stringify(all));
  return all.map((each) => ({
    hashes: each,
    textOf: (number) => gunzipSync(readFileSync(join(tree, 'files', `${each[number] ?? ''}.bin`))).toString('utf8'),
  }));
}

function compiledEdition(folder: string): Unpacked {
  const texts = compiledTexts(folder, compiledIndex(folder));
  return { hashes: texts.map(hashOf), textOf: (number) => texts[number] ?? '' };
}

function compiledIndex(folder: string): RegisterIndex {
  return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as RegisterIndex;
}

function compiledTexts(folder: string, index: RegisterIndex): string[] {
  return index.parts.map(({ file }) => {
    const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
    return treeTextOf(text) ?? partText(JSON.parse(text) as RegisterPart);
  });
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
