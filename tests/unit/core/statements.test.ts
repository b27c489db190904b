import { describe, expect, it } from 'vitest';
import type { Claim, Interest } from '../../../lib/core/register';
import { entityIn, isPartial, nameOf, splitHistory, statementsAbout, yearsOf } from '../../../lib/core/statements';
import { claim, entity, shares, slice, source, TODAY, undatedClaim } from '../support/register';

function split(...claims: Claim[]): { current: string[]; history: string[] } {
  const statements = claims.map((each) => ({ claim: each, sources: [] }));
  const { current, history } = splitHistory(statements, TODAY);
  return { current: current.map(({ claim: { id } }) => id), history: history.map(({ claim: { id } }) => id) };
}

const owned = (object: string, details: Parameters<typeof claim>[3] = {}): Claim => claim('De Krant', 'owned-by', object, details);

describe('what is history', () => {
  it('is what the register calls superseded, however new', () => {
    const old = owned('Oud', { status: 'superseded', asOf: '2026' });
    expect(split(old, owned('Nieuw'))).toEqual({ current: [owned('Nieuw').id], history: [old.id] });
  });

  it('is a period that ended before today', () => {
    const ended = owned('Oud', { valid: { to: '2026-11-22' } });
    expect(split(ended).history).toEqual([ended.id]);
  });

  it('is not yet a period that ends today, this month or this year', () => {
    const running = ['2026-11-23', '2026-11', '2026'].map((to) => owned(`Tot ${to}`, { valid: { to } }));
    expect(split(...running).history).toEqual([]);
    const over = ['2026-10', '2025'].map((to) => owned(`Tot ${to}`, { valid: { to } }));
    expect(split(...over).current).toEqual([]);
  });

  it('is a holder last seen before another one took over', () => {
    const old = owned('Oud', { asOf: '2019', sources: ['oud'] });
    const next = owned('Nieuw', { asOf: '2025', valid: { from: '2021-07' }, sources: ['nieuw'] });
    expect(split(old, next)).toEqual({ current: [next.id], history: [old.id] });
    expect(split(next, old)).toEqual({ current: [next.id], history: [old.id] });
  });

  it('is not a holder who was still seen after the change that another source reports', () => {
    const still = owned('Oud', { asOf: '2023', sources: ['oud'] });
    const other = owned('Nieuw', { asOf: '2022', valid: { from: '2021' }, sources: ['nieuw'] });
    expect(split(still, other).history).toEqual([]);
  });

  it('is not an older source that merely names somebody else', () => {
    expect(split(owned('Oud', { asOf: '2012', sources: ['oud'] }), owned('Nieuw', { asOf: '2025', sources: ['nieuw'] })).history).toEqual(
      [],
    );
  });

  it('is not an older source about the same holder', () => {
    expect(split(owned('Oud', { asOf: '2012' }), owned('Oud', { asOf: '2025', valid: { from: '2020' } })).history).toEqual([]);
  });

  it('is not the holder of a part when another part changes hands', () => {
    const part = owned('Een', { asOf: '2019', ...shares(40) });
    const other = owned('Twee', { valid: { from: '2022' }, ...shares(60) });
    expect(split(part, other).history).toEqual([]);
  });

  it('is not a holder whom a partner joined', () => {
    const jointly = (id: string): { interests: Interest[] } => ({
      interests: [{ instrument: 'unspecified', scope: 'group', jointly: [id] }],
    });
    const first = owned('Oud', { asOf: '2019' });
    const joined = owned('Nieuw', { asOf: '2025', valid: { from: '2021' }, ...jointly('oud') });
    expect(split(first, joined)).toEqual({ current: [first.id, joined.id], history: [] });
    const names = owned('Oud', { asOf: '2019', ...jointly('nieuw') });
    const later = owned('Nieuw', { asOf: '2025', valid: { from: '2021' } });
    expect(split(names, later).history).toEqual([]);
    expect(split(first, owned('Nieuw', { valid: { from: '2021' }, ...jointly('derde') })).history).toEqual([first.id]);
  });

  it('stays a replaced holder when the next one has gone as well', () => {
    const first = owned('Eerst', { asOf: '2015' });
    const second = owned('Toen', { asOf: '2020', valid: { from: '2018', to: '2022' } });
    expect(split(first, second)).toEqual({ current: [], history: [first.id, second.id] });
  });

  it('is not made by a sale that is still to come', () => {
    const now = owned('Nu', { asOf: '2026' });
    const soon = owned('Straks', { asOf: '2026', valid: { from: '2027' } });
    const { current, history } = split(now, soon);
    expect(current).toEqual([now.id]);
    expect(history).not.toContain(now.id);
  });

  it('is no membership, grant or legal form because another one came beside it', () => {
    for (const predicate of ['member-of', 'funded-by', 'subject-to'] as const) {
      const one = claim('De Krant', predicate, 'Een', { asOf: '2019' });
      const two = claim('De Krant', predicate, 'Twee', { valid: { from: '2022' } });
      expect(split(one, two), predicate).toEqual({ current: [one.id, two.id], history: [] });
    }
    const form = claim('De Krant', 'has-form', { form: 'newspaper' }, { asOf: '2019' });
    const legal = claim('De Krant', 'has-form', { legalForm: 'company' }, { valid: { from: '2022' } });
    expect(split(form, legal).history).toEqual([]);
  });
});

describe('isPartial', () => {
  const interest = (details: Partial<Interest>): Claim =>
    owned('Houder', { interests: [{ instrument: 'ordinary-share', scope: 'group', ...details }] });

  it.each<[string, Partial<Interest>]>([
    ['99.9 percent', { capital: { exact: 99.9 } }],
    ['a range below everything', { capital: { min: 50, max: 75 } }],
    ['a majority', { capital: 'majority' }],
    ['a part of the votes', { votes: { exact: 30 } }],
    ['a priority share', { instrument: 'priority-share' }],
    ['all priority shares', { instrument: 'priority-share', capital: { exact: 100 } }],
    ['all certificates', { instrument: 'certificate', capital: { exact: 100 } }],
    ['an appointment right', { instrument: 'appointment' }],
    ['preference shares of which the number is not public', { instrument: 'preference-share', capital: 'not-public' }],
    ['shares of which the number is not public', { capital: 'not-public' }],
  ])('holds for %s', (_, details) => {
    expect(isPartial(interest(details))).toBe(true);
  });

  it.each<[string, Partial<Interest>]>([
    ['all ordinary shares', { capital: { exact: 100 } }],
    ['an interest that nobody specifies', { instrument: 'unspecified' }],
  ])('does not hold for %s', (_, details) => {
    expect(isPartial(interest(details))).toBe(false);
  });

  it('looks at the ordinary shares when there are other rights beside them', () => {
    const contract: Interest = { instrument: 'contract', scope: 'group' };
    const [all, some] = [100, 10].map((exact) => owned('Houder', { interests: [...shares(exact).interests, contract] }));
    expect([all, some].map((each) => each !== undefined && isPartial(each))).toEqual([false, true]);
  });

  it('does not hold when no interest is stated', () => {
    expect(isPartial(owned('Houder'))).toBe(false);
  });
});

describe('yearsOf', () => {
  const statements = (...claims: Claim[]) => claims.map((each) => ({ claim: each, sources: [] }));

  it('spans from the oldest to the newest', () => {
    expect(yearsOf(statements(owned('Een', { asOf: '2022-03' }), owned('Twee', { asOf: '2025-11-02' })))).toEqual({
      from: 2022,
      to: 2025,
      undated: false,
    });
  });

  it('says so when some rests on sources without a date', () => {
    expect(yearsOf(statements(owned('Een', { asOf: '2022' }), undatedClaim('De Krant', 'owned-by', 'Twee')))).toEqual({
      from: 2022,
      to: 2022,
      undated: true,
    });
  });

  it('has no years when nothing is dated', () => {
    expect(yearsOf(statements(undatedClaim('De Krant', 'owned-by', 'Twee')))).toBeNull();
    expect(yearsOf([])).toBeNull();
  });
});

describe('statementsAbout', () => {
  it('gives the claims about one subject with their sources, without what was withdrawn', () => {
    const kept = owned('Houder', { sources: ['een', 'twee'] });
    const part = slice(
      [entity('outlet', 'De Krant')],
      [kept, owned('Vergissing', { status: 'withdrawn' }), claim('De Krant', 'member-of', 'Bond'), claim('Anders', 'owned-by', 'Houder')],
      [source('een', { title: 'Jaarverslag' })],
    );
    const statements = statementsAbout(part, 'de-krant', ['owned-by']);
    expect(statements.map((each) => each.claim)).toEqual([kept]);
    expect(statements[0]?.sources.map((each) => each.title)).toEqual(['Jaarverslag', 'Stuk twee']);
  });
});

it('takes the current name, and the id when there is none', () => {
  expect(nameOf({ ...entity('outlet', 'De Krant'), names: [{ name: 'Nu' }, { name: 'Vroeger' }] })).toBe('Nu');
  expect(nameOf({ ...entity('outlet', 'De Krant'), names: [] })).toBe('de-krant');
});

it('finds an entity only where the object is one', () => {
  expect(entityIn({ entity: 'houder' })).toBe('houder');
  expect(entityIn({ words: 'leden', lang: 'nl' })).toBeNull();
});
