import { describe, expect, it } from 'vitest';
import type { Claim, Described, Funding, Interest, Source } from '../../../lib/core/register';
import { fundingText, sourceText, statementShare, statementText } from '../../../lib/words/statement-text';
import { plainText, wordsIn } from '../../../lib/words/words';
import { claim, entity, shares, slice, source, undatedClaim } from '../support/register';

const nl = wordsIn('nl');
const names = slice([entity('outlet', 'De Krant'), entity('organisation', 'Uitgever'), entity('person', 'Anna')], []);
const say = (each: Claim, tense?: 'past'): string => plainText(statementText({ claim: each, sources: [] }, names, nl, tense));
const inEnglish = (each: Claim): string => plainText(statementText({ claim: each, sources: [] }, names, wordsIn('en')));

describe('a claim as a sentence', () => {
  it.each([
    ['owned-by', 'Uitgever is eigenaar van De Krant.'],
    ['published-by', 'Uitgever geeft De Krant uit.'],
    ['part-of', 'De Krant hoort bij Uitgever.'],
    ['controlled-by', 'Uitgever heeft de zeggenschap over De Krant.'],
    ['governance-appointed-by', 'Uitgever benoemt bestuur of toezicht van De Krant.'],
    ['funded-by', 'De Krant krijgt geld van Uitgever.'],
    ['subject-to', 'De Krant valt onder Uitgever.'],
    ['classified-by', 'Over De Krant staat er: Uitgever.'],
  ] as const)('says %s one way for everybody', (predicate, sentence) => {
    expect(say(claim('De Krant', predicate, 'Uitgever'))).toBe(sentence);
  });

  it('calls nobody owner who holds a part', () => {
    expect(say(claim('De Krant', 'owned-by', 'Uitgever', shares(10)))).toBe('Uitgever heeft een belang in De Krant: 10%.');
    const priority: Interest = { instrument: 'priority-share', scope: 'group' };
    expect(say(claim('De Krant', 'owned-by', 'Uitgever', { interests: [priority] }))).toBe(
      'Uitgever heeft een belang in De Krant: prioriteitsaandeel.',
    );
  });

  it('says what a source says about having no owner', () => {
    const of = (unspecified: 'no-owner' | 'not-disclosed' | 'unknown') => say(claim('De Krant', 'owned-by', { unspecified }));
    expect(of('no-owner')).toBe('Niemand is eigenaar van De Krant.');
    expect(of('not-disclosed')).toBe('Wie eigenaar is van De Krant, is niet openbaar gemaakt.');
    expect(of('unknown')).toBe('Volgens de bron is niet bekend wie eigenaar is van De Krant.');
  });

  it('names forms and legal forms', () => {
    expect(say(claim('De Krant', 'has-form', { form: 'regional-newspaper' }))).toBe('De Krant is een regionale krant.');
    expect(say(claim('De Krant', 'has-form', { legalForm: 'listed-company' }))).toBe('De Krant staat op de beurs.');
  });

  it('dates a membership, for a list is as old as its source', () => {
    expect(say(claim('De Krant', 'member-of', { words: 'de bond', lang: 'nl' }, { asOf: '2018' }))).toBe(
      'De Krant stond op de ledenlijst van de bond: 2018.',
    );
    expect(say(undatedClaim('De Krant', 'member-of', { words: 'de bond', lang: 'nl' }))).toContain('datum onbekend');
  });

  it('adds since when and until when', () => {
    expect(say(claim('De Krant', 'owned-by', 'Uitgever', { valid: { from: '2019-05', to: '2021' } }))).toBe(
      'Uitgever is eigenaar van De Krant. Sinds mei 2019. Tot 2021.',
    );
  });

  it('shows an id where the name is missing, and words as they are', () => {
    expect(say(claim('De Krant', 'owned-by', 'Weg'))).toBe('Weg is eigenaar van De Krant.');
    expect(say(claim('De Krant', 'owned-by', { words: 'de oprichter', lang: 'nl' }))).toBe('Eigenaar van De Krant: de oprichter.');
  });
});

describe('what is held together', () => {
  const jointly = (interest: Partial<Interest> = {}, ...others: string[]): { interests: Interest[] } => ({
    interests: [{ instrument: 'unspecified', scope: 'group', jointly: ['anna', ...others], ...interest }],
  });

  it('is not said to be of one of them', () => {
    const owned = claim('De Krant', 'owned-by', 'Uitgever', jointly());
    expect(say(owned)).toBe('Uitgever is samen met Anna eigenaar van De Krant.');
    expect(inEnglish(owned)).toBe('Uitgever and Anna together own De Krant.');
    expect(say(claim('De Krant', 'owned-by', 'Uitgever', { ...jointly(), valid: { to: '2020' } }), 'past')).toBe(
      'Uitgever was samen met Anna eigenaar van De Krant. Tot 2020.',
    );
    expect(say(claim('De Krant', 'owned-by', 'Uitgever', jointly({}, 'weg')))).toBe(
      'Uitgever is samen met Anna en weg eigenaar van De Krant.',
    );
  });

  it('has its share in the same sentence', () => {
    expect(say(claim('De Krant', 'owned-by', 'Uitgever', jointly({ capital: { exact: 100 } })))).toBe(
      'Uitgever is samen met Anna eigenaar van De Krant (alle aandelen).',
    );
    const part = claim('De Krant', 'owned-by', 'Uitgever', jointly({ capital: { exact: 40 } }));
    expect(say(part)).toBe('Uitgever heeft samen met Anna een belang in De Krant: 40%.');
    expect(inEnglish(part)).toBe('Together with Anna, Uitgever has an interest in De Krant: 40%.');
    expect(say(claim('De Krant', 'owned-by', { words: 'de oprichters', lang: 'nl' }, jointly({ capital: { exact: 40 } })))).toBe(
      'Belang in De Krant: de oprichters (40%, samen met Anna).',
    );
  });

  it('can also be a say', () => {
    expect(say(claim('De Krant', 'controlled-by', 'Uitgever', jointly()))).toBe(
      'Uitgever heeft de zeggenschap over De Krant (samen met Anna).',
    );
  });
});

describe('what no longer holds', () => {
  const past = (predicate: Claim['predicate'], object: Claim['object'], details: Partial<Claim> = {}) =>
    say(claim('De Krant', predicate, object, { valid: { to: '2020' }, ...details }), 'past');

  it('is in the past, also where nobody is named', () => {
    expect(past('owned-by', { unspecified: 'no-owner' })).toBe('Niemand was eigenaar van De Krant. Tot 2020.');
    expect(past('owned-by', { unspecified: 'not-disclosed' })).toBe('Wie eigenaar was van De Krant, was niet openbaar gemaakt. Tot 2020.');
    expect(past('owned-by', { unspecified: 'unknown' })).toBe('Volgens de bron was niet bekend wie eigenaar was van De Krant. Tot 2020.');
  });

  it.each([
    ['listed-company', 'De Krant stond op de beurs. Tot 2020.'],
    ['company', 'De Krant was een bedrijf. Tot 2020.'],
    ['public-law-company', 'De Krant was een vennootschap van publiek recht. Tot 2020.'],
    ['foundation', 'De Krant was een stichting. Tot 2020.'],
    ['association', 'De Krant was een vereniging. Tot 2020.'],
  ] as const)('is in the past for the legal form %s', (legalForm, sentence) => {
    expect(past('has-form', { legalForm })).toBe(sentence);
  });

  it.each(['readers', 'advertisers', 'public-money', 'donations', 'endowment', 'other'] as const)(
    'is in the past for income there was none of: %s',
    (noIncomeFrom) => {
      expect(past('funded-by', { noIncomeFrom })).toMatch(/^De Krant (?:kreeg|had) geen .+ Tot 2020\.$/);
    },
  );

  it('says when a source still knew it, without a period', () => {
    expect(say(claim('De Krant', 'has-form', { form: 'magazine' }, { status: 'superseded', asOf: '2019' }), 'past')).toBe(
      'De Krant was een tijdschrift. Bron uit 2019.',
    );
  });

  it('keeps the amount and the year of money', () => {
    const funding: Funding = { kind: 'other', year: 2019, amount: { value: 21_400_000, currency: 'EUR' } };
    expect(past('funded-by', { entity: 'uitgever' }, { funding })).toBe('De Krant kreeg in 2019 geld van Uitgever: € 21,4 miljoen.');
    expect(past('funded-by', { entity: 'uitgever' }, { funding: { kind: 'other' } })).toBe('De Krant kreeg geld van Uitgever. Tot 2020.');
  });
});

describe('the name of a body or family in a sentence', () => {
  it('has its article, and no other name has', () => {
    const body = slice(
      [entity('outlet', 'De Krant'), entity('public-body', 'ministerie van Onderwijs'), entity('family', 'familie De Wit')],
      [],
    );
    const of = (predicate: 'funded-by' | 'owned-by', name: string) =>
      plainText(statementText({ claim: claim('De Krant', predicate, name), sources: [] }, body, nl));
    expect(of('funded-by', 'ministerie van Onderwijs')).toBe('De Krant krijgt geld van het ministerie van Onderwijs.');
    expect(of('owned-by', 'familie De Wit')).toBe('De familie De Wit is eigenaar van De Krant.');
    expect(say(claim('De Krant', 'funded-by', 'Uitgever'))).toBe('De Krant krijgt geld van Uitgever.');
  });
});

describe('a group without a name', () => {
  const readers = (object: Described) => claim('De Krant', 'funded-by', object);
  const english = (each: Claim): string => plainText(statementText({ claim: each, sources: [] }, names, wordsIn('en')));

  it('is called what a person who reads this language understands', () => {
    const both = readers({ words: 'lezers', lang: 'nl', en: 'readers' });
    expect([say(both), english(both)]).toEqual(['De Krant krijgt geld van lezers.', 'De Krant gets money from readers.']);
    expect(say(readers({ words: 'the licence fee', lang: 'en', nl: 'het kijkgeld' }))).toBe('De Krant krijgt geld van het kijkgeld.');
  });

  it('is called as the source does where nobody translated it', () => {
    expect(english(readers({ words: 'lezers', lang: 'nl' }))).toBe('De Krant gets money from lezers.');
  });
});

describe('interests', () => {
  const share = (...interests: Interest[]) => statementShare({ claim: claim('De Krant', 'owned-by', 'Uitgever', { interests }) }, nl);

  it.each<[Partial<Interest>, string]>([
    [{ capital: { exact: 100 } }, 'alle aandelen'],
    [{ capital: { exact: 50.6 } }, '50,6%'],
    [{ capital: { min: 25, max: 50 } }, '25–50%'],
    [{ capital: 'majority' }, 'meerderheid'],
    [{ capital: 'not-public' }, 'aandeel niet openbaar'],
    [{ votes: { exact: 30 } }, '30% van de stemmen'],
    [{ capital: { exact: 40 }, votes: { exact: 60 } }, '40%, 60% van de stemmen'],
    [{}, 'aandelen'],
    [{ instrument: 'certificate', capital: { exact: 40 } }, '40% certificaten'],
    [{ capital: { exact: 40 }, scope: 'these-titles' }, '40% alleen voor deze titels'],
    [{ instrument: 'appointment' }, 'benoemt bestuur of toezicht'],
  ])('%j are written as the source states them', (details, text) => {
    expect(share({ instrument: 'ordinary-share', scope: 'group', ...details })).toBe(text);
  });

  it('stand beside each other when there are several', () => {
    expect(
      share({ instrument: 'unspecified', capital: { exact: 10 }, scope: 'group' }, { instrument: 'priority-share', scope: 'these-titles' }),
    ).toBe('10%, prioriteitsaandeel alleen voor deze titels');
  });

  it('are not made up when none is stated', () => {
    expect(statementShare({ claim: claim('De Krant', 'owned-by', 'Uitgever') }, nl)).toBeNull();
  });
});

describe('money', () => {
  const say = (funding: Funding) => plainText(fundingText(funding, { text: 'De Krant' }, { text: 'het fonds' }, nl));

  it('comes with amount, share and year as far as a source states them', () => {
    expect(say({ kind: 'other', amount: { value: 21_400_000, currency: 'EUR' }, share: 12.5, year: 2024 })).toBe(
      'De Krant kreeg in 2024 geld van het fonds: € 21,4 miljoen, 12,5 procent van de inkomsten.',
    );
    expect(say({ kind: 'other', year: 2024 })).toBe('De Krant kreeg in 2024 geld van het fonds.');
    expect(say({ kind: 'other' })).toBe('De Krant krijgt geld van het fonds.');
    expect(say({ kind: 'other', amount: { value: 250_000, currency: 'EUR' } })).toContain('€ 250.000.');
  });

  it('is written in the currency of the source', () => {
    expect(say({ kind: 'public-money', amount: { value: 3_800_000_000, currency: 'GBP' } })).toContain('£ 3,8 miljard.');
    expect(say({ kind: 'public-money', amount: { value: 535_000_000, currency: 'USD' } })).toContain('US$ 535 miljoen.');
  });

  it('that does not come is one sentence for each kind', () => {
    const none = claim('De Krant', 'funded-by', { noIncomeFrom: 'advertisers' });
    expect(plainText(statementText({ claim: none, sources: [] }, names, nl))).toBe('De Krant krijgt geen geld van adverteerders.');
  });

  it('of a group of outlets is not said to be of one', () => {
    const text = say({ kind: 'public-money', amount: { value: 900_000_000, currency: 'EUR' }, collective: true });
    expect(text).toBe('De Krant en andere omroepen krijgen geld van het fonds: samen € 900 miljoen.');
    expect(say({ kind: 'public-money', year: 2024, collective: true })).toBe(
      'De Krant en andere omroepen kregen in 2024 geld van het fonds.',
    );
  });

  it('that was only budgeted is not said to have come', () => {
    const planned: Funding = { kind: 'public-money', year: 2026, planned: true };
    expect(say({ ...planned, amount: { value: 149_000_000, currency: 'EUR' } })).toBe(
      'De Krant krijgt volgens de begroting in 2026 geld van het fonds: € 149 miljoen.',
    );
    expect(say({ ...planned, collective: true })).toBe(
      'De Krant en andere omroepen krijgen volgens de begroting in 2026 geld van het fonds.',
    );
    expect(plainText(fundingText(planned, { text: 'De Krant' }, { text: 'het fonds' }, nl, 'past'))).toBe(
      'De Krant kreeg volgens de begroting in 2026 geld van het fonds.',
    );
  });

  it('that a source rounds is not given as exact', () => {
    const exact = say({ kind: 'other', amount: { value: 21_000_000, currency: 'EUR' } });
    expect(say({ kind: 'other', amount: { value: 21_000_000, currency: 'EUR', about: true } })).not.toBe(exact);
  });
});

describe('a source', () => {
  it('has its title as a link, its maker, kind and date', () => {
    expect(sourceText(source('jaarverslag', { kind: 'self', published: '2025-04' }), nl)).toEqual([
      { text: 'Stuk jaarverslag, Archief', href: 'https://bronnen.example/jaarverslag' },
      { text: ' · eigen opgave · april 2025' },
    ]);
  });

  it('says when its date was inferred, and when it has none', () => {
    expect(plainText(sourceText(source('een', { published: '2019', publishedInferred: true }), nl))).toContain('ongeveer 2019');
    const { published: _, ...undated } = source('een');
    expect(plainText(sourceText(undated, nl))).toContain('zonder datum, bekeken op 1 november 2026');
  });

  it('among our own documents has its path and no link', () => {
    const { url: _, ...letter } = source('brief');
    expect(sourceText({ ...letter, file: 'registry/requests/brief.md' }, nl)[0]).toEqual({
      text: 'Stuk brief, Archief (registry/requests/brief.md)',
    });
  });

  it('that is a data set with terms of its own names them', () => {
    const said = (details: Partial<Source>) => plainText(sourceText(source('lijst', { published: '2024', ...details }), nl));
    expect(said({ kind: 'dataset', licence: 'ODC-By 1.0' })).toContain('· 2024 · ODC-By 1.0');
    expect(said({ kind: 'press', licence: 'CC BY 4.0' })).not.toContain('CC BY');
  });

  it('does not repeat a maker that stands in the title', () => {
    expect(sourceText(source('een', { title: 'Colofon van Archief' }), nl)[0]?.text).toBe('Colofon van Archief');
  });
});
