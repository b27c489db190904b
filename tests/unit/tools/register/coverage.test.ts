import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../tools/register/compile';
import { COVERAGE_END, COVERAGE_START, coverage, withCoverage } from '../../../../tools/register/coverage';
import { readRegistry } from '../../../../tools/register/files';
import { smallRegistry } from './folder';

const PROJECT = join(import.meta.dirname, '../../../..');

describe('the counts in docs/REGISTER.md', () => {
  it('are those of the register (run: npm run register -- coverage)', () => {
    const document = readFileSync(join(PROJECT, 'docs/REGISTER.md'), 'utf8');
    const text = coverage(compile(readRegistry(join(PROJECT, 'registry'), 'core')));
    expect(document).toBe(withCoverage(document, text));
  });
});

describe('coverage', () => {
  it('counts outlets by country and leaves history out of what holds', () => {
    const text = coverage(compile(smallRegistry()));
    expect(text).toContain('3 entities, 2 claims (0 of them history), 2 sources');
    expect(text).toContain('| NL | 1 | 1 | 1 | 0 | 0 | 0 |');
    expect(text).toContain('| owned-by | 2 |');
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
