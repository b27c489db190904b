import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { PREDICATES } from './vocabulary';

/** The one layout of the register's files, so that a change shows as the lines that changed. Comments stay where they are. */

const KEYS = [
  'id',
  'by',
  'date',
  'platform',
  'stableId',
  'handle',
  'handles',
  'kind',
  'source',
  'scheme',
  'area',
  'names',
  'name',
  'words',
  'unspecified',
  'noIncomeFrom',
  'lang',
  'nl',
  'en',
  'title',
  'publisher',
  'url',
  'file',
  'archiveUrl',
  'address',
  'numbers',
  'country',
  'ids',
  'host',
  'path',
  'exact',
  'target',
  ...PREDICATES,
  'instrument',
  'capital',
  'votes',
  'scope',
  'jointly',
  'interests',
  'funding',
  'published',
  'publishedInferred',
  'undated',
  'retrieved',
  'readAs',
  'licence',
  'version',
  'from',
  'to',
  'valid',
  'asOf',
  'status',
  'sponsor',
  'controller',
  'payer',
  'period',
  'year',
  'amount',
  'share',
  'collective',
  'planned',
  'response',
  'sources',
  'checked',
  'reviewBy',
  'proof',
  'ad',
  'problems',
  'addresses',
  'links',
  'versions',
  'hosts',
  'accounts',
  'claims',
];

/** On one line where they are read as one thing. */
const FLOW = new Set(['sources', 'handles', 'ids', 'valid', 'capital', 'votes', 'jointly', 'amount', 'funding']);
/** In a notice or election. `names` with two languages; the list of names of an outlet has each on a line of its own. */
const FLOW_MAPS = new Set(['sponsor', 'controller', 'payer', 'publisher', 'period', 'process', 'names']);
const FLOW_LISTS = new Set(['campaignAmount', 'origin', 'targeting', 'channels', 'problems', 'alsoNamed', 'platforms']);

/** The text as it should stand; unreadable text comes back unchanged, for the check to report. */
export function formatted(text: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  arrange(document.contents, '');
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: false });
}

function arrange(node: unknown, key: string): void {
  unquote(node);
  if (isMap(node)) arrangeMap(node, key);
  else if (isSeq(node)) arrangeSeq(node, key);
}

/** Quotes stand only where a text would be read as a number or a list without them: then they are put back by themselves. */
function unquote(node: unknown): void {
  if (isScalar(node) && typeof node.value === 'string' && node.type?.startsWith('QUOTE')) node.type = 'PLAIN';
}

function arrangeMap(node: YAMLMap, key: string): void {
  node.flow =
    FLOW.has(key) ||
    FLOW_MAPS.has(key) ||
    (key !== 'response' && (node.has('unspecified') || node.has('noIncomeFrom') || node.has('words')));
  node.items.sort((a, b) => place(a.key) - place(b.key));
  for (const pair of node.items) {
    unquote(pair.key);
    arrange(pair.value, textOf(pair.key));
    // An empty line before the long lists keeps a file readable.
    const first = pair.key;
    if (isScalar(first))
      first.spaceBefore = !node.flow && (first.value === 'hosts' || first.value === 'accounts' || first.value === 'claims');
  }
}

function arrangeSeq(node: YAMLSeq, key: string): void {
  node.flow = FLOW.has(key) || FLOW_LISTS.has(key);
  // A comment above the first item belongs to that item, not to the list, and moves with it.
  const [first] = node.items;
  if (typeof node.commentBefore === 'string' && isNode(first)) {
    first.commentBefore = node.commentBefore;
    node.commentBefore = null;
  }
  for (const item of node.items) arrange(item, '');
  if (key === 'hosts') node.items.sort((a, b) => compare(hostOf(a), hostOf(b)));
  if (key === 'accounts') node.items.sort((a, b) => compare(accountOf(a), accountOf(b)));
  // Each proof is read as one thing, on a line of its own.
  if (key === 'proof') for (const item of node.items) if (isMap(item)) item.flow = true;
  if (key === 'claims') {
    const wanted = node.items.map((item, index) => ({ item, index, rank: relationOf(item) }));
    wanted.sort((a, b) => a.rank - b.rank || a.index - b.index);
    node.items = wanted.map(({ item }) => item);
  }
}

function place(key: unknown): number {
  const at = KEYS.indexOf(textOf(key));
  return at < 0 ? KEYS.length : at;
}

function textOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function hostOf(item: unknown): string {
  return isMap(item) ? `${String(item.get('host'))}${String(item.get('path') ?? '')}` : '';
}

function accountOf(item: unknown): string {
  if (!isMap(item)) return '';
  const handles = item.get('handles');
  return `${String(item.get('platform'))} ${isSeq(handles) ? JSON.stringify(handles.toJSON()) : ''} ${String(item.get('stableId') ?? '')}`;
}

function relationOf(item: unknown): number {
  if (!isMap(item)) return PREDICATES.length;
  return PREDICATES.findIndex((predicate) => item.has(predicate));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
