import { applySteps, parseChanges } from '../core/update/changes';
import { MAX_CHANGES_BYTES, type Manifest, type TreeFile } from '../core/update/manifest';
import { editionText, planFiles } from '../core/update/plan';
import { readIndex, readPart } from '../core/update/register-file';
import type { Edition } from '../store/edition';
import { putFile, type RegisterDb, storedHashes } from '../store/register-db';
import { packText, sha256OfText, unpackText } from '../store/unpack';
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
  await unpackPackaged(db, manifest, packaged, have);

  const base = stored ?? packaged.map(({ sha256 }) => sha256);
  const plan = planFiles(manifest, have, base.length === 0 ? null : await sha256OfText(editionText(base)));
  if (plan.changes !== null) await followChanges(db, manifest, plan.changes, base, packaged, get).catch(unlessKept);

  const now = plan.changes === null ? have : await storedHashes(db);
  await inTurns(planFiles(manifest, now, null).files, async (file) => {
    const bytes = await get(`files/${file.sha256}.bin`, file.bytes, true);
    await keep(db, manifest, file.sha256, bytes, await unpackText(bytes));
  });
}

async function unpackPackaged(db: RegisterDb, manifest: Manifest, packaged: PackagedPart[], have: Set<string>): Promise<void> {
  const wanted = new Set(manifest.parts.map(({ sha256 }) => sha256));
  for (const { sha256, text } of packaged) {
    if (!wanted.has(sha256) || have.has(sha256)) continue;
    await putFile(db, { sha256, bytes: await packText(text) });
    have.add(sha256);
  }
}

/**
 * Makes the new parts from the old ones. Anything that does not fit (a file that is not what was signed, a part that is not
 * the one it was, steps that lead elsewhere) is left out: those parts are fetched whole after this.
 */
async function followChanges(
  db: RegisterDb,
  manifest: Manifest,
  file: TreeFile,
  base: readonly string[],
  packaged: readonly PackagedPart[],
  get: Get,
): Promise<void> {
  const text = await unpackText(await get(`files/${file.sha256}.bin`, Math.min(file.bytes, MAX_CHANGES_BYTES), true), MAX_CHANGES_TEXT);
  if (text === null || (await sha256OfText(text)) !== file.sha256) throw new Kept('wrong-content');
  const changes = parseChanges(text);
  if (!changes.ok) throw new Kept('bad-file');
  for (const { number, from, steps } of changes.value.parts) {
    const wanted = manifest.parts[number];
    if (wanted === undefined || base[number] !== from) continue;
    const before = await textOf(db, from, packaged);
    const after = before === null ? null : applySteps(before, steps);
    if (after === null || (await sha256OfText(after)) !== wanted.sha256) continue;
    await keep(db, manifest, wanted.sha256, await packText(after), after);
  }
}

function unlessKept(error: unknown): void {
  if (!(error instanceof Kept)) throw error;
}

async function textOf(db: RegisterDb, sha256: string, packaged: readonly PackagedPart[]): Promise<string | null> {
  const stored = await db.files.get(sha256);
  if (stored !== undefined) return unpackText(stored.bytes);
  return packaged.find((part) => part.sha256 === sha256)?.text ?? null;
}

/** Nothing is kept that is not what the manifest names, or that a look-up could not read. */
async function keep(
  db: RegisterDb,
  manifest: Manifest,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
  text: string | null,
): Promise<void> {
  if (text === null || (await sha256OfText(text)) !== sha256) throw new Kept('wrong-content');
  const readable = sha256 === manifest.index.sha256 ? readIndex(text) : readPart(text, manifest);
  if (readable === null) throw new Kept('bad-file');
  await putFile(db, { sha256, bytes });
}

/** The first that fails ends them all; those under way are let finish. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed && next < items.length) {
      const item = items[next++];
      if (item === undefined) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const problem = results.find((result) => result.status === 'rejected');
  if (problem !== undefined) throw problem.reason;
}
