import { parsePart } from '../core/parts';
import { partText } from '../core/update/part-text';
import { packagedFile, packagedIndex } from '../store/packaged-register';
import { sha256OfText, unpack } from '../store/unpack';
import type { PackagedPart } from './update-tools';

/** The packaged register spelled as files of the tree. All or nothing: changes begin at a whole edition. */
export async function packagedParts(): Promise<PackagedPart[]> {
  const index = await packagedIndex();
  const parts: PackagedPart[] = [];
  for (const { file } of index?.parts ?? []) {
    const packed = await packagedFile(file);
    const part = packed.ok ? parsePart(await unpack(packed.bytes)) : null;
    if (!part?.ok) return [];
    const text = partText(part.value);
    parts.push({ sha256: await sha256OfText(text), text });
  }
  return parts;
}
