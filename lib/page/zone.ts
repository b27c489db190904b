import { type AuthorLine, type LabelKind, MOST_LABELS, type Piece, type Standing, type Zone } from '../core/read/sketch';
import { startOf } from './bounded';
import { labelKind } from './label';
import { parentElement, unlessPlugin } from './nodes';
import { underHeadings } from './under';

/** Holds no text for readers. */
const SKIP = 'script,style,noscript,template,svg,select,textarea,iframe,object,math,head';
const MAX_STEPS = 6_000;

interface Stretch {
  node: Node;
  parent: Element;
  text: string;
}

/**
 * Stretches of text behind (or before) an element, or within it when it is the root itself, until there are `length` characters; the last
 * one is not cut for that. Of one stretch no more than 2,000 characters are taken.
 */
function gather(root: Element, from: Element, length: number, forward: boolean): Stretch[] {
  const found: Stretch[] = [];
  const inside = root === from;
  // The browser goes past everything that is no text by itself.
  const walker = from.ownerDocument.createTreeWalker(root.contains(from) ? root : from.ownerDocument, 4);
  walker.currentNode = from;
  const next = (): Node | null => (forward ? walker.nextNode() : walker.previousNode());
  let total = 0;
  for (let node = next(), steps = 0; node && total < length && steps < MAX_STEPS; node = next(), steps++) {
    const text = (node.nodeValue ?? '').slice(0, 2_000).trim().replace(/\s+/g, ' ');
    const parent = text === '' ? null : node.parentElement;
    if (parent === null || Element.prototype.closest.call(parent, SKIP) !== null || (forward && !inside && from.contains(node))) continue;
    found.push({ node, parent, text });
    total += text.length + 1;
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
      return startOf(at, 300).length < 300 ? at : null;
    if (/^(?:article|main|body)$/.test(at.localName)) return null;
  }
  return null;
}

/** The text around a headline as pieces: behind it, or before it. */
export function zoneOf(root: Element, anchor: Element, length: number, forward: boolean, standingOf: StandingOf): Place & { zone: Zone } {
  const found = gather(root, anchor, length, forward);
  const elements: Element[] = [];
  const lines: AuthorLine[] = [];
  const authorLines = new Map<Element, Element | null>();
  const under = forward ? underHeadings(found, anchor) : [];
  const pieces = found.map(({ parent, text }, at): Piece => {
    const standing = standingOf(parent);
    const known = authorLines.get(parent);
    const element = known === undefined ? authorLine(parent) : known;
    if (known === undefined) authorLines.set(parent, element);
    let line = element ? elements.indexOf(element) : -1;
    if (element && line < 0) {
      line = elements.push(element) - 1;
      const members = found.flatMap(({ node }, i) => (element.contains(node) ? [i] : []));
      lines.push({ ...standingOf(element), members: members.slice(0, 12) });
    }
    const isNear = forward ? at < MOST_LABELS : at >= found.length - MOST_LABELS;
    return pieceOf(parent, text, standing, { line, label: isNear ? labelKind(parent, text, anchor, forward) : 'none', under: under[at] });
  });
  return { zone: { pieces, lines }, pieces, nodes: found.map(({ node }) => node) };
}

/** Text within an element as pieces; how it stands is found out only for pieces with a digit, which can hold a date. */
export function piecesWithin(root: Element, anchor: Element | null, length: number, standingOf: StandingOf): Place {
  const found = gather(root, root, length, true);
  const under = underHeadings(found, anchor);
  const pieces = found.map(({ parent, text }, at) =>
    pieceOf(parent, text, /\d/.test(text) ? standingOf(parent) : { less: 0, named: false }, { under: under[at] }),
  );
  return { pieces, nodes: found.map(({ node }) => node) };
}

/** Pieces of text with their nodes, in the order of the page. */
export interface Place {
  pieces: Piece[];
  nodes: Node[];
}

/** The index of the first of these, which are in the order of the page, that comes behind an element or stands in it. */
export function firstBehind(nodes: readonly Node[], element: Element): number {
  let low = 0;
  let high = nodes.length;
  // To compare each is dear among many; and an element can be a plugin, which must not be asked itself.
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && Node.prototype.compareDocumentPosition.call(element, node) & 4) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Within {
  line?: number;
  label?: LabelKind;
  under?: boolean | undefined;
}

export function pieceOf(element: Element, text: string, standing: Standing, { line = -1, label = 'none', under = false }: Within): Piece {
  const first = /^[\w-]{1,40}/.exec(classOf(element).trim())?.[0];
  const tag = tagOf(element);
  return {
    ...standing,
    text,
    place: first ? `${tag}.${first}` : tag,
    inTime: element.closest('time') !== null,
    line,
    label,
    under,
  };
}

/** An element's name as far as it is plain: a broken page has elements of any name and length (`p class="byline"`). */
export function tagOf(element: Element): string {
  return /^[\w-]{1,40}/.exec(element.localName)?.[0] ?? 'element';
}

export function classOf(element: Element | null): string {
  return element?.getAttribute('class') ?? '';
}

/** Named after what is never the article's own; and after what themes also call parts of an article's header. */
const BESIDE = /related|sidebar|comment|disqus|newsletter|footer|most-?read|popular|recommend|tweet|twitter|instagram|embed/i;
const PERHAPS =
  /widget|teaser|promo|ticker|breadcrumb|menu|latest|carousel|slider|read-?more|see-?also|more-?(?:news|stories)|trending|upcoming|calendar|archive|weather|poll|card-list|lees-?ook/i;

export type StandingOf = (element: Element) => Standing;

/**
 * How elements stand to the article of which the anchor is the headline: what the elements around them say, up to the one that holds the
 * headline as well, and no more than 14. Remembers what it saw, as pieces of text share the elements around them.
 */
export function standings(document: Document, anchor: Element | null): StandingOf {
  // Where there is one `article`, it is no teaser; of several, those that do not hold the headline are.
  const teasers = anchor !== null && document.getElementsByTagName('article')[1] !== undefined;
  const whole = new Map<Element, Standing>();
  // null for what ends the way up: the page, and what holds the headline.
  const own = new Map<Element, Standing | null>();
  const ownOf = (at: Element): Standing | null => {
    const known = own.get(at);
    if (known !== undefined) return known;
    if (unlessPlugin(at) === null) return { less: 0, named: false };
    const found = /^(?:body|html)$/.test(at.localName) || (anchor && at.contains(anchor)) ? null : ownStanding(at, teasers);
    own.set(at, found);
    return found;
  };
  return (element) => {
    const known = whole.get(element);
    if (known) return known;
    const standing = { less: 0, named: false };
    let at: Element | null = element;
    for (let up = 0; at && up < 14; up++, at = parentElement(at)) {
      const found = ownOf(at);
      if (found === null) break;
      standing.less = Math.max(standing.less, found.less);
      standing.named ||= found.named;
    }
    whole.set(element, standing);
    return standing;
  };
}

/** What one element says, apart from those around it. */
function ownStanding(at: Element, teasers: boolean): Standing {
  const tag = at.localName;
  const less = tag === 'a' ? (at.hasAttribute('href') ? 25 : 0) : tag === 'article' ? (teasers ? 30 : 0) : (BY_TAG.get(tag) ?? 0);
  const names = `${classOf(at)} ${at.getAttribute('id') ?? ''}`;
  if (names.length < 2 || names.length > 400) return { less, named: false };
  return BESIDE.test(names) ? { less: Math.max(less, 35), named: false } : { less, named: PERHAPS.test(names) };
}

const BY_TAG: ReadonlyMap<string, number> = new Map([
  ['aside', 35],
  ['nav', 35],
  ['footer', 35],
  ['figure', 45],
  ['figcaption', 45],
  ['blockquote', 45],
  ['li', 5],
]);
