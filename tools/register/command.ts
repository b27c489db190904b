import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Wrong use of a command: said with the way to its help, exit code 2. */
export class WrongUse extends Error {}

export interface Option {
  type: 'string' | 'boolean';
  /** May be given more than once. */
  multiple?: boolean;
  /** What to write after it, in capitals: "FOLDER". */
  value?: string;
  about: string;
}

type Options = Record<string, Option>;
type Given<O extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: O }>>['values'];

/** One command of the register tool. Exit codes: 0 done, 1 problems in the data, 2 wrong use. */
export interface Command {
  /** One or more words: "check", "import wikidata". */
  name: string;
  /** What stands after the name: "OLD NEW", "FILE…" (one or more), "[FILE…]" (any number), or nothing. */
  operands: string;
  /** One line, without a full stop. */
  summary: string;
  /** The rest of its help: what it does exactly, an example. */
  help: string;
  options: Options;
  /** @param args what stood after the name on the command line */
  run: (args: string[]) => number | Promise<number>;
}

interface Spec<O extends Options> {
  name: string;
  operands?: string;
  summary: string;
  help?: string;
  options: O;
  run: (values: Given<O>, operands: string[]) => number | Promise<number>;
}

/** A command with its options parsed and its operands counted before it runs. */
export function command<const O extends Options>(spec: Spec<O>): Command {
  const { name, operands = '', summary, help = '', options } = spec;
  const run = (args: string[]): number | Promise<number> => {
    const given = parsed(name, args, options);
    const wanted = operands.split(' ').filter((word) => word !== '');
    const least = wanted.filter((word) => !word.startsWith('[')).length;
    const most = operands.includes('…') ? Number.POSITIVE_INFINITY : wanted.length;
    const count = given.positionals.length;
    if (count < least) throw new WrongUse(`${name} needs ${operands}`);
    if (count > most) throw new WrongUse(`${name} does not take "${given.positionals[most] ?? ''}"`);
    return spec.run(given.values, given.positionals);
  };
  return { name, operands, summary, help, options, run };
}

function parsed<const O extends Options>(name: string, args: string[], options: O) {
  try {
    return parseArgs({ args, allowPositionals: true, options } satisfies ParseArgsConfig);
  } catch (error) {
    const code = error instanceof TypeError && 'code' in error ? String(error.code) : '';
    if (!(error instanceof Error) || !code.startsWith('ERR_PARSE_ARGS')) throw error;
    const [, option = ''] = /'(?:-\w, )?(-[^\s'=]*)/.exec(error.message) ?? [];
    const all = Object.keys(options).map((each) => `--${each}`);
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new WrongUse(`${name} has no option ${option}; it has ${[...all, '--help'].join(', ')}`);
    const { value } = options[option.replace(/^--/, '')] ?? {};
    throw new WrongUse(value === undefined ? `${option} takes nothing after it` : `${option} needs something after it: ${option} ${value}`);
  }
}

export interface Found {
  command: Command;
  /** What stands after its name. */
  args: string[];
}

/** The command whose name the arguments begin with; of two such names the longest. */
export function findCommand(commands: readonly Command[], args: readonly string[]): Found | null {
  const fitting = commands
    .map((each) => ({ command: each, words: each.name.split(' ') }))
    .filter(({ words }) => words.every((word, at) => args[at] === word))
    .sort((a, b) => b.words.length - a.words.length);
  const [best] = fitting;
  return best === undefined ? null : { command: best.command, args: args.slice(best.words.length) };
}

/** All commands, one line each. */
export function overview(commands: readonly Command[]): string {
  return columns(commands.map((each) => [usage(each), each.summary]));
}

/** The help of one command. */
export function helpOf(each: Command): string {
  const options: [string, string][] = Object.entries(each.options).map(([name, { value, about, multiple }]) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    multiple ? `${about}; may be given more than once` : about,
  ]);
  return [
    `npm run register -- ${usage(each)}${Object.keys(each.options).length === 0 ? '' : ' [options]'}\n\n  ${each.summary}.`,
    ...(each.help === '' ? [] : [each.help]),
    columns([...options, ['--help', 'this text']]),
    'Exit code: 0 done, 1 problems in the data, 2 wrong use.',
  ].join('\n\n');
}

function usage({ name, operands }: Command): string {
  return operands === '' ? name : `${name} ${operands}`;
}

function columns(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join('\n');
}
