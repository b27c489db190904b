import { readFileSync } from 'node:fs';
import path from 'node:path';
import causes from './misses.json' with { type: 'json' };
import { PAGES } from './reader-pages';

const HELP = `Lists what is missed on the real pages, with its cause, as tables for docs/READING.md.

  npm run -s inspect -- --list ../shared/pages/list.jsonl > ours.jsonl
  npx tsx tests/bench/misses.ts ours.jsonl
`;

interface Answer {
  id: string;
  gold_published?: string;
  gold_published_iso?: string;
  gold_author?: string[] | string;
  disputed?: boolean;
}

interface Seen {
  published: { day: string } | null;
  authors: { name: string }[];
}

interface Miss {
  id: string;
  answer: string;
  /** '' where nothing was said. */
  read: string;
}

const DAY = 86_400_000;

/** An answer that is an instant holds for every calendar on which it is that day. */
function isDay(day: string, { gold_published, gold_published_iso: iso }: Answer): boolean {
  if (day === gold_published) return true;
  const instant = iso !== undefined && /T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? Date.parse(iso) : Number.NaN;
  return (
    [-12, 14].some((hours) => new Date(instant + hours * 3_600_000 || 0).toISOString().startsWith(day)) &&
    Math.abs(Date.parse(day) - instant) < 2 * DAY
  );
}

/** Names as the scorer of the collection compares them: letters and digits, without the words before them. */
function namesIn(value: readonly string[] | string): string[] {
  const words = [value].flat().flatMap((text) => text.split(/[,;|•·/]|\s+(?:and|und|et|en|y|og|och|e|&)\s+|\n/));
  const bare = words.map((text) =>
    text
      .trim()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/^(?:by|von|par|por|da|di|door|text|autor|author|written by)[\s:]+/, '')
      .replace(/\(.*?\)/g, '')
      .replace(/\b(?:dr|prof|phd|mr|mrs|ms)\b\.?/g, '')
      .replace(/[^\p{L}\p{N} ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return [...new Set(bare.filter((name) => name.length > 1))].sort();
}

function read(file: string): Map<string, Seen> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const { file, observation } = JSON.parse(line) as { file: string; observation?: Seen };
      return [path.basename(file, '.html.gz'), observation ?? { published: null, authors: [] }];
    }),
  );
}

function table(misses: readonly Miss[], words: Readonly<Record<string, string>>, pages: Readonly<Record<string, string>>): string {
  const groups = new Map<string, Miss[]>();
  for (const miss of misses) {
    const cause = pages[miss.id] ?? '';
    groups.set(cause, [...(groups.get(cause) ?? []), miss]);
  }
  const rows = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const shown = ({ id, answer, read }: Miss): string => (answer === '' ? id : `${id} (${answer}${read === '' ? '' : `, read ${read}`})`);
  const line = ([cause, list]: [string, Miss[]]): string =>
    `| ${words[cause] ?? 'not looked at yet'} | ${list.filter((each) => each.read === '').length} | ${list.filter((each) => each.read !== '').length} | ${list.map(shown).join(', ')} |`;
  return ['| cause | said nothing | said another | pages |', '| --- | --- | --- | --- |', ...rows.map(line)].join('\n');
}

function main(file: string | undefined): number {
  if (file === undefined) {
    console.log(HELP);
    return 1;
  }
  const seen = read(file);
  const answers = readFileSync(path.join(PAGES, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
  const days: Miss[] = [];
  const makers: Miss[] = [];
  for (const answer of answers) {
    const found = seen.get(answer.id);
    const day = found?.published?.day ?? '';
    if (answer.gold_published !== undefined && !answer.disputed && (day === '' || !isDay(day, answer)))
      days.push({ id: answer.id, answer: answer.gold_published, read: day });
    if (answer.gold_author === undefined || answer.gold_author.length === 0) continue;
    const ours = namesIn((found?.authors ?? []).map(({ name }) => name));
    // Names of people stay out of the document.
    if (ours.join('|') !== namesIn(answer.gold_author).join('|')) makers.push({ id: answer.id, answer: '', read: ours.join(', ') });
  }
  console.log(`${days.length} days\n\n${table(days, causes.causes.days, causes.pages.days)}\n`);
  console.log(`${makers.length} makers\n\n${table(makers, causes.causes.makers, causes.pages.makers)}`);
  return 0;
}

process.exitCode = main(process.argv[2]);
