import { describe, expect, it } from 'vitest';
import { type BodsStatement, bodsText, exportBods } from '../../../../tools/register/bods-export';
import { checkRegistry } from '../../../../tools/register/check';
import { compile } from '../../../../tools/register/compile';
import { readRegistry } from '../../../../tools/register/files';
import { bodsProblems } from './bods-schema';
import { HOLDINGS, practiceFolder } from './holdings';

const POLDERPOST = 'entities/nl/polderpost.yaml';

function exported(changes: Record<string, string> = {}): { statements: BodsStatement[]; withdrawn: number } {
  const registry = readRegistry(practiceFolder({ ...HOLDINGS, ...changes }), 'practice');
  expect(checkRegistry(registry)).toEqual([]);
  return exportBods(compile(registry), new Map(registry.entities.map(({ value }) => [value.id, value.checked])));
}

function withReplaced(from: string, to: string): Record<string, string> {
  const text = HOLDINGS[POLDERPOST] ?? '';
  expect(text).toContain(from);
  return { [POLDERPOST]: text.replace(from, to) };
}

/** The details of a record, by its id. */
function details(recordId: string, changes?: Record<string, string>): unknown {
  return exported(changes).statements.find((each) => each.recordId === recordId)?.recordDetails;
}

const claim = (id: string): string => `colofon-claim-polderpost/${id}`;

describe('exportBods', () => {
  it('keeps to the standard', () => {
    expect(bodsProblems(exported().statements)).toEqual([]);
  });

  it('takes the relations of a chain, and no income, membership or form', () => {
    const relations = exported().statements.filter(({ recordType }) => recordType === 'relationship');
    expect(relations.map(({ recordId }) => recordId.replace('colofon-claim-', '').split('@')[0])).toEqual([
      'polderpost/governance-appointed-by/stichting-terp',
      'polderpost/owned-by/anna-de-wit',
      'polderpost/owned-by/de-oprichters-van-het-blad',
      'polderpost/owned-by/familie-de-wit',
      'polderpost/owned-by/provincie-rijnland',
      'polderpost/owned-by/stichting-terp',
      'polderpost/owned-by/waterland',
      'polderpost/owned-by/waterland',
      'polderpost/part-of/waterland',
      'polderpost/published-by/waterland',
      'provincie-rijnland/owned-by/unknown',
      'stichting-terp/owned-by/no-owner',
      'waterland/controlled-by/stichting-terp',
      'waterland/owned-by/not-disclosed',
    ]);
  });

  it('says capital and votes of one holding as two interests, with what words can say in `details`', () => {
    expect(details(claim('owned-by/waterland@2019'))).toEqual({
      isComponent: false,
      subject: 'colofon-polderpost',
      interestedParty: 'colofon-waterland',
      interests: [
        { type: 'shareholding', directOrIndirect: 'unknown', details: 'ordinary share', share: { exact: 40.5 }, startDate: '2019-01-01' },
        {
          type: 'votingRights',
          directOrIndirect: 'unknown',
          details: 'ordinary share',
          share: { exclusiveMinimum: 50, maximum: 100 },
          startDate: '2019-01-01',
        },
        {
          type: 'controlViaCompanyRulesOrArticles',
          directOrIndirect: 'unknown',
          details: 'priority share, for these titles only',
          startDate: '2019-01-01',
        },
      ],
    });
  });

  it('gives a range its bounds, and a size that is not public no share', () => {
    expect(details(claim('owned-by/de-oprichters-van-het-blad'))).toMatchObject({
      interests: [{ type: 'rightsToProfitOrIncome', share: { minimum: 10, maximum: 30 } }],
    });
    const [hidden] = (details(claim('owned-by/stichting-terp')) as { interests: object[] }).interests;
    expect(hidden).toEqual({ type: 'shareholding', directOrIndirect: 'unknown', details: 'preference share; size not made public' });
  });

  it('closes what is history, with its dates rounded to the first day', () => {
    const { statements } = exported();
    const old = statements.find(({ recordId }) => recordId === claim('owned-by/waterland@2001'));
    expect(old).toMatchObject({
      recordStatus: 'closed',
      recordDetails: { interests: [{ startDate: '2001-01-01', endDate: '2010-06-01' }] },
    });
    expect(old?.annotations?.[0]).toMatchObject({ colofon: { claim: { valid: { from: '2001', to: '2010-06' } } } });
    expect(statements.find(({ recordId }) => recordId === claim('owned-by/provincie-rijnland'))?.recordStatus).toBe('closed');
  });

  it('says why there is no owner', () => {
    expect(details('colofon-claim-stichting-terp/owned-by/no-owner')).toMatchObject({
      interestedParty: { reason: 'noBeneficialOwners' },
      interests: [],
    });
    expect(details('colofon-claim-waterland/owned-by/not-disclosed')).toMatchObject({
      interestedParty: { reason: 'subjectUnableToConfirmOrIdentifyBeneficialOwner' },
    });
    expect(details('colofon-claim-provincie-rijnland/owned-by/unknown')).toMatchObject({ interestedParty: { reason: 'unknown' } });
  });

  it('gives owners who are only described a record without a name', () => {
    expect(details('colofon-described-polderpost/owned-by/de-oprichters-van-het-blad')).toMatchObject({
      entityType: { type: 'unknownEntity' },
      unspecifiedEntityDetails: { reason: 'informationUnknownToPublisher', description: 'de oprichters van het blad' },
    });
  });

  it('says of everyone what they are, in the codes of the standard', () => {
    const types = exported().statements.flatMap(({ recordId, recordType, recordDetails: { entityType, personType } }) =>
      recordType === 'relationship' ? [] : [[recordId, (entityType as { type?: string } | undefined)?.type ?? personType]],
    );
    expect(Object.fromEntries(types)).toEqual({
      'colofon-polderpost': 'arrangement',
      'colofon-waterland': 'registeredEntity',
      'colofon-stichting-terp': 'legalEntity',
      'colofon-provincie-rijnland': 'stateBody',
      'colofon-familie-de-wit': 'arrangement',
      'colofon-anna-de-wit': 'knownPerson',
      'colofon-described-polderpost/owned-by/de-oprichters-van-het-blad': 'unknownEntity',
    });
    expect(details('colofon-waterland')).toMatchObject({
      name: 'Waterland N.V.',
      alternateNames: ['Waterland Group', 'Terpdruk'],
      jurisdiction: { name: 'Netherlands', code: 'NL' },
      identifiers: [
        { id: '12345678', scheme: 'NL-KVK' },
        { id: '12345678901234567890', scheme: 'XI-LEI' },
        { id: 'Q987', schemeName: 'Wikidata' },
      ],
      publicListing: { hasPublicListing: true },
    });
  });

  it('says of a person the name and nothing else', () => {
    expect(details('colofon-anna-de-wit')).toEqual({ isComponent: false, personType: 'knownPerson', names: [{ fullName: 'Anna de Wit' }] });
  });

  it('names every source: the first as the source, each with a link', () => {
    const statement = exported().statements.find(({ recordId }) => recordId === claim('owned-by/waterland@2019'));
    expect(statement?.source).toEqual({
      type: ['thirdParty', 'selfDeclaration'],
      description: 'Stuk blad; Stuk zelf',
      url: 'https://blad.example/document',
      retrievedAt: '2026-11-23',
      assertedBy: [{ name: 'Uitgave blad' }, { name: 'Uitgave zelf' }],
    });
    expect(statement?.annotations?.map(({ url }) => url)).toEqual([
      undefined,
      'https://blad.example/document',
      'https://zelf.example/document',
    ]);
  });

  it('leaves out what a source took back, and counts it', () => {
    const { statements, withdrawn } = exported(withReplaced('    status: disputed', '    status: withdrawn'));
    expect(withdrawn).toBe(1);
    expect(statements.map(({ recordId }) => recordId)).not.toContain(claim('owned-by/stichting-terp'));
  });

  it('makes the same bytes of the same register, one statement on a line', () => {
    const { statements } = exported();
    const text = bodsText(statements);
    expect(text).toBe(bodsText(exported().statements));
    expect(text.trimEnd().split('\n')).toHaveLength(statements.length + 2);
    expect(bodsProblems(JSON.parse(text))).toEqual([]);
  });

  it('keeps the id of a statement while nothing in it changes, and no longer', () => {
    const idsOf = (changes?: Record<string, string>): Map<string, string> =>
      new Map(exported(changes).statements.map(({ recordId, statementId }) => [recordId, statementId]));
    const [before, after] = [idsOf(), idsOf(withReplaced('{exact: 40.5}', '{exact: 41}'))];
    const changed = [...before].filter(([record, id]) => after.get(record) !== id).map(([record]) => record);
    expect(changed).toEqual([claim('owned-by/waterland@2019')]);
  });
});

describe('the check on exports', () => {
  const good = (): Record<string, unknown>[] => JSON.parse(bodsText(exported().statements)) as Record<string, unknown>[];

  it.each<[string, (all: Record<string, unknown>[]) => unknown]>([
    ['a statement that occurs twice', (all) => [...all, all.at(-1)]],
    ['a relationship before its parties', (all) => [...all].reverse()],
    ['a field the standard does not have', (all) => all.map((each) => ({ ...each, trust: 1 }))],
    ['a code that is not in the list', (all) => all.map((each) => ({ ...each, recordStatus: 'old' }))],
    ['an id that is too short', (all) => all.map((each, at) => ({ ...each, statementId: `${at}` }))],
  ])('finds %s', (_, spoil) => {
    expect(bodsProblems(spoil(good()))).not.toEqual([]);
  });
});
