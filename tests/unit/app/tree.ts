import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { partOf } from '../../../lib/core/parts';
import type { RegisterIndex, RegisterPart } from '../../../lib/core/register';
import type { KeyList } from '../../../lib/core/update/keys';
import { type KeyWishes, nextKeyList, publicKeyOf, readKeyList, writeKeyList } from '../../../tools/register/keys';
import { type Signed, type SignWishes, signRelease } from '../../../tools/register/sign';

/** A quarter past ten on the day of the tests. */
export const NOW = Date.parse('2026-11-23T10:15:00Z');
export const DAY = 24 * 60 * 60 * 1000;

export interface KeyPair {
  key: KeyObject;
  public: string;
}

export function newKey(): KeyPair {
  const key = generateKeyPairSync('ed25519').privateKey;
  return { key, public: publicKeyOf(key) };
}

/** A publisher with an invented register, and a tree on disk that it signs releases into. */
export interface Publisher {
  tree: string;
  root: KeyPair;
  release: KeyPair;
  /** Signs a release of a register in which these outlets have these owners. */
  publish: (owners: Record<string, string>, wishes?: Partial<SignWishes> & { version?: string; key?: KeyPair; parts?: number }) => Signed;
  keys: (wishes: Partial<KeyWishes>, root?: KeyPair) => KeyList;
  /** Every file of the tree as it is now. */
  files: () => Map<string, Uint8Array<ArrayBuffer>>;
  dispose: () => void;
}

export function newPublisher(root: KeyPair = newKey()): Publisher {
  const tree = mkdtempSync(join(tmpdir(), 'colofon-tree-'));
  const release = newKey();
  const keys = (wishes: Partial<KeyWishes>, by: KeyPair = root): KeyList => {
    const all = { add: [], revoke: [], newGeneration: false, now: NOW - DAY, days: 365, keyDays: 365, ...wishes };
    const list = nextKeyList(readKeyList(tree), all);
    writeKeyList(tree, list, by.key);
    return list;
  };
  keys({ add: [release.public] });
  return {
    tree,
    root,
    release,
    keys,
    publish: (owners, { version = '2026.11.23', key = release, parts = 4, ...wishes } = {}) => {
      const compiled = compiledFolder(owners, version, parts);
      try {
        return signRelease(compiled, tree, key.key, { ...NO_WISHES, ...wishes });
      } finally {
        rmSync(compiled, { recursive: true });
      }
    },
    files: () =>
      new Map(
        readdirSync(tree, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => {
            const path = join(entry.parentPath, entry.name);
            return [path.slice(tree.length + 1), new Uint8Array(readFileSync(path))];
          }),
      ),
    dispose: () => rmSync(tree, { recursive: true, force: true }),
  };
}

const NO_WISHES: SignWishes = {
  withdraw: [],
  restore: [],
  adaptersOff: [],
  adaptersOn: [],
  changesFrom: [],
  now: NOW,
  days: 30,
  dryRun: false,
};

/** A compiled register on disk, as `register build` writes one. */
export function compiledFolder(owners: Record<string, string>, version: string, count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'colofon-compiled-'));
  const parts = Array.from({ length: count }, (_, number) => {
    const bytes = gzipSync(
      JSON.stringify(
        partWith(
          Object.entries(owners).filter(([domain]) => partOf(domain, count) === number),
          version,
        ),
      ),
    );
    const file = `${String(number).padStart(3, '0')}.json.gz`;
    writeFileSync(join(folder, file), bytes);
    return { file, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  });
  const outlets = Object.keys(owners).length;
  const index: RegisterIndex = {
    format: 1,
    version,
    built: '2026-11-23',
    parts,
    counts: { outlets, entities: 2 * outlets, claims: outlets, sources: 1, hosts: outlets },
  };
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  writeFileSync(join(folder, 'news-hosts.json'), JSON.stringify(Object.keys(owners).sort()));
  return folder;
}

function partWith(owners: [domain: string, owner: string][], version: string): RegisterPart {
  const entities = owners.flatMap(([domain, owner]) => [
    { id: idOf(domain), kind: 'outlet' as const, names: [{ name: domain }], country: 'NL', ids: {} },
    { id: idOf(owner), kind: 'organisation' as const, names: [{ name: owner }], country: 'NL', ids: {} },
  ]);
  return {
    format: 1,
    version,
    built: '2026-11-23',
    hosts: Object.fromEntries(
      owners.map(([domain]) => [domain, [{ host: domain, match: 'subtree', target: { entity: idOf(domain) }, sources: ['jaarverslag'] }]]),
    ),
    entities: Object.fromEntries(entities.map((entity) => [entity.id, entity])),
    claims: owners.map(([domain, owner]) => ({
      id: `${idOf(domain)}/owned-by/${idOf(owner)}`,
      subject: idOf(domain),
      predicate: 'owned-by',
      object: { entity: idOf(owner) },
      asOf: '2026-05',
      checked: '2026-11-23',
      reviewBy: '2027-11-23',
      status: 'sourced',
      sources: ['jaarverslag'],
    })),
    sources: {
      jaarverslag: {
        id: 'jaarverslag',
        url: 'https://www.uitgeverij.example/jaarverslag',
        title: 'Jaarverslag',
        publisher: 'Uitgeverij',
        kind: 'self',
        retrieved: '2026-11-20',
        licence: 'facts',
      },
    },
  };
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
