import { readCard, visibleText } from '../../../tools/browser/surface';
import { expect, inChromium, test } from '../fixture';
import { article } from '../pages';

interface Stores {
  storage: Record<'local' | 'session', { get: () => Promise<object> }>;
}

test('in a private window the card is there, and nothing is stored', async ({ startReader }) => {
  const reader = await startReader();
  const { chromium } = inChromium(reader);
  reader.site.put('https://www.nrc.nl/nieuws/brug', article({ headline: 'Brug over de Zijl weer open' }));
  await chromium.allowInPrivate();
  const options = await reader.open(reader.inside('options.html'));
  const stored = (): Promise<string> =>
    options.run(async () => {
      const { storage } = (globalThis as unknown as { chrome: Stores }).chrome;
      return JSON.stringify([await storage.local.get(), await storage.session.get()]);
    });
  const before = await stored();
  const popup = await chromium.readInPrivate('https://www.nrc.nl/nieuws/brug');
  expect((await readCard(popup)).who.text).toContain('Mediahuis');
  expect(await visibleText(popup)).not.toMatch(/Kijk hier (niet meer )?automatisch/);
  expect(await stored()).toBe(before);
  expect(before).not.toContain('nrc');
});
