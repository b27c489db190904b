import type { PopupSurface } from '../../../tools/browser/chromium';
import { type Surface, waitFor } from '../../../tools/browser/surface';
import { accessibilityProblems } from '../axe';
import { expect, inChromium, test } from '../fixture';
import { article } from '../pages';

const DARK = { features: [{ name: 'prefers-color-scheme', value: 'dark' }] };
const NRC = 'https://www.nrc.nl/nieuws/brug';

for (const page of [
  'welcome.html',
  'options.html',
  'practice/nl/ordinary.html',
  'practice/nl/opinion.html',
  'practice/nl/advertorial.html',
]) {
  test(`axe finds nothing on ${page} in the dark`, async ({ reader }) => {
    const surface = await reader.open(reader.inside(page));
    await inChromium(reader).page().emulateMedia({ colorScheme: 'dark' });
    await waitFor(surface, 'a page with text', () => (document.body.textContent ?? '').trim().length > 40);
    expect(await accessibilityProblems(surface)).toEqual([]);
  });
}

test('axe finds nothing on popup and panel in the dark', async ({ reader }) => {
  reader.site.put(NRC, article({ headline: 'Brug over de Zijl weer open' }));
  await reader.open(NRC);
  const popup = (await reader.clickToolbar()) as PopupSurface;
  await popup.send('Emulation.setEmulatedMedia', DARK);
  await waitFor(popup, 'a card', () => document.querySelectorAll('[data-fact]').length === 4);
  expect(await accessibilityProblems(popup)).toEqual([]);
  await popup.run(() => document.querySelector<HTMLElement>('header button')?.click());
  const panel = (await reader.panel()) as PopupSurface;
  await panel.send('Emulation.setEmulatedMedia', DARK);
  await waitFor(panel, 'a panel with text', () => document.querySelector('h1') !== null);
  expect(await accessibilityProblems(panel)).toEqual([]);
});

/** Height in px that the popup wants and has, and whether anything sticks out sideways. */
const sizes = (surface: Surface): Promise<{ wants: number; has: number; sideways: boolean }> =>
  surface.run(() => ({
    wants: document.documentElement.scrollHeight,
    has: innerHeight,
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));

for (const [what, address] of [
  ['a listed outlet with a long chain', NRC],
  ['an outlet with a foundation at the end', 'https://www.ftm.nl/artikelen/brug'],
  ['an outlet with an owner described in words', 'https://www.nd.nl/nieuws/brug'],
  ['an outlet with a holder of a right beside its owner', 'https://www.trouw.nl/binnenland/brug'],
  ['a broadcaster', 'https://www.at5.nl/artikelen/brug'],
  ['an unlisted outlet', 'https://www.buurtkrantje.example/brug'],
] as const) {
  test(`the popup fits its 600 px without scrolling, for ${what}`, async ({ reader }) => {
    const jsonLd = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Brug over de Zijl weer open',
      datePublished: '2026-11-20T08:00:00+01:00',
      dateModified: '2026-11-21T08:00:00+01:00',
      author: [
        { '@type': 'Person', name: 'Ans de Boer' },
        { '@type': 'Person', name: 'Willemijn van der Steen' },
      ],
    });
    reader.site.put(address, article({ headline: 'Brug over de Zijl weer open', jsonLd }));
    await reader.open(address);
    const popup = await reader.clickToolbar();
    await waitFor(popup, 'a card', () => document.querySelectorAll('[data-fact]').length === 4);
    await expect.poll(async () => (await sizes(popup)).has, { message: 'the popup grows to its content' }).toBeGreaterThan(200);
    const { wants, sideways } = await sizes(popup);
    expect(wants).toBeLessThanOrEqual(600);
    expect(sideways).toBe(false);
  });
}

test('the whole popup can be reached and used by keyboard', async ({ reader }) => {
  reader.site.put(NRC, article({ headline: 'Brug over de Zijl weer open' }));
  await reader.open(NRC);
  const popup = (await reader.clickToolbar()) as PopupSurface;
  await waitFor(popup, 'a card', () => document.querySelectorAll('[data-fact]').length === 4);
  const controls = await popup.run(() => document.querySelectorAll('button, a[href], summary, input').length);
  expect(controls).toBeGreaterThan(3);
  const reached: string[] = [];
  for (let i = 0; i < controls; i++) {
    await popup.key('Tab');
    reached.push(
      await popup.run(() => {
        const here = document.activeElement;
        const shown = here !== null && here !== document.body && getComputedStyle(here).outlineStyle !== 'none';
        return shown ? (here.textContent ?? '').trim() : '';
      }),
    );
  }
  expect(reached.filter((text) => text === '')).toEqual([]);
  expect(new Set(reached).size).toBe(controls);
});

test('welcome and options fit a narrow window', async ({ reader }) => {
  for (const file of ['welcome.html', 'options.html']) {
    const surface = await reader.open(reader.inside(file));
    await inChromium(reader).page().setViewportSize({ width: 320, height: 700 });
    await waitFor(surface, 'a page with text', () => (document.body.textContent ?? '').trim().length > 40);
    expect.soft((await sizes(surface)).sideways, file).toBe(false);
  }
});
