export const HELP = `Reads saved pages with the extension's own reader, in Chromium, without network.

  inspect [--now ISO] [--url ADDRESS] FILE…
  inspect [--now ISO] --list FILE.jsonl
  inspect --as posts FILE…

  FILE        an HTML page, also gzipped (.gz)
  --url       the address under which FILE was saved; without it <link rel=canonical> or og:url, else https://page.invalid/
  --list      lines {"file", "url"}; file is relative to the list
  --as posts  reads posts and search results instead of one article
  --now       the moment of reading, for "3 hours ago" and dates in the future; default: the clock
  --help      this text

One JSON line a page, in the order given. A file that cannot be read gives {"file","error"}; the exit code is then 1.`;

export interface Job {
  file: string;
  path: string;
  url: string | null;
}

export interface Options {
  help: boolean;
  /** Which reader: the one for articles, or the adapters for platforms. */
  as: 'article' | 'posts';
  now: Date | null;
  url: string | null;
  list: string | null;
  files: string[];
}

/** Reads the command line; a mistake is an Error with a sentence that can be shown. */
export function parseArgs(args: readonly string[]): Options {
  const options: Options = { help: false, as: 'article', now: null, url: null, list: null, files: [] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const value = (): string => {
      const next = args[++i];
      if (next === undefined) throw new Error(`${arg} needs a value`);
      return next;
    };
    if (arg === '--help' || arg === '-h') options.help = true;
    else if (arg === '--now') options.now = toDate(value());
    else if (arg === '--url') options.url = toUrl(value());
    else if (arg === '--as') options.as = toKind(value());
    else if (arg === '--list') options.list = value();
    else if (arg.startsWith('--')) throw new Error(`unknown option ${arg}`);
    else options.files.push(arg);
  }
  return options;
}

function toKind(text: string): Options['as'] {
  if (text !== 'article' && text !== 'posts') throw new Error(`--as: "article" or "posts", not "${text}"`);
  return text;
}

function toDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`--now: not a moment in ISO 8601: ${text}`);
  return date;
}

function toUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/i.test(text)) throw new Error(`--url: not an http(s) address: ${text}`);
  return text;
}
