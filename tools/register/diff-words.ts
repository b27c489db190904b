import type { Language } from '../../lib/words/words';

/** The texts of the change log that stand around the sentences about claims, which are the extension's own. */
export interface DiffWords {
  title: string;
  editions: (old: string, fresh: string) => string;
  nothing: string;
  added: string;
  addedPast: string;
  removed: string;
  changed: string;
  ended: string;
  withdrawn: string;
  restored: string;
  entityNew: string;
  entityRemoved: string;
  markNew: string;
  markRemoved: string;
  before: string;
  source: string;
  sourceAdded: string;
  sourceRemoved: string;
  sourceChanged: string;
  known: (before: string, after: string) => string;
  never: string;
  onlySelf: string;
  notOnlySelf: string;
  share: (before: string, after: string) => string;
  details: string;
  otherSource: string;
  jointly: (names: string) => string;
  notJointly: string;
  response: (by: string) => string;
  responseRemoved: (by: string) => string;
  renamed: (before: string, after: string) => string;
  nameAdded: string;
  nameRemoved: string;
  nameChanged: string;
  number: (kind: string, before: string, after: string) => string;
  country: (before: string, after: string) => string;
  kind: (before: string, after: string) => string;
  none: string;
  accountAdded: string;
  accountRemoved: string;
  hostAdded: string;
  hostRemoved: string;
  hostExact: string;
  carriers: string;
  /** The title above notices and elections, what one is called, and the parts of a notice. */
  recordsTitle: string;
  records: Record<'notice' | 'election' | 'notice-address' | 'platform-policy', string>;
  noticeItems: Readonly<Record<string, string>>;
  sources: string;
  somePerson: string;
  someFamily: string;
  counts: {
    outletsNew: (n: number) => string;
    outletsRemoved: (n: number) => string;
    othersNew: (n: number) => string;
    othersRemoved: (n: number) => string;
    peopleRemoved: (n: number) => string;
    added: (n: number) => string;
    changed: (n: number) => string;
    ended: (n: number) => string;
    removed: (n: number) => string;
    withdrawn: (n: number) => string;
    restored: (n: number) => string;
    notices: (n: number) => string;
    sources: (n: number) => string;
    confirmed: (n: number) => string;
  };
}

const some = (one: string, more: string) => (n: number) => `${n} ${n === 1 ? one : more}`;

const nl: DiffWords = {
  title: 'Wat er is veranderd in onze lijst',
  editions: (old, fresh) => `Van de uitgave van ${old} naar die van ${fresh}.`,
  nothing: 'Er is niets veranderd.',
  added: 'Erbij',
  addedPast: 'Erbij, als geschiedenis',
  removed: 'Weg',
  changed: 'Veranderd',
  ended: 'Nu geschiedenis',
  withdrawn: 'Ingetrokken',
  restored: 'Weer getoond',
  entityNew: 'Staat nu in onze lijst als:',
  entityRemoved: 'Staat niet meer in onze lijst.',
  markNew: 'nieuw',
  markRemoved: 'weg',
  before: 'Eerst stond er:',
  source: 'Bron:',
  sourceAdded: 'Bron erbij:',
  sourceRemoved: 'Bron weg:',
  sourceChanged: 'Bron veranderd:',
  known: (before, after) => `Datum van de nieuwste bron: was ${before}, is nu ${after}.`,
  never: 'niet bekend',
  onlySelf: 'Dit is nu alleen een eigen opgave.',
  notOnlySelf: 'Dit is niet meer alleen een eigen opgave.',
  share: (before, after) => `Belang: was ${before}, is nu ${after}.`,
  details: 'Bijzonderheden zijn aangepast.',
  otherSource: 'Zelfde feit, andere bron',
  jointly: (names) => `Samen met: ${names}.`,
  notJointly: 'Niet meer samen met anderen.',
  response: (by) => `Er staat nu een reactie bij van ${by}.`,
  responseRemoved: (by) => `De reactie van ${by} staat er niet meer bij.`,
  renamed: (before, after) => `Heet nu ${after}. De naam was ${before}.`,
  nameAdded: 'Andere naam erbij:',
  nameRemoved: 'Andere naam weg:',
  nameChanged: 'Andere naam veranderd:',
  number: (kind, before, after) => `${kind}: was ${before}, is nu ${after}.`,
  country: (before, after) => `Land: was ${before}, is nu ${after}.`,
  kind: (before, after) => `Soort: was ${before}, is nu ${after}.`,
  none: 'niet ingevuld',
  accountAdded: 'Account erbij:',
  accountRemoved: 'Account weg:',
  hostAdded: 'Adres erbij:',
  hostRemoved: 'Adres weg:',
  hostExact: 'alleen dit adres',
  carriers: 'Adressen van platforms en doorstuurpagina’s',
  recordsTitle: 'Politieke reclame en verkiezingen',
  records: {
    notice: 'verklaring',
    election: 'verkiezing',
    'notice-address': 'adres van verklaringen',
    'platform-policy': 'wat een platform zegt over politieke reclame:',
  },
  noticeItems: {
    sponsor: 'opdrachtgever',
    controller: 'wie de opdrachtgever bestuurt',
    payer: 'wie betaalt',
    period: 'periode',
    amount: 'bedrag',
    campaignAmount: 'bedrag van de campagne',
    valuation: 'berekening',
    origin: 'herkomst van het geld',
    process: 'verkiezing of besluit',
    targeting: 'gekozen publiek',
    channels: 'waar het verscheen',
  },
  sources: 'Andere bronnen',
  somePerson: 'een persoon',
  someFamily: 'een familie',
  counts: {
    outletsNew: some('nieuwe titel', 'nieuwe titels'),
    outletsRemoved: some('titel weg', 'titels weg'),
    othersNew: some('nieuwe eigenaar, uitgever of andere organisatie', 'nieuwe eigenaars, uitgevers of andere organisaties'),
    othersRemoved: some('eigenaar, uitgever of andere organisatie weg', 'eigenaars, uitgevers of andere organisaties weg'),
    peopleRemoved: some('persoon of familie weg, hier zonder naam', 'personen of families weg, hier zonder naam'),
    added: some('feit erbij', 'feiten erbij'),
    changed: some('feit veranderd', 'feiten veranderd'),
    ended: some('feit geschiedenis geworden', 'feiten geschiedenis geworden'),
    removed: some('feit weg', 'feiten weg'),
    withdrawn: some('feit ingetrokken', 'feiten ingetrokken'),
    restored: some('feit weer getoond', 'feiten weer getoond'),
    notices: some(
      'verklaring over politieke reclame erbij, weg of veranderd',
      'verklaringen over politieke reclame erbij, weg of veranderd',
    ),
    sources: some('bron erbij, weg of veranderd', 'bronnen erbij, weg of veranderd'),
    confirmed: some('feit opnieuw met de bron vergeleken en gelijk gebleven', 'feiten opnieuw met de bron vergeleken en gelijk gebleven'),
  },
};

const en: DiffWords = {
  title: 'What changed in our list',
  editions: (old, fresh) => `From the edition of ${old} to that of ${fresh}.`,
  nothing: 'Nothing changed.',
  added: 'Added',
  addedPast: 'Added, as history',
  removed: 'Removed',
  changed: 'Changed',
  ended: 'Now history',
  withdrawn: 'Withdrawn',
  restored: 'Shown again',
  entityNew: 'Now in our list as:',
  entityRemoved: 'No longer in our list.',
  markNew: 'new',
  markRemoved: 'removed',
  before: 'Before, it said:',
  source: 'Source:',
  sourceAdded: 'Source added:',
  sourceRemoved: 'Source removed:',
  sourceChanged: 'Source changed:',
  known: (before, after) => `Date of the newest source: was ${before}, is now ${after}.`,
  never: 'not known',
  onlySelf: 'This now rests on their own statement only.',
  notOnlySelf: 'This no longer rests on their own statement only.',
  share: (before, after) => `Interest: was ${before}, is now ${after}.`,
  details: 'Details were adjusted.',
  otherSource: 'Same fact, other source',
  jointly: (names) => `Together with: ${names}.`,
  notJointly: 'No longer together with others.',
  response: (by) => `An answer by ${by} now stands beside it.`,
  responseRemoved: (by) => `The answer by ${by} no longer stands beside it.`,
  renamed: (before, after) => `Now called ${after}. The name was ${before}.`,
  nameAdded: 'Other name added:',
  nameRemoved: 'Other name removed:',
  nameChanged: 'Other name changed:',
  number: (kind, before, after) => `${kind}: was ${before}, is now ${after}.`,
  country: (before, after) => `Country: was ${before}, is now ${after}.`,
  kind: (before, after) => `Kind: was ${before}, is now ${after}.`,
  none: 'not filled in',
  accountAdded: 'Account added:',
  accountRemoved: 'Account removed:',
  hostAdded: 'Address added:',
  hostRemoved: 'Address removed:',
  hostExact: 'this address only',
  carriers: 'Addresses of platforms and redirecting pages',
  recordsTitle: 'Political advertising and elections',
  records: {
    notice: 'notice',
    election: 'election',
    'notice-address': 'address of notices',
    'platform-policy': 'what a platform says about political advertising:',
  },
  noticeItems: {
    sponsor: 'sponsor',
    controller: 'who controls the sponsor',
    payer: 'who pays',
    period: 'period',
    amount: 'amount',
    campaignAmount: 'amount of the campaign',
    valuation: 'calculation',
    origin: 'origin of the money',
    process: 'election or process',
    targeting: 'targeting',
    channels: 'where it appeared',
  },
  sources: 'Other sources',
  somePerson: 'a person',
  someFamily: 'a family',
  counts: {
    outletsNew: some('new site, newspaper or broadcaster', 'new sites, newspapers or broadcasters'),
    outletsRemoved: some('site, newspaper or broadcaster removed', 'sites, newspapers or broadcasters removed'),
    othersNew: some('new owner, publisher or other organisation', 'new owners, publishers or other organisations'),
    othersRemoved: some('owner, publisher or other organisation removed', 'owners, publishers or other organisations removed'),
    peopleRemoved: some('person or family removed, not named here', 'persons or families removed, not named here'),
    added: some('fact added', 'facts added'),
    changed: some('fact changed', 'facts changed'),
    ended: some('fact became history', 'facts became history'),
    removed: some('fact removed', 'facts removed'),
    withdrawn: some('fact withdrawn', 'facts withdrawn'),
    restored: some('fact shown again', 'facts shown again'),
    notices: some(
      'notice of political advertising added, removed or changed',
      'notices of political advertising added, removed or changed',
    ),
    sources: some('source added, removed or changed', 'sources added, removed or changed'),
    confirmed: some('fact compared with its source again and the same', 'facts compared with their sources again and the same'),
  },
};

export const DIFF_WORDS: Record<Language, DiffWords> = { nl, en };
