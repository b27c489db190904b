import { filedUnder } from '../../../lib/core/hosts';

/** What others wrote is cut to what our files can hold, or not taken at all. */

/** A saved response may be this large, in bytes. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Said to the keeper in one line, with the file; the exit code is 1. */
export class ImportProblem extends Error {}

/**
 * Bytes to text: UTF-8, or UTF-16 when a byte order mark says so. Anything else is refused with its line, because a wrong
 * guess would put wrong letters in names.
 * @param from file name or address, for the message
 */
export function decode(bytes: Uint8Array, from: string): string {
  if (bytes.length > MAX_BYTES)
    throw new ImportProblem(`${from}: ${bytes.length} bytes, more than the ${MAX_BYTES} that are read — ask for less at a time`);
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const decoder = new TextDecoder(wide ?? 'utf-8', { fatal: true });
  try {
    const text = decoder.decode(bytes);
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new ImportProblem(`${from}:${lineAt(text, nul)}: a zero byte — this is no text file`);
    return text;
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem(`${from}:${brokenLine(bytes)}: not written in UTF-8 — save the file again as UTF-8`);
  }
}

/** One line of plain text, or null when it is empty, too long or holds markup. */
export function plain(value: unknown, max = 120): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}\u200b\u2028\u2029\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text.length > max || /[<>]/.test(text) ? null : text;
}

/** An http(s) address without name, password or fragment; null for anything else. */
export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000 || /[\s\p{Cc}<>]/u.test(value.trim())) return null;
  const text = value.trim();
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
}

/** `www.Krant.example.` or `https://krant.example/` to `krant.example`; null when it is no public host. */
export function plainHost(value: string): string | null {
  const address = /^https?:\/\//i.test(value) ? value : `https://${value}/`;
  if (webAddress(address) === null) return null;
  const host = new URL(address).hostname.replace(/\.$/, '').replace(/^www\./, '');
  return filedUnder(host) === null ? null : host;
}

/** `De Krant B.V.` to `de-krant-b-v`, an id for a new file; `unnamed` when no letter is left. */
export function slug(text: string): string {
  const made = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return made === '' ? 'unnamed' : made;
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The line on which the bytes stop being UTF-8. A newline byte never stands inside a character. */
function brokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return 1;
}
