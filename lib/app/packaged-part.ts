import { parsePart } from '../core/parts';
import type { RegisterIndex, RegisterPart } from '../core/register';
import { packagedFile } from '../store/packaged-register';
import { sha256, unpack } from '../store/unpack';

/** One part that came with the extension; null when it is missing, or not what the index says. */
export async function packagedPart(expected: RegisterIndex['parts'][number]): Promise<RegisterPart | null> {
  const file = await packagedFile(expected.file);
  if (!file.ok || (await sha256(file.bytes)) !== expected.sha256) return null;
  const part = parsePart(await unpack(file.bytes));
  return part.ok ? part.value : null;
}
