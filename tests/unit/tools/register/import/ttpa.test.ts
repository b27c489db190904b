import { describe, expect, it } from 'vitest';
import { importTtpa } from '../../../../../tools/register/import/ttpa';

const KNOWN = [{ scheme: 'polders', host: 'polders.example', path: '/{any}/{ID}' }];

const JSON_LD = JSON.stringify({
  '@graph': [
    { '@id': 'https://polders.example/nl/A94HT', '@type': 'TransparencyNotice', hasFunding: 'f' },
    { '@id': 'f', '@type': 'Funding', totalAmount: { hasAmountValue: '1500.00', hasCurrency: 'EUR' }, hasPoliticalAdvertisement: 'ad' },
    { '@id': 'ad', '@type': 'PoliticalAdvertisement', startDate: '2027-02-01', endDate: '2027-03-17', hasSponsor: 's' },
    { '@id': 's', '@type': 'LegalEntity', legalName: 'Partij van de Dijk', hasEmail: 'anna@dijk.example' },
  ],
});

/** The same in the element names of the draft's schema. */
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<TransparencyNotice xmlns="https://data.europa.eu/m8g/xml/">
  <seeAlso>https://polders.example/nl/A94HT</seeAlso>
  <notificationMechanism>https://polders.example/meld</notificationMechanism>
  <hasFunding>
    <hasPoliticalAdvertisement>
      <PoliticalAdvertisement>
        <hasBeginning>2027-02-01</hasBeginning>
        <hasEnd>2027-03-17</hasEnd>
        <hasSponsor><legalName xml:lang="nl"><![CDATA[Partij van de Dijk]]></legalName><hasEmail>anna@dijk.example</hasEmail></hasSponsor>
      </PoliticalAdvertisement>
    </hasPoliticalAdvertisement>
    <totalAmount><hasAmountValue>1500.00</hasAmountValue><hasCurrency>EUR</hasCurrency></totalAmount>
  </hasFunding>
</TransparencyNotice>`;

describe('importTtpa', () => {
  it('reads JSON-LD and XML of the draft model alike', async () => {
    for (const text of [JSON_LD, XML]) {
      const [notice, ...more] = await importTtpa(text, 'saved', KNOWN);
      expect(more).toEqual([]);
      expect(notice).toMatchObject({
        id: 'polders/A94HT',
        version: null,
        address: 'https://polders.example/nl/A94HT',
        ad: {
          sponsor: { name: 'Partij van de Dijk' },
          period: { from: '2027-02-01', to: '2027-03-17' },
          amount: [{ value: 1500, currency: 'EUR' }],
        },
      });
      expect(JSON.stringify(notice)).not.toContain('anna');
    }
  });

  it('makes a person in XML a person without a name', async () => {
    const person = XML.replace(/<legalName.*<\/legalName>/, '<givenName>Anna</givenName><familyName>de Vries</familyName>');
    const [notice] = await importTtpa(person, 'saved', KNOWN);
    expect(notice?.ad.sponsor).toEqual({ naturalPerson: true });
    expect(JSON.stringify(notice)).not.toMatch(/Anna|Vries/);
  });

  it('gives a notice at an address that nobody listed an id of its host and path', async () => {
    const [notice] = await importTtpa(JSON_LD, 'saved', []);
    expect(notice?.id).toBe('ttpa/polders.example/nl/A94HT');
  });

  it('reads plain JSON with the same names, inside whatever the repository puts around it', async () => {
    const wrapped = JSON.stringify({
      page: 1,
      records: [
        {
          data: {
            type: 'TransparencyNotice',
            url: 'https://polders.example/nl/B1',
            hasFunding: { type: 'Funding', totalAmount: { value: 5, currency: 'SEK' } },
          },
        },
      ],
    });
    const [notice] = await importTtpa(wrapped, 'saved', KNOWN);
    expect(notice).toMatchObject({ id: 'ttpa/polders.example/nl/B1', ad: { amount: [{ value: 5, currency: 'SEK' }] } });
  });

  it.each<[string, string, RegExp]>([
    ['a document type', `<!DOCTYPE a [<!ENTITY x "y">]><TransparencyNotice/>`, /saved:1: a document type/],
    [
      'an entity bomb',
      `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`,
      /saved:2: a document type/,
    ],
    ['a file that points elsewhere', `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`, /a document type/],
    ['broken XML', '<TransparencyNotice><a></TransparencyNotice>', /broken XML|no TransparencyNotice/],
    ['XML deeper than it should be', `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`, /inside each other more than 40 deep/],
    ['JSON deeper than it should be', `${'['.repeat(50)}{"@type":"TransparencyNotice"}${']'.repeat(50)}`, /too large or too deep/],
    ['JSON larger than it should be', JSON.stringify(Array.from({ length: 6000 }, () => ({}))), /too large or too deep/],
    ['broken JSON', '{"@graph": [\n', /saved:2: broken JSON/],
    ['no notice', '{"@type": "NewsArticle"}', /no TransparencyNotice with an address/],
    [
      'a notice whose address is a script',
      '{"@type":"TransparencyNotice","@id":"javascript:alert(1)"}',
      /no TransparencyNotice with an address/,
    ],
    ['a web page', '<!doctype html><html><body>TransparencyNotice</body></html>', /a document type/],
  ])('refuses %s with a sentence', async (_, text, why) => {
    await expect(importTtpa(text, 'saved', KNOWN)).rejects.toThrow(why);
  });

  it('never runs a script, and keeps nothing of it', async () => {
    const evil = XML.replace('Partij van de Dijk', '<script>globalThis.ran = true</script>');
    const [notice] = await importTtpa(evil, 'saved', KNOWN);
    expect(notice?.ad.sponsor).toBe('withheld');
    expect('ran' in globalThis).toBe(false);
  });
});
