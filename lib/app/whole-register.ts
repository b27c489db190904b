import { mergeParts } from '../core/parts';
import type { RegisterPart } from '../core/register';
import { withoutClaims } from '../core/update/withdraw';
import { packagedIndex } from '../store/packaged-register';
import { readInUse } from '../store/register-in-use';
import { packagedPart } from './packaged-part';
import { keeperOf } from './register';
import { storedParts } from './stored-parts';

export interface WholeRegister {
  register: RegisterPart | null;
  /** Parts that could not be read; what is in them is missing, which the explorer says. */
  damaged: number;
  /** The organisation whose own register it is; null for Colofon's. */
  keeper: string | null;
}

/** Every part, merged by id: for the explorer only. A page never needs more than one or two. */
export async function wholeRegister(): Promise<WholeRegister> {
  const inUse = await readInUse();
  const keeper = keeperOf(inUse);
  const stored = await storedParts();
  if (stored !== null) {
    const whole = stored.filter((part) => part !== null);
    return { register: mergeParts(whole), damaged: stored.length - whole.length, keeper };
  }
  const index = await packagedIndex();
  if (index === null) return { register: null, damaged: 1, keeper };
  const { withdrawn } = inUse;
  const parts: RegisterPart[] = [];
  for (const expected of index.parts) {
    const part = await packagedPart(expected);
    if (part !== null) parts.push(withoutClaims(part, withdrawn));
  }
  return { register: mergeParts(parts), damaged: index.parts.length - parts.length, keeper };
}
