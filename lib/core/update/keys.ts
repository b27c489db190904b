import type { Reason } from './reasons';
import { instant, listOf, matching, misshapen, type Parsed, parseCanonical, record, whole } from './shape';

export interface ReleaseKey {
  /** Raw Ed25519 public key, 32 bytes in lower-case hexadecimal. It is its own id. */
  key: string;
  /** A manifest counts when it was published within these, both inclusive. */
  from: string;
  until: string;
}

/** `keys.json`, signed by the root key, which is kept offline: which keys may sign a manifest. */
export interface KeyList {
  kind: 'colofon-keys';
  format: 1;
  /** One more with every list. */
  number: number;
  /** One more only after a release key was stolen: release numbers begin anew, so that no stolen one can be too high to follow. */
  generation: number;
  published: string;
  expires: string;
  keys: ReleaseKey[];
  /** Public keys that never count again, whatever they signed and when. */
  revoked: string[];
}

export const MAX_KEYS_BYTES = 64_000;

const NAMES = ['expires', 'format', 'generation', 'keys', 'kind', 'number', 'published', 'revoked'] as const;
const KEY = /^[0-9a-f]{64}$/;

/** To be called with a text whose signature was verified with a root key. */
export function parseKeyList(text: string): Parsed<KeyList> {
  return parseCanonical(text, checkKeyList);
}

function checkKeyList(json: unknown): KeyList {
  const it = record(json, NAMES, 'keys');
  if (it.kind !== 'colofon-keys') misshapen('kind');
  if (it.format !== 1) misshapen('format');
  return {
    kind: 'colofon-keys',
    format: 1,
    number: whole(it.number, 1, 1_000_000, 'number'),
    generation: whole(it.generation, 1, 1_000_000, 'generation'),
    published: instant(it.published, 'published'),
    expires: instant(it.expires, 'expires'),
    keys: listOf(it.keys, 16, 'keys', releaseKey),
    revoked: listOf(it.revoked, 256, 'revoked', (key) => matching(key, KEY, 'revoked')),
  };
}

function releaseKey(json: unknown): ReleaseKey {
  const it = record(json, ['from', 'key', 'until'], 'key');
  return { key: matching(it.key, KEY, 'key'), from: instant(it.from, 'from'), until: instant(it.until, 'until') };
}

/** What is remembered of the newest list that was seen. */
export interface SeenKeys {
  number: number;
  generation: number;
  /** SHA-256 of the file. */
  sha256: string;
}

/** Whether a list that the root key signed may be used; null when it may. */
export function whyKeysRefused(seen: SeenKeys | null, list: KeyList, sha256: string, now: string): Reason | null {
  if (seen !== null && (list.number < seen.number || list.generation < seen.generation)) return 'old-keys';
  if (seen !== null && list.number === seen.number && sha256 !== seen.sha256) return 'old-keys';
  return list.expires <= now ? 'keys-expired' : null;
}

/** Keys that may have signed something today: not revoked. Whether the time fits is known once the manifest can be read. */
export function usableKeys(list: KeyList): ReleaseKey[] {
  return list.keys.filter(({ key }) => !list.revoked.includes(key));
}

/** Whether this key was in its time when the manifest was published, and still is. */
export function keyCovers(key: ReleaseKey, published: string, now: string): boolean {
  return key.from <= published && published <= key.until && now <= key.until;
}
