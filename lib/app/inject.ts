import browser, { type Tabs } from 'webextension-polyfill';

/** What came back from the page: what the reader returned, or why the browser refused it. */
export type Injected = { ok: true; result: unknown } | { ok: false; problem: string };

/**
 * Injects the reader into a tab, where its address does not show already that no extension may. Imports nothing else, so that
 * the popup can have the page read while the code that understands it is still being loaded.
 */
export async function injectReader({ id, url }: Tabs.Tab, file: '/reader.js' | '/post.js' = '/reader.js'): Promise<Injected | null> {
  if (id === undefined || !mayBePage(url)) return null;
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId: id }, files: [file] });
    return { ok: true, result: frame?.result };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

export async function activeTab(): Promise<Tabs.Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Without permission the browser may keep the address to itself; then only trying tells. */
export function mayBePage(url: string | undefined): boolean {
  return url === undefined || url === '' || /^https?:/.test(url);
}
