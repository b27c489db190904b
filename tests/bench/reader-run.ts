import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { quantile } from './measure';
import { type Figure, figures, measureReader } from './reader';
import { OUT, PAGES, samplePages } from './reader-pages';

const FOLDER = path.join(import.meta.dirname, 'peers');
const PEERS = ['metascraper', 'article-extractor', 'readability', 'defuddle'];

interface Line {
  ms: number;
  parse_ms?: number;
}

/** Installs the peers where they are not, from their own lock file and without running their scripts. */
function installPeers(): boolean {
  if (existsSync(path.join(FOLDER, 'node_modules'))) return true;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
  return status === 0;
}

function peerTimes(name: string): Figure | null {
  const { status } = spawnSync('node', ['run.mjs', name, path.join(OUT, 'jobs.jsonl'), path.join(OUT, `${name}.jsonl`)], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return null;
  const lines = readFileSync(path.join(OUT, `${name}.jsonl`), 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const values = lines.map(({ ms, parse_ms }) => ms + (parse_ms ?? 0));
  return { what: `${name} (Node, by the clock, with parsing)`, median: quantile(values, 0.5), p95: quantile(values, 0.95), wanted: null };
}

/**
 * Reads every so many real pages in Chromium, and the same pages with the peers, and prints times and scores side by side.
 *
 * @returns false when a figure is above what is wanted
 */
export async function benchReader({
  every,
  peers,
  note,
}: {
  every: number;
  peers: boolean;
  note: (line: string) => void;
}): Promise<boolean> {
  const pages = samplePages(every);
  note(`reading ${pages.length} pages in Chromium`);
  const rows = figures(await measureReader(pages));
  const runs = ['colofon'];
  if (peers && !installPeers()) note('the peers could not be installed: only ours is measured');
  else if (peers) {
    for (const name of PEERS) {
      note(`reading them with ${name}`);
      const row = peerTimes(name);
      if (row === null) note(`${name} failed`);
      else {
        rows.push(row);
        runs.push(name);
      }
    }
  }
  let good = true;
  console.log(`\n${pages.length} real pages; ours in ms of the thread that did the work, in Chromium, the page loaded and parsed before`);
  for (const { what, median, p95, wanted } of rows) {
    const met = wanted === null || (median <= wanted[0] && p95 <= wanted[1]);
    good &&= met;
    const limit = wanted === null ? '' : ` (wanted: ${wanted[0]} and ${wanted[1]})`;
    console.log(`${wanted === null ? ' ' : met ? '✓' : '✗'} ${what}: median ${median} ms, 95 % ${p95} ms${limit}`);
  }
  const scorer = spawnSync(
    'node',
    [path.join(PAGES, 'score.mjs'), '--corpus', OUT, ...runs.map((name) => path.join(OUT, `${name}.jsonl`))],
    {
      encoding: 'utf8',
      maxBuffer: 20_000_000,
    },
  );
  const sections = scorer.stdout.split('### ').filter((each) => /^(?:all|author \/ site name, all)/.test(each));
  console.log(`\n${sections.join('\n').trim()}`);
  writeFileSync(path.join(OUT, 'figures.json'), `${JSON.stringify(rows, null, 2)}\n`);
  return good;
}
