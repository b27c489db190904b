import browser from 'webextension-polyfill';

/** So many pages of a platform in a row without one post that was recognised: it shows its pages otherwise now. */
const MISSED = 3;
const KEY = 'feeds';

let last: Promise<unknown> = Promise.resolve();

/**
 * Counts pages of a platform on which nothing was recognised. The count lives in memory, where page scripts cannot look; what is stored is only
 * that a platform is not read well.
 */
export function countFeed(platform: string, recognised: boolean): Promise<void> {
  const next = last.then(async () => {
    const [missed, broken] = await Promise.all([readMissed(), readBrokenFeeds()]);
    const count = recognised ? 0 : (missed[platform] ?? 0) + 1;
    await browser.storage.session.set({ [KEY]: { ...missed, [platform]: Math.min(count, MISSED) } });
    const others = broken.filter((each) => each !== platform);
    if (count >= MISSED || broken.length !== others.length)
      await browser.storage.local.set({
        [KEY]: count >= MISSED || (!recognised && broken.includes(platform)) ? [...others, platform] : others,
      });
  });
  last = next.catch(() => undefined);
  return next;
}

/** Platforms that are not read well, as far as this device has seen. */
export async function readBrokenFeeds(): Promise<string[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string' && /^[a-z]{1,20}$/.test(each)) : [];
}

async function readMissed(): Promise<Record<string, number>> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((each): each is [string, number] => /^[a-z]{1,20}$/.test(each[0]) && Number.isInteger(each[1])),
  );
}
