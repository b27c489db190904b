import { type NoticeAddress, type NoticeAt, noticeAt } from './notice-addresses';
import { type LabelStrength, politicalLabel } from './political-labels';

/** What one frame of a page holds that can be a label of political advertising, as found; `adsIn` decides what it means. */
export interface FrameSketch {
  /** Shape version. */
  frame: 1;
  /** The page itself, not a frame in it. */
  top: boolean;
  /** Origin and path. */
  address: string;
  places: Place[];
  /** Addresses that structured data of a notice or a political advertisement names; null where it names none. */
  declared: (string | null)[];
  /** Its structured data says that it is itself a notice. */
  isNotice: boolean;
  /** The page around it cannot look into it. */
  apart: boolean;
  /** Frames in it that its own script cannot look into, of another site or sandboxed: all, and those in which something can be shown. */
  closed: number;
  closedShown: number;
}

/** A small part of a frame: a text that stands alone and can be a label, and the links beside it. */
export interface Place {
  /** Text of an element, description of a picture or text of a link; null where a picture alone is a link. */
  text: string | null;
  /** http(s), without query and fragment. */
  links: string[];
  /** Within the text of an article, where labels are written about. */
  inArticle: boolean;
  /** In the page: in a reader's comment, or with nothing beside it that an advertisement is made of. */
  bare: boolean;
}

export const MAX_PLACES = 40;
export const MAX_PLACE_LINKS = 8;
export const MAX_PLACE_TEXT = 200;
export const MAX_FRAMES = 200;

/** One labelled political advertisement on a page. */
export interface LabelledAd {
  /** The label's own words; null where it shows a picture, or is structured data. */
  label: string | null;
  /** Its notice, where one is named; `at` is null at an address that the register does not know, which only structured data may name. */
  notice: { address: string; at: NoticeAt | null } | null;
}

/** What was seen of advertising around an article. */
export interface Around {
  ads: LabelledAd[];
  /** Frames that could not be read. Never shown as frames without a label. */
  closed: number;
  /** The page is itself a notice: its address. */
  own: string | null;
}

const MAX_ADS = 20;

/**
 * The labelled political advertisements on a page, each once. A link to a notice counts beside a label, in a frame of its own, or around
 * a picture outside any article; a whole sentence of the law counts by itself. The law's words alone, and links in an article's
 * text, are what an article about political advertising has too: they count for nothing.
 *
 * @param frames of one page; those that could not be read are not among them
 */
export function adsIn(frames: readonly FrameSketch[], known: readonly NoticeAddress[]): Around {
  const ads = new Map<string, LabelledAd>();
  const add = (ad: LabelledAd): void => {
    const { notice } = ad;
    const key = notice === null ? `: ${ad.label}` : notice.at === null ? notice.address : `${notice.at.scheme}/${notice.at.id}`;
    const before = ads.get(key);
    if (before === undefined ? ads.size < MAX_ADS : before.label === null) ads.set(key, ad);
  };
  const top = frames.find((frame) => frame.top);
  const own = top !== undefined && (top.isNotice || noticeAt(top.address, known)?.id != null) ? top.address : null;
  for (const frame of frames) {
    if (frame === top && own !== null) continue;
    for (const place of frame.places) for (const ad of adsAt(place, frame.top, known)) add(ad);
    for (const address of frame.declared) add({ label: null, notice: address === null ? null : declaredNotice(address, known) });
  }
  // A label without a notice is the label of the notice beside it, when there is one in the page with the same words.
  const found = [...ads.values()];
  const noticed = new Set(found.flatMap(({ label, notice }) => (notice === null ? [] : [label])));
  return { ads: found.filter(({ label, notice }) => notice !== null || !noticed.has(label)), closed: unread(frames), own };
}

/** Frames that nobody could read: a closed one that a script of its own has read is counted out. */
function unread(frames: readonly FrameSketch[]): number {
  const sum = (of: (frame: FrameSketch) => number): number => frames.reduce((total, frame) => total + of(frame), 0);
  const left = sum(({ closed }) => closed) - sum(({ apart }) => (apart ? 1 : 0));
  return Math.max(
    0,
    Math.min(
      left,
      sum(({ closedShown }) => closedShown),
    ),
  );
}

function adsAt({ text, links, inArticle, bare }: Place, top: boolean, known: readonly NoticeAddress[]): LabelledAd[] {
  const strength: LabelStrength | null = text === null ? null : (politicalLabel(text)?.strength ?? null);
  if (inArticle) return [];
  const notices = links.flatMap((address) => {
    const notice = noticeOf(address, known);
    return notice === null ? [] : [notice];
  });
  const label = strength === null ? null : text;
  const counts = strength !== null || !top || text === null;
  if (counts && notices.length > 0) return notices.map((notice) => ({ label, notice }));
  return strength === 'statement' && !(top && bare) ? [{ label, notice: null }] : [];
}

/** A page with many notices is the notice of no advertisement. */
function noticeOf(address: string, known: readonly NoticeAddress[]): LabelledAd['notice'] {
  const at = noticeAt(address, known);
  return at === null || at.id === null ? null : { address, at };
}

function declaredNotice(address: string, known: readonly NoticeAddress[]): LabelledAd['notice'] {
  return noticeAt(address, known) === null ? { address, at: null } : noticeOf(address, known);
}

/** True for what `sketchFrame` returns: a page's process can send anything. */
export function isFrameSketch(value: unknown): value is FrameSketch {
  if (typeof value !== 'object' || value === null) return false;
  const { frame, top, apart, address, places, declared, isNotice, closed, closedShown } = value as Record<string, unknown>;
  return (
    frame === 1 &&
    typeof top === 'boolean' &&
    typeof apart === 'boolean' &&
    isText(address, 2_000) &&
    Array.isArray(places) &&
    places.length <= MAX_PLACES &&
    places.every(isPlace) &&
    Array.isArray(declared) &&
    declared.length <= MAX_PLACES &&
    declared.every((each) => each === null || (isText(each, 2_000) && /^https?:\/\//.test(each as string))) &&
    typeof isNotice === 'boolean' &&
    isCount(closed) &&
    isCount(closedShown)
  );
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { text, links, inArticle, bare } = value as Record<string, unknown>;
  return (
    (text === null || isText(text, MAX_PLACE_TEXT)) &&
    Array.isArray(links) &&
    links.length <= MAX_PLACE_LINKS &&
    links.every((link) => isText(link, 2_000) && /^https?:\/\//.test(link as string)) &&
    typeof inArticle === 'boolean' &&
    typeof bare === 'boolean'
  );
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000;
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}
