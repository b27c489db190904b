import { partOf } from '../core/parts';
import type { RegisterPart } from '../core/register';
import { readIndex, readPart } from '../core/update/register-file';
import { withoutClaims } from '../core/update/withdraw';
import type { Edition, StoredFile } from '../store/edition';
import { packagedNewsHosts } from '../store/packaged-register';
import { readInUse } from '../store/register-in-use';
import { dropStored, readStored } from '../store/stored-register';
import { sha256, unpackText } from '../store/unpack';
import { keepEdition, keptEdition, sliceFrom } from './kept-parts';

/**
 * What the stored register says about a domain or an account. Null when that file is missing or damaged: it stays so until the next update,
 * because the packaged one beside it would be of another edition.
 *
 * @param manifest which release answers now; when it was read before, the database is not opened
 */
export async function storedSlice(key: string, manifest: string | null): Promise<RegisterPart | null | 'nothing'> {
  const kept = keptEdition(manifest);
  const read = kept === null ? null : await sliceIn(kept, key, null);
  if (read !== null) return read;
  const stored = await readStored(({ parts }) => [parts[partOf(key, parts.length)] ?? '']);
  if (stored === null) return 'nothing';
  keepEdition(stored.edition);
  return sliceIn(stored.edition, key, stored.files[0] ?? null);
}

/** @param file null to use only what was read before */
async function sliceIn(edition: Edition, key: string, file: StoredFile | null): Promise<RegisterPart | null> {
  const sha256 = edition.parts[partOf(key, edition.parts.length)] ?? '';
  const part = await sliceFrom(sha256, key, edition, async () => (file === null ? null : textIn(file)));
  return part === null ? null : withoutClaims(part, edition.withdrawn);
}

/** Every part of the stored register, damaged ones as null; null when the packaged register is in use. */
export async function storedParts(): Promise<(RegisterPart | null)[] | null> {
  if (!(await readInUse()).stored) return null;
  const stored = await readStored(({ parts }) => parts);
  if (stored === null) return null;
  const parts: (RegisterPart | null)[] = [];
  for (const file of stored.files) parts.push(await partIn(file, stored.edition));
  return parts;
}

/** Hosts of the news outlets in the register that is in use. */
export async function newsHosts(): Promise<string[]> {
  const stored = (await readInUse()).stored ? await readStored(({ index }) => [index]) : null;
  const file = stored?.files[0] ?? null;
  const text = file === null ? null : await textIn(file);
  const index = text === null ? null : readIndex(text);
  return index?.newsHosts ?? (await packagedNewsHosts());
}

async function partIn(file: StoredFile | null, edition: Edition): Promise<RegisterPart | null> {
  const text = file === null ? null : await textIn(file);
  const part = text === null ? null : readPart(text, edition);
  return part === null ? null : withoutClaims(part, edition.withdrawn);
}

/** A damaged file goes, so that the next update sees that it is missing. */
async function textIn({ sha256: name, bytes, packed }: StoredFile): Promise<string | null> {
  const text = (await sha256(bytes)) === packed ? await unpackText(bytes) : null;
  if (text !== null) return text;
  await dropStored(name);
  return null;
}
