import type { PackagedFile, RegisterPart } from '../core/register';
import { partText, treeTextOf } from '../core/update/part-text';
import { packagedContents, packagedIndex } from '../store/packaged-register';
import { sha256OfText } from '../store/unpack';
import { packagedPart, packagedPartText } from './packaged-part';
import type { PackagedPart } from './update-tools';

/** The packaged register as files of the tree. All or nothing: changes begin at a whole edition. */
export async function packagedParts(): Promise<PackagedPart[]> {
  const [index, contents] = await Promise.all([packagedIndex(), packagedContents()]);
  const parts: PackagedPart[] = [];
  for (const [number, expected] of (index?.parts ?? []).entries()) {
    const text = (): Promise<string | null> => treeTextFor(expected);
    const content = contents[number];
    if (content !== undefined) parts.push({ sha256: content, text });
    else {
      const read = await text();
      if (read === null) return [];
      parts.push({ sha256: await sha256OfText(read), text });
    }
  }
  return parts;
}

async function treeTextFor(expected: PackagedFile): Promise<string | null> {
  const text = await packagedPartText(expected);
  const tree = text === null ? null : treeTextOf(text);
  if (tree !== null || text === null) return tree;
  const part: RegisterPart | null = await packagedPart(expected);
  return part === null ? null : partText(part);
}
