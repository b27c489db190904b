import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChromium } from '../../../tools/browser/chromium';
import { startFirefox } from '../../../tools/browser/firefox';
import { pageSurface } from '../../../tools/browser/reader';
import { type Site, startSite } from '../../../tools/browser/site';
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
  /** What look-ups go by: which register answers, and whose it is. */
  inUse: () => Promise<unknown>;
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

/** @param profile folder of a profile that outlives the browser; a fresh one without it */
export async function install(browser: BrowserName, extension: string, serverPort: () => number, profile?: string): Promise<Installation> {
  const site = await startSite();
  const front = await startFront(HOST, serverPort, site.tlsPort);
  const behind = { ...site, tlsPort: front.port };
  try {
    const handles = browser === 'firefox' ? await inFirefox(extension, behind, profile) : await inChromium(extension, behind, profile);
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

async function inChromium(extension: string, site: Site, profile: string | undefined): Promise<Handles> {
  const chromium = await startChromium({ extension, site, ...(profile === undefined ? {} : { profile }) });
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

async function inFirefox(extension: string, site: Site, profile: string | undefined): Promise<Handles> {
  const firefox = await startFirefox({ extension, site, ...(profile === undefined ? {} : { profile }) });
  return {
    stopBackground: firefox.stopBackground,
    options: () => firefox.open(firefox.inside('options.html')),
    click: async (address) => {
      await firefox.closePopup();
      await firefox.open(address);
      return firefox.clickToolbar();
    },
    limitStorage: (bytes) =>
      // Firefox reads its limit when it opens its storage, which a reset makes it do anew.
      firefox.inChrome(
        `Services.prefs.setBoolPref('dom.quotaManager.testing', true);
         Services.prefs.setIntPref('dom.quotaManager.temporaryStorage.fixedLimit', args[0]);
         await extension.terminateBackground();
         await new Promise((resolve) => { Services.qms.reset().callback = resolve; });`,
        Math.round(bytes / 1024),
      ),
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

function common(options: () => Promise<Surface>): Pick<Installation, 'updateNow' | 'beginUpdate' | 'last' | 'inUse' | 'nextLook'> {
  const stored = async (name: string): Promise<unknown> =>
    (await options()).run(async (key) => {
      const api = (globalThis as unknown as ExtensionPage).browser ?? (globalThis as unknown as ExtensionPage).chrome;
      return (await api.storage.local.get(key))[key] ?? null;
    }, name);
  const last = async (): Promise<Last | null> => (await stored('lastUpdate')) as Last | null;
  return {
    last,
    inUse: () => stored('register'),
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
