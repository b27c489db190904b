import { describe, expect, it } from 'vitest';
import { campaignsOn, type Election, electionNamed, electionsAfter, euSponsorsOnly } from '../../../lib/core/elections';

function election(id: string, date: string, details: Partial<Election> = {}): Election {
  const period = euSponsorsOnly(date);
  return {
    id,
    kind: 'provincial',
    area: 'NL',
    names: { nl: `Verkiezing ${id}`, en: `Election ${id}` },
    date,
    status: 'expected',
    links: [],
    sources: ['kieswet'],
    ...(period === null ? {} : { euSponsorsOnly: period }),
    ...details,
  };
}

describe('euSponsorsOnly', () => {
  it('begins three months before, by the calendar', () => {
    expect(euSponsorsOnly('2027-03-17')).toEqual({ from: '2026-12-17', to: '2027-03-17' });
    expect(euSponsorsOnly('2026-10-29')).toEqual({ from: '2026-07-29', to: '2026-10-29' });
    expect(euSponsorsOnly('2027-01-01')?.from).toBe('2026-10-01');
  });

  it('begins no earlier than the law', () => {
    expect(euSponsorsOnly('2025-10-29')).toEqual({ from: '2025-10-10', to: '2025-10-29' });
    expect(euSponsorsOnly('2023-11-22')).toBeNull();
  });

  it('ends up on the last day of a shorter month', () => {
    expect(euSponsorsOnly('2027-05-31')?.from).toBe('2027-02-28');
    expect(euSponsorsOnly('2028-05-31')?.from).toBe('2028-02-29');
  });

  it('needs a day', () => {
    expect([euSponsorsOnly('2029-06'), euSponsorsOnly('2030')]).toEqual([null, null]);
  });
});

describe('campaignsOn', () => {
  const staten = election('staten', '2027-03-17');
  const water = election('water', '2027-03-17');
  const later = election('later', '2027-05-12');
  const rough = election('rough', '2027-04');
  const all = [later, water, rough, staten];
  const ids = (today: string): string[] => campaignsOn(all, today).map(({ id }) => id);

  it('is campaign time from the first day of the three months to election day', () => {
    expect(ids('2026-12-16')).toEqual([]);
    expect(ids('2026-12-17')).toEqual(['staten', 'water']);
    expect(ids('2027-03-17')).toEqual(['staten', 'water', 'later']);
    expect(ids('2027-03-18')).toEqual(['later']);
    expect(ids('2027-05-13')).toEqual([]);
  });

  it('knows what is still to come, also when only the month is known', () => {
    expect(electionsAfter(all, '2027-04-30').map(({ id }) => id)).toEqual(['rough', 'later']);
    expect(electionsAfter(all, '2027-05-01').map(({ id }) => id)).toEqual(['later']);
  });
});

describe('electionNamed', () => {
  const known = [
    election('tk', '2025-10-29', {
      names: { nl: 'Tweede Kamerverkiezingen 2025', en: 'House election 2025' },
      alsoNamed: ['Tweede Kamerverkiezing 2025'],
    }),
    election('gr', '2026-03-18', { names: { nl: 'Gemeenteraadsverkiezingen 2026', en: 'Municipal elections 2026' } }),
  ];

  it('knows a name letter for letter, but for capitals and spaces', () => {
    expect(electionNamed(' tweede  kamerverkiezing 2025', known)).toBe('tk');
    expect(electionNamed('Municipal elections 2026', known)).toBe('gr');
  });

  it('does not guess', () => {
    expect(electionNamed('Tweede Kamerverkiezingen', known)).toBeNull();
    expect(electionNamed('Gemeenteraadsverkiezingen 2026 Waterdam', known)).toBeNull();
    expect(electionNamed('Gemeenteraadsverkiezingen 2026', [...known, ...known])).toBeNull();
  });
});
