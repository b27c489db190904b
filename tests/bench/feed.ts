import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { startChromium } from '../../tools/browser/chromium';
import { type ChromiumReader, chromiumReader } from '../../tools/browser/reader';
import { waitFor } from '../../tools/browser/surface';
import { GOOGLE, googlePage, googleResults, X_HOME, xPage, xPosts } from '../e2e/feed-pages';
import { compare, quantile } from './measure';

const FLOOR = path.join(import.meta.dirname, 'feed-floor');
/** Milliseconds of a task that a person begins to feel. */
const LONG = 50;
const POSTS = 5_000;

export interface FeedGate {
  what: string;
  value: number;
  limit: number;
  unit: string;
  detail: string;
}

interface Feed {
  name: string;
  address: string;
  list: string;
  empty: string;
  /** What comes, in the portions in which it comes. */
  portions: string[];
}

function portions(parts: readonly string[], size: number): string[] {
  return Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => parts.slice(at * size, (at + 1) * size).join(''));
}

const FEEDS: readonly Feed[] = [
  { name: '200 posts added in one second', address: X_HOME, list: '#feed', empty: xPage([]), portions: portions(xPosts(0, 200), 10) },
  {
    name: '400 results added in one second',
    address: GOOGLE,
    list: '#rso',
    empty: googlePage([]),
    portions: portions(googleResults(0, 400), 20),
  },
];

interface Spent {
  task: number;
  script: number;
  layout: number;
  /** The longest task of the main thread, by its own clock. */
  longest: number;
  elements: number;
}

async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (name) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

/** The thread time of each task while `work` runs, in ms. */
async function longestTask(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const durations: number[] = [];
  const mains = new Set<string>();
  const tasks: { at: string; ms: number }[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const event of value as { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } }[]) {
      if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain') mains.add(`${event.pid} ${event.tid}`);
      if (event.name.endsWith('RunTask') && event.tdur !== undefined)
        tasks.push({ at: `${event.pid} ${event.tid}`, ms: event.tdur / 1000 });
    }
  };
  session.on('Tracing.dataCollected', collect);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel'] } });
  await work();
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  for (const { at, ms } of tasks) if (mains.has(at)) durations.push(ms);
  if (durations.length === 0) throw new Error('the trace holds no task of a page');
  return Math.max(...durations);
}

/** @param traced also for the longest task; tracing has a price of its own, so those runs count for nothing else */
async function fill(context: BrowserContext, { address, list, portions: parts }: Feed, traced: boolean, past: boolean): Promise<Spent> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate((html) => {
      Object.assign(globalThis, { parts: html });
    }, parts);
    await page.waitForTimeout(400);
    const work = async (): Promise<void> => {
      await page.evaluate(
        ([selector, scroll]) =>
          new Promise<void>((resolve) => {
            const { parts: html } = globalThis as unknown as { parts: string[] };
            let at = 0;
            const timer = setInterval(() => {
              document.querySelector(selector)?.insertAdjacentHTML('beforeend', html[at++] ?? '');
              if (scroll) scrollTo(0, document.documentElement.scrollHeight);
              if (at < html.length) return;
              clearInterval(timer);
              resolve();
            }, 1000 / html.length);
          }),
        [list, past] as const,
      );
      await page.waitForTimeout(700);
    };
    const before = await metricsOf(session);
    let longest = Number.NaN;
    if (traced) longest = await longestTask(session, work);
    else await work();
    const after = await metricsOf(session);
    const spent = (name: string): number => (after(name) - before(name)) * 1000;
    return {
      task: spent('TaskDuration'),
      script: spent('ScriptDuration'),
      layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
      longest,
      elements: await page.evaluate(() => document.querySelectorAll('*').length),
    };
  } finally {
    await page.close();
  }
}

async function measureFill(floor: BrowserContext, ours: BrowserContext, feed: Feed, runs: number, past: boolean): Promise<FeedGate[]> {
  const spent: [Spent[], Spent[]] = [[], []];
  const longest: [number[], number[]] = [[], []];
  const both = [floor, ours];
  for (let at = -2; at < runs; at++) {
    for (const which of at % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const context = both[which];
      if (!context) continue;
      const result = await fill(context, feed, false, past);
      // The first few warm the caches.
      if (at >= 0) spent[which].push(result);
      if (at >= 0 && at < 5) longest[which].push((await fill(context, feed, true, past)).longest);
    }
  }
  const of = (name: keyof Spent): ReturnType<typeof compare> =>
    compare(
      spent[0].map((each) => each[name]),
      spent[1].map((each) => each[name]),
    );
  const task = of('task');
  const what = past ? `${feed.name} and scrolled past` : feed.name;
  return [
    {
      what: `${what}: main-thread time above an empty content script (median of ${runs} pairs)`,
      value: task.difference,
      limit: 15,
      unit: 'ms',
      detail:
        `${task.without} ms floor, ${task.with} ms with (quartiles of differences ${task.quartiles.join(' to ')}); ` +
        `script ${of('script').difference} ms, style and layout ${of('layout').difference} ms; ` +
        `${of('elements').without} elements, ${of('elements').difference} of them ours`,
    },
    {
      what: `${what}: longest task (median of 5)`,
      value: quantile(longest[1], 0.5),
      limit: LONG,
      unit: 'ms',
      detail: `${quantile(longest[0], 0.5)} ms with an empty content script; longest of all ${quantile(longest[1], 1)} ms`,
    },
  ];
}

/** The list is moved on by ten posts at a time, as it is by somebody who scrolls without end. */
const LISTS = {
  /** Twenty elements, which get other words and addresses. */
  'elements used again': (at: number) => {
    const cells = Array.from(document.querySelectorAll<HTMLElement>('#feed > div'));
    for (const [i, cell] of cells.entries()) {
      const name = `lezer${at + i}`;
      for (const link of cell.querySelectorAll('a[href^="/"]'))
        link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/^\/\w+/, `/${name}`));
      const shown = cell.querySelector('.soft span');
      if (shown) shown.textContent = `@${name}`;
    }
    scrollTo(0, at % 20 === 0 ? 0 : 300);
  },
  /** New elements come and the oldest go. */
  'elements thrown away': (at: number) => {
    const feed = document.querySelector('#feed');
    const { parts } = globalThis as unknown as { parts: string[] };
    feed?.insertAdjacentHTML('beforeend', parts[(at / 10) % 5] ?? '');
    while (feed && feed.childElementCount > 30) feed.firstElementChild?.remove();
    scrollTo(0, document.documentElement.scrollHeight);
  },
} as const;

async function heapAt(session: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const metric = await metricsOf(session);
  return { heap: metric('JSHeapUsedSize') / 1000, nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

/** Scrolls through 5,000 posts, and compares what is kept after the first 500 and after all. */
async function measureHeap(reader: ChromiumReader, name: keyof typeof LISTS): Promise<FeedGate> {
  reader.site.put(X_HOME, xPage(xPosts(0, 20), { tail: `<script>window.move = ${LISTS[name].toString()};</script>` }));
  await reader.open(X_HOME);
  const page: Page = reader.page();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  await page.evaluate(
    (html) => {
      Object.assign(globalThis, { parts: html });
    },
    portions(xPosts(0, 50), 10),
  );
  await page.waitForTimeout(500);
  const advance = async (from: number, to: number): Promise<void> => {
    await page.evaluate(
      ([start, end]) =>
        new Promise<void>((resolve) => {
          const { move } = globalThis as unknown as { move: (at: number) => void };
          let at = start;
          const timer = setInterval(() => {
            move(at);
            at += 10;
            if (at < end) return;
            clearInterval(timer);
            resolve();
          }, 60);
        }),
      [from, to] as const,
    );
    await page.waitForTimeout(500);
  };
  await advance(0, 500);
  const early = await heapAt(session);
  await advance(500, POSTS);
  const late = await heapAt(session);
  const chips = (await reader.chips()).length;
  await reader.reset();
  return {
    what: `heap kept after ${POSTS.toLocaleString('en')} posts, ${name}`,
    value: Math.round(late.heap - early.heap),
    limit: 300,
    unit: 'kB',
    detail: `${Math.round(early.heap)} kB after 500, ${Math.round(late.heap)} kB after all; nodes ${early.nodes} and ${late.nodes}, listeners ${early.listeners} and ${late.listeners}; ${chips} chips at the end`,
  };
}

/** A stopped background would be started by any message. One word on the page as a whole comes ten seconds after it; it is let by. */
async function measureMessages(reader: ChromiumReader): Promise<FeedGate> {
  reader.site.put(X_HOME, xPage(xPosts(0, 200)));
  await reader.open(X_HOME);
  const page = reader.page();
  await page.waitForTimeout(11_500);
  await reader.stopBackground();
  await page.bringToFront();
  const watch = await page.context().newCDPSession(page);
  let starts = 0;
  watch.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    starts += versions.filter(
      ({ scriptURL, runningStatus }) => scriptURL.startsWith(reader.inside('')) && runningStatus !== 'stopped',
    ).length;
  });
  await watch.send('ServiceWorker.enable');
  let chips = 0;
  for (let at = 0; at < 40; at++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(80);
    chips = Math.max(chips, (await reader.chips()).length);
  }
  const untilClick = starts;
  // The same watch must see the one message that there is.
  await reader.clickChip(0);
  await waitFor(reader.front(), 'a start of the background', () => true);
  await page.waitForTimeout(800);
  if (starts === 0) throw new Error('a click on a chip was not seen to start the background');
  await watch.detach();
  await reader.reset();
  return {
    what: 'starts of the background while 200 posts are scrolled through',
    value: untilClick,
    limit: 0,
    unit: '',
    detail: `at most ${chips} chips at a time; the click on a chip after it was seen to start it`,
  };
}

/** Everything that chips in feeds cost. Takes about six minutes with 15 runs. */
export async function benchFeed({
  extension,
  runs,
  note,
}: {
  extension: string;
  runs: number;
  note: (line: string) => void;
}): Promise<FeedGate[]> {
  const reader = await chromiumReader({ extension });
  const floor = await startChromium({ site: reader.site, extension: FLOOR });
  try {
    await reader.grant();
    const options = await reader.open(reader.inside('options.html'));
    await waitFor(options, 'the choices', () => document.querySelectorAll('.choices input').length === 3);
    await reader.clickOn('.choices label:nth-of-type(2) input');
    await waitFor(
      options,
      'social media to be on',
      () => document.querySelectorAll<HTMLInputElement>('.choices input')[1]?.checked === true,
    );
    await reader.reset();
    const gates: FeedGate[] = [];
    for (const past of [false, true]) {
      for (const feed of FEEDS) {
        note(`${feed.name}${past ? ' and scrolled past' : ''}`);
        reader.site.put(feed.address, feed.empty);
        gates.push(...(await measureFill(floor.context, reader.chromium.context, feed, runs, past)));
      }
    }
    for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
      note(`heap, ${name}`);
      gates.push(await measureHeap(reader, name));
    }
    note('messages while scrolling');
    gates.push(await measureMessages(reader));
    return gates;
  } finally {
    await floor.close();
    await reader.close();
  }
}
