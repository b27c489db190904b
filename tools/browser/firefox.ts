import { createHash, randomUUID } from 'node:crypto';
import puppeteer, { type Browser } from 'puppeteer-core';
import { resolverPreferences, type Site } from './site';
import { runThrough, type Surface } from './surface';

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  site: Site;
  colorScheme?: 'light' | 'dark';
  /** Of the browser itself. */
  language?: 'nl' | 'en' | null;
  /** Folder of a profile that outlives the browser, so that another start goes on with it; fresh and thrown away without it. */
  profile?: string;
}

/** A Firefox with the extension in a fresh profile. Everything outside web pages is done in the browser's own window. */
export interface Firefox {
  browser: Browser;
  /** Address of a file of the extension. */
  inside: (file: string) => string;
  /** Opens an address (also `moz-extension:` and `about:`) in a new tab in front, and waits until it is there. */
  open: (address: string) => Promise<Surface>;
  /** The tab that is in front. */
  front: () => Surface;
  /** A real click on the toolbar icon; gives the popup. */
  clickToolbar: () => Promise<Surface>;
  closePopup: () => Promise<void>;
  /** Opens the sidebar as its own menu does. */
  openSidebar: () => Promise<Surface>;
  /** The sidebar, if it is open. */
  sidebar: () => Promise<Surface | null>;
  stopBackground: () => Promise<void>;
  grant: (pattern?: string) => Promise<void>;
  revoke: (pattern?: string) => Promise<void>;
  /** A real click in the page in front, in px from its corner; button 2 opens the menu. */
  click: (x: number, y: number, button: 0 | 2) => Promise<void>;
  /** A real key press in the page in front: `Tab`, `Enter`, `Escape`, `Space`. */
  press: (key: string) => Promise<void>;
  /** Runs code in the browser's own window; `extension` and the helpers of `PRELUDE` are in scope. */
  inChrome: <Result>(body: string, ...args: unknown[]) => Promise<Result>;
  close: () => Promise<void>;
}

const ID = 'colofon@colofon.example';

/** Helpers in the browser's own window. A remote page is reached by a frame script, in a sandbox that the page's CSP does not bind. */
const PRELUDE = `
  const extension = WebExtensionPolicy.getByID('${ID}')?.extension;
  const wait = async (what, test) => {
    for (let i = 0; i < 400; i++) { const found = await test(); if (found) return found; await new Promise((go) => setTimeout(go, 20)); }
    throw new Error('waited 8 s for ' + what);
  };
  const inFrame = (frame, expression, privileged = false) => new Promise((resolve, reject) => {
    if (!frame || !frame.messageManager) { reject(new Error('it is not on screen')); return; }
    const name = 'colofon-test:' + Math.random();
    const manager = frame.messageManager;
    const limit = setTimeout(() => { manager.removeMessageListener(name, receive); reject(new Error('no answer in 10 s')); }, 10000);
    const receive = ({ data }) => {
      clearTimeout(limit);
      manager.removeMessageListener(name, receive);
      if (data.error) reject(new Error(data.error)); else resolve(data.value === undefined ? undefined : JSON.parse(data.value));
    };
    manager.addMessageListener(name, receive);
    const script = '(async () => { try {'
      + (privileged
        ? 'const value = await (' + expression + ');'
        : 'const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });'
          + 'const value = await Cu.evalInSandbox(' + JSON.stringify(expression) + ', box);')
      + 'sendAsyncMessage(' + JSON.stringify(name) + ', { value: JSON.stringify(value) });'
      + '} catch (error) { sendAsyncMessage(' + JSON.stringify(name) + ', { error: String(error) }); } })()';
    manager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(script), false);
  });
  const picture = async (frame) => {
    const box = frame.getBoundingClientRect();
    const context = frame.browsingContext;
    const bitmap = await context.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, box.width, box.height), 1, 'white');
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = bitmap.width; canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  };
  // A frame starts on about:blank, and a message to that document would be lost with it.
  const settled = (frame) => (frame?.currentURI?.spec.startsWith('moz-extension:') && !frame.webProgress?.isLoadingDocument ? frame : null);
  const FRAMES = {
    tab: () => gBrowser.selectedBrowser,
    popup: () => settled(document.querySelector('.webextension-popup-browser, panel browser[remote]:not([webextension-view-type="sidebar"])')),
    sidebar: () => {
      const outer = document.getElementById('sidebar');
      if (!outer || document.getElementById('sidebar-box').hidden) return null;
      return settled(outer.contentDocument?.getElementById('webext-panels-browser'));
    },
  };
`;

interface Bidi {
  send: (method: string, params: object) => Promise<{ result: unknown }>;
}

type Evaluated = { type: 'success'; result: { type: string; value?: string } } | { type: 'exception'; exceptionDetails: { text: string } };

export async function startFirefox(options: FirefoxOptions): Promise<Firefox> {
  const uuid = options.profile === undefined ? randomUUID() : uuidFor(options.profile);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    args: ['-remote-allow-system-access'],
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    extraPrefsFirefox: {
      ...resolverPreferences(options.site),
      // An extension that is only lent to the browser would otherwise lose what it stored.
      'extensions.webextensions.keepStorageOnUninstall': options.profile !== undefined,
      'extensions.webextensions.keepUuidOnUninstall': options.profile !== undefined,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.accept_languages': options.language ?? 'nl',
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
      'sidebar.revamp': false,
      // Firefox's own pages and calls, which would stand in the log of requests.
      'browser.newtabpage.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
    },
  });
  const close = async (): Promise<void> => {
    await browser.close().catch(() => undefined);
  };
  try {
    const known = await handles(browser, uuid);
    await known.inChrome(
      // Without its language pack Firefox speaks English all the same, but tells extensions that it is in this language.
      'Services.locale.availableLocales = [args[0], "en-US"]; Services.locale.requestedLocales = [args[0]];',
      options.language ?? 'nl',
    );
    await browser.installExtension(options.extension);
    return { ...known, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same for each start with a profile, because what was stored lies under it. */
function uuidFor(profile: string): string {
  const hex = createHash('sha256').update(profile).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

async function handles(browser: Browser, uuid: string): Promise<Omit<Firefox, 'close'>> {
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const tree = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as { contexts: { context: string }[] };
  const window = tree.contexts[0]?.context;
  if (!window) throw new Error('Firefox shows no window');

  const inChrome = async <Result>(body: string, ...args: unknown[]): Promise<Result> => {
    const expression = `(async () => { ${PRELUDE} const args = ${JSON.stringify(args)}; const value = await (async () => { ${body} })(); return JSON.stringify(value === undefined ? null : value); })()`;
    const answer = (await bidi.send('script.evaluate', { expression, awaitPromise: true, target: { context: window } }))
      .result as Evaluated;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value ?? 'null') as Result;
  };
  const surface = (frame: 'tab' | 'popup' | 'sidebar'): Surface => {
    const evaluate = (expression: string): Promise<unknown> => inChrome(`return inFrame(FRAMES.${frame}(), args[0]);`, expression);
    return {
      evaluate,
      run: runThrough(evaluate),
      picture: async () => Buffer.from(await inChrome<string>(`return picture(FRAMES.${frame}());`), 'base64'),
    };
  };
  // The protocol knows tabs by names of its own; their order is the only thing both sides share.
  const act = async (actions: object): Promise<void> => {
    const at = await inChrome<number>('return gBrowser.tabs.indexOf(gBrowser.selectedTab);');
    const { contexts } = (await bidi.send('browsingContext.getTree', { maxDepth: 0 })).result as { contexts: { context: string }[] };
    const context = contexts[at]?.context;
    if (!context) throw new Error(`Firefox names ${contexts.length} tabs; number ${at} is in front`);
    await bidi.send('input.performActions', { context, actions: [actions] });
  };
  const inside = (file: string): string => `moz-extension://${uuid}/${file.replace(/^\//, '')}`;

  return {
    browser,
    inside,
    inChrome,
    click: (x, y, button) =>
      act({
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button },
          { type: 'pointerUp', button },
        ],
      }),
    press: (key) => {
      const value = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ' }[key] ?? key;
      return act({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      });
    },
    front: () => surface('tab'),
    open: async (address) => {
      await inChrome(
        `const tab = gBrowser.addTrustedTab(args[0], { inBackground: false });
         gBrowser.selectedTab = tab;
         await wait(args[0], () => !tab.linkedBrowser.webProgress.isLoadingDocument && tab.linkedBrowser.currentURI.spec !== 'about:blank' || args[0] === 'about:blank');`,
        address,
      );
      return surface('tab');
    },
    clickToolbar: async () => {
      await inChrome(
        `const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
         const id = extension.id.replace(/[^a-z0-9_-]/gi, '_').toLowerCase() + '-browser-action';
         if (CustomizableUI.getPlacementOfWidget(id)?.area !== 'nav-bar') CustomizableUI.addWidgetToArea(id, 'nav-bar');
         const node = await wait('the button in the toolbar', () => document.getElementById(id));
         (node.querySelector('.unified-extensions-item-action-button') ?? node).click();
         await wait('the popup', () => FRAMES.popup());`,
      );
      return surface('popup');
    },
    closePopup: () =>
      inChrome(
        `FRAMES.popup()?.closest('panel')?.hidePopup();
         await wait('the popup to close', () => !FRAMES.popup());`,
      ),
    openSidebar: async () => {
      await inChrome(
        `const key = extension.id.replace(/[^a-z0-9_-]/gi, '_').toLowerCase() + '-sidebar-action';
         const controller = window.SidebarController ?? window.SidebarUI;
         await controller.show(key);
         await wait('the sidebar', () => FRAMES.sidebar());`,
      );
      return surface('sidebar');
    },
    sidebar: async () => ((await inChrome<boolean>('return Boolean(FRAMES.sidebar());')) ? surface('sidebar') : null),
    stopBackground: () =>
      inChrome(
        `await extension.terminateBackground();
         await wait('the background to stop', () => extension.backgroundState === 'stopped');`,
      ),
    grant: (pattern = '*://*/*') => inChrome(permission('add'), pattern),
    revoke: (pattern = '*://*/*') => inChrome(permission('remove'), pattern),
  };
}

function permission(change: 'add' | 'remove'): string {
  return `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.${change}(extension.id, { origins: [args[0]], permissions: [], data_collection: [] }, extension);`;
}
