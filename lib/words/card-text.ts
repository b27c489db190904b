import { type Card, type Fact, type Made, QUESTIONS, type Question, type Unlisted, type When, type Who } from '../core/card';
import type { Day } from '../core/dates';
import type { Found, PaidKind, Place } from '../core/observation';
import { nameOf, type Statement } from '../core/statements';
import { chainNotes, chainSteps, type Length, type Step, yearsText } from './chain-text';
import { snake } from './snake';
import { capitalised, plainText, type Run, type TextKey, type Words } from './words';

/** A card in sentences: what popup, chip, clipboard, terminal and `inspect` show. Every surface says the same. */
export interface CardText {
  lead: Run[];
  rows: Row[];
}

export interface Row {
  question: Question;
  label: string;
  state: Fact<unknown>['state'];
  /** For "who" only: one line for each level of the chain, from the outlet up. */
  steps: Step[];
  lines: Line[];
  /** Before the steps: whose account it is, of a post. */
  first?: Line[];
}

export interface Line {
  /** `answer` answers the question; `muted` says that there is none; `source` tells where it was found. */
  kind: 'answer' | 'muted' | 'source';
  text: Run[];
}

export function cardText(card: Card, words: Words, length: Length = 'full'): CardText {
  return { lead: leadOf(card, words), rows: QUESTIONS.map((question) => rowOf(card, question, words, length)) };
}

function rowOf(card: Card, question: Question, words: Words, length: Length): Row {
  const row: Row = { question, label: words.t(`question_${question}`), state: card[question].state, steps: [], lines: [] };
  const fact = card[question];
  if (fact.state === 'unread') row.lines = [muted(words.runs(`unread_${snake(fact.why)}`))];
  else if (fact.state === 'unlisted') row.lines = [muted(words.runs(unlistedKey(fact.why), { host: card.host ?? '' }))];
  else if (question === 'who') Object.assign(row, whoLines(card.who, words, length));
  else if (question === 'when') row.lines = whenLines(card.when, words);
  else if (question === 'paid') row.lines = paidLines(card.paid, words);
  else row.lines = madeLines(card.made, words, length);
  return row;
}

export function leadOf(card: Card, words: Words): Run[] {
  const { who, host } = card;
  const site: Run = { text: host ?? '', strong: true };
  if (who.state === 'known' || who.state === 'conflicting') return leadOfOutlet(who.value, words);
  if (who.state === 'unlisted') {
    return words.runs(`lead_${snake(who.why)}`, { host: site });
  }
  return words.runs(who.state === 'unread' && who.why === 'damaged' ? 'lead_damaged' : 'lead_unread');
}

export function leadOfOutlet(who: Who, words: Words): Run[] {
  return capitalised(leadFor(who, words));
}

function leadFor({ outlet, form, behind }: Who, words: Words): Run[] {
  const name: Run = { text: nameOf(outlet), strong: true };
  const by: Run | null = behind === null ? null : { text: nameOf(behind), strong: true };
  const kind = form === null ? null : words.t(`form_${snake(form.form)}`);
  if (kind !== null && by !== null) return words.runs('lead_form_behind', { name, form: kind, behind: by });
  if (kind !== null) return words.runs('lead_form', { name, form: kind });
  return by === null ? words.runs('lead_listed', { name }) : words.runs('lead_behind', { name, behind: by });
}

export function whoLines(fact: Fact<Who>, words: Words, length: Length): Pick<Row, 'steps' | 'lines'> {
  if (fact.state !== 'known' && fact.state !== 'conflicting') return { steps: [], lines: [] };
  const { chain } = fact.value;
  const { steps, more } = chainSteps(chain, words, length);
  const lines = chainNotes(chain, length, words, more).map(source);
  if (fact.state === 'conflicting') lines.unshift(answer(words.runs('who_conflicting')));
  if (more) lines.push(source(words.runs('who_more_above')));
  if (chain.links.length + chain.ends.length > 0) lines.push(source(yearsText(chain.years, words)));
  return { steps, lines };
}

function whenLines(fact: Fact<When>, words: Words): Line[] {
  if (fact.state !== 'known' && fact.state !== 'conflicting') return [muted(words.runs('when_absent'))];
  const { published, modified, rivals, age } = fact.value;
  if (published === null) {
    return modified === null
      ? []
      : [
          answer(words.runs('when_modified_only', { day: strong(words.day(modified.day)) })),
          source(placeRuns([modified.from, ...modified.alsoIn], words)),
        ];
  }
  const lines: Line[] = [];
  if (fact.state === 'conflicting') {
    const days = [published, ...rivals].map((date): Run => strong(words.day(date.day)));
    lines.push(answer(words.runs(days.length === 2 ? 'when_two' : 'when_more', { days: words.list(days) })));
  } else {
    const day = strong(words.day(published.day));
    lines.push(answer(age === null ? [day] : words.runs('when_age', { day, age: words.age(age) })));
  }
  if (published.relative) lines.push(source(words.runs('when_relative')));
  if (modified !== null) lines.push(answer(words.runs('when_modified', { day: words.day(modified.day) })));
  if (fact.state === 'known') lines.push(source(placeRuns([published.from, ...published.alsoIn], words)));
  return lines;
}

function placeRuns(places: Place[], words: Words): Run[] {
  const visible = places.some(isVisible);
  const code = places.some((place) => !isVisible(place) && place.kind !== 'address');
  if (visible && code) return words.runs('when_from_both');
  if (visible) return words.runs('when_from_visible');
  return words.runs(code ? 'when_from_code' : 'when_from_address');
}

export function isVisible(place: Place): boolean {
  return place.kind === 'text' || place.kind === 'time' || place.kind === 'link';
}

/** A page that says several things about itself is answered in its plainest words. */
const PLAINEST: readonly PaidKind[] = [
  'political-ad',
  'advertorial',
  'paid-partnership',
  'branded-content',
  'partner-content',
  'sponsored',
  'advertisement',
];

function paidLines(fact: Fact<Found<PaidKind>[]>, words: Words): Line[] {
  if (fact.state !== 'known') return [muted([...words.runs('paid_absent'), { text: ` ${words.t('paid_absent_note')}`, muted: true }])];
  const marks = [...fact.value].sort((a, b) => PLAINEST.indexOf(a.value) - PLAINEST.indexOf(b.value));
  const isSponsor = ({ from }: Found<PaidKind>): boolean => from.kind === 'json-ld' && from.name === 'sponsor';
  const [mark] = marks;
  if (mark === undefined) return [];
  const quote = marks.find((found) => found.text !== undefined && !isSponsor(found))?.text;
  const sponsor = marks.find(isSponsor)?.text;
  const lines = [answer(words.runs(`paid_${snake(mark.value)}`))];
  if (sponsor !== undefined) lines.push(answer(words.runs('paid_sponsor', { name: strong(sponsor) })));
  if (quote !== undefined) lines.push(source(words.runs('paid_quote', { text: quote })));
  return lines;
}

/** In the popup, of many makers. */
const BRIEF_NAMES = 4;

function madeLines(fact: Fact<Made>, words: Words, length: Length): Line[] {
  if (fact.state !== 'known') return [muted(words.runs('made_no_authors'))];
  const { authors, undecided, agencies, genre, ai, corrections, paywall, syndication } = fact.value;
  const shown = length === 'brief' && authors.length > BRIEF_NAMES ? authors.slice(0, BRIEF_NAMES - 1) : authors;
  const rest = authors.length - shown.length;
  const named: Run[][] = shown.map((author) => [strong(author.value)]);
  const names = words.list(rest === 0 ? named : [...named, words.runs('who_more_names', { count: rest })]);
  const lines = [
    authors.length === 0
      ? muted(words.runs(undecided ? 'unread_undecided_makers' : 'made_no_authors'))
      : answer(words.runs(authors.length === 1 ? 'made_author' : 'made_authors', { names })),
  ];
  if (agencies.length > 0)
    lines.push(answer(words.runs('made_agency', { names: words.list(agencies.map((agency) => strong(agency.value))) })));
  if (genre !== null) lines.push(answer(words.runs('made_genre', { genre: words.t(`genre_${snake(genre.value)}`) })));
  for (const use of ai) lines.push(answer(words.runs(`made_ai_${use.value}`)));
  for (const { value } of corrections) lines.push(answer(words.runs(`made_correction_${value.kind}`)));
  if (syndication !== null) lines.push(answer(words.runs('made_syndication', { name: syndication.value })));
  if (paywall === true) lines.push(source(words.runs('made_paywall')));
  return lines;
}

/** The whole card as plain text with its sources: for the clipboard and the terminal. */
export function cardAsText(card: Card, words: Words): string {
  const { who } = card;
  const outlet = who.state === 'known' || who.state === 'conflicting' ? who.value : null;
  return asText({ text: cardText(card, words), address: card.key, outlet, list: listText(card, words) }, words);
}

/** @param outlet whose sources are named below it */
export function asText(
  { text, address, outlet, list }: { text: CardText; address: string; outlet: Who | null; list: string | null },
  words: Words,
): string {
  const body = text.rows.map((row) => {
    const steps = row.steps.map((step, i) => `${i === 0 ? '' : '↑ '}${plainText(step.text)}`);
    const [first, lines] = [row.first ?? [], row.lines].map((list) => list.map((line) => plainText(line.text)));
    return [row.label, ...[...(first ?? []), ...steps, ...(lines ?? [])].map((line) => `  ${line}`)].join('\n');
  });
  const cited = outlet === null ? [] : citedSources(outlet);
  const sources = cited.map(
    ({ title, publisher, url, file, published }) =>
      `  ${title}, ${publisher}${published === undefined ? '' : `, ${words.roughDate(published)}`}: ${url ?? file ?? ''}`,
  );
  return [
    plainText(text.lead),
    address,
    '',
    ...body,
    ...(sources.length > 0 ? ['', words.t('copy_sources'), ...sources] : []),
    ...(list === null ? [] : ['', list]),
  ].join('\n');
}

/** "Onze lijst van …"; for a practice page that its list is made up. */
export function listText(card: Card, words: Words): string | null {
  if (card.practice) return words.t('practice_list');
  return card.register === null ? null : editionText(card.register, words);
}

/** Which list answered: Colofon's, or an organisation's own. */
export function editionText({ built, keeper }: { built: Day; keeper: string | null }, words: Words): string {
  const day = words.day(built);
  return keeper === null ? words.t('foot_list_date', { day }) : words.t('foot_list_keeper', { organisation: keeper, day });
}

function citedSources({ chain, form }: Who): Statement['sources'] {
  const all = [...(form === null ? [] : [form.statement]), ...chain.links.flatMap((link) => link.statements), ...chain.ends].flatMap(
    (s) => s.sources,
  );
  return [...new Map(all.map((s) => [s.id, s])).values()];
}

export function unlistedKey(why: Unlisted): TextKey {
  return `who_${snake(why)}`;
}

export const answer = (text: Run[]): Line => ({ kind: 'answer', text });
export const muted = (text: Run[]): Line => ({ kind: 'muted', text });
export const source = (text: Run[]): Line => ({ kind: 'source', text });
export const strong = (text: string): Run => ({ text, strong: true });
