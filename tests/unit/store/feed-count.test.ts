import { beforeEach, expect, it, vi } from 'vitest';
import { countFeed, readBrokenFeeds } from '../../../lib/store/feed-count';
import { browser, resetBrowser } from '../support/browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
beforeEach(resetBrowser);

it('stores nothing where page scripts can look until a platform was missed three times in a row', async () => {
  await countFeed('x', false);
  await countFeed('x', false);
  expect(browser.storage.local.all()).toEqual({});
  await countFeed('x', true);
  await countFeed('x', false);
  await countFeed('x', false);
  expect(browser.storage.local.all()).toEqual({});
});

it('says of a platform that it is not read well, and takes it back at the first post that is', async () => {
  for (let page = 0; page < 4; page++) await countFeed('x', false);
  await countFeed('google', true);
  expect(await readBrokenFeeds()).toEqual(['x']);
  await countFeed('x', true);
  expect(await readBrokenFeeds()).toEqual([]);
});

it('takes nothing that is no list of names', async () => {
  await browser.storage.local.set({ feeds: { x: 3 } });
  expect(await readBrokenFeeds()).toEqual([]);
  await browser.storage.local.set({ feeds: ['x', 3, '__proto__', 'google'] });
  expect(await readBrokenFeeds()).toEqual(['x', 'google']);
});
