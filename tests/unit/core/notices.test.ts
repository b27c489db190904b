import { describe, expect, it } from 'vitest';
import { changedItems, contradictions, isStated, missingItems, noticeDay, targetingUsed } from '../../../lib/core/notices';
import { ad } from '../support/notices';

describe('what a notice does not say', () => {
  it('is missing where the law wants it of every notice and the notice was read', () => {
    expect(missingItems(ad({ period: 'not-stated', origin: 'not-stated' }))).toEqual(['period', 'valuation', 'origin']);
  });

  it('is not missing where we did not read it, kept it out, or where the law wants it only if there is one', () => {
    const unread = ad({
      valuation: 'withheld',
      complaint: 'not-read',
      controller: 'not-stated',
      payer: 'not-stated',
      process: 'not-stated',
    });
    expect(missingItems(unread)).toEqual([]);
  });

  it('tells a stated value from the three ways of having none', () => {
    expect([['none'], 'not-stated', 'not-read', 'withheld'].map((item) => isStated(item as never))).toEqual([true, false, false, false]);
  });
});

describe('contradictions', () => {
  it('finds none in a notice in order', () => {
    expect(contradictions(ad())).toEqual([]);
  });

  it('marks dates the wrong way round, and leaves them as they are', () => {
    const reversed = ad({ period: { from: '2027-03-17', to: '2027-01-10' } });
    expect(contradictions(reversed)).toEqual(['period-reversed']);
    expect(reversed.period).toEqual({ from: '2027-03-17', to: '2027-01-10' });
  });

  it('marks an advertisement that costs more than its campaign, never across currencies', () => {
    expect(contradictions(ad({ amount: [{ value: 10_001, currency: 'EUR' }] }))).toEqual(['amount-above-campaign']);
    expect(contradictions(ad({ amount: [{ value: 10_001, currency: 'DKK' }] }))).toEqual([]);
    expect(contradictions(ad({ amount: [{ min: 9000, max: 11_000, currency: 'EUR' }] }))).toEqual([]);
  });

  it('marks two amounts for one thing', () => {
    const two = [
      { value: 100, currency: 'EUR' },
      { value: 200, currency: 'EUR' },
    ];
    expect(contradictions(ad({ amount: two }))).toEqual(['amount-contradicts']);
  });

  it('marks a notice that says no targeting and names some', () => {
    expect(contradictions(ad({ targeting: ['none', 'geographic'] }))).toEqual(['targeting-contradicts']);
  });
});

describe('targetingUsed', () => {
  it('is what the notice says', () => {
    expect(targetingUsed(['none'])).toBe('no');
    expect(targetingUsed(['geographic', { words: 'huiseigenaren' }])).toBe('yes');
    expect(targetingUsed(['none', 'contextual'])).toBe('contradictory');
  });
});

describe('changedItems', () => {
  it('names what a newer version says otherwise, whatever the order of its keys', () => {
    const newer = ad({ amount: [{ currency: 'EUR', value: 2500 }], targeting: ['contextual'], period: { to: '2027-03-17' } });
    expect(changedItems(ad(), newer)).toEqual(['period', 'targeting']);
  });

  it('does not count that a sponsor came into our list', () => {
    const joined = ad({ sponsor: { name: 'Partij van de Dijk', numbers: { kvk: '12345678' }, entity: 'partij-van-de-dijk' } });
    expect(changedItems(ad(), joined)).toEqual([]);
  });
});

describe('noticeDay', () => {
  it('takes a whole calendar day, also with a time after it', () => {
    expect([noticeDay('2027-01-10'), noticeDay('2027-01-10T12:00:00Z')]).toEqual(['2027-01-10', '2027-01-10']);
  });

  it.each(['2027-02-30', '2027-13-01', '2027-01', '10-01-2027', '2027-01-10x', '', 20270110, null])('gives null for %s', (value) => {
    expect(noticeDay(value)).toBeNull();
  });
});
