import { describe, expect, it } from 'vitest';
import { ttpaNotices } from '../../../lib/core/notice-ttpa';

/** An invented notice in the form of the Commission's draft model. */
function graph(changes: Record<string, object> = {}): object {
  const nodes: Record<string, object> = {
    notice: {
      '@id': 'https://polders.example/nl/A94HT',
      '@type': 'TransparencyNotice',
      modified: '2027-02-01',
      hasFunding: 'f',
      notificationMechanism: 'https://polders.example/meld?x=1',
    },
    funding: {
      '@id': 'f',
      '@type': 'frapo:Funding',
      totalAmount: { hasAmountValue: { '@value': '1500.00' }, hasCurrency: 'http://codes.example/currency/DKK' },
      nature: 'http://codes.example/nature/PUBLIC_AND_PRIVATE',
      origin: 'http://codes.example/origin/NON_EU',
      calculationMethodology: { '@value': 'Uit de facturen van Anna de Vries.' },
      hasPayingEntity: 'payer',
      hasPoliticalAdvertisement: 'ad',
    },
    ad: {
      '@id': 'ad',
      '@type': 'ttpa:PoliticalAdvertisement',
      startDate: '2027-02-01',
      endDate: '2027-03-17',
      hasSponsor: 'sponsor',
      hasElection: 'el',
      hasTargeting: 't',
    },
    sponsor: {
      '@id': 'sponsor',
      '@type': ['LegalEntity', 'Agent'],
      legalName: { '@language': 'nl', '@value': 'Partij van de Dijk' },
      hasEmail: 'anna@dijk.example',
      registeredAddress: { fullAddress: 'Dorpsstraat 1', country: 'http://codes.example/country/NLD' },
      identifier: { notation: '12345678' },
      isControlledBy: 'boss',
    },
    boss: { '@id': 'boss', '@type': 'Person', givenName: 'Anna', familyName: 'de Vries' },
    payer: { '@id': 'payer', '@type': 'LegalEntity', legalName: 'Stichting Duin' },
    election: { '@id': 'el', '@type': 'ElectionEvent', title: 'Provinciale Statenverkiezingen 2027', homepage: 'https://stemmen.example/' },
    technique: {
      '@id': 't',
      '@type': 'TargetingTechnique',
      targetingParameters: 'http://codes.example/location',
      hasPersonalData: ['http://codes.example/email'],
    },
    ...changes,
  };
  return { '@graph': Object.values(nodes) };
}

const only = (document: unknown) => {
  const [first, ...more] = ttpaNotices(document);
  if (first === undefined || more.length > 0) throw new Error('not one notice');
  return first;
};

describe('ttpaNotices', () => {
  it('reads what the law asks for, each item once', () => {
    const { ad, problems, ...rest } = only(graph());
    expect(rest).toEqual({ address: 'https://polders.example/nl/A94HT', published: '2027-02-01' });
    expect(ad).toMatchObject({
      sponsor: { name: 'Partij van de Dijk', numbers: { kvk: '12345678' }, country: 'NL' },
      payer: { name: 'Stichting Duin' },
      period: { from: '2027-02-01', to: '2027-03-17' },
      amount: [{ value: 1500, currency: 'DKK' }],
      campaignAmount: 'not-stated',
      origin: [{ kind: 'public' }, { kind: 'private' }, { from: 'outside-eu' }],
      process: { words: 'Provinciale Statenverkiezingen 2027' },
      targeting: [{ words: 'location' }, { words: 'email' }],
      participation: 'https://stemmen.example/',
      complaint: 'https://polders.example/meld',
    });
    expect(problems).toEqual([]);
  });

  it('keeps no person, no e-mail, no address and no free text', () => {
    const { ad } = only(graph());
    expect(ad.controller).toEqual({ naturalPerson: true });
    expect(ad.valuation).toBe('withheld');
    expect(JSON.stringify(ad)).not.toMatch(/Anna|Vries|@|Dorpsstraat|factu/);
  });

  it('takes a sponsor who is a person for one, however the type is written', () => {
    const person = { '@id': 'sponsor', '@type': 'http://www.w3.org/ns/person#Person', name: 'Anna de Vries' };
    expect(only(graph({ sponsor: person })).ad.sponsor).toEqual({ naturalPerson: true });
    const untyped = { '@id': 'sponsor', '@type': 'Agent', name: 'Anna de Vries' };
    expect(only(graph({ sponsor: untyped })).ad.sponsor).toBe('withheld');
  });

  it('reads a number only as one of the register of its own country', () => {
    const danish = {
      '@id': 'sponsor',
      '@type': 'LegalEntity',
      legalName: 'Digepartiet',
      registeredAddress: { country: 'DK' },
      identifier: { notation: '12345678' },
    };
    expect(only(graph({ sponsor: danish })).ad.sponsor).toEqual({ name: 'Digepartiet', country: 'DK' });
  });

  it('keeps amounts that contradict each other, and marks them', () => {
    const second = {
      '@id': 'f2',
      '@type': 'Funding',
      totalAmount: { hasAmountValue: '2000', hasCurrency: 'EUR' },
      hasPoliticalAdvertisement: 'ad',
    };
    const notice = { '@id': 'https://polders.example/nl/A94HT', '@type': 'TransparencyNotice', hasFunding: ['f', 'f2'] };
    const { ad, problems } = only(graph({ notice, second }));
    expect(ad.amount).toEqual([
      { value: 1500, currency: 'DKK' },
      { value: 2000, currency: 'EUR' },
    ]);
    expect(problems).toEqual(['amount-contradicts']);
  });

  it('never converts or guesses a currency', () => {
    const funding = { '@id': 'f', '@type': 'Funding', totalAmount: { hasAmountValue: '1500' }, hasPoliticalAdvertisement: 'ad' };
    expect(only(graph({ funding }))).toMatchObject({ ad: { amount: 'not-stated' }, problems: ['currency-unclear'] });
  });

  it('keeps dates the wrong way round, and marks them', () => {
    const ad = { '@id': 'ad', '@type': 'PoliticalAdvertisement', startDate: '2027-03-17', endDate: '2027-02-01' };
    expect(only(graph({ ad }))).toMatchObject({ ad: { period: { from: '2027-03-17', to: '2027-02-01' } }, problems: ['period-reversed'] });
  });

  it('says of a date that is none that it could not be read', () => {
    const ad = { '@id': 'ad', '@type': 'PoliticalAdvertisement', startDate: 'begin maart', endDate: '2027-03-17' };
    expect(only(graph({ ad }))).toMatchObject({ ad: { period: { to: '2027-03-17' } }, problems: ['period-unreadable'] });
  });

  it('gives nothing for a document without a notice that has an address', () => {
    expect(ttpaNotices({ '@type': 'TransparencyNotice' })).toEqual([]);
    expect(ttpaNotices({ '@graph': [{ '@type': 'TransparencyNotice', '@id': 'javascript:alert(1)', url: 'x' }] })).toEqual([]);
    expect(ttpaNotices('TransparencyNotice')).toEqual([]);
  });

  it('keeps two notices in one document apart', () => {
    const other = { '@id': 'https://polders.example/nl/B77XX', '@type': 'TransparencyNotice', hasFunding: 'none' };
    const [one, two] = ttpaNotices(graph({ other }));
    expect(one?.ad.amount).toEqual([{ value: 1500, currency: 'DKK' }]);
    expect(two?.ad.amount).toBe('not-stated');
  });

  it('survives circles', () => {
    const sponsor = { '@id': 'sponsor', '@type': 'LegalEntity', legalName: 'Stichting Duin', isControlledBy: 'sponsor' };
    expect(only(graph({ sponsor })).ad.controller).toEqual({ name: 'Stichting Duin' });
  });
});
