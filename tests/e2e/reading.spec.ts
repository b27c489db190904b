import { readCard, visibleText } from '../../tools/browser/surface';
import { expect, test } from './fixture';
import { article, PDF } from './pages';

const NRC = 'https://www.nrc.nl/nieuws/2026/11/20/brug-weer-open-a1';

test('an article of a listed outlet gives its card, and no request leaves the browser for it', async ({ reader }) => {
  reader.site.put(NRC, article({ headline: 'Brug over de Zijl weer open' }));
  await reader.open(NRC);
  const before = { requests: reader.requests(), connections: reader.site.connections() };
  const card = await readCard(await reader.clickToolbar());
  expect(card.who.state).toBe('known');
  expect(card.who.text).toMatch(/NRC.*Mediahuis/);
  expect(card.who.text).toMatch(/volgens bronnen uit/);
  expect(card.when.text).toContain('20 november 2026');
  expect(card.made.text).toContain('Ans de Boer');
  expect({ requests: reader.requests(), connections: reader.site.connections() }).toEqual(before);
});

test('the card comes from a background that was asleep', async ({ reader }) => {
  reader.site.put(NRC, article({ headline: 'Brug over de Zijl weer open' }));
  await reader.stopBackground();
  await reader.open(NRC);
  await reader.stopBackground();
  expect((await readCard(await reader.clickToolbar())).who.state).toBe('known');
});

test('an outlet that is not in the list is said to be not in the list, and nothing more', async ({ reader }) => {
  const address = 'https://www.buurtkrantje.example/2026/brug';
  reader.site.put(address, article({ headline: 'Brug over de Zijl weer open' }));
  await reader.open(address);
  const card = await readCard(await reader.clickToolbar());
  expect(card.who.state).toBe('unlisted');
  expect(card.who.text).toContain('Niet in onze lijst. Dat zegt niets over het bericht.');
  expect(card.when.text).toContain('20 november 2026');
});

test('a name that looks like a listed one stays unlisted', async ({ reader }) => {
  const address = 'https://www.nrc.nl.nieuws.example/2026/brug';
  reader.site.put(
    address,
    article({
      headline: 'Brug',
      head: '<meta property="og:site_name" content="NRC"><link rel="canonical" href="https://www.nrc.nl/brug">',
    }),
  );
  await reader.open(address);
  expect((await readCard(await reader.clickToolbar())).who.state).toBe('unlisted');
});

test('what stands in the address after ? and # is neither shown nor sent', async ({ reader }) => {
  const address = `${NRC}?reader=geheim-42#deel-geheim`;
  reader.site.put(`${NRC}?reader=geheim-42`, article({ headline: 'Brug' }));
  await reader.open(address);
  const popup = await reader.clickToolbar();
  await readCard(popup);
  expect(await visibleText(popup)).not.toContain('geheim');
  expect(await popup.run(() => document.documentElement.outerHTML.includes('geheim'))).toBe(false);
});

const UNREADABLE: { what: string; address: (inside: (file: string) => string) => string; says: RegExp }[] = [
  {
    what: 'a page of this extension that is no practice page',
    address: (inside) => inside('options.html'),
    says: /pagina van je browser/,
  },
  { what: 'an empty tab', address: () => 'about:blank', says: /pagina van je browser|laat Colofon deze pagina niet lezen/ },
  { what: 'a PDF', address: () => 'https://www.nrc.nl/rapport.pdf', says: /pdf/ },
  {
    what: 'a page that does not exist',
    address: () => 'https://www.nrc.nl/verdwenen',
    says: /foutpagina van de site/,
  },
];

for (const { what, address, says } of UNREADABLE) {
  test(`${what} gives a plain sentence`, async ({ reader }) => {
    const body = '<!doctype html><html lang="nl"><title>Pagina niet gevonden</title><h1>Pagina niet gevonden</h1>';
    reader.site.put('https://www.nrc.nl/rapport.pdf', PDF);
    reader.site.put('https://www.nrc.nl/verdwenen', { status: 404, body });
    await reader.open(address(reader.inside));
    const card = await readCard(await reader.clickToolbar());
    for (const question of ['when', 'paid', 'made'] as const) expect.soft(card[question].state).toBe('unread');
    expect(card.when.text).toMatch(says);
  });
}

test('a site that cannot be reached gives a plain sentence', async ({ reader }) => {
  await reader.open('http://bestaat.niet.invalid:81/').catch(() => undefined);
  const card = await readCard(await reader.clickToolbar());
  expect(card.when.state).toBe('unread');
  expect(card.when.text).toMatch(/niet geladen|niet lezen|pagina van je browser/);
});

test('without any network an article that is open still gets its card', async ({ startReader }) => {
  const reader = await startReader();
  reader.site.put(NRC, article({ headline: 'Brug over de Zijl weer open' }));
  await reader.open(NRC);
  await reader.site.close();
  const card = await readCard(await reader.clickToolbar());
  expect(card.who.text).toContain('Mediahuis');
  expect(card.when.text).toContain('20 november 2026');
});
