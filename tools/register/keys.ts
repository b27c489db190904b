import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type KeyList, parseKeyList, type ReleaseKey } from '../../lib/core/update/keys';
import { asInstant, canonical } from '../../lib/core/update/shape';

/** Raw public key in lower-case hexadecimal, as it stands in `keys.json` and in the build setting. */
export function publicKeyOf(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('this is no Ed25519 key');
  return Buffer.from(x, 'base64url').toString('hex');
}

export function readPrivateKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`);
  return key;
}

/** Writes a new private key where none is yet, for its owner only. */
export function makeKey(file: string): string {
  if (existsSync(file)) throw new Error(`${file} is there already; a key is never overwritten`);
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  chmodSync(file, 0o600);
  return publicKeyOf(privateKey);
}

export function signBytes(bytes: Uint8Array, key: KeyObject): Buffer {
  return sign(null, bytes, key);
}

export interface KeyWishes {
  /** Public keys that may sign releases from now on, besides those that may already. */
  add: string[];
  /** Public keys that never count again. */
  revoke: string[];
  /** Release numbers begin anew: only after a theft. */
  newGeneration: boolean;
  /** Milliseconds since 1970. */
  now: number;
  /** How long the list counts, and how long a key that is added does. */
  days: number;
  keyDays: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** The next list of release keys after `last`. Keys past their time leave the list; revoked ones stay named. */
export function nextKeyList(last: KeyList | null, wishes: KeyWishes): KeyList {
  const { now } = wishes;
  const revoked = [...new Set([...(last?.revoked ?? []), ...wishes.revoke])].sort();
  const added = wishes.add.map((key): ReleaseKey => ({ key, from: asInstant(now - DAY), until: asInstant(now + wishes.keyDays * DAY) }));
  const kept = (last?.keys ?? []).filter(({ key, until }) => !wishes.add.includes(key) && until > asInstant(now));
  return {
    kind: 'colofon-keys',
    format: 1,
    number: (last?.number ?? 0) + 1,
    generation: last === null ? 1 : last.generation + (wishes.newGeneration ? 1 : 0),
    published: asInstant(now),
    expires: asInstant(now + wishes.days * DAY),
    keys: [...kept, ...added].filter(({ key }) => !revoked.includes(key)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    revoked,
  };
}

/** `keys.json` and `keys.sig`. Refuses a list that the extension would refuse. */
export function writeKeyList(tree: string, list: KeyList, root: KeyObject): void {
  const text = canonical(list);
  const parsed = parseKeyList(text);
  if (!parsed.ok) throw new Error(`the extension would refuse this list: ${parsed.why}`);
  mkdirSync(tree, { recursive: true });
  writeFileSync(join(tree, 'keys.json'), text);
  writeFileSync(join(tree, 'keys.sig'), signBytes(Buffer.from(text), root));
}

export function readKeyList(tree: string): KeyList | null {
  const file = join(tree, 'keys.json');
  if (!existsSync(file)) return null;
  const parsed = parseKeyList(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.why}`);
  return parsed.value;
}
