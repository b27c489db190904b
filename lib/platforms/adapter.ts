import type { Day } from '../core/dates';
import type { PlatformId, PostLabel } from '../core/post';

/**
 * How one platform shows posts or results. Declarations only: an adapter is asked about one element at a time, changes nothing, forces no
 * layout and keeps nothing. What it does not recognise it leaves alone: `null` is always right, a guess never.
 */
export interface Adapter {
  id: PlatformId;
  /** One more with every change of what it reads; the signed register can switch a version off. */
  version: number;
  /** When these declarations were last held against pages; which, and what is not known, stands in `evidence.ts`. */
  checked: Day;
  kind: 'post' | 'result';
  /** Hosts without `www.`; subdomains count too. Empty where any host can be one, and `recognises` decides. */
  hosts: readonly string[];
  /** For software that anybody can run: does this page say that it is made with it? */
  recognises?: (page: Document) => boolean;
  /**
   * Paths on which this platform always shows posts or results to somebody who is logged in. Where nothing is recognised there, page
   * after page, the options say that Colofon does not work well on it now.
   */
  feedPath?: RegExp;
  /** Selects what may be one post or result. */
  unit: string;
  /** Reads one unit; null when it is none, is hidden, still empty, or was not understood. */
  read: (unit: Element) => RawPost | null;
  /** Behind which element the chip stands: in the line that names who published it. Null: no chip. */
  chipAfter: (unit: Element) => Element | null;
  /** Where that is a block: the line above its last one, which names the source, has room at its end. */
  roomAbove?: boolean;
}

/** As found: addresses may be relative and wrapped, texts may be anything. `lib/page/posts` bounds and cleans all of it. */
export interface RawPost {
  author?: { handle?: string | null; name?: string | null; id?: string | null } | null;
  /** The value of an attribute made for machines, or a plain date. */
  published?: string | null;
  /** The moment that the post's number holds, in milliseconds since 1970. */
  publishedFromId?: number | null;
  permalink?: string | null;
  links?: (string | null | undefined)[];
  labels?: PostLabel[];
}
