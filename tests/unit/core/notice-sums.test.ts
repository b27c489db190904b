import { describe, expect, it } from 'vitest';
import { sponsorKey, sumsBySponsor, sumsCsv } from '../../../lib/core/notice-sums';
import type { Amount, Item, Notice, NoticeParty } from '../../../lib/core/notices';
import { ad, notice, version } from '../support/notices';

let count = 0;
function by(sponsor: Item<NoticeParty>, amount: Item<Amount[]>): Notice {
  count += 1;
  return notice({ id: `dijkreclame/n${count}`, versions: [version({ ad: ad({ sponsor, amount }) })] });
}

const DIJK = { name: 'Partij van de Dijk', numbers: { kvk: '12345678' } };
const euro = (value: number): Amount[] => [{ value, currency: 'EUR' }];

describe('sums by sponsor', () => {
  it('adds to the cent', () => {
    const [sum] = sumsBySponsor([by(DIJK, euro(1.1)), by(DIJK, euro(2.2))]);
    expect(sum?.sums).toEqual([{ currency: 'EUR', min: 3.3, max: 3.3, notices: 2 }]);
  });

  it('never adds currencies together', () => {
    const [sum] = sumsBySponsor([by(DIJK, euro(10)), by(DIJK, [{ value: 20, currency: 'DKK' }])]);
    expect(sum?.sums).toEqual([
      { currency: 'DKK', min: 20, max: 20, notices: 1 },
      { currency: 'EUR', min: 10, max: 10, notices: 1 },
    ]);
  });

  it('keeps ranges as ranges', () => {
    const [sum] = sumsBySponsor([by(DIJK, [{ min: 100, max: 499, currency: 'EUR' }]), by(DIJK, euro(50))]);
    expect(sum?.sums).toEqual([{ currency: 'EUR', min: 150, max: 549, notices: 2 }]);
  });

  it('counts notices without an amount, and those with several, and adds neither', () => {
    const several: Amount[] = [...euro(5), ...euro(50)];
    const [sum] = sumsBySponsor([by(DIJK, 'not-stated'), by(DIJK, 'not-read'), by(DIJK, several), by(DIJK, euro(7))]);
    expect(sum).toMatchObject({ notices: 4, without: 2, contradicting: 1, sums: [{ min: 7, max: 7, notices: 1 }] });
  });

  it('takes the newest version alone', () => {
    const versions = [version({ version: 2, ad: ad({ amount: euro(90) }) }), version({ ad: ad({ amount: euro(10) }) })];
    expect(sumsBySponsor([notice({ versions })])[0]?.sums[0]?.max).toBe(90);
  });

  it('puts names with one number together, and names without a number only with the same name', () => {
    const sums = sumsBySponsor([
      by(DIJK, euro(1)),
      by({ ...DIJK, name: 'Partij van de Dijk, afdeling Noord' }, euro(2)),
      by({ name: 'Partij van de Dijk' }, euro(4)),
      by({ name: 'partij van de dijk' }, euro(8)),
    ]);
    expect(sums.map(({ names, sums: [sum] }) => [names.length, sum?.max])).toEqual(
      expect.arrayContaining([
        [2, 3],
        [1, 4],
        [1, 8],
      ]),
    );
    expect(sums).toHaveLength(3);
  });

  it('puts persons, and names that are not kept, last and apart from each other', () => {
    const sums = sumsBySponsor([
      by({ naturalPerson: true }, euro(1)),
      by('withheld', euro(1)),
      by('not-stated', euro(1)),
      by(DIJK, euro(1)),
    ]);
    expect(sums[0]?.names).toEqual(['Partij van de Dijk']);
    expect(sums.slice(1).map(({ nameless }) => nameless)).toEqual(['person', 'withheld', 'not-stated']);
  });

  it('cannot be told a nameless sponsor by a name', () => {
    expect(sponsorKey({ name: 'person' })).not.toBe(sponsorKey({ naturalPerson: true }));
    expect(sponsorKey({ name: 'x', entity: 'dijk', numbers: { kvk: '1' } })).toBe('e:dijk');
  });
});

describe('sums as CSV', () => {
  it('has a row for each sponsor and currency, and one for a sponsor without amounts', () => {
    const sums = sumsBySponsor([by(DIJK, euro(10)), by(DIJK, [{ min: 1, max: 2, currency: 'DKK' }]), by({ name: 'Zonder' }, 'not-stated')]);
    const [head, ...rows] = sumsCsv(sums).trimEnd().split('\r\n');
    expect(head?.split(',')).toHaveLength(11);
    expect(rows).toEqual([
      'Partij van de Dijk,,12345678,,2,DKK,1,2,1,0,0',
      'Partij van de Dijk,,12345678,,2,EUR,10,10,1,0,0',
      'Zonder,,,,1,,,,0,1,0',
    ]);
  });

  it('keeps a name from being run as a formula', () => {
    expect(sumsCsv(sumsBySponsor([by({ name: '=HYPERLINK("x")' }, euro(1))]))).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
