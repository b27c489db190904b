import type { TimeMark } from '../core/read/sketch';
import { plain } from '../core/read/text';
import { startOf } from './bounded';
import { classOf, firstBehind, type Place, type StandingOf } from './zone';

/** Of a date as written, in characters. */
const SHORT = 80;
/** Of the line it stands in. */
const LINE = 200;
/** Within so many characters behind the headline a `time` is its own. */
const RIGHT_BEHIND = 400;

interface Around {
  /** The headline. */
  anchor: Element | null;
  /** The text behind it; the text of the page, where the code names no date. */
  after: Place | null;
  body: Place | null;
  standingOf: StandingOf;
}

/** The `time` elements of a page, in its order, with where they stand. */
export function timeMarks(times: readonly Element[], { anchor, after, body, standingOf }: Around): TimeMark[] {
  const first = anchor ? firstBehind(times, anchor) : 0;
  const starts = startsOf(after);
  return times.map((element, i): TimeMark => {
    const text = plain(startOf(element, SHORT * 8), SHORT);
    const behind = anchor ? i - first : -1;
    const at = behind >= 0 && after ? firstBehind(after.nodes, element) : 0;
    const piece = behind >= 0 ? after?.pieces[at] : undefined;
    return {
      ...standingOf(element),
      value: (element.getAttribute('datetime') || element.getAttribute('content') || text).slice(0, SHORT),
      text,
      name: classOf(element).slice(0, 200),
      around: classOf(element.parentElement).slice(0, 200),
      before: plain(startOf(element.previousSibling, 480), 60) || plain(startOf(element.parentElement?.firstChild, 480), 60),
      line: plain(startOf(element.parentElement, LINE * 4), LINE),
      pubdate: element.hasAttribute('pubdate'),
      near: behind >= 0 ? nearBehind(behind, piece ? starts[at] : undefined) : anchor?.contains(element) ? 15 : i === first - 1 ? 10 : 0,
      under: piece?.under ?? (behind >= 0 && body?.pieces[firstBehind(body.nodes, element)]?.under === true),
    };
  });
}

/** @param at characters between the headline and it; undefined behind the header of the article */
function nearBehind(index: number, at: number | undefined): number {
  if (at === undefined) return -10;
  return index < 2 && at <= RIGHT_BEHIND ? 20 : index < 4 ? 5 : 0;
}

function startsOf(place: Place | null): number[] {
  let at = 0;
  return (place?.pieces ?? []).map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}
