import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../../lib/platforms/all';
import { EVIDENCE } from '../../../../lib/platforms/evidence';
import { PLATFORMS_DOC, platformsDoc } from '../../../../tools/platforms/doc';

describe('the document about platforms', () => {
  it('is up to date: else run npx tsx tools/platforms/doc.ts', () => {
    expect(readFileSync(PLATFORMS_DOC, 'utf8')).toBe(platformsDoc());
  });

  it('says of every platform what is read, on what evidence, when it was last checked and what is missing', () => {
    const doc = platformsDoc();
    for (const { id, checked, version } of ADAPTERS) {
      const { name, reads, evidence, gaps } = EVIDENCE[id];
      expect(doc).toContain(`| ${name} |`);
      expect(doc).toContain(`| ${checked} | ${version} |`);
      for (const said of [...reads, ...gaps, evidence]) expect(doc).toContain(said);
      expect(reads.length).toBeGreaterThan(0);
      expect(gaps.length).toBeGreaterThan(0);
    }
  });

  it('rests on prose that no script of a page carries along', () => {
    const lib = path.resolve(import.meta.dirname, '../../../../lib');
    const files = ['page', 'platforms'].flatMap((folder) =>
      readdirSync(path.join(lib, folder)).map((name) => path.join(lib, folder, name)),
    );
    const users = files.filter((file) => /from '(?:\.\/|\.\.\/platforms\/)evidence'/.test(readFileSync(file, 'utf8')));
    expect(users).toEqual([]);
  });
});
