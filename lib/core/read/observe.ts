import type { Address, Found, Observation, PageKind } from '../observation';
import { type AuthorSources, authorsOf, namesNobody } from './authors';
import { dateClues } from './date-clues';
import { disclosuresOf } from './disclosures';
import { isObject, type JsonLd, readJsonLd, textOf, valuesOf } from './json-ld';
import { type KindSigns, kindOf, listsTexts } from './kind';
import { bareUrl, type MainNode, mainNode } from './main-node';
import { elsewhere, marksOf } from './page-marks';
import { type DateClue, reconcileDates } from './reconcile';
import { metaOf, type Sketch } from './sketch';
import { withoutStale } from './stale';
import { MAX_NAME, plain } from './text';
import { saysVaguely } from './text-clues';
import { dayOrder, keepsCentralEuropeanTime } from './zones';

/** Pages of these kinds carry the dates and names of other pages. */
const NOT_ONE_TEXT: ReadonlySet<PageKind> = new Set(['front-page', 'search-results', 'wall', 'error']);

/** A date of less weight stands so far beside the article that it leaves no doubt. */
const DOUBTFUL = 30;

/** Longer pieces of text than this, in characters, are no teasers. */
const PROSE = 160;

/** A page that says nothing. */
function emptyObservation(address: Address): Observation {
  return {
    version: 1,
    address,
    kind: 'other',
    language: null,
    canonical: null,
    headline: null,
    published: null,
    modified: null,
    authors: [],
    undecided: { date: false, authors: false },
    siteName: null,
    agency: [],
    genre: null,
    section: null,
    paidContent: [],
    ai: [],
    corrections: [],
    paywall: null,
    syndication: null,
    canonicalElsewhere: null,
    disclosures: [],
  };
}

/**
 * Makes the observation of a sketch: decides which of the things a page declares and shows are about this article.
 *
 * @param now the moment of reading, for "3 hours ago" and for refusing dates in the future
 * @returns null when the page has no http(s) address
 */
export function observe(whole: Sketch, now: Date): Observation | null {
  const url = toUrl(whole.url, whole.url);
  const address = toAddress(url);
  if (url === null || address === null) return null;
  const nothing = emptyObservation(address);
  const sketch = withoutStale(whole, url);
  const ld = readJsonLd(sketch.jsonLd);
  const meta = (...names: string[]): string => metaOf(sketch.metas, plain, ...names)?.value ?? '';
  const headline = sketch.headline?.text ?? '';
  const canonical = toUrl(sketch.canonical.trim(), url.href);
  const language = languageOf(sketch.lang, meta('og:locale', 'content-language', 'language'));
  const addresses = [url.href, canonical?.href ?? '', meta('og:url')].filter((text) => text !== '').map(bareUrl);
  const main = mainNode(ld, addresses, [headline, meta('og:title', 'twitter:title'), sketch.title]);
  const siteName = siteNameOf(sketch, ld, main);
  const clues = dateClues({ sketch, ld, main, address: url, order: dayOrder(language, url.hostname), now });
  const names: AuthorSources = { sketch, ld, main, site: siteName?.value ?? null, host: url.hostname };
  const authors = authorsOf(names);
  const dates = reconcileDates(clues, now, keepsCentralEuropeanTime(language, url.hostname));
  const signs: KindSigns = {
    status: sketch.status,
    path: url.pathname,
    hasQuery: url.search.length > 1,
    title: sketch.title,
    headline,
    ogType: meta('og:type'),
    mainTypes: main?.types ?? [],
    types: ld.nodes.slice(0, 200).flatMap((node) => node.types),
    declaresArticle: clues.some(({ field, weight, evidence }) => field === 'published' && weight >= 88 && evidence.from.kind !== 'json-ld'),
    hasAuthor: authors.length > 0,
    hasDate: dates.published !== null && [dates.published.from, ...dates.published.alsoIn].some(({ name }) => !/webpage\./i.test(name)),
    shownDays: shownDays(clues),
    proseLength: sketch.after.pieces.reduce((sum, { text }) => sum + (text.length >= PROSE ? text.length : 0), 0),
    textLength: sketch.after.pieces.reduce((sum, piece) => sum + piece.text.length + 1, 0),
  };
  const kind = kindOf(signs);
  const common = {
    ...nothing,
    kind,
    language,
    canonical: toAddress(canonical),
    canonicalElsewhere: elsewhere(canonical, url),
    siteName,
    disclosures: disclosuresOf(ld, main, url.href),
  };
  if (NOT_ONE_TEXT.has(kind)) return common;

  const shown = kind === 'other' && listsTexts(signs) && /^(?:text|time|link)$/.test(dates.published?.from.kind ?? '');
  const { published, modified } = shown ? { published: null, modified: null } : dates;
  // What was dropped as stale may have held an answer.
  const stale = sketch !== whole;
  return {
    ...common,
    headline: sketch.headline ? { value: plain(headline), from: { kind: 'text', name: sketch.headline.tag } } : null,
    published,
    modified,
    authors,
    undecided: {
      date: published === null && (stale || clues.some(isDoubtful) || saysVaguely(sketch, now)),
      authors: authors.length === 0 && (stale || namesNobody(names)),
    },
    ...marksOf(names, url, authors),
  };
}

/** A date that was seen and refused; those that stand far beside the article are no reason for doubt. */
function isDoubtful(clue: DateClue): boolean {
  return clue.field === 'published' && (clue.or !== undefined || clue.weight >= DOUBTFUL);
}

/** Different days that stand alone in the text or in `time`: many of them make a list. */
function shownDays(clues: readonly DateClue[]): number {
  const shown = clues.filter(
    ({ field, weight, evidence }) => field === 'published' && weight >= 25 && /^(?:text|time)$/.test(evidence.from.kind),
  );
  return new Set(shown.map((clue) => clue.evidence.day)).size;
}

function languageOf(lang: string, meta: string): string | null {
  const tag = (plain(lang, 35) || meta).replaceAll('_', '-').split(/[,\s]/)[0] ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

function siteNameOf(sketch: Sketch, ld: JsonLd, main: MainNode | null): Found<string> | null {
  for (const publisher of main ? valuesOf(ld, main.node, 'publisher').filter(isObject) : []) {
    const name = plain(textOf(ld, publisher, 'name'), MAX_NAME);
    if (name !== '') return { value: name, from: { kind: 'json-ld', name: `${main?.name ?? ''}.publisher.name` } };
  }
  const meta = metaOf(sketch.metas, plain, 'og:site_name', 'application-name');
  return meta ? { value: plain(meta.value, MAX_NAME), from: { kind: 'meta', name: meta.name } } : null;
}

/** Names of hosts are at most this long (RFC 1035, 2.3.4). */
const MAX_HOST = 253;

function toUrl(href: string, base: string): URL | null {
  if (href === '' || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return url.hostname.length <= MAX_HOST ? url : null;
}

function toAddress(url: URL | null): Address | null {
  return url && /^https?:$/.test(url.protocol) ? { origin: url.origin, path: url.pathname.slice(0, 2_000) } : null;
}
