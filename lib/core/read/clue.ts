import type { PlaceKind } from '../observation';
import type { JsonLd } from './json-ld';
import type { MainNode } from './main-node';
import { type DateInText, type DayOrder, type ParsedDate, parseMachineDate } from './parse-date';
import type { DateClue } from './reconcile';
import type { Sketch } from './sketch';
import { plain } from './text';

export interface DateSources {
  sketch: Sketch;
  ld: JsonLd;
  main: MainNode | null;
  address: URL;
  order: DayOrder;
  now: Date;
}

/** What a date loses that is about something else: an event, a birth, a teaser below the article. */
export const ASIDE = 30;

/** Makes a clue of a date and where it stood. */
export function clue(field: DateClue['field'], weight: number, raw: string, date: ParsedDate, kind: PlaceKind, name: string): DateClue {
  const { or, ...rest } = date;
  const evidence = {
    value: plain(raw, 80),
    day: rest.day,
    ...(rest.time ? { time: rest.time } : {}),
    ...(rest.offset ? { offset: rest.offset } : {}),
    from: { kind, name: plain(name, 80) },
  };
  return or === undefined ? { field, weight, evidence } : { field, weight, evidence, or };
}

/** The clue of a value that was written for machines; none when it is no date. */
export function machine(
  from: DateSources,
  field: DateClue['field'],
  weight: number,
  raw: string,
  kind: PlaceKind,
  name: string,
): DateClue[] {
  const date = raw === '' ? null : parseMachineDate(raw, from.order);
  return date ? [clue(field, weight, raw, date, kind, name)] : [];
}

export function bare({ index: _index, length: _length, ...date }: DateInText): ParsedDate {
  return date;
}
