import type { PlaceKind } from '../core/observation';
import { cueBefore } from '../core/read/cues';
import { dateKey } from '../core/read/date-keys';
import { type DateInText, type DayOrder, datesInText, type ParsedDate, parseMachineDate, toDay } from '../core/read/parse-date';
import type { DateClue } from '../core/read/reconcile';
import { relativeDates } from '../core/read/relative-date';
import { plain } from '../core/read/text';
import type { Headline } from './headline';
import { type JsonLd, textOf } from './json-ld';
import type { MainNode } from './main-node';
import type { Scan } from './scan';
import { besides, pieceAt, textWithin, type Zone } from './zone';

export interface DateSources {
  scan: Scan;
  ld: JsonLd;
  main: MainNode | null;
  headline: Headline | null;
  address: URL;
  order: DayOrder;
  now: Date;
  /** Text behind and before the headline. */
  after: Zone;
  before: Zone;
}

const ENOUGH = 55;
/** How much text behind and before a headline belongs to the header of an article, in characters. */
export const AFTER = 1_600;
export const BEFORE = 350;

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
  return from.scan.metas.flatMap(({ name, content }) => {
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

/** Microdata and RDFa. A scope of its own with a headline of its own is another article's. */
function propClues(from: DateSources): DateClue[] {
  const anchor = from.headline?.element ?? null;
  return from.scan.props.flatMap((element) => {
    const itemprop = element.getAttribute('itemprop');
    const names = (itemprop ?? element.getAttribute('property') ?? '').toLowerCase().split(/\s+/);
    const name = names.map((n) => n.replace(/^.*[/:]/, '')).find((n) => n in PROP);
    const rule = name === undefined ? undefined : PROP[name];
    if (!name || !rule) return [];
    const scope = element.closest('[itemscope],[typeof]');
    const type = scope?.getAttribute('itemtype') ?? scope?.getAttribute('typeof') ?? '';
    if (NOT_ARTICLE.test(type)) return [];
    const holds = anchor !== null && scope !== null && scope.contains(anchor);
    const less = holds
      ? 0
      : Math.max(besides(element, anchor), anchor && scope && scope.localName !== 'body' && scope.localName !== 'html' ? 10 : 0);
    const raw = valueOf(element);
    return machine(from, rule[0], rule[1] - less, raw, itemprop === null ? 'rdfa' : 'microdata', name);
  });
}

function valueOf(element: Element): string {
  return element.getAttribute('content') || element.getAttribute('datetime') || plain(element.textContent, 80);
}

function timeClues(from: DateSources): DateClue[] {
  const anchor = from.headline?.element ?? null;
  const root = from.scan.document.body;
  const near = anchor && root ? nearness(from.scan.times, anchor) : () => 0;
  return from.scan.times.flatMap((element) => {
    const text = plain(element.textContent, 80);
    const raw = element.getAttribute('datetime') || element.getAttribute('content') || text;
    const date = parseMachineDate(raw, from.order);
    if (!date) return [];
    const named = `${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`;
    const before = plain(element.previousSibling?.textContent ?? '', 60) || plain(element.parentElement?.firstChild?.textContent ?? '', 60);
    const cue =
      /updat|modif/i.test(named) && !/publish|entry-date/i.test(element.getAttribute('class') ?? '')
        ? 'modified'
        : cueBefore(before === text ? '' : before);
    const isOld = /(^|[\s_-])(?:pub|published|entry-date|post-date|posted)/i.test(named) || element.hasAttribute('pubdate');
    const weight = 60 + near(element) + (isOld ? 8 : 0) - besides(element, anchor) - (cue === 'unrelated' ? 25 : 0);
    const found = clue(cue === 'modified' ? 'modified' : 'published', weight, raw, date, 'time', `time${isOld ? '.published' : ''}`);
    return [near(element) > 0 ? { ...found, near: true } : found];
  });
}

/** 20 right at the headline, less further down: by place in the order of the page, as text between is dear to count. */
function nearness(times: readonly Element[], anchor: Element): (element: Element) => number {
  const after = times.filter((time) => (anchor.compareDocumentPosition(time) & 4) !== 0);
  const before = times.filter((time) => (anchor.compareDocumentPosition(time) & 2) !== 0);
  const last = before.at(-1);
  return (element) => {
    const i = after.indexOf(element);
    if (i >= 0) return i < 2 ? 20 : i < 4 ? 5 : 0;
    return element === last ? 10 : anchor.contains(element) ? 15 : 0;
  };
}

function headerClues(from: DateSources): DateClue[] {
  const anchor = from.headline?.element;
  if (!anchor) return [];
  return [
    ...zoneClues(from, from.after, anchor, (at) => 78 - (at / AFTER) * 24),
    ...zoneClues(from, from.before, anchor, (at, length) => 68 - ((length - at) / BEFORE) * 14),
  ];
}

function zoneClues(from: DateSources, zone: Zone, anchor: Element, worth: (at: number, length: number) => number): DateClue[] {
  const clues: DateClue[] = [];
  let end = 0;
  for (const date of datesInText(zone.text, from.order)) {
    const { index, length, ...parsed } = date;
    const piece = pieceAt(zone, index);
    if (!piece) continue;
    const cue = cueBefore(zone.text.slice(end, index));
    end = index + length;
    const weight =
      worth(index, zone.text.length) -
      context(zone, date, piece.parent, anchor) +
      (cue === 'published' ? 6 : cue === 'unrelated' ? -25 : 0);
    const found = clue(
      cue === 'modified' ? 'modified' : 'published',
      weight,
      zone.text.slice(index, end),
      parsed,
      inTime(piece.parent),
      describe(piece.parent),
    );
    clues.push(weight >= 50 ? { ...found, near: true } : found);
  }
  for (const { day, index, length } of relativeDates(zone.text.slice(0, 250), from.now)) {
    const piece = pieceAt(zone, index);
    if (!piece || clues.length > 0) continue;
    const cue = cueBefore(zone.text.slice(0, index));
    const found = clue(
      cue === 'modified' ? 'modified' : 'published',
      worth(index, zone.text.length) - 8 - besides(piece.parent, anchor),
      zone.text.slice(index, index + length),
      { day },
      'text',
      describe(piece.parent),
    );
    clues.push({ ...found, evidence: { ...found.evidence, relative: true } });
  }
  return clues;
}

/** What a `time` element shows and what it says in its attribute are one statement, not two that agree. */
function inTime(element: Element): PlaceKind {
  return element.closest('time') ? 'time' : 'text';
}

/** A date inside a sentence is about something else; one that stands alone is a dateline. */
function context(zone: Zone, date: DateInText, piece: Piece): number {
  const next = zone.pieces[zone.pieces.indexOf(piece) + 1]?.start ?? zone.text.length;
  const own = next - piece.start;
  return date.length / own > 0.4 ? -4 : own > 150 ? 28 : own > 90 ? 20 : 0;
}

function describe(element: Element): string {
  const first = /^[\w-]{1,40}/.exec(element.getAttribute('class')?.trim() ?? '')?.[0];
  return first ? `${element.localName}.${first}` : element.localName;
}

/** "Headline | Site | 28.04.2023": a date behind the title, or in the headline itself. */
function titleClues(from: DateSources): DateClue[] {
  const clues: DateClue[] = [];
  const title = plain(from.scan.document.title);
  for (const date of datesInText(title, from.order, 3)) {
    const behind = /[|–—•·-]\s*(?:\p{L}{2,10}\.?,? )?$/u.test(title.slice(0, date.index)) && date.index + date.length > title.length - 12;
    clues.push(clue('published', behind ? 74 : 45, title.slice(date.index, date.index + date.length), bare(date), 'meta', 'title'));
  }
  const { headline } = from;
  if (headline) {
    for (const date of datesInText(headline.text, from.order, 2)) {
      clues.push(
        clue('published', 57, headline.text.slice(date.index, date.index + date.length), bare(date), 'text', headline.element.localName),
      );
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

const VARIABLE = /"(datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|firstPublished\w{0,4}|publishTime|pubDate)\\?"\s*:\s*\\?"?([^",}\\]{8,40})/g;
const MAX_SCRIPT = 300_000;

/** Variables of scripts, if all that are named after publication say the same day. */
function scriptClues(from: DateSources): DateClue[] {
  const clues: DateClue[] = [];
  const { scripts } = from.scan.document;
  for (let i = 0; i < Math.min(scripts.length, 60); i++) {
    const text = scripts[i]?.textContent ?? '';
    if (text.length < 20 || text.length > MAX_SCRIPT) continue;
    for (const match of text.matchAll(VARIABLE)) {
      clues.push(...machine(from, 'published', 56, match[2] ?? '', 'script', match[1] ?? ''));
      if (clues.length > 40) return [];
    }
  }
  return new Set(clues.map((found) => found.evidence.day)).size === 1 ? clues.slice(0, 1) : [];
}

const NAMED =
  '[class*="date"],[class*="Date"],[id*="date"],[class*="publish"],[class*="meta"],[class*="datum"],[class*="byline"],[class*="posted"],[class*="info"]';

/**
 * Only when nothing better spoke: elements named after a date and dates that stand alone in the text. If all of them name one and the
 * same day, that is the page's day.
 */
function lastResort(from: DateSources, known: readonly DateClue[]): DateClue[] {
  const { document } = from.scan;
  const anchor = from.headline?.element ?? null;
  const clues: DateClue[] = [];
  const named = document.querySelectorAll(NAMED);
  const end = Math.min(named.length, 80);
  for (let i = 0; i < end; i++) {
    const element = named[i];
    if (!element || /^(?:body|html|head|script|style|input|main|section|article)$/.test(element.localName)) continue;
    const zone = textWithin(element, 160);
    const first = zone.text.length > 150 ? undefined : datesInText(zone.text, from.order, 3)[0];
    if (!first) continue;
    clues.push(weak(zone, first, element, 56 - Math.min(i, 20)));
  }
  if (document.body) {
    const zone = textWithin(document.body, 20_000);
    for (const date of datesInText(zone.text, from.order, 40)) {
      const piece = pieceAt(zone, date.index);
      const own = (piece?.node.nodeValue ?? '').trim().length;
      if (!piece || date.length / Math.max(own, 1) < 0.4) continue;
      clues.push(weak(zone, date, piece.parent, 50));
    }
  }
  clues.push(...scriptClues(from));
  const published = [...known, ...clues].filter((found) => found.field === 'published');
  const best = Math.max(0, ...published.map((found) => found.weight));
  const days = new Set(published.filter((found) => found.weight >= Math.max(12, best - 20)).map((found) => found.evidence.day));
  if (best < 35 || days.size !== 1) return clues;
  return clues.concat(published.filter((found) => found.weight === best).map((found) => ({ ...found, weight: 58 })));

  function weak(zone: Zone, date: DateInText, element: Element, weight: number): DateClue {
    const cue = cueBefore(zone.text.slice(Math.max(0, date.index - 45), date.index));
    const less = besides(element, anchor) + (cue === 'unrelated' ? 25 : 0) - (cue === 'published' ? 4 : 0);
    const raw = zone.text.slice(date.index, date.index + date.length);
    return clue(cue === 'modified' ? 'modified' : 'published', weight - less, raw, bare(date), 'text', describe(element));
  }
}
