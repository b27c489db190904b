import { type KeyList, MAX_KEYS_BYTES, parseKeyList, type ReleaseKey, usableKeys, whyKeysRefused } from '../core/update/keys';
import { MAX_MANIFEST_BYTES, type Manifest, parseManifest } from '../core/update/manifest';
import type { Reason } from '../core/update/reasons';
import { whyManifestRefused } from '../core/update/rules';
import { asInstant } from '../core/update/shape';
import type { RegisterSource } from '../core/update/source';
import type { Limits } from '../store/download';
import { type Edition, editionFrom, filesOf } from '../store/edition';
import {
  forgetRegister,
  type RegisterDb,
  readEdition,
  readSeenKeys,
  rememberKeys,
  storedHashes,
  sweep,
  switchTo,
} from '../store/register-db';
import { isSignedBy } from '../store/signature';
import { sha256 } from '../store/unpack';
import { bringFiles } from './update-files';
import { Kept, type UpdateTools } from './update-tools';

export type UpdateResult = { result: 'updated' | 'current'; edition: Edition } | { result: 'kept'; reason: Reason };

type Bytes = Uint8Array<ArrayBuffer>;

const SECOND = 1000;
/** Slower than this is no network but a way to keep us busy. */
const LEAST_BYTES_PER_SECOND = 20_000;
/** A server that is just not too slow with each file does not keep the background awake for ever; the next look goes on. */
const LONGEST = 10 * 60 * SECOND;

interface Look extends UpdateTools {
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Looks for a release and installs it. Whatever goes wrong, at whatever step, the register on the device is whole: files are
 * added beside the old ones, and one row, written last, switches. Running it again goes on where it stopped.
 */
export async function update(tools: UpdateTools): Promise<UpdateResult> {
  try {
    return await look({ ...tools, until: tools.now() + LONGEST });
  } catch (error) {
    if (error instanceof Kept) return { result: 'kept', reason: error.reason };
    return { result: 'kept', reason: await afterStorageProblem(error, tools.db) };
  }
}

async function look(tools: Look): Promise<UpdateResult> {
  const { db, source } = tools;
  const installed = await ownEdition(db, source);
  const file = await get(tools, 'manifest.json', MAX_MANIFEST_BYTES);
  const hash = await sha256(file);
  if (installed?.manifest === hash && (await isWhole(db, installed))) return { result: 'current', edition: installed };

  const { list, root } = await trustedKeys(tools);
  const signedBy = await signer(list, await get(tools, 'manifest.sig', 64, true), file);
  const parsed = parseManifest(utf8(file));
  if (!parsed.ok) throw new Kept('bad-manifest');
  const manifest = parsed.value;
  const refused = whyManifestRefused(installed, manifest, hash, signedBy, list, asInstant(tools.now()));
  if (refused !== null) throw new Kept(refused);

  await bringFiles(tools, manifest, installed, (path, most, exact) => get(tools, path, most, exact));
  return install(db, manifest, hash, root);
}

async function install(db: RegisterDb, manifest: Manifest, hash: string, root: string): Promise<UpdateResult> {
  const edition = editionFrom(manifest, hash, root);
  const switched = await switchTo(db, edition);
  // Another update swept a file of ours, or was faster: the next look finds out which.
  if (switched === 'incomplete') throw new Kept('interrupted');
  if (switched === 'overtaken') throw new Kept('rollback');
  // The release is installed; what is left of the one before goes with the next sweep if it does not go now.
  await sweep(db).catch(() => 0);
  return { result: 'updated', edition };
}

/** The release on the device, if it is of the register that is set now. Of another one nothing is kept. */
async function ownEdition(db: RegisterDb, { roots }: RegisterSource): Promise<Edition | null> {
  const [edition, keys] = await Promise.all([readEdition(db), readSeenKeys(db)]);
  const foreign = [edition, keys].some((row) => row !== null && !roots.includes(row.root));
  if (!foreign) return edition;
  await forgetRegister(db);
  return null;
}

/** False after a damaged file was dropped: then everything is verified again, and what is missing is fetched. */
async function isWhole(db: RegisterDb, edition: Edition): Promise<boolean> {
  const have = await storedHashes(db);
  return filesOf(edition).every((sha) => have.has(sha));
}

async function trustedKeys(tools: Look): Promise<{ list: KeyList; root: string }> {
  const file = await get(tools, 'keys.json', MAX_KEYS_BYTES);
  const signature = await get(tools, 'keys.sig', 64, true);
  const root = await firstSigner(tools.source.roots, signature, file);
  if (root === null) throw new Kept('bad-keys');
  const parsed = parseKeyList(utf8(file));
  if (!parsed.ok) throw new Kept('bad-keys');
  const [hash, seen] = await Promise.all([sha256(file), readSeenKeys(tools.db)]);
  const refused = whyKeysRefused(seen, parsed.value, hash, asInstant(tools.now()));
  if (refused !== null) throw new Kept(refused);
  const { number, generation } = parsed.value;
  await rememberKeys(tools.db, root, { number, generation, sha256: hash });
  return { list: parsed.value, root };
}

async function signer(list: KeyList, signature: Bytes, file: Bytes): Promise<ReleaseKey> {
  const usable = usableKeys(list);
  const found = await firstSigner(
    usable.map(({ key }) => key),
    signature,
    file,
  );
  const key = usable.find((each) => each.key === found);
  if (key !== undefined) return key;
  throw new Kept((await firstSigner(list.revoked, signature, file)) === null ? 'bad-signature' : 'revoked-key');
}

async function firstSigner(keys: readonly string[], signature: Bytes, file: Bytes): Promise<string | null> {
  for (const key of keys) if (await isSignedBy(key, signature, file)) return key;
  return null;
}

async function get({ download, source, now, until }: Look, path: string, most: number, exact = false): Promise<Bytes> {
  if (now() > until) throw new Kept('too-slow');
  const limits: Limits = { most, exact, silence: 20 * SECOND, total: 30 * SECOND + (most / LEAST_BYTES_PER_SECOND) * SECOND };
  const answer = await download(source.address + path, limits);
  if (!answer.ok) throw new Kept(answer.reason);
  return answer.bytes;
}

/** Bytes that are no UTF-8 become a text that is in nobody's one spelling. */
function utf8(bytes: Bytes): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** A full disk gets back what the update put there; it will not fit the next time either, so there is nothing to go on from. */
async function afterStorageProblem(error: unknown, db: RegisterDb): Promise<Reason> {
  const full = isFull(error);
  if (full) await sweep(db).catch(() => 0);
  else console.error('The register could not be stored', error);
  return full ? 'no-room' : 'no-storage';
}

/** Several files are put in one go, so that the problem may be one of a list. */
function isFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; depth++) {
    if (at.name === 'QuotaExceededError') return true;
    if ('failures' in at && Array.isArray(at.failures) && at.failures.some(isFull)) return true;
    at = 'inner' in at ? at.inner : at.cause;
  }
  return false;
}
