import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RegisterIndex } from '../../../lib/core/register';
import type { Manifest } from '../../../lib/core/update/manifest';
import { buildParts, writeCompiled } from '../../../tools/register/build';
import { generate } from '../../../tools/register/generate';
import { nextKeyList, writeKeyList } from '../../../tools/register/keys';
import { readManifest, signRelease, writeManifest } from '../../../tools/register/sign';
import { type KeyPair, newKey } from '../../unit/app/tree';

/** An invented register, compiled into a folder as `register build` does. */
export interface CompiledRegister {
  folder: string;
  index: RegisterIndex;
  /** Of all files together, packed. */
  bytes: number;
  /** Registrable domains in it, evenly spread. */
  sample: (count: number) => string[];
}

export function compileInto(folder: string, domains: number, changed: number): CompiledRegister {
  const compiled = generate({ domains, seed: 1, changed });
  const hosts = [...compiled.hosts.keys()];
  const built = buildParts(compiled);
  const { index } = built;
  writeCompiled(folder, built);
  return {
    folder,
    index,
    bytes: readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0),
    sample: (count) => Array.from({ length: count }, (_, at) => hosts[Math.floor(((at + 0.5) / count) * hosts.length)] ?? ''),
  };
}

/** A tree with one root and one release key, in which each call signs the next release. */
export interface ReleaseTree {
  folder: string;
  root: KeyPair;
  publish: (register: CompiledRegister, version: string) => Manifest;
  /** The last release again under the next number, without the way to it from earlier ones. */
  withoutChanges: () => Manifest;
}

export function newTree(folder: string): ReleaseTree {
  const [root, release] = [newKey(), newKey()];
  const now = Date.now();
  mkdirSync(folder, { recursive: true });
  const wishes = { add: [release.public], revoke: [], newGeneration: false, now: now - 1000, days: 30, keyDays: 30 };
  writeKeyList(folder, nextKeyList(null, wishes), root.key);
  return {
    folder,
    root,
    publish: ({ folder: compiled, index }, version) => {
      writeFileSync(path.join(compiled, 'index.json'), `${JSON.stringify({ ...index, version })}\n`);
      const none = { withdraw: [], restore: [], adaptersOff: [], adaptersOn: [], changesFrom: [] };
      return signRelease(compiled, folder, release.key, { ...none, now: Date.now(), days: 20, dryRun: false }).manifest;
    },
    withoutChanges: () => {
      const last = readManifest(folder);
      if (last === null) throw new Error('nothing was released');
      const manifest = { ...last, release: last.release + 1, changes: [] };
      writeManifest(folder, manifest, release.key);
      return manifest;
    },
  };
}

/** As a content network would send it. */
export function packedSize(file: string): number {
  return gzipSync(readFileSync(file)).length;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
