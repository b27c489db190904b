import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Real pages with known answers, which are not ours to publish: beside the repository where somebody has them. */
export const PAGES = path.resolve(ROOT, '../shared/pages');
export const OUT = path.join(ROOT, '.reports', 'reader');

export interface RealPage {
  id: string;
  path: string;
  url: string;
}

/** Every so many pages of the collection, and an index of only these for the scorer. */
export function samplePages(every: number): RealPage[] {
  if (!existsSync(path.join(PAGES, 'index.jsonl')))
    throw new Error('the collection of real pages is not on this machine: there is nothing to measure on');
  const lines = readFileSync(path.join(PAGES, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  // By a step that goes past all of them, as neighbours come from one source.
  const chosen = Array.from({ length: Math.ceil(lines.length / every) }, (_, i) => lines[(i * 101) % lines.length] ?? '');
  mkdirSync(OUT, { recursive: true });
  writeFileSync(path.join(OUT, 'index.jsonl'), `${chosen.join('\n')}\n`);
  const pages = chosen.map((line): RealPage => {
    const { id, html_path, url } = JSON.parse(line) as { id: string; html_path: string; url: string };
    return { id, path: path.join(PAGES, html_path), url: url.trim() };
  });
  writeFileSync(path.join(OUT, 'jobs.jsonl'), pages.map((page) => JSON.stringify(page)).join('\n'));
  return pages;
}
