import { ASIDE, bare, clue, type DateSources, machine } from './clue';
import { cueBefore } from './cues';
import { type DateInText, datesInText } from './parse-date';
import type { DateClue } from './reconcile';
import { beside, type Piece, pieceAt, zoneText } from './sketch';
import { labelStart, sentenceAround } from './text-clues';

/**
 * Only when nothing better spoke: elements named after a date, dates that stand alone in the text, variables of scripts. If all of them
 * name one and the same day, that is the page's day. Dates that are about something else have no say.
 */
export function lastResort(from: DateSources, known: readonly DateClue[]): DateClue[] {
  const { more } = from.sketch;
  if (!more) return [];
  const clues: DateClue[] = [];
  more.named.forEach((piece, i) => {
    const first = piece.text.length > 150 ? undefined : datesInText(piece.text, from.order, 3)[0];
    if (first) clues.push(weak(piece.text, first, 0, piece, 56 - Math.min(i, 20)));
  });
  const { text, starts } = zoneText(more.body);
  for (const date of datesInText(text, from.order, 40)) {
    const i = pieceAt(starts, date.index);
    const piece = more.body[i];
    if (piece && date.length / Math.max(piece.text.length, 1) >= 0.4)
      clues.push(weak(text, date, labelStart(more.body, starts, i), piece, 50));
  }
  clues.push(...variableClues(from, more.variables));
  const published = [...known, ...clues].filter((found) => found.field === 'published' && !found.aside);
  const best = Math.max(0, ...published.map((found) => found.weight));
  const days = new Set(published.filter((found) => found.weight >= Math.max(12, best - 20)).map((found) => found.evidence.day));
  if (best < 35 || days.size !== 1) return clues;
  return clues.concat(published.filter((found) => found.weight === best).map((found) => ({ ...found, weight: 58 })));
}

/** @param from where the words begin that speak about the date */
function weak(text: string, date: DateInText, from: number, piece: Piece, weight: number): DateClue {
  const end = date.index + date.length;
  const raw = text.slice(date.index, end);
  const cue = cueBefore(text.slice(from, date.index), text.slice(end, end + 60));
  const aside = cue === 'unrelated' || piece.under || (cue !== 'published' && sentenceAround(piece.text, raw));
  const less = beside(piece) + (aside ? ASIDE : 0) - (cue === 'published' || cue === 'at' ? 4 : 0);
  const found = clue(cue === 'modified' ? 'modified' : 'published', weight - less, raw, bare(date), 'text', piece.place);
  return aside ? { ...found, aside } : found;
}

/** Variables of scripts, if all that are named after publication say the same day. */
function variableClues(from: DateSources, variables: readonly [string, string][]): DateClue[] {
  const clues = variables.flatMap(([name, value]) => machine(from, 'published', 56, value, 'script', name));
  return new Set(clues.map((found) => found.evidence.day)).size === 1 ? clues.slice(0, 1) : [];
}
