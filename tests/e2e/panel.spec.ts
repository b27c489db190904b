import type { Reader } from '../../tools/browser/reader';
import { type Surface, visibleText, waitFor } from '../../tools/browser/surface';
import { expect, test } from './fixture';
import { article } from './pages';

const FIRST = 'https://www.nrc.nl/nieuws/eerste';
const SECOND = 'https://www.trouw.nl/nieuws/tweede';

/** From the popup, by its own button: in both browsers the way a person gets there. */
async function panelOf(reader: Reader): Promise<Surface> {
  const popup = await reader.clickToolbar();
  await waitFor(popup, 'a card', () => document.querySelector('[data-fact]') !== null);
  if (reader.browser === 'firefox') {
    await reader.closePopup();
    return reader.panel();
  }
  await popup.run(() => document.querySelector<HTMLElement>('header button')?.click());
  return reader.panel();
}

const shows = (text: string): boolean => document.body.innerText.includes(text);

test('the panel shows every fact with its sources and the chain as picture and as text', async ({ reader }) => {
  reader.site.put(FIRST, article({ headline: 'Eerste' }));
  await reader.open(FIRST);
  const panel = await panelOf(reader);
  await waitFor(panel, 'NRC', shows, 'NRC');
  const { links, pictures, headings } = await panel.run(() => ({
    links: Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'), (each) => each.protocol),
    pictures: document.querySelectorAll('svg[role="img"], figure').length,
    headings: Array.from(document.querySelectorAll('h2'), (each) => each.textContent ?? ''),
  }));
  expect(links.length).toBeGreaterThan(3);
  // Sources are on the web; the way into the explorer stays inside.
  expect(links.filter((protocol) => !/^(https?|chrome-extension|moz-extension):$/.test(protocol))).toEqual([]);
  expect(pictures).toBeGreaterThan(0);
  // Without its styles a drawing is a black blob.
  expect(await panel.run(() => getComputedStyle(document.querySelector('.picture path') ?? document.body).fill)).toBe('none');
  for (const question of ['Van wie?', 'Van wanneer?', 'Is dit reclame?', 'Hoe is dit gemaakt?']) expect(headings).toContain(question);
});

test('the panel forgets a page when the tab goes elsewhere', async ({ reader }) => {
  reader.site.put(FIRST, article({ headline: 'Eerste' }));
  reader.site.put(SECOND, article({ headline: 'Tweede' }));
  await reader.open(FIRST);
  const panel = await panelOf(reader);
  await waitFor(panel, 'NRC', shows, 'NRC');
  await reader.goTo(SECOND);
  await waitFor(panel, 'an empty panel', shows, 'Nieuwe pagina. Klik op het Colofon-knopje.');
  expect(await visibleText(panel)).not.toMatch(/NRC|Trouw|nrc\.nl|trouw\.nl/);
});

test('the panel forgets a page when another tab comes to the front', async ({ reader }) => {
  reader.site.put(FIRST, article({ headline: 'Eerste' }));
  reader.site.put(SECOND, article({ headline: 'Tweede' }));
  await reader.open(SECOND);
  await reader.open(FIRST);
  const panel = await panelOf(reader);
  await waitFor(panel, 'NRC', shows, 'NRC');
  await reader.switchTo(SECOND);
  await waitFor(panel, 'an empty panel', shows, 'Nieuwe pagina. Klik op het Colofon-knopje.');
  expect(await visibleText(panel)).not.toMatch(/NRC|nrc\.nl/);
});

test('a pasted address is answered from the list, and no request leaves the browser', async ({ reader }) => {
  reader.site.put(FIRST, article({ headline: 'Eerste' }));
  await reader.open(FIRST);
  const panel = await panelOf(reader);
  await waitFor(panel, 'NRC', shows, 'NRC');
  const before = reader.requests();
  await panel.run(() => {
    const field = document.querySelector<HTMLInputElement>('#link-address');
    if (!field) throw new Error('no field for an address');
    field.value = 'https://www.trouw.nl/een/bericht';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await panel.run(() => document.querySelector<HTMLInputElement>('#link-address')?.form?.requestSubmit());
  await waitFor(panel, 'Trouw', shows, 'Trouw');
  expect(reader.requests()).toEqual(before);
});

test('a right-click on a link tells whose it is, without opening it', async ({ reader }) => {
  reader.site.put(
    'https://www.buurtkrantje.example/',
    article({ headline: 'Links', body: '<p><a id="out" href="https://www.trouw.nl/een/bericht?van=mij">Lees ook</a></p>' }),
  );
  await reader.open('https://www.buurtkrantje.example/');
  const before = reader.requests();
  // Chromium's menu cannot be clicked from outside, and only a real click may open the panel: there it stands open already.
  const open = reader.browser === 'chromium' ? await panelOf(reader) : null;
  await reader.askAboutLink('#out');
  const panel = open ?? (await reader.panel());
  await waitFor(panel, 'Trouw', shows, 'Trouw');
  expect(await visibleText(panel)).not.toContain('van=mij');
  expect(reader.requests()).toEqual(before);
});
