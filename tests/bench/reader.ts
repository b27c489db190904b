import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { openBrowser, openContext, type Served } from '../../tools/inspect/browser';
import { charsetOf, readPageFile } from '../../tools/inspect/page-file';
import { quantile } from './measure';
import { OUT, type RealPage } from './reader-pages';

/** Milliseconds of the thread that did the work, for one page. Thread time is blind to other work on the machine. */
export interface Reading {
  /** The work in the page: `sketchPage`, the first time in a page that was just loaded, and once its code was used there before. */
  sketch: { cold: number; warm: number };
  /** Understanding it: `observe`, in an empty page that was just opened (as the popup is), and once its code was used there before. */
  observe: { cold: number; warm: number };
}

const WARM_RUNS = 10;

async function bundle(file: string, name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../lib/${file}`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error(`${file} could not be bundled`);
  return chunk.code.replace(`var ${name}`, `globalThis.${name}`);
}

/** Runs an expression and gives its value and the thread time of it, less what asking for nothing takes. */
class Clock {
  private constructor(private readonly session: CDPSession) {}

  static async on(page: Page): Promise<Clock> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Clock(session);
  }

  private async now(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  }

  private async raw(expression: string): Promise<{ value: unknown; ms: number }> {
    const before = await this.now();
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', { expression, returnByValue: true });
    const ms = (await this.now()) - before;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return { value: result.value, ms };
  }

  async time(expression: string): Promise<{ value: unknown; ms: number }> {
    const nothing = Math.min((await this.raw('0')).ms, (await this.raw('0')).ms);
    const { value, ms } = await this.raw(expression);
    return { value, ms: Math.max(0, ms - nothing) };
  }
}

async function measure(clock: Clock, call: string): Promise<{ cold: number; warm: number }> {
  const cold = (await clock.time(`globalThis.answer = ${call}; 0`)).ms;
  await clock.time(`for (let i = 0; i < 5; i++) ${call}; 0`);
  // The least of three: work of other pages on the same processor makes memory slower, never faster.
  const rounds: number[] = [];
  for (let i = 0; i < 3; i++) rounds.push((await clock.time(`for (let i = 0; i < ${WARM_RUNS}; i++) ${call}; 0`)).ms / WARM_RUNS);
  const warm = Math.min(...rounds);
  return { cold, warm };
}

/** Reads pages in Chromium, each in a page of its own, as the extension does. Also writes what was found for the scorer. */
export async function measureReader(pages: readonly RealPage[]): Promise<Reading[]> {
  const [browser, sketchCode, observeCode] = await Promise.all([
    openBrowser(),
    bundle('page/sketch-page.ts', 'sketching'),
    bundle('core/read/observe.ts', 'observing'),
  ]);
  const readings: Reading[] = [];
  const lines: object[] = [];
  try {
    let served: Served | null = null;
    const page = await (await openContext(browser, () => served)).newPage();
    const popup = await (await browser.newContext()).newPage();
    const [inPage, inPopup] = await Promise.all([Clock.on(page), Clock.on(popup)]);
    for (const { id, path: file, url } of pages) {
      const body = readPageFile(file);
      const address = new URL(url);
      address.hash = '';
      served = { url: address.href, body, charset: charsetOf(body) };
      await page.goto(address.href, { waitUntil: 'domcontentloaded' });
      await inPage.time(`${sketchCode}; 0`);
      const sketch = await measure(inPage, `sketching.sketchPage(document, ${JSON.stringify(address.href)})`);
      const text = await page.evaluate<string>('JSON.stringify(answer)');
      await popup.goto('about:blank');
      await inPopup.time(`${observeCode}; globalThis.sketch = JSON.parse(${JSON.stringify(text)}); globalThis.now = new Date(); 0`);
      const observe = await measure(inPopup, 'observing.observe(sketch, now)');
      readings.push({ sketch, observe });
      const found = await popup.evaluate<{ published: string | null; author: string[] }>(
        '({ published: answer?.published?.day ?? null, author: (answer?.authors ?? []).map((each) => each.value) })',
      );
      lines.push({ id, ...found, ms: sketch.cold + observe.cold });
    }
  } finally {
    await browser.close();
  }
  writeFileSync(path.join(OUT, 'colofon.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  return readings;
}

export interface Figure {
  what: string;
  median: number;
  p95: number;
  /** What is wanted of it: median and 95 %, in ms. */
  wanted: [number, number] | null;
}

export function figures(readings: readonly Reading[]): Figure[] {
  const row = (what: string, of: (reading: Reading) => number, wanted: Figure['wanted'] = null): Figure => {
    const values = readings.map(of);
    return { what, median: quantile(values, 0.5), p95: quantile(values, 0.95), wanted };
  };
  return [
    row('in the page, first time', ({ sketch }) => sketch.cold),
    row('in the page, warm', ({ sketch }) => sketch.warm),
    row('understanding it, first time', ({ observe }) => observe.cold),
    row('understanding it, warm', ({ observe }) => observe.warm),
    row('both, first time', ({ sketch, observe }) => sketch.cold + observe.cold),
    row('both, warm', ({ sketch, observe }) => sketch.warm + observe.warm, [1.5, 6]),
  ];
}
