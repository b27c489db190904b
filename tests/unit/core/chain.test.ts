import { describe, expect, it } from 'vitest';
import { type Chain, chainOf } from '../../../lib/core/chain';
import type { Claim, Entity, Interest } from '../../../lib/core/register';
import { claim, entity, shares, slice, TODAY, undatedClaim } from '../support/register';

const krant = entity('outlet', 'De Krant');
const uitgever = entity('organisation', 'Uitgever');
const groep = entity('organisation', 'Groep');
const anna = entity('person', 'Anna');
const bram = entity('person', 'Bram');

function chain(entities: Entity[], ...claims: Claim[]): Chain {
  return chainOf(slice([krant, uitgever, groep, anna, bram, ...entities], claims), 'de-krant', TODAY);
}

const names = ({ levels }: Chain): string[][] => levels.map((level) => level.map(({ entity: { id } }) => id));
const nodeOf = (found: Chain, id: string) => found.levels.flat().find((node) => node.entity.id === id);
const endOf = (found: Chain, id = found.levels.at(-1)?.[0]?.entity.id ?? '') => nodeOf(found, id)?.end;

describe('the way up', () => {
  it('goes from outlet to publisher to owner to the person behind it', () => {
    const found = chain(
      [],
      claim('De Krant', 'published-by', 'Uitgever'),
      claim('Uitgever', 'owned-by', 'Groep'),
      claim('Groep', 'owned-by', 'Anna'),
    );
    expect(names(found)).toEqual([['de-krant'], ['uitgever'], ['groep'], ['anna']]);
    expect(found.links.map(({ relation }) => relation)).toEqual(['published-by', 'owned-by', 'owned-by']);
    expect(found.levels.flat().map(({ end }) => end)).toEqual([null, null, null, 'person']);
  });

  it('keeps several owners side by side, the largest first and equals by name', () => {
    const found = chain(
      [entity('organisation', 'Cees')],
      claim('De Krant', 'owned-by', 'Bram', shares(20)),
      claim('De Krant', 'owned-by', 'Anna', shares(20)),
      claim('De Krant', 'owned-by', 'Cees', shares(60)),
    );
    expect(names(found)).toEqual([['de-krant'], ['cees', 'anna', 'bram']]);
  });

  it('puts a shared owner above everything it holds', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Uitgever', shares(50)),
      claim('De Krant', 'owned-by', 'Anna', shares(50)),
      claim('Uitgever', 'owned-by', 'Groep'),
      claim('Groep', 'owned-by', 'Anna'),
    );
    expect(names(found)).toEqual([['de-krant'], ['uitgever'], ['groep'], ['anna']]);
  });

  it('does not show a withdrawn claim, nor an owner the part does not hold', () => {
    const found = chain([], claim('De Krant', 'owned-by', 'Anna', { status: 'withdrawn' }), claim('De Krant', 'owned-by', 'Zoek'));
    expect(names(found)).toEqual([['de-krant']]);
    expect(found.history).toEqual([]);
  });

  it('joins claims about one holding, and lets the newest that states an interest speak', () => {
    const older = claim('De Krant', 'owned-by', 'Anna', { asOf: '2020', ...shares(30) });
    const newer = claim('De Krant', 'owned-by', 'Anna', { asOf: '2024', ...shares(40) });
    const bare = claim('De Krant', 'owned-by', 'Anna', { asOf: '2026' });
    const [link] = chain([], older, newer, bare).links;
    expect(link?.statements.map(({ claim: { asOf } }) => asOf)).toEqual(['2026', '2024', '2020']);
    expect(link?.interests).toEqual(newer.interests);
  });

  it('stops at a bounded number of entities', () => {
    const many = Array.from({ length: 300 }, (_, i) => entity('organisation', `Laag ${i}`));
    const claims = many.slice(1).map((_, i) => claim(`Laag ${i}`, 'owned-by', `Laag ${i + 1}`));
    const found = chain(many, claim('De Krant', 'owned-by', 'Laag 0'), ...claims);
    expect(found.levels.flat().length).toBeLessThanOrEqual(100);
  });
});

describe('cycles', () => {
  it('are cut where they close', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Uitgever'),
      claim('Uitgever', 'owned-by', 'Groep'),
      claim('Groep', 'owned-by', 'Uitgever'),
    );
    expect(names(found)).toEqual([['de-krant'], ['uitgever'], ['groep']]);
    expect(found.links).toHaveLength(2);
  });

  it('of an entity that owns itself are left out', () => {
    const found = chain([], claim('De Krant', 'owned-by', 'Uitgever'), claim('Uitgever', 'owned-by', 'Uitgever'));
    expect(names(found)).toEqual([['de-krant'], ['uitgever']]);
  });

  it('back to the outlet are cut as well', () => {
    const found = chain([], claim('De Krant', 'owned-by', 'Uitgever'), claim('Uitgever', 'owned-by', 'De Krant'));
    expect(names(found)).toEqual([['de-krant'], ['uitgever']]);
  });

  it('do not make a known owner unknown', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Uitgever'),
      claim('Uitgever', 'owned-by', 'Groep'),
      claim('Groep', 'owned-by', 'Uitgever'),
    );
    expect(endOf(found, 'groep')).not.toBe('unknown');
  });

  it('do not make a known shareholder unknown', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Uitgever'),
      claim('Uitgever', 'owned-by', 'Groep'),
      claim('Groep', 'owned-by', 'Uitgever', shares(60)),
      claim('Groep', 'owned-by', 'Anna', shares(40)),
    );
    expect(nodeOf(found, 'groep')?.unknownShare).toBeNull();
  });
});

describe('the end of a branch', () => {
  const owner = (kind: Entity['kind']) => chain([entity(kind, 'Eind')], claim('De Krant', 'owned-by', 'Eind'));

  it.each([
    ['person', 'person'],
    ['family', 'family'],
    ['public-body', 'state'],
    ['foundation', 'foundation'],
    ['organisation', 'unknown'],
    ['association', 'association'],
  ] as const)('is explicit: a %s ends as %s', (kind, end) => {
    expect(endOf(owner(kind))).toBe(end);
  });

  it.each(['no-owner', 'not-disclosed', 'unknown'] as const)('is %s when a source says so, with that source', (unspecified) => {
    const says = claim('Eind', 'owned-by', { unspecified });
    const found = chain([entity('foundation', 'Eind')], claim('De Krant', 'published-by', 'Eind'), says);
    expect(endOf(found)).toBe(unspecified === 'unknown' ? 'said-unknown' : unspecified);
    expect(found.ends.map((each) => each.claim)).toEqual([says]);
  });

  it('is the stock exchange only when a source calls it a listed company', () => {
    const listed = claim('Eind', 'has-form', { legalForm: 'listed-company' });
    expect(endOf(chain([entity('organisation', 'Eind')], claim('De Krant', 'owned-by', 'Eind'), listed))).toBe('listed');
    const company = claim('Eind', 'has-form', { legalForm: 'company' });
    expect(endOf(chain([entity('organisation', 'Eind')], claim('De Krant', 'owned-by', 'Eind'), company))).toBe('unknown');
  });

  it.each([
    ['association', 'association'],
    ['foundation', 'foundation'],
  ] as const)('follows the legal form: an %s ends as %s, with the source for it', (legalForm, end) => {
    const form = claim('Eind', 'has-form', { legalForm }, { sources: ['wet'] });
    const found = chain([entity('organisation', 'Eind')], claim('De Krant', 'published-by', 'Eind'), form);
    expect(endOf(found)).toBe(end);
    expect(found.ends.map((each) => each.claim)).toEqual([form]);
  });

  it('lets a source about the owner go before the legal form', () => {
    const form = claim('Eind', 'has-form', { legalForm: 'association' });
    const found = chain(
      [entity('organisation', 'Eind')],
      claim('De Krant', 'published-by', 'Eind'),
      form,
      claim('Eind', 'owned-by', { unspecified: 'not-disclosed' }),
    );
    expect(endOf(found)).toBe('not-disclosed');
  });

  it('at the stock exchange can be traced to its source', () => {
    const listed = claim('Eind', 'has-form', { legalForm: 'listed-company' }, { sources: ['beurs'] });
    const found = chain([entity('organisation', 'Eind')], claim('De Krant', 'owned-by', 'Eind'), listed);
    expect(found.ends.map((each) => each.claim)).toEqual([listed]);
  });

  it('is unknown for an outlet of which nothing is known', () => {
    const found = chain([]);
    expect(found).toMatchObject({ links: [], ends: [], history: [], years: null });
    expect(found.levels).toEqual([[{ entity: krant, end: 'unknown', described: [], unknownShare: null, conflicting: false }]]);
  });

  it('no longer is what a source once said', () => {
    const once = claim('Eind', 'owned-by', { unspecified: 'not-disclosed' }, { status: 'superseded' });
    const found = chain([entity('organisation', 'Eind')], claim('De Krant', 'owned-by', 'Eind'), once);
    expect(endOf(found)).toBe('unknown');
    expect(found.ends).toEqual([]);
    expect(found.history.map((each) => each.claim)).toEqual([once]);
  });

  it('does not drop an owner that a source only describes', () => {
    const described = claim('De Krant', 'owned-by', { words: 'de oprichters', lang: 'nl' });
    const found = chain([], described);
    const shown = [...found.ends, ...found.links.flatMap((link) => link.statements)];
    expect(shown.map((each) => each.claim)).toEqual([described]);
    expect(nodeOf(found, 'de-krant')).toMatchObject({
      end: 'described',
      described: [{ by: { words: 'de oprichters' }, relation: 'owned-by', interests: [] }],
    });
  });

  it('does not call owner who only appoints the board', () => {
    const found = chain([], claim('De Krant', 'governance-appointed-by', { words: 'de minister', lang: 'nl' }));
    expect(nodeOf(found, 'de-krant')).toMatchObject({ end: 'unknown', described: [{ relation: 'governance-appointed-by' }] });
  });
});

describe('sources that differ', () => {
  it('in one period are both shown, as conflicting', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] }),
    );
    expect(names(found)).toEqual([['de-krant'], ['anna', 'bram']]);
    expect(nodeOf(found, 'de-krant')?.conflicting).toBe(true);
  });

  it('do not conflict when one source names both', () => {
    const found = chain([], claim('De Krant', 'owned-by', 'Anna'), claim('De Krant', 'owned-by', 'Bram'));
    expect(nodeOf(found, 'de-krant')?.conflicting).toBe(false);
  });

  it('do not conflict when each speaks of a part', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Anna', { sources: ['een'], ...shares(60) }),
      claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'], ...shares(40) }),
    );
    expect(nodeOf(found, 'de-krant')?.conflicting).toBe(false);
  });

  it('do not conflict over a publisher and an owner', () => {
    const found = chain(
      [],
      claim('De Krant', 'published-by', 'Uitgever', { sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Anna', { sources: ['twee'] }),
    );
    expect(nodeOf(found, 'de-krant')?.conflicting).toBe(false);
  });

  it('make history of the older one when the later says since when', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Anna', { asOf: '2019', sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Bram', { valid: { from: '2021' }, sources: ['twee'] }),
    );
    expect(names(found)).toEqual([['de-krant'], ['bram']]);
    expect(found.history.map(({ claim: { object } }) => object)).toEqual([{ entity: 'anna' }]);
    expect(nodeOf(found, 'de-krant')?.conflicting).toBe(false);
  });

  it('conflict when one names an owner and another says that nobody is', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
      claim('De Krant', 'owned-by', { unspecified: 'no-owner' }, { sources: ['twee'] }),
    );
    expect(nodeOf(found, 'de-krant')?.conflicting).toBe(true);
  });
});

describe('a group beside its subsidiary', () => {
  it('is reduced to the more precise path; the claim stays in the panel', () => {
    const skips = claim('De Krant', 'owned-by', 'Groep');
    const found = chain([], claim('De Krant', 'published-by', 'Uitgever'), claim('Uitgever', 'owned-by', 'Groep'), skips);
    expect(names(found)).toEqual([['de-krant'], ['uitgever'], ['groep']]);
    expect(found.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['de-krant uitgever', 'uitgever groep']);
    expect(found.indirect.map((each) => each.claim)).toEqual([skips]);
  });

  it('is no conflict, though two sources name different owners', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Uitgever', { sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Groep', { sources: ['twee'] }),
      claim('Uitgever', 'owned-by', 'Groep', { sources: ['drie'] }),
    );
    expect(found.levels.flat().some((node) => node.conflicting)).toBe(false);
  });

  it('keeps a part it holds itself, beside the path', () => {
    const own = claim('De Krant', 'owned-by', 'Groep', shares(25));
    const found = chain([], claim('De Krant', 'owned-by', 'Uitgever', shares(75)), claim('Uitgever', 'owned-by', 'Groep'), own);
    expect(found.links.map(({ from, to }) => `${from} ${to}`)).toContain('de-krant groep');
    expect(found.indirect).toEqual([]);
  });

  it('keeps who appoints the board, which is no ownership', () => {
    const appoints = claim('De Krant', 'governance-appointed-by', 'Groep');
    const found = chain([], claim('De Krant', 'owned-by', 'Uitgever'), claim('Uitgever', 'owned-by', 'Groep'), appoints);
    expect(found.links.flatMap((link) => link.statements.map((each) => each.claim))).toContain(appoints);
    const other = chain(
      [],
      claim('De Krant', 'governance-appointed-by', 'Uitgever'),
      claim('Uitgever', 'owned-by', 'Groep'),
      claim('De Krant', 'owned-by', 'Groep'),
    );
    expect(other.indirect).toEqual([]);
  });

  it('keeps two relations to one owner', () => {
    const found = chain([], claim('De Krant', 'published-by', 'Uitgever'), claim('De Krant', 'owned-by', 'Uitgever'));
    expect(found.links.map(({ relation }) => relation)).toEqual(['published-by', 'owned-by']);
  });
});

describe('shares of which the owner is not known', () => {
  const unknownShare = (...claims: Claim[]) => nodeOf(chain([], ...claims), 'de-krant')?.unknownShare;

  it('are what exact ordinary shares leave', () => {
    expect(unknownShare(claim('De Krant', 'owned-by', 'Anna', shares(32.7)), claim('De Krant', 'owned-by', 'Bram', shares(27.3)))).toBe(40);
  });

  it('count what is held together once', () => {
    const together = (exact: number, other: string): { interests: Interest[] } => ({
      interests: [{ instrument: 'ordinary-share', capital: { exact }, scope: 'group', jointly: [other] }],
    });
    const both = [claim('De Krant', 'owned-by', 'Anna', together(40, 'bram')), claim('De Krant', 'owned-by', 'Bram', together(40, 'anna'))];
    expect(unknownShare(...both)).toBe(60);
    expect(unknownShare(...both, claim('De Krant', 'owned-by', 'Groep', shares(40)))).toBe(20);
    expect(unknownShare(claim('De Krant', 'owned-by', 'Anna', shares(40)), both[1] ?? claim('x', 'owned-by', 'y'))).toBe(60);
    // Of different sizes they are shares of their own.
    expect(
      unknownShare(
        claim('De Krant', 'owned-by', 'Anna', together(30, 'bram')),
        claim('De Krant', 'owned-by', 'Bram', together(20, 'anna')),
      ),
    ).toBe(50);
  });

  it('are none when the shares add up, or more than add up', () => {
    expect(unknownShare(claim('De Krant', 'owned-by', 'Anna', shares(50)), claim('De Krant', 'owned-by', 'Bram', shares(50)))).toBeNull();
    expect(
      unknownShare(claim('De Krant', 'owned-by', 'Anna', shares(33.3)), claim('De Krant', 'owned-by', 'Bram', shares(66.6))),
    ).toBeNull();
    expect(unknownShare(claim('De Krant', 'owned-by', 'Anna', shares(60)), claim('De Krant', 'owned-by', 'Bram', shares(60)))).toBeNull();
  });

  it.each<[string, Claim]>([
    ['nothing is stated', claim('De Krant', 'owned-by', 'Bram')],
    [
      'a range is',
      claim('De Krant', 'owned-by', 'Bram', {
        interests: [{ instrument: 'ordinary-share', capital: { min: 10, max: 20 }, scope: 'group' }],
      }),
    ],
    [
      'only "a majority" is',
      claim('De Krant', 'owned-by', 'Bram', { interests: [{ instrument: 'ordinary-share', capital: 'majority', scope: 'group' }] }),
    ],
    [
      'only votes are',
      claim('De Krant', 'owned-by', 'Bram', { interests: [{ instrument: 'ordinary-share', votes: { exact: 20 }, scope: 'group' }] }),
    ],
    [
      'certificates are',
      claim('De Krant', 'owned-by', 'Bram', { interests: [{ instrument: 'certificate', capital: { exact: 20 }, scope: 'group' }] }),
    ],
    [
      'it is for some titles only',
      claim('De Krant', 'owned-by', 'Bram', {
        interests: [{ instrument: 'ordinary-share', capital: { exact: 20 }, scope: 'these-titles' }],
      }),
    ],
  ])('are not computed when of one owner %s', (_, vague) => {
    expect(unknownShare(claim('De Krant', 'owned-by', 'Anna', shares(40)), vague)).toBeNull();
  });

  it('are not computed for an entity without owners', () => {
    expect(unknownShare(claim('De Krant', 'published-by', 'Uitgever'))).toBeNull();
  });
});

describe('the age of a chain', () => {
  it('is that of its oldest link, ends included', () => {
    const found = chain(
      [],
      claim('De Krant', 'published-by', 'Uitgever', { asOf: '2025' }),
      claim('Uitgever', 'owned-by', 'Groep', { asOf: '2023' }),
      claim('Groep', 'owned-by', { unspecified: 'not-disclosed' }, { asOf: '2021' }),
    );
    expect(found.years).toEqual({ from: 2021, to: 2025, undated: false });
  });

  it('says that some links have no date', () => {
    const found = chain([], claim('De Krant', 'published-by', 'Uitgever', { asOf: '2024' }), undatedClaim('Uitgever', 'owned-by', 'Groep'));
    expect(found.years).toEqual({ from: 2024, to: 2024, undated: true });
  });

  it('does not count history', () => {
    const found = chain(
      [],
      claim('De Krant', 'owned-by', 'Anna', { asOf: '2009', status: 'superseded' }),
      claim('De Krant', 'owned-by', 'Bram', { asOf: '2024' }),
    );
    expect(found.years).toEqual({ from: 2024, to: 2024, undated: false });
  });
});
