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
const MAX_STEPS = 6_000;

/** The node after (or before) this one in the order of the page, within `root`; what holds no text for readers is passed by. */
function step(root: Node, node: Node, forward: boolean, inside: boolean): Node | null {
  const child = inside ? (forward ? node.firstChild : node.lastChild) : null;
  if (child) return child;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    const sibling = forward ? at.nextSibling : at.previousSibling;
    if (sibling) return sibling;
  }
  return null;
}

/** The text that follows an element, up to `length` characters. */
export function textAfter(root: Element, anchor: Element, length: number): Zone {
  return gather(root, anchor, length, true, false);
}

/** The text before an element, back to `length` characters. */
export function textBefore(root: Element, anchor: Element, length: number): Zone {
  return gather(root, anchor, length, false, false);
}

/** The text within an element, up to `length` characters. */
export function textWithin(root: Element, length: number): Zone {
  return gather(root, root, length, true, true);
}

function gather(root: Element, from: Element, length: number, forward: boolean, inside: boolean): Zone {
  const nodes: { node: Text; parent: Element; text: string }[] = [];
  let total = 0;
  let at = step(root, from, forward, inside);
  for (let steps = 0; at && total < length && steps < MAX_STEPS; steps++) {
    const isText = at.nodeType === 3;
    if (isText) {
      const text = (at.nodeValue ?? '').slice(0, 2_000).replace(/\s+/g, ' ').trim();
      if (text !== '' && at.parentElement) {
        nodes.push({ node: at as Text, parent: at.parentElement, text });
        total += text.length + 1;
      }
    }
    at = step(root, at, forward, at.nodeType === 1 && !SKIP.test((at as Element).localName));
  }
  if (!forward) nodes.reverse();
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
  /related|sidebar|widget|comment|teaser|recommend|promo|popular|most-?read|ticker|newsletter|footer|breadcrumb|menu|latest|carousel|slider|read-?more|see-?also|more-?(?:news|stories)|trending|upcoming|calendar|archive|weather|poll|card-list|disqus|lees-?ook|tweet|twitter|instagram|embed/i;

/**
 * How much less something is worth because it stands beside the article: 0 to 35.
 *
 * @param named what a class name such as "teaser" takes off; less right at the headline, where it is often the article's own
 */
export function besides(element: Element, anchor: Element | null, named = 35): number {
  let less = 0;
  let at: Element | null = element;
  for (let up = 0; at && up < 14; up++, at = at.parentElement) {
    if (anchor && at.contains(anchor)) break;
    const tag = at.localName;
    if (tag === 'body' || tag === 'html') break;
    if (tag === 'aside' || tag === 'nav' || tag === 'footer') less = Math.max(less, 35);
    else if (tag === 'a' && at.hasAttribute('href')) less = Math.max(less, 25);
    else if (tag === 'article' && anchor && (at.ownerDocument.getElementsByTagName('article')[1] ?? null) !== null) less = Math.max(less, 30);
    else if (tag === 'figure' || tag === 'figcaption' || tag === 'blockquote') less = Math.max(less, 30);
    else if (tag === 'li' && less < 10) less = 5;
    const names = `${at.getAttribute('class') ?? ''} ${at.id}`;
    if (names.length > 1 && names.length < 400 && BESIDE.test(names)) less = Math.max(less, named);
  }
  return less;
}
