import { findHost, type HostAnswer } from './hosts';
import type { Claim, Entity, EntityId, HostRule, OutletForm } from './register';
import { nameOf } from './statements';

/** The register made ready for searching, once: folding thousands of names on every key press takes too long. */
export interface SearchIndex {
  /** By name. */
  entries: readonly Entry[];
  byId: ReadonlyMap<EntityId, Entry>;
  hosts: ReadonlyMap<string, readonly HostRule[]>;
  /** How many entities each group has, in the order of `GROUPS`; groups without any are left out. */
  groups: readonly { group: Group; count: number }[];
}

interface Entry {
  entity: Entity;
  forms: readonly OutletForm[];
  groups: readonly Group[];
  hosts: readonly string[];
  pieces: readonly Piece[];
}

interface Piece {
  why: Why;
  text: string;
  folded: string;
}

/** Where the words of a query were found. `address`: the query is an address of this entity's. */
export type Why = 'name' | 'other-name' | 'former-name' | 'host' | 'number' | 'address';

export interface SearchResult {
  entity: Entity;
  /** What kind of outlet it is, where the register says so. */
  form: OutletForm | null;
  hosts: readonly string[];
  /** What matched beside the name itself, as it is written there. */
  matches: { why: Why; text: string }[];
}

/** Plain ways into the register, for who does not know what to look for. */
export const GROUPS = [
  'newspapers',
  'magazines',
  'broadcasters',
  'sites',
  'agencies',
  'other-outlets',
  'organisations',
  'foundations',
  'associations',
  'people',
  'public-bodies',
] as const;
export type Group = (typeof GROUPS)[number];

const FORMS: Partial<Record<OutletForm, Group>> = {
  'national-newspaper': 'newspapers',
  'regional-newspaper': 'newspapers',
  'local-newspaper': 'newspapers',
  newspaper: 'newspapers',
  magazine: 'magazines',
  'trade-magazine': 'magazines',
  website: 'sites',
  'video-service': 'broadcasters',
  'radio-station': 'broadcasters',
  'television-channel': 'broadcasters',
  'news-agency': 'agencies',
  'national-public-broadcaster': 'broadcasters',
  'regional-public-broadcaster': 'broadcasters',
  'local-public-broadcaster': 'broadcasters',
  'public-broadcaster': 'broadcasters',
  broadcaster: 'broadcasters',
};

const KINDS: Record<Exclude<Entity['kind'], 'outlet'>, Group> = {
  organisation: 'organisations',
  foundation: 'foundations',
  association: 'associations',
  person: 'people',
  family: 'people',
  'public-body': 'public-bodies',
};

/** @param hosts rules by registrable domain, as in a part */
export function searchIndex(
  entities: Iterable<Entity>,
  claims: Iterable<Claim>,
  hosts: Readonly<Record<string, readonly HostRule[]>>,
): SearchIndex {
  const ownHosts = hostsByEntity(Object.values(hosts).flat());
  const forms = formsByEntity(claims);
  const { compare } = new Intl.Collator('nl');
  const entries = [...entities]
    .map((entity): Entry => {
      const own = ownHosts.get(entity.id) ?? [];
      const its = forms.get(entity.id) ?? [];
      return { entity, forms: its, hosts: own, groups: groupsOf(entity, its), pieces: piecesOf(entity, own) };
    })
    .sort((a, b) => compare(nameOf(a.entity), nameOf(b.entity)));
  const counts = new Map<Group, number>();
  for (const group of entries.flatMap(({ groups }) => groups)) counts.set(group, (counts.get(group) ?? 0) + 1);
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.entity.id, entry])),
    hosts: new Map(Object.entries(hosts)),
    groups: GROUPS.flatMap((group) => ((counts.get(group) ?? 0) === 0 ? [] : [{ group, count: counts.get(group) ?? 0 }])),
  };
}

/**
 * Entities of which a name, former name, host or number holds every word of the query, whatever its accents and capitals. A name
 * that begins with the query comes first, then a name with it in, then everything else; within these by name. No fuzzy matches: a
 * name that merely looks alike is another name.
 */
export function search(index: SearchIndex, query: string, group: Group | null = null): SearchResult[] {
  const folded = fold(query);
  const words = folded.split(' ').filter((word) => word !== '');
  // The entries stand in the order of their names: a list for each rank keeps it without sorting.
  const ranked: SearchResult[][] = [];
  for (const entry of index.entries) {
    if (group !== null && !entry.groups.includes(group)) continue;
    if (!words.every((word) => entry.pieces.some((piece) => piece.folded.includes(word)))) continue;
    const rank = rankOf(entry, folded, words);
    const list = ranked[rank] ?? [];
    ranked[rank] = list;
    list.push(resultOf(entry, words));
  }
  return ranked.flat();
}

/** Whose address is this? Null when the query is no address; the scheme may be missing. */
export function addressIn(index: SearchIndex, query: string): { answer: HostAnswer; owner: SearchResult | null } | null {
  const typed = query.trim();
  const schemeless = /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(typed);
  if (!schemeless && !/^https?:\/\/\S+$/i.test(typed)) return null;
  const answer = findHost(schemeless ? `https://${typed}` : typed, (domain) => index.hosts.get(domain) ?? []);
  const entry = answer.kind === 'entity' ? index.byId.get(answer.entity) : undefined;
  if (answer.kind !== 'entity' || entry === undefined) return { answer, owner: null };
  const { host, pathPrefix = '' } = answer.rule;
  return { answer, owner: { ...resultOf(entry, []), matches: [{ why: 'address', text: host + pathPrefix }] } };
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Of a word that the name holds nothing needs saying; of any other the piece that holds it. */
function resultOf({ entity, forms, hosts, pieces }: Entry, words: readonly string[]): SearchResult {
  const [form = null] = forms;
  const name = pieces[0]?.folded ?? '';
  if (words.every((word) => name.includes(word))) return { entity, form, hosts, matches: [] };
  const matches = words.flatMap((word) => {
    const piece = pieces.find(({ folded }) => folded.includes(word));
    return piece === undefined || piece.why === 'name' ? [] : [{ why: piece.why, text: piece.text }];
  });
  return { entity, form, hosts, matches: [...new Map(matches.map((match) => [`${match.why} ${match.text}`, match])).values()] };
}

function rankOf({ pieces }: Entry, query: string, words: readonly string[]): number {
  const [name] = pieces;
  if (name === undefined || query === '') return 0;
  if (name.folded.startsWith(query)) return 0;
  if (` ${name.folded}`.includes(` ${query}`)) return 1;
  if (pieces.some(({ folded }) => folded.startsWith(query))) return 2;
  return words.every((word) => name.folded.includes(word)) ? 3 : 4;
}

function piecesOf({ names, ids }: Entity, hosts: readonly string[]): Piece[] {
  const piece = (why: Why, text: string): Piece => ({ why, text, folded: fold(text) });
  return [
    ...names.map(({ name, valid }, i) => piece(i === 0 ? 'name' : valid?.to === undefined ? 'other-name' : 'former-name', name)),
    ...hosts.map((host) => piece('host', host)),
    ...Object.values(ids).map((number) => piece('number', number)),
  ];
}

function groupsOf({ kind }: Entity, forms: readonly OutletForm[]): Group[] {
  if (kind !== 'outlet') return [KINDS[kind]];
  const groups = new Set(forms.flatMap((form) => FORMS[form] ?? []));
  return groups.size === 0 ? ['other-outlets'] : [...groups];
}

function formsByEntity(claims: Iterable<Claim>): Map<EntityId, OutletForm[]> {
  const forms = new Map<EntityId, OutletForm[]>();
  for (const { subject, object, status } of claims) {
    if ('form' in object && status !== 'superseded' && status !== 'withdrawn')
      forms.set(subject, [...(forms.get(subject) ?? []), object.form]);
  }
  return forms;
}

function hostsByEntity(rules: Iterable<HostRule>): Map<EntityId, string[]> {
  const hosts = new Map<EntityId, string[]>();
  for (const { host, pathPrefix, target } of rules) {
    if (typeof target !== 'string') hosts.set(target.entity, [...(hosts.get(target.entity) ?? []), host + (pathPrefix ?? '')]);
  }
  return hosts;
}
