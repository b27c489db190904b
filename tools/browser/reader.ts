import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Behind, behindPage, found, hiddenCall, hiddenTextIn } from './behind';
import { cardButtonAt, chipAt, chipsIn, type SeenChip } from './chips';
import { type Chromium, startChromium, WELCOME } from './chromium';
import { type Firefox, startFirefox } from './firefox';
import { type Site, startSite } from './site';
import { runThrough, type Surface } from './surface';

/** A person with a browser in which Colofon was just installed: what both browsers can do, under one name. */
export interface Reader {
  browser: 'chromium' | 'firefox';
  site: Site;
  /** Opens an address in a new tab in front. */
  open: (address: string) => Promise<Surface>;
  /** The page of the tab in front. */
  front: () => Surface;
  /** Goes to another address in the tab in front. */
  goTo: (address: string) => Promise<void>;
  /** A real click on the toolbar icon; the popup reads the tab in front. */
  clickToolbar: () => Promise<Surface>;
  closePopup: () => Promise<void>;
  /** The side panel or sidebar, once it is open. Firefox opens it here; Chromium needs the button in the popup first. */
  panel: () => Promise<Surface>;
  /** A real click with the mouse on the first element of the page in front that matches, or at its centre. */
  clickOn: (selector: string) => Promise<void>;
  /** A real key press in the page in front: `Tab`, `Enter`, `Escape`, `Space`. */
  press: (key: string) => Promise<void>;
  /** The words in a closed shadow root of the page in front, which the page itself cannot see; null where there is none. */
  hiddenText: (hostSelector: string) => Promise<string | null>;
  /** The chips beside posts and results on the page in front, in its order. */
  chips: () => Promise<SeenChip[]>;
  /** A real click with the mouse on one of them, by its number. */
  clickChip: (at: number) => Promise<void>;
  /** A real click on the button with these words in the card that stands open. */
  clickInCard: (words: string) => Promise<void>;
  /** Chooses "Van wie is deze link?" in the menu of the first link on the page in front. */
  askAboutLink: (selector: string) => Promise<void>;
  /** Addresses of the tabs, in order. */
  tabs: () => Promise<string[]>;
  /** Brings the tab with this address to the front. */
  switchTo: (address: string) => Promise<void>;
  /** Everything that was asked of the network so far, without the browser's own calls. */
  requests: () => string[];
  inside: (file: string) => string;
  stopBackground: () => Promise<void>;
  grant: (pattern?: string) => Promise<void>;
  revoke: (pattern?: string) => Promise<void>;
  /** Closes popup, panel and tabs, so that the next test starts clean in the same profile. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

export interface ReaderOptions {
  extension: string;
  colorScheme?: 'light' | 'dark';
  /** null leaves it to the browser (Firefox: Dutch). */
  language?: 'nl' | 'en' | null;
  /** Leaves the page open that the extension shows after install. */
  keepWelcome?: boolean;
}

export interface ChromiumReader extends Reader {
  browser: 'chromium';
  chromium: Chromium;
  /** The tab in front. */
  page: () => Page;
}

export interface FirefoxReader extends Reader {
  browser: 'firefox';
  firefox: Firefox;
}

/** Calls that the browsers make by themselves, whatever is installed. */
const BROWSERS_OWN = [
  /^https?:\/\/update\.googleapis\.com\/service\/update2\//,
  /^https:\/\/accounts\.google\.com\/ListAccounts\?/,
  /^https?:\/\/[\w.-]+\.mozilla\.(com|org|net)\//,
];

function requestsOf(site: Site): string[] {
  return site.log
    .filter(({ address }) => !BROWSERS_OWN.some((own) => own.test(address)))
    .map(({ method, address }) => `${method} ${address}`);
}

const PARKED = 'chrome://version/';

export async function chromiumReader(options: ReaderOptions): Promise<ChromiumReader> {
  const site = await startSite();
  const chromium = await startChromium({ ...options, site }).catch(async (error: unknown) => {
    await site.close();
    throw error;
  });
  const { context, inside } = chromium;
  const first = context.pages()[0] ?? (await context.newPage());
  await first.goto(PARKED);
  const welcome = context.pages().find((page) => page.url() === inside(WELCOME));
  if (!options.keepWelcome) await welcome?.close();
  let front: Page = options.keepWelcome && welcome ? welcome : first;
  let popup: Awaited<ReturnType<Chromium['clickToolbar']>> | null = null;

  const closePopup = async (): Promise<void> => {
    if (popup && (await popup.isOpen())) await popup.close();
    popup = null;
  };
  const load = (page: Page, address: string): Promise<unknown> => page.goto(address, { waitUntil: 'load' }).catch(ignoreEmptyAnswer);
  return {
    browser: 'chromium',
    chromium,
    site,
    inside,
    page: () => front,
    open: async (address) => {
      front = await context.newPage();
      await load(front, address);
      return pageSurface(front);
    },
    front: () => pageSurface(front),
    goTo: async (address) => {
      await load(front, address);
    },
    clickToolbar: async () => {
      await closePopup();
      popup = await chromium.clickToolbar(front);
      return popup;
    },
    closePopup,
    panel: () => chromium.surface('sidepanel.html'),
    clickOn: async (selector) => {
      const { x, y } = await pageSurface(front).run(centreOf, selector);
      await front.mouse.click(x, y);
    },
    press: (key) => front.keyboard.press(key),
    hiddenText: (selector) => hiddenTextIn(context, front, selector),
    chips: async () => (await behindPage(context, front, inside(''), chipsIn)) ?? [],
    clickChip: async (at) => {
      const { x, y } = found(await behindPage(context, front, inside(''), chipAt, at), `chip ${at}`);
      await front.mouse.click(x, y);
    },
    clickInCard: async (words) => {
      const { x, y } = found(await behindPage(context, front, inside(''), cardButtonAt, words), words);
      await front.mouse.click(x, y);
    },
    askAboutLink: async (selector) => {
      // Chromium's own menu is no page and cannot be clicked from outside: its event is given instead.
      const linkUrl = await pageSurface(front).run((wanted) => document.querySelector<HTMLAnchorElement>(wanted)?.href ?? '', selector);
      await context.serviceWorkers()[0]?.evaluate(async (address) => {
        const { chrome } = globalThis as unknown as { chrome: MenuApi };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'link', linkUrl: address, editable: false }, tab);
      }, linkUrl);
    },
    tabs: async () => context.pages().map((page) => page.url()),
    switchTo: async (address) => {
      const page = context.pages().find((each) => each.url() === address);
      if (!page) throw new Error(`no tab shows ${address}`);
      await page.bringToFront();
      front = page;
    },
    requests: () => requestsOf(site),
    stopBackground: chromium.stopBackground,
    grant: chromium.grant,
    revoke: chromium.revoke,
    reset: async () => {
      await closePopup();
      for (const page of context.pages()) if (page !== first) await page.close();
      front = first;
    },
    close: async () => {
      await chromium.close();
      await site.close();
    },
  };
}

interface MenuApi {
  tabs: { query: (filter: object) => Promise<object[]> };
  contextMenus: { onClicked: { dispatch: (info: object, tab: object | undefined) => void } };
}

/** Runs in the page: where to click. */
function centreOf(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  element.scrollIntoView({ block: 'center' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A PDF or a download is no page to Playwright, but it is what stands in the tab. */
function ignoreEmptyAnswer(error: unknown): void {
  if (!/ERR_ABORTED|Download is starting/.test(String(error))) throw error;
}

export function pageSurface(page: Page): Surface {
  const evaluate = (expression: string): Promise<unknown> => page.evaluate(expression);
  return { evaluate, run: runThrough(evaluate), picture: () => page.screenshot() };
}

export async function firefoxReader(options: ReaderOptions): Promise<FirefoxReader> {
  const site = await startSite();
  const firefox = await startFirefox({ ...options, site }).catch(async (error: unknown) => {
    await site.close();
    throw error;
  });
  const { inChrome, inside } = firefox;
  const hasWelcome = existsSync(path.join(options.extension, WELCOME));
  if (hasWelcome) {
    await inChrome(
      `await wait('the welcome page', () => gBrowser.tabs.some((tab) => tab.linkedBrowser.currentURI.spec === args[0] && !tab.linkedBrowser.webProgress.isLoadingDocument));`,
      inside(WELCOME),
    );
  }
  const reset = async (): Promise<void> => {
    await firefox.closePopup();
    await inChrome(
      `(window.SidebarController ?? window.SidebarUI).hide();
       const keep = gBrowser.tabs[0];
       gBrowser.selectedTab = keep;
       for (const tab of [...gBrowser.tabs]) if (tab !== keep) gBrowser.removeTab(tab);`,
    );
  };
  if (hasWelcome && !options.keepWelcome) await reset();
  const behind = <Args extends unknown[], Result>(task: Behind<Args, Result>, ...args: Args): Promise<Result> =>
    inChrome(
      'return inFrame(FRAMES.tab(), args[0], true);',
      hiddenCall(task, '(element) => element.openOrClosedShadowRoot', 'content.document', args),
    );
  return {
    browser: 'firefox',
    firefox,
    site,
    inside,
    open: firefox.open,
    front: firefox.front,
    goTo: (address) =>
      inChrome(
        `const browser = gBrowser.selectedBrowser;
         const before = browser.browsingContext.currentWindowGlobal?.innerWindowId;
         browser.loadURI(Services.io.newURI(args[0]), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
         await wait(args[0], () => browser.browsingContext.currentWindowGlobal?.innerWindowId !== before && !browser.webProgress.isLoadingDocument);`,
        address,
      ),
    clickToolbar: firefox.clickToolbar,
    clickOn: async (selector) => {
      const { x, y } = await firefox.front().run(centreOf, selector);
      await firefox.click(x, y, 0);
    },
    press: firefox.press,
    hiddenText: (selector) =>
      inChrome(
        `return inFrame(FRAMES.tab(), '(' + ((selector) => {
           const root = content.document.querySelector(selector)?.openOrClosedShadowRoot;
           return root ? [...root.children].map((each) => each.textContent).join(' ').replace(/\\s+/g, ' ').trim() : null;
         }) + ')(' + JSON.stringify(args[0]) + ')', true);`,
        selector,
      ),
    chips: () => behind(chipsIn),
    clickChip: async (at) => {
      const { x, y } = found(await behind(chipAt, at), `chip ${at}`);
      await firefox.click(x, y, 0);
    },
    clickInCard: async (words) => {
      const { x, y } = found(await behind(cardButtonAt, words), words);
      await firefox.click(x, y, 0);
    },
    askAboutLink: async (selector) => {
      const { x, y } = await firefox.front().run(centreOf, selector);
      await firefox.click(x, y, 2);
      await inChrome(
        `const menu = document.getElementById('contentAreaContextMenu');
         await wait('the menu', () => menu.state === 'open');
         const item = await wait('the line in the menu', () => menu.querySelector('[id*="colofon"][id*="menuitem"]'));
         menu.activateItem(item);`,
      );
    },
    closePopup: firefox.closePopup,
    panel: firefox.openSidebar,
    tabs: () => inChrome('return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);'),
    switchTo: (address) =>
      inChrome(
        `const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec === args[0]);
         if (!tab) throw new Error('no tab shows ' + args[0]);
         gBrowser.selectedTab = tab;`,
        address,
      ),
    requests: () => requestsOf(site),
    stopBackground: firefox.stopBackground,
    grant: firefox.grant,
    revoke: firefox.revoke,
    reset,
    close: async () => {
      await firefox.close();
      await site.close();
    },
  };
}
