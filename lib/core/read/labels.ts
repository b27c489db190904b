import type { Place } from '../observation';
import { beside, MOST_LABELS, type Piece, type Sketch } from './sketch';
import { plain } from './text';

/** A visible text at the headline that can be a label of this article. */
export interface Label {
  text: string;
  place: Place;
  /** A class calls it one: the article's own even when the same word elsewhere marks a slot. */
  kicker: boolean;
  behind: boolean;
}

/** Further off in characters, a text before or behind a headline belongs to something else. */
const NEAR = 200;

/** Labels right before or behind the headline; not those of menus, lists and teasers (`labelKind` in lib/page). */
export function labelsOf(sketch: Sketch): Label[] {
  return [...near(sketch.before.pieces.toReversed(), false).toReversed(), ...near(sketch.after.pieces, true)];
}

function near(pieces: readonly Piece[], behind: boolean): Label[] {
  const labels: Label[] = [];
  let length = 0;
  for (const piece of pieces.slice(0, MOST_LABELS)) {
    const text = plain(piece.text);
    if (piece.label !== 'none' && text.length >= 3 && beside(piece) <= 25)
      labels.push({ text, place: { kind: 'text', name: piece.place }, kicker: piece.label === 'kicker', behind });
    length += piece.text.length + 1;
    if (length >= NEAR) break;
  }
  return labels;
}
