import type { Claim, ClaimObject, Entity, HostRule, Interest, OutletForm, Predicate, Source } from '../../lib/core/register';
import type { Compiled } from './compile';

export interface GenerateWishes {
  /** How many registrable domains. */
  domains: number;
  /** The same seed gives the same register. */
  seed: number;
  /** Share of the domains, from 0 up to 1 and spread evenly, whose outlet changed hands on the next day. */
  changed: number;
}

const DAY = '2026-11-23';
const NEXT_DAY = '2026-11-24';
const REVIEW = '2027-11-23';

const PLACES =
  'noord zuid oost west rijn maas waal linge ijssel vecht amstel zaan schelde dommel berkel eem kromme hollandse brabantse zeeuwse friese drentse gooise veluwse twentse limburgse betuwse'.split(
    ' ',
  );
const MIDDLES =
  'polder dijk haven heide duin bos molen brug markt stad streek kust veen dal berg oever sluis poort kerk plein veld meer wijk dorp land'.split(
    ' ',
  );
const TITLES =
  'post bode krant blad nieuws courant koerier vandaag journaal omroep gids spiegel wekker klok echo tribune stem weekblad actueel online'.split(
    ' ',
  );
const LAST = 'jansen bakker visser smit meijer mulder bos vos peters hendriks dekker brouwer dijkstra vermeer kok jacobs schouten'.split(
  ' ',
);
const FORMS: readonly OutletForm[] = ['website', 'local-newspaper', 'regional-newspaper', 'magazine', 'trade-magazine', 'radio-station'];
const COUNTRIES = ['NL', 'BE', 'DE', 'FR', 'GB', 'US', 'ES', 'IT', 'PL', 'SE'] as const;

/**
 * An invented register of any size, straight in its compiled shape, to measure with. Made after the real one: most outlets
 * belong to groups, a few of which are very large; chains of one to four owners that end in a family, a foundation, a
 * listed company or in "not disclosed"; an imprint of its own as source for each outlet and shared reports for each group;
 * one domain in twenty with a section that has its own outlet, one in thirty with a second host; a fifth Dutch or Flemish.
 * Every name is under `.example`.
 */
export function generate({ domains, seed, changed }: GenerateWishes): Compiled {
  const chance = chances(seed);
  const checked = changed > 0 ? NEXT_DAY : DAY;
  const made: Compiled = {
    entities: new Map(),
    claims: [],
    sources: new Map(),
    hosts: new Map(),
    accounts: new Map(),
    notices: new Map(),
    general: null,
    checked,
  };
  const associations = Array.from({ length: 12 }, (_, at) =>
    addEntity(made, { id: `vereniging-${at}`, kind: 'association', name: `Vereniging van Uitgevers ${at}`, country: null }),
  );
  const groups = addGroups(made, Math.max(1, Math.round(domains / 25)), chance);
  // Every so manieth domain changed, beginning in the middle of the first stretch.
  const stride = changed > 0 ? Math.max(1, Math.round(1 / changed)) : 0;
  for (let at = 0; at < domains; at++) {
    const sold = stride > 0 && at % stride === stride >> 1;
    addDomain(made, at, { chance: chances(seed ^ Math.imul(at + 1, 0x9e3779b1)), groups, associations, sold });
  }
  made.claims.sort((a, b) => order(a.id, b.id));
  return { ...made, entities: sorted(made.entities), sources: sorted(made.sources), hosts: sorted(made.hosts) };
}

interface Group {
  publisher: string;
  sources: string[];
}

/** A publisher with the owners above it. Sources: an annual report and an entry in a trade register. */
function addGroups(made: Compiled, count: number, chance: Chance): Group[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `${title(chance, PLACES)} ${title(chance, MIDDLES)} media`;
    const sources = [
      addSource(made, `groep-${at}-jaarverslag-2025`, `Jaarverslag 2025 van ${name}`, name, 'self', `groep-${at}.example`),
      addSource(made, `groep-${at}-handelsregister`, `Uittreksel van ${name}`, 'Handelsregister', 'register', 'handelsregister.example'),
    ];
    const country = countryOf(chance);
    const publisher = addEntity(made, { id: `groep-${at}`, kind: 'organisation', name, country, kvk: number8(chance) });
    addClaim(made, publisher, 'has-form', { legalForm: 'company' }, sources.slice(1));
    let above = publisher;
    const length = Math.floor(chance() * 3);
    for (let step = 1; step <= length; step++) {
      const holding = addEntity(made, {
        id: `groep-${at}-holding-${step}`,
        kind: 'organisation',
        name: `${name} Holding ${step}`,
        country,
      });
      addClaim(made, above, 'owned-by', { entity: holding }, sources, { interests: [shares(chance)] });
      above = holding;
    }
    addEnd(made, above, at, sources, chance);
    return { publisher, sources };
  });
}

function addEnd(made: Compiled, above: string, at: number, sources: string[], chance: Chance): void {
  const kind = chance();
  const family = `${title(chance, LAST)}-${title(chance, LAST)}`;
  if (kind < 0.4) {
    const owner = addEntity(made, { id: `familie-${at}`, kind: 'family', name: `Familie ${family}`, country: null });
    addClaim(made, above, 'owned-by', { entity: owner }, sources, { interests: [shares(chance)] });
  } else if (kind < 0.7) {
    const trust = addEntity(made, { id: `stichting-${at}`, kind: 'foundation', name: `Stichting ${family}`, country: 'NL' });
    addClaim(made, above, 'controlled-by', { entity: trust }, sources, {
      interests: [{ instrument: 'priority-share', votes: 'majority', scope: 'group' }],
    });
    addClaim(made, trust, 'governance-appointed-by', { words: 'het bestuur zelf', lang: 'nl' }, sources);
  } else if (kind < 0.85) addClaim(made, above, 'has-form', { legalForm: 'listed-company' }, sources.slice(1));
  else addClaim(made, above, 'owned-by', { unspecified: 'not-disclosed' }, sources.slice(0, 1));
}

interface Surroundings {
  chance: Chance;
  groups: Group[];
  associations: string[];
  sold: boolean;
}

function addDomain(made: Compiled, at: number, { chance, groups, associations, sold }: Surroundings): void {
  const label = `${pick(chance, PLACES)}${pick(chance, MIDDLES)}${pick(chance, TITLES)}`;
  const host = `${label}-${at.toString(36)}.example`;
  const country = countryOf(chance);
  const outlet = addOutlet(made, `${label}-${at.toString(36)}`, host, undefined, country, chance);
  const { id, imprint } = outlet;
  // Squaring the chance makes a few groups very large.
  const group = groups[Math.floor(chance() ** 2 * groups.length)];
  if (chance() < 0.6 && group !== undefined) {
    addClaim(made, id, 'published-by', { entity: group.publisher }, [imprint, ...group.sources.slice(0, 1)], { asOf: '2025-12' });
  } else {
    const name = `Uitgeverij ${title(chance, MIDDLES)} ${title(chance, LAST)}`;
    const own = addEntity(made, { id: `${id}-uitgever`, kind: 'organisation', name, country, kvk: number8(chance) });
    addClaim(made, id, 'published-by', { entity: own }, [imprint]);
    addClaim(made, own, 'owned-by', chance() < 0.5 ? { unspecified: 'not-disclosed' } : { unspecified: 'no-owner' }, [imprint]);
  }
  addFunding(made, id, imprint, chance);
  const association = associations[Math.floor(chance() * associations.length)];
  if (chance() < 0.3 && association !== undefined) addClaim(made, id, 'member-of', { entity: association }, [imprint]);
  if (chance() < 0.05) {
    const section = addOutlet(made, `${id}-regio`, host, '/regio', country, chance);
    addClaim(made, section.id, 'part-of', { entity: id }, [section.imprint]);
  }
  if (chance() < 0.03) rulesOf(made, host).push(ruleFor(`app.${host}`, undefined, id, imprint));
  const buyer = groups[Math.floor(chance() * groups.length)];
  if (sold && buyer !== undefined) addSale(made, id, buyer, host);
}

/** What a keeper writes down on the next day: the outlet was sold, and one source says so. */
function addSale(made: Compiled, id: string, buyer: Group, host: string): void {
  const source = addSource(made, `${id}-verkoop`, 'Verkoop van de titel afgerond', `Redactie ${host}`, 'press', host, NEXT_DAY);
  addClaim(made, id, 'owned-by', { entity: buyer.publisher }, [source], { asOf: '2026-11', valid: { from: '2026-11' } }, NEXT_DAY);
}

function addOutlet(made: Compiled, id: string, host: string, path: string | undefined, country: string | null, chance: Chance) {
  const name = `${title(chance, ['De', 'Het', 'Nieuwe', 'Groene', 'Vrije'])} ${title(chance, MIDDLES)} ${title(chance, TITLES)}`;
  addEntity(made, { id, kind: 'outlet', name, country });
  const imprint = addSource(made, `${id}-colofon`, `Colofon van ${name}`, name, 'self', `${host}${path ?? ''}`);
  rulesOf(made, host).push(ruleFor(host, path, id, imprint));
  addClaim(made, id, 'has-form', { form: pick(chance, FORMS) }, [imprint]);
  return { id, imprint };
}

function addFunding(made: Compiled, id: string, imprint: string, chance: Chance): void {
  if (chance() < 0.5)
    addClaim(made, id, 'funded-by', { words: 'adverteerders', lang: 'nl' }, [imprint], { funding: { kind: 'advertisers' } });
  if (chance() >= 0.25) return;
  const year = 2020 + Math.floor(chance() * 6);
  const amount = { value: Math.round(chance() * 90_000) + 5000, currency: 'EUR' } as const;
  addClaim(made, id, 'funded-by', { words: 'subsidie van de gemeente', lang: 'nl' }, [imprint], {
    funding: { kind: 'public-money', year, amount },
  });
}

interface NewEntity {
  id: string;
  kind: Entity['kind'];
  name: string;
  country: string | null;
  kvk?: string;
}

function addEntity(made: Compiled, { id, kind, name, country, kvk }: NewEntity): string {
  made.entities.set(id, { id, kind, names: [{ name }], country, ids: kvk === undefined ? {} : { kvk } });
  return id;
}

function addSource(made: Compiled, id: string, title: string, publisher: string, kind: Source['kind'], at: string, day = DAY): string {
  const licence = 'facts';
  const url = `https://www.${at}/over-ons/${id}`;
  made.sources.set(id, { id, url, title, publisher, kind, ...(kind === 'self' ? {} : { published: day }), retrieved: day, licence });
  return id;
}

type More = Pick<Claim, 'asOf' | 'valid' | 'interests' | 'funding'>;

function addClaim(
  made: Compiled,
  subject: string,
  predicate: Predicate,
  object: ClaimObject,
  sources: string[],
  more: More = {},
  day = DAY,
): void {
  const key = Object.values(object)[0]?.replaceAll(' ', '-') ?? '';
  const status = predicate === 'published-by' || predicate === 'has-form' ? 'self-declared' : 'sourced';
  made.claims.push({
    id: `${subject}/${predicate}/${key}`,
    subject,
    predicate,
    object,
    checked: day,
    reviewBy: REVIEW,
    status,
    sources,
    ...more,
  });
}

function rulesOf(made: Compiled, host: string): HostRule[] {
  const rules = made.hosts.get(host) ?? [];
  made.hosts.set(host, rules);
  return rules;
}

function ruleFor(host: string, pathPrefix: string | undefined, entity: string, source: string): HostRule {
  return { host, match: 'subtree', ...(pathPrefix === undefined ? {} : { pathPrefix }), target: { entity }, sources: [source] };
}

function shares(chance: Chance): Interest {
  return { instrument: 'ordinary-share', capital: { exact: 1 + Math.floor(chance() * 100) }, scope: 'group' };
}

/** From 0 up to 1. */
type Chance = () => number;

/** Mulberry32: small, and the same everywhere. */
function chances(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T extends string>(chance: Chance, from: readonly T[]): T {
  const found = from[Math.floor(chance() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function title(chance: Chance, from: readonly string[]): string {
  const word = pick(chance, from);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** A fifth of them Dutch or Flemish. */
function countryOf(chance: Chance): string | null {
  const at = chance();
  if (at < 0.15) return 'NL';
  if (at < 0.2) return 'BE';
  return COUNTRIES[2 + Math.floor(chance() * (COUNTRIES.length - 2))] ?? null;
}

function number8(chance: Chance): string {
  return String(Math.floor(chance() * 100_000_000)).padStart(8, '0');
}

function sorted<T>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => order(a, b)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
