/**
 * What the script in the page brings along: bounded strings and where they stood, nothing decided yet. The observation is made of it
 * outside the page (`observe`), where no page can interfere and where code costs the page nothing. It lives for one reading.
 */
export interface Sketch {
  sketch: 1;
  url: string;
  /** HTTP status of the answer; null where the browser does not tell. */
  status: number | null;
  title: string;
  lang: string;
  /** `rel=canonical` as written. */
  canonical: string;
  metas: Meta[];
  /** JSON-LD blocks as written, each at most 1 MB. */
  jsonLd: string[];
  headline: { text: string; tag: string } | null;
  /** The text behind and before the headline. */
  after: Zone;
  before: Zone;
  props: Prop[];
  times: TimeMark[];
  /** Elements that say they name the author. */
  authors: AuthorMark[];
  /** First and last paragraphs of the article's text, cut. */
  edges: string[];
  /** Only where neither code nor headline seems to name a date. */
  more: { named: Piece[]; body: Piece[]; variables: [string, string][] } | null;
}

export interface Meta {
  /** As written: `article:published_time`. */
  name: string;
  content: string;
}

/** Whether something stands beside the article rather than in it. */
export interface Standing {
  /** What its elements (aside, nav, a link, another article) take off, 0 to 45. */
  less: number;
  /** A class around it is named after teasers, comments and the like. */
  named: boolean;
}

/** So many pieces right before and behind the headline can be labels of the article. */
export const MOST_LABELS = 6;

/**
 * Whether a piece can be a label of the article: `plain` when it is a visible element of its own that is no entry of a menu and belongs to
 * no other headline, `kicker` when a class also calls it one.
 */
export type LabelKind = 'none' | 'plain' | 'kicker';

/** A stretch of text without mark-up. */
export interface Piece extends Standing {
  text: string;
  /** `p.byline`. */
  place: string;
  inTime: boolean;
  /** Index in `lines` of the element around it that is named after the author, or -1. */
  line: number;
  label: LabelKind;
  /** Stands right below a heading that comes behind running text: it belongs to what follows the article (teasers, events, comments). */
  under: boolean;
}

export interface Zone {
  pieces: Piece[];
  lines: AuthorLine[];
}

export interface AuthorLine extends Standing {
  /** Indexes of the zone's pieces inside it. */
  members: number[];
}

/** A microdata or RDFa property that names a date. */
export interface Prop extends Standing {
  name: string;
  rdfa: boolean;
  value: string;
  type: string;
  /** Whether its item holds the headline, is another one, or is the page. */
  scope: 'headline' | 'other' | 'page';
}

export interface TimeMark extends Standing {
  value: string;
  text: string;
  /** Class of the element, and of the one around it. */
  name: string;
  around: string;
  before: string;
  /** The text of the element around it, to tell a sentence from a line of its own. */
  line: string;
  pubdate: boolean;
  /** What its place adds: 20 right behind the headline, less further off, below zero behind the header of the article. */
  near: number;
  /** As in `Piece`. */
  under: boolean;
}

export interface AuthorMark extends Standing {
  kind: 'microdata' | 'link';
  text: string;
  inHeader: boolean;
}

/** What standing beside the article takes off; `named` is what a class name alone takes off. */
export function beside(standing: Standing, named = 35): number {
  return Math.max(standing.less, standing.named ? named : 0);
}

/** The zone's text as one string, with the position at which each piece begins. */
export function zoneText(pieces: readonly Piece[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += `${piece.text} `;
  }
  return { text, starts };
}

/** The index of the piece in which a position lies. */
export function pieceAt(starts: readonly number[], index: number): number {
  let at = 0;
  while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= index) at++;
  return at;
}

/** The first `meta` of these names that has something to say, in the order of the names. */
export function metaOf(
  metas: readonly Meta[],
  clean: (text: string) => string,
  ...names: string[]
): { name: string; value: string } | null {
  for (const name of names) {
    for (const meta of metas) {
      if (meta.name.toLowerCase() !== name) continue;
      const value = clean(meta.content);
      if (value !== '') return { name: clean(meta.name), value };
    }
  }
  return null;
}

/** True for what a reader of this version returns; an older one may be left in a tab after an update. */
export function isSketch(value: unknown): value is Sketch {
  if (typeof value !== 'object' || value === null || !('sketch' in value) || value.sketch !== 1) return false;
  const lists = ['metas', 'jsonLd', 'props', 'times', 'authors', 'edges'];
  return (
    lists.every((name) => Array.isArray((value as Record<string, unknown>)[name])) &&
    'after' in value &&
    'before' in value &&
    'url' in value
  );
}
