import { type FrameSketch, MAX_PLACE_LINKS, MAX_PLACE_TEXT, MAX_PLACES, type Place } from '../core/frame-sketch';
import { noticeIn } from '../core/notice-jsonld';
import { plain } from '../core/read/text';
import { query, startOf } from './bounded';

/** Words of readers, by what their box is called; `responsive` is none. */
const COMMENT = /comment|reactie|repl(?:y|ies)|discuss|respon(?!siv)/i;
const NAMES = ['class', 'id', 'role', 'itemprop', 'itemtype'] as const;
const MADE_OF = 'a[href], img, picture, iframe, video';
const FRAMES = 'iframe, frame, object[data], embed[src], fencedframe';
const MAX_HOSTS = 30_000;
const MAX_ROOTS = 200;
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
const UNSEEN =
  /display:\s*none|visibility:\s*hidden|(?:^|[;\s])(?:width|height):\s*[01](?:\.0*)?(?:px)?\s*(?:;|!|$)|(?:^|[;\s])(?:left|top|right):\s*-\d{3}/i;
const ADVERTISING = /(?:^|[^a-z])(?:ads?|advert[a-z]*|aswift|banner|reclame)(?:[^a-z]|$)/i;
const PROSE = 'p, li, td, dd, blockquote, q, figure, figcaption, h1, h2, h3, h4, h5, h6, nav, [role="navigation"]';
const PARTS = 'p, li, td, dd, blockquote';
const PICTURE = 'img, picture, svg, canvas, video';
/** What holds parts of a text and no advertisement; anything else may be a box of its own. */
const HOLDS_TEXT = /^(?:ul|ol|li|dl|table|thead|tbody|tr|td|blockquote|figure)$/;
const BESIDE_IT = 4;
const PARAGRAPH = 100;

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
    places.push({ text, links: linksIn(box), inArticle: top && isProse(element), bare: top && isBare(element, box) });
  }
  const alone = linksAlone(document, top).filter((link) => ![...boxes].some((box) => box.contains(link)));
  // In the page the place of a link counts, in a frame of its own the link alone: those go together.
  const groups = top ? alone.map((link) => [link]) : inGroups(alone);
  for (const group of groups) {
    if (places.length >= MAX_PLACES) break;
    const links = kept(group);
    if (links.length > 0) {
      places.push({ text: null, links, inArticle: top && group.some((link) => isInArticle(link) || isProse(link)), bare: false });
    }
  }
  return { frame: 1, top, apart, address: address.slice(0, 2_000), places, ...declaredIn(document, address, top), ...framesIn(document) };
}

/** Texts that speak of politics, stand alone and are short enough for a label, and pictures described so. */
function labelsIn(document: Document): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  // Not from `document.body`, for which a form of that name would stand in.
  const walker = document.createTreeWalker(document, 4);
  for (let node = walker.nextNode(), steps = 0; node !== null && steps < MAX_TEXTS; node = walker.nextNode(), steps++) {
    const value = node.nodeValue ?? '';
    if (value.length > MAX_PLACE_TEXT * 2 || !POLITICAL.test(value)) continue;
    const element = node.parentElement;
    if (element === null) continue;
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

/** A label alone: anybody can write it in a comment, and without anything beside it it labels nothing. */
function isBare(element: Element, box: Element): boolean {
  for (let at: Element | null = element; at !== null && !/^(?:body|html|main)$/.test(at.localName); at = at.parentElement) {
    const own = at;
    if (NAMES.some((name) => COMMENT.test((own.getAttribute(name) ?? '').slice(0, 500)))) return true;
  }
  return !element.matches('img') && box.closest('a[href]') === null && box.querySelector(MADE_OF) === null;
}

/** In a frame of its own every link may be that of an advertisement; in the page only one around a picture. */
function linksAlone(document: Document, top: boolean): Element[] {
  const all = query(document, 'a[href], area[href]');
  const found: Element[] = [];
  for (let at = 0; at < Math.min(all.length, top ? 5_000 : MAX_LINKS) && found.length < MAX_LINKS; at++) {
    const link = all[at];
    if (link !== undefined && (top ? pictureOnly(link) : !isLinkInText(link) || pictureOnly(link))) found.push(link);
  }
  return found;
}

function inGroups(links: readonly Element[]): Element[][] {
  const groups = Math.ceil(links.length / MAX_PLACE_LINKS);
  return Array.from({ length: groups }, (_, at) => links.slice(at * MAX_PLACE_LINKS, (at + 1) * MAX_PLACE_LINKS));
}

function pictureOnly(link: Element): boolean {
  if (link.localName === 'area') return true;
  return link.firstElementChild !== null && link.querySelector(PICTURE) !== null && startOf(link, 200).trim() === '';
}

function isLinkInText(link: Element): boolean {
  return link.closest(PARTS) !== null && isInText(link, startOf(link, 2_000).trim().length);
}

/** @param own characters of the text itself */
function isInText(element: Element, own: number): boolean {
  const around = element.closest(PARTS);
  return around !== null && plain(startOf(around, 2_000), 2_000).length - own > MAX_BESIDE;
}

function isInArticle(element: Element): boolean {
  const article = element.closest(ARTICLE);
  return article !== null && element.closest('aside, [role="complementary"], ins') === null;
}

/** A heading, a paragraph, an entry of a list or a figure of the text itself, also on a page that does not say where its article is. */
function isProse(element: Element): boolean {
  const part = element.closest(PROSE);
  if (part === null || part.closest('aside, [role="complementary"], ins') !== null) return false;
  if (isInArticle(part)) return true;
  for (let at: Element | null = part; at !== null; at = at.parentElement) {
    if (isBesideParagraph(at)) return true;
    if (at.parentElement === null || !HOLDS_TEXT.test(at.parentElement.localName)) return false;
  }
  return false;
}

function isBesideParagraph(element: Element): boolean {
  const isLong = (at: Element): boolean => at.localName === 'p' && startOf(at, PARAGRAPH * 2).trim().length > PARAGRAPH;
  for (const next of ['previousElementSibling', 'nextElementSibling'] as const) {
    let at = element[next];
    for (let step = 0; at !== null && step < BESIDE_IT; step++, at = at[next]) if (isLong(at)) return true;
  }
  return element.localName === 'p' && isLong(element);
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
    // An address with a scheme needs no other to be read.
    const base = /^https?:/i.test(href) ? undefined : link.ownerDocument.baseURI;
    if (href.length > 4_000 || !URL.canParse(href, base)) return [];
    const { protocol, origin, pathname } = new URL(href, base);
    return /^https?:$/.test(protocol) && origin.length + pathname.length <= 2_000 ? [origin + pathname] : [];
  });
  return [...new Set(addresses)].slice(0, MAX_PLACE_LINKS);
}

/**
 * Structured data of a notice or an advertisement, whatever its namespace. The page is itself a notice when it says so of its own address,
 * or of none on a page that is no article.
 */
function declaredIn(document: Document, address: string, top: boolean): Pick<FrameSketch, 'declared' | 'isNotice'> {
  const found: (string | null)[] = [];
  let [isOwn, unnamed, isArticle] = [false, false, false];
  const blocks = query(document, 'script[type^="application/ld+json"]');
  for (let at = 0; at < Math.min(blocks.length, 30) && found.length < MAX_PLACES; at++) {
    const text = blocks[at]?.textContent ?? '';
    isArticle ||= /Article"/.test(text.slice(0, MAX_BLOCK));
    if (text.length > MAX_BLOCK || !TYPES.test(text)) continue;
    try {
      const notice = noticeIn(JSON.parse(text));
      if (notice === null) continue;
      found.push(notice.address);
      if (!notice.types.includes('TransparencyNotice')) continue;
      if (notice.address === null) unnamed ||= !notice.types.includes('PoliticalAdvertisement');
      else isOwn ||= samePage(notice.address, address);
    } catch {
      // Not the structured data that it says it is.
    }
  }
  return { declared: found, isNotice: top && (isOwn || (unnamed && !isArticle)) };
}

function samePage(one: string, other: string): boolean {
  const plainOf = (address: string): string | null => {
    if (!URL.canParse(address)) return null;
    const { hostname, pathname } = new URL(address);
    return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
  };
  return plainOf(one) !== null && plainOf(one) === plainOf(other);
}

function framesIn(document: Document): Pick<FrameSketch, 'closed' | 'closedShown'> {
  const all = [document, ...openRoots(document)].flatMap((root) => [...root.querySelectorAll(FRAMES)].slice(0, 1_000));
  const frames = all.slice(0, 1_000).filter((frame) => !isOpen(frame) && !isFile(frame));
  return { closed: frames.length, closedShown: frames.filter(canShow).length };
}

/** Open shadow roots of the page itself, not those within them. */
function openRoots(document: Document): ShadowRoot[] {
  const all = document.getElementsByTagName('*');
  const found: ShadowRoot[] = [];
  for (let at = 0; at < MAX_HOSTS && found.length < MAX_ROOTS; at++) {
    const element = all[at];
    if (element === undefined) break;
    const root = element.shadowRoot;
    // A form gives its own fields by name.
    if (root != null && root.nodeType === 11) found.push(root);
  }
  return found;
}

/** A picture or a document to read, by its own word. */
function isFile(frame: Element): boolean {
  return /^(?:image\/|application\/pdf)/i.test(frame.getAttribute('type') ?? '');
}

function isOpen(frame: Element): boolean {
  try {
    return (frame as HTMLIFrameElement).contentDocument != null;
  } catch {
    return false;
  }
}

/** Players and maps ask to fill the screen, unless they are named as advertising; what measures visits is too small to see. */
function canShow(frame: Element): boolean {
  if (frame.closest('[hidden]') !== null || UNSEEN.test((frame.getAttribute('style') ?? '').slice(0, 2_000))) return false;
  if (['width', 'height'].some((side) => /^[01](?:px)?$/.test(frame.getAttribute(side)?.trim() ?? ''))) return false;
  const fills = frame.hasAttribute('allowfullscreen') || /fullscreen/.test(frame.getAttribute('allow') ?? '');
  return !fills || ['id', 'name', 'title'].some((name) => ADVERTISING.test((frame.getAttribute(name) ?? '').slice(0, 200)));
}
