import type { Day } from './dates';

/**
 * What the reader saw on one page: names, dates and marks with the place where each was found. It holds no page text,
 * no query and no fragment, so that it can be passed on, tested and printed without carrying what somebody reads.
 */
export interface Observation {
  /** Shape version; the popup refuses an observation of another version (an orphaned reader after an update). */
  version: 1;
  address: Address;
  kind: PageKind;
  /** BCP 47, as the page declares it. */
  language: string | null;
  /** The address the page names as its own (`rel=canonical`), if it is http(s). */
  canonical: Address | null;
  headline: Found<string> | null;
  published: DateStatement | null;
  modified: DateStatement | null;
  authors: Found<string>[];
  /**
   * True where nothing was chosen although the page shows something of the kind: dates that the rules refused (an unsettled `03/05/2021`,
   * one too far from the headline), a byline without a usable name. "We cannot tell" is not "the page does not say".
   */
  undecided: { date: boolean; authors: boolean };
  /** The publisher as the page names it (`publisher.name`, `og:site_name`). Suggests, never decides, who it is. */
  siteName: Found<string> | null;
  /** A news agency credited for the text as maker, in a byline, dateline or credit at the end; not for its pictures, not by a copyright line. */
  agency: Found<string>[];
  genre: Found<Genre> | null;
  /** The publisher's own section name, as written ("Opinie", "Binnenland"). */
  section: Found<string> | null;
  paidContent: Found<PaidKind>[];
  ai: Found<AiUse>[];
  corrections: Found<Correction>[];
  /**
   * True behind a paywall (`isAccessibleForFree: false` or the like), false when the publisher declares the text free; null when it does
   * not say, and for "metered", which is both.
   */
  paywall: Found<boolean> | null;
  /** Where the page says that the text appeared before: "Dit artikel verscheen eerder in …", or a meta that names the original source. */
  syndication: Found<string> | null;
  /**
   * Host of the canonical address when that is another site (by registrable domain, carriers looked through). It tells search engines which
   * copy counts, not which came first.
   */
  canonicalElsewhere: string | null;
  /** Pages in which the publisher explains itself, as linked from its own mark-up. */
  disclosures: Disclosure[];
}

/**
 * `article` only when the page declares or shows one text with a day or a maker. `other` is everything that is not one text: a list of
 * teasers, a contact page, an empty shell; its dates and marks may be those of other pages.
 */
export type PageKind =
  | 'article'
  | 'liveblog'
  | 'video'
  | 'front-page'
  | 'search-results'
  | 'wall' // a consent, login or bot wall stands where the page should be
  | 'error' // 404 and the like, as far as the page itself says so
  | 'other';

/** Scheme, host and path. `http:` and `https:` only. */
export interface Address {
  origin: string;
  path: string;
}

/** The kind of place in a page. "In de code" is everything but `text`, `time` and `link`, which a reader can see. */
export type PlaceKind = 'json-ld' | 'meta' | 'microdata' | 'rdfa' | 'time' | 'text' | 'link' | 'address' | 'script';

export interface Place {
  kind: PlaceKind;
  /** What exactly, for the side panel: `NewsArticle.datePublished`, `article:published_time`, `h1 + p`. Bounded. */
  name: string;
}

/** A value as found: bounded plain text with control and bidi characters removed. */
export interface Found<T> {
  value: T;
  from: Place;
  /** The words on which the value rests, if the value is not those words: a visible label or note, or a section as written. Bounded. */
  text?: string;
}

export interface DateEvidence {
  /** As written in the page. */
  value: string;
  day: Day;
  /** `14:02`, in the publisher's zone, where given. */
  time?: string;
  /** `+02:00` or `Z`, where given. Never invented. */
  offset?: string;
  from: Place;
  /** Written as "3 uur geleden": the day follows from when it was read. */
  relative?: true;
}

/** One date, the places that agree on it and those that name another day. */
export interface DateStatement extends DateEvidence {
  alsoIn: Place[];
  /** One entry for each other day, best evidence first. */
  rivals: DateEvidence[];
}

export type Genre =
  | 'opinion'
  | 'column'
  | 'analysis'
  | 'background'
  | 'interview'
  | 'review'
  | 'satire'
  | 'report'
  | 'liveblog'
  | 'fact-check'
  | 'press-release';

export type PaidKind =
  | 'political-ad'
  | 'advertorial'
  | 'partner-content'
  | 'branded-content'
  | 'sponsored'
  | 'advertisement'
  | 'paid-partnership';

export type AiUse = 'generated' | 'assisted' | 'modified' | 'summarised' | 'translated' | 'disclosed';

export interface Correction {
  kind: 'correction' | 'addition' | 'clarification' | 'retraction';
  day: Day | null;
}

export type DisclosureKind =
  | 'ownership'
  | 'publishing-principles'
  | 'corrections-policy'
  | 'ethics-policy'
  | 'masthead'
  | 'diversity-policy'
  | 'feedback-policy'
  | 'fact-checking-policy'
  | 'unnamed-sources-policy'
  | 'mission'
  | 'parent-organisation'
  | 'founding-date';

/** What the publisher says about itself in schema.org: a link to its own page, or a short text. */
export interface Disclosure {
  kind: DisclosureKind;
  /** http(s) only. */
  url: string | null;
  text: string | null;
  from: Place;
}
