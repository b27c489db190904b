/**
 * Structured data by local names. The namespace of the Commission's data model is not settled, so `ttpa:TransparencyNotice`,
 * `http://example.org/TransparencyNotice` and `TransparencyNotice` are one. Whatever a page holds may be handed over: depth,
 * number and length are bounded, and nothing is thrown.
 */

export type Node = Record<string, unknown>;

const MAX_DEPTH = 12;
const MAX_NODES = 5_000;
const MAX_TYPES = 20;

export type NoticeType = 'TransparencyNotice' | 'PoliticalAdvertisement';

const NOTICE_TYPES = ['TransparencyNotice', 'PoliticalAdvertisement'] as const satisfies readonly NoticeType[];
const TYPES: ReadonlySet<string> = new Set(NOTICE_TYPES);

/** How openTTPA marks its notices, letter for letter; no article is a bare `CreativeWork`. */
const BASED_ON = 'Regulation (EU) 2024/900';

function kindsOf(node: Node): NoticeType[] {
  const types = typesOf(node);
  const open = types.length === 1 && types[0] === 'CreativeWork' && plainValue(node.isBasedOn) === BASED_ON;
  return [...types.filter((type): type is NoticeType => TYPES.has(type)), ...(open ? (['TransparencyNotice'] as const) : [])];
}

/** What a JSON-LD block says it is; null when it is neither. What a node at the top is about, or mentions, is not what the page is. */
export function noticeIn(jsonld: unknown): { types: NoticeType[]; address: string | null } | null {
  const nodes = topNodes(jsonld).flatMap((node) => {
    const kinds = kindsOf(node);
    return kinds.length === 0 ? [] : [{ node, kinds }];
  });
  if (nodes.length === 0) return null;
  const types = NOTICE_TYPES.filter((type) => nodes.some(({ kinds }) => kinds.includes(type)));
  const notice = nodes.find(({ kinds }) => kinds.includes('TransparencyNotice'))?.node;
  const id = notice === undefined ? undefined : first(notice, ['url', 'id', 'seeAlso']);
  return { types, address: typeof id === 'string' && /^https?:\/\/[^\s/]/.test(id) && id.length <= 2000 ? id : null };
}

/** The block itself, the items of a list, and those of `@graph`. */
function topNodes(jsonld: unknown): Node[] {
  const objects = (value: unknown): Node[] =>
    (Array.isArray(value) ? value.slice(0, MAX_NODES) : [value]).filter(
      (each): each is Node => typeof each === 'object' && each !== null && !Array.isArray(each),
    );
  return objects(jsonld)
    .flatMap((node) => [node, ...objects(node['@graph'])])
    .slice(0, MAX_NODES);
}

/** Every object in it, at most so many and so deep. */
export function nodesIn(value: unknown): Node[] {
  const found: Node[] = [];
  const visit = (each: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_NODES || typeof each !== 'object' || each === null) return;
    if (!Array.isArray(each)) found.push(each as Node);
    for (const inner of Object.values(each)) visit(inner, depth + 1);
  };
  visit(value, 0);
  return found;
}

/** Whether there is more in it than is looked at. */
export function tooLarge(value: unknown): boolean {
  let count = 0;
  const visit = (each: unknown, depth: number): boolean => {
    if (typeof each !== 'object' || each === null) return false;
    count += 1;
    return depth > MAX_DEPTH || count > MAX_NODES || Object.values(each).some((inner) => visit(inner, depth + 1));
  };
  return visit(value, 0);
}

/** Local names of `@type` or `type`. */
export function typesOf(node: Node): string[] {
  const stated = [node['@type'] ?? node.type].flat().slice(0, MAX_TYPES);
  return stated.flatMap((type) => (typeof type === 'string' && type.length <= 300 ? [localName(type)] : []));
}

/** `http://example.org/hasFunding`, `ttpa:hasFunding` and `PoliticalAdvertisement.hasFunding` to `hasFunding`. */
export function localName(name: string): string {
  return /[^/#:.]*$/.exec(name)?.[0] ?? '';
}

/** The values of these properties, in their order, in any namespace; lists are opened. */
export function valuesOf(node: Node, names: readonly string[]): unknown[] {
  const keys = Object.keys(node);
  const found = names.flatMap((name) => keys.filter((key) => localName(key.replace(/^@/, '')) === name));
  return found.flatMap((key) => [node[key]].flat()).slice(0, 100);
}

/** The first value as text, number or object: `{"@value": x}` becomes x. */
export function first(node: Node, names: readonly string[]): unknown {
  return plainValue(valuesOf(node, names)[0]);
}

export function plainValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return '@value' in value ? value['@value'] : value;
}

/** Resolves references inside one document: a text or `{"@id": …}` that is the id of a node becomes that node. */
export function resolver(nodes: readonly Node[]): (value: unknown) => Node | null {
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node['@id'];
    // A bare reference has nothing but its id, and must not stand in for what it refers to.
    if (typeof id === 'string' && (Object.keys(node).length > 1 || !byId.has(id))) {
      const known = byId.get(id);
      if (known === undefined || Object.keys(known).length === 1) byId.set(id, node);
    }
  }
  return (value) => {
    if (typeof value === 'string') return byId.get(value) ?? null;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const node = value as Node;
    const id = node['@id'];
    return Object.keys(node).length === 1 && typeof id === 'string' ? (byId.get(id) ?? node) : node;
  };
}
