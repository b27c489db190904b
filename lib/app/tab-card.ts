import browser, { type Tabs } from 'webextension-polyfill';
import { type Card, type Lookup, makeCard } from '../core/card';
import { unwrap } from '../core/carriers';
import { readTab } from './read-tab';
import { answerFor, practiceAnswerFor } from './register';

export interface TabCard {
  card: Card;
  /** Something of the page itself was read, so that the icon may say so. */
  read: boolean;
}

const UNKNOWN: Lookup = { state: 'unlisted', why: 'no-host', slice: null };

/** The card of one tab. Page and register are read side by side; what somebody reads stays in this function's caller. */
export async function cardForTab(tab: Tabs.Tab, now: Date): Promise<TabCard> {
  const early = tab.url === undefined ? null : answerFor(tab.url);
  const { reading, practice } = await readTab(tab);
  const address = reading.state === 'read' ? reading.observation.address : reading.address;
  // The tab may have gone on while it was read; then the address that was read counts.
  const same = address !== null && tab.url?.startsWith(address.origin + address.path);
  const lookup =
    address === null
      ? UNKNOWN
      : practice
        ? await practiceAnswerFor(address.origin + address.path)
        : await ((same ? early : null) ?? answerFor(address.origin + address.path));
  return { card: makeCard(reading, lookup, now), read: reading.state === 'read' };
}

/** The card of a link that was not opened: who is behind it, and that the rest needs opening it. */
export async function cardForLink(address: string, now: Date): Promise<Card> {
  const target = unwrap(address.trim());
  const url = URL.canParse(target) ? new URL(target) : null;
  const web = url !== null && /^https?:$/.test(url.protocol) ? { origin: url.origin, path: url.pathname } : null;
  return makeCard({ state: 'unread', why: 'not-opened', address: web }, await answerFor(target), now);
}

export async function activeTab(): Promise<Tabs.Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Two shapes, one colour: read, not read here. The browser takes the shape back when the tab navigates. */
export async function showRead(tabId: number, tooltip: string): Promise<void> {
  await Promise.all([
    browser.action.setIcon({ tabId, path: { 16: '/icons/read-16.png', 32: '/icons/read-32.png' } }),
    browser.action.setTitle({ tabId, title: tooltip }),
  ]);
}
