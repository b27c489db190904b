import { partOf } from '../core/parts';
import type { RegisterPart } from '../core/register';
import { readIndex, readPart } from '../core/update/register-file';
import { withoutClaims } from '../core/update/withdraw';
import type { Edition, StoredFile } from '../store/edition';
import { packagedNewsHosts } from '../store/packaged-register';
import { readInUse } from '../store/register-in-use';
import { dropStored, readStored } from '../store/stored-register';
import { sha256OfText, unpackText } from '../store/unpack';

/**
 * The part of the stored register in which a domain is filed. Null when its file is missing or damaged: it stays so until
 * the next update, because the packaged one beside it would be of another edition.
 */
export async function storedPart(registrable: string): Promise<RegisterPart | null | 'nothing'> {
  const stored = await readStored(({ parts }) => [parts[partOf(registrable, parts.length)] ?? '']);
  return stored === null ? 'nothing' : partIn(stored.files[0] ?? null, stored.edition);
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
async function textIn({ sha256, bytes }: StoredFile): Promise<string | null> {
  const text = await unpackText(bytes);
  if (text !== null && (await sha256OfText(text)) === sha256) return text;
  await dropStored(sha256);
  return null;
}
