import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../../tools/register/import/run';
import { proposedOf } from '../../../../../tools/register/import/run';
import { importWikidata } from '../../../../../tools/register/import/wikidata';
import { NEEDED, WIKIDATA_QUERY } from '../../../../../tools/register/import/wikidata-query';
import { LIST, listFolder, notes, proposed } from './list';

type Cell = { type: string; value: string };

const ENTITY = 'http://www.wikidata.org/entity/';
const POLDERPOST = { item: 'Q990000001', itemLabel: 'De Polderpost', site: 'https://www.polderpost.example/' };

/** Rows as a person would write them, in the JSON of the query service. */
function answer(...rows: Record<string, string>[]): string {
  const vars = [...new Set([...NEEDED, ...rows.flatMap((row) => Object.keys(row))])];
  const bindings = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]): [string, Cell] => {
        if (name === 'item' || name === 'object') return [name, { type: 'uri', value: `${ENTITY}${value}` }];
        return [name, { type: 'literal', value }];
      }),
    ),
  );
  return JSON.stringify({ head: { vars }, results: { bindings } });
}

function run(text: string): Run {
  return importWikidata({ text, from: 'answer.json', day: '2026-11-20' }, listFolder().known());
}

const owner = (more: Record<string, string>): Record<string, string> => ({
  ...POLDERPOST,
  property: 'P127',
  object: 'Q990000050',
  objectLabel: 'Verzonnen Bezit',
  objectKind: 'other',
  ...more,
});

describe('import wikidata', () => {
  it('asks for every column that it needs', () => {
    for (const name of NEEDED) expect(WIKIDATA_QUERY).toContain(`?${name}`);
  });

  it('proposes what the saved answer says, and nothing of persons without a source', () => {
    const found = run(readFileSync('tests/fixtures/imports/wikidata.json', 'utf8'));
    expect(proposed(found)).toEqual([
      'polderpost {"qid":"Q990000001"}',
      'polderpost published-by uitgeverij-waterland',
      'polderpost owned-by noordzee-kranten',
    ]);
    const text = JSON.stringify([proposedOf(found), found.notes]);
    for (const name of ['Verzonnen', 'Bedacht', 'Gefingeerd', 'Q99000002']) expect(text).not.toContain(name);
    expect(Object.fromEntries(found.leftOut)).toEqual({
      'a person or family without a source that can carry it': 2,
      'a value that is unknown or no item': 1,
      'a year of beginning, for which our list has no place': 1,
      'an item that is not in our list': 2,
    });
  });

  it('knows an item by its site or by its number, never by its name', () => {
    const named = { property: 'P127', object: 'Q990000050', objectLabel: 'Verzonnen Bezit', objectKind: 'other' };
    const elsewhere = run(answer({ ...named, item: 'Q990000001', itemLabel: 'De Polderpost', site: 'https://andere.example/' }));
    expect(proposed(elsewhere)).toEqual([]);
    const numbered = run(answer({ ...named, item: 'Q990000042', itemLabel: 'Heel anders', site: 'https://andere.example/' }));
    expect(proposed(numbered)).toEqual(['duinbode owned-by verzonnen-bezit']);
  });

  it('proposes nothing when two items have the site of one outlet, and says so', () => {
    const found = run(answer(owner({}), owner({ item: 'Q990000009', itemLabel: 'Stichting De Polderpost' })));
    expect(proposed(found)).toEqual([]);
    expect(notes(found)).toContain('Q990000001 en Q990000009');
  });

  it('knows an owner by number or by the site of an organisation, and asks who it is otherwise', () => {
    const byKvk = run(answer(owner({ objectKvk: '00000012' })));
    expect(proposed(byKvk)).toContain('polderpost owned-by noordzee');
    const bySite = run(answer(owner({ objectSite: 'https://noordzee.example/' })));
    expect(proposed(bySite)).toContain('polderpost owned-by noordzee');
    const byName = run(answer(owner({ objectLabel: 'Noordzee Kranten' })));
    const [, asked] = byName.found.get('polderpost')?.proposals ?? [];
    expect(asked).toMatchObject({ 'same-as': null, claim: { 'owned-by': 'noordzee-kranten' } });
    expect(asked?.notes?.join()).toContain('Mogelijk is dit: noordzee. De naam alleen zegt het niet.');
  });

  it('does not take the site of a title for that of its owner', () => {
    const found = run(answer(owner({ objectSite: 'https://duinbode.example/' })));
    expect(proposed(found)).toContain('polderpost owned-by verzonnen-bezit');
  });

  it('says what our list says beside a claim that disagrees', () => {
    const found = run(answer({ ...owner({ object: 'Q990000050', property: 'P123' }) }));
    expect(found.contradicting).toBe(1);
    expect(found.found.get('polderpost')?.proposals[1]?.beside).toEqual(['uitgegeven door waterland, volgens colofon-polderpost']);
  });

  it('says that an owner further up is reached already', () => {
    const found = run(answer(owner({ objectKvk: '00000012' })));
    expect(found.found.get('polderpost')?.proposals[1]?.notes).toContain('Onze lijst komt langs waterland al bij noordzee uit.');
  });

  it('leaves the kind and date of a reference to the reviewer, and cites the item beside it', () => {
    const found = run(answer(owner({ refUrl: 'https://persblad.example/2024/koop', statedInLabel: 'Persblad' })));
    const { proposals = [], sources = [] } = found.found.get('polderpost') ?? {};
    const cited = proposals[1]?.claim?.sources ?? [];
    expect(cited).toHaveLength(2);
    expect(sources.find(({ id }) => id === cited[0])).toMatchObject({
      publisher: 'Persblad',
      kind: null,
      published: null,
      retrieved: null,
    });
    expect(sources.find(({ id }) => id === cited[1])).toMatchObject({ kind: 'dataset', licence: 'CC0-1.0', retrieved: '2026-11-20' });
  });

  it('says that a row without a reference is not enough for what is contested or personal', () => {
    const found = run(answer(owner({})));
    expect(found.found.get('polderpost')?.proposals[1]?.notes?.join()).toContain('Wikidata noemt hiervoor geen bron.');
  });

  it('gives a person no number, cites the reference alone, and takes none from a wiki', () => {
    const person = { object: 'Q990000077', objectLabel: 'Pim Gefingeerd', objectKind: 'person' };
    const found = run(answer(owner({ ...person, refUrl: 'https://persblad.example/2023/pim' })));
    const one = found.found.get('polderpost');
    expect(one?.entities).toEqual([{ id: 'pim-gefingeerd', kind: 'person', names: ['Pim Gefingeerd'], checked: '2026-11-20' }]);
    expect(one?.proposals[1]?.claim?.sources).toHaveLength(1);
    expect(JSON.stringify(one)).not.toContain('Q990000077');
    for (const refUrl of ['https://nl.wikipedia.org/wiki/Pim', 'javascript:alert(1)', ''])
      expect(proposed(run(answer(owner({ ...person, refUrl }))))).toEqual(['polderpost {"qid":"Q990000001"}']);
  });

  it('recognises no person by a number or site, and none on a wiki that our list knows as a source', () => {
    const person = { object: 'Q990000077', objectLabel: 'Pim Gefingeerd', objectKind: 'person' };
    const numbered = run(answer(owner({ ...person, objectKvk: '00000012', refUrl: 'https://persblad.example/2023/pim' })));
    expect(proposed(numbered)).toContain('polderpost owned-by pim-gefingeerd');
    const wiki =
      LIST['sources/colofon-duinbode.yaml']?.replace('https://duinbode.example/colofon', 'https://nl.wikipedia.org/wiki/Pim') ?? '';
    const known = listFolder({ 'sources/colofon-duinbode.yaml': wiki }).known();
    const text = answer(owner({ ...person, refUrl: 'https://nl.wikipedia.org/wiki/Pim' }));
    expect(proposed(importWikidata({ text, from: 'answer.json', day: '2026-11-20' }, known))).toEqual(['polderpost {"qid":"Q990000001"}']);
  });

  it('cites no wiki beside the item itself', () => {
    const found = run(answer(owner({ refUrl: 'https://nl.wikipedia.org/wiki/De_Polderpost' })));
    expect(found.found.get('polderpost')?.proposals[1]?.claim?.sources).toEqual(['wikidata-q990000001-2026-11-20']);
  });

  it('does not call it a disagreement when the one who is asked about could be the one in our list', () => {
    const found = run(answer(owner({ property: 'P123', objectLabel: 'Uitgeverij Waterland' })));
    expect(found.contradicting).toBe(0);
    const asked = found.found.get('polderpost')?.proposals[1];
    expect(asked?.beside).toBeUndefined();
    expect(asked?.notes).toContain('Is dit waterland? Dan staat het al in onze lijst, en komt alleen het nummer erbij.');
  });

  it('proposes that an owner who left owns it now, and shows the history beside it', () => {
    const history = `${LIST['entities/nl/polderpost.yaml']}  - owned-by: noordzee
    valid: {to: 2019}
    status: superseded
    sources: [colofon-polderpost]
`;
    const known = listFolder({ 'entities/nl/polderpost.yaml': history }).known();
    const text = answer(owner({ objectKvk: '00000012' }));
    const found = importWikidata({ text, from: 'answer.json', day: '2026-11-20' }, known);
    expect(proposed(found)).toContain('polderpost owned-by noordzee');
    expect(found.found.get('polderpost')?.proposals[1]?.beside?.[0]).toContain('eigendom van noordzee (… tot 2019)');
  });

  it('leaves out a row that does not say whether it names a person', () => {
    expect(run(answer(owner({ objectKind: '' }))).leftOut.get('a row that does not say whether it names a person')).toBe(1);
  });

  it('keeps dates as precise as Wikidata, and makes a past owner history', () => {
    const found = run(
      answer(owner({ start: '2015-01-01T00:00:00Z', startPrecision: '9', end: '2019-06-01T00:00:00Z', endPrecision: '10' })),
    );
    expect(found.found.get('polderpost')?.proposals[1]?.claim).toMatchObject({
      valid: { from: '2015', to: '2019-06' },
      status: 'superseded',
    });
  });

  it('counts a statement with three references once', () => {
    const found = run(
      answer(
        owner({ refUrl: 'https://a.example/1' }),
        owner({ refUrl: 'https://b.example/2' }),
        owner({ refUrl: 'https://c.example/3' }),
        owner({ refUrl: 'https://d.example/4' }),
      ),
    );
    expect(proposed(found)).toHaveLength(2);
    expect(found.found.get('polderpost')?.proposals[1]?.claim?.sources).toHaveLength(4);
  });

  it('says where a broken answer breaks, and what is wrong with one of another query', () => {
    expect(() => run('{\n"head": {\n"vars": [}')).toThrow(/^answer\.json:3: broken JSON/);
    expect(() => run('[1, 2]')).toThrow(/no SPARQL result in JSON/);
    expect(() => run(JSON.stringify({ head: { vars: ['item'] }, results: { bindings: [] } }))).toThrow(/columns site, property/);
  });

  it('takes no markup for a name, and no nonsense for an item', () => {
    const found = run(
      answer(
        owner({ objectLabel: '<img src=x onerror=alert(1)>' }),
        { ...owner({}), object: '../../etc/passwd' },
        owner({ site: 'javascript:alert(1)' }),
      ),
    );
    expect(proposed(found)).toEqual(['polderpost {"qid":"Q990000001"}']);
    expect([...found.leftOut.keys()]).toEqual([
      'a value that is unknown or no item',
      'a website that is no web address',
      'an owner or publisher without a name',
    ]);
  });

  it('counts every row of an answer as large as may be read', () => {
    const rows = Array.from({ length: 8000 }, (_, at) => owner({ item: `Q${at + 1}`, site: `https://krant${at}.example/` }));
    const began = performance.now();
    const found = run(answer(...rows));
    expect(found.leftOut.get('an item that is not in our list')).toBe(8000);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
