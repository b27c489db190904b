import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openBrowser } from '../../tools/inspect/browser';
import { charsetOf, ownAddress, readPageFile } from '../../tools/inspect/page-file';
import type * as InPage from './in-page';
import type { Finding, Round } from './in-page';
import { MADE_UP, type Page } from './made-up';

/** Real pages, which are not ours to publish: beside the repository where somebody has them. */
const REAL = fileURLToPath(new URL('../../../shared/pages', import.meta.url));

export const NO_REAL_PAGES = `the collection of real pages is not at ${path.relative(process.cwd(), REAL)}: only invented pages can be mutated`;

export interface Settings {
  count: number;
  seed: number;
  /** Real pages of at most this many bytes are mutated, so many of them; 0 for none. */
  largest: number;
  most: number;
  /** Mutated pages are at most this long, in characters. */
  longest: number;
  onProgress?: (done: number, of: number) => void;
}

export interface Report extends Round {
  pages: { real: number; madeUp: number };
}

/** Real pages spread over the whole collection, or null where it is not on this machine. */
export function realPages(largest: number, most: number): Page[] | null {
  const list = path.join(REAL, 'list.jsonl');
  if (!existsSync(list)) return null;
  const entries = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const found: Page[] = [];
  // A step that shares no factor with the length goes past every entry once.
  for (let i = 0; i < entries.length && found.length < most; i++) {
    const { file, url } = JSON.parse(entries[(i * 101) % entries.length] ?? '{}') as { file: string; url?: string };
    const bytes = readPageFile(path.join(REAL, file));
    if (bytes.length > largest) continue;
    const html = new TextDecoder(charsetOf(bytes)).decode(bytes);
    found.push({ name: path.basename(file, '.html.gz'), html, url: (url ?? ownAddress(bytes) ?? 'https://page.invalid/').trim() });
  }
  return found;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'colofonFuzz' } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('the fuzzer could not be bundled');
  return chunk.code;
}

/** So many documents in one go; after each the browser's page is a new one, so that nothing piles up. */
const AT_ONCE = 250;
/** A hundred documents that take longer than this hang, in ms. */
const HANG = 240_000;

/** Reads mutated pages in Chromium and holds every reading against the properties in `in-page.ts`. */
export async function fuzz({ count, seed, largest, most, longest, onProgress }: Settings): Promise<Report> {
  const real = most === 0 ? [] : (realPages(largest, most) ?? []);
  // By turns, so that both kinds get half of the seeds.
  const pages = real.length === 0 ? MADE_UP : real.flatMap((page, i) => [page, MADE_UP[i % MADE_UP.length] ?? page]);
  const total: Report = {
    findings: [],
    read: 0,
    unreadable: 0,
    dates: 0,
    slowest: { ms: 0, page: '', seed: -1 },
    pages: { real: real.length, madeUp: MADE_UP.length },
  };
  const [browser, code] = await Promise.all([openBrowser(), bundle()]);
  try {
    for (let first = seed; first < seed + count; first += AT_ONCE) {
      const end = Math.min(first + AT_ONCE, seed + count);
      const page = await browser.newPage();
      await page.evaluate(code.replace('var colofonFuzz', 'globalThis.colofonFuzz'));
      await page.evaluate(
        ({ given, length }) => (globalThis as unknown as { colofonFuzz: typeof InPage }).colofonFuzz.load(given, length),
        {
          given: [...pages],
          length: longest,
        },
      );
      const work = page.evaluate(
        ([a, b]) => (globalThis as unknown as { colofonFuzz: typeof InPage }).colofonFuzz.round(a ?? 0, b ?? 0),
        [first, end],
      );
      add(total, await inTime(work, first, end));
      await page.close();
      onProgress?.(end - seed, count);
    }
    return total;
  } finally {
    await browser.close();
  }
}

async function inTime(work: Promise<Round>, first: number, end: number): Promise<Round> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Round>((resolve) => {
    const finding: Finding = { page: `one of the seeds ${first} to ${end - 1}`, seed: first, problem: 'hangs' };
    timer = setTimeout(
      () => resolve({ findings: [finding], read: 0, unreadable: 0, dates: 0, slowest: { ms: HANG, page: '', seed: first } }),
      HANG,
    );
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function add(total: Report, round: Round): void {
  total.findings.push(...round.findings);
  total.read += round.read;
  total.unreadable += round.unreadable;
  total.dates += round.dates;
  if (round.slowest.ms > total.slowest.ms) total.slowest = round.slowest;
}
