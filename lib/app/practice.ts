import browser from 'webextension-polyfill';

/** The six practice pages, in the order of the welcome page. */
export const PRACTICE = ['ordinary', 'old', 'opinion', 'advertorial', 'two-dates', 'unlisted'] as const;
export type PracticeName = (typeof PRACTICE)[number];

const KEY = 'practice';

/** Which practice pages were opened since the browser started or somebody began again. Kept in memory only. */
export async function practiceSeen(): Promise<PracticeName[]> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  return PRACTICE.filter((name) => Array.isArray(stored) && stored.includes(name));
}

export async function markPracticeSeen(name: PracticeName): Promise<void> {
  await browser.storage.session.set({ [KEY]: [...new Set([...(await practiceSeen()), name])] });
}

export async function forgetPractice(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

export function onPracticeSeen(listen: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && KEY in changes) listen();
  });
}
