import { beforeAll, describe, expect, it } from 'vitest';
import { isDerived } from '../fuzz/derived';
import { fuzz, NO_REAL_PAGES, type Report } from '../fuzz/fuzz';

/** The nightly run reads a hundred thousand, from another seed each day: `npx tsx tests/fuzz/run.ts`. */
const COUNT = 2_000;

let report: Report;
beforeAll(async () => {
  report = await fuzz({ count: COUNT, seed: 1, largest: 25_000, most: 48, longest: 60_000 });
  if (report.pages.real === 0) console.warn(NO_REAL_PAGES);
}, 240_000);

describe(`${COUNT} mutated pages, read in Chromium`, () => {
  it('never make the reader throw or hang, change with the second reading, change the page, or give what is unbounded or not on the page', () => {
    expect(report.findings.map(({ page, seed, problem }) => `${page}, seed ${seed}: ${problem}`)).toEqual([]);
    expect(report.read).toBe(COUNT);
  });
  it('are pages of which much can still be read', () => {
    expect(report.dates / report.read).toBeGreaterThan(0.4);
    expect(report.unreadable / report.read).toBeLessThan(0.1);
  });
});

describe('the check that a day follows from what is written', () => {
  it.each([
    ['2024-05-12', '12 mei 2024'],
    ['2024-05-12', '2024-05-12T14:02:00+02:00'],
    ['2024-05-13', '2024-05-12T22:30:00Z'],
    ['2024-05-12', '1715515320'],
    ['2024-05-12', '20240512140200'],
  ])('accepts %s for "%s"', (day, value) => {
    expect(isDerived({ day, value })).toBe(true);
  });
  it.each([
    ['2024-05-12', '13 mei 2024'],
    ['2024-05-12', 'mei 2024'],
    ['2024-05-12', '12 mei 2023'],
    ['2024-05-12', '1615515320'],
  ])('refuses %s for "%s"', (day, value) => {
    expect(isDerived({ day, value })).toBe(false);
  });
});
