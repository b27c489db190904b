import type { Address, Found, Observation, PageKind } from '../observation';
import { type AuthorSources, authorsOf } from './authors';
import { dateClues } from './date-clues';
import { disclosuresOf } from './disclosures';
import { isObject, type JsonLd, readJsonLd, textOf, valuesOf } from './json-ld';
import { kindOf } from './kind';
import { bareUrl, type MainNode, mainNode } from './main-node';
import { marksOf } from './page-marks';
import { reconcileDates } from './reconcile';
import { metaOf, type Sketch } from './sketch';
import { MAX_NAME, plain } from './text';
import { dayOrder, keepsCentralEuropeanTime } from './zones';

/** Pages of these kinds carry the dates and names of other pages. */
const NOT_ONE_TEXT: ReadonlySet<PageKind> = new Set(['front-page', 'search-results', 'wall', 'error']);

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
    siteName: null,
    agency: [],
    genre: null,
    section: null,
    paidContent: [],
    ai: [],
    corrections: [],
    paywall: null,
    syndication: null,
    disclosures: [],
    frames: { read: 1, unread: 0 },
  };
}

/**
 * Makes the observation of a sketch: decides which of the things a page declares and shows are about this article.
 *
 * @param now the moment of reading, for "3 hours ago" and for refusing dates in the future
 * @returns null when the page has no http(s) address
 */
export function observe(sketch: Sketch, now: Date): Observation | null {
  const url = toUrl(sketch.url, sketch.url);
  const address = toAddress(url);
  if (url === null || address === null) return null;
  const nothing = emptyObservation(address);
  const ld = readJsonLd(sketch.jsonLd);
  const meta = (...names: string[]): string => metaOf(sketch.metas, plain, ...names)?.value ?? '';
  const headline = sketch.headline?.text ?? '';
  const canonical = toUrl(sketch.canonical.trim(), url.href);
  const language = languageOf(sketch.lang, meta('og:locale', 'content-language', 'language'));
  const addresses = [url.href, canonical?.href ?? '', meta('og:url')].filter((text) => text !== '').map(bareUrl);
  const main = mainNode(ld, addresses, [headline, meta('og:title', 'twitter:title'), sketch.title]);
  const siteName = siteNameOf(sketch, ld, main);
  const clues = dateClues({ sketch, ld, main, address: url, order: dayOrder(language, url.hostname), now });
  const kind = kindOf({
    status: sketch.status,
    path: url.pathname,
    hasQuery: url.search.length > 1,
    title: sketch.title,
    headline,
    ogType: meta('og:type'),
    mainTypes: main?.types ?? [],
    types: ld.nodes.slice(0, 200).flatMap((node) => node.types),
    declaresArticle: clues.some((clue) => clue.weight >= 88 && clue.evidence.from.kind !== 'json-ld'),
    hasDate: clues.some((clue) => clue.weight >= 60),
    textLength: sketch.after.pieces.reduce((sum, piece) => sum + piece.text.length + 1, 0),
  });
  const common = { ...nothing, kind, language, canonical: toAddress(canonical), siteName, disclosures: disclosuresOf(ld, main, url.href) };
  if (NOT_ONE_TEXT.has(kind)) return common;

  const names: AuthorSources = { sketch, ld, main, site: siteName?.value ?? null, host: url.hostname };
  const authors = authorsOf(names);
  return {
    ...common,
    headline: sketch.headline ? { value: plain(headline), from: { kind: 'text', name: sketch.headline.tag } } : null,
    ...reconcileDates(clues, now, keepsCentralEuropeanTime(language, url.hostname)),
    authors,
    ...marksOf(names, url, canonical, authors),
  };
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

function toUrl(href: string, base: string): URL | null {
  return href !== '' && URL.canParse(href, base) ? new URL(href, base) : null;
}

function toAddress(url: URL | null): Address | null {
  return url && /^https?:$/.test(url.protocol) ? { origin: url.origin, path: url.pathname.slice(0, 2_000) } : null;
}
