import type { Browser, CDPSession, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/inspect/browser';
import { bundleHalves } from './in-browser';

let browser: Browser;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  const [opened, code] = await Promise.all([openBrowser(), bundleHalves()]);
  browser = opened;
  page = await browser.newPage();
  await page.evaluate(code);
  session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
}, 60_000);
afterAll(async () => browser.close());

const SMALL = 2_000_000;
const LARGE = 20_000_000;
/** Ten times the page may cost at most so many times the work … */
const RATIO = 4;
/** … and what is less than this, in ms, is too little for a ratio to say something. */
const LITTLE = 15;
/** In no case more than this, in ms. */
const MOST = 250;

/** Ways for a page to be large: `fill` gives one piece, of which there are as many as it takes; all of it is below the headline. */
const KINDS: [string, { head?: string; fill: string; before?: boolean; once?: boolean }][] = [
  ['many elements', { fill: '<div class="item"><a href="/t"><span>Bericht</span></a> <b>12 mei 2024</b></div>' }],
  ['many elements before the headline', { fill: '<div class="item"><a href="/t"><span>Bericht</span></a></div>', before: true }],
  ['elements without text', { fill: '<i></i><b></b>' }],
  ['one text that does not end', { fill: 'de brug over het kanaal is open ', once: true }],
  ['long texts', { fill: `<p>${'de brug over het kanaal is open '.repeat(8_000)}</p>` }],
  ['deep nesting', { fill: `${'<div>'.repeat(400)}tekst 12 mei 2024${'</div>'.repeat(400)}` }],
  ['times', { fill: '<time datetime="2024-05-12">12 mei 2024</time>' }],
  ['properties around everything', { fill: '<span itemprop="datePublished author" property="author"><a rel="author">' }],
  ['metas', { fill: '<meta name="author" content="Anna Bakker">' }],
  [
    'structured data',
    { fill: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-05-12"}</script>' },
  ],
  ['paragraphs of an article', { fill: '<p>De brug over het kanaal is open.</p>' }],
  ['elements named after dates', { fill: '<span class="date meta">12 mei</span>' }],
];

/** What the page's thread works for one reading, in ms: the least of several. It is blind to other work on the machine. */
async function time(kind: (typeof KINDS)[number][1], size: number): Promise<number> {
  await page.evaluate(
    ({ fill, before, once, size }) => {
      const body = once ? `<p>${fill.repeat(size / fill.length)}</p>` : fill.repeat(size / fill.length);
      const headline = '<h1>De brug is weer open</h1>';
      const html = `<html lang="nl"><head><title>De brug is weer open</title></head><body><main>${before ? body + headline : headline + body}</main></body></html>`;
      Object.assign(globalThis, { large: new DOMParser().parseFromString(html, 'text/html') });
    },
    { fill: kind.fill, before: kind.before ?? false, once: kind.once ?? false, size },
  );
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run++) {
    const before = await threadTime();
    const read = await page.evaluate<boolean>(
      "(() => { const sketch = colofon.sketchPage(large, 'https://www.krantje.example/brug'); return sketch !== null && colofon.observe(sketch, new Date()) !== null; })()",
    );
    best = Math.min(best, (await threadTime()) - before);
    if (!read) throw new Error('the page could not be read');
  }
  return best;
}

async function threadTime(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

describe('a page of 20 MB', () => {
  it.each(KINDS)(
    'costs little more to read than one of 2 MB: %s',
    async (_, kind) => {
      const small = await time(kind, SMALL);
      const large = await time(kind, LARGE);
      if (process.env.COLOFON_TIMES) console.log(`${small.toFixed(1)} → ${large.toFixed(1)} ms`);
      expect(large / Math.max(small, LITTLE)).toBeLessThan(RATIO);
      expect(large).toBeLessThan(MOST);
    },
    120_000,
  );
});
