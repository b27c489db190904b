import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WrongUse } from '../../../../tools/register/command';
import { makeKey, nextKeyList, readKeyList } from '../../../../tools/register/keys';
import { keysCommand, type ReleaseValues, signCommand } from '../../../../tools/register/release';
import { readManifest } from '../../../../tools/register/sign';
import { compiledFolder, DAY, NOW } from '../../app/tree';

const OWNERS = { 'polderpost.example': 'Waterland', 'rijnbode.example': 'Delta' };

let folder: string;
let tree: string;
let compiled: string;
let root: string;
let release: { file: string; public: string };
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colofon-release-'));
  tree = join(folder, 'tree');
  compiled = compiledFolder(OWNERS, '2026.11.23', 2);
  root = join(folder, 'root.pem');
  makeKey(root);
  const file = join(folder, 'release.pem');
  release = { file, public: makeKey(file) };
  said = [];
  const say = (line: unknown): void => {
    said.push(String(line));
  };
  vi.spyOn(console, 'log').mockImplementation(say);
  vi.spyOn(console, 'error').mockImplementation(say);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
  rmSync(compiled, { recursive: true });
});

const list = (values: ReleaseValues = { add: [release.public] }): number => keysCommand('list', { tree, key: root, ...values }, NOW);
const sign = (values: ReleaseValues = {}): number => signCommand(compiled, { tree, key: release.file, ...values }, NOW);

describe('keys', () => {
  it('are made once, for their owner only', () => {
    expect(statSync(root).mode & 0o777).toBe(0o600);
    expect(() => makeKey(root)).toThrow('never overwritten');
  });

  it('are listed under a number that goes up, and leave the list when they are revoked', () => {
    list();
    list({ revoke: [release.public] });
    expect(readKeyList(tree)).toMatchObject({ number: 2, generation: 1, keys: [], revoked: [release.public] });
  });

  it('stay revoked for good, whoever adds them again', () => {
    list();
    list({ revoke: [release.public] });
    list({ add: [release.public] });
    expect(readKeyList(tree)?.keys).toEqual([]);
  });

  it('leave the list after their time', () => {
    const wishes = { revoke: [], newGeneration: false, days: 90, keyDays: 10 };
    const first = nextKeyList(null, { ...wishes, add: [release.public], now: NOW });
    expect(nextKeyList(first, { ...wishes, add: [], now: NOW + 11 * DAY }).keys).toEqual([]);
  });
});

describe('a release', () => {
  it('has a number that goes up, and what was withdrawn or switched off stays so until it is taken back', () => {
    list();
    sign({ withdraw: ['a/owned-by/b'], 'adapter-off': ['plein@3', 'plein@2'] });
    sign({ withdraw: ['c/owned-by/d'], 'adapter-off': ['markt@1'] });
    expect(readManifest(tree)).toMatchObject({
      release: 2,
      withdrawn: ['a/owned-by/b', 'c/owned-by/d'],
      adaptersOff: [
        { adapter: 'markt', versions: [1] },
        { adapter: 'plein', versions: [2, 3] },
      ],
    });
    sign({ restore: ['a/owned-by/b'], 'adapter-on': ['plein'] });
    expect(readManifest(tree)).toMatchObject({ withdrawn: ['c/owned-by/d'], adaptersOff: [{ adapter: 'markt', versions: [1] }] });
  });

  it('takes along where the layers come from', () => {
    writeFileSync(join(compiled, 'NOTICE.txt'), 'ODC-By');
    list();
    sign();
    expect(readFileSync(join(tree, 'NOTICE.txt'), 'utf8')).toBe('ODC-By');
  });

  it('of the same register adds no file', () => {
    list();
    sign();
    const files = readdirSync(join(tree, 'files')).sort();
    sign({ withdraw: ['a/owned-by/b'] });
    expect(readdirSync(join(tree, 'files')).sort()).toEqual(files);
  });

  it('that is tried out writes nothing', () => {
    list();
    expect(sign({ 'dry-run': true })).toBe(0);
    expect(readManifest(tree)).toBeNull();
    expect(readdirSync(tree).sort()).toEqual(['keys.json', 'keys.sig']);
  });

  it('has changes from the package that is in the stores', () => {
    list();
    const packaged = compiledFolder({ ...OWNERS, 'rijnbode.example': 'Kust' }, '2026.10.01', 2);
    sign({ 'changes-from': [packaged] });
    rmSync(packaged, { recursive: true });
    expect(readManifest(tree)?.changes).toHaveLength(1);
  });

  it('is refused with one line when the key is not listed, or nothing is', () => {
    expect(sign()).toBe(1);
    expect(said.at(-1)).toContain('keys.json');
    list();
    const other = join(folder, 'other.pem');
    makeKey(other);
    expect(sign({ key: other })).toBe(1);
    expect(said.at(-1)).toBe('register: keys.json does not name this release key');
  });

  it.each<[string, ReleaseValues]>([
    ['an adapter without a version', { 'adapter-off': ['plein'] }],
    ['no number of days', { days: 'lang' }],
    ['more days than the extension takes', { days: '500' }],
  ])('is wrong use with %s', (_, values) => {
    list();
    expect(() => sign(values)).toThrow(WrongUse);
  });
});
