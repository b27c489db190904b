import type { Browser, CDPSession, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openContext, type Served } from '../../tools/inspect/browser';
import { realPages } from '../fuzz/fuzz';
import { MADE_UP } from '../fuzz/made-up';
import { bundleHalves } from './in-browser';

interface TraceEvent {
  name: string;
  cat: string;
  ts: number;
  tid: number;
  pid: number;
}

type Shown = (typeof MADE_UP)[number];

/** What the browser calls the work that a script forces by asking for a size, a place or a computed style. */
const FORCED = new Set(['Layout', 'UpdateLayoutTree', 'RecalculateStyles', 'ParseAuthorStyleSheet', 'PrePaint', 'HitTest']);
const PAGES = [...MADE_UP, ...(realPages(300_000, 14) ?? [])];

let browser: Browser;
let page: Page;
let session: CDPSession;
let code: string;
let served: Served | null = null;

beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundleHalves()]);
  page = await (await openContext(browser, () => served)).newPage();
  session = await browser.newBrowserCDPSession();
}, 60_000);
afterAll(async () => browser.close());

/**
 * Opens each page, runs a piece of code in it right after something that makes the layout stale, and gives what was forced between its
 * begin and its end. One trace for all: to start and end one takes seconds.
 */
async function forcedBy(expression: string, pages: readonly Shown[]): Promise<string[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  for (const each of pages) {
    await show(each);
    const answered = await page.evaluate(`{
      ${code}
      document.body?.append(Object.assign(document.createElement('p'), { textContent: 'stale', style: 'width: 50%' }));
      document.documentElement.style.fontSize = '19px';
      performance.mark('begin ${each.name}');
      globalThis.answer = ${expression};
      performance.mark('end ${each.name}');
      answer !== null;
    }`);
    expect(answered, each.name).toBe(true);
  }
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return pages.flatMap(({ name: shown }) => {
    const begin = events.find(({ name }) => name === `begin ${shown}`);
    const end = events.find(({ name }) => name === `end ${shown}`);
    if (!begin || !end) throw new Error(`the trace does not hold the reading of ${shown}`);
    const within = events.filter(({ ts, tid, pid }) => ts >= begin.ts && ts <= end.ts && tid === begin.tid && pid === begin.pid);
    return within.flatMap(({ name }) => (FORCED.has(name) ? [`${shown}: ${name}`] : []));
  });
}

async function show({ html, url }: Shown): Promise<void> {
  const address = new URL(url);
  address.hash = '';
  served = { url: address.href, body: Buffer.from(html), charset: 'utf-8' };
  await page.goto(address.href, { waitUntil: 'domcontentloaded' });
}

const READ = 'colofon.sketchPage(document, location.href)';

describe('a trace of a reading', () => {
  it(`shows no style or layout that it forces, on ${PAGES.length} pages`, async () => {
    expect(await forcedBy(READ, PAGES)).toEqual([]);
  }, 120_000);

  it.each(['document.body.offsetHeight', 'getComputedStyle(document.body).color', 'document.querySelector("h1").innerText'])(
    'would show what %s forces',
    async (expression) => {
      expect(await forcedBy(`(${expression}, ${READ})`, PAGES.slice(0, 1))).not.toEqual([]);
    },
    60_000,
  );
});
