import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COVERAGE_END, COVERAGE_START, coverage, withCoverage } from '../../../../tools/register/coverage';
import { readRegistry } from '../../../../tools/register/files';
import { edited, smallRegistry } from './folder';

const PROJECT = join(import.meta.dirname, '../../../..');

describe('the counts in docs/REGISTER.md', () => {
  it('are those of the register (run: npm run register -- coverage)', () => {
    const document = readFileSync(join(PROJECT, 'docs/REGISTER.md'), 'utf8');
    const text = coverage(readRegistry(join(PROJECT, 'registry'), 'core'));
    expect(document).toBe(withCoverage(document, text));
  });
});

describe('coverage', () => {
  it('counts outlets by country and leaves history out of what holds', () => {
    const text = coverage(smallRegistry());
    expect(text).toContain('3 entities, 2 claims (0 of them history), 2 sources');
    expect(text).toContain('| NL | 1 | 1 | 1 | 1 | 0 | 0 | 0 |');
    expect(text).toContain('| owned-by | 2 |');
  });

  it('counts a chain as known only when every branch has an end', () => {
    const open = edited('entities/nl/uitgever.yaml', 'claims:\n  - owned-by: familie\n    sources: [jaarverslag]\n', '');
    const text = coverage(smallRegistry({ ...open, 'entities/intl/familie.yaml': null }));
    expect(text).toContain('| NL | 1 | 1 | 1 | 0 | 0 | 0 | 0 |');
  });

  it('counts each account once, by platform', () => {
    expect(coverage(smallRegistry())).toContain('0 accounts on platforms, of 0 outlets.');
    const proof = '    proof: [{kind: site-names-it, source: colofon}]\n';
    const accounts = `accounts:\n  - platform: x\n    handles: [krant, dekrant]\n${proof}  - platform: youtube\n    handles: [krant]\n${proof}claims:\n`;
    const text = coverage(smallRegistry(edited('entities/nl/krant.yaml', 'claims:\n', accounts)));
    expect(text).toContain('2 accounts on platforms, of 1 outlets:');
    expect(text).toContain('| X | 1 |\n| YouTube | 1 |');
  });

  it('counts outlets by what a source calls them', () => {
    expect(coverage(smallRegistry())).toContain('| no source says | 1 |');
    const called = edited('entities/nl/krant.yaml', 'claims:\n', 'claims:\n  - has-form: regional-newspaper\n    sources: [colofon]\n');
    expect(coverage(smallRegistry(called))).toContain('| regional-newspaper | 1 |');
  });

  it('has a line for every country, the nearest first, and one for outlets whose country no source names', () => {
    const outlet = (id: string, country?: string): string =>
      `id: ${id}\nkind: outlet\nnames: [Blad]\n${country === undefined ? '' : `country: ${country}\n`}checked: 2026-11-23\n` +
      'claims:\n  - owned-by: uitgever\n    sources: [jaarverslag]\n';
    const text = coverage(
      smallRegistry({
        'entities/de/blatt.yaml': outlet('blatt', 'DE'),
        'entities/de/zeitung.yaml': outlet('zeitung', 'DE'),
        'entities/be/blad.yaml': outlet('blad', 'BE'),
        'entities/at/anzeiger.yaml': outlet('anzeiger', 'AT'),
        'entities/intl/wereldblad.yaml': outlet('wereldblad'),
      }),
    );
    const lines = text.split('\n').filter((line) => /^\| ([A-Z]{2}|none named) \|/.test(line));
    expect(lines.map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      '| NL 1',
      '| BE 1',
      '| DE 2',
      '| AT 1',
      '| none named 1',
    ]);
  });
});

describe('withCoverage', () => {
  it('replaces only what stands between the markers', () => {
    expect(withCoverage(`voor\n${COVERAGE_START}\noud\n${COVERAGE_END}\nna`, 'nieuw')).toBe(
      `voor\n${COVERAGE_START}\n\nnieuw\n\n${COVERAGE_END}\nna`,
    );
  });

  it('says when a document has no markers', () => {
    expect(withCoverage('zonder', 'x')).toBeNull();
  });
});
