import { describe, expect, it } from 'vitest';
import { plainText, type Run, wordsIn } from '../../../lib/words/words';
import en from '../../../public/_locales/en/messages.json';
import nl from '../../../public/_locales/nl/messages.json';

const dutch = wordsIn('nl');
const english = wordsIn('en');
const strong = (text: string): Run => ({ text, strong: true });

it('has every text in both languages, with the same places to fill in', () => {
  const places = (messages: Record<string, { message: string }>) =>
    Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, [...new Set(message.match(/\{\w+\}/g) ?? [])].sort()]));
  expect(places(en)).toEqual(places(nl));
});

describe('a text', () => {
  it('is in the language asked for', () => {
    expect([dutch.t('question_who'), english.t('question_who')]).toEqual([nl.question_who.message, en.question_who.message]);
    expect([dutch.language, english.language]).toEqual(['nl', 'en']);
  });

  it('keeps the emphasis of what is filled in, and of nothing else', () => {
    expect(dutch.runs('lead_behind', { name: strong('De Krant'), behind: strong('Uitgever') })).toEqual([
      strong('De Krant'),
      { text: ' is van ' },
      strong('Uitgever'),
      { text: '.' },
    ]);
  });

  it('does not fill in what a value itself holds between braces', () => {
    const text = dutch.t('lead_behind', { name: '{behind}', behind: '{name} {behind}' });
    expect(text).toBe('{behind} is van {name} {behind}.');
    expect(dutch.t('paid_quote', { text: '$& {text} {{text}}' })).toContain('$& {text} {{text}}');
  });

  it('leaves a place without a value empty', () => {
    expect(dutch.t('lead_listed')).toBe(' staat in onze lijst.');
    expect(dutch.t('lead_listed', { constructor: 'x' })).toBe(' staat in onze lijst.');
  });

  it('never holds HTML: what looks like it is text', () => {
    expect(dutch.runs('lead_listed', { name: '<b onclick=x>De Krant</b>' })).toEqual([
      { text: '<b onclick=x>De Krant</b> staat in onze lijst.' },
    ]);
  });

  it('keeps a link apart from the text around it', () => {
    const link: Run = { text: 'bron', href: 'https://bron.example/' };
    expect(dutch.runs('lead_listed', { name: [link, { text: '!' }] })).toEqual([link, { text: '! staat in onze lijst.' }]);
  });
});

describe('dates', () => {
  it('are written out, in each language', () => {
    expect([dutch.day('2021-05-03'), english.day('2021-05-03')]).toEqual(['3 mei 2021', '3 May 2021']);
  });

  it('do not shift with the time zone of the reader', () => {
    expect([dutch.day('2021-01-01'), dutch.day('2021-12-31')]).toEqual(['1 januari 2021', '31 december 2021']);
  });

  it('are as precise as their source and no more', () => {
    expect(['2021', '2021-05', '2021-05-03'].map(dutch.roughDate)).toEqual(['2021', 'mei 2021', '3 mei 2021']);
    expect(['2021', '2021-05', '2021-05-03'].map(english.roughDate)).toEqual(['2021', 'May 2021', '3 May 2021']);
  });
});

describe('an age', () => {
  it.each([
    ['day', 0, 'vandaag', 'today'],
    ['day', 1, 'gisteren', 'yesterday'],
    ['day', 2, 'twee dagen geleden', 'two days ago'],
    ['day', 13, '13 dagen geleden', '13 days ago'],
    ['week', 2, 'twee weken geleden', 'two weeks ago'],
    ['month', 11, 'elf maanden geleden', 'eleven months ago'],
    ['year', 1, 'één jaar geleden', 'one year ago'],
    ['year', 12, 'twaalf jaar geleden', 'twelve years ago'],
    ['year', 13, '13 jaar geleden', '13 years ago'],
    ['year', 121, '121 jaar geleden', '121 years ago'],
  ] as const)('of %s %i is said in words', (unit, count, inDutch, inEnglish) => {
    expect([dutch.age({ unit, count }), english.age({ unit, count })]).toEqual([inDutch, inEnglish]);
  });

  it('of one is singular, in every unit', () => {
    expect((['week', 'month', 'year'] as const).map((unit) => english.age({ unit, count: 1 }))).toEqual([
      'one week ago',
      'one month ago',
      'one year ago',
    ]);
  });
});

describe('a list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a en b'],
    [['a', 'b', 'c'], 'a, b en c'],
  ])('of %j reads as a sentence does', (items, text) => {
    expect(plainText(dutch.list(items))).toBe(text);
  });

  it('keeps the emphasis of each item', () => {
    expect(english.list([strong('a'), [strong('b'), { text: ' (40%)', muted: true }], 'c'])).toEqual([
      strong('a'),
      { text: ', ' },
      strong('b'),
      { text: ' (40%)', muted: true },
      { text: ' and c' },
    ]);
  });
});

it('writes numbers as each language does, to two decimals', () => {
  expect([dutch.number(32.7), english.number(32.7), dutch.number(1234567.89), dutch.number(40)]).toEqual([
    '32,7',
    '32.7',
    '1.234.567,89',
    '40',
  ]);
});
