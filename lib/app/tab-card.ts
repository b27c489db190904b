import browser, { type Tabs } from 'webextension-polyfill';
import { type Card, type Lookup, makeCard, type Reading } from '../core/card';
import { unwrap } from '../core/carriers';
import type { Address } from '../core/observation';
import { isPlatformPage } from './feeds';
import type { Injected } from './inject';
import { addressOf, readTab } from './read-tab';
import { answerFor, practiceAnswerFor } from './register';

export interface TabCard {
  card: Card;
  /** Something of the page itself was read, so that the icon may say so. */
  read: boolean;
}

const UNKNOWN: Lookup = { state: 'unlisted', why: 'no-host', slice: null };

/** The card of one tab. Page and register are read side by side; what somebody reads stays in this function's caller. */
export async function cardForTab(tab: Tabs.Tab, now: Date, begun?: Promise<Injected | null>): Promise<TabCard> {
  const early = tab.url === undefined ? null : answerFor(tab.url);
  const { reading: found, practice } = await readTab(tab, begun);
  const reading = ofFeed(found);
  const address = reading.state === 'read' ? reading.observation.address : reading.address;
  // The tab may have gone on while it was read; then the address that was read counts.
  const lookup =
    address === null
      ? UNKNOWN
      : practice
        ? await practiceAnswerFor(textOf(address))
        : await (sameAddress(address, tab.url) ? early : answerFor(textOf(address)));
  return { card: makeCard(reading, lookup ?? UNKNOWN, now, practice), read: found.state === 'read' };
}

/** A platform's page is no article: a date or name on it is that of one of many posts. A post's own page has the card of that post. */
function ofFeed(reading: Reading): Reading {
  if (reading.state !== 'read' || !isPlatformPage(reading.observation.address.origin)) return reading;
  return { state: 'unread', why: 'feed', address: reading.observation.address };
}

function sameAddress(address: Address, url: string | undefined): boolean {
  const shown = addressOf(url);
  return shown !== null && textOf(shown) === textOf(address);
}

function textOf({ origin, path }: Address): string {
  return origin + path;
}

/** The card of a link that was not opened: who is behind it, and that the rest needs opening it. */
export async function cardForLink(address: string, now: Date): Promise<Card> {
  const target = unwrap(address.trim());
  const web = addressOf(target);
  // No real site ends in `.example` (RFC 2606): these are the links of the practice pages.
  const practice = web !== null && new URL(web.origin).hostname.endsWith('.example');
  return makeCard(
    { state: 'unread', why: 'not-opened', address: web },
    await (practice ? practiceAnswerFor(target) : answerFor(target)),
    now,
    practice,
  );
}

/** Two shapes, one colour: read, not read here. The browser takes the shape back when the tab navigates. */
export async function showRead(tabId: number, tooltip: string): Promise<void> {
  await Promise.all([
    browser.action.setIcon({ tabId, path: { 16: '/icons/read-16.png', 32: '/icons/read-32.png' } }),
    browser.action.setTitle({ tabId, title: tooltip }),
  ]);
}
