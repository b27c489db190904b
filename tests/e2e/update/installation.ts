import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChromium } from '../../../tools/browser/chromium';
import { startFirefox } from '../../../tools/browser/firefox';
import { pageSurface } from '../../../tools/browser/reader';
import { startSite } from '../../../tools/browser/site';
import type { Surface } from '../../../tools/browser/surface';
import { type Front, startFront } from './front';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const HOST = 'lijst.example';
export type BrowserName = 'chromium' | 'firefox';

/** The shipped sources, built with the test's address and root key, as a keeper would build with theirs. */
export function buildWith(browser: BrowserName, rootKey: string): { extension: string; dispose: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'colofon-build-'));
  const name = browser === 'firefox' ? 'firefox' : 'chrome';
  execFileSync(path.join(ROOT, 'node_modules/.bin/tsx'), ['tests/e2e/update/build.ts', name, folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, WXT_REGISTER_ADDRESS: `https://${HOST}/v1/`, WXT_REGISTER_ROOT_KEY: rootKey },
  });
  return { extension: path.join(folder, `${name}-mv3`), dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Last {
  at: string;
  result: string;
  reason: string | null;
}

/** A fresh browser with the extension, in which `lijst.example` is a server of the test. */
export interface Installation {
  /** "Nu bijwerken", from the options page; gives what came of it. */
  updateNow: () => Promise<Last | null>;
  /** Begins an update and does not wait for it. */
  beginUpdate: () => Promise<void>;
  last: () => Promise<Last | null>;
  /** When the daily look is planned, in milliseconds since 1970. */
  nextLook: () => Promise<number | null>;
  stopBackground: () => Promise<void>;
  /** Opens an article at this address and clicks the button in the toolbar. */
  cardAt: (address: string, page: string) => Promise<Surface>;
  /** A page of the extension, in front. */
  options: () => Promise<Surface>;
  /** How much the extension may store, in bytes. */
  limitStorage: (bytes: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function install(browser: BrowserName, extension: string, serverPort: () => number): Promise<Installation> {
  const site = await startSite();
  const front = await startFront(HOST, serverPort, site.tlsPort);
  const behind = { ...site, tlsPort: front.port };
  try {
    const handles = browser === 'firefox' ? await inFirefox(extension, behind) : await inChromium(extension, behind);
    return {
      ...common(handles.options),
      ...handles,
      cardAt: async (address, page) => {
        site.put(address, page);
        return handles.click(address);
      },
      close: async () => {
        await handles.close();
        await stop(front, site);
      },
    };
  } catch (error) {
    await stop(front, site);
    throw error;
  }
}

async function stop(front: Front, site: { close: () => Promise<void> }): Promise<void> {
  await front.close();
  await site.close();
}

type Handles = Pick<Installation, 'stopBackground' | 'options' | 'limitStorage' | 'close'> & {
  click: (address: string) => Promise<Surface>;
};

async function inChromium(extension: string, site: Parameters<typeof startFirefox>[0]['site']): Promise<Handles> {
  const chromium = await startChromium({ extension, site });
  return {
    stopBackground: chromium.stopBackground,
    options: async () => {
      const page = await chromium.context.newPage();
      await page.goto(chromium.inside('options.html'));
      return pageSurface(page);
    },
    click: async (address) => {
      const page = await chromium.context.newPage();
      await page.goto(address);
      return chromium.clickToolbar(page);
    },
    limitStorage: async (bytes) => {
      const page = await chromium.context.newPage();
      await page.goto(chromium.inside('options.html'));
      // The limit holds while this page is open, for whatever first wants more room than the browser granted before.
      const session = await chromium.context.newCDPSession(page);
      await session.send('Storage.overrideQuotaForOrigin', { origin: chromium.inside('').replace(/\/$/, ''), quotaSize: bytes });
    },
    close: chromium.close,
  };
}

async function inFirefox(extension: string, site: Parameters<typeof startFirefox>[0]['site']): Promise<Handles> {
  const firefox = await startFirefox({ extension, site });
  return {
    stopBackground: firefox.stopBackground,
    options: () => firefox.open(firefox.inside('options.html')),
    click: async (address) => {
      await firefox.closePopup();
      await firefox.open(address);
      return firefox.clickToolbar();
    },
    // Firefox takes a limit only before it first stores anything.
    limitStorage: () => Promise.reject(new Error('this test is for Chromium')),
    close: firefox.close,
  };
}

interface ExtensionPage {
  browser?: ExtensionApi;
  chrome: ExtensionApi;
}

interface ExtensionApi {
  runtime: { sendMessage: (message: string) => Promise<unknown> };
  alarms: { get: (name: string) => Promise<{ scheduledTime: number } | undefined> };
  storage: { local: { get: (key: string) => Promise<Record<string, unknown>> } };
}

function common(options: () => Promise<Surface>): Pick<Installation, 'updateNow' | 'beginUpdate' | 'last' | 'nextLook'> {
  const last = async (): Promise<Last | null> =>
    (await options()).run(async () => {
      const api = (globalThis as unknown as ExtensionPage).browser ?? (globalThis as unknown as ExtensionPage).chrome;
      return ((await api.storage.local.get('lastUpdate')).lastUpdate ?? null) as Last | null;
    });
  return {
    last,
    nextLook: async () =>
      (await options()).run(async () => {
        const api = (globalThis as unknown as ExtensionPage).browser ?? (globalThis as unknown as ExtensionPage).chrome;
        return (await api.alarms.get('register-update'))?.scheduledTime ?? null;
      }),
    updateNow: async () => {
      const page = await options();
      await page.run(async () => {
        const api = (globalThis as unknown as ExtensionPage).browser ?? (globalThis as unknown as ExtensionPage).chrome;
        await api.runtime.sendMessage('update-register-now');
      });
      return last();
    },
    beginUpdate: async () => {
      await (await options()).run(() => {
        const api = (globalThis as unknown as ExtensionPage).browser ?? (globalThis as unknown as ExtensionPage).chrome;
        void api.runtime.sendMessage('update-register-now').catch(() => undefined);
      });
    },
  };
}
