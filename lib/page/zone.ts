import { type AuthorLine, type LabelKind, MOST_LABELS, type Piece, type Standing, type Zone } from '../core/read/sketch';
import { labelKind } from './label';

const SKIP = /^(?:script|style|noscript|template|svg|select|textarea|iframe|object|math|head)$/;
const MAX_STEPS = 6_000;

interface Stretch {
  node: Node;
  parent: Element;
  text: string;
}

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

/** Text behind (or before) an element, or within it when it is the root itself, up to `length` characters. */
function gather(root: Element, from: Element, length: number, forward: boolean): Stretch[] {
  const found: Stretch[] = [];
  let total = 0;
  let at = step(root, from, forward, root === from);
  for (let steps = 0; at && total < length && steps < MAX_STEPS; steps++) {
    if (at.nodeType === 3) {
      const text = (at.nodeValue ?? '').slice(0, 2_000).replace(/\s+/g, ' ').trim();
      if (text !== '' && at.parentElement) {
        found.push({ node: at, parent: at.parentElement, text });
        total += text.length + 1;
      }
    }
    at = step(root, at, forward, at.nodeType === 1 && !SKIP.test((at as Element).localName));
  }
  return forward ? found : found.reverse();
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|byline|autor\w*|auteur\w*|writer|redacteur|journalist|verfasser|contributor|vcard|fn)(?:$|[\s_-])|author-?name|byline-?name|authorName|articleAuthor|article-?author|post-?author/i;
const NOT_AUTHOR = /bio|avatar|image|social|follow|count/i;

/** The smallest element around a piece of text whose class says that it names the author; not a whole article or biography. */
function authorLine(element: Element): Element | null {
  let at: Element | null = element;
  for (let up = 0; at && up < 4; up++, at = at.parentElement) {
    const names = classOf(at);
    if (names && names.length < 200 && AUTHOR_CLASS.test(names) && !NOT_AUTHOR.test(names))
      return (at.textContent ?? '').length < 300 ? at : null;
    if (/^(?:article|main|body)$/.test(at.localName)) return null;
  }
  return null;
}

/** The text around a headline as pieces: behind it, or before it. */
export function zoneOf(root: Element, anchor: Element, length: number, forward: boolean): { zone: Zone; nodes: Node[] } {
  const found = gather(root, anchor, length, forward);
  const elements: Element[] = [];
  const lines: AuthorLine[] = [];
  const standings = new Map<Element, Standing>();
  const pieces = found.map(({ parent, text }, at): Piece => {
    const standing = standings.get(parent) ?? standingOf(parent, anchor);
    standings.set(parent, standing);
    const element = authorLine(parent);
    let line = element ? elements.indexOf(element) : -1;
    if (element && line < 0) {
      line = elements.push(element) - 1;
      const members = found.flatMap(({ node }, i) => (element.contains(node) ? [i] : []));
      lines.push({ ...standingOf(element, anchor), members: members.slice(0, 12) });
    }
    const isNear = forward ? at < MOST_LABELS : at >= found.length - MOST_LABELS;
    return pieceOf(parent, text, standing, line, isNear ? labelKind(parent, text, anchor, forward) : 'none');
  });
  return { zone: { pieces, lines }, nodes: found.map(({ node }) => node) };
}

/** Text within an element as pieces; how it stands is found out only for pieces with a digit, which can hold a date. */
export function piecesWithin(root: Element, length: number, anchor: Element | null): Piece[] {
  return gather(root, root, length, true).map(({ parent, text }) =>
    pieceOf(parent, text, /\d/.test(text) ? standingOf(parent, anchor) : { less: 0, named: false }, -1),
  );
}

export function pieceOf(element: Element, text: string, standing: Standing, line: number, label: LabelKind = 'none'): Piece {
  const first = /^[\w-]{1,40}/.exec(classOf(element).trim())?.[0];
  return {
    ...standing,
    text,
    place: first ? `${element.localName}.${first}` : element.localName,
    inTime: element.closest('time') !== null,
    line,
    label,
  };
}

export function classOf(element: Element | null): string {
  return element?.getAttribute('class') ?? '';
}

/** Named after what is never the article's own; and after what themes also call parts of an article's header. */
const BESIDE = /related|sidebar|comment|disqus|newsletter|footer|most-?read|popular|recommend|tweet|twitter|instagram|embed/i;
const PERHAPS =
  /widget|teaser|promo|ticker|breadcrumb|menu|latest|carousel|slider|read-?more|see-?also|more-?(?:news|stories)|trending|upcoming|calendar|archive|weather|poll|card-list|lees-?ook/i;

/** Whether an element stands beside the article that the anchor is the headline of. */
export function standingOf(element: Element, anchor: Element | null): Standing {
  let less = 0;
  let named = false;
  let at: Element | null = element;
  for (let up = 0; at && up < 14; up++, at = at.parentElement) {
    const tag = at.localName;
    if (tag === 'body' || tag === 'html' || (anchor && at.contains(anchor))) break;
    if (/^(?:aside|nav|footer)$/.test(tag)) less = Math.max(less, 35);
    else if (tag === 'a' && at.hasAttribute('href')) less = Math.max(less, 25);
    // A page with one article has no teasers that are articles.
    else if (tag === 'article' && anchor && at.ownerDocument.getElementsByTagName('article')[1]) less = Math.max(less, 30);
    else if (/^(?:figure|figcaption|blockquote)$/.test(tag)) less = Math.max(less, 45);
    else if (tag === 'li' && less < 10) less = 5;
    const names = `${classOf(at)} ${at.getAttribute('id') ?? ''}`;
    if (names.length < 2 || names.length > 400) continue;
    if (BESIDE.test(names)) less = Math.max(less, 35);
    else named ||= PERHAPS.test(names);
  }
  return { less, named };
}
