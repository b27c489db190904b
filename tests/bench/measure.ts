import type { BrowserContext } from '@playwright/test';

export interface Load {
  /** CPU time of the page's main thread, in ms. */
  task: number;
  script: number;
  /** Style and layout together. */
  layout: number;
  /** Elements in the page after it came to rest. */
  elements: number;
  /** Scripts of an extension that ran in the page. */
  scripts: string[];
}

/** Loads a page in a new tab and measures it at rest. Thread time is blind to other work on the machine. */
export async function load(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(400);
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => (metrics.find((each) => each.name === name)?.value ?? Number.NaN) * 1000;
    const result = {
      task: metric('TaskDuration'),
      script: metric('ScriptDuration'),
      layout: metric('LayoutDuration') + metric('RecalcStyleDuration'),
    };
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    return { ...result, elements, scripts: await extensionScripts(context, address) };
  } finally {
    await page.close();
  }
}

const known = new Map<string, string[]>();

/** Asked once for each browser: the debugger that tells it would itself be measured. */
async function extensionScripts(context: BrowserContext, address: string): Promise<string[]> {
  const key = `${ids.get(context) ?? ids.set(context, ids.size).get(context)}`;
  const before = known.get(key);
  if (before) return before;
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) scripts.push(new URL(url).pathname);
  });
  await session.send('Debugger.enable');
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(400);
  await page.close();
  known.set(key, scripts);
  return scripts;
}

const ids = new Map<BrowserContext, number>();

export interface Pairs {
  without: number;
  with: number;
  /** Median of the differences within pairs, in ms, and its quartiles. */
  difference: number;
  quartiles: [number, number];
}

/** Loads by turns (AB, BA, AB …), so that drift of the machine strikes both alike. */
export async function inPairs(
  first: BrowserContext,
  second: BrowserContext,
  addressOf: (at: number) => string,
  runs: number,
): Promise<[Load[], Load[]]> {
  const a: Load[] = [];
  const b: Load[] = [];
  for (let at = -3; at < runs; at++) {
    const order = at % 2 === 0 ? ([first, second] as const) : ([second, first] as const);
    for (const context of order) {
      const result = await load(context, addressOf(at));
      // The first few warm the caches.
      if (at >= 0) (context === first ? a : b).push(result);
    }
  }
  return [a, b];
}

export function compare(first: readonly number[], second: readonly number[]): Pairs {
  const differences = first.map((value, at) => (second[at] ?? Number.NaN) - value);
  return {
    without: quantile(first, 0.5),
    with: quantile(second, 0.5),
    difference: quantile(differences, 0.5),
    quartiles: [quantile(differences, 0.25), quantile(differences, 0.75)],
  };
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return Math.round((low + (high - low) * (place - Math.floor(place))) * 100) / 100;
}
