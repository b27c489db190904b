import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WrongUse } from '../../../../tools/register/command';
import { diffCommand } from '../../../../tools/register/diff-command';
import { type Edition, readEdition } from '../../../../tools/register/edition';
import { compiledFolder, newPublisher } from '../../app/tree';
import { SMALL } from './folder';

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'edition-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

function compiled(owners: Record<string, string>): string {
  const root = compiledFolder(owners, '2026.11.23', 2);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

function read(path: string): Edition {
  const edition = readEdition(path);
  if (!edition.ok) throw new Error(edition.why.join('\n'));
  return edition.value;
}

const OWNERS = { 'polderpost.example': 'Waterland', 'rijnbode.example': 'Delta' };
const CLAIMS = ['polderpost-example/owned-by/waterland', 'rijnbode-example/owned-by/delta'];
const ids = (edition: Edition): string[] => edition.claims.map(({ id }) => id).sort();

describe('readEdition', () => {
  it('reads a folder of YAML', () => {
    const edition = read(folder(SMALL));
    expect(ids(edition)).toEqual(['krant/owned-by/uitgever', 'uitgever/owned-by/familie']);
    expect(edition).toMatchObject({ version: '2026.11.23', built: '2026-11-23', hosts: [{ host: 'krant.nl' }] });
  });

  it('reads a compiled folder, and one part of it', () => {
    const root = compiled(OWNERS);
    expect(ids(read(root))).toEqual(CLAIMS);
    expect(Object.keys(read(root).entities)).toHaveLength(4);
    const parts = ['000.json.gz', '001.json.gz'].flatMap((file) => ids(read(join(root, file))));
    expect(parts.sort()).toEqual(CLAIMS);
  });

  it('reads the newest release of a tree, with what it withdraws, and one of its files', () => {
    const publisher = newPublisher();
    onTestFinished(publisher.dispose);
    publisher.publish(OWNERS);
    const [withdrawn = ''] = CLAIMS;
    const { manifest } = publisher.publish(OWNERS, { withdraw: [withdrawn], version: '2026.11.24' });
    const edition = read(publisher.tree);
    expect(ids(edition)).toEqual(CLAIMS);
    expect(edition.version).toBe('2026.11.24');
    expect(edition.claims.filter(({ status }) => status === 'withdrawn').map(({ id }) => id)).toEqual([withdrawn]);
    const parts = manifest.parts.flatMap(({ sha256 }) => ids(read(join(publisher.tree, 'files', `${sha256}.bin`))));
    expect(parts.sort()).toEqual(CLAIMS);
  });

  it.each<[string, () => string, RegExp]>([
    ['a path that is not there', () => join(folder({}), 'nowhere'), /is not there/],
    ['a folder that is no register', () => folder({ 'notes.txt': 'x' }), /is no register/],
    ['a file that is no part', () => join(folder({ 'a.json': '{"format": 2}' }), 'a.json'), /no part|format/],
    ['a file that is no JSON', () => join(folder({ 'a.json': 'x' }), 'a.json'), /no JSON/],
    [
      'a compiled folder of which a part is missing',
      () => folder({ 'index.json': '{"parts": [{"file": "000.json.gz"}]}' }),
      /000.json.gz: is not there/,
    ],
    ['YAML that cannot be read', () => folder({ ...SMALL, 'sources/colofon.yaml': 'id: [' }), /sources\/colofon.yaml:1: /],
  ])('refuses %s', (_, path, why) => {
    const edition = readEdition(path());
    expect(edition.ok ? '' : edition.why.join('\n')).toMatch(why);
  });
});

describe('diff', () => {
  it('compares registers of different forms', () => {
    const out: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => {
      write.mockRestore();
      said.mockRestore();
    });
    const publisher = newPublisher();
    onTestFinished(publisher.dispose);
    publisher.publish({ ...OWNERS, 'rijnbode.example': 'Terp' });
    expect(diffCommand(compiled(OWNERS), publisher.tree, { lang: 'en' })).toBe(0);
    expect(out.join('')).toContain(
      '## rijnbode.example\n\n- **Removed:** Delta owns rijnbode.example.\n- **Added:** Terp owns rijnbode.example.',
    );
  });

  it('says what is wrong with either, and prints no log', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    onTestFinished(() => {
      said.mockRestore();
      write.mockRestore();
    });
    expect(diffCommand('/nowhere', folder(SMALL), {})).toBe(1);
    expect(said).toHaveBeenCalledWith('register: /nowhere is not there');
    expect(write).not.toHaveBeenCalled();
  });

  it('speaks Dutch and English only', () => {
    expect(() => diffCommand('a', 'b', { lang: 'de' })).toThrow(WrongUse);
  });
});
