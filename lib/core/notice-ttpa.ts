import { first, localName, type Node, nodesIn, plainValue, resolver, typesOf, valuesOf } from './notice-jsonld';
import { organisationName, plainAddress, plainLine, shortWords, statedNumber } from './notice-words';
import {
  type Amount,
  contradictions,
  type Item,
  type MoneyOrigin,
  type NoticeAd,
  type NoticeParty,
  type NoticePeriod,
  type NoticeProblem,
  type NoticeProcess,
  noticeDay,
  type TargetingMethod,
  UNREAD_AD,
} from './notices';

/** A notice as one document states it, before anybody numbers its versions. */
export interface NoticeDraft {
  /** Its own public address. */
  address: string;
  published: string | 'not-stated';
  ad: NoticeAd;
  problems: NoticeProblem[];
}

/**
 * The notices in structured data of the Commission's data model (draft 0.0.3) or of its repository, by local names, in whatever
 * order and nesting. Persons become `{naturalPerson: true}` and addresses, e-mail and free text are not taken along.
 */
export function ttpaNotices(document: unknown): NoticeDraft[] {
  const nodes = nodesIn(document);
  const graph: Graph = { nodes, resolve: resolver(nodes) };
  const notices = unique(nodes.filter((node) => typesOf(node).includes('TransparencyNotice') && Object.keys(node).length > 1));
  return notices.flatMap((notice) => {
    const address = [first(notice, ['url']), notice['@id'], ...valuesOf(notice, ['id', 'seeAlso'])].map((each) =>
      plainAddress(plainValue(each)),
    );
    const own = address.find((each) => each !== null) ?? null;
    return own === null ? [] : [draft(graph, notice, own, notices.length === 1)];
  });
}

interface Graph {
  nodes: readonly Node[];
  resolve: (value: unknown) => Node | null;
}

function draft(graph: Graph, notice: Node, address: string, alone: boolean): NoticeDraft {
  const problems = new Set<NoticeProblem>();
  const fundings = linked(graph, notice, ['hasFunding'], 'Funding', alone);
  const ads = unique([
    ...linked(graph, notice, ['hasPoliticalAdvertisement'], 'PoliticalAdvertisement', alone),
    ...fundings.flatMap((funding) => resolved(graph, funding, ['hasPoliticalAdvertisement'])),
  ]);
  const sponsors = [notice, ...ads].flatMap((node) => resolved(graph, node, ['hasSponsor']));
  const techniques = ads.flatMap((ad) => resolved(graph, ad, ['hasTargeting', 'hasTechnique']));
  const processes = ads.flatMap((ad) => resolved(graph, ad, ['hasElection', 'hasInitiative']));
  const ad: NoticeAd = {
    ...UNREAD_AD,
    sponsor: party(graph, sponsors),
    controller: party(
      graph,
      sponsors.flatMap((node) => resolved(graph, node, ['isControlledBy'])),
    ),
    payer: party(
      graph,
      fundings.flatMap((funding) => resolved(graph, funding, ['hasPayingEntity'])),
    ),
    period: period(ads, problems),
    ...amounts(graph, fundings, problems),
    valuation: fundings.some((funding) => valuesOf(funding, ['calculationMethodology']).length > 0) ? 'withheld' : 'not-stated',
    origin: origin(fundings),
    process: process(processes),
    targeting: targeting(techniques),
    participation: addressOf([...processes, ...ads], ['homepage']),
    repository: 'not-stated',
    complaint: addressOf([notice], ['notificationMechanism']),
    suspension: ads.some((each) => valuesOf(each, ['nonComplianceMechanismInformation']).length > 0) ? 'withheld' : 'not-stated',
  };
  for (const found of contradictions(ad)) problems.add(found);
  const days = [notice, ...ads]
    .flatMap((node) => valuesOf(node, ['modified', 'created', 'dateCreated']))
    .flatMap((value) => noticeDay(plainValue(value)) ?? []);
  return { address, published: days[0] ?? 'not-stated', ad, problems: [...problems] };
}

/** What a property leads to; and where there is one notice only and it leads nowhere, all of that kind. */
function linked(graph: Graph, node: Node, names: readonly string[], type: string, alone: boolean): Node[] {
  const found = resolved(graph, node, names);
  if (found.length > 0 || !alone) return found;
  return unique(graph.nodes.filter((each) => typesOf(each).includes(type) && Object.keys(each).length > 1));
}

function resolved({ resolve }: Graph, node: Node, names: readonly string[]): Node[] {
  return unique(
    valuesOf(node, names).flatMap((value) => {
      const found = resolve(value);
      return found === null ? [] : [found];
    }),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function party(graph: Graph, nodes: readonly Node[]): Item<NoticeParty> {
  const [node] = nodes;
  if (node === undefined) return 'not-stated';
  const named = valuesOf(node, ['legalName', 'alternativeName', 'name', 'prefLabel']).map(plainValue);
  const personal = typesOf(node).includes('Person') || ['familyName', 'givenName'].some((name) => valuesOf(node, [name]).length > 0);
  if (personal) return { naturalPerson: true };
  if (named.length === 0) return 'not-stated';
  const registered = typesOf(node).includes('LegalEntity') || valuesOf(node, ['legalName']).length > 0;
  const name = organisationName(named[0], { registered });
  if (name === null) return 'withheld';
  const kvk = identifiers(graph, node).find((number) => /^\d{8}$/.test(number));
  const country = countryOf(graph, node);
  return { name, ...(kvk === undefined ? {} : { numbers: { kvk } }), ...(country === null ? {} : { country }) };
}

/** Eight figures of an organisation in the Netherlands; of another country they would be another register's. */
function identifiers(graph: Graph, node: Node): string[] {
  if (countryOf(graph, node) !== 'NL') return [];
  return valuesOf(node, ['identifier']).flatMap((value) => {
    const inner = graph.resolve(value);
    const text = inner === null ? plainValue(value) : first(inner, ['notation']);
    return typeof text === 'string' ? [text.trim()] : [];
  });
}

function countryOf(graph: Graph, node: Node): string | null {
  const places = [node, ...resolved(graph, node, ['registeredAddress', 'address'])];
  for (const place of places) {
    const value = first(place, ['country', 'adminUnitL1', 'adminUnitLevel1', 'administrativeUnitLevel1']);
    const code = typeof value === 'string' ? (/(?:^|\/)([A-Z]{2,3})$/.exec(value.trim())?.[1] ?? '') : '';
    if (code.length === 2) return code;
    if (code === 'NLD') return 'NL';
  }
  return null;
}

function period(ads: readonly Node[], problems: Set<NoticeProblem>): Item<NoticePeriod> {
  const read = (names: readonly string[]): string | undefined => {
    const values = ads.flatMap((ad) => names.map((name) => first(ad, [name]))).filter((value) => value !== undefined);
    const days = values.flatMap((value) => noticeDay(value) ?? []);
    if (values.length > 0 && days.length === 0) problems.add('period-unreadable');
    return days[0];
  };
  const from = read(['startDate', 'hasBeginning', 'intendedStartPublicationDate']);
  const to = read(['endDate', 'hasEnd', 'intendedEndPublicationDate']);
  if (from === undefined && to === undefined) return 'not-stated';
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function amounts(graph: Graph, fundings: readonly Node[], problems: Set<NoticeProblem>): Pick<NoticeAd, 'amount' | 'campaignAmount'> {
  const own: Amount[] = [];
  const campaign: Amount[] = [];
  for (const funding of fundings) {
    const of = valuesOf(funding, ['type']).some((type) => /campaign/i.test(String(plainValue(type)))) ? campaign : own;
    for (const money of resolved(graph, funding, ['totalAmount'])) {
      const value = statedNumber(plainText(first(money, ['hasAmountValue', 'value'])));
      const currency = codeOf(first(money, ['hasCurrency', 'currency']));
      if (value === null) problems.add('amount-unreadable');
      else if (!/^[A-Z]{3}$/.test(currency)) problems.add('currency-unclear');
      else if (!of.some((each) => 'value' in each && each.value === value && each.currency === currency)) of.push({ value, currency });
    }
  }
  return { amount: own.length > 0 ? own : 'not-stated', campaignAmount: campaign.length > 0 ? campaign : 'not-stated' };
}

function plainText(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function origin(fundings: readonly Node[]): Item<MoneyOrigin[]> {
  const codes = (names: readonly string[]): string =>
    fundings
      .flatMap((funding) => valuesOf(funding, names))
      .map(codeOf)
      .join(' ');
  const kinds = codes(['nature', 'source']);
  const places = codes(['origin']);
  const found: MoneyOrigin[] = [
    ...(/PUBLIC/i.test(kinds) ? [{ kind: 'public' } as const] : []),
    ...(/PRIVATE/i.test(kinds) ? [{ kind: 'private' } as const] : []),
    ...(/(?:^|[\s_])EU/i.test(places.replace(/NON[_-]?EU/gi, '')) ? [{ from: 'eu' } as const] : []),
    ...(/NON[_-]?EU/i.test(places) ? [{ from: 'outside-eu' } as const] : []),
  ];
  return found.length > 0 ? found : 'not-stated';
}

/** `http://…/currency/EUR` to `EUR`. */
function codeOf(value: unknown): string {
  const plain = plainValue(value);
  const id = typeof plain === 'object' && plain !== null && '@id' in plain ? plain['@id'] : plain;
  return typeof id === 'string' && id.length <= 300 ? localName(id) : '';
}

function process(nodes: readonly Node[]): Item<NoticeProcess> {
  const titles = nodes.flatMap((node) => valuesOf(node, ['title', 'name'])).map((title) => shortWords(plainValue(title)));
  if (titles.length === 0) return 'not-stated';
  const kept = titles.flatMap((title) => title ?? []);
  const words = plainLine(kept.join('; '), 300);
  return words === null ? 'withheld' : { words };
}

function targeting(techniques: readonly Node[]): Item<TargetingMethod[]> {
  if (techniques.length === 0) return 'not-stated';
  const codes = techniques
    .flatMap((node) => valuesOf(node, ['targetingParameters', 'hasPersonalData']))
    .flatMap((value) => shortWords(codeOf(value)) ?? []);
  // A bare number is the place in a list that nobody has but its maker.
  const words = [...new Set(codes.filter((code) => !/^\d+$/.test(code)))].slice(0, 20);
  // A technique without a word that can be kept is a technique all the same.
  return words.length > 0 ? words.map((each) => ({ words: each })) : 'withheld';
}

function addressOf(nodes: readonly Node[], names: readonly string[]): Item<string> {
  const values = nodes.flatMap((node) => valuesOf(node, names)).map(plainValue);
  if (values.length === 0) return 'not-stated';
  return values.flatMap((value) => plainAddress(value) ?? [])[0] ?? 'withheld';
}
