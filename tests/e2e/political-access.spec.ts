import type { Reader } from '../../tools/browser/reader';
import { waitFor } from '../../tools/browser/surface';
import { expect, test } from './fixture';
import { article } from './pages';
import { ad, adPage, beside, CLOSED, framed, LISTED, noticesIn, panelOf, popupAround, srcdoc, TITLE, wordsOf } from './political-pages';

const NRC = 'https://www.nrc.nl/nieuws/brug';
const STORY = article({ headline: 'Brug over de Zijl weer open' });

async function everywhere(reader: Reader): Promise<void> {
  if (reader.browser === 'chromium') await reader.grant();
  const options = await reader.open(reader.inside('options.html'));
  await waitFor(options, 'the choices', () => document.querySelectorAll('.choices input').length === 3);
  await reader.clickOn('.choices label:nth-of-type(3) input');
  await waitFor(options, 'everywhere to be on', () => document.querySelectorAll<HTMLInputElement>('.choices input')[2]?.checked === true);
}

test('with access to all sites, frames of other sites are read too; without it that is said, with the way to it', async ({
  startReader,
}) => {
  const reader = await startReader();
  const inner = framed('https://diep.example/reclame');
  reader.site.put('https://elders.example/reclame', adPage('elders1', inner + srcdoc(adPage('elders2'))));
  reader.site.put('https://diep.example/reclame', adPage('diep1'));
  reader.site.put(NRC, beside(STORY, ad(LISTED) + framed('https://elders.example/reclame')));
  const sandboxed = 'https://www.nrc.nl/nieuws/zandbak';
  const banner = srcdoc(adPage('zandbak1')).replace('<iframe', '<iframe sandbox');
  reader.site.put(sandboxed, beside(STORY, banner + framed('https://elders.example/reclame', 'sandbox="allow-scripts"')));
  await reader.open(sandboxed);
  expect((await popupAround(reader)).around).toBe(`${TITLE} ${CLOSED} Toegang regelen`);
  await reader.closePopup();
  await reader.open(NRC);
  const without = await popupAround(reader);
  expect(without.around).toContain(`50PLUS Tilburg. Lees de verklaring ${CLOSED} Toegang regelen`);
  await without.popup.run(() => [...document.querySelectorAll('button')].find((each) => each.textContent === 'Toegang regelen')?.click());
  await expect.poll(() => reader.tabs()).toContain(reader.inside('options.html'));

  await everywhere(reader);
  await reader.open(NRC);
  const { popup, around } = await popupAround(reader);
  expect(around).toContain('En nog 3.');
  expect(around).not.toContain(CLOSED);
  const panel = await panelOf(reader, popup);
  expect([...new Set(await noticesIn(panel))].sort()).toEqual(['diep1', 'elders1', 'elders2', 'kdldpv']);
  expect(await wordsOf(panel)).not.toContain(CLOSED);

  // All access lets both browsers into sandboxed frames as well.
  await reader.open(sandboxed);
  const opened = (await popupAround(reader)).around;
  expect(opened).toContain('En nog 3.');
  expect(opened).not.toContain(CLOSED);
});
