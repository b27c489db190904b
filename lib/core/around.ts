import type { Election } from './elections';
import type { NoticeLookup } from './notice-lookup';

/** Labelled political advertisements on a page, with what the register knows of their notices. Apart from what the page is itself. */
export interface AroundPage {
  ads: AroundAd[];
  /** Frames that could not be read. Never shown as frames without a label. */
  closed: number;
  /** What notices look like could not be read from the register: nothing was looked for. */
  damaged: boolean;
  /** The notice that the page itself is. */
  own: { address: string; notice: NoticeLookup | null } | null;
  /** To name the elections of notices. */
  elections: readonly Election[];
}

export interface AroundAd {
  /** The label's own words, where it has any. */
  label: string | null;
  /** Of its notice; null where we recognised no link to one. */
  address: string | null;
  /** Null without an address, and at one that the register does not know. */
  notice: NoticeLookup | null;
}
