import { parsePart } from '../core/parts';
import type { PackagedFile, RegisterPart } from '../core/register';
import { packagedFile } from '../store/packaged-register';
import { sha256, unpackText } from '../store/unpack';

/** One part that came with the extension; null when it is missing, or not what the index says. */
export async function packagedPart(expected: PackagedFile): Promise<RegisterPart | null> {
  const text = await packagedPartText(expected);
  if (text === null) return null;
  try {
    const part = parsePart(JSON.parse(text));
    return part.ok ? part.value : null;
  } catch {
    return null;
  }
}

/** Its text, verified and unpacked. */
export async function packagedPartText(expected: PackagedFile): Promise<string | null> {
  const file = await packagedFile(expected.file);
  if (!file.ok || (await sha256(file.bytes)) !== expected.sha256) return null;
  return unpackText(file.bytes);
}
