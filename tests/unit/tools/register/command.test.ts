import { describe, expect, it } from 'vitest';
import { command, findCommand, helpOf, overview, WrongUse } from '../../../../tools/register/command';
import { COMMANDS } from '../../../../tools/register/commands';

const noted: unknown[] = [];
const compare = command({
  name: 'compare',
  operands: 'OLD NEW',
  summary: 'compare two things',
  options: { lang: { type: 'string', value: 'nl', about: 'the language' }, add: { type: 'string', multiple: true, about: 'one more' } },
  run: (values, operands) => {
    noted.push(values.lang, operands);
    return 0;
  },
});
const many = command({ name: 'take in', operands: 'FILE…', summary: 'take files in', options: {}, run: (_, files) => files.length });
const some = command({ name: 'take', operands: '[FILE…]', summary: 'take', options: {}, run: (_, files) => files.length });

describe('a command', () => {
  it('gets its options and operands', () => {
    expect(compare.run(['a', '--lang', 'en', 'b'])).toBe(0);
    expect(noted).toEqual(['en', ['a', 'b']]);
  });

  it.each([
    ['too few operands', compare, ['a'], /compare needs OLD NEW/],
    ['too many operands', compare, ['a', 'b', 'c'], /does not take "c"/],
    ['no file where one is needed', many, [], /take in needs FILE…/],
  ])('refuses %s', (_, given, args, says) => {
    expect(() => given.run(args)).toThrow(WrongUse);
    expect(() => given.run(args)).toThrow(says);
  });

  it('takes any number of operands where it says so', () => {
    expect(some.run([])).toBe(0);
    expect(many.run(['a', 'b', 'c'])).toBe(3);
  });

  it('refuses an option it does not have', () => {
    expect(() => compare.run(['a', 'b', '--force'])).toThrow(new WrongUse('compare has no option --force; it has --lang, --add, --help'));
    expect(() => compare.run(['a', 'b', '--lang'])).toThrow(new WrongUse('--lang needs something after it: --lang nl'));
  });

  it('explains itself', () => {
    expect(helpOf(compare)).toBe(`npm run register -- compare OLD NEW [options]

  compare two things.

  --lang nl   the language
  --add       one more; may be given more than once
  --help      this text

Exit code: 0 done, 1 problems in the data, 2 wrong use.`);
  });
});

describe('findCommand', () => {
  it('takes the longest name that fits', () => {
    expect(findCommand([some, many], ['take', 'in', 'x'])).toEqual({ command: many, args: ['x'] });
    expect(findCommand([some, many], ['take', 'x'])).toEqual({ command: some, args: ['x'] });
  });

  it('finds nothing by half a name', () => {
    expect(findCommand([many], ['take'])).toBeNull();
    expect(findCommand([many], [])).toBeNull();
  });
});

describe('the commands of the register', () => {
  it('have names of their own and a line in the overview each', () => {
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
    expect(overview(COMMANDS).split('\n')).toHaveLength(COMMANDS.length);
  });

  it('takes the file of a BODS import with and without --file, and says when there is none', () => {
    const found = findCommand(COMMANDS, ['import', 'bods']);
    expect(() => found?.command.run([])).toThrow(new WrongUse('name the file to read: import bods --file FILE'));
    expect(Object.keys(found?.command.options ?? {})).toContain('file');
    expect(Object.keys(findCommand(COMMANDS, ['export', 'bods'])?.command.options ?? {})).toContain('file');
  });

  it('serve says in plain words what it is for', () => {
    const found = findCommand(COMMANDS, ['serve']);
    expect(found === null ? '' : helpOf(found.command)).toContain('Nothing is changed or published.');
  });

  it.each(COMMANDS.map((each) => [each.name, each] as const))('%s has help without a full stop too many', (_, each) => {
    expect(each.summary).not.toMatch(/\.$/);
    expect(helpOf(each)).toContain('--help');
  });
});
