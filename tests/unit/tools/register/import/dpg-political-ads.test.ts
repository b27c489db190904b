import { describe, expect, it } from 'vitest';
import { dpgNotices } from '../../../../../tools/register/import/dpg-political-ads';

const item = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 1176,
  sponsorName: 'Partij van de Dijk',
  payerName: 'Stichting Duin',
  contactEmail: 'anna@dijk.example',
  channel: 'PRINT',
  publicationStartDate: '2027-02-01',
  publicationEndDate: '2027-02-02',
  budgetLowerBound: 100,
  budgetUpperBound: 499,
  ...changes,
});

const one = (changes: Record<string, unknown> = {}) => dpgNotices({ campaignItems: [item(changes)] }, 'saved.json')[0];

describe('dpgNotices', () => {
  it('reads the fields that are known, and says that it did not read the rest', () => {
    expect(one()).toMatchObject({
      id: 'dpg/1176',
      version: null,
      published: '2027-02-01',
      problems: [],
      ad: {
        sponsor: { name: 'Partij van de Dijk' },
        payer: { name: 'Stichting Duin' },
        period: { from: '2027-02-01', to: '2027-02-02' },
        amount: [{ min: 100, max: 499, currency: 'EUR' }],
        campaignAmount: 'not-read',
        targeting: 'not-read',
        channels: ['PRINT'],
      },
    });
    expect(JSON.stringify(one())).not.toContain('anna');
  });

  it('reads the form of before November 2025, and a budget with one end', () => {
    expect(dpgNotices({ items: [item()] }, 'x')).toHaveLength(1);
    expect(one({ budgetUpperBound: null })?.ad.amount).toEqual([{ value: 100, currency: 'EUR' }]);
    expect(one({ budgetLowerBound: null, budgetUpperBound: null })?.ad.amount).toBe('not-stated');
  });

  it('does not keep a name that may be a person, for want of a number', () => {
    expect(one({ sponsorName: 'Anna de Vries' })?.ad.sponsor).toBe('withheld');
    expect(one({ sponsorName: '' })?.ad.sponsor).toBe('not-stated');
  });

  it('marks what it cannot read', () => {
    expect(one({ budgetCurrency: 'kronen' })).toMatchObject({ problems: ['currency-unclear'], ad: { amount: 'not-stated' } });
    expect(one({ budgetLowerBound: 'veel' })).toMatchObject({ problems: ['amount-unreadable'] });
    expect(one({ publicationStartDate: '2027-02-03' })).toMatchObject({ problems: ['period-reversed'] });
    expect(one({ publicationStartDate: 'morgen' })).toMatchObject({ problems: ['period-unreadable'] });
  });

  it('says of what it cannot read as a whole which item it is', () => {
    expect(() => dpgNotices({ rows: [] }, 'saved.json')).toThrow('saved.json: no answer of DPG Media');
    expect(() => dpgNotices({ campaignItems: [item(), null] }, 'saved.json')).toThrow('saved.json: item 2 is no advertisement');
    expect(() => dpgNotices({ campaignItems: [item({ id: '../x' })] }, 'saved.json')).toThrow('saved.json: item 1 has no number');
  });
});
