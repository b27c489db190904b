import { describe, expect, it } from 'vitest';
import { datesInText, parseMachineDate, toDay } from '../../../../lib/core/read/parse-date';

const day = (raw: string, order: 'dmy' | 'mdy' | 'unknown' = 'unknown') => parseMachineDate(raw, order)?.day ?? null;

describe('a date for machines', () => {
  it('keeps the time and the offset the publisher gives', () => {
    expect(parseMachineDate('2021-05-03T14:02:59+02:00', 'unknown')).toEqual({ day: '2021-05-03', time: '14:02', offset: '+02:00' });
    expect(parseMachineDate('2021-05-03T12:02:00.000Z', 'unknown')).toEqual({ day: '2021-05-03', time: '12:02', offset: 'Z' });
    expect(parseMachineDate('2021-05-03 14:02:59.000000-0400', 'unknown')).toEqual({ day: '2021-05-03', time: '14:02', offset: '-04:00' });
  });
  it('never invents an offset', () => {
    expect(parseMachineDate('2021-05-03T14:02:59', 'unknown')).toEqual({ day: '2021-05-03', time: '14:02' });
  });
  it('takes midnight on the second for a date without a time', () => {
    expect(parseMachineDate('2021-05-03T00:00:00+00:00', 'unknown')).toEqual({ day: '2021-05-03' });
  });
  it('reads a misspelled offset as far as it is one', () => {
    expect(parseMachineDate('2020-09-26T12:07:40+02:00CET', 'unknown')).toEqual({ day: '2020-09-26', time: '12:07', offset: '+02:00' });
  });
  it.each([
    ['20210503', '2021-05-03'],
    ['20210503T140259Z', '2021-05-03'],
    ['2021-5-3', '2021-05-03'],
    ['1620050579', '2021-05-03'],
    ['1620050579000', '2021-05-03'],
    ['Mon, 03 May 2021 14:02:59 +0200', '2021-05-03'],
    ['Mon May 03 2021 14:02:59 GMT+0200', '2021-05-03'],
    ['3 mei 2021', '2021-05-03'],
    ['2021/05/03', '2021-05-03'],
  ])('reads %s', (raw, expected) => expect(day(raw)).toBe(expected));
  it.each(['', 'true', '2021', '2021-05', 'May 2021', '99999-01-01', '2021-13-01', '2021-02-30', '1850-01-01', '14:02', 'today'])(
    'reads no day in "%s"',
    (raw) => expect(day(raw)).toBeNull(),
  );
});

describe('dates in running text', () => {
  it.each([
    ['maandag 3 mei 2021, 14:02', '2021-05-03'],
    ['Montag, 3. Mai 2021', '2021-05-03'],
    ['3. März 2021', '2021-03-03'],
    ['le 1er août 2021', '2021-08-01'],
    ['May 3rd, 2021', '2021-05-03'],
    ['Sept. 3, 2021', '2021-09-03'],
    ['3 de mayo de 2021', '2021-05-03'],
    ['2021年5月3日', '2021-05-03'],
    ['03.05.2021', '2021-05-03'],
    ['3.5.21', '2021-05-03'],
    ['31/05/2021', '2021-05-31'],
  ])('finds the day in "%s"', (text, expected) => expect(datesInText(text, 'unknown').map((d) => d.day)).toEqual([expected]));
  it('keeps both readings of 03/05/2021 where the order is unknown', () => {
    expect(datesInText('03/05/2021', 'unknown')[0]).toMatchObject({ day: '2021-05-03', or: '2021-03-05' });
    expect(datesInText('03/05/2021', 'mdy')[0]).toMatchObject({ day: '2021-03-05' });
    expect(datesInText('03/05/2021', 'dmy')[0]?.or).toBeUndefined();
  });
  it('takes along the time behind a date', () => {
    expect(datesInText('3 mei 2021 om 14.02', 'dmy')[0]).toMatchObject({ time: '14:02' });
    expect(datesInText('May 3, 2021 at 2:02 PM', 'mdy')[0]).toMatchObject({ time: '14:02' });
    expect(datesInText('3. Mai 2021, 14 Uhr', 'dmy')[0]).toMatchObject({ time: '14:00' });
  });
  it.each(['14.–20. Januar 2022', 'kamer 12 maak 2021', 'versie 1.2.2021.4', 'mei 2021', '192.168.10.12'])('finds no day in "%s"', (text) =>
    expect(datesInText(text, 'dmy')).toEqual([]),
  );
  it('stops at the limit', () => {
    expect(datesInText('3 mei 2021 '.repeat(500), 'dmy', 7)).toHaveLength(7);
  });
});

it('knows no 30 February and no year 99999', () => {
  expect(toDay(2020, 2, 29)).toBe('2020-02-29');
  expect(toDay(2021, 2, 29)).toBeNull();
  expect(toDay(99_999, 1, 1)).toBeNull();
});
