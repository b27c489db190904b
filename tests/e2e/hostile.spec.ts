import { readCard, visibleText } from '../../tools/browser/surface';
import { expect, test } from './fixture';
import { article } from './pages';

const ADDRESS = 'https://www.nrc.nl/nieuws/vijandig';

/** Marks that a script of the page ran inside the extension, or that its markup was drawn. */
function tamperedWith(): string[] {
  const found: string[] = [];
  if ('hacked' in globalThis) found.push('a script ran');
  for (const bad of ['img[src*="evil"]', 'script:not([src])', 'iframe', 'a[href^="javascript:"]', 'a[href^="data:"]', 'b.evil']) {
    if (document.querySelector(bad)) found.push(bad);
  }
  return found;
}

const HTML = '<img src="https://evil.example/x" onerror="globalThis.hacked=1"><b class="evil">dik</b><script>globalThis.hacked=1</script>';

const CASES: { what: string; page: () => string }[] = [
  {
    what: 'HTML in every name',
    page: () =>
      article({
        headline: HTML,
        author: HTML,
        jsonLd: JSON.stringify({
          '@type': 'NewsArticle',
          headline: HTML,
          author: { name: HTML },
          publisher: { name: HTML, ownershipFundingInfo: 'javascript:alert(1)' },
          articleSection: HTML,
        }).replaceAll('</', '<\\/'),
      }),
  },
  {
    what: 'links that run code',
    page: () =>
      article({
        headline: 'Links',
        head: '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x">',
      }),
  },
  {
    what: 'ten megabytes of structured data',
    page: () =>
      article({
        headline: 'Groot',
        jsonLd: JSON.stringify({
          '@type': 'NewsArticle',
          author: Array.from({ length: 100_000 }, (_, i) => ({ name: `Naam ${i} ${'x'.repeat(80)}` })),
        }),
      }),
  },
  { what: 'a date in the year 99999', page: () => article({ headline: 'Later', published: '99999-01-01T00:00:00Z' }) },
  {
    what: 'a graph that runs in circles',
    page: () =>
      article({
        headline: 'Kring',
        jsonLd: JSON.stringify({
          '@graph': [
            { '@id': '#a', '@type': 'NewsArticle', isPartOf: { '@id': '#b' }, author: { '@id': '#a' } },
            { '@id': '#b', mainEntity: { '@id': '#a' }, publisher: { '@id': '#b' } },
          ],
        }),
      }),
  },
  {
    what: 'structured data a thousand levels deep',
    page: () => article({ headline: 'Diep', jsonLd: `${'{"mainEntity":'.repeat(1000)}{}${'}'.repeat(1000)}` }),
  },
  { what: 'broken structured data', page: () => article({ headline: 'Stuk', jsonLd: '{"@type":"NewsArticle","headline":"Stuk",,,' }) },
  {
    what: 'characters that turn the direction of text',
    page: () => article({ headline: 'A\u202eegaB\u2066', author: 'A\u202eegaB\u200f\u0007' }),
  },
];

for (const { what, page } of CASES) {
  test(`${what}: plain bounded text or nothing, and no script runs`, async ({ reader }) => {
    reader.site.put(ADDRESS, page());
    await reader.open(ADDRESS);
    const before = reader.requests();
    const popup = await reader.clickToolbar();
    const card = await readCard(popup);
    expect(card.who.state).toBe('known');
    for (const question of ['when', 'paid', 'made'] as const) {
      // A page may be too strange to be certain of; it may not stop the reading.
      if (card[question].state === 'unread') expect(card[question].text).toContain('niet zeker');
      else expect(['known', 'conflicting', 'absent']).toContain(card[question].state);
    }
    expect(await popup.run(tamperedWith)).toEqual([]);
    const text = await visibleText(popup);
    expect(text.length).toBeLessThan(5000);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0007]|99999/);
    expect(reader.requests()).toEqual(before);
  });
}
