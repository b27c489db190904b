import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptLine } from '../../../../../tools/register/import/proposal-text';
import { writeRefused } from '../../../../../tools/register/import/refused';
import { BrokenProposals } from '../../../../../tools/register/import/yaml-file';
import { keyOf, type Proposal, type Proposed, readProposals, writeProposals } from '../../../../../tools/register/proposals';
import { type Folder, listFolder } from './list';

const FILE = 'proposed/wikidata/polderpost.yaml';

const owned = (owner: string, more: Partial<Proposal> = {}): Proposal => ({
  says: `Volgens Wikidata: ${owner} is eigenaar van De Polderpost.`,
  claim: { 'owned-by': owner, valid: { from: '2024' }, sources: ['bron'] },
  decision: null,
  ...more,
});

const found = (...proposals: Proposal[]): Proposed[] => [
  {
    about: 'polderpost',
    proposals,
    notes: ['Een opmerking.'],
    entities: [],
    sources: [
      {
        id: 'bron',
        kind: 'dataset',
        title: 'Bron',
        publisher: 'Bron',
        url: 'https://bron.example/',
        undated: true,
        retrieved: '2026-11-20',
        licence: 'CC0-1.0',
      },
    ],
  },
];

function write(folder: Folder, ...proposals: Proposal[]) {
  return writeProposals(folder.base, 'wikidata', '2026-11-23', found(...proposals));
}

describe('writeProposals', () => {
  it('writes a file that a reviewer can read and fill in, and that reads back the same', () => {
    const folder = listFolder();
    expect(write(folder, owned('delta'))).toEqual({ files: [FILE], added: 1, waiting: 0, refused: 0 });
    expect(folder.read(FILE)).toMatchInlineSnapshot(`
      "# Voorstellen. Niets hiervan staat al in onze lijst.
      # 1. Lees bij elk voorstel "says" en vergelijk het met het adres onder "look-at".
      # 2. Schrijf achter "decision:" het woord yes of no. Bij no mag je eronder zetten: "why: de reden".
      #    Weet je het nog niet? Laat het leeg; dan blijft het staan.
      # 3. Staat er "same-as:"? Schrijf er het id uit onze lijst achter, of het woord new.
      # 4. Klaar: npm run register -- accept

      about: polderpost
      import: wikidata
      made: 2026-11-23

      notes:
        - Een opmerking.

      proposals:
        - says: "Volgens Wikidata: delta is eigenaar van De Polderpost."
          claim:
            owned-by: delta
            valid: {from: 2024}
            sources: [bron]
          decision:

      sources:
        - id: bron
          kind: dataset
          title: Bron
          publisher: Bron
          url: https://bron.example/
          undated: true
          retrieved: 2026-11-20
          licence: CC0-1.0
      "
    `);
    const { files, problems } = readProposals(folder.base);
    expect(problems).toEqual([]);
    expect(files[0]?.value.proposals).toEqual([owned('delta')]);
  });

  it('adds to a file that waits, and leaves the answers in it as they are', () => {
    const folder = listFolder();
    write(folder, owned('delta'));
    folder.write(FILE, folder.read(FILE).replace('    decision:\n', '    decision: no\n    why: Te oud.\n'));
    expect(write(folder, owned('delta'), owned('gamma'))).toEqual({ files: [FILE], added: 1, waiting: 1, refused: 0 });
    const [file] = readProposals(folder.base).files;
    expect(file?.value.proposals.map(({ claim, decision, why }) => [claim?.['owned-by'], decision, why])).toEqual([
      ['delta', 'no', 'Te oud.'],
      ['gamma', null, undefined],
    ]);
    expect(file?.value.sources).toHaveLength(1);
  });

  it('writes over nothing that it cannot read', () => {
    const folder = listFolder();
    write(folder, owned('delta'));
    const broken = folder.read(FILE).replace('    decision:', '    desicion:');
    folder.write(FILE, broken);
    expect(() => write(folder, owned('gamma'))).toThrow(BrokenProposals);
    expect(folder.read(FILE)).toBe(broken);
    const [problem] = readProposals(folder.base).problems;
    expect(problem?.file).toBe(FILE);
    expect(problem?.line).toBe(16);
  });

  it('does not propose again what the same import had refused, and does when another finds it', () => {
    const folder = listFolder();
    writeRefused(folder.base, [{ what: keyOf('polderpost', owned('delta')), import: 'wikidata', refused: '2026-11-22' }]);
    expect(write(folder, owned('delta'))).toEqual({ files: [], added: 0, waiting: 0, refused: 1 });
    expect(existsSync(join(folder.base, FILE))).toBe(false);
    expect(writeProposals(folder.base, 'ads-txt', '2026-11-23', found(owned('delta'))).added).toBe(1);
  });

  it('writes nothing in a dry run', () => {
    const folder = listFolder();
    expect(writeProposals(folder.base, 'wikidata', '2026-11-23', found(owned('delta')), { dryRun: true }).added).toBe(1);
    expect(existsSync(join(folder.base, 'proposed'))).toBe(false);
  });
});

describe('keyOf', () => {
  it('tells another period, share or party apart, and not another source or order of keys', () => {
    const key = (more: Partial<NonNullable<Proposal['claim']>>): string =>
      keyOf('polderpost', { says: 'x', decision: null, claim: { 'owned-by': 'delta', sources: ['bron'], ...more } });
    expect(key({})).toBe('polderpost/owned-by/delta');
    expect(key({ sources: ['andere'] })).toBe(key({}));
    expect(key({ valid: { from: '2024' } })).not.toBe(key({}));
    const share = key({ interests: [{ instrument: 'ordinary-share', capital: { exact: 40 }, scope: 'group' }] });
    expect(share).not.toBe(key({}));
    expect(key({ interests: [{ scope: 'group', capital: { exact: 40 }, instrument: 'ordinary-share' }] })).toBe(share);
  });

  it('keeps no name of a person', () => {
    const proposal: Proposal = { says: 'x', decision: null, claim: { 'owned-by': 'pim-gefingeerd', sources: ['bron'] } };
    expect(keyOf('polderpost', proposal, [{ id: 'pim-gefingeerd', kind: 'person' }])).toMatch(
      /^polderpost\/owned-by\/person-[0-9a-f]{12}$/,
    );
  });
});

describe('acceptLine', () => {
  it('is the command with the options of this run, ready to be copied', () => {
    expect(acceptLine({})).toBe('npm run register -- accept');
    expect(acceptLine({ practice: true, from: '../kopie' })).toBe('npm run register -- accept --practice --from ../kopie');
    expect(acceptLine({ from: "Mijn map's" })).toBe("npm run register -- accept --from 'Mijn map'\\''s'");
  });
});
