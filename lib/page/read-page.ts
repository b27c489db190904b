import type { Address, Found, Observation, PageKind } from '../core/observation';
import { kindOf } from '../core/read/kind';
import { reconcileDates } from '../core/read/reconcile';
import { MAX_NAME, plain } from '../core/read/text';
import { dayOrder, keepsCentralEuropeanTime } from '../core/read/zones';
import { type AuthorSources, authorsOf } from './authors-of-page';
import { AFTER, BEFORE, type DateSources, dateClues } from './dates-of-page';
import { disclosuresOf } from './disclosures';
import { findHeadline } from './headline';
import { type JsonLd, isObject, readJsonLd, textOf, valuesOf } from './json-ld';
import { type MainNode, bareUrl, mainNode } from './main-node';
import { marksOf } from './marks-of-page';
import { type Scan, metaText, scan } from './scan';
import { type Zone, textAfter, textBefore } from './zone';

const NO_TEXT: Zone = { text: '', pieces: [] };
/** Pages of these kinds carry the dates and names of other pages. */
const NOT_ONE_TEXT: ReadonlySet<PageKind> = new Set(['front-page', 'search-results', 'wall', 'error']);

/**
 * Reads one page: what it declares and shows about its origin, with where each value was found. Changes nothing and forces no layout.
 * Never throws: a page on which reading fails gives an observation of kind `other` that holds nothing.
 *
 * @param address the page's own address, http(s)
 * @param now the moment of reading, for "3 hours ago" and for refusing dates in the future
 */
export function readPage(document: Document, address: string, now: Date): Observation {
  const url = URL.canParse(address) ? new URL(address) : null;
  const nothing = empty(url);
  if (!url) return nothing;
  try {
    return { ...nothing, ...read(document, url, now) };
  } catch {
    // A page can shadow properties of its own elements (`<input name="children">`) in ways nobody foresees.
    return nothing;
  }
}

function empty(url: URL | null): Observation {
  return {
    version: 1,
    address: (url ? toAddress(url) : null) ?? { origin: '', path: '' },
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

function read(document: Document, url: URL, now: Date): Partial<Observation> {
  const found = scan(document);
  const ld = readJsonLd(found.jsonLd);
  const language = languageOf(document, found);
  const canonical = canonicalOf(found.links, url.href);
  const ogTitle = metaText(found, 'og:title', 'twitter:title')?.value ?? '';
  const headline = findHeadline(document, found.headings, [ogTitle, ...declaredHeadlines(ld)].filter((text) => text !== ''));
  const addresses = [url.href, canonical?.href ?? '', metaText(found, 'og:url')?.value ?? ''].filter((text) => text !== '').map(bareUrl);
  const main = mainNode(ld, addresses, [headline?.text ?? '', ogTitle, plain(document.title)]);
  const root = document.body ?? document.documentElement;
  const after = headline ? textAfter(root, headline.element, AFTER) : NO_TEXT;
  const before = headline ? textBefore(root, headline.element, BEFORE) : NO_TEXT;
  const siteName = siteNameOf(found, ld, main);

  const dates: DateSources = { scan: found, ld, main, headline, address: url, order: dayOrder(language, url.hostname), now, after, before };
  const clues = dateClues(dates);
  (globalThis as { __clues?: unknown }).__clues = clues;
  const kind = kindOf({
    path: url.pathname,
    hasQuery: url.search.length > 1,
    title: plain(document.title),
    headline: headline?.text ?? '',
    ogType: metaText(found, 'og:type')?.value ?? '',
    mainTypes: main?.types ?? [],
    types: ld.nodes.slice(0, 200).flatMap((node) => node.types),
    declaresArticle: clues.some((clue) => clue.weight >= 88 && clue.evidence.from.kind !== 'json-ld'),
    hasDate: clues.some((clue) => clue.weight >= 60),
    textLength: after.text.length,
  });
  const common = { kind, language, canonical: canonical ? toAddress(canonical) : null, siteName, disclosures: disclosuresOf(ld, main, url.href) };
  if (NOT_ONE_TEXT.has(kind)) return common;

  const names: AuthorSources = { scan: found, ld, main, headline, zones: [after, before], site: siteName?.value ?? null, host: url.hostname };
  const authors = authorsOf(names);
  return {
    ...common,
    headline: headline ? { value: headline.text, from: { kind: 'text', name: headline.element.localName } } : null,
    ...reconcileDates(clues, now, keepsCentralEuropeanTime(language, url.hostname)),
    authors,
    ...marksOf(names, url, canonical, authors),
  };
}

function languageOf(document: Document, found: Scan): string | null {
  const declared = plain(document.documentElement.getAttribute('lang') ?? '', 35) || (metaText(found, 'og:locale', 'content-language', 'language')?.value ?? '');
  const tag = declared.replaceAll('_', '-').split(/[,\s]/)[0] ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

function declaredHeadlines(ld: JsonLd): string[] {
  return ld.nodes.slice(0, 50).map(({ node }) => plain(textOf(ld, node, 'headline')));
}

function siteNameOf(found: Scan, ld: JsonLd, main: MainNode | null): Found<string> | null {
  for (const publisher of main ? valuesOf(ld, main.node, 'publisher').filter(isObject) : []) {
    const name = plain(textOf(ld, publisher, 'name'), MAX_NAME);
    if (name !== '') return { value: name, from: { kind: 'json-ld', name: `${main?.name ?? ''}.publisher.name` } };
  }
  const meta = metaText(found, 'og:site_name', 'application-name');
  return meta ? { value: plain(meta.value, MAX_NAME), from: { kind: 'meta', name: meta.name } } : null;
}

function canonicalOf(links: readonly HTMLElement[], base: string): URL | null {
  const link = links.find((candidate) => (candidate.getAttribute('rel') ?? '').toLowerCase() === 'canonical');
  const href = link?.getAttribute('href')?.trim();
  return href && href.length < 2_000 && URL.canParse(href, base) ? new URL(href, base) : null;
}

function toAddress(url: URL): Address | null {
  return /^https?:$/.test(url.protocol) ? { origin: url.origin, path: url.pathname } : null;
}
