import { waitFor } from '../../../tools/browser/surface';
import { accessibilityProblems } from '../axe';
import { expect, inChromium, test } from '../fixture';

test('a drawing scrolls inside its frame in a narrow window, and begins at what it is about', async ({ reader }) => {
  const surface = await reader.open(reader.inside('explorer.html#search'));
  await inChromium(reader).page().setViewportSize({ width: 320, height: 700 });
  await surface.run(() => {
    location.hash = 'nrc';
  });
  await waitFor(surface, 'a drawing', () => document.querySelector('.picture .start') !== null);
  const { sideways, scrolls, start } = await surface.run(() => {
    const frame = document.querySelector('.picture') as HTMLElement;
    const box = document.querySelector('.picture .start')?.getBoundingClientRect();
    return {
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      scrolls: frame.scrollWidth > frame.clientWidth,
      start: box === undefined ? [] : [box.left, box.right],
    };
  });
  expect([sideways, scrolls]).toEqual([false, true]);
  expect(start[0]).toBeGreaterThanOrEqual(0);
  expect(start[1]).toBeLessThanOrEqual(320);
});

test('walking the drawing brings each box into sight', async ({ reader }) => {
  const surface = await reader.open(reader.inside('explorer.html#nrc'));
  await inChromium(reader).page().setViewportSize({ width: 320, height: 700 });
  await waitFor(surface, 'a drawing', () => document.querySelector('.picture .start') !== null);
  await surface.run(() => document.querySelector<SVGElement>('.picture .start')?.focus());
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) {
    await reader.press(key);
    const box = await surface.run(() => {
      const { left, right, top, bottom } = (document.activeElement as Element).getBoundingClientRect();
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    });
    expect(box, key).toBe(true);
  }
});

for (const [how, media] of [
  ['in the dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['on paper', { media: 'print' }],
] as const) {
  test(`axe finds nothing on an entity's page ${how}`, async ({ reader }) => {
    const surface = await reader.open(reader.inside('explorer.html#nrc'));
    await inChromium(reader).page().emulateMedia(media);
    await waitFor(surface, 'a drawing', () => document.querySelector('.picture .start') !== null);
    expect(await accessibilityProblems(surface)).toEqual([]);
  });
}

test('paper has drawing, text, claims and addresses of sources, and nothing to click', async ({ reader }) => {
  const surface = await reader.open(reader.inside('explorer.html#nrc'));
  const page = inChromium(reader).page();
  await waitFor(surface, 'a drawing', () => document.querySelector('.picture .start') !== null);
  // A4 without its margins, at 96 px an inch.
  await page.setViewportSize({ width: 672, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await surface.run(() => ({
    buttons: [...document.querySelectorAll<HTMLElement>('button, summary, textarea')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.innerText),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    fits: (document.querySelector('.picture svg')?.getBoundingClientRect().right ?? 0) <= innerWidth,
    tree: document.querySelector('.holders')?.checkVisibility(),
    address: getComputedStyle(document.querySelector('.source a') as Element, '::after').content,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  expect(seen).toMatchObject({ wide: false, fits: true, tree: true, paper: 'rgb(255, 255, 255)' });
  expect(seen.buttons.filter((text) => !/^(Bronnen|Eerder)/.test(text))).toEqual([]);
  expect(seen.address).toContain('http');
});

for (const place of ['politiek', 'verkiezingen'] as const) {
  test(`${place} fits a narrow window, and has nothing for axe in the dark, in forced colours and on paper`, async ({ reader }) => {
    const surface = await reader.open(reader.inside(`explorer.html#${place}`));
    const page = inChromium(reader).page();
    await page.setViewportSize({ width: 320, height: 700 });
    await waitFor(surface, 'the page', () => document.querySelector('h1') !== null);
    const sideways = (): Promise<boolean> => surface.run(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(await sideways()).toBe(false);
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const) {
      // What was asked before does not hold any more.
      await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null, ...media });
      expect(await accessibilityProblems(surface), JSON.stringify(media)).toEqual([]);
    }
    expect(await sideways()).toBe(false);
    const buttons = await surface.run(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, input')]
        .filter((each) => each.checkVisibility())
        .map((each) => each.tagName),
    );
    expect(buttons).toEqual([]);
  });
}
