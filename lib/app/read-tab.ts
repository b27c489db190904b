import browser, { type Tabs } from 'webextension-polyfill';
import type { Reading, Unread } from '../core/card';
import type { Address, Observation } from '../core/observation';
import { observe } from '../core/read/observe';
import { isSketch, type Sketch } from '../core/read/sketch';
import { readPage } from '../page/read-page';
import { type Injected, injectReader, mayBePage } from './inject';

/** What was read of one tab. `practice` pages are fictional and answered from their own layer of the register. */
export interface TabReading {
  reading: Reading;
  practice: boolean;
}

/**
 * Reads a tab once, on request. Works where access was granted: by the toolbar click (activeTab) or for the site. A page that
 * may not be read gives the reason; nothing throws.
 *
 * @param begun an injection that was started earlier, to save time
 */
export async function readTab(tab: Tabs.Tab, begun?: Promise<Injected | null>): Promise<TabReading> {
  const practice = practicePath(tab.url);
  if (practice !== null) return { reading: await readPracticePage(practice), practice: true };
  const refused = whyUnreadable(tab.url);
  if (refused !== null) return unread(refused, null);
  const injected = await (begun ?? injectReader(tab));
  if (injected === null) return unread('no-access', null);
  if (!injected.ok) {
    // Chromium says so in words; Firefox does not tell it from a page it protects.
    if (/error page/i.test(injected.problem)) return unread('not-loaded', addressOf(tab.url));
    return unread(/\.pdf($|[?#])/i.test(tab.url ?? '') ? 'pdf' : 'no-access', addressOf(tab.url));
  }
  const { result } = injected;
  if (result === 'pdf') return unread('pdf', addressOf(tab.url));
  const observation = isSketch(result) ? observed(result) : null;
  return observation === null ? unread('reader-broken', addressOf(tab.url)) : { reading: { state: 'read', observation }, practice: false };
}

function observed(sketch: Sketch): Observation | null {
  try {
    return observe(sketch, new Date());
  } catch (error) {
    console.error('The page was read but could not be understood', error);
    return null;
  }
}

function unread(why: Unread, address: Address | null): TabReading {
  return { reading: { state: 'unread', why, address }, practice: false };
}

/** Decided by the address, where the browser tells it; extensions never get to see these pages. */
export function whyUnreadable(url: string | undefined): Unread | null {
  if (mayBePage(url)) return null;
  return url?.startsWith('file:') ? 'local-file' : 'browser-page';
}

/** Scheme, host and path only: what is after `?` or `#` may say who somebody is. */
export function addressOf(url: string | undefined): Address | null {
  if (url === undefined || !/^https?:/.test(url) || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return { origin, path: pathname };
}

function practicePath(url: string | undefined): string | null {
  const base = browser.runtime.getURL('/practice/');
  return url?.startsWith(base) && /^[a-z]{2}\/[\w-]+\.html/.test(url.slice(base.length))
    ? url.slice(base.length).replace(/[?#].*/, '')
    : null;
}

/**
 * A practice page lies inside the extension, where no script may be injected. It is read from its own file instead, with the
 * same reader, as if it stood at the address it names as its own.
 */
async function readPracticePage(path: string): Promise<Reading> {
  const page = new DOMParser().parseFromString(await (await fetch(browser.runtime.getURL(`/practice/${path}`))).text(), 'text/html');
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  const observation = readPage(page, canonical, new Date());
  return observation === null ? { state: 'unread', why: 'reader-broken', address: null } : { state: 'read', observation };
}
