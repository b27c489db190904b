/** A stretch of a page's text with the nodes it comes from. */
export interface Zone {
  text: string;
  pieces: Piece[];
}

export interface Piece {
  start: number;
  node: Text;
  parent: Element;
}

const SKIP = /^(?:script|style|noscript|template|svg|select|textarea|iframe|object|math|head)$/;
const ACCEPT = 1;
const REJECT = 2;
const PASS = 3;
const MAX_STEPS = 4_000;

function walkerOf(root: Node): TreeWalker {
  // SHOW_ELEMENT | SHOW_TEXT
  return (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 5, (node) => {
    if (node.nodeType !== 3) return SKIP.test((node as Element).localName) ? REJECT : PASS;
    return node.nodeValue && node.nodeValue.trim() !== '' ? ACCEPT : PASS;
  });
}

/** The text that follows an element, up to `length` characters. */
export function textAfter(root: Element, anchor: Element, length: number): Zone {
  const walker = walkerOf(root);
  let last: Node = anchor;
  while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  return gather(() => walker.nextNode(), length, false);
}

/** The text before an element, back to `length` characters. */
export function textBefore(root: Element, anchor: Element, length: number): Zone {
  const walker = walkerOf(root);
  walker.currentNode = anchor;
  return gather(() => walker.previousNode(), length, true);
}

/** The text within an element, up to `length` characters. */
export function textWithin(root: Element, length: number): Zone {
  const walker = walkerOf(root);
  return gather(() => walker.nextNode(), length, false);
}

function gather(next: () => Node | null, length: number, backwards: boolean): Zone {
  const nodes: { node: Text; parent: Element; text: string }[] = [];
  let total = 0;
  for (let steps = 0; total < length && steps < MAX_STEPS; steps++) {
    const node = next();
    if (!node) break;
    const parent = node.parentElement;
    if (!parent) continue;
    const text = (node.nodeValue ?? '').slice(0, 2_000).replace(/\s+/g, ' ').trim();
    nodes.push({ node: node as Text, parent, text });
    total += text.length + 1;
  }
  if (backwards) nodes.reverse();
  const pieces: Piece[] = [];
  let text = '';
  for (const item of nodes) {
    pieces.push({ start: text.length, node: item.node, parent: item.parent });
    text += `${item.text} `;
  }
  return { text, pieces };
}

/** The piece in which a position of the zone's text lies. */
export function pieceAt(zone: Zone, index: number): Piece | null {
  let found: Piece | null = null;
  for (const piece of zone.pieces) {
    if (piece.start > index) break;
    found = piece;
  }
  return found;
}

const BESIDE =
  /related|sidebar|widget|comment|teaser|recommend|promo|popular|most-?read|ticker|newsletter|footer|breadcrumb|menu|latest|carousel|slider|read-?more|see-?also|more-?(?:news|stories)|trending|upcoming|calendar|archive|weather|poll|card-list|disqus|lees-?ook/i;

/** How much less something is worth because it stands beside the article: 0, or up to 45. */
export function besides(element: Element, anchor: Element | null): number {
  let less = 0;
  let at: Element | null = element;
  for (let up = 0; at && up < 14; up++, at = at.parentElement) {
    if (anchor && at.contains(anchor)) break;
    const tag = at.localName;
    if (tag === 'body' || tag === 'html') break;
    if (tag === 'aside' || tag === 'nav' || tag === 'footer') less = Math.max(less, 35);
    else if (tag === 'a' && at.hasAttribute('href')) less = Math.max(less, 25);
    else if (tag === 'article' && anchor) less = Math.max(less, 30);
    else if (tag === 'li' && less < 10) less = 5;
    const named = `${at.getAttribute('class') ?? ''} ${at.id}`;
    if (named.length > 1 && named.length < 400 && BESIDE.test(named)) less = Math.max(less, 35);
  }
  return less;
}
