import { type Chain, chainOf } from './chain';
import { type Age, ageOf, type Day, localDay } from './dates';
import type {
  Address,
  AiUse,
  Correction,
  DateEvidence,
  DateStatement,
  Disclosure,
  Found,
  Genre,
  Observation,
  PaidKind,
} from './observation';
import type { Entity, EntityId, OutletForm } from './register';
import { isPartial, partnersOf, type Slice, type Statement, sameObject, splitHistory, statementsAbout } from './statements';

/** Four questions, always all of them, always in this order. */
export const QUESTIONS = ['who', 'when', 'paid', 'made'] as const;
export type Question = (typeof QUESTIONS)[number];

export type Fact<T> =
  | { state: 'known'; value: T }
  | { state: 'conflicting'; value: T }
  | { state: 'absent' }
  | { state: 'unlisted'; why: Unlisted }
  | { state: 'unread'; why: Unread };

/** Why nothing can be said. Never shown as "absent". */
export type Unread =
  | 'no-access' // the browser refuses, or access ended with a navigation
  | 'browser-page' // settings, store, another extension, a new tab
  | 'pdf'
  | 'not-loaded' // the browser's own error page stands there
  | 'local-file'
  | 'not-article'
  | 'feed' // a page of many posts or results, of which each has a card of its own
  | 'wall'
  | 'error-page'
  | 'not-opened' // only the address of a link was looked up
  | 'damaged' // the part of the register that would answer cannot be read
  | 'reader-broken'
  | 'undecided-date' // something like a date stands there, and it is not certain which day it means
  | 'undecided-makers'
  | 'name-only' // a post of which only a name is shown: names are not looked up
  | 'other-server'; // a post that a server shows of an account elsewhere

export type Unlisted = 'no-rule' | 'platform' | 'carrier' | 'no-host';

export interface Card {
  /** Identity of what was read: origin and path. Empty when nothing could be read. */
  key: string;
  host: string | null;
  who: Fact<Who>;
  when: Fact<When>;
  paid: Fact<Found<PaidKind>[]>;
  made: Fact<Made>;
  /** "De site zegt zelf": beside what the register says; a difference is shown, not resolved. */
  siteSays: {
    name: Found<string> | null;
    /** Host of another site that the page names as the address of this text. */
    elsewhere: string | null;
    disclosures: Disclosure[];
  };
  register: { version: string; built: Day; keeper: string | null } | null;
  /** A page made up for practice, answered from the made-up list. */
  practice: boolean;
}

export interface Who {
  outlet: Entity;
  /** What it is, for the sentence at the top: null when no source says, or when it is several things at once. */
  form: { form: OutletForm; statement: Statement } | null;
  /** Everything that sources say it is today, such as both a magazine and a radio station. */
  forms: Statement[];
  /** The publisher, or else the first owner, for the sentence at the top. */
  behind: Entity | null;
  chain: Chain;
  income: Statement[];
  memberships: Statement[];
  classified: Statement[];
  history: Statement[];
  /** Names of everybody mentioned in the statements. */
  entities: Slice['entities'];
}

export interface When {
  published: DateStatement | null;
  modified: DateStatement | null;
  /** Other days the page states as its publication date. */
  rivals: DateEvidence[];
  age: Age | null;
}

export interface Made {
  authors: Found<string>[];
  /** A byline stands there without a name that could be made out. */
  undecided: boolean;
  agencies: Found<string>[];
  genre: Found<Genre> | null;
  ai: Found<AiUse>[];
  corrections: Found<Correction>[];
  paywall: boolean | null;
  syndication: Found<string> | null;
}

/** What the register answers for an address. */
export type Lookup = LookupAnswer & {
  /** The organisation whose own register this is; absent for Colofon's. */
  keeper?: string;
};

type LookupAnswer =
  | { state: 'listed'; entity: EntityId; slice: Slice }
  | { state: 'unlisted'; why: Unlisted; slice: Pick<Slice, 'version' | 'built'> | null }
  | { state: 'damaged' };

export type Reading = { state: 'read'; observation: Observation } | { state: 'unread'; why: Unread; address: Address | null };

export function makeCard(reading: Reading, lookup: Lookup, now: Date, practice = false): Card {
  const today = localDay(now);
  const address = reading.state === 'read' ? reading.observation.address : reading.address;
  const page = pageFacts(reading, today);
  return {
    key: address === null ? '' : address.origin + address.path,
    host: address === null ? null : new URL(address.origin).host.replace(/^www\./, ''),
    who: address === null ? { state: 'unread', why: reading.state === 'unread' ? reading.why : 'no-access' } : whoOf(lookup, today),
    ...page,
    siteSays:
      reading.state === 'read'
        ? {
            name: reading.observation.siteName,
            elsewhere: reading.observation.canonicalElsewhere,
            disclosures: reading.observation.disclosures,
          }
        : { name: null, elsewhere: null, disclosures: [] },
    practice,
    register:
      lookup.state === 'damaged' || lookup.slice === null
        ? null
        : { version: lookup.slice.version, built: lookup.slice.built, keeper: lookup.keeper ?? null },
  };
}

function pageFacts(reading: Reading, today: Day): Pick<Card, 'when' | 'paid' | 'made'> {
  const why = reading.state === 'unread' ? reading.why : whyNotRead(reading.observation);
  if (why !== null || reading.state === 'unread') {
    const unread = { state: 'unread', why: why ?? 'no-access' } as const;
    return { when: unread, paid: unread, made: unread };
  }
  const { observation } = reading;
  return { when: whenOf(observation, today), paid: paidOf(observation), made: madeOf(observation) };
}

function whyNotRead(observation: Observation): Unread | null {
  const { kind, published, modified, authors, paidContent } = observation;
  if (kind === 'front-page' || kind === 'search-results') return 'not-article';
  // A contact page or an empty shell says nothing about its origin because there is nothing to say it of.
  if (kind === 'other' && published === null && modified === null && authors.length + paidContent.length === 0) return 'not-article';
  if (kind === 'wall') return 'wall';
  return kind === 'error' ? 'error-page' : null;
}

/** Who is behind what was looked up. */
export function whoOf(lookup: Lookup, today: Day): Fact<Who> {
  if (lookup.state === 'damaged') return { state: 'unread', why: 'damaged' };
  if (lookup.state === 'unlisted') return { state: 'unlisted', why: lookup.why };
  const value = profileOf(lookup.slice, lookup.entity, today);
  if (value === null) return { state: 'unread', why: 'damaged' };
  return { state: value.chain.levels.flat().some((node) => node.conflicting) ? 'conflicting' : 'known', value };
}

/** Everything the register says about one entity; null when the register does not hold it. */
export function profileOf(slice: Slice, id: EntityId, today: Day): Who | null {
  const outlet = Object.hasOwn(slice.entities, id) ? slice.entities[id] : undefined;
  if (outlet === undefined) return null;
  const chain = chainOf(slice, id, today);
  const about = (...predicates: Parameters<typeof statementsAbout>[2]) => splitHistory(statementsAbout(slice, id, predicates), today);
  const ofForm = about('has-form');
  const forms = ofForm.current.filter(({ claim }) => 'form' in claim.object);
  const [income, memberships, classified] = [about('funded-by'), about('member-of'), about('classified-by', 'subject-to')];
  return {
    outlet,
    form: onlyForm(forms),
    forms,
    behind: slice.entities[behind(chain, id) ?? ''] ?? null,
    chain,
    income: income.current,
    memberships: memberships.current,
    classified: classified.current,
    history: [...chain.history, ...ofForm.history, ...income.history, ...memberships.history, ...classified.history],
    entities: slice.entities,
  };
}

function onlyForm(forms: Statement[]): Who['form'] {
  const [first, ...rest] = forms;
  if (first === undefined || !('form' in first.claim.object)) return null;
  const { object } = first.claim;
  return rest.every(({ claim }) => sameObject(claim.object, object)) ? { form: object.form, statement: first } : null;
}

/** The one publisher, or else the one whole owner; with two of them, or partners, the sentence at the top names nobody. Who has the say does not own. */
function behind(chain: Chain, id: EntityId): EntityId | null {
  const up = chain.links.filter((link) => link.from === id && !link.statements.some((s) => isPartial(s.claim)));
  for (const relation of ['published-by', 'part-of', 'owned-by'] as const) {
    const [only, second] = up.filter((link) => link.relation === relation);
    if (only === undefined) continue;
    const alone = second === undefined && only.statements.every(({ claim }) => partnersOf(claim).length === 0);
    return alone ? only.to : null;
  }
  return null;
}

function whenOf({ published, modified, undecided }: Observation, today: Day): Fact<When> {
  if (published === null && modified === null) return undecided.date ? { state: 'unread', why: 'undecided-date' } : { state: 'absent' };
  const rivals = published?.rivals ?? [];
  const value: When = {
    published,
    // A change on the day of publication is no news to a reader.
    modified: modified !== null && modified.day === published?.day ? null : modified,
    rivals,
    age: published === null ? null : ageOf(published.day, today),
  };
  return { state: rivals.length > 0 ? 'conflicting' : 'known', value };
}

function paidOf({ paidContent }: Observation): Fact<Found<PaidKind>[]> {
  return paidContent.length > 0 ? { state: 'known', value: paidContent } : { state: 'absent' };
}

function madeOf(observation: Observation): Fact<Made> {
  const { authors, agency, genre, ai, corrections, paywall, syndication } = observation;
  const said = authors.length + agency.length + ai.length + corrections.length > 0 || genre !== null || syndication !== null;
  if (!said) return observation.undecided.authors ? { state: 'unread', why: 'undecided-makers' } : { state: 'absent' };
  return {
    state: 'known',
    value: {
      authors,
      undecided: observation.undecided.authors,
      agencies: agency,
      genre,
      ai,
      corrections,
      paywall: paywall?.value ?? null,
      syndication,
    },
  };
}
