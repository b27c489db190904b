import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { resolverRules, type Site } from './site';
import { runThrough, type Surface } from './surface';

export interface ChromiumOptions {
  /** Folder of the unpacked extension; without it a bare browser (for measuring). */
  extension?: string;
  /** Names resolve to this server. Without it they resolve as usual. */
  site?: Site;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /**
   * As chosen in the options, Dutch unless said otherwise; null leaves the choice to the browser. Chromium from the system's
   * packages speaks English only, whatever its environment says, unless its language files were installed too.
   */
  language?: 'nl' | 'en' | null;
  incognito?: boolean;
  /** Folder of a profile that outlives the browser, so that another start goes on with it; fresh and thrown away without it. */
  profile?: string;
}

/** The page that greets a new user; it comes to the front by itself some time after the start. */
export const WELCOME = 'welcome.html';

/** A Chromium with the extension in a fresh profile, and the handles a person has on it. */
export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  /** Address of a file of the extension. */
  inside: (file: string) => string;
  /** A real click on the toolbar icon while `page` is the active tab; gives the popup. */
  clickToolbar: (page: Page) => Promise<PopupSurface>;
  /** A private window on an address, and a real click on the toolbar icon there. The extension must be allowed in it. */
  readInPrivate: (address: string) => Promise<PopupSurface>;
  /** A private window on an address that no other tab shows; gives its page. The extension must be allowed in it. */
  openInPrivate: (address: string) => Promise<Surface & Pick<PopupSurface, 'key' | 'send'>>;
  /** Allows the extension in private windows, which starts it anew. */
  allowInPrivate: () => Promise<void>;
  /** Waits for a page of the extension that is on screen outside the tabs (popup, side panel). */
  surface: (file: string) => Promise<PopupSurface>;
  /** Stops the background as the browser does after half a minute without work. */
  stopBackground: () => Promise<void>;
  /** Grants access to sites as a person does on the browser's own extensions page. */
  grant: (pattern?: string) => Promise<void>;
  revoke: (pattern?: string) => Promise<void>;
  close: () => Promise<void>;
}

export interface PopupSurface extends Surface {
  /** A key press, as the keyboard gives it: `Tab`, `Enter`, `Escape`. */
  key: (name: string) => Promise<void>;
  /** One protocol command to the surface. */
  send: (method: string, params?: object) => Promise<unknown>;
  isOpen: () => Promise<boolean>;
  close: () => Promise<void>;
}

const QUIET = [
  '--no-first-run',
  '--disable-quic',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  // A popup may be 600 px high, if the screen has room for it.
  '--screen-info={1600x1200}',
  '--window-size=1300,1100',
];

export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'colofon-chromium-'));
  const known = existsSync(path.join(profile, 'Default'));
  const args = [...QUIET, '--enable-unsafe-extension-debugging'];
  if (process.getuid?.() === 0 || process.env.CI) args.push('--no-sandbox');
  if (options.extension) args.push(`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`);
  // The second of these is for requests of the extension's background, which `ignoreHTTPSErrors` does not reach.
  if (options.site) args.push(`--host-resolver-rules=${resolverRules(options.site)}`, '--ignore-certificate-errors');
  if (options.incognito) args.push('--incognito');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    ignoreHTTPSErrors: options.site !== undefined,
    colorScheme: options.colorScheme ?? 'light',
    locale: options.language === 'nl' || options.language === undefined ? 'nl-NL' : 'en-GB',
    viewport: options.headless === false ? null : { width: 1200, height: 900 },
    args,
  });
  const close = async (): Promise<void> => {
    await context.close().catch(() => undefined);
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const browser = context.browser();
    if (!browser) throw new Error('Chromium gave no browser session');
    const root = await browser.newBrowserCDPSession();
    const extensionId = options.extension ? await findExtension(context) : '';
    // Only a new user is welcomed.
    if (!known && options.extension && existsSync(path.join(options.extension, WELCOME))) {
      await welcomed(context, extensionId);
      if (options.language !== null) await chooseLanguage(context, options.language ?? 'nl');
    }
    return { ...handles(context, root, extensionId, options.colorScheme ?? 'light'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function findExtension(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 10_000 }));
  return new URL(worker.url()).host;
}

async function welcomed(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await until('the welcome page', async () =>
    context.pages().find((each) => each.url() === `chrome-extension://${extensionId}/${WELCOME}`),
  );
  await page.waitForLoadState();
}

async function chooseLanguage(context: BrowserContext, language: string): Promise<void> {
  await context.serviceWorkers()[0]?.evaluate(async (chosen) => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { set: (items: object) => Promise<void> } } } }).chrome;
    await storage.local.set({ settings: { version: 1, language: chosen } });
  }, language);
}

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** Newer than the protocol types. */
interface TabInfo extends TargetInfo {
  embedderData?: { tabActive: boolean };
}

function handles(context: BrowserContext, root: CDPSession, extensionId: string, colorScheme: 'light' | 'dark'): Omit<Chromium, 'close'> {
  const inside = (file: string): string => `chrome-extension://${extensionId}/${file.replace(/^\//, '')}`;
  const targets = async (): Promise<TargetInfo[]> => (await root.send('Target.getTargets')).targetInfos;

  const surface = async (file: string): Promise<PopupSurface> => {
    const tabs = new Set(await Promise.all(context.pages().map((page) => targetIdOf(context, page))));
    const found = await until(`${file} on screen`, async () =>
      (await targets()).find((each) => each.url.startsWith(inside(file)) && !tabs.has(each.targetId) && each.type !== 'tab'),
    );
    const attached = await attach(root, found.targetId);
    const isOpen = async (): Promise<boolean> => (await targets()).some((each) => each.targetId === found.targetId);
    await attached.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: colorScheme }] });
    return {
      ...attached,
      isOpen,
      close: async () => {
        await root.send('Target.closeTarget', { targetId: found.targetId }).catch(() => undefined);
        await until(`${file} to close`, async () => !(await isOpen()));
      },
    };
  };

  const privateTab = async (address: string): Promise<TargetInfo> => {
    const page = await context.newPage();
    await page.goto(inside('options.html'));
    await page.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: { windows: { create: (options: object) => Promise<void> } } };
      await chrome.windows.create({ incognito: true, url });
    }, address);
    return until('the private tab', async () => {
      const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      // Before it has a title the page is still on its way, and its arrival would take the click's access away.
      return targetInfos.find((each) => each.url === address && each.title !== '' && !address.includes(each.title));
    });
  };

  return {
    context,
    extensionId,
    inside,
    surface,
    clickToolbar: async (page) => {
      await page.bringToFront();
      const targetId = await activeTab(root);
      // Newer than the protocol types.
      await (root as unknown as RawSession).send('Extensions.triggerAction', { id: extensionId, targetId });
      return surface('popup.html');
    },
    allowInPrivate: async () => {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (id) => {
        const { chrome } = globalThis as unknown as { chrome: { developerPrivate: Record<string, (change: object) => Promise<void>> } };
        // An unpacked extension that starts anew is switched off outside this mode.
        await chrome.developerPrivate.updateProfileConfiguration?.({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration?.({ extensionId: id, incognitoAccess: true });
      }, extensionId);
      await until('the extension to start anew', async () =>
        page.goto(inside('options.html')).then(
          () => true,
          () => false,
        ),
      );
      await page.close();
    },
    openInPrivate: async (address) => {
      await privateTab(address);
      const page = await until('the private page', async () =>
        (await targets()).find(({ type, url }) => type === 'page' && url === address),
      );
      return attach(root, page.targetId);
    },
    readInPrivate: async (address) => {
      const tab = await privateTab(address);
      await (root as unknown as RawSession).send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
      return surface('popup.html');
    },
    stopBackground: () => stopBackground(context, inside('')),
    grant: (pattern = '*://*/*') => onExtensionsPage(context, 'addHostPermission', extensionId, pattern),
    revoke: (pattern = '*://*/*') => onExtensionsPage(context, 'removeHostPermission', extensionId, pattern),
  };
}

interface Evaluated {
  result: { value: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

interface RawSession {
  send: (method: string, params?: object) => Promise<unknown>;
}

/** The tab in front. The protocol does not say which page is in which tab, and error pages and PDFs have no address there. */
async function activeTab(root: CDPSession): Promise<string> {
  return until('a tab in front', async () => {
    const { targetInfos } = (await root.send('Target.getTargets', { filter: [{ type: 'tab' }] })) as unknown as { targetInfos: TabInfo[] };
    return targetInfos.find((each) => each.embedderData?.tabActive)?.targetId;
  });
}

async function targetIdOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  try {
    return (await session.send('Target.getTargetInfo')).targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

/** Talks to a target that Playwright does not list (popup, side panel). */
async function attach(root: CDPSession, targetId: string): Promise<Surface & Pick<PopupSurface, 'key' | 'send'>> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const send = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const done = (): void => {
        clearTimeout(limit);
        root.off('Target.receivedMessageFromTarget', receive);
      };
      const receive = (event: { sessionId: string; message: string }): void => {
        if (event.sessionId !== sessionId) return;
        const answer = JSON.parse(event.message) as { id?: number; result?: unknown; error?: { message: string } };
        if (answer.id !== id) return;
        done();
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result);
      };
      const limit = setTimeout(() => {
        done();
        reject(new Error(`${method}: no answer in 10 s`));
      }, 10_000);
      root.on('Target.receivedMessageFromTarget', receive);
      root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch((error: unknown) => {
        done();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = (await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })) as Evaluated;
    const problem = answer.exceptionDetails;
    if (problem) throw new Error(problem.exception?.description ?? problem.text);
    return answer.result.value;
  };
  return {
    send,
    evaluate,
    run: runThrough(evaluate),
    picture: async () => {
      const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    key: async (name) => {
      const code = { Tab: 9, Enter: 13, Escape: 27, Space: 32 }[name] ?? 0;
      const text = name === 'Enter' ? '\r' : name === 'Space' ? ' ' : undefined;
      const params = { key: name === 'Space' ? ' ' : name, code: name, windowsVirtualKeyCode: code, ...(text ? { text } : {}) };
      await send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...params });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...params });
    },
  };
}

/** There is no event for "stopped" in Playwright, and the background never idles out while it is being watched. */
async function stopBackground(context: BrowserContext, scope: string): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  try {
    const running = new Map<string, boolean>();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) {
        if (version.scriptURL.startsWith(scope)) running.set(version.versionId, version.runningStatus !== 'stopped');
      }
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await until('the background to stop', async () => running.size > 0 && [...running.values()].every((each) => !each));
  } finally {
    await page.close();
  }
}

async function onExtensionsPage(context: BrowserContext, method: string, extensionId: string, pattern: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions');
    await page.evaluate(
      ([name, id, site]) => {
        const api = (globalThis as unknown as { chrome: { developerPrivate: Record<string, (id: string, site: string) => Promise<void>> } })
          .chrome;
        return api.developerPrivate[name ?? '']?.(id ?? '', site ?? '');
      },
      [method, extensionId, pattern],
    );
  } finally {
    await page.close();
  }
}

async function until<T>(what: string, test: () => Promise<T | undefined | false>): Promise<T> {
  const limit = Date.now() + 8000;
  while (Date.now() < limit) {
    const found = await test();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited 8 s for ${what}`);
}
