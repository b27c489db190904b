import { type Day, localDay } from '../dates';
import type { DateEvidence, DateStatement, Place, PlaceKind } from '../observation';
import { centralEuropeanDay, daysBetween } from './zones';

/** One place on the page that names a date, with how much it is worth (docs/READING.md has the table). */
export interface DateClue {
  field: 'published' | 'modified';
  evidence: DateEvidence;
  weight: number;
  /** Stands at the headline, where a reader sees it. */
  near?: boolean;
  /** Is about something else: an event, a birth, a teaser below the article. */
  aside?: boolean;
  /** The other reading of `03/05/2021`. */
  or?: Day;
}

export interface ReadDates {
  published: DateStatement | null;
  modified: DateStatement | null;
}

/** Below this a day is not shown: the page does not say clearly enough. */
const ENOUGH = 55;
/** A day that another kind of place names too is worth this much more, for each kind. */
const AGREEMENT = 6;
/** Evidence below this weight is too weak to be called a rival. */
const RIVAL = 60;
/** A visible date of this weight stands at the headline without doubt. */
const SHOWN = 55;
const MAX_LISTED = 10;

/** Chooses the day on which a page was published and the day it was changed, and lists what agrees and what does not. */
export function reconcileDates(clues: readonly DateClue[], now: Date, centralEuropean: boolean): ReadDates {
  const today = localDay(now);
  const possible = clues.filter((clue) => daysBetween(today, clue.evidence.day) <= 1);
  const settled = settleOrder(possible.map((clue) => localised(clue, possible, centralEuropean)));
  const modifiedClues = settled.filter((clue) => clue.field === 'modified');
  const modified = choose(modifiedClues, []);
  const publishedClues = settled.filter((clue) => clue.field === 'published');
  const published = choose(restated(publishedClues, modified), modified ? [modified.day] : []);
  return { published, modified: modified && published && modified.day < published.day ? null : modified };
}

/** An instant in UTC is put on the publisher's own calendar: as shown at the headline, or by Central European Time. */
function localised(clue: DateClue, all: readonly DateClue[], centralEuropean: boolean): DateClue {
  const { day, time, offset, from } = clue.evidence;
  if (offset !== 'Z' || time === undefined || from.kind === 'text') return clue;
  const shown = all.filter((other) => other.near && other.field === clue.field && other.weight >= SHOWN && other.evidence.offset !== 'Z');
  // What stands at the headline decides; the clock of the country only where nothing does.
  if (shown.some((other) => other.evidence.day === day)) return clue;
  const beside = shown.find((other) => isNextDoor(day, time, other.evidence.day));
  const local = beside ? beside.evidence.day : centralEuropean ? centralEuropeanDay(day, time) : day;
  if (local === day) return clue;
  return { ...clue, evidence: { value: clue.evidence.value, day: local, from } };
}

/** True when some time zone has `other` on its calendar at this instant. */
function isNextDoor(day: Day, time: string, other: Day): boolean {
  const distance = daysBetween(day, other);
  return (distance === 1 && time >= '10:00') || (distance === -1 && time < '10:00');
}

/** `03/05/2021` counts only where another place on the page settles which is the month. */
function settleOrder(clues: readonly DateClue[]): DateClue[] {
  const sure = new Set(clues.filter((clue) => clue.or === undefined).map((clue) => clue.evidence.day));
  return clues.map((clue) => {
    if (clue.or === undefined || sure.has(clue.evidence.day)) return clue;
    if (sure.has(clue.or)) return { ...clue, evidence: { ...clue.evidence, day: clue.or } };
    return { ...clue, weight: Math.min(clue.weight, 30) };
  });
}

/**
 * Some systems write the day of the last change into the field for publication. A strong statement that names an earlier day is then
 * the better one, and a build or import time in the code loses to an older date at the headline.
 */
function restated(clues: readonly DateClue[], modified: DateStatement | null): DateClue[] {
  if (!modified) return [...clues];
  const earlier = clues.filter((clue) => clue.evidence.day < modified.day);
  const most = Math.max(0, ...clues.map((clue) => clue.weight));
  const strong = earlier.some((clue) => clue.weight === most && clue.evidence.from.kind !== 'text');
  const seen = earlier.some((clue) => clue.near && clue.weight >= 74);
  if (!strong && !seen) return [...clues];
  return clues.map((clue) =>
    clue.evidence.day >= modified.day && clue.evidence.from.kind !== 'text' ? { ...clue, weight: clue.weight - (strong ? 15 : 25) } : clue,
  );
}

interface DayGroup {
  day: Day;
  best: DateClue;
  clues: DateClue[];
  score: number;
}

function choose(clues: readonly DateClue[], explained: readonly Day[]): DateStatement | null {
  const groups = byDay(clues).sort((a, b) => b.score - a.score);
  const winner = groups[0];
  if (!winner || winner.score < ENOUGH) return null;
  const rivals = groups
    .slice(1)
    .filter((group) => group.best.weight >= RIVAL && !explained.includes(group.day))
    .map((group) => group.best.evidence);
  const others = winner.clues.filter((clue) => clue !== winner.best).map((clue) => clue.evidence.from);
  return { ...winner.best.evidence, alsoIn: distinct(others, winner.best.evidence.from), rivals: rivals.slice(0, MAX_LISTED) };
}

function byDay(clues: readonly DateClue[]): DayGroup[] {
  const groups = new Map<Day, DateClue[]>();
  for (const clue of clues) {
    const group = groups.get(clue.evidence.day);
    if (group) group.push(clue);
    else groups.set(clue.evidence.day, [clue]);
  }
  return [...groups].map(([day, members]) => {
    const sorted = members.toSorted((a, b) => b.weight - a.weight);
    const best = sorted[0] as DateClue;
    const kinds = new Set<PlaceKind>(sorted.flatMap((clue) => (clue.aside ? [] : [clue.evidence.from.kind])));
    return { day, best: preferTimed(best, sorted), clues: sorted, score: best.weight + AGREEMENT * Math.max(0, kinds.size - 1) };
  });
}

/** Of equally good places, the one that also gives the time. */
function preferTimed(best: DateClue, sorted: readonly DateClue[]): DateClue {
  if (best.evidence.time !== undefined) return best;
  return sorted.find((clue) => clue.evidence.time !== undefined && best.weight - clue.weight <= 10) ?? best;
}

function distinct(places: readonly Place[], except: Place): Place[] {
  const seen = new Set([`${except.kind} ${except.name}`]);
  const kept: Place[] = [];
  for (const place of places) {
    const key = `${place.kind} ${place.name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(place);
  }
  return kept.slice(0, MAX_LISTED);
}
