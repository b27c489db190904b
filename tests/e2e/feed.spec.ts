import { readCard, waitFor } from '../../tools/browser/surface';
import { expect, expectChips, expectNoChips, expectSomeChips, openCard, pause, test } from './feed';
import {
  GOOGLE,
  googlePage,
  googleResults,
  REMEMBER,
  X_HOME,
  xAddress,
  xPage,
  xPost,
  xPosts,
  YOUTUBE_PAGE,
  YOUTUBE_WATCH,
} from './feed-pages';

const QUESTIONS = ['Van wie?', 'Van wanneer?', 'Is dit reclame?', 'Hoe is dit gemaakt?'];
const SHELL = '<div data-testid="cellInnerDiv"><article role="article" data-testid="tweet" tabindex="0"><div></div></article></div>';
const HIDDEN = `<div aria-hidden="true">${xPost(90, { handle: 'verborgen' })}</div>`;

test('a chip stands beside each post that is recognised and beside nothing else, and nothing moves', async ({ feed }) => {
  feed.site.put(X_HOME, xPage([...xPosts(1, 4), SHELL, HIDDEN], { tail: REMEMBER }));
  const page = await feed.open(X_HOME);
  await expectChips(feed, 4);
  const chips = await feed.chips();
  expect(chips.map(({ beside }) => beside)).toEqual([1, 2, 3, 4].map((at) => `@dijkwacht${at}·20 nov`));
  for (const { text, box, onTop } of chips) {
    expect(text).toBe('Van wie?');
    expect(box.width).toBeGreaterThanOrEqual(24);
    expect(box.height).toBeGreaterThanOrEqual(24);
    expect(onTop).not.toBe(false);
  }
  const { before, now, shift } = await page.run(() => {
    const scope = globalThis as unknown as { placesBefore: string[]; placesNow: () => string[]; shift: number };
    return { before: scope.placesBefore, now: scope.placesNow(), shift: scope.shift };
  });
  expect(now).toEqual(before);
  expect(shift).toBe(0);
});

test('a chip stands beside each result, and nothing moves', async ({ feed }) => {
  feed.site.put(GOOGLE, googlePage(googleResults(1, 6), { tail: REMEMBER }));
  const page = await feed.open(GOOGLE);
  await expectChips(feed, 6);
  for (const { text, box, onTop } of await feed.chips()) {
    expect(text).toBe('Van wie?');
    expect(box.height).toBeGreaterThanOrEqual(24);
    expect(onTop).not.toBe(false);
  }
  const { before, now, shift } = await page.run(() => {
    const scope = globalThis as unknown as { placesBefore: string[]; placesNow: () => string[]; shift: number };
    return { before: scope.placesBefore, now: scope.placesNow(), shift: scope.shift };
  });
  expect(now).toEqual(before);
  expect(shift).toBe(0);
  expect((await openCard(feed, 4)).text).toContain('NRC');
});

test('only a click of a person opens the card; the page neither hears that click nor sees the card', async ({ feed }) => {
  const listens = `<script>
    window.heard = [];
    for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup']) document.addEventListener(type, (event) => heard.push(type), false);
    document.addEventListener('click', (event) => { const post = event.target.closest('article'); if (post) location.href = '/elders'; });
  </script>`;
  feed.site.put(X_HOME, xPage(xPosts(4, 3), { tail: listens }));
  const page = await feed.open(X_HOME);
  await expectChips(feed, 3);
  await page.run(() => {
    for (const host of document.querySelectorAll<HTMLElement>('span:empty')) {
      host.click();
      host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
  });
  await pause(300);
  expect((await feed.chips()).map(({ card }) => card)).toEqual([null, null, null]);
  await page.run(() => (window as unknown as { heard: string[] }).heard.splice(0));

  const before = feed.requests();
  const card = await openCard(feed, 1);
  expect(card.questions).toEqual(QUESTIONS);
  expect(card.text).toMatch(/@dijkwacht5 op X.*NRC.*20 november 2026/);
  expect(card.focus).toBe('Sluit');
  expect(feed.requests()).toEqual(before);
  const seen = await page.run(() => ({
    heard: (globalThis as unknown as { heard: string[] }).heard,
    path: location.pathname,
    roots: [...document.querySelectorAll('*')].filter((each) => each.shadowRoot !== null).length,
    words: `${document.body.innerText}${document.documentElement.outerHTML}`.includes('Van wie?'),
    active: document.activeElement?.outerHTML ?? '',
    resources: performance.getEntriesByType('resource').filter(({ name }) => name.includes('-extension:')).length,
  }));
  expect(seen).toEqual({ heard: [], path: '/home', roots: 0, words: false, active: '<span></span>', resources: 0 });
  // No file of the extension answers a page, so none tells that it is there.
  const answers = await page.run(
    (files) =>
      Promise.all(
        files.map((file) =>
          fetch(file)
            .then(() => 'answered')
            .catch(() => 'refused'),
        ),
      ),
    ['feed-x.js', 'icons/16.png', 'manifest.json', 'sidepanel.html'].map((file) => feed.inside(file)),
  );
  expect(new Set(answers)).toEqual(new Set(['refused']));
});

test('chip and card work by keyboard, and the keyboard goes back where it was', async ({ feed }) => {
  feed.site.put(X_HOME, xPage(xPosts(1, 2)));
  await feed.open(X_HOME);
  await expectChips(feed, 2);
  // The post, its account, its moment, and then the chip.
  const reached: boolean[] = [];
  for (let at = 0; at < 6 && reached.at(-1) !== true; at++) {
    await feed.press('Tab');
    reached.push((await feed.chips())[0]?.focused === true);
  }
  expect(reached.at(-1)).toBe(true);
  await feed.press('Enter');
  await expect.poll(async () => (await feed.chips())[0]?.card?.focus, { timeout: 8000 }).toBe('Sluit');
  await feed.press('Tab');
  expect((await feed.chips())[0]?.card?.focus).toBe('Alle bronnen');
  await feed.press('Escape');
  await expect.poll(async () => (await feed.chips())[0]?.card).toBe(null);
  expect((await feed.chips())[0]?.focused).toBe(true);
});

test('"Alle bronnen" opens the panel on this post', async ({ feed }) => {
  feed.site.put(X_HOME, xPage(xPosts(4, 3)));
  await feed.open(X_HOME);
  await expectChips(feed, 3);
  await openCard(feed, 1);
  await feed.clickInCard('Alle bronnen');
  if (feed.browser === 'firefox') {
    const opened = async (): Promise<string | undefined> =>
      (await feed.tabs()).find((address) => address.startsWith(feed.inside('sidepanel.html?post=')));
    await expect.poll(opened).toBeDefined();
    await feed.switchTo((await opened()) ?? '');
  }
  const panel = feed.browser === 'firefox' ? feed.front() : await feed.panel();
  await waitFor(panel, 'the post', () => document.body.innerText.includes('@dijkwacht5') && document.body.innerText.includes('NRC'));
  const links = await panel.run(() => Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href*="/status/"]'), ({ href }) => href));
  expect(links).toEqual([`https://x.com${xAddress(5)}`]);
});

test('under a strict policy of the page and on a dark one, chip and card have their own looks', async ({ feed }) => {
  feed.site.put(X_HOME, {
    headers: { 'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'self'" },
    body: xPage(xPosts(1, 2)),
  });
  await feed.open(X_HOME);
  await expectSomeChips(feed);
  const [strict] = await feed.chips();
  expect(strict?.box.height).toBeGreaterThanOrEqual(24);
  expect(strict?.box.width).toBeGreaterThanOrEqual(40);
  expect(strict?.background).toBe('rgb(255, 255, 255)');
  const card = await openCard(feed, 0);
  expect(card.background).toBe('rgb(255, 255, 255)');
  expect(card.box.width).toBeGreaterThan(300);
  expect(card.box.x).toBeGreaterThanOrEqual(16);

  feed.site.put(X_HOME, xPage(xPosts(1, 2), { dark: true }));
  await feed.goTo(X_HOME);
  await expectChips(feed, 2);
  const [dark] = await feed.chips();
  expect(dark?.background).toBe('rgb(20, 24, 31)');
  expect(dark?.color).toBe('rgb(231, 235, 240)');
});

test('in an endless feed chips stand near view only, and every post in view has its own', async ({ feed }) => {
  feed.site.put(X_HOME, xPage(xPosts(0, 50)));
  const page = await feed.open(X_HOME);
  await expectSomeChips(feed);
  for (let from = 50; from < 200; from += 50) {
    await page.run((html) => {
      document.querySelector('#feed')?.insertAdjacentHTML('beforeend', html);
      scrollTo(0, document.documentElement.scrollHeight - 2 * innerHeight);
    }, xPosts(from, 50).join(''));
    await expect
      .poll(
        async () => {
          const chips = await feed.chips();
          const inView = await page.run(() =>
            Array.from(document.querySelectorAll('article'))
              .filter((each) => {
                const { top, bottom } = each.getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight;
              })
              .map((each) => (each.querySelector('[href*="/status/"]')?.getAttribute('href') ?? '').split('/')[1]),
          );
          return (
            inView.length > 2 &&
            inView.every((handle) => chips.some(({ beside }) => beside.startsWith(`@${handle}·`))) &&
            chips.length <= 40
          );
        },
        { timeout: 8000 },
      )
      .toBe(true);
  }
});

test('where a list uses its elements again, the card is about the new post, and an open one closes', async ({ feed }) => {
  feed.site.put(X_HOME, xPage([xPost(1), xPost(2)]));
  const page = await feed.open(X_HOME);
  await expectChips(feed, 2);
  await openCard(feed, 0);
  const reuse = (at: number, handle: string): Promise<void> =>
    page.run(
      (number, name) => {
        const post = document.querySelectorAll('article')[number];
        for (const link of post?.querySelectorAll('a[href^="/"]') ?? [])
          link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/^\/\w+/, `/${name}`));
        const shown = post?.querySelector('.soft span');
        if (shown) shown.textContent = `@${name}`;
      },
      at,
      handle,
    );
  await reuse(0, 'anderaccount');
  await expect.poll(async () => (await feed.chips()).every(({ card }) => card === null)).toBe(true);
  expect((await openCard(feed, 0)).text).toContain('@anderaccount op X');
  await feed.press('Escape');
  // No longer a post: no chip, and no card of what was there.
  await page.run(() => document.querySelector('article [data-testid="User-Name"]')?.replaceChildren());
  await expectChips(feed, 1);
  // The page goes on without loading.
  await page.run((html) => {
    history.pushState(null, '', '/iemand');
    document.querySelector('#feed')?.replaceChildren();
    document.querySelector('#feed')?.insertAdjacentHTML('beforeend', html);
  }, xPost(7));
  await expect.poll(async () => (await feed.chips()).map(({ beside }) => beside)).toEqual(['@dijkwacht7·20 nov']);
  expect((await openCard(feed, 0)).text).toContain('@dijkwacht7 op X');
});

test('a page that rewrites itself in every frame, or removes what is not its own, is not fought with', async ({ feed }) => {
  feed.site.put(X_HOME, xPage(xPosts(1, 3)));
  const page = await feed.open(X_HOME);
  await expectChips(feed, 3);
  await page.run((html) => {
    const scope = window as unknown as { came: number };
    scope.came = 0;
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof HTMLElement && node.matches('span:empty')) scope.came++;
    }).observe(document, { childList: true, subtree: true });
    const until = performance.now() + 1500;
    const frame = (): void => {
      const feed = document.querySelector('#feed');
      if (feed) feed.innerHTML = html;
      if (performance.now() < until) requestAnimationFrame(frame);
    };
    frame();
  }, xPosts(11, 3).join(''));
  await pause(1700);
  await expect
    .poll(async () => (await feed.chips()).map(({ beside }) => beside))
    .toEqual([11, 12, 13].map((at) => `@dijkwacht${at}·20 nov`));
  expect(await page.run(() => (window as unknown as { came: number }).came)).toBeLessThan(80);

  await page.run(() => {
    const scope = window as unknown as { came: number };
    scope.came = 0;
    const remove = (): void => {
      for (const each of document.querySelectorAll('span:empty')) each.remove();
    };
    new MutationObserver(remove).observe(document, { childList: true, subtree: true });
    remove();
  });
  await pause(1500);
  expect(await page.run(() => (window as unknown as { came: number }).came)).toBeLessThanOrEqual(15);
  await expectNoChips(feed);
});

test('whatever a post says is text in its card, and bounded', async ({ feed }) => {
  const name = '<img src=x onerror="document.title=1"> \u202eegaB\u2066 <b>vet</b>';
  const evil = '<a href="javascript:document.title=1">klik</a><a href="https://t.co/BBBBBBBBB1"><span>javascript:alert(1)</span></a>';
  feed.site.put(X_HOME, xPage([xPost(1, { name, more: evil }), xPost(2, { text: 'tekst '.repeat(170_000) }), xPost(3)]));
  const page = await feed.open(X_HOME);
  await expectSomeChips(feed);
  const card = await openCard(feed, 0);
  expect(card.elements).toEqual(['button', 'dd', 'dl', 'dt', 'p']);
  expect(card.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|javascript:/);
  expect(card.text.length).toBeLessThan(2000);
  await feed.clickInCard('Sluit');
  expect((await openCard(feed, 1)).text.length).toBeLessThan(2000);
  expect(await page.run(() => document.title)).toBe('Startpagina / X');
});

for (const { where, address, page, who } of [
  { where: 'a post on X', address: `https://x.com${xAddress(5)}`, page: xPage(xPosts(4, 3)), who: '@dijkwacht5 op X' },
  { where: 'a video on YouTube', address: YOUTUBE_WATCH, page: YOUTUBE_PAGE, who: '@omroepvoorbeeld op YouTube' },
]) {
  test(`on the page of ${where} the toolbar button gives the card of that post, and so does the panel`, async ({ reader }) => {
    reader.site.put(address, page);
    await reader.open(address);
    const popup = await reader.clickToolbar();
    const card = await readCard(popup);
    expect(card.who.text).toContain(who);
    expect(card.when.state).toBe('known');
    if (reader.browser === 'firefox') await reader.closePopup();
    else await popup.run(() => document.querySelector<HTMLElement>('header button')?.click());
    const panel = await reader.panel();
    await waitFor(panel, 'the post', (said) => document.body.innerText.includes(said), who);
  });
}
