import { type FrameSketch, MAX_PLACE_LINKS, MAX_PLACE_TEXT, MAX_PLACES, type Place } from '../core/frame-sketch';
import { noticeIn } from '../core/notice-jsonld';
import { plain } from '../core/read/text';
import { query, startOf } from './bounded';

/** A quick look: no text without this can be a label or name a notice. */
const POLITICAL = /politi[ekc]|politisch|politique/i;
const TYPES = /TransparencyNotice|PoliticalAdvertisement/;
const MAX_BLOCK = 200_000;
const MAX_TEXTS = 40_000;
const MAX_LINKS = 400;
/** A label and its notice stand in one small box; a larger one is a part of the page. */
const MAX_BOX = 400;
const MOST_UP = 4;
/** More text than this beside a link, and the link is a part of that text. */
const MAX_BESIDE = 120;
const ARTICLE = 'article, [itemprop~="articleBody"], blockquote, q, figcaption, nav, [role="navigation"]';
const PROSE = 'p, li, td, dd, blockquote, q, figcaption, h1, h2, h3, h4, h5, h6, nav, [role="navigation"]';

/**
 * What one frame holds that can be a label of political advertising. Runs on a person's click, in the page and in every frame that the
 * browser lets it into; it takes nothing but labels, links beside them, and counts. Never throws, changes nothing and forces no layout.
 */
export function sketchFrame(document: Document, address: string, top: boolean, apart: boolean): FrameSketch {
  const places: Place[] = [];
  const boxes = new Set<Element>();
  for (const { element, text } of labelsIn(document)) {
    if (places.length >= MAX_PLACES) break;
    const box = boxAround(element);
    boxes.add(box);
    places.push({ text, links: linksIn(box), inArticle: top && isInArticle(element) && element.closest(PROSE) !== null });
  }
  for (const link of linksAlone(document, top)) {
    if (places.length >= MAX_PLACES) break;
    if ([...boxes].some((box) => box.contains(link))) continue;
    const links = kept([link]);
    if (links.length > 0)
      places.push({
        text: pictureOnly(link) ? null : plain(startOf(link, 1_000), MAX_PLACE_TEXT),
        links,
        inArticle: top && isInArticle(link),
      });
  }
  return { frame: 1, top, apart, address: address.slice(0, 2_000), places, declared: declaredIn(document), ...framesIn(document) };
}

/** Texts that speak of politics, stand alone and are short enough for a label, and pictures described so. */
function labelsIn(document: Document): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  const walker = document.createTreeWalker(document.body ?? document, 4);
  for (let node = walker.nextNode(), steps = 0; node !== null && steps < MAX_TEXTS; node = walker.nextNode(), steps++) {
    const value = node.nodeValue ?? '';
    const element = node.parentElement;
    if (value.length > MAX_PLACE_TEXT * 2 || element === null || !POLITICAL.test(value)) continue;
    if (/^(?:script|style|noscript|template|title|textarea|option)$/.test(element.localName) || element.closest('[hidden]') !== null)
      continue;
    const text = plain(value, MAX_PLACE_TEXT * 2);
    if (text.length <= MAX_PLACE_TEXT && !isInText(element, text.length)) found.push({ element, text });
    if (found.length >= MAX_PLACES) return found;
  }
  const pictures = query(document, 'img[alt]');
  for (let at = 0; at < Math.min(pictures.length, 1_000) && found.length < MAX_PLACES; at++) {
    const picture = pictures[at];
    const text = plain(picture?.getAttribute('alt') ?? '', MAX_PLACE_TEXT);
    if (picture !== undefined && POLITICAL.test(text)) found.push({ element: picture, text });
  }
  return found;
}

/** The small box in which a label stands with its link: as far up as there is little text. */
function boxAround(element: Element): Element {
  let box = element;
  for (let up = 0; up < MOST_UP; up++) {
    const parent = box.parentElement;
    if (parent === null || /^(?:body|html|main|article)$/.test(parent.localName) || startOf(parent, MAX_BOX + 1).trim().length > MAX_BOX)
      break;
    box = parent;
  }
  return box;
}

/** In a frame of its own every link may be that of an advertisement; in the page only one around a picture. */
function linksAlone(document: Document, top: boolean): Element[] {
  const all = query(document, 'a[href], area[href]');
  const found: Element[] = [];
  for (let at = 0; at < Math.min(all.length, top ? 5_000 : MAX_LINKS); at++) {
    const link = all[at];
    if (link !== undefined && (pictureOnly(link) || (!top && !isInText(link, startOf(link, 2_000).trim().length)))) found.push(link);
    if (found.length >= MAX_LINKS) break;
  }
  return found;
}

function pictureOnly(link: Element): boolean {
  return link.querySelector('img, picture, svg, canvas, video') !== null && startOf(link, 200).trim() === '';
}

/** @param own characters of the text itself */
function isInText(element: Element, own: number): boolean {
  const around = element.closest('p, li, td, dd, blockquote');
  return around !== null && plain(startOf(around, 2_000), 2_000).length - own > MAX_BESIDE;
}

function isInArticle(element: Element): boolean {
  const article = element.closest(ARTICLE);
  return article !== null && element.closest('aside, [role="complementary"], ins') === null;
}

function linksIn(box: Element): string[] {
  return kept([...(box.matches('a[href]') ? [box] : []), ...box.querySelectorAll('a[href], area[href]'), ...aroundLink(box)]);
}

/** The whole box may lie in a link. */
function aroundLink(box: Element): Element[] {
  const link = box.closest('a[href]');
  return link === null ? [] : [link];
}

function kept(links: readonly Element[]): string[] {
  const addresses = links.slice(0, 50).flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    if (href.length > 4_000 || !URL.canParse(href, link.ownerDocument.baseURI)) return [];
    const { protocol, origin, pathname } = new URL(href, link.ownerDocument.baseURI);
    return /^https?:$/.test(protocol) && origin.length + pathname.length <= 2_000 ? [origin + pathname] : [];
  });
  return [...new Set(addresses)].slice(0, MAX_PLACE_LINKS);
}

/** Structured data of a notice or an advertisement, whatever its namespace. */
function declaredIn(document: Document): (string | null)[] {
  const found: (string | null)[] = [];
  const blocks = query(document, 'script[type^="application/ld+json"]');
  for (let at = 0; at < Math.min(blocks.length, 30) && found.length < MAX_PLACES; at++) {
    const text = blocks[at]?.textContent ?? '';
    if (text.length > MAX_BLOCK || !TYPES.test(text)) continue;
    try {
      const notice = noticeIn(JSON.parse(text));
      if (notice !== null) found.push(notice.address);
    } catch {
      // Not the structured data that it says it is.
    }
  }
  return found;
}

function framesIn(document: Document): Pick<FrameSketch, 'closed' | 'closedShown'> {
  const frames = [...document.querySelectorAll('iframe, frame')].slice(0, 1_000).filter((frame) => !isOpen(frame));
  return { closed: frames.length, closedShown: frames.filter(canShow).length };
}

function isOpen(frame: Element): boolean {
  try {
    return (frame as HTMLIFrameElement).contentDocument !== null;
  } catch {
    return false;
  }
}

/** Players and maps ask to fill the screen, and what measures visits is too small to see. */
function canShow(frame: Element): boolean {
  if (frame.closest('[hidden]') !== null || frame.hasAttribute('allowfullscreen') || /fullscreen/.test(frame.getAttribute('allow') ?? ''))
    return false;
  const style = frame.getAttribute('style') ?? '';
  if (/display:\s*none|visibility:\s*hidden|(?:^|[;\s])(?:width|height):\s*[01]px/i.test(style)) return false;
  return !['width', 'height'].some((side) => /^[01](?:px)?$/.test(frame.getAttribute(side)?.trim() ?? ''));
}
