import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePart, partOf } from '../../lib/core/parts';
import type { RegisterIndex, RegisterPart } from '../../lib/core/register';

const REGISTER = path.resolve(import.meta.dirname, '../../public/register');

let index: RegisterIndex | null = null;
const parts = new Map<string, RegisterPart | null>();

/** The part of the built register in which a domain is filed. */
export async function partFor(registrable: string): Promise<RegisterPart | null> {
  index ??= JSON.parse(readFileSync(path.join(REGISTER, 'index.json'), 'utf8')) as RegisterIndex;
  const file = index.parts[partOf(registrable, index.parts.length)]?.file;
  if (file === undefined) return null;
  const known = parts.get(file);
  if (known !== undefined) return known;
  const parsed = parsePart(JSON.parse(gunzipSync(readFileSync(path.join(REGISTER, file))).toString('utf8')));
  const part = parsed.ok ? parsed.value : null;
  parts.set(file, part);
  return part;
}
