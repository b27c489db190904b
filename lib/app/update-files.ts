import { bundlesOf, bundleText } from '../core/update/bundles';
import { applySteps, parseChanges } from '../core/update/changes';
import { MAX_CHANGES_BYTES, type Manifest, type TreeFile } from '../core/update/manifest';
import { editionText, planFiles } from '../core/update/plan';
import type { Reason } from '../core/update/reasons';
import { readIndex, readPart } from '../core/update/register-file';
import type { Edition, StoredFile } from '../store/edition';
import { putFiles, type RegisterDb, storedHashes } from '../store/register-db';
import { packText, sha256, sha256OfText, unpackText } from '../store/unpack';
import { Kept, type PackagedPart, type UpdateTools } from './update-tools';

type Get = (path: string, most: number, exact: boolean) => Promise<Uint8Array<ArrayBuffer>>;

/** Files are small and many; a few side by side hide the way to the server without being a crowd. */
const AT_ONCE = 4;
const MAX_CHANGES_TEXT = 64_000_000;

/** Puts every file of the release beside what is there: from the package, from changes, or fetched. */
export async function bringFiles(tools: UpdateTools, manifest: Manifest, installed: Edition | null, get: Get): Promise<void> {
  const { db } = tools;
  const have = await storedHashes(db);
  const stored = installed?.parts.every((sha256) => have.has(sha256)) ? installed.parts : null;
  const packaged = manifest.parts.every(({ sha256 }) => have.has(sha256)) ? [] : await tools.packaged();
  const shelf = openShelf(db, tools.filesAtOnce ?? MOST_WAITING);
  await unpackPackaged(shelf, manifest, packaged, have);

  const base = stored ?? packaged.map(({ sha256 }) => sha256);
  const plan = planFiles(manifest, have, base.length === 0 ? null : await sha256OfText(editionText(base)));
  if (plan.changes !== null) await followChanges(db, shelf, manifest, plan.changes, base, packaged, get).catch(unlessKept);
  await shelf.put();

  const now = plan.changes === null ? have : await storedHashes(db);
  const checked = partsToRead(manifest);
  const take = async (file: TreeFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    if ((await sha256(bytes)) !== file.packed) throw new Kept('wrong-content');
    if (checked.has(file.sha256)) proveReadable(manifest, file.sha256, await unpackText(bytes));
    await shelf.add({ sha256: file.sha256, bytes, packed: file.packed });
  };
  const fetchAll = async (): Promise<void> => {
    const rest = await takeBundles(manifest, planFiles(manifest, now, null).files, get, take);
    await inTurns(rest, async (file) => take(file, await get(`files/${file.sha256}.bin`, file.bytes, true)));
  };
  await fetchAll().catch(async (error: unknown) => {
    // The next look need not fetch these again. Should storing be what went wrong, that is what is told.
    await shelf.put().catch(() => undefined);
    throw error;
  });
  await shelf.put();
}

/** A tree without bundles, or with damaged ones, costs more requests and nothing else. */
const BUNDLE_PROBLEMS: readonly Reason[] = ['no-file', 'too-large', 'wrong-size', 'wrong-content'];

/** Where most of a bundle is missing, all of it is fetched in one go. Gives what is still missing after that. */
async function takeBundles(
  manifest: Manifest,
  files: TreeFile[],
  get: Get,
  take: (file: TreeFile, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<TreeFile[]> {
  const missing = new Set(files.map(({ sha256: hash }) => hash));
  const worth = bundlesOf(manifest.parts).filter(({ parts }) => parts.filter((part) => missing.has(part.sha256)).length * 2 > parts.length);
  await inTurns(worth, async (bundle) => {
    try {
      const bytes = await get(`bundles/${await sha256OfText(bundleText(bundle))}.bin`, bundle.bytes, true);
      let at = 0;
      for (const file of bundle.parts) {
        // A copy: a view would keep, and store, the whole bundle for each part.
        const own = bytes.slice(at, at + file.bytes);
        at += file.bytes;
        if (missing.has(file.sha256)) await take(file, own);
        missing.delete(file.sha256);
      }
    } catch (error) {
      if (!(error instanceof Kept && BUNDLE_PROBLEMS.includes(error.reason))) throw error;
    }
  });
  return files.filter(({ sha256: hash }) => missing.has(hash));
}

async function unpackPackaged(shelf: Shelf, manifest: Manifest, packaged: PackagedPart[], have: Set<string>): Promise<void> {
  const wanted = new Set(manifest.parts.map(({ sha256 }) => sha256));
  for (const { sha256: hash, text } of packaged) {
    if (!wanted.has(hash) || have.has(hash)) continue;
    const read = await text();
    if (read === null || (await sha256OfText(read)) !== hash) continue;
    await shelf.add(await packedFile(hash, read));
    have.add(hash);
  }
}

/**
 * Makes the new parts from the old ones. Anything that does not fit (a file that is not what was signed, a part that is not
 * the one it was, steps that lead elsewhere) is left out: those parts are fetched whole after this.
 */
async function followChanges(
  db: RegisterDb,
  shelf: Shelf,
  manifest: Manifest,
  file: TreeFile,
  base: readonly string[],
  packaged: readonly PackagedPart[],
  get: Get,
): Promise<void> {
  const bytes = await get(`files/${file.sha256}.bin`, Math.min(file.bytes, MAX_CHANGES_BYTES), true);
  if ((await sha256(bytes)) !== file.packed) throw new Kept('wrong-content');
  const text = await unpackText(bytes, MAX_CHANGES_TEXT);
  if (text === null) throw new Kept('wrong-content');
  const changes = parseChanges(text);
  if (!changes.ok) throw new Kept('bad-file');
  const checked = partsToRead(manifest);
  for (const { number, from, steps } of changes.value.parts) {
    const wanted = manifest.parts[number];
    if (wanted === undefined || base[number] !== from) continue;
    const before = await textOf(db, from, packaged);
    const after = before === null ? null : applySteps(before, steps);
    if (after === null || (await sha256OfText(after)) !== wanted.sha256) continue;
    if (checked.has(wanted.sha256)) proveReadable(manifest, wanted.sha256, after);
    await shelf.add(await packedFile(wanted.sha256, after));
  }
}

function unlessKept(error: unknown): void {
  if (!(error instanceof Kept)) throw error;
}

async function textOf(db: RegisterDb, hash: string, packaged: readonly PackagedPart[]): Promise<string | null> {
  const stored = await db.files.get(hash);
  if (stored !== undefined) return unpackText(stored.bytes);
  return (await packaged.find((part) => part.sha256 === hash)?.text()) ?? null;
}

async function packedFile(hash: string, text: string): Promise<StoredFile> {
  const bytes = await packText(text);
  return { sha256: hash, bytes, packed: await sha256(bytes) };
}

/** How many parts are read before the switch. Every one, up to a size that no register of today comes near. */
const MOST_READ = 32;

/**
 * The index, and parts evenly spread over the release. That they are the keepers' files, their hashes say; this finds out
 * whether this edition of the extension can read what a later one was made for. A look-up checks its part once more.
 */
function partsToRead({ parts, index }: Manifest): Set<string> {
  const step = Math.ceil(parts.length / MOST_READ);
  return new Set([index.sha256, ...parts.filter((_, number) => number % step === 0).map(({ sha256: hash }) => hash)]);
}

function proveReadable(manifest: Manifest, hash: string, text: string | null): void {
  if (text === null) throw new Kept('wrong-content');
  const readable = hash === manifest.index.sha256 ? readIndex(text) : readPart(text, manifest);
  if (readable === null) throw new Kept('bad-file');
}

/** Where files wait to be stored together: a transaction for each of a thousand would take longer than fetching them. */
interface Shelf {
  add: (file: StoredFile) => Promise<void>;
  put: () => Promise<void>;
}

const MOST_WAITING = 32;
/** On a slow network little is lost when the browser is closed. */
const LONGEST_WAIT_MS = 500;

function openShelf(db: RegisterDb, most: number): Shelf {
  let waiting: StoredFile[] = [];
  let since = performance.now();
  const put = async (): Promise<void> => {
    const files = waiting;
    waiting = [];
    since = performance.now();
    await putFiles(db, files);
  };
  return {
    put,
    add: async (file) => {
      waiting.push(file);
      if (waiting.length >= most || performance.now() - since > LONGEST_WAIT_MS) await put();
    },
  };
}

/** The first that fails ends them all; those under way are let finish. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  let first: { error: unknown } | null = null;
  const worker = async (): Promise<void> => {
    while (first === null && next < items.length) {
      const item = items[next++];
      if (item === undefined) return;
      try {
        await work(item);
      } catch (error) {
        // What fails after the first often fails because of it.
        first ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const failed = first as { error: unknown } | null;
  if (failed !== null) throw failed.error;
}
