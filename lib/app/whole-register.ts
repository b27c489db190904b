import { mergeParts, parsePart } from '../core/parts';
import type { RegisterPart } from '../core/register';
import { packagedFile, packagedIndex } from '../store/packaged-register';
import { sha256, unpack } from '../store/unpack';
import { storedParts } from './stored-parts';

export interface WholeRegister {
  register: RegisterPart | null;
  /** Parts that could not be read; what is in them is missing, which the explorer says. */
  damaged: number;
}

/** Every part, merged by id: for the explorer only. A page never needs more than one or two. */
export async function wholeRegister(): Promise<WholeRegister> {
  const stored = await storedParts();
  if (stored !== null) {
    const whole = stored.filter((part) => part !== null);
    return { register: mergeParts(whole), damaged: stored.length - whole.length };
  }
  const index = await packagedIndex();
  if (index === null) return { register: null, damaged: 1 };
  const parts: RegisterPart[] = [];
  for (const { file, sha256: expected } of index.parts) {
    const packed = await packagedFile(file);
    if (!packed.ok || (await sha256(packed.bytes)) !== expected) continue;
    const part = parsePart(await unpack(packed.bytes));
    if (part.ok) parts.push(part.value);
  }
  return { register: mergeParts(parts), damaged: index.parts.length - parts.length };
}
