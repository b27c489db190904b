import { ASIDE, clue, type DateSources, machine } from './clue';
import { cueBefore } from './cues';
import { dateKey } from './date-keys';
import { textOf } from './json-ld';
import { lastResort } from './last-resort';
import { parseMachineDate, toDay } from './parse-date';
import type { DateClue } from './reconcile';
import { beside } from './sketch';
import { headerClues, sentenceAround, titleClues } from './text-clues';

const ENOUGH = 55;

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
    const aside = cue === 'unrelated' || mark.under || (cue !== 'published' && !isOld && sentenceAround(mark.line, mark.text));
    const weight = 60 + mark.near + (isOld ? 8 : 0) - beside(mark) - (aside ? ASIDE : 0);
    const found = clue(cue === 'modified' ? 'modified' : 'published', weight, mark.value, date, 'time', `time${isOld ? '.published' : ''}`);
    return [{ ...found, ...(mark.near > 0 ? { near: true } : {}), ...(aside ? { aside } : {}) }];
  });
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
