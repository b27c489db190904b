import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../../tools/register/problem';
import { edited, smallRegistry } from './folder';

const KRANT = 'entities/nl/krant.yaml';

/** What is said of De Krant, as it was written. */
function said(from: string, to: string): string[] {
  return smallRegistry(edited(KRANT, from, to), 'as-is').problems.map(describeProblem);
}

const CLAIM = '  - owned-by: uitgever\n    sources: [jaarverslag]';
const held = (capital: string): string =>
  `  - owned-by: uitgever\n    interests:\n      - instrument: ordinary-share\n        capital: ${capital}\n    sources: [jaarverslag]`;
const SHARE = 'write {exact: 62}, {min: 25, max: 50}, majority, not-public or unstated';

describe('what does not fit', () => {
  it.each<[string, string, string, string]>([
    [
      'a claim without sources',
      CLAIM,
      '  - owned-by: uitgever',
      `${KRANT}:10: claim 1 has no sources — name at least one: sources: [id-of-the-source]`,
    ],
    ['a share in a form of its own', CLAIM, held('55'), `${KRANT}:13: claim 1, interest 1, capital: 55 is no share — ${SHARE}`],
    ['a share as a percentage', CLAIM, held('55%'), `${KRANT}:13: claim 1, interest 1, capital: "55%" is no share — ${SHARE}`],
    [
      'too large a share',
      CLAIM,
      held('{exact: 120}'),
      `${KRANT}:13: claim 1, interest 1, capital: 120 is no percentage — write a number from 0 to 100, without %`,
    ],
    [
      'a name with a colon',
      '[De Krant]',
      '\n  - De Krant\n  - De Testbode: stad',
      `${KRANT}:5: name 2 is read as two things because of its colon — put quotes around a text that holds a colon: "De Testbode: stad"`,
    ],
    [
      'a name that is a number',
      '[De Krant]',
      '[1984]',
      `${KRANT}:3: name 1: 1984 is read as a number or as yes and no — put quotes around it: "1984"`,
    ],
    [
      'one name in place of a list',
      '[De Krant]',
      'De Krant',
      `${KRANT}:3: names is no list — write each name on a line of its own below names:, after "- "`,
    ],
    [
      'a host without a source',
      '\n    sources: [colofon]',
      '',
      `${KRANT}:7: host 1 has no sources — name at least one: sources: [id-of-the-source]`,
    ],
    ['something left empty', 'country: NL', 'country:', `${KRANT}:4: country is empty — fill it in, or take the line away`],
    ['an unknown key in a claim', 'owned-by', 'ownedby', `${KRANT}:10: "ownedby" is not known in claim 1 — remove it or mend the spelling`],
    [
      'a day that is none',
      'checked: 2026-11-23',
      'checked: gisteren',
      `${KRANT}:5: checked: a day is 2021-05-03 — add the day on which it was last compared with its sources, such as checked: 2026-11-23`,
    ],
  ])('%s is said with its place, counted from 1, and with what to write', (_, from, to, says) => {
    expect(said(from, to)).toContain(says);
    expect(said(from, to).join()).not.toMatch(/Invalid input|\.0\./);
  });

  it('names the words that fit', () => {
    expect(said('kind: outlet', 'kind: krant')).toEqual([
      `${KRANT}:2: kind: "krant" is none of the words that fit here — write one of: outlet, organisation, person, family, foundation, public-body, association`,
    ]);
  });
});

const ALIGN = 'is indented differently from the lines beside it — put what belongs together exactly below each other, with spaces';

describe('YAML that cannot be read', () => {
  it.each<[string, string, string, string]>([
    ['a line too far to the left', '    sources: [jaarverslag]', '   sources: [jaarverslag]', `11: line 10 or 11 ${ALIGN}`],
    ['a line too far to the right', '    sources: [jaarverslag]', '      sources: [jaarverslag]', `10: line 10 or 11 ${ALIGN}`],
    ['a dash that is missing', CLAIM, `${CLAIM}\n  owned-by: uitgever\n    sources: [jaarverslag]`, `12: line 11 or 12 ${ALIGN}`],
    ['one claim without a dash', '  - owned-by', '    owned-by', '10: claims is no list — begin each on a line of its own with "- "'],
    [
      'a bracket that is open',
      'names: [De Krant]',
      'names: [De Krant',
      '3: a bracket is not closed: [ without ] — put ] where the list ends, usually at the end of the line',
    ],
    [
      'an open bracket on the last line',
      '[jaarverslag]',
      '[jaarverslag',
      '11: a bracket is not closed: [ without ] — put ] where the list ends, usually at the end of the line',
    ],
    ['a bracket too many', '[De Krant]', '[De Krant]]', '3: a bracket is closed that was not opened — take it away, or open it'],
    ['an open quote', '[De Krant]', '\n  - "De Krant', '4: a text between quotes is not closed — put " where the text ends'],
    [
      'two colons in a line',
      '[De Krant]',
      '\n  - name: De Testbode: stad',
      '4: there are two colons in one line — put quotes around a text that holds a colon',
    ],
    ['a tab', 'country: NL', '\tcountry: NL', '4: the line begins with a tab — use spaces'],
    [
      'a key that stands twice',
      'country: NL',
      'country: NL\ncountry: BE',
      '5: "country" stands twice in the same place — keep one, or make one list of the two',
    ],
    ['a colon that is missing', 'country: NL', 'country NL', '4: there is no colon with a space after it — write word: value'],
    ['a text that begins with a sign', '[De Krant]', '\n  - @krant', '4: a text cannot begin with @ — put quotes around the text'],
    ['a text that begins with a star', '[De Krant]', '\n  - *krant', '4: a text cannot begin with * — put quotes around the text'],
  ])('%s is said in words, with the line', (_, from, to, says) => {
    expect(said(from, to)).toEqual([`${KRANT}:${says}`]);
  });
});
