import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodsText, exportBods } from '../../../../tools/register/bods-export';
import { importBods } from '../../../../tools/register/bods-import';
import { BODS_RELATIONS } from '../../../../tools/register/bods-terms';
import { compile } from '../../../../tools/register/compile';
import { readRegistry } from '../../../../tools/register/files';
import { accept } from '../../../../tools/register/import/accept';
import { knownFrom } from '../../../../tools/register/import/known';
import { proposedOf, type Run } from '../../../../tools/register/import/run';
import { writeProposals } from '../../../../tools/register/proposals';
import { HOLDINGS, practiceFolder } from './holdings';

const DAY = '2026-11-24';

function exported(root: string): string {
  const registry = readRegistry(root, 'practice');
  return bodsText(exportBods(compile(registry), new Map()).statements);
}

function imported(text: string, root: string): Run {
  const registry = readRegistry(root, 'practice');
  return importBods(text, 'answer.json', { registry, known: knownFrom(registry), day: DAY });
}

/** What the register says about ownership and control, without the days on which keepers looked. */
function holdingsIn(root: string): unknown[] {
  const { claims } = compile(readRegistry(root, 'practice'));
  return claims
    .filter(({ predicate }) => (BODS_RELATIONS as readonly string[]).includes(predicate))
    .map(({ checked: _, reviewBy: __, ...rest }) => rest);
}

/** Writes the proposals, answers yes to all, and carries them over. */
function acceptAll(run: Run, root: string): ReturnType<typeof accept> {
  const { files } = writeProposals(join(root, 'practice'), 'bods', DAY, proposedOf(run));
  for (const file of files) {
    const path = join(root, 'practice', file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^( +decision:)$/gm, '$1 yes'));
  }
  return accept(root, { name: 'practice', day: DAY });
}

describe('our own export', () => {
  it('gives an empty register the same claims, when a reviewer accepts them', () => {
    const full = practiceFolder(HOLDINGS);
    const empty = practiceFolder({});
    const run = imported(exported(full), empty);
    expect([...run.leftOut]).toEqual([]);
    const result = acceptAll(run, empty);
    expect(result.problems).toEqual([]);
    expect(result.accepted).toBe(14);
    expect(holdingsIn(empty)).toEqual(holdingsIn(full));
    const parties = (root: string): unknown =>
      [...compile(readRegistry(root, 'practice')).entities.values()].map(({ sources: _, ...rest }) => rest);
    expect(parties(empty)).toEqual(parties(full));
  });

  it('proposes nothing to the register it came from', () => {
    const root = practiceFolder(HOLDINGS);
    const run = imported(exported(root), root);
    expect(proposedOf(run)).toEqual([]);
    expect(run.there).toBe(14);
  });

  it('reads percentages from the fields of the standard, not from our own words', () => {
    const full = practiceFolder(HOLDINGS);
    const text = exported(full).replace('"exact":40.5', '"exact":41');
    const [proposed] = proposedOf(imported(text, full));
    expect(proposed?.proposals[0]?.claim?.interests?.[0]?.capital).toEqual({ exact: 41 });
    expect(proposed?.proposals[0]?.beside?.join()).toContain('eigendom van waterland (2019 tot nu), een belang van 40,5%');
  });
});

const PUBLICATION = {
  publicationDate: '2026-10-01',
  bodsVersion: '0.4',
  license: 'https://licence.example/open',
  publisher: { name: 'Bureau Rijnland', url: 'https://bureau.example/' },
};

interface Theirs {
  [key: string]: unknown;
}

function record(recordId: string, recordType: string, recordDetails: Theirs, more: Theirs = {}): Theirs {
  const source = {
    type: ['officialRegister'],
    url: 'https://bureau.example/uittreksel',
    description: 'Uittreksel',
    retrievedAt: '2026-09-30T10:00:00Z',
  };
  const head = { statementId: recordId.padEnd(32, '0'), statementDate: '2026-09-01', declarationSubject: recordId, recordStatus: 'new' };
  return { ...head, recordId, recordType, recordDetails, publicationDetails: PUBLICATION, source, ...more };
}

const company = (recordId: string, name: string, identifiers: Theirs[] = []): Theirs =>
  record(recordId, 'entity', {
    isComponent: false,
    entityType: { type: 'registeredEntity' },
    name,
    identifiers,
    jurisdiction: { name: 'Netherlands', code: 'NL' },
  });

const WATERLAND = company('e1', 'Waterland', [{ scheme: 'NL-KVK', id: '12345678' }]);
const DELTA = company('e2', 'Delta Beheer B.V.', [{ scheme: 'NL-KVK', id: '87654321' }]);
const holds = (recordId: string, subject: string, interestedParty: unknown, interests: Theirs[], more?: Theirs): Theirs =>
  record(recordId, 'relationship', { isComponent: false, subject, interestedParty, interests }, more);
const share = (exact: number, more: Theirs = {}): Theirs => ({
  type: 'shareholding',
  directOrIndirect: 'direct',
  share: { exact },
  ...more,
});

const theirs = (...records: unknown[]): Run => imported(JSON.stringify(records), practiceFolder(HOLDINGS));

describe('a file of somebody else', () => {
  it('says who owns an organisation that we know by its number, and who is above that', () => {
    const run = theirs(
      WATERLAND,
      DELTA,
      company('e3', 'Terpen Holding'),
      holds('r1', 'e1', 'e2', [share(75), { type: 'votingRights', directOrIndirect: 'direct', share: { minimum: 50, maximum: 75 } }]),
      holds('r2', 'e2', 'e3', [share(100, { startDate: '2020-03-01' })]),
    );
    const [first, second] = proposedOf(run);
    expect(first?.about).toBe('waterland');
    expect(first?.proposals[0]).toMatchObject({
      says: 'Volgens het BODS-bestand van Bureau Rijnland: Delta Beheer B.V. heeft een belang van 75% in Waterland N.V., met 50 tot 75% van de stemmen.',
      'look-at': ['https://bureau.example/uittreksel'],
      'same-as': null,
      claim: {
        'owned-by': 'delta-beheer-b-v',
        interests: [{ instrument: 'ordinary-share', capital: { exact: 75 }, votes: { min: 50, max: 75 } }],
      },
    });
    expect(first?.entities.map(({ id, ids }) => [id, ids])).toEqual([['delta-beheer-b-v', { kvk: '87654321' }]]);
    expect(first?.sources[0]).toMatchObject({
      kind: 'register',
      title: 'Uittreksel',
      publisher: 'Bureau Rijnland',
      published: '2026-09-01',
      retrieved: '2026-09-30',
      licence: 'https://licence.example/open',
    });
    expect(second?.about).toBe('delta-beheer-b-v');
    expect(second?.proposals[0]?.claim).toMatchObject({ 'owned-by': 'terpen-holding', valid: { from: '2020-03-01' } });
    expect(second?.proposals[0]?.notes?.join(' ')).toContain('afgeronde datum');
  });

  it.each<[string, Theirs[], string]>([
    ['a share', [share(55)], 'Delta Beheer B.V. heeft een belang van 55% in Waterland N.V.'],
    [
      'an end',
      [share(12.5, { startDate: '2020-03-02' })],
      'Delta Beheer B.V. heeft een belang van 12,5% in Waterland N.V. (sinds 2020-03-02).',
    ],
    ['no share', [{ type: 'unknownInterest' }], 'Delta Beheer B.V. is eigenaar van Waterland N.V.'],
  ])('says %s in a sentence with one full stop', (_, interests, says) => {
    const run = theirs(WATERLAND, DELTA, holds('r', 'e1', 'e2', interests));
    expect(proposedOf(run)[0]?.proposals[0]?.says).toBe(`Volgens het BODS-bestand van Bureau Rijnland: ${says}`);
  });

  it('says in words that nobody is named, in the proposal and in our own list beside it', () => {
    const run = theirs(WATERLAND, holds('r', 'e1', { reason: 'noBeneficialOwners' }, []));
    expect(proposedOf(run)[0]?.proposals[0]?.says).toBe(
      'Volgens het BODS-bestand van Bureau Rijnland: Waterland N.V. heeft geen eigenaar.',
    );
    expect(proposedOf(run)[0]?.proposals[0]?.beside?.join()).toContain('eigenaar niet openbaar gemaakt, volgens');
  });

  it('reads a single statement that is spread over lines', () => {
    expect(() => imported(JSON.stringify(WATERLAND, null, 2), practiceFolder(HOLDINGS))).not.toThrow();
  });

  it('never matches by name', () => {
    const run = theirs(company('x', 'Waterland N.V.'), DELTA, holds('r', 'x', 'e2', [share(100)]));
    expect(proposedOf(run)).toEqual([]);
    expect([...run.leftOut]).toEqual([['about an organisation that is not in our list', 1]]);

    const hint = theirs(WATERLAND, company('y', 'Stichting Terp'), holds('r', 'e1', 'y', [share(100)]));
    expect(proposedOf(hint)[0]?.proposals[0]).toMatchObject({ 'same-as': null, claim: { 'owned-by': 'stichting-terp-2' } });
    expect(proposedOf(hint)[0]?.proposals[0]?.notes?.join(' ')).toContain('Mogelijk is dit: stichting-terp.');
  });

  it.each<[string, Theirs[], string, unknown]>([
    ['who only appoints the board', [{ type: 'appointmentOfBoard' }], 'governance-appointed-by', undefined],
    ['control by contract', [{ type: 'rightsGrantedByContract' }], 'controlled-by', [{ instrument: 'contract', scope: 'group' }]],
    ['control of some kind', [{ type: 'otherInfluenceOrControl' }], 'controlled-by', undefined],
    [
      'a majority',
      [{ type: 'shareholding', share: { exclusiveMinimum: 50, maximum: 100 } }],
      'owned-by',
      [{ instrument: 'ordinary-share', capital: 'majority', scope: 'group' }],
    ],
    [
      'a share that is not published',
      [{ type: 'unpublishedInterest' }],
      'owned-by',
      [{ instrument: 'unspecified', capital: 'not-public', scope: 'group' }],
    ],
    ['an interest of which nothing is known', [{ type: 'unknownInterest' }], 'owned-by', undefined],
  ])('puts %s in our words', (_, interests, relation, wanted) => {
    const run = theirs(WATERLAND, DELTA, holds('r', 'e1', 'e2', interests));
    const found = proposedOf(run)[0]?.proposals[0]?.claim;
    expect(found).toHaveProperty(relation, 'delta-beheer-b-v');
    expect(found?.interests).toEqual(wanted);
  });

  it.each<[string, Theirs[]]>([
    ['an indirect interest; our list holds each step', [holds('r', 'e1', 'e2', [share(100, { directOrIndirect: 'indirect' })])]],
    ['an interest for which our list has no word', [holds('r', 'e1', 'e2', [{ type: 'boardMember' }])]],
    ['an owner of whom the file does not say who it is, or why not', [holds('r', 'e1', { reason: 'informationUnknownToPublisher' }, [])]],
    ['a party of whom the file has no record', [holds('r', 'e1', 'nowhere', [share(100)])]],
  ])('leaves out %s', (why, records) => {
    const run = theirs(WATERLAND, DELTA, ...records);
    expect(proposedOf(run)).toEqual([]);
    expect([...run.leftOut]).toEqual([[why, 1]]);
  });

  it('takes the reason why nobody is named', () => {
    const run = theirs(WATERLAND, holds('r', 'e1', { reason: 'noBeneficialOwners' }, []));
    expect(proposedOf(run)[0]?.proposals[0]?.claim).toMatchObject({ 'owned-by': { unspecified: 'no-owner' } });
    const there = theirs(WATERLAND, holds('r', 'e1', { reason: 'subjectExemptFromDisclosure' }, []));
    expect(there.there).toBe(1);
  });

  it('takes the last statement about a record, and history as history', () => {
    const run = theirs(
      WATERLAND,
      DELTA,
      holds('r', 'e1', 'e2', [share(100)]),
      holds('r', 'e1', 'e2', [share(100, { startDate: '2015-02-03', endDate: '2020-05-06' })], { recordStatus: 'closed' }),
    );
    expect(proposedOf(run)[0]?.proposals.map(({ claim }) => claim)).toMatchObject([
      { valid: { from: '2015-02-03', to: '2020-05-06' }, status: 'superseded' },
    ]);
  });

  const PERSON = record('p1', 'person', {
    isComponent: false,
    personType: 'knownPerson',
    names: [{ type: 'legal', fullName: 'Bea Terpstra' }],
    birthDate: '1970-01',
    nationalities: [{ name: 'Netherlands' }],
    identifiers: [{ scheme: 'NLD-IDCARD', id: 'X1' }],
  });

  it('names a person on a register, by the name alone, and asks the reviewer to look', () => {
    const run = theirs(WATERLAND, PERSON, holds('r', 'e1', 'p1', [share(30)]));
    expect(proposedOf(run)[0]?.entities).toEqual([{ id: 'bea-terpstra', kind: 'person', names: ['Bea Terpstra'], checked: DAY }]);
    expect(proposedOf(run)[0]?.proposals[0]?.notes?.join(' ')).toContain('minstens een kwart');
  });

  it.each<[string, Theirs]>([
    ['a person who holds less than a quarter', holds('r', 'e1', 'p1', [share(24.9)])],
    ['a person or family without a source that can carry it', holds('r', 'e1', 'p1', [share(60)], { source: { type: ['thirdParty'] } })],
  ])('does not even pass on the name of %s', (why, relation) => {
    const run = theirs(WATERLAND, PERSON, relation);
    expect([...run.leftOut]).toEqual([[why, 1]]);
    expect(JSON.stringify([proposedOf(run), run.notes])).not.toContain('Terpstra');
  });

  it('reads one statement on each line as well', () => {
    const text = [WATERLAND, DELTA, holds('r', 'e1', 'e2', [share(100)])].map((each) => JSON.stringify(each)).join('\n');
    expect(proposedOf(imported(`\ufeff${text}\r\n`, practiceFolder(HOLDINGS)))).toHaveLength(1);
  });

  it('makes nothing of markup and addresses that lead elsewhere', () => {
    const run = theirs(
      WATERLAND,
      company('e2', '<b>Delta</b>'),
      company('e3', 'Terp\u202e\u0007 B.V.'),
      holds('r1', 'e1', 'e2', [share(100)]),
      holds('r2', 'e1', 'e3', [share(10)], { source: { type: ['officialRegister'], url: 'javascript:alert(1)' } }),
    );
    expect(run.leftOut.get('an organisation without a usable name')).toBe(1);
    const text = JSON.stringify(proposedOf(run));
    expect(text).toContain('"Terp B.V."');
    expect(text).not.toContain('javascript:');
  });

  it('leaves out statements that do not fit and says which; the rest is read', () => {
    const run = theirs(
      WATERLAND,
      { recordType: 'entity' },
      null,
      DELTA,
      holds('r', 'e1', 'e2', [share(100)]),
      holds('s', 'e1', 'e2', [share(400)]),
    );
    expect(run.leftOut.get('a statement that does not fit the standard')).toBe(3);
    expect(run.notes.map(({ text }) => text).join('\n')).toMatch(
      /answer.json: verklaring 2 past niet in de standaard: "recordId" ontbreekt\. Overgeslagen\./,
    );
    expect(proposedOf(run)).toHaveLength(1);
  });

  it('refuses another version of the standard, and broken JSON with its line', () => {
    const old = record(
      'e9',
      'entity',
      { entityType: { type: 'legalEntity' } },
      { publicationDetails: { ...PUBLICATION, bodsVersion: '0.3' } },
    );
    expect(() => theirs(old)).toThrow(
      'answer.json: verklaring 1 is van versie 0.3 van de standaard. We lezen versie 0.4. Zet het bestand eerst om.',
    );
    expect(() => imported('[\n{},\n{"a": 1', practiceFolder({}))).toThrow(
      /^answer.json:3: verklaring 2 is geen heel JSON\. Haal het bestand opnieuw op/,
    );
    expect(() => imported('[{"a": }]', practiceFolder({}))).toThrow(/^answer.json(:1: verklaring 1|: het bestand) is geen heel JSON/);
    expect(() => imported('{}\n{"a', practiceFolder({}))).toThrow(/^answer.json:2: verklaring 2 is geen heel JSON/);
    expect(() => imported('naam;aandeel\n', practiceFolder({}))).toThrow('answer.json: dit is geen JSON: het begint met "naam;aandeel".');
    expect(() => imported('', practiceFolder({}))).toThrow('answer.json: het bestand is leeg.');
  });
});
