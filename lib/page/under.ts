import { parentElement } from './nodes';

/** A piece of text of this length, in characters, is running text. */
const RUNNING = 90;
/** So far below a heading, in characters, a text belongs to it without doubt. */
const BELOW = 400;
const LIKE_A_DATE = /\d[./-]\d\d?[./-]\d\d|\d\.?\s[A-Za-zÀ-ɏ]{3,9}\.?,?\s(?:19|20)\d\d|[A-Za-zÀ-ɏ]{3,9}\.?\s\d\d?,?\s(?:19|20)\d\d/;

/** A heading that says what the date below it is. */
const HEADS_DATE = /^(?:publicatiedatum|gepubliceerd|published|publication date|date|datum|veröffentlich|publié)/i;

/**
 * For each stretch of text, in the order of the page, whether it belongs to what follows the article: it stands right below a heading that
 * comes behind running text, or behind the `article` or `main` that holds both the headline and running text. A heading before the
 * running text is a subtitle. Once a date stands below one, all that follows belongs to the same list.
 *
 * @param anchor the headline; without one nothing follows an article
 */
export function underHeadings(found: readonly { parent: Element; text: string }[], anchor: Element | null): boolean[] {
  const own = anchor === null ? null : anchor.closest('article,main,[role="main"]');
  let started = false;
  let running = false;
  let ended = false;
  let below = Number.POSITIVE_INFINITY;
  return found.map(({ parent, text }) => {
    if (anchor?.contains(parent)) {
      started = true;
      return false;
    }
    if (!started) started = anchor !== null && (anchor.compareDocumentPosition(parent) & 4) !== 0;
    if (!started) return false;
    const outside = own !== null && !own.contains(parent);
    if (outside && ended) return true;
    // A heading that is a date heads nothing.
    if (isHeading(parent) && !LIKE_A_DATE.test(text) && !HEADS_DATE.test(text)) {
      if (running) below = Math.min(below, 0);
      return below < BELOW;
    }
    const under = below < BELOW;
    running ||= text.length >= RUNNING;
    ended ||= running && !outside;
    below = under && text.length < RUNNING && LIKE_A_DATE.test(text) ? Number.NEGATIVE_INFINITY : below + text.length + 1;
    return under;
  });
}

/** True within a heading, also when its text stands in a link or a span. */
function isHeading(element: Element): boolean {
  let at: Element | null = element;
  for (let up = 0; at && up < 3; up++, at = parentElement(at)) if (/^h[1-6]$/.test(at.localName)) return true;
  return false;
}
