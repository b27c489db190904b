import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importNewsMediaOrg } from '../../../../../tools/register/import/newsmediaorg';
import type { Run } from '../../../../../tools/register/import/run';
import { listFolder, notes, ownFile, proposed } from './list';

function run(text: string, host = 'polderpost.example'): Run {
  return importNewsMediaOrg([ownFile(host, text, 'page.html')], listFolder().known());
}

const page = (node: unknown): string => `<html><script type="application/ld+json">${JSON.stringify(node)}</script></html>`;
const SITE = { '@type': 'NewsMediaOrganization', url: 'https://www.polderpost.example/' };

describe('import newsmediaorg', () => {
  it('proposes publisher and parent that are organisations of our list by their site', () => {
    const found = run(
      page({ ...SITE, publisher: 'https://noordzee.example', parentOrganization: { name: 'x', url: 'https://persbond.example/' } }),
    );
    expect(proposed(found)).toEqual(['polderpost published-by noordzee', 'polderpost part-of persbond']);
    expect(found.contradicting).toBe(1);
    expect(found.found.get('polderpost')?.proposals[1]?.notes?.[0]).toContain('Dat is niet altijd de eigenaar.');
  });

  it('asks about a party on a domain that our list does not know; its name is a hint at most', () => {
    const found = run(page({ ...SITE, publisher: { '@type': 'Organization', name: 'Noordzee Kranten B.V.', url: 'https://nzk.example' } }));
    const [only] = found.found.get('polderpost')?.proposals ?? [];
    expect(only).toMatchObject({ claim: { 'published-by': 'nzk-example' }, 'same-as': null });
    expect(only?.notes?.join(' ')).toContain(
      'Wie is Noordzee Kranten B.V. (nzk.example)? Dat domein staat niet in onze lijst. Mogelijk is dit: noordzee. De naam alleen zegt het niet.',
    );
  });

  it('says that a page has nothing about the organisation of the site', () => {
    expect(notes(run(page({ '@type': 'NewsArticle', headline: 'x' })))).toContain(
      'geen gegevens over de organisatie van polderpost.example',
    );
    expect(notes(run(page(SITE)))).not.toContain('geen gegevens');
  });

  it('takes a name without a site for a hint and no more', () => {
    const found = run(page({ ...SITE, publisher: { '@type': 'Organization', name: 'Noordzee Kranten B.V.' } }));
    expect(proposed(found)).toEqual([]);
    expect(notes(found)).toContain('Mogelijk is dit: noordzee. De naam alleen zegt het niet.');
  });

  it('reads the fixture: a number of Wikidata, notes, and no person, tax number, account or other company', () => {
    const found = run(readFileSync('tests/fixtures/imports/polderpost.html', 'utf8'));
    expect(proposed(found)).toEqual(['polderpost part-of waterland-example', 'polderpost {"qid":"Q990000001"}']);
    expect(notes(found)).toContain('https://www.polderpost.example/eigendom');
    expect(notes(found)).toContain('"Uitgeverij Waterland B.V.". Mogelijk is dit: waterland.');
    expect(notes(found)).toContain('noemt als begin: 1921.');
    const text = JSON.stringify([...found.found.values(), found.notes]);
    for (const kept of ['Sanne', 'NL000000000B01', 'javascript', 'Korenaar', '@polderpost']) expect(text).not.toContain(kept);
  });

  it('takes nothing of another organisation on the page, nor of one inside something else', () => {
    const other = { '@type': 'Organization', url: 'https://drukkerij.example/', publisher: 'https://noordzee.example' };
    const inside = { '@type': 'Event', organizer: { '@type': 'NewsMediaOrganization', publisher: 'https://noordzee.example' } };
    const found = run(page({ '@graph': [other, inside] }));
    expect(proposed(found)).toEqual([]);
    expect(found.leftOut.get('an organisation that is not the one of the site')).toBe(1);
  });

  it('proposes a number for an organisation, and only notes it for a title', () => {
    const numbers = { leiCode: '00000000000000000012', identifier: { propertyID: 'KvK', value: '0000 0012' } };
    const organisation = run(page({ '@type': 'Organization', url: 'https://persbond.example/', ...numbers }), 'persbond.example');
    expect(proposed(organisation)).toEqual(['persbond {"lei":"00000000000000000012"}', 'persbond {"kvk":"00000012"}']);
    expect(organisation.found.get('persbond')?.proposals[1]?.notes).toEqual(['Dit nummer staat in onze lijst bij noordzee.']);
    const title = run(page({ ...SITE, ...numbers }));
    expect(proposed(title)).toEqual([]);
    expect(notes(title)).toContain('KVK-nummer: 00000012. In onze lijst is dat noordzee.');
  });

  it('says which number our list has when another is named', () => {
    const found = run(
      page({ ...SITE, url: 'https://duinbode.example/', sameAs: 'https://www.wikidata.org/wiki/Q990000099' }),
      'duinbode.example',
    );
    expect(found.found.get('duinbode')?.proposals[0]?.beside).toEqual(['qid: Q990000042']);
  });

  it('reads a file that is JSON-LD itself, with a byte order mark', () => {
    expect(proposed(run(`\ufeff${JSON.stringify({ ...SITE, publisher: 'https://noordzee.example' })}`))).toEqual([
      'polderpost published-by noordzee',
    ]);
  });

  it('says what is wrong with a page without JSON-LD, with broken JSON-LD and with too much of it', () => {
    expect(() => run('<html>\n<p>niets</p>')).toThrow(
      /^page\.html: this page has no data about itself in its code .* nothing to import — /,
    );
    expect(() => run('<html>\n\n<script type="application/ld+json">{"a": [}</script>')).toThrow(/^page\.html:3: broken JSON-LD/);
    expect(() => run(`[${' '.repeat(1_000_001)}]`)).toThrow(/more than 1000000 characters/);
  });

  it('says that one block of several is broken, and reads the others', () => {
    const found = run(`<script type="application/ld+json">{{</script>${page({ ...SITE, publisher: 'https://noordzee.example' })}`);
    expect(proposed(found)).toEqual(['polderpost published-by noordzee']);
    expect(found.leftOut.get('a block of JSON-LD that is broken')).toBe(1);
  });

  it('comes through JSON-LD that is deep, wide or full of open tags', () => {
    const deep = `${'{"publisher":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(proposed(run(`<script type="application/ld+json">${deep}</script>`))).toEqual([]);
    const began = performance.now();
    expect(() => run('<script type=application/ld+json'.repeat(100_000))).toThrow(/no data about itself/);
    const wide = run(page({ ...SITE, publisher: Array.from({ length: 20_000 }, (_, at) => `https://x${at}.example`) }));
    expect(proposed(wide)).toHaveLength(20);
    expect(wide.leftOut.get('a domain that is not in our list, beyond the first 20')).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
