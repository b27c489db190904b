import { describe, expect, it } from 'vitest';
import type { PlaceKind } from '../../../../lib/core/observation';
import { type DateClue, reconcileDates } from '../../../../lib/core/read/reconcile';

const NOW = new Date('2026-11-23T12:00:00Z');

function clue(
  day: string,
  weight: number,
  kind: PlaceKind = 'json-ld',
  more: Partial<DateClue> & { time?: string; offset?: string } = {},
): DateClue {
  const { time, offset, ...rest } = more;
  return {
    field: 'published',
    weight,
    evidence: { value: day, day, from: { kind, name: kind }, ...(time ? { time } : {}), ...(offset ? { offset } : {}) },
    ...rest,
  };
}

const published = (...clues: DateClue[]) => reconcileDates(clues, NOW, false).published;

describe('choosing the day of publication', () => {
  it('takes the best evidence, lists what agrees and what does not', () => {
    const result = published(clue('2021-05-03', 100), clue('2021-05-03', 95, 'meta'), clue('2021-05-06', 78, 'text'));
    expect(result).toMatchObject({ day: '2021-05-03', from: { kind: 'json-ld' }, alsoIn: [{ kind: 'meta' }] });
    expect(result?.rivals.map((rival) => rival.day)).toEqual(['2021-05-06']);
  });
  it('lets kinds of place that agree outweigh a lone better one', () => {
    expect(published(clue('2021-05-03', 95), clue('2021-05-04', 92, 'meta'), clue('2021-05-04', 80, 'text'))?.day).toBe('2021-05-04');
  });
  it('says nothing where evidence is weak', () => {
    expect(published(clue('2021-05-03', 50, 'text'))).toBeNull();
  });
  it('refuses days after tomorrow', () => {
    expect(published(clue('2026-11-24', 100))?.day).toBe('2026-11-24');
    expect(published(clue('2026-11-25', 100))).toBeNull();
  });
  it('does not call the day of the last change a rival', () => {
    const result = reconcileDates(
      [clue('2021-05-03', 100), clue('2021-05-06', 78, 'text'), clue('2021-05-06', 90, 'meta', { field: 'modified' })],
      NOW,
      false,
    );
    expect(result.published?.rivals).toEqual([]);
    expect(result.modified?.day).toBe('2021-05-06');
  });
  it('drops a change before publication', () => {
    expect(
      reconcileDates([clue('2021-05-03', 100), clue('2021-05-01', 100, 'json-ld', { field: 'modified' })], NOW, false).modified,
    ).toBeNull();
  });
  it('never makes a publication of a page that only says when it changed', () => {
    const result = reconcileDates([clue('2021-05-03', 100, 'text', { field: 'modified' })], NOW, false);
    expect(result.published).toBeNull();
    expect(result.modified?.day).toBe('2021-05-03');
  });
});

describe('an instant in UTC', () => {
  it('goes on the calendar that the headline shows', () => {
    const result = published(
      clue('2021-05-03', 100, 'json-ld', { time: '23:30', offset: 'Z' }),
      clue('2021-05-04', 78, 'text', { near: true }),
    );
    expect(result).toMatchObject({ day: '2021-05-04', rivals: [] });
    expect(result?.time).toBeUndefined();
  });
  it('stays where it is when the headline shows its day', () => {
    const clues = [clue('2021-05-03', 100, 'json-ld', { time: '23:30', offset: 'Z' }), clue('2021-05-03', 78, 'text', { near: true })];
    expect(reconcileDates(clues, NOW, true).published?.day).toBe('2021-05-03');
  });
  it('is put on Central European Time, summer and winter, for sites that keep it', () => {
    const at = (day: string, time: string) => reconcileDates([clue(day, 100, 'json-ld', { time, offset: 'Z' })], NOW, true).published?.day;
    expect(at('2021-07-03', '22:00')).toBe('2021-07-04');
    expect(at('2021-01-03', '22:59')).toBe('2021-01-03');
    expect(at('2021-01-03', '23:00')).toBe('2021-01-04');
    expect(at('2021-03-28', '22:30')).toBe('2021-03-29');
  });
  it('is not moved to a day no time zone can have', () => {
    expect(
      published(clue('2021-05-03', 100, 'json-ld', { time: '08:00', offset: 'Z' }), clue('2021-05-04', 78, 'text', { near: true }))?.day,
    ).toBe('2021-05-03');
  });
});

describe('03/05/2021', () => {
  it('counts for nothing alone', () => {
    expect(published(clue('2021-05-03', 78, 'text', { or: '2021-03-05' }))).toBeNull();
  });
  it('follows another place that settles it', () => {
    expect(published(clue('2021-05-03', 78, 'text', { or: '2021-03-05' }), clue('2021-03-05', 95, 'meta'))).toMatchObject({
      day: '2021-03-05',
      alsoIn: [{ kind: 'text' }],
    });
  });
});

it('loses a publication date that repeats the day of the last change to an earlier, stronger one', () => {
  const clues = [
    clue('2017-04-12', 95, 'meta'),
    clue('2020-02-19', 92, 'microdata'),
    clue('2020-02-19', 78, 'text'),
    clue('2020-02-19', 92, 'meta', { field: 'modified' }),
  ];
  expect(reconcileDates(clues, NOW, false).published?.day).toBe('2017-04-12');
});
