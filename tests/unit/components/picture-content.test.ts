import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../components/picture-content';
import { keyOf } from '../../../components/picture-style';
import { chainOf } from '../../../lib/core/chain';
import type { Claim, Interest } from '../../../lib/core/register';
import { wordsIn } from '../../../lib/words/words';
import { claim, entity, shares, slice, TODAY, undatedClaim } from '../support/register';

const nl = wordsIn('nl');
const people = [
  entity('outlet', 'De Krant'),
  entity('organisation', 'Uitgever'),
  entity('organisation', 'Beursfonds'),
  entity('person', 'Anna'),
  entity('person', 'Bram'),
  entity('foundation', 'Stichting Steun'),
  entity('public-body', 'Staat'),
];
const drawing = (...claims: Claim[]) => contentOf(chainOf(slice(people, claims), 'de-krant', TODAY), nl);

/** Each line as `held > holder [kind] words`, in the words of the boxes. */
function lines(...claims: Claim[]): string[] {
  const { boxes, lines: all } = drawing(...claims);
  const textOf = (id: string): string => boxes.find((box) => box.id === id)?.text ?? id;
  return all.map(({ from, to, kind, label, when }) =>
    `${textOf(from)} > ${textOf(to)} [${kind}] ${[...label, ...(when === null ? [] : [when])].join(', ')}`.trim(),
  );
}

function holds(details: Partial<Interest> & Pick<Interest, 'instrument'>, ...others: Partial<Interest>[]): { interests: Interest[] } {
  const first: Interest = { scope: 'group', ...details };
  return { interests: [first, ...others.map((other): Interest => ({ ...first, ...other }))] };
}

describe('what a drawing says', () => {
  it('has shares, relations and dates on its lines', () => {
    expect(
      lines(
        claim('De Krant', 'published-by', 'Uitgever', { asOf: '2024-03' }),
        claim('Uitgever', 'owned-by', 'Anna', { ...shares(60), valid: { from: '2018-05' } }),
        claim('Uitgever', 'owned-by', 'Bram', shares(40)),
      ),
    ).toEqual([
      'De Krant > Uitgever [share] uitgever, stand 2024',
      'Uitgever > Anna [share] 60%, sinds mei 2018',
      'Uitgever > Bram [share] 40%, bron 2025',
    ]);
  });

  it('says so when no source has a date, and when a fact is disputed', () => {
    expect(lines(undatedClaim('De Krant', 'owned-by', 'Anna'))).toEqual(['De Krant > Anna [share] eigenaar, bron zonder datum']);
    expect(lines(claim('De Krant', 'owned-by', 'Anna', { status: 'disputed' }))).toEqual([
      'De Krant > Anna [share] eigenaar, wordt betwist, bron 2025',
    ]);
  });

  it('says so of holders without a name, and of there being none, as well', () => {
    const disputed = { status: 'disputed' } as const;
    expect(lines(claim('De Krant', 'owned-by', { words: 'de oprichters', lang: 'nl' }, disputed))).toEqual([
      'De Krant > de oprichters [share] eigenaar, wordt betwist, bron 2025',
    ]);
    expect(lines(claim('De Krant', 'owned-by', { unspecified: 'no-owner' }, disputed))).toEqual([
      'De Krant > niemand is eigenaar [open] wordt betwist, bron 2025',
    ]);
    const listed = claim('Beursfonds', 'has-form', { legalForm: 'listed-company' }, disputed);
    expect(drawing(claim('De Krant', 'owned-by', 'Beursfonds'), listed).boxes.map(({ note }) => note)).toContain(
      'staat op de beurs, wordt betwist',
    );
  });

  it('gives a holder that publishes and owns one line that says both', () => {
    expect(lines(claim('De Krant', 'published-by', 'Anna'), claim('De Krant', 'owned-by', 'Anna'))).toEqual([
      'De Krant > Anna [share] uitgever, eigenaar, bron 2025',
    ]);
  });

  it('draws a priority share beside the shares of the same holder, for what it is', () => {
    expect(
      lines(
        claim(
          'De Krant',
          'owned-by',
          'Anna',
          holds({ instrument: 'unspecified', capital: { exact: 10 } }, { instrument: 'priority-share' }),
        ),
      ).slice(0, 2),
    ).toEqual(['De Krant > Anna [share] 10%, bron 2025', 'De Krant > Anna [priority] 10% prioriteitsaandeel, bron 2025']);
    expect(lines(claim('De Krant', 'owned-by', 'Anna', holds({ instrument: 'priority-share', scope: 'these-titles' })))).toEqual([
      'De Krant > Anna [priority] prioriteitsaandeel alleen voor deze titels, bron 2025',
    ]);
  });

  it('draws certificates, and a say without shares, as lines of their own kind', () => {
    expect(
      lines(
        claim('De Krant', 'owned-by', 'Anna', holds({ instrument: 'certificate' })),
        claim('De Krant', 'controlled-by', 'Bram'),
        claim('De Krant', 'governance-appointed-by', 'Staat'),
        claim('De Krant', 'owned-by', 'Uitgever', holds({ instrument: 'contract' })),
      )
        .filter((line) => !line.includes('[open]'))
        .sort(),
    ).toEqual([
      'De Krant > Anna [certificate] certificaten, bron 2025',
      'De Krant > Bram [right] heeft de zeggenschap, bron 2025',
      'De Krant > Staat [right] benoemt bestuur of toezicht, bron 2025',
      'De Krant > Uitgever [right] volgens contract, bron 2025',
    ]);
  });

  it('hangs holders that act together on one line, which says once what they hold', () => {
    const together = (other: string) => holds({ instrument: 'ordinary-share', capital: { exact: 51 }, jointly: [other] });
    expect(
      lines(claim('De Krant', 'owned-by', 'Anna', together('bram')), claim('De Krant', 'owned-by', 'Bram', together('anna'))).filter(
        (line) => !line.includes('[open]'),
      ),
    ).toEqual(['De Krant > samen [share] 51%, bron 2025', 'samen > Anna [share]', 'samen > Bram [share]']);
  });

  it('says what each of them holds when that differs, and that there are others when not all are named', () => {
    const part = (exact: number, other: string) => holds({ instrument: 'ordinary-share', capital: { exact }, jointly: [other] });
    expect(lines(claim('De Krant', 'owned-by', 'Anna', part(30, 'bram')), claim('De Krant', 'owned-by', 'Bram', part(70, 'anna')))).toEqual(
      ['De Krant > samen [share]', 'samen > Bram [share] 70%, bron 2025', 'samen > Anna [share] 30%, bron 2025'],
    );
    expect(lines(claim('De Krant', 'owned-by', 'Anna', holds({ instrument: 'unspecified', jointly: ['iemand-anders'] })))[0]).toBe(
      'De Krant > samen met anderen [share] eigenaar, bron 2025',
    );
  });

  it('names owners that a source only describes in the words of the source', () => {
    const founders = { words: 'de oprichters', lang: 'nl' };
    expect(lines(claim('De Krant', 'owned-by', founders, holds({ instrument: 'certificate', capital: { min: 73, max: 100 } })))).toEqual([
      'De Krant > de oprichters [certificate] 73–100% certificaten, bron 2025',
    ]);
    expect(lines(claim('De Krant', 'owned-by', founders))).toEqual(['De Krant > de oprichters [share] eigenaar, bron 2025']);
  });

  it.each([
    ['nobody', [claim('De Krant', 'owned-by', { unspecified: 'no-owner' })], 'niemand is eigenaar [open] bron 2025'],
    [
      'not made public',
      [claim('De Krant', 'owned-by', { unspecified: 'not-disclosed' })],
      'eigenaar niet openbaar gemaakt [open] bron 2025',
    ],
    [
      'a source that does not know',
      [claim('De Krant', 'owned-by', { unspecified: 'unknown' })],
      'eigenaar onbekend volgens de bron [open] bron 2025',
    ],
    ['nothing known', [], 'wie eigenaar is, weten we niet [open]'],
  ])('ends in words: %s', (_what, claims, ending) => {
    expect(lines(...claims)).toEqual([`De Krant > ${ending}`]);
  });

  it('puts a trait of the last holder in its box', () => {
    const notes = (...claims: Claim[]) => drawing(...claims).boxes.map(({ text, note }) => `${text}: ${note}`);
    expect(notes(claim('De Krant', 'owned-by', 'Staat'))).toContain('Staat: de overheid');
    expect(notes(claim('De Krant', 'owned-by', 'Beursfonds'), claim('Beursfonds', 'has-form', { legalForm: 'listed-company' }))).toContain(
      'Beursfonds: staat op de beurs',
    );
    expect(notes(claim('De Krant', 'owned-by', 'Anna'))).toContain('Anna: null');
  });

  it('does not let a foundation be the end of it', () => {
    expect(lines(claim('De Krant', 'owned-by', 'Stichting Steun'))).toContain(
      'Stichting Steun > wie het bestuur benoemt: wij weten het niet [open]',
    );
    expect(
      lines(claim('De Krant', 'owned-by', 'Stichting Steun'), claim('Stichting Steun', 'governance-appointed-by', 'Anna')),
    ).not.toContain('Stichting Steun > wie het bestuur benoemt: wij weten het niet [open]');
  });

  it('says which share nobody in the list is known to hold', () => {
    expect(lines(claim('De Krant', 'owned-by', 'Anna', shares(88)))).toContain('De Krant > wie eigenaar is, weten we niet [open] 12%');
  });

  it('hangs owners about whom sources disagree on a box that says so, and other holders beside it', () => {
    expect(
      lines(
        claim('De Krant', 'published-by', 'Anna', { sources: ['drie'] }),
        claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
        claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] }),
        claim('De Krant', 'owned-by', { unspecified: 'no-owner' }, { sources: ['vier'] }),
      ),
    ).toEqual([
      'De Krant > bronnen spreken elkaar tegen [open]',
      'De Krant > Anna [share] uitgever, bron 2025',
      'bronnen spreken elkaar tegen > Anna [share] eigenaar, bron 2025',
      'bronnen spreken elkaar tegen > Bram [share] eigenaar, bron 2025',
      'bronnen spreken elkaar tegen > niemand is eigenaar [open] bron 2025',
    ]);
  });

  it('explains its lines only where they are of more than one kind', () => {
    const key = (...claims: Claim[]) => keyOf(drawing(...claims), nl).map(({ kind }) => kind);
    expect(key(claim('De Krant', 'owned-by', 'Anna'))).toEqual([]);
    expect(key(claim('De Krant', 'owned-by', 'Anna'), claim('De Krant', 'controlled-by', 'Bram'))).toEqual(['share', 'right']);
  });
});
