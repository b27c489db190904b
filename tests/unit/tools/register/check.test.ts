import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../../../tools/register/check';
import { readRegistry } from '../../../../tools/register/files';
import { describeProblem } from '../../../../tools/register/problem';
import { edited, SMALL, smallRegistry } from './folder';

const REGISTRY = join(import.meta.dirname, '../../../../registry');
const KRANT = 'entities/nl/krant.yaml';
const FAMILIE = 'entities/intl/familie.yaml';
const COLOFON = 'sources/colofon.yaml';
const JAARVERSLAG = 'sources/jaarverslag.yaml';

describe('the register of this repository', () => {
  it.each(['core', 'practice'] as const)('is in order (%s)', (name) => {
    expect(checkRegistry(readRegistry(REGISTRY, name)).map(describeProblem)).toEqual([]);
  });
});

describe('checkRegistry', () => {
  it('finds nothing wrong with a register in order', () => {
    expect(checkRegistry(smallRegistry()).map(describeProblem)).toEqual([]);
  });

  const WRONG: [string, Record<string, string | null>, string, RegExp][] = [
    ['a score', edited(KRANT, 'country: NL', 'country: NL\nscore: 7'), KRANT, /"score" is a mark/],
    [
      'a rating on a claim',
      edited(KRANT, '    sources: [jaarverslag]', '    sources: [jaarverslag]\n    trustRating: 3'),
      KRANT,
      /"trustRating" is a mark/,
    ],
    ['an unknown key', edited(KRANT, 'country: NL', 'country: NL\ncolour: red'), KRANT, /"colour" is not known/],
    ['an unknown kind', edited(KRANT, 'kind: outlet', 'kind: medium'), KRANT, /kind/],
    ['broken YAML', edited(KRANT, 'names: [De Krant]', 'names: [De Krant'), KRANT, /./],
    [
      'a file under another name',
      { 'entities/nl/krant.yaml': null, 'entities/nl/blad.yaml': SMALL[KRANT] ?? '' },
      'entities/nl/blad.yaml',
      /belongs at entities\/nl\/krant.yaml/,
    ],
    [
      'a file in another country',
      { 'entities/nl/krant.yaml': null, 'entities/be/krant.yaml': SMALL[KRANT] ?? '' },
      'entities/be/krant.yaml',
      /belongs at/,
    ],
    ['a claim without a source', edited(KRANT, '    sources: [jaarverslag]', '    sources: []'), KRANT, /sources/],
    [
      'a source that does not exist',
      edited(KRANT, '    sources: [jaarverslag]', '    sources: [jaarverslag, gerucht]'),
      KRANT,
      /"gerucht" does not exist/,
    ],
    ['an owner that does not exist', edited(KRANT, 'owned-by: uitgever', 'owned-by: niemand'), KRANT, /"niemand" does not exist/],
    ['an outlet that owns itself', edited(KRANT, 'owned-by: uitgever', 'owned-by: krant'), KRANT, /about itself/],
    [
      'a claim that names two relations',
      edited(KRANT, 'owned-by: uitgever', 'owned-by: uitgever\n    published-by: uitgever'),
      KRANT,
      /exactly one relation/,
    ],
    ['a claim that names no relation', edited(KRANT, 'owned-by: uitgever', 'asOf: 2025'), KRANT, /exactly one relation/],
    [
      'the same claim twice',
      edited(
        KRANT,
        '  - owned-by: uitgever\n    sources: [jaarverslag]',
        '  - owned-by: uitgever\n    sources: [jaarverslag]\n  - owned-by: uitgever\n    sources: [jaarverslag]',
      ),
      KRANT,
      /two claims become/,
    ],
    [
      'a date that is none',
      edited(KRANT, '    sources: [jaarverslag]', '    asOf: vorig jaar\n    sources: [jaarverslag]'),
      KRANT,
      /a date is/,
    ],
    ['a 30th of February', edited(KRANT, 'checked: 2026-11-23', 'checked: 2026-02-30'), KRANT, /a day is/],
    [
      'an end before its beginning',
      edited(KRANT, '    sources: [jaarverslag]', '    valid: {from: 2020, to: 2019}\n    sources: [jaarverslag]'),
      KRANT,
      /ends before it begins/,
    ],
    [
      'a fact from the future',
      edited(KRANT, '    sources: [jaarverslag]', '    valid: {from: 2027}\n    sources: [jaarverslag]'),
      KRANT,
      /after the day it was checked/,
    ],
    ['a word that judges', edited(KRANT, 'owned-by: uitgever', 'owned-by: {words: omstreden ondernemers}'), KRANT, /a word that judges/],
    [
      'a family with claims of its own',
      edited(FAMILIE, 'checked: 2026-11-23', 'checked: 2026-11-23\nclaims:\n  - owned-by: uitgever\n    sources: [jaarverslag]'),
      FAMILIE,
      /of its own/,
    ],
    [
      'a family as a member',
      edited('entities/nl/uitgever.yaml', 'owned-by: familie', 'member-of: familie'),
      'entities/nl/uitgever.yaml',
      /as the object of member-of/,
    ],
    ['a family named on a wiki alone', edited(JAARVERSLAG, 'kind: press', 'kind: wiki'), 'entities/nl/uitgever.yaml', /named on a wiki/],
    [
      'interests on a membership',
      edited(KRANT, 'owned-by: uitgever', 'member-of: uitgever\n    interests: [{instrument: unspecified}]'),
      KRANT,
      /interests belong to/,
    ],
    [
      'funding on ownership',
      edited(KRANT, 'owned-by: uitgever', 'owned-by: uitgever\n    funding: {kind: readers}'),
      KRANT,
      /funding belongs to/,
    ],
    [
      'planned money without its year',
      edited(KRANT, 'owned-by: uitgever', 'funded-by: uitgever\n    funding: {kind: public-money, planned: true}'),
      KRANT,
      /planned money without its year/,
    ],
    [
      'another way of reading a source',
      edited(COLOFON, 'retrieved: 2026-11-23', 'retrieved: 2026-11-23\nreadAs: memory'),
      COLOFON,
      /readAs/,
    ],
    [
      'an answer by a party that is not there',
      edited(
        KRANT,
        '    sources: [jaarverslag]',
        '    response: {by: weg, date: 2026-10-02, words: Wij zijn van onszelf., sources: [colofon]}\n    sources: [jaarverslag]',
      ),
      KRANT,
      /"weg" does not exist/,
    ],
    ['income on ownership', edited(KRANT, 'owned-by: uitgever', 'owned-by: {noIncomeFrom: readers}'), KRANT, /income belongs to/],
    [
      'a publisher in words',
      edited(KRANT, 'owned-by: uitgever', 'published-by: {words: een uitgever}'),
      KRANT,
      /a publisher or whole without a file/,
    ],
    ['a source without an address', edited(COLOFON, 'url: https://krant.nl/colofon\n', ''), COLOFON, /one address/],
    [
      'a source with two addresses',
      edited(COLOFON, 'url: https://krant.nl/colofon\n', 'url: https://krant.nl/colofon\nfile: docs/REDACTIE.md\n'),
      COLOFON,
      /one address/,
    ],
    [
      'a file outside the register',
      edited(COLOFON, 'url: https://krant.nl/colofon\n', 'file: ../../geheim.md\n'),
      COLOFON,
      /a path such as/,
    ],
    [
      'a translation that judges',
      edited(KRANT, 'owned-by: uitgever', 'owned-by: {words: ondernemers, en: controversial men}'),
      KRANT,
      /a word that judges/,
    ],
    [
      'a family that holds less than a quarter',
      edited(
        'entities/nl/uitgever.yaml',
        'owned-by: familie',
        'owned-by: familie\n    interests: [{instrument: ordinary-share, capital: {exact: 10}}]',
      ),
      'entities/nl/uitgever.yaml',
      /less than a quarter/,
    ],
    ['numbers without a source', edited(KRANT, 'country: NL', 'country: NL\nids: {kvk: "12345678"}'), KRANT, /numbers without a source/],
    ['a host in capitals', edited(KRANT, 'host: krant.nl', 'host: Krant.nl'), KRANT, /not a plain host/],
    ['a host with www', edited(KRANT, 'host: krant.nl', 'host: www.krant.nl'), KRANT, /not a plain host/],
    ['a host not in punycode', edited(KRANT, 'host: krant.nl', 'host: kränt.nl'), KRANT, /not a plain host/],
    ['a public suffix as a host', edited(KRANT, 'host: krant.nl', 'host: co.uk'), KRANT, /no public host/],
    [
      'one host for two',
      edited('entities/nl/uitgever.yaml', 'claims:', 'hosts:\n  - host: krant.nl\n    sources: [colofon]\nclaims:'),
      'entities/nl/uitgever.yaml',
      /already stands in/,
    ],
    [
      'a whole platform for one outlet',
      {
        ...edited(KRANT, 'host: krant.nl', 'host: krant.substack.com'),
        'carriers/platforms.yaml': 'checked: 2026-11-23\nhosts:\n  - host: substack.com\n    target: platform\n',
      },
      KRANT,
      /where others publish too/,
    ],
    ['a source without a date', edited(COLOFON, 'undated: true\n', ''), COLOFON, /no date/],
    [
      'a source dated and undated',
      edited(JAARVERSLAG, 'published: 2025', 'published: 2025\nundated: true'),
      JAARVERSLAG,
      /dated and undated/,
    ],
    [
      'a source from after it was read',
      edited(JAARVERSLAG, 'published: 2025', 'published: 2026-12-01'),
      JAARVERSLAG,
      /published after it was read/,
    ],
    [
      'a source that is no web address',
      edited(COLOFON, 'https://krant.nl/colofon', 'javascript:alert(1)'),
      COLOFON,
      /an address begins with/,
    ],
    ['a fictional source', edited(COLOFON, 'https://krant.nl/colofon', 'https://bron.example/colofon'), COLOFON, /fictional source/],
    [
      'a source nobody cites',
      { 'sources/los.yaml': (SMALL[COLOFON] ?? '').replace('id: colofon', 'id: los') },
      'sources/los.yaml',
      /nothing refers to/,
    ],
    [
      'an entity nobody names',
      { 'entities/intl/los.yaml': (SMALL[FAMILIE] ?? '').replace('id: familie', 'id: los') },
      'entities/intl/los.yaml',
      /nothing refers to/,
    ],
    ['a bidi control character', edited(KRANT, 'names: [De Krant]', 'names: ["De \\u202eKrant"]'), KRANT, /control characters/],
  ];

  it.each(WRONG)('refuses %s', (_, changes, file, what) => {
    const problems = checkRegistry(smallRegistry(changes));
    expect(problems.map((problem) => problem.file)).toContain(file);
    expect(
      problems
        .filter((problem) => problem.file === file)
        .map(describeProblem)
        .join('\n'),
    ).toMatch(what);
  });

  it('points at the line and says what to do', () => {
    const [problem] = checkRegistry(smallRegistry(edited(KRANT, 'owned-by: uitgever', 'owned-by: niemand')));
    const line = (SMALL[KRANT] ?? '').split('\n').findIndex((text) => text.includes('owned-by')) + 1;
    expect(problem?.file).toBe(KRANT);
    // The fixed layout writes names as a block and puts an empty line before hosts and claims.
    expect(problem?.line).toBe(line + 3);
    expect(problem && describeProblem(problem)).toMatch(/^entities\/nl\/krant\.yaml:\d+: .+ — .+/);
  });

  it('calls nothing unneeded while a file that may refer to it cannot be read', () => {
    const problems = checkRegistry(smallRegistry(edited(KRANT, 'names: [De Krant]', 'names: [De Krant')));
    expect(problems.map(({ file }) => file)).toEqual([KRANT]);
  });

  it('asks for the fixed layout', () => {
    const loose = smallRegistry(edited(KRANT, 'id: krant\nkind: outlet', 'kind: outlet\nid: krant'), 'as-is');
    expect(checkRegistry(loose).map((problem) => problem.what)).toContain('not in the fixed order and layout');
  });
});
