import type { Address, Found, Observation } from '../core/observation';
import { reconcileDates } from '../core/read/reconcile';
import { MAX_NAME, plain } from '../core/read/text';
import { dayOrder, keepsCentralEuropeanTime } from '../core/read/zones';
import { authorsOf } from './authors-of-page';
import { AFTER, BEFORE, dateClues } from './dates-of-page';
import { findHeadline } from './headline';
import { isObject, type JsonLd, readJsonLd, textOf, valuesOf } from './json-ld';
import { bareUrl, type MainNode, mainNode } from './main-node';
import { metaText, type Scan, scan } from './scan';
import { textAfter, textBefore, type Zone } from './zone';

/** Reads one page. */
export function readPage(document: Document, address: string, now: Date): Observation {
  const url = new URL(address);
  const found = scan(document);
  const ld = readJsonLd(found.jsonLd);
  const language =
    plain(document.documentElement?.getAttribute('lang') ?? '', 35) ||
    metaText(found, 'og:locale', 'content-language', 'language')?.value ||
    null;
  const canonical = canonicalOf(found.links, address);
  const declared = [
    metaText(found, 'og:title', 'twitter:title')?.value ?? '',
    ...ld.nodes.slice(0, 50).map(({ node }) => plain(textOf(ld, node, 'headline'))),
  ].filter((t) => t !== '');
  const headline = findHeadline(document, found.headings, declared);
  const addresses = [address, canonical ?? '', metaText(found, 'og:url')?.value ?? ''].filter((u) => u !== '').map(bareUrl);
  const main = mainNode(ld, addresses, [headline?.text ?? '', metaText(found, 'og:title')?.value ?? '', plain(document.title)]);
  const root = document.body ?? document.documentElement;
  const after = headline ? textAfter(root, headline.element, AFTER) : NO_TEXT;
  const before = headline ? textBefore(root, headline.element, BEFORE) : NO_TEXT;
  const clues = dateClues({ scan: found, ld, main, headline, address: url, order: dayOrder(language, url.hostname), now, after, before });
  const siteName = siteNameOf(found, ld, main);
  const authors = authorsOf({ scan: found, ld, main, headline, zones: [after, before], site: siteName?.value ?? null, host: url.hostname });
  (globalThis as { __clues?: unknown }).__clues = clues;
  const { published, modified } = reconcileDates(clues, now, keepsCentralEuropeanTime(language, url.hostname));
  return {
    version: 1,
    address: { origin: url.origin, path: url.pathname },
    kind: 'other',
    language,
    canonical: canonical ? toAddress(canonical) : null,
    headline: headline ? { value: headline.text, from: { kind: 'text', name: headline.element.localName } } : null,
    published,
    modified,
    authors,
    siteName,
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

const NO_TEXT: Zone = { text: '', pieces: [] };

function siteNameOf(found: Scan, ld: JsonLd, main: MainNode | null): Found<string> | null {
  for (const publisher of main ? valuesOf(ld, main.node, 'publisher').filter(isObject) : []) {
    const name = plain(textOf(ld, publisher, 'name'), MAX_NAME);
    if (name !== '') return { value: name, from: { kind: 'json-ld', name: `${main?.name ?? ''}.publisher.name` } };
  }
  const meta = metaText(found, 'og:site_name', 'application-name');
  return meta ? { value: plain(meta.value, MAX_NAME), from: { kind: 'meta', name: meta.name } } : null;
}

function canonicalOf(links: readonly HTMLElement[], base: string): string | null {
  const link = links.find((l) => (l.getAttribute('rel') ?? '').toLowerCase() === 'canonical');
  const href = link?.getAttribute('href');
  return href && URL.canParse(href, base) ? new URL(href, base).href : null;
}

function toAddress(href: string): Address | null {
  const url = new URL(href);
  return /^https?:$/.test(url.protocol) ? { origin: url.origin, path: url.pathname } : null;
}
