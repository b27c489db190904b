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

/** A page script's click does not count in Firefox: there the panel page opens in a tab. */
export async function openPanelFromPage(tab: { id: number; windowId: number | undefined }, post: PostObservation | null): Promise<void> {
  const { sidePanel } = browser as unknown as SidePanels;
  const subject: PanelSubject = post === null ? { kind: 'tab', tabId: tab.id } : { kind: 'post', post };
  if (sidePanel !== undefined && tab.windowId !== undefined) return openPanel(tab.windowId, subject);
  if (post !== null) await browser.storage.session.set({ [keyFor(tab.windowId)]: { ...subject, asked: Date.now() } });
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?${post === null ? `tab=${tab.id}` : 'post'}`) });
}

export async function takePanelSubject(windowId: number | undefined): Promise<PanelSubject | null> {
  const key = keyFor(windowId);
  const subject = subjectFrom((await browser.storage.session.get(key))[key]);
  if (subject !== null) await browser.storage.session.remove(key);
  return subject;
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
