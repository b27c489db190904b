import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accept } from '../../../../../tools/register/import/accept';
import { importAdsTxt } from '../../../../../tools/register/import/ads-txt';
import { proposedOf } from '../../../../../tools/register/import/run';
import { describeProblem } from '../../../../../tools/register/problem';
import { writeProposals } from '../../../../../tools/register/proposals';
import { type Folder, LIST, listFolder, ownFile } from './list';

const FILE = 'proposed/wikidata/polderpost.yaml';
const POLDERPOST = 'entities/nl/polderpost.yaml';

/** One proposal that needs nothing but its source, one that asks who it is, one that a reviewer has still to look at. */
const WAITING = `about: polderpost
import: wikidata
made: 2026-11-22
proposals:
  - says: Lid van de Persbond.
    claim:
      member-of: persbond
      sources: [bron]
    decision:
  - says: Eigendom van Delta.
    claim:
      owned-by: delta
      valid: {from: 2024}
      sources: [bron, ingevuld]
    same-as:
    decision:
  # hier nog naar kijken
  - says: Nummer van De Polderpost.
    ids: {qid: Q990000001}
    sources: [bron]
    decision:
entities:
  - id: delta
    kind: organisation
    names: [Delta]
    ids: {qid: Q990000050}
    sources: [delta-bron]
    checked: 2026-11-22
sources:
  - {id: bron, kind: self, title: Bron, publisher: Bron, url: "https://bron.example/", undated: true, retrieved: 2026-11-22, licence: eigen}
  - {id: delta-bron, kind: self, title: Delta, publisher: Bron, url: "https://bron.example/2", undated: true, retrieved: 2026-11-22, licence: eigen}
  - id: ingevuld
    kind:
    title: Persbericht
    publisher: Bron
    url: https://bron.example/3
    published:
    retrieved: 2026-11-22
    licence: eigen
`;

function waiting(answers: [from: string, to: string][] = [], changes: Record<string, string | null> = {}): Folder {
  const folder = listFolder(changes);
  let text = WAITING;
  for (const [from, to] of answers) {
    if (!text.includes(from)) throw new Error(`no "${from}" in the file`);
    text = text.replace(from, to);
  }
  folder.write(FILE, text);
  return folder;
}

const run = (folder: Folder, dryRun = false) => accept(folder.root, { name: 'practice', day: '2026-11-23', dryRun });

const said = (folder: Folder): string[] => run(folder).problems.map(describeProblem);

const FIRST: [string, string] = ['sources: [bron]\n    decision:', 'sources: [bron]\n    decision: yes'];
const SECOND: [string, string] = ['    same-as:\n    decision:', '    same-as: new\n    decision: yes'];
const FILLED: [string, string][] = [
  ['    kind:\n', '    kind: press\n'],
  ['    published:\n', '    published: 2024-02\n'],
];

describe('accept', () => {
  it('does nothing while nothing is decided', () => {
    const folder = waiting();
    expect(run(folder)).toEqual({ accepted: 0, refused: 0, undecided: 3, files: [], problems: [] });
    expect(folder.read(FILE)).toBe(WAITING);
  });

  it('carries over what was accepted, with its source and day, and keeps every comment', () => {
    const folder = waiting([FIRST]);
    const before = folder.read(POLDERPOST);
    expect(run(folder)).toEqual({
      accepted: 1,
      refused: 0,
      undecided: 2,
      files: ['practice/entities/nl/polderpost.yaml', 'practice/sources/bron.yaml'],
      problems: [],
    });
    expect(folder.read(POLDERPOST)).toBe(`${before}  - member-of: persbond\n    sources: [bron]\n    checked: 2026-11-23\n`);
    expect(folder.read('sources/bron.yaml')).toContain('url: https://bron.example/\n');
    const left = folder.read(FILE);
    expect(left).not.toContain('Persbond');
    expect(left).toContain('# hier nog naar kijken');
    expect(left).toContain('Eigendom van Delta.');
    expect(left).not.toContain('\n\n\n');
  });

  it('makes a new entity of one that the reviewer calls new', () => {
    const folder = waiting([SECOND, ...FILLED]);
    expect(said(folder)).toEqual([]);
    expect(folder.read('entities/intl/delta.yaml')).toBe(
      'id: delta\nkind: organisation\nnames:\n  - Delta\nids: {qid: Q990000050}\nsources: [delta-bron]\nchecked: 2026-11-23\n',
    );
    expect(folder.read(POLDERPOST)).toContain('  - owned-by: delta\n    valid: {from: 2024}\n    sources: [bron, ingevuld]\n');
    expect(folder.read('sources/ingevuld.yaml')).toContain('kind: press');
  });

  it('takes the one that the reviewer names, and gives it the number by which it is known the next time', () => {
    const folder = waiting([['    same-as:\n    decision:', '    same-as: waterland\n    decision: ja'], ...FILLED]);
    expect(said(folder)).toEqual([]);
    expect(existsSync(join(folder.base, 'entities/intl/delta.yaml'))).toBe(false);
    expect(folder.read(POLDERPOST)).toContain('owned-by: waterland');
    expect(folder.read('entities/nl/waterland.yaml')).toContain('ids: {qid: Q990000050}\nsources: [delta-bron]\n');
    expect(folder.known().byNumber('qid', 'Q990000050')).toBe('waterland');
  });

  /** As ads.txt of a site names a domain that our list does not know. */
  function asked(answer: string): Folder {
    const folder = listFolder();
    const run = importAdsTxt([ownFile('polderpost.example', 'OWNERDOMAIN=moeder.example')], folder.known());
    writeProposals(folder.base, 'ads-txt', '2026-11-22', proposedOf(run));
    const file = 'proposed/ads-txt/polderpost.yaml';
    folder.write(file, folder.read(file).replace('same-as:\n    decision:', `same-as:${answer}\n    decision: yes`));
    return folder;
  }

  it('asks who a domain is that our list does not know', () => {
    expect(said(asked(''))[0]).toMatch(/same-as is empty — write the id of this one in our list, or new$/);
  });

  it('gives the one that the reviewer names the site by which it is known the next time, with the source', () => {
    const folder = asked(' noordzee');
    expect(said(folder)).toEqual([]);
    expect(existsSync(join(folder.base, 'entities/intl/moeder-example.yaml'))).toBe(false);
    expect(folder.read(POLDERPOST)).toContain('owned-by: noordzee');
    expect(folder.read('entities/nl/noordzee.yaml')).toContain(
      '  - host: moeder.example\n    sources: [ads-txt-polderpost-example-2026-11-20]\n',
    );
    expect(folder.read('entities/nl/noordzee.yaml')).toContain('host: noordzee.example');
    expect(folder.known().bySite('https://www.moeder.example/')).toBe('noordzee');
    const again = importAdsTxt([ownFile('polderpost.example', 'OWNERDOMAIN=moeder.example')], folder.known());
    expect(again).toMatchObject({ there: 1, found: new Map() });
  });

  it('makes a new entity with its site of a domain that the reviewer calls new', () => {
    const folder = asked(' new');
    expect(said(folder)).toEqual([]);
    expect(folder.read('entities/intl/moeder-example.yaml')).toContain('names:\n  - moeder.example\n');
    expect(folder.read(POLDERPOST)).toContain('owned-by: moeder-example');
    expect(folder.known().bySite('https://moeder.example/')).toBe('moeder-example');
  });

  it('names file and line of every answer that cannot be carried out, and then writes nothing', () => {
    const folder = waiting([FIRST, ['    same-as:\n    decision:', '    same-as:\n    decision: yes'], ['# hier nog', '# daar nog']]);
    const before = folder.read(POLDERPOST);
    expect(said(folder)).toEqual([
      'practice/proposed/wikidata/polderpost.yaml:15: same-as is empty — write the id of this one in our list, or new',
      'practice/proposed/wikidata/polderpost.yaml:33: kind is empty — fill it in, or take this source out of the proposal',
      'practice/proposed/wikidata/polderpost.yaml:37: source "ingevuld" has no date — fill in published, or write undated: true when the source shows none',
    ]);
    expect(folder.read(POLDERPOST)).toBe(before);
    expect(readdirSync(join(folder.base, 'sources'))).toEqual(['colofon-duinbode.yaml', 'colofon-polderpost.yaml']);
  });

  const WRONG: [string, [string, string][], RegExp][] = [
    [
      'an answer that is none',
      [['sources: [bron]\n    decision:', 'sources: [bron]\n    decision: misschien']],
      /:9: decision: "misschien" is no answer/,
    ],
    [
      'an owner who does not exist',
      [['    same-as:\n    decision:', '    same-as: niemand\n    decision: yes'], ...FILLED],
      /:15: same-as: "niemand" does not exist/,
    ],
    [
      'a new one with the id of another',
      [['owned-by: delta', 'owned-by: noordzee'], SECOND, ...FILLED],
      /:15: "noordzee" is in our list already/,
    ],
    [
      'one who has another number',
      [['    same-as:\n    decision:', '    same-as: duinbode\n    decision: yes'], ...FILLED],
      /:15: duinbode has another qid than delta/,
    ],
    ['a source that does not exist', [FIRST, ['sources: [bron]', 'sources: [brom]']], /:8: source "brom" does not exist/],
    [
      'a claim that is mistyped',
      [FIRST, ['member-of: persbond', 'memberof: persbond']],
      /:7: "memberof" is not known in proposal 1, claim/,
    ],
    [
      'an address that is no web address',
      [FIRST, ['"https://bron.example/"', '"javascript:alert(1)"']],
      /:30: url: an address begins with https/,
    ],
  ];
  it.each(WRONG)('refuses %s', (_, answers, message) => {
    const folder = waiting(answers);
    const [problem] = said(folder);
    expect(problem).toMatch(message);
    expect(existsSync(join(folder.base, 'sources/bron.yaml'))).toBe(false);
  });

  it('refuses what would put the register out of order, and says what the check says', () => {
    const folder = waiting([FIRST, ['member-of: persbond', 'published-by: polderpost']]);
    expect(said(folder).join()).toMatch(/practice\/entities\/nl\/polderpost\.yaml:\d+: a claim about itself/);
    expect(folder.read(FILE)).toContain('published-by: polderpost');
  });

  it('never puts a number over another', () => {
    const numbered = `${LIST[POLDERPOST]}ids: {qid: Q990000088}\nsources: [colofon-polderpost]\n`;
    const folder = waiting([['sources: [bron]\n    decision:\nentities', 'sources: [bron]\n    decision: yes\nentities']], {
      [POLDERPOST]: numbered,
    });
    expect(said(folder)[0]).toMatch(/:19: polderpost has qid Q990000088 already/);
    expect(folder.read(POLDERPOST)).toContain('Q990000088');
  });

  it('remembers what was refused, with the reason, and takes the file away when all is decided', () => {
    const folder = waiting([
      ['sources: [bron]\n    decision:', 'sources: [bron]\n    decision: NO\n    why: Verouderd.'],
      ['    same-as:\n    decision:', '    same-as:\n    decision: nee'],
      ['sources: [bron]\n    decision:\nentities', 'sources: [bron]\n    decision: no\nentities'],
    ]);
    expect(run(folder)).toMatchObject({ accepted: 0, refused: 3, undecided: 0, files: [], problems: [] });
    expect(existsSync(join(folder.base, FILE))).toBe(false);
    expect(folder.read('proposed/refused.yaml')).toContain(
      '- what: polderpost/member-of/persbond\n  import: wikidata\n  refused: 2026-11-23\n  why: Verouderd.\n',
    );
    expect(run(folder)).toMatchObject({ refused: 0, problems: [] });
  });

  it('takes only the number of one that our list has in this place already, and no source that nothing would cite', () => {
    const folder = waiting([
      [
        'owned-by: delta\n      valid: {from: 2024}\n      sources: [bron, ingevuld]\n    same-as:\n    decision:',
        'published-by: delta\n      sources: [bron, ingevuld]\n    same-as: waterland\n    decision: yes',
      ],
    ]);
    const before = folder.read(POLDERPOST);
    expect(said(folder)).toEqual([]);
    expect(folder.read(POLDERPOST)).toBe(before);
    expect(folder.read('entities/nl/waterland.yaml')).toContain('qid: Q990000050');
    expect(existsSync(join(folder.base, 'sources/ingevuld.yaml'))).toBe(false);
  });

  it('makes one claim with two sources of what two imports found', () => {
    const folder = waiting([FIRST]);
    folder.write(
      'proposed/ads-txt/polderpost.yaml',
      WAITING.replace(...FIRST)
        .replaceAll('[bron]', '[elders]')
        .replaceAll('id: bron,', 'id: elders,'),
    );
    expect(said(folder)).toEqual([]);
    const text = folder.read(POLDERPOST);
    expect(text.match(/member-of/g)).toHaveLength(1);
    expect(text).toContain('  - member-of: persbond\n    sources: [elders, bron]\n');
  });

  it('refuses two numbers of one kind that were accepted together', () => {
    const third: [string, string] = ['sources: [bron]\n    decision:\nentities', 'sources: [bron]\n    decision: yes\nentities'];
    const folder = waiting([third]);
    folder.write('proposed/json-ld/polderpost.yaml', WAITING.replace(...third).replace('Q990000001', 'Q990000009'));
    expect(said(folder)[0]).toMatch(/polderpost has qid Q990000009 already/);
  });

  it('carries nothing over twice', () => {
    const folder = waiting([FIRST]);
    run(folder);
    const once = folder.read(POLDERPOST);
    folder.write(FILE, WAITING.replace(...FIRST));
    expect(said(folder)).toEqual([]);
    expect(folder.read(POLDERPOST)).toBe(once);
  });

  it('writes nothing in a dry run, and says what it would write', () => {
    const folder = waiting([FIRST]);
    const before = folder.read(POLDERPOST);
    expect(run(folder, true).files).toEqual(['practice/entities/nl/polderpost.yaml', 'practice/sources/bron.yaml']);
    expect(folder.read(POLDERPOST)).toBe(before);
    expect(folder.read(FILE)).toContain('decision: yes');
  });
});
