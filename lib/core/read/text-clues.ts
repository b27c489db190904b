import { ASIDE, bare, clue, type DateSources } from './clue';
import { cueBefore } from './cues';
import { type DateInText, datesInText, LETTER } from './parse-date';
import type { DateClue } from './reconcile';
import { relativeDates } from './relative-date';
import { beside, type Piece, pieceAt, type Sketch, zoneText } from './sketch';

/** How much text behind and before a headline belongs to the header of an article, in characters. */
const AFTER = 1_600;
const BEFORE = 350;
/** Within so many characters of the headline "op 12 mei 2024" is the day of publication, and "3 uur geleden" is about this text. */
const AT_HEADLINE = 250;

/** Dates in the text around the headline. */
export function headerClues(from: DateSources): DateClue[] {
  const { after, before } = from.sketch;
  return [
    ...zoneClues(
      from,
      after.pieces,
      (at) => at,
      (at) => 78 - (at / AFTER) * 24,
    ),
    ...zoneClues(
      from,
      before.pieces,
      (at, length) => length - at,
      (at) => 68 - (at / BEFORE) * 14,
    ),
  ];
}

type Distance = (at: number, length: number) => number;

function zoneClues(from: DateSources, pieces: readonly Piece[], distanceOf: Distance, worth: (distance: number) => number): DateClue[] {
  const { text, starts } = zoneText(pieces);
  const clues: DateClue[] = [];
  let end = 0;
  for (const date of datesInText(text, from.order)) {
    const { index, length } = date;
    const i = pieceAt(starts, index);
    const piece = pieces[i];
    if (!piece) continue;
    const start = starts[i] ?? 0;
    const cue = cueBefore(text.slice(Math.max(end, labelStart(pieces, starts, i)), index), text.slice(index + length, index + length + 60));
    end = index + length;
    const distance = distanceOf(index, text.length);
    const prose = inProse(piece.text, index - start, length, cue === 'published' || cue === 'modified');
    const aside =
      cue === 'unrelated' ||
      piece.under ||
      prose > 0 ||
      (cue !== 'published' && cue !== 'modified' && endsPeriod(piece.text.slice(0, index - start)));
    // Right at the headline a class such as "teaser" is often the article's own.
    const less = prose + beside(piece, text.length < BEFORE * 2 || index < 200 ? 15 : 35) + (aside && prose <= 0 ? ASIDE : 0);
    const says = cue === 'published' || (cue === 'at' && distance < AT_HEADLINE);
    const weight = worth(distance) - less + (says && !aside ? 6 : 0);
    const field = cue === 'modified' ? 'modified' : 'published';
    const found = clue(field, weight, text.slice(index, end), bare(date), piece.inTime ? 'time' : 'text', piece.place);
    clues.push({ ...found, ...(weight >= 50 ? { near: true } : {}), ...(aside ? { aside } : {}) });
  }
  if (clues.length > 0 || isCopy(from.address)) return clues;
  for (const { day, index, length } of relativeDates(text.slice(0, AT_HEADLINE), from.now)) {
    const i = pieceAt(starts, index);
    const piece = pieces[i];
    if (!piece || day === null || inProse(piece.text, index - (starts[i] ?? 0), length, false) > 0) continue;
    const field = cueBefore(text.slice(0, index)) === 'modified' ? 'modified' : 'published';
    const weight = worth(distanceOf(index, text.length)) - 8 - beside(piece);
    const found = clue(field, weight, text.slice(index, index + length), { day }, 'text', piece.place);
    clues.push({ ...found, evidence: { ...found.evidence, relative: true } });
  }
  return clues;
}

/** Where the words begin that speak about a date in this piece: in the piece before it when that is a label ("Bijgewerkt"), no sentence. */
export function labelStart(pieces: readonly Piece[], starts: readonly number[], i: number): number {
  const label = pieces[i - 1]?.text ?? '';
  return label.length > 60 || /[.!?]["”’»)]?$/.test(label) ? (starts[i] ?? 0) : (starts[i - 1] ?? 0);
}

/** "3 hours ago" in an archive or a cache counts from when it was stored, which its address need not say. */
function isCopy({ hostname }: URL): boolean {
  return /(?:^|\.)(?:web\.archive\.org|archive\.\w+|ampproject\.org|translate\.goog|webcache\.googleusercontent\.com)$/.test(hostname);
}

/** True when a line of its own right behind the headline says when, but names no day: "2 weken geleden", "12 mei, 14:02". */
export function saysVaguely(sketch: Sketch, now: Date): boolean {
  const { text, starts } = zoneText(sketch.after.pieces);
  return relativeDates(text.slice(0, AT_HEADLINE), now).some(({ index, length }) => {
    const i = pieceAt(starts, index);
    return inProse(sketch.after.pieces[i]?.text ?? '', index - (starts[i] ?? 0), length, false) <= 0;
  });
}

/** A date inside a sentence is about something else; one that stands alone, or opens the text, is a dateline. */
function inProse(text: string, index: number, length: number, says: boolean): number {
  const behind = text.slice(index + length);
  if (isDateline(text.slice(0, index), behind)) return -4;
  if (!says && sentenceAround(text, text.slice(index, index + length))) return 28;
  return length / (text.length + 1) > 0.4 ? -4 : text.length > 150 ? 28 : text.length > 90 ? 20 : 0;
}

const UPPER = 'A-ZÀ-ÖØ-ÞĀ-ɏͰ-Я';
const DATELINE_BEFORE = new RegExp(
  String.raw`^(?:[${UPPER}][${LETTER}\s.()'’/-]{1,35}[,(–—/|-]\s*)?(?:(?:den|am|le|op|vom|on)\s+)?(?:[${LETTER}]{2,9}[.,]?\s+)?$`,
);
const DATELINE_BEHIND = new RegExp(
  String.raw`^[\s)]*(?:,?\s*\d\d?[:.]\d\d(?:\s*(?:uur|Uhr))?)?[\s)]*(?:[–—/(:|]|--?\s|\.\s*(?:[–—-]|$|[${UPPER}]))`,
);

/** "Brugstad, 12 mei 2024 –", "BRIDGETOWN, May 12, 2024 /Wire/". */
function isDateline(before: string, behind: string): boolean {
  return before.length < 80 && DATELINE_BEHIND.test(behind) && DATELINE_BEFORE.test(before);
}

/** True when what stands around a date is a sentence: it ends in a stop and has four and more other words. */
export function sentenceAround(text: string, date: string): boolean {
  return (
    /[.!?]["”’»)]?$/.test(text) &&
    text
      .replace(date, '')
      .split(/\s+/)
      .filter((word) => /[^\d\W]|[À-ӿ]/.test(word)).length >= 4
  );
}

const PERIOD = new RegExp(String.raw`(?:1[89]|20)\d\d\)?\s*[–—-]\s*(?:[${LETTER}\s]{2,30},?\s*)?$`);

/** "1940 – 8 mei 2024", "1 mei 2024 – Brugstad, 8 mei 2024": the end of a period. */
function endsPeriod(before: string): boolean {
  return PERIOD.test(before.slice(-48));
}

/** "Headline | Site | 28.04.2023": a date behind the title, or in the headline itself. */
export function titleClues(from: DateSources): DateClue[] {
  const clues: DateClue[] = [];
  const { title, headline } = from.sketch;
  const raw = (text: string, { index, length }: DateInText): string => text.slice(index, index + length);
  for (const date of datesInText(title, from.order, 3)) {
    const behind = /[|–—•·-]\s*(?:\p{L}{2,10}\.?,? )?$/u.test(title.slice(0, date.index)) && date.index + date.length > title.length - 12;
    clues.push(clue('published', behind ? 74 : 45, raw(title, date), bare(date), 'meta', 'title'));
  }
  for (const date of headline ? datesInText(headline.text, from.order, 2) : [])
    clues.push(clue('published', 57, raw(headline?.text ?? '', date), bare(date), 'text', headline?.tag ?? ''));
  return clues;
}
