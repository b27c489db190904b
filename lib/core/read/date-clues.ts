import type { PlaceKind } from '../observation';
import { cueBefore } from './cues';
import { dateKey } from './date-keys';
import { type JsonLd, textOf } from './json-ld';
import type { MainNode } from './main-node';
import { type DateInText, type DayOrder, datesInText, type ParsedDate, parseMachineDate, toDay } from './parse-date';
import type { DateClue } from './reconcile';
import { relativeDates } from './relative-date';
import { beside, type Piece, pieceAt, type Sketch, zoneText } from './sketch';
import { plain } from './text';

export interface DateSources {
  sketch: Sketch;
  ld: JsonLd;
  main: MainNode | null;
  address: URL;
  order: DayOrder;
  now: Date;
}

const ENOUGH = 55;
/** How much text behind and before a headline belongs to the header of an article, in characters. */
const AFTER = 1_600;
const BEFORE = 350;

/** Collects every statement about a date that can belong to this article. */
export function dateClues(from: DateSources): DateClue[] {
  const clues = [
    ...jsonLdClues(from),
    ...metaClues(from),
    ...propClues(from),
    ...timeClues(from),
    ...headerClues(from),
    ...titleClues(from),
    ...addressClues(from),
  ];
  return clues.some((found) => found.field === 'published' && found.weight >= ENOUGH) ? clues : [...clues, ...lastResort(from, clues)];
}

function clue(field: DateClue['field'], weight: number, raw: string, date: ParsedDate, kind: PlaceKind, name: string): DateClue {
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

function machine(from: DateSources, field: DateClue['field'], weight: number, raw: string, kind: PlaceKind, name: string): DateClue[] {
  const date = raw === '' ? null : parseMachineDate(raw, from.order);
  return date ? [clue(field, weight, raw, date, kind, name)] : [];
}

function jsonLdClues(from: DateSources): DateClue[] {
  const { ld, main } = from;
  const clues: DateClue[] = [];
  const add = (field: DateClue['field'], weight: number, raw: string, name: string): void => {
    clues.push(...machine(from, field, weight, raw, 'json-ld', name));
  };
  if (main) {
    const weight = 100 * main.trust;
    const published = textOf(ld, main.node, 'datePublished');
    add('published', weight, published, `${main.name}.datePublished`);
    add('published', weight - (published ? 12 : 6), textOf(ld, main.node, 'uploadDate'), `${main.name}.uploadDate`);
    if (!published) add('published', weight - 15, textOf(ld, main.node, 'dateCreated'), `${main.name}.dateCreated`);
    add('modified', weight, textOf(ld, main.node, 'dateModified'), `${main.name}.dateModified`);
  }
  for (const { node, types } of ld.nodes) {
    if (!types.some((t) => /^(?:\w*webpage|itempage)$/i.test(t))) continue;
    add('published', 72, textOf(ld, node, 'datePublished'), `${types[0]}.datePublished`);
    add('modified', 72, textOf(ld, node, 'dateModified'), `${types[0]}.dateModified`);
  }
  if (!main)
    for (const text of ld.broken) {
      for (const [field, key] of [
        ['published', 'datePublished'],
        ['modified', 'dateModified'],
      ] as const) {
        const values = new Set([...text.matchAll(new RegExp(`"${key}"\\s*:\\s*"([^"]{6,40})"`, 'g'))].slice(0, 20).map((m) => m[1] ?? ''));
        if (values.size === 1) for (const value of values) add(field, 85, value, key);
      }
    }
  return clues;
}

function metaClues(from: DateSources): DateClue[] {
  return from.sketch.metas.flatMap(({ name, content }) => {
    const key = dateKey(name);
    return key ? machine(from, key.field, key.weight, content, 'meta', name) : [];
  });
}

const PROP: Readonly<Record<string, [DateClue['field'], number]>> = {
  datepublished: ['published', 92],
  datecreated: ['published', 80],
  uploaddate: ['published', 70],
  datemodified: ['modified', 92],
  dateupdated: ['modified', 90],
};
const NOT_ARTICLE = /comment|review$|product|event|person|rating|answer|offer|listitem|jobposting/i;

/** Microdata and RDFa. A scope of its own that does not hold the headline is another article's. */
function propClues(from: DateSources): DateClue[] {
  return from.sketch.props.flatMap((prop) => {
    const names = prop.name.toLowerCase().split(/\s+/);
    const name = names.map((n) => n.replace(/^.*[/:]/, '')).find((n) => n in PROP);
    const rule = name === undefined ? undefined : PROP[name];
    if (!name || !rule || NOT_ARTICLE.test(prop.type)) return [];
    const less = prop.scope === 'headline' ? 0 : Math.max(beside(prop), prop.scope === 'other' ? 10 : 0);
    return machine(from, rule[0], rule[1] - less, prop.value, prop.rdfa ? 'rdfa' : 'microdata', name);
  });
}

function timeClues(from: DateSources): DateClue[] {
  return from.sketch.times.flatMap((mark) => {
    const date = parseMachineDate(mark.value, from.order);
    if (!date) return [];
    const named = `${mark.name} ${mark.around}`;
    const changed = /updat|modif/i.test(named) && !/publish|entry-date/i.test(mark.name);
    const cue = changed ? 'modified' : cueBefore(mark.before === mark.text ? '' : mark.before);
    const isOld = mark.pubdate || /(^|[\s_-])(?:pub|published|entry-date|post-date|posted)/i.test(named);
    const weight = 60 + mark.near + (isOld ? 8 : 0) - beside(mark) - (cue === 'unrelated' ? 25 : 0);
    const found = clue(cue === 'modified' ? 'modified' : 'published', weight, mark.value, date, 'time', `time${isOld ? '.published' : ''}`);
    return [mark.near > 0 ? { ...found, near: true } : found];
  });
}

function headerClues(from: DateSources): DateClue[] {
  return [
    ...zoneClues(from, from.sketch.after.pieces, (at) => 78 - (at / AFTER) * 24),
    ...zoneClues(from, from.sketch.before.pieces, (at, length) => 68 - ((length - at) / BEFORE) * 14),
  ];
}

function zoneClues(from: DateSources, pieces: readonly Piece[], worth: (at: number, length: number) => number): DateClue[] {
  const { text, starts } = zoneText(pieces);
  const clues: DateClue[] = [];
  let end = 0;
  for (const date of datesInText(text, from.order)) {
    const { index, length } = date;
    const i = pieceAt(starts, index);
    const piece = pieces[i];
    if (!piece) continue;
    const cue = cueBefore(text.slice(Math.max(end, starts[i - 1] ?? 0), index));
    end = index + length;
    const prose = inProse(date, piece.text.length + 1);
    // Right at the headline a class such as "teaser" is often the article's own.
    const less = prose + beside(piece, text.length < BEFORE * 2 || index < 200 ? 15 : 35);
    const weight = worth(index, text.length) - less + (cue === 'unrelated' ? -25 : cue === 'published' && prose <= 0 ? 6 : 0);
    const field = cue === 'modified' ? 'modified' : 'published';
    const found = clue(field, weight, text.slice(index, end), bare(date), piece.inTime ? 'time' : 'text', piece.place);
    clues.push(weight >= 50 ? { ...found, near: true } : found);
  }
  if (clues.length > 0 || isCopy(from.address)) return clues;
  for (const { day, index, length } of relativeDates(text.slice(0, 250), from.now)) {
    const piece = pieces[pieceAt(starts, index)];
    if (!piece) continue;
    const field = cueBefore(text.slice(0, index)) === 'modified' ? 'modified' : 'published';
    const found = clue(
      field,
      worth(index, text.length) - 8 - beside(piece),
      text.slice(index, index + length),
      { day },
      'text',
      piece.place,
    );
    clues.push({ ...found, evidence: { ...found.evidence, relative: true } });
  }
  return clues;
}

/** "3 hours ago" in an archive or a cache counts from when it was stored, which its address need not say. */
export function isCopy({ hostname }: URL): boolean {
  return /(?:^|\.)(?:web\.archive\.org|archive\.\w+|ampproject\.org|translate\.goog|webcache\.googleusercontent\.com)$/.test(hostname);
}

/** A date inside a sentence is about something else; one that stands alone is a dateline. */
function inProse(date: DateInText, length: number): number {
  return date.length / length > 0.4 ? -4 : length > 150 ? 28 : length > 90 ? 20 : 0;
}

/** "Headline | Site | 28.04.2023": a date behind the title, or in the headline itself. */
function titleClues(from: DateSources): DateClue[] {
  const clues: DateClue[] = [];
  const { title, headline } = from.sketch;
  for (const date of datesInText(title, from.order, 3)) {
    const behind = /[|–—•·-]\s*(?:\p{L}{2,10}\.?,? )?$/u.test(title.slice(0, date.index)) && date.index + date.length > title.length - 12;
    clues.push(clue('published', behind ? 74 : 45, title.slice(date.index, date.index + date.length), bare(date), 'meta', 'title'));
  }
  if (headline) {
    for (const date of datesInText(headline.text, from.order, 2)) {
      clues.push(clue('published', 57, headline.text.slice(date.index, date.index + date.length), bare(date), 'text', headline.tag));
    }
  }
  return clues;
}

function bare({ index: _index, length: _length, ...date }: DateInText): ParsedDate {
  return date;
}

function addressClues(from: DateSources): DateClue[] {
  const path = from.address.pathname;
  const match = /(?:^|[/_~-])((?:19|20)\d\d)([/_-]?)(\d\d?)\2(\d\d?)(?=[/_.-]|$)/.exec(path);
  if (match && (match[2] !== '' || match[0].replace(/\D/g, '').length === 8)) {
    const day = toDay(Number(match[1]), Number(match[3]), Number(match[4]));
    if (day) return [clue('published', 66, match[0].replace(/^[/_~-]/, ''), { day }, 'address', 'path')];
  }
  // "/2021/05/210503-title": the short form counts because the path repeats its year and month.
  const short = /\/20(\d\d)\/(\d\d)\/\1\2(\d\d)[-_]/.exec(path);
  const shortDay = short ? toDay(2000 + Number(short[1]), Number(short[2]), Number(short[3])) : null;
  if (short && shortDay) return [clue('published', 64, short[0], { day: shortDay }, 'address', 'path')];
  const reverse = /(?:^|[/_~-])(\d\d)([-._])(\d\d)\2(20\d\d)(?=[/_.-]|$)/.exec(path);
  if (!reverse || (from.order !== 'dmy' && Number(reverse[1]) <= 12)) return [];
  const day = toDay(Number(reverse[4]), Number(reverse[3]), Number(reverse[1]));
  return day ? [clue('published', 58, reverse[0].replace(/^[/_~-]/, ''), { day }, 'address', 'path')] : [];
}

/**
 * Only when nothing better spoke: elements named after a date, dates that stand alone in the text, variables of scripts. If all of them
 * name one and the same day, that is the page's day.
 */
function lastResort(from: DateSources, known: readonly DateClue[]): DateClue[] {
  const { more } = from.sketch;
  if (!more) return [];
  const clues: DateClue[] = [];
  more.named.forEach((piece, i) => {
    const first = piece.text.length > 150 ? undefined : datesInText(piece.text, from.order, 3)[0];
    if (first) clues.push(weak(piece.text, first, piece, 56 - Math.min(i, 20)));
  });
  const { text, starts } = zoneText(more.body);
  for (const date of datesInText(text, from.order, 40)) {
    const piece = more.body[pieceAt(starts, date.index)];
    if (piece && date.length / Math.max(piece.text.length, 1) >= 0.4) clues.push(weak(text, date, piece, 50));
  }
  clues.push(...variableClues(from, more.variables));
  const published = [...known, ...clues].filter((found) => found.field === 'published');
  const best = Math.max(0, ...published.map((found) => found.weight));
  const days = new Set(published.filter((found) => found.weight >= Math.max(12, best - 20)).map((found) => found.evidence.day));
  if (best < 35 || days.size !== 1) return clues;
  return clues.concat(published.filter((found) => found.weight === best).map((found) => ({ ...found, weight: 58 })));
}

function weak(text: string, date: DateInText, piece: Piece, weight: number): DateClue {
  const cue = cueBefore(text.slice(Math.max(0, date.index - 45), date.index));
  const less = beside(piece) + (cue === 'unrelated' ? 25 : 0) - (cue === 'published' ? 4 : 0);
  const raw = text.slice(date.index, date.index + date.length);
  return clue(cue === 'modified' ? 'modified' : 'published', weight - less, raw, bare(date), 'text', piece.place);
}

/** Variables of scripts, if all that are named after publication say the same day. */
function variableClues(from: DateSources, variables: readonly [string, string][]): DateClue[] {
  const clues = variables.flatMap(([name, value]) => machine(from, 'published', 56, value, 'script', name));
  return new Set(clues.map((found) => found.evidence.day)).size === 1 ? clues.slice(0, 1) : [];
}
