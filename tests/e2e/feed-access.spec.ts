import type { Reader } from '../../tools/browser/reader';
import { waitFor } from '../../tools/browser/surface';
import { choose, expect, expectChips, expectNoChips, expectSomeChips, openCard, pause, test } from './feed';
import { GOOGLE, googlePage, googleResults, X_HOME, xPage, xPosts } from './feed-pages';

interface Api {
  permissions: { getAll: () => Promise<{ origins?: string[] }> };
  scripting: { getRegisteredContentScripts: () => Promise<object[]> };
  storage: {
    session: { set: (items: object) => Promise<void> };
    local: {
      set: (items: object) => Promise<void>;
      remove: (key: string) => Promise<void>;
      get: (key: string) => Promise<Record<string, unknown>>;
    };
  };
}

const markup = (): string => document.documentElement.outerHTML;
/** Kept by the browser for the way back. */
const KEPT = { 'cache-control': 'max-age=60' };

/** Writes to what the extension stored, from one of its own pages. */
async function store(reader: Reader, items: object, area: 'local' | 'session' = 'local'): Promise<void> {
  const options = await reader.open(reader.inside('options.html'));
  await options.run(
    async (all, place) => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      await (scope.browser ?? scope.chrome).storage[place].set(all);
    },
    items,
    area,
  );
}

test('nothing stands in a page until it is asked for, and nothing is left when it is taken back', async ({ startReader }) => {
  const reader = await startReader();
  reader.site.put(X_HOME, xPage(xPosts(1, 3)));
  reader.site.put(GOOGLE, {
    headers: KEPT,
    body: googlePage(googleResults(1, 3), {
      tail: '<script>addEventListener("pageshow", (event) => { document.title = String(event.persisted); });</script>',
    }),
  });
  reader.site.put('https://www.google.com/elders', { headers: KEPT, body: '<!doctype html><title>Elders</title><p>Elders' });
  const x = await reader.open(X_HOME);
  const before = await x.run(markup);
  await expectNoChips(reader);
  expect(await x.run(markup)).toBe(before);

  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 2, true);
  // A tab that was open before has its chips without being loaded again.
  await reader.switchTo(X_HOME);
  await expectChips(reader, 3);
  expect(await reader.front().run(() => Array.from(document.querySelectorAll('span:empty'), (each) => each.outerHTML))).toEqual([
    '<span></span>',
    '<span></span>',
    '<span></span>',
  ]);

  await openCard(reader, 0);
  await reader.clickInCard('Kijk hier niet meer automatisch');
  await expectChips(reader, 0);
  expect(await reader.front().run(markup)).toBe(before);
  await reader.goTo(X_HOME);
  await expectNoChips(reader);

  await reader.open(GOOGLE);
  await expectChips(reader, 3);
  await reader.goTo('https://www.google.com/elders');
  await choose(reader, 2, false);
  await reader.switchTo('https://www.google.com/elders');
  await reader.front().run(() => setTimeout(() => history.back(), 10));
  await waitFor(reader.front(), 'the page before', () => document.querySelector('#rso') !== null);
  await expectChips(reader, 0);
  expect(await reader.front().run(() => document.querySelectorAll('span:empty:not([class])').length)).toBe(0);
  // Playwright starts Chromium without that cache.
  if (reader.browser === 'firefox') expect(await reader.front().run(() => document.title)).toBe('true');

  const options = await reader.open(reader.inside('options.html'));
  const left = await options.run(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const api = scope.browser ?? scope.chrome;
    return { origins: (await api.permissions.getAll()).origins ?? [], scripts: await api.scripting.getRegisteredContentScripts() };
  });
  expect(left).toEqual({ origins: [], scripts: [] });
});

test('switched off in the options, the chips of open pages go at once and leave them as they were', async ({ startReader }) => {
  const reader = await startReader();
  const pages = { [X_HOME]: xPage(xPosts(1, 3)), [GOOGLE]: googlePage(googleResults(1, 3)) };
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 2, true);
  const before: string[] = [];
  for (const [address, page] of Object.entries(pages)) {
    reader.site.put(address, page);
    const opened = await reader.open(address);
    await expectChips(reader, 3);
    before.push(await opened.run((html) => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML, page));
  }
  await choose(reader, 2, false);
  for (const [at, address] of Object.keys(pages).entries()) {
    await reader.switchTo(address);
    await expectChips(reader, 0);
    expect(await reader.front().run(markup)).toBe(before[at]);
  }
});

test('a reader that the signed list switched off shows no chip, and comes back with the list', async ({ feed }) => {
  feed.site.put(X_HOME, xPage(xPosts(1, 2)));
  await feed.open(X_HOME);
  await expectChips(feed, 2);
  const versions = Array.from({ length: 50 }, (_, at) => at);
  await store(feed, {
    register: { stored: false, edition: null, withdrawn: [], adaptersOff: [{ adapter: 'x', versions }], organisation: null },
  });
  await feed.switchTo(X_HOME);
  await expectChips(feed, 0);
  await feed.goTo(X_HOME);
  await expectNoChips(feed);
  await store(feed, { register: { stored: false, edition: null, withdrawn: [], adaptersOff: [], organisation: null } });
  await feed.switchTo(X_HOME);
  await expectChips(feed, 2);
});

test('the options say on which platform nothing is recognised lately, and no longer once something is', async ({ feed }) => {
  // Two pages in a row before this one, and three.
  await store(feed, { feeds: { youtube: 2 } }, 'session');
  await store(feed, { feeds: ['x'] });
  const said = async (): Promise<string> => {
    const options = await feed.open(feed.inside('options.html'));
    await waitFor(options, 'the choices', () => document.querySelectorAll('.choices input').length === 3);
    await pause(300);
    return options.run(() => document.body.innerText);
  };
  const before = await said();
  expect(before).toContain('Colofon werkt nu niet goed op X.');
  expect(before).not.toContain('Colofon werkt nu niet goed op YouTube.');
  feed.site.put(X_HOME, xPage(xPosts(1, 2)));
  feed.site.put(
    'https://www.youtube.com/results?search_query=dijk',
    '<!doctype html><title>YouTube</title><ytd-app><p>Heel anders</p></ytd-app>',
  );
  await feed.open(X_HOME);
  await expectSomeChips(feed);
  await feed.open('https://www.youtube.com/results?search_query=dijk');
  // As long as a page is given to show something.
  await pause(10_500);
  await expect.poll(said, { timeout: 5000 }).toContain('Colofon werkt nu niet goed op YouTube.');
  expect(await said()).not.toContain('Colofon werkt nu niet goed op X.');
});
