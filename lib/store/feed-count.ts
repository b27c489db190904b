import browser from 'webextension-polyfill';

/** How many pages of a platform in a row showed nothing that was recognised; on the device only, and no more than that number. */
export type FeedCount = Readonly<Record<string, number>>;

const KEY = 'feeds';
const MOST = 1_000;

let last: Promise<unknown> = Promise.resolve();

export function countFeed(platform: string, recognised: boolean): Promise<void> {
  const next = last.then(async () => {
    const before = await readFeedCount();
    const { [platform]: missed = 0, ...others } = before;
    if (recognised && missed === 0) return;
    await browser.storage.local.set({ [KEY]: recognised ? others : { ...others, [platform]: Math.min(missed + 1, MOST) } });
  });
  last = next.catch(() => undefined);
  return next;
}

export async function readFeedCount(): Promise<FeedCount> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((each): each is [string, number] => /^[a-z]{1,20}$/.test(each[0]) && Number.isInteger(each[1])),
  );
}
