import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, REPORTS, ROOT, runTool, vitest } from './step';

/** Real pages with known answers, which are not ours to publish: beside the repository where somebody has them. */
const PAGES = path.resolve(ROOT, '../shared/pages');

/**
 * Below these the reader got worse than it was. In percent, over all pages; `published` is the F1 of the calendar day,
 * `authors` the F1 of the exact set of names.
 */
const FLOOR = { published: 96, authors: 80 };

/** Reads the collection with `inspect` and holds its scores against the floor. */
export async function scorePages(): Promise<Outcome> {
  if (!existsSync(path.join(PAGES, 'list.jsonl'))) {
    return { passed: 0, failed: 0, note: 'left out: the collection of real pages is not on this machine' };
  }
  mkdirSync(REPORTS, { recursive: true });
  const lines = path.join(REPORTS, 'pages.jsonl');
  const read = await inspectInto(lines);
  if (read.code !== 0) console.log(`inspect ended with ${read.code}`);
  const { code, output } = await runTool('node', [path.join(PAGES, 'score.mjs'), lines]);
  if (code !== 0) {
    console.log(output.trimEnd());
    return { passed: 0, failed: 1 };
  }
  const found = readScores(output);
  if (found === null) {
    console.log('the scorer printed no table that could be read');
    return { passed: 0, failed: 1 };
  }
  const results = [
    { what: `all ${read.lines} pages read`, good: read.code === 0 && read.lines > 0 },
    { what: `published date: F1 ${found.published} (floor ${FLOOR.published})`, good: found.published >= FLOOR.published },
    { what: `authors: F1 ${found.authors} (floor ${FLOOR.authors})`, good: found.authors >= FLOOR.authors },
  ];
  for (const { what, good } of results) console.log(`${good ? '✓' : '✗'} ${what}`);
  return { passed: results.filter((each) => each.good).length, failed: results.filter((each) => !each.good).length };
}

/** Saved pages of platforms with their expected answers; as little ours to publish. */
export async function checkCaptures(): Promise<Outcome> {
  if (!existsSync(path.resolve(ROOT, '../shared/captures/expected.jsonl')))
    return { passed: 0, failed: 0, note: 'left out: the saved pages of platforms are not on this machine' };
  return vitest('captures', ['tests/pages']);
}

/** The rows of the scorer's tables that are about us: F1 is the fourth column of both. */
export function readScores(table: string): { published: number; authors: number } | null {
  const section = (heading: string): string => table.split('### ').find((each) => each.startsWith(heading)) ?? '';
  const row = (text: string): string[] =>
    text
      .split('\n')
      .find((line) => line.startsWith('| pages |'))
      ?.split('|') ?? [];
  const number = (cell: string | undefined): number => Number.parseFloat((cell ?? '').replaceAll('*', ''));
  const published = number(row(section('all'))[4]);
  const authors = number(row(section('author / site name, all'))[4]);
  return Number.isFinite(published) && Number.isFinite(authors) ? { published, authors } : null;
}

function inspectInto(file: string): Promise<{ code: number; lines: number }> {
  return new Promise((resolve) => {
    const out = createWriteStream(file);
    const list = path.join(PAGES, 'list.jsonl');
    const child = spawn('tsx', ['tools/inspect.ts', '--list', list], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let lines = 0;
    let told = Date.now();
    child.stdout.on('data', (chunk: Buffer) => {
      out.write(chunk);
      for (const byte of chunk) if (byte === 10) lines++;
      if (Date.now() - told > 5000) {
        told = Date.now();
        console.log(`… ${lines} pages read`);
      }
    });
    child.on('error', () => resolve({ code: 127, lines }));
    child.on('close', (code) => out.end(() => resolve({ code: code ?? 1, lines })));
  });
}
