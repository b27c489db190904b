import type { PopupSurface } from '../../../tools/browser/chromium';
import type { Surface } from '../../../tools/browser/surface';
import { accessibilityProblems } from '../axe';
import { expect, inChromium, test } from '../fixture';
import { article } from '../pages';
import { ad, adPage, beside, framed, LISTED, noticeAddress, panelOf, popupAround, srcdoc } from '../political-pages';

const NRC = 'https://www.nrc.nl/nieuws/brug';
const ADS = [ad(LISTED), ad(noticeAddress('onbekend1')), ad(noticeAddress('onbekend2')), framed('https://reclame.example/banner')].join('');
const STORY = article({
  headline: 'Brug over de Zijl weer open',
  jsonLd: JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Brug over de Zijl weer open',
    datePublished: '2026-11-20T08:00:00+01:00',
    dateModified: '2026-11-21T08:00:00+01:00',
    author: [
      { '@type': 'Person', name: 'Ans de Boer' },
      { '@type': 'Person', name: 'Willemijn van der Steen' },
    ],
  }),
});

async function sizes(surface: Surface): Promise<{ wants: number; sideways: boolean }> {
  return surface.run(() => ({
    wants: document.documentElement.scrollHeight,
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
}

test('the popup fits its 600 px with a long chain, three advertisements and frames that were not read, light and dark', async ({
  reader,
}) => {
  reader.site.put(NRC, beside(STORY, ADS));
  reader.site.put('https://reclame.example/banner', adPage('dicht1'));
  await reader.open(NRC);
  const { popup, around } = await popupAround(reader);
  expect(around).toContain('En nog 2.');
  for (const value of ['light', 'dark']) {
    await (popup as PopupSurface).send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
    const { wants, sideways } = await sizes(popup);
    expect.soft(wants, value).toBeLessThanOrEqual(600);
    expect.soft(sideways, value).toBe(false);
    expect.soft(await accessibilityProblems(popup), value).toEqual([]);
  }
  expect(await accessibilityProblems(await panelOf(reader, popup))).toEqual([]);
});

test('the same in English', async ({ startReader }) => {
  const reader = await startReader({ language: 'en' });
  reader.site.put(NRC, beside(STORY, ADS));
  await reader.open(NRC);
  const { popup, around } = await popupAround(reader);
  expect(around).toContain('We could not read all advertisements on this page.');
  expect((await sizes(popup)).wants).toBeLessThanOrEqual(600);
});

test('before the click nothing of the extension runs in any frame', async ({ reader }) => {
  reader.site.put('https://reclame.example/banner', adPage('elders1'));
  reader.site.put(NRC, beside(STORY, ad(LISTED) + srcdoc(adPage('srcdoc1')) + framed('https://reclame.example/banner')));
  await reader.open(NRC);
  const page = inChromium(reader).page();
  const worlds = async (): Promise<number> => {
    let count = 0;
    for (const frame of page.frames()) {
      // A frame of the same process has no session of its own: that of its page sees it.
      const session = await page
        .context()
        .newCDPSession(frame)
        .catch(() => null);
      session?.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.startsWith('chrome-extension://')) count++;
      });
      await session?.send('Runtime.enable');
      await session?.detach();
    }
    return count;
  };
  expect(page.frames()).toHaveLength(3);
  expect(await worlds()).toBe(0);
  await popupAround(reader);
  // The page and its own frame; the browser keeps it out of the other.
  expect(await worlds()).toBe(2);
});
