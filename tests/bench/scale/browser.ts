import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import { type Chromium, startChromium } from '../../../tools/browser/chromium';
import { startSite } from '../../../tools/browser/site';
import { startFront } from '../../e2e/update/front';
import type { Last } from '../../e2e/update/installation';
import type { Bench } from './page';
import type { Answer } from './question';

interface BenchPage {
  bench: Bench;
  chrome: {
    runtime: { sendMessage: (message: string) => Promise<unknown> };
    storage: { local: { get: (key: string) => Promise<Record<string, unknown>> } };
  };
}

/** Look-ups that were made while an update ran, in milliseconds each. */
export interface During {
  /** Of the update, from the question to the answer. */
  update: number;
  last: Last | null;
  /** In a page of the extension, as the popup does it. */
  inPage: number[];
  /** In the background that is updating, from the question to the answer. */
  inBackground: number[];
}

export interface BenchBrowser {
  lookUp: (addresses: string[]) => Promise<Answer>;
  stopBackground: () => Promise<void>;
  /** Updates; meanwhile looks these up, one after another with a pause between them. */
  update: (addresses: string[]) => Promise<During>;
  /** Of the process in which all of the extension runs, in bytes: now, and the most it ever was. */
  memory: () => Promise<{ now: number; most: number }>;
  close: () => Promise<void>;
}

/** @param serverPort of the server that is `host`, 0 when there is none */
export async function benchBrowser(extension: string, host: string, serverPort: number): Promise<BenchBrowser> {
  const site = await startSite();
  const front = await startFront(host, () => serverPort, site.tlsPort);
  const stop = async (): Promise<void> => {
    await front.close();
    await site.close();
  };
  try {
    const chromium = await startChromium({ extension, site: { ...site, tlsPort: front.port } });
    return { ...(await handles(chromium)), close: () => chromium.close().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function handles(chromium: Chromium): Promise<Omit<BenchBrowser, 'close'>> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.inside('page.html'));
  return {
    lookUp: (addresses) => page.evaluate((all) => (globalThis as unknown as BenchPage).bench.ask({ lookUp: all }), addresses),
    stopBackground: chromium.stopBackground,
    update: (addresses) =>
      page.evaluate(async (all) => {
        const { bench, chrome } = globalThis as unknown as BenchPage;
        const inPage: number[] = [];
        const inBackground: number[] = [];
        let running = true;
        const start = performance.now();
        const ended = chrome.runtime.sendMessage('update-register-now').then(() => {
          running = false;
          return performance.now() - start;
        });
        for (let at = 0; running && all.length > 0; at++) {
          const address = all[at % all.length] ?? '';
          await new Promise((resolve) => setTimeout(resolve, 50));
          inPage.push(await bench.lookUpHere(address));
          const asked = performance.now();
          await bench.ask({ lookUp: [address] });
          inBackground.push(performance.now() - asked);
        }
        const update = await ended;
        const last = ((await chrome.storage.local.get('lastUpdate')).lastUpdate ?? null) as Last | null;
        return { update, last, inPage, inBackground };
      }, addresses),
    memory: async () => {
      const browser = chromium.context.browser();
      if (browser === null) throw new Error('no browser');
      return memoryOf(await browser.newBrowserCDPSession());
    },
  };
}

async function memoryOf(root: CDPSession): Promise<{ now: number; most: number }> {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  const pid = processInfo.map(({ id }) => id).find((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process'));
  const status = readFileSync(`/proc/${pid ?? 'self'}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN);
  return { now: kilobytes('VmRSS') * 1024, most: kilobytes('VmHWM') * 1024 };
}
