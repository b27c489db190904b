import { partText } from '../core/update/part-text';
import { packagedIndex } from '../store/packaged-register';
import { sha256OfText } from '../store/unpack';
import { packagedPart } from './packaged-part';
import type { PackagedPart } from './update-tools';

/** The packaged register spelled as files of the tree. All or nothing: changes begin at a whole edition. */
export async function packagedParts(): Promise<PackagedPart[]> {
  const index = await packagedIndex();
  const parts: PackagedPart[] = [];
  for (const expected of index?.parts ?? []) {
    const part = await packagedPart(expected);
    if (part === null) return [];
    const text = partText(part);
    parts.push({ sha256: await sha256OfText(text), text });
  }
  return parts;
}
