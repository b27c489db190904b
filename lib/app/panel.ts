import browser from 'webextension-polyfill';
import { isPost, type PostObservation } from '../core/post';

/** What the side panel is about. Kept in memory only (`storage.session`), and taken out by the panel that shows it. */
export type PanelSubject =
  | { kind: 'tab'; tabId: number; at?: 'top' | 'wrong' }
  | { kind: 'link'; address: string }
  | { kind: 'post'; post: PostObservation };

/** Each window has a panel of its own, which takes only what was meant for that window. */
const keyFor = (windowId: number | undefined): string => `panel-${windowId ?? 'any'}`;

const MAX_ADDRESS = 8192;
/** Milliseconds in which a panel that was asked for is there. */
const FRESH = 15_000;

/** Firefox has no side panel and Chromium no sidebar; neither is in the other's types. */
interface SidePanels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel. Must be the first thing a click handler does: both browsers insist on the user's own click, and an
 * `await` before it loses that.
 */
export function openPanel(windowId: number | undefined, subject: PanelSubject): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as SidePanels;
  const opened =
    sidePanel !== undefined && windowId !== undefined ? sidePanel.open({ windowId }) : (sidebarAction?.open() ?? Promise.resolve());
  return Promise.all([opened, browser.storage.session.set({ [keyFor(windowId)]: { ...subject, asked: Date.now() } })]).then(
    () => undefined,
  );
}

/** A page that is taken over could ask for tab after tab. */
const TAB_PAUSE = 1_000;
let lastTab = 0;

/** A page script's click does not count in Firefox: there the panel page opens in a tab. */
export async function openPanelFromPage(tab: { id: number; windowId: number | undefined }, post: PostObservation | null): Promise<void> {
  const { sidePanel } = browser as unknown as SidePanels;
  const subject: PanelSubject = post === null ? { kind: 'tab', tabId: tab.id } : { kind: 'post', post };
  if (sidePanel !== undefined && tab.windowId !== undefined) return openPanel(tab.windowId, subject);
  if (Date.now() - lastTab < TAB_PAUSE) return;
  lastTab = Date.now();
  // A place of its own: a sidebar that is open takes what lies in the window's.
  const place = `${tab.id}-${lastTab}`;
  if (post !== null) await browser.storage.session.set({ [`panel-${place}`]: { ...subject, asked: lastTab } });
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?${post === null ? `tab=${tab.id}` : `post=${place}`}`) });
}

/** The subject of a panel that was opened in a tab, under the place in its address. */
export function takeTabSubject(place: string): Promise<PanelSubject | null> {
  return takeFrom(`panel-${place.slice(0, 40)}`);
}

export function takePanelSubject(windowId: number | undefined): Promise<PanelSubject | null> {
  return takeFrom(keyFor(windowId));
}

async function takeFrom(key: string): Promise<PanelSubject | null> {
  const stored = (await browser.storage.session.get(key))[key];
  const subject = subjectFrom(stored);
  if (stored !== undefined) await browser.storage.session.remove(key);
  return subject !== null && isFresh(stored) ? subject : null;
}

/** What was asked a while ago and never shown, as when the browser refused to open a panel, is not shown later. */
function isFresh(stored: unknown): boolean {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'asked' in stored &&
    typeof stored.asked === 'number' &&
    Date.now() - stored.asked < FRESH
  );
}

export function onPanelSubject(windowId: number | undefined, listen: (subject: PanelSubject) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const subject = area === 'session' ? subjectFrom(changes[keyFor(windowId)]?.newValue) : null;
    if (subject !== null) listen(subject);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function subjectFrom(stored: unknown): PanelSubject | null {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return null;
  if (stored.kind === 'tab' && 'tabId' in stored && typeof stored.tabId === 'number')
    return 'at' in stored && stored.at === 'wrong'
      ? { kind: 'tab', tabId: stored.tabId, at: 'wrong' }
      : { kind: 'tab', tabId: stored.tabId };
  if (stored.kind === 'post' && 'post' in stored && isPost(stored.post)) return { kind: 'post', post: stored.post };
  if (stored.kind === 'link' && 'address' in stored && typeof stored.address === 'string')
    return { kind: 'link', address: stored.address.slice(0, MAX_ADDRESS) };
  return null;
}
