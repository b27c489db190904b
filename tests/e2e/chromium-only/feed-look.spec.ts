import { expect, expectChips, openCard, test } from '../feed';
import { REMEMBER, X_HOME, xPage, xPost, xPosts } from '../feed-pages';
import { inChromium } from '../fixture';

/** The same parts of a post in every kind of box that a page may put them in. */
const BOXES = [
  'div.after { gap: 12px }',
  'div.after { gap: 3%; flex-wrap: wrap }',
  'div.after { flex-direction: column; row-gap: 9px }',
  'div.after { justify-content: space-between }',
  'div.after { justify-content: space-evenly; column-gap: 5px }',
  'div.after { flex-direction: row-reverse; gap: 7px }',
  'div.after { display: grid; grid-auto-flow: column; gap: 8px }',
  'div.after { display: block } div.after > div { display: inline-flex }',
  'div.after { display: block } div.after > div { display: block; margin-bottom: 11px }',
  'div.after { display: contents }',
  'div.after { display: inline-flex; gap: 6px } .main { display: block }',
];

test('in whatever box a post names its account, a chip moves nothing', async ({ feed }) => {
  for (const css of BOXES) {
    feed.site.put(
      X_HOME,
      xPage([...xPosts(1, 3), xPost(6, { name: 'Vereniging van Waterschappen, Dijkgraven en Polderbesturen' })], {
        head: `<style>${css}</style>`,
        tail: REMEMBER,
      }),
    );
    await feed.goTo(X_HOME);
    await inChromium(feed).page().waitForTimeout(400);
    const { before, now, shift } = await feed.front().run(() => {
      const scope = globalThis as unknown as { placesBefore: string[]; placesNow: () => string[]; shift: number };
      return { before: scope.placesBefore, now: scope.placesNow(), shift: scope.shift };
    });
    expect.soft(now, css).toEqual(before);
    expect.soft(shift, css).toBe(0);
  }
});

test('in a full row the chip lies over neither the text nor the menu, and inside the window', async ({ feed }) => {
  const long = { name: 'Vereniging van Waterschappen, Dijkgraven en Polderbesturen in Noord-Nederland', handle: 'waterschappenNN' };
  feed.site.put(X_HOME, xPage([xPost(1), xPost(2, long)]));
  await feed.open(X_HOME);
  for (const width of [320, 600, 1000]) {
    await inChromium(feed).page().setViewportSize({ width, height: 700 });
    await feed.goTo(X_HOME);
    await expectChips(feed, 2);
    await expect.poll(async () => (await feed.chips()).every(({ box }) => box.x + box.width <= width)).toBe(true);
    const { texts, menus } = await feed.front().run(() => {
      const middle = (selector: string): { x: number; y: number }[] =>
        Array.from(document.querySelectorAll(selector), (each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        });
      return {
        texts: Array.from(document.querySelectorAll('[data-testid=tweetText]'), (each) => each.getBoundingClientRect().top),
        menus: middle('[data-testid=caret]'),
      };
    });
    for (const [at, { box }] of (await feed.chips()).entries()) {
      expect.soft(box.y + box.height, `text ${at} at ${width} px`).toBeLessThanOrEqual((texts[at] ?? 0) + 4);
      const menu = menus[at] ?? { x: 0, y: 0 };
      const covers = menu.x >= box.x && menu.x <= box.x + box.width && menu.y >= box.y && menu.y <= box.y + box.height;
      expect.soft(covers, `menu ${at} at ${width} px`).toBe(false);
    }
  }
});

test('with forced colours chip and card keep border, text and ground apart', async ({ feed }) => {
  feed.site.put(X_HOME, xPage(xPosts(1, 2)));
  await feed.open(X_HOME);
  await inChromium(feed).page().emulateMedia({ forcedColors: 'active' });
  await expectChips(feed, 2);
  const card = await openCard(feed, 0);
  const [chip] = await feed.chips();
  expect(chip?.color).not.toBe(chip?.background);
  expect(card.color).not.toBe(card.background);
  // The system's own colours, not ours.
  expect([card.color, card.background]).not.toContain('rgb(27, 36, 48)');
  expect(chip?.color).not.toBe('rgb(27, 36, 48)');
});
