import { waitFor } from '../../tools/browser/surface';
import { accessibilityProblems } from './axe';
import { expect, test } from './fixture';
import { article } from './pages';

const PRACTICE = ['ordinary', 'old', 'opinion', 'advertorial', 'two-dates', 'unlisted'];
const PAGES = [
  'welcome.html',
  'options.html',
  'explorer.html',
  'sidepanel.html',
  ...['nl', 'en'].flatMap((language) => PRACTICE.map((name) => `practice/${language}/${name}.html`)),
];

for (const page of PAGES) {
  test(`axe finds nothing on ${page}`, async ({ reader }) => {
    const surface = await reader.open(reader.inside(page));
    await waitFor(surface, 'a page with text', () => (document.body.textContent ?? '').trim().length > 40);
    expect(await accessibilityProblems(surface)).toEqual([]);
  });
}

const ARTICLES: [what: string, address: string][] = [
  ['a listed outlet', 'https://www.nrc.nl/nieuws/brug'],
  ['an unlisted one', 'https://www.buurtkrantje.example/brug'],
  ['a page that was not read', 'about:blank'],
];

for (const [what, address] of ARTICLES) {
  test(`axe finds nothing on popup and panel for ${what}`, async ({ reader }) => {
    if (address !== 'about:blank') reader.site.put(address, article({ headline: 'Brug over de Zijl weer open' }));
    await reader.open(address);
    const popup = await reader.clickToolbar();
    await waitFor(popup, 'a card', () => document.querySelectorAll('[data-fact]').length === 4);
    expect(await accessibilityProblems(popup)).toEqual([]);
    if (reader.browser === 'firefox') await reader.closePopup();
    else await popup.run(() => document.querySelector<HTMLElement>('header button')?.click());
    const panel = await reader.panel();
    await waitFor(panel, 'a panel with text', () => document.querySelector('h1, .empty') !== null);
    expect(await accessibilityProblems(panel)).toEqual([]);
  });
}

test('axe sees what is wrong on a page where something is', async ({ reader }) => {
  const surface = await reader.open(reader.inside('options.html'));
  await waitFor(surface, 'a page with text', () => (document.body.textContent ?? '').trim().length > 40);
  await surface.run(() => {
    const pale = document.createElement('p');
    pale.textContent = 'Bleke woorden';
    pale.style.color = '#eee';
    pale.style.background = '#fff';
    document.querySelector('main')?.append(document.createElement('button'), pale);
  });
  const found = (await accessibilityProblems(surface)).join('\n');
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
});
