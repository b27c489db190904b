import { type PartLines, partLines, sliceOf } from '../core/part-lines';
import { parsePart } from '../core/parts';
import type { RegisterIndex, RegisterPart } from '../core/register';
import { partFromText } from '../core/update/part-text';
import type { Edition } from '../store/edition';
import { packagedIndex } from '../store/packaged-register';
import { onInUseChanged, type RegisterInUse, readInUse } from '../store/register-in-use';

/** A part of the register that was read: found by line, or whole where it is not spelled so. */
type Read = { lines: PartLines } | { part: RegisterPart | null };

/**
 * What this page or background read last. Somebody who clicks five posts of one outlet waits for one; a few parts of half a
 * megabyte are all that is kept, and all of it goes when the browser puts the background to sleep.
 */
const parts = new Map<string, Read>();
const MOST_PARTS = 4;
let edition: Edition | null = null;
let index: RegisterIndex | null = null;
let inUse: RegisterInUse | null = null;
let listening = false;
let changes = 0;

/** The release of this manifest, if it was read before. */
export function keptEdition(manifest: string | null): Edition | null {
  return manifest !== null && edition?.manifest === manifest ? edition : null;
}

export function keepEdition(read: Edition): void {
  edition = read;
}

/** Which register answers, from memory once it was read: the browser says when it is another one. */
export async function keptInUse(): Promise<RegisterInUse> {
  if (inUse !== null) return inUse;
  if (!listening) onInUseChanged(forgetInUse);
  listening = true;
  const before = changes;
  const read = await readInUse();
  // What was read while it changed may be the old one.
  if (before === changes) inUse = read;
  return read;
}

function forgetInUse(): void {
  changes += 1;
  inUse = null;
}

/** It comes with the extension and changes only with it, which starts everything anew. */
export async function keptIndex(): Promise<RegisterIndex | null> {
  index ??= await packagedIndex();
  return index;
}

/**
 * What the part with this hash says about a domain or an account; null when it cannot be read.
 *
 * @param textOf reads it from where it lies; null when it is missing or damaged
 */
export async function sliceFrom(
  sha256: string,
  key: string,
  { version, built }: { version: string; built: string },
  textOf: () => Promise<string | null>,
): Promise<RegisterPart | null> {
  const read = parts.get(sha256) ?? readingOf(await textOf(), { version, built });
  if (read === null) return null;
  parts.delete(sha256);
  parts.set(sha256, read);
  const [oldest] = parts.keys();
  if (parts.size > MOST_PARTS && oldest !== undefined) parts.delete(oldest);
  if (!('lines' in read)) return read.part;
  const slice = sliceOf(read.lines, key, { version, built });
  return slice.ok ? slice.value : null;
}

/** For tests, in which the package changes while everything runs on. */
export function forgetKept(): void {
  parts.clear();
  edition = null;
  index = null;
  inUse = null;
}

function readingOf(text: string | null, of: { version: string; built: string }): Read | null {
  if (text === null) return null;
  const lines = partLines(text);
  if (lines !== null) return { lines };
  const part = parsePart(partFromText(text, of));
  return part.ok ? { part: part.value } : null;
}
