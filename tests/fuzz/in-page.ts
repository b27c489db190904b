import { observe } from '../../lib/core/read/observe';
import { sketchPage } from '../../lib/page/sketch-page';
import { unbounded } from './bounds';
import { underived } from './derived';
import type { Page } from './made-up';
import { mutateText } from './mutate-text';
import { mutateTree } from './mutate-tree';
import { random } from './random';

export interface Finding {
  page: string;
  seed: number;
  problem: string;
}

export interface Round {
  findings: Finding[];
  read: number;
  unreadable: number;
  dates: number;
  /** The longest time one reading took, in ms, and which. */
  slowest: { ms: number; page: string; seed: number };
}

/** One reading of a mutated page (up to 1.5 MB) takes no longer than this, in ms: many times what any page takes, far below a hang. */
const MOST = 2_000;
const NOW = new Date('2026-11-23T12:00:00Z');

let pages: readonly Page[] = [];
let longest = 0;

/** @param most length of a mutated page, in characters */
export function load(given: readonly Page[], most: number): void {
  pages = given;
  longest = most;
}

/** The document that a seed makes of a page. */
export function made(page: Page, seed: number): Document {
  const chance = random(seed);
  const document = new DOMParser().parseFromString(mutateText(page.html, chance, longest), 'text/html');
  mutateTree(document, chance);
  return document;
}

/** Reads mutated pages, from seed `first` up to but not including `end`, and says what went wrong. */
export function round(first: number, end: number): Round {
  const result: Round = { findings: [], read: 0, unreadable: 0, dates: 0, slowest: { ms: 0, page: '', seed: -1 } };
  for (let seed = first; seed < end; seed++) {
    const page = pages[seed % pages.length];
    if (page) readOne(page, seed, result);
  }
  return result;
}

function readOne(page: Page, seed: number, result: Round): void {
  const wrong = (problem: string): void => {
    if (result.findings.length < 50) result.findings.push({ page: page.name, seed, problem });
  };
  const document = made(page, seed);
  const before = document.documentElement?.outerHTML;
  try {
    const start = performance.now();
    const sketch = sketchPage(document, page.url);
    const seen = sketch && observe(sketch, NOW);
    const ms = performance.now() - start;
    if (ms > result.slowest.ms) result.slowest = { ms: Math.round(ms * 10) / 10, page: page.name, seed };
    if (ms > MOST) wrong(`reading took ${Math.round(ms)} ms`);
    result.read++;
    const again = sketchPage(document, page.url);
    if (JSON.stringify(again) !== JSON.stringify(sketch)) wrong('read twice, the sketch differs');
    if (document.documentElement?.outerHTML !== before) wrong('the document was changed');
    if (!sketch || !seen) {
      result.unreadable++;
      return;
    }
    if (JSON.stringify(observe(sketch, NOW)) !== JSON.stringify(seen)) wrong('read twice, the observation differs');
    if (seen.published) result.dates++;
    for (const problem of [...unbounded(seen, sketch), ...underived(seen, document, page.url)]) wrong(problem);
  } catch (error) {
    wrong(`threw ${error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error)}`);
  }
}
