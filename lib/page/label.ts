import type { LabelKind } from '../core/read/sketch';
import { startOf } from './bounded';
import { nodeType, unlessPlugin } from './nodes';

const UNSEEN = /sr-only|screen-?reader|visually-?hidden|assistive|offscreen|(?:^|\s)(?:hidden|hide)(?:$|\s)/i;
const NO_PLACE =
  'nav,[role="navigation"],[role="menu"],[role="menubar"],[role="tablist"],aside,footer,button,form,label,option,dialog,[hidden],[aria-hidden="true"],figure,blockquote';
const KICKER = /kicker|eyebrow|overline|roofline|topline|dachzeile|spitzmarke|bovenkop|rubriek/i;
const SLOT = /advert|anzeige|werbung|billboard|leaderboard|(?:^|[\s_-])(?:ad|ads|adv|banner|slot|dfp|gpt)(?:$|[\s_-])/i;
const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/**
 * Whether a piece of text can be a label of the article that the anchor is the headline of: visible, an element of its own, no entry of
 * a menu or list of links, and not the label of another headline (a teaser).
 */
export function labelKind(element: Element, text: string, anchor: Element, behind: boolean): LabelKind {
  if (text.length > 160 || element.closest(NO_PLACE) || (behind && element.closest(HEADINGS))) return 'none';
  const top = whole(element, text, anchor);
  if (top === null || inSentence(top)) return 'none';
  let named = false;
  for (const at of [top, element, top.parentElement, top.parentElement?.parentElement]) {
    const names = at && !at.contains(anchor) ? `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`.slice(0, 2_000) : '';
    if (UNSEEN.test(names) || SLOT.test(names)) return 'none';
    named ||= KICKER.test(names);
  }
  if (amongLinks(top, anchor) || ofAnother(top, anchor)) return 'none';
  return named ? 'kicker' : 'plain';
}

/** The outermost element that holds this text and nothing else; null when the text is only a part of its own element. */
function whole(element: Element, text: string, anchor: Element): Element | null {
  const same = (at: Element): boolean => {
    const most = text.length * 3 + 200;
    const all = startOf(at, most);
    return all.length < most && all.replace(/\s+/g, ' ').trim() === text;
  };
  if (!same(element)) return null;
  let top = element;
  for (let up = top.parentElement; up && up.localName !== 'body' && !up.contains(anchor) && same(up); up = up.parentElement) top = up;
  return top;
}

/** Words right before or behind it make it a part of a sentence; a separator does not. */
function inSentence(top: Element): boolean {
  return [top.previousSibling, top.nextSibling].some((node) => node && nodeType(node) === 3 && /\p{L}{2}/u.test(node.nodeValue ?? ''));
}

function linksIn(element: Element | null): number {
  return element === null ? 0 : element.getElementsByTagName('a').length + (element.localName === 'a' ? 1 : 0);
}

/** An entry of a menu, a list of tags and the like: more than one other link stands with it. */
function amongLinks(top: Element, anchor: Element): boolean {
  let at: Element = top;
  for (let up = 0; up < 4; up++) {
    const parent: Element | null = at.parentElement;
    if (parent === null || parent.localName === 'body' || parent.contains(anchor)) break;
    if (linksIn(parent) > 2 || (parent.localName === 'ul' && parent.children.length > 1)) return true;
    at = parent;
  }
  const previous = unlessPlugin(at.previousElementSibling);
  const neighbours = [previous, unlessPlugin(previous?.previousElementSibling ?? null), unlessPlugin(at.nextElementSibling)];
  const beside = neighbours.filter((other) => other !== null && !other.contains(anchor) && linksIn(other) > 0);
  return linksIn(top) > 0 && beside.length > 1;
}

/** Another headline stands with it or right behind it. */
function ofAnother(top: Element, anchor: Element): boolean {
  let at: Element = top;
  for (let up = 0; up < 5; up++) {
    const parent: Element | null = at.parentElement;
    if (parent === null || parent.localName === 'body' || parent.contains(anchor)) break;
    if ([...parent.querySelectorAll(HEADINGS)].some((heading) => !top.contains(heading))) return true;
    at = parent;
  }
  const next = unlessPlugin(at.nextElementSibling);
  return next !== null && !next.contains(anchor) && next !== anchor && (next.matches(HEADINGS) || next.querySelector(HEADINGS) !== null);
}
