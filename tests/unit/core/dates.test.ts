import { describe, expect, it } from 'vitest';
import { ageOf, compareRough, isDay, isRoughDate, localDay, yearOf } from '../../../lib/core/dates';

describe('ageOf', () => {
  it.each([
    ['2026-11-23', 'day', 0],
    ['2026-11-22', 'day', 1],
    ['2026-11-10', 'day', 13],
    ['2026-11-09', 'week', 2],
    ['2026-10-23', 'week', 4],
    ['2026-09-24', 'week', 8],
    ['2026-09-23', 'month', 2],
    ['2025-11-24', 'month', 11],
    ['2025-11-23', 'year', 1],
    ['2021-05-03', 'year', 5],
    ['1999-12-31', 'year', 26],
  ] as const)('counts only whole units: %s is %s %i', (day, unit, count) => {
    expect(ageOf(day, '2026-11-23')).toEqual({ unit, count });
  });

  it('gives a leap day its birthday on the first of March', () => {
    expect(ageOf('2024-02-29', '2025-02-28')).toEqual({ unit: 'month', count: 11 });
    expect(ageOf('2024-02-29', '2025-03-01')).toEqual({ unit: 'year', count: 1 });
    expect(ageOf('2024-02-29', '2028-02-29')).toEqual({ unit: 'year', count: 4 });
  });

  it('does not call two unequal months full before the day of the month has come', () => {
    expect(ageOf('2025-12-31', '2026-02-28')).toEqual({ unit: 'week', count: 8 });
    expect(ageOf('2025-12-31', '2026-03-01')).toEqual({ unit: 'month', count: 2 });
    expect(ageOf('2026-01-31', '2026-04-30')).toEqual({ unit: 'month', count: 2 });
  });

  it('steps over the night on which the clock changes', () => {
    expect(ageOf('2026-10-24', '2026-10-26')).toEqual({ unit: 'day', count: 2 });
    expect(ageOf('2026-03-28', '2026-03-30')).toEqual({ unit: 'day', count: 2 });
  });

  it('says nothing of a day in the future', () => {
    expect(ageOf('2026-11-24', '2026-11-23')).toBeNull();
    expect(ageOf('9999-01-01', '2026-11-23')).toBeNull();
  });
});

describe('rough dates', () => {
  it.each(['2021', '2021-05', '2021-05-03'])('takes %s', (date) => {
    expect(isRoughDate(date)).toBe(true);
  });

  it.each([
    '',
    '21',
    '2021-13',
    '2021-00',
    '2021-5',
    '2021-05-32',
    '99999',
    '99999-01-01',
    '-2021',
    '2021-05-03T10:00',
    ' 2021',
    2021,
    null,
  ])('refuses %j', (date) => {
    expect(isRoughDate(date)).toBe(false);
  });

  it('puts a year before the months in it, and months before their days', () => {
    const inOrder = ['2020-12-31', '2021', '2021-05', '2021-05-03', '2021-06', '2022'];
    expect([...inOrder].reverse().sort(compareRough)).toEqual(inOrder);
    expect(compareRough('2021', '2021')).toBe(0);
  });

  it('reads the year of each', () => {
    expect(['2021', '2021-05', '2021-05-03'].map(yearOf)).toEqual([2021, 2021, 2021]);
  });
});

describe('isDay', () => {
  it('wants a whole day that exists', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2025-02-29')).toBe(false);
    expect(isDay('2026-04-31')).toBe(false);
    expect(isDay('2026-04')).toBe(false);
  });
});

describe('localDay', () => {
  it('is the day on the reader’s own clock, also just before and after midnight', () => {
    expect(localDay(new Date(2026, 0, 1, 0, 0, 1))).toBe('2026-01-01');
    expect(localDay(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31');
  });
});
