import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const MAX_BYTES = 64_000_000;

/** The bytes of a saved page, unpacked. Throws with a plain sentence for what is no page. */
export function readPageFile(path: string): Buffer {
  let bytes: Buffer = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  if (bytes.length === 0) throw new Error('the file is empty');
  if (bytes.length > MAX_BYTES) throw new Error('the file is larger than 64 MB');
  if (bytes.subarray(0, 4_096).includes(0)) throw new Error('the file is no text');
  return bytes;
}

/** The character set a page declares in its first kilobytes; UTF-8 when it declares none and is valid UTF-8. */
export function charsetOf(bytes: Buffer): string {
  const head = bytes.subarray(0, 4_096).toString('latin1');
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  return isUtf8(bytes) ? 'utf-8' : (declared ?? 'windows-1252');
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The address a saved page gives as its own, for files that come without one. */
export function ownAddress(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 200_000).toString('utf8');
  // Browsers write it at the top of what they save: <!-- saved from url=(0021)https://example.org/ -->
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(head)?.[1];
  if (saved && URL.canParse(saved) && /^https?:/i.test(saved)) return saved;
  const tag = /<link[^>]+rel=["']?canonical["']?[^>]*>/i.exec(head)?.[0] ?? /<meta[^>]+property=["']og:url["'][^>]*>/i.exec(head)?.[0];
  const href = tag && /(?:href|content)=["']([^"']+)["']/i.exec(tag)?.[1];
  return href && URL.canParse(href) && /^https?:/i.test(href) ? href : null;
}
