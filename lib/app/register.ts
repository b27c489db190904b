import type { PartFor } from '../core/accounts';
import type { Lookup } from '../core/card';
import { lookUp } from '../core/lookup';
import { parsePart, partOf } from '../core/parts';
import type { RegisterPart } from '../core/register';
import { withoutClaims } from '../core/update/withdraw';
import { packagedFile } from '../store/packaged-register';
import type { RegisterInUse } from '../store/register-in-use';
import { unpack } from '../store/unpack';
import { keptIndex, keptInUse, sliceFrom } from './kept-parts';
import { packagedPartText } from './packaged-part';
import { storedSlice } from './stored-parts';

/** Answers from the register on the device for any web address. One file of it is read; nothing is asked of anybody. */
export async function answerFor(address: string): Promise<Lookup> {
  const { partFor, signed } = await registerToAsk();
  return signed(await lookUp(address, partFor));
}

/** The register that is in use now, for one or more questions about the same thing. */
export interface RegisterToAsk {
  /** Reads the part for a registrable domain or an account. */
  partFor: PartFor;
  /** With the name of the organisation whose register it is, where it is not Colofon's. */
  signed: (lookup: Lookup) => Lookup;
}

export async function registerToAsk(): Promise<RegisterToAsk> {
  const inUse = await keptInUse();
  const keeper = keeperOf(inUse);
  return {
    partFor: (key) => partIn(key, inUse),
    signed: (lookup) => (keeper === null ? lookup : { ...lookup, keeper }),
  };
}

/** Whose register answers, when it is an organisation's own. Until its first release is here the packaged one does, under no other name. */
export function keeperOf({ stored, organisation }: RegisterInUse): string | null {
  return stored ? organisation : null;
}

async function partIn(key: string, inUse: RegisterInUse): Promise<RegisterPart | null> {
  const stored = inUse.stored ? await storedSlice(key, inUse.edition) : 'nothing';
  if (stored !== 'nothing') return stored;
  const index = await keptIndex();
  const expected = index?.parts[partOf(key, index.parts.length)];
  if (index === null || expected === undefined) return null;
  const part = await sliceFrom(expected.sha256, key, index, () => packagedPartText(expected));
  return part === null ? null : withoutClaims(part, inUse.withdrawn);
}

/** The fictional outlets of the practice pages: a layer of its own, never mixed with the register. */
export async function practiceAnswerFor(address: string): Promise<Lookup> {
  return lookUp(address, async () => {
    const file = await packagedFile('practice.json.gz');
    const part = file.ok ? parsePart(await unpack(file.bytes)) : null;
    return part?.ok ? part.value : null;
  });
}
