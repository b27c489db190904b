import type { Found, Place } from '../core/observation';
import { isSite, splitNames } from '../core/read/names';
import { MAX_NAME, plain } from '../core/read/text';
import type { Headline } from './headline';
import { isObject, type Json, type JsonLd, typesOf, valuesOf } from './json-ld';
import type { MainNode } from './main-node';
import type { Scan } from './scan';
import { besides, type Zone } from './zone';

export interface AuthorSources {
  scan: Scan;
  ld: JsonLd;
  main: MainNode | null;
  headline: Headline | null;
  /** The text around the headline. */
  zones: readonly Zone[];
  site: string | null;
  host: string;
}

const MAX_AUTHORS = 20;

/** The makers the page names: from its code, or else from the line under the headline. Never the site itself. */
export function authorsOf(from: AuthorSources): Found<string>[] {
  for (const source of [jsonLdAuthors, metaAuthors, markedAuthors, bylineAuthors]) {
    const names = unique(source(from).filter(({ value }) => !isSite(value, from.site, from.host)));
    if (names.length > 0) return names.slice(0, MAX_AUTHORS);
  }
  return [];
}

function unique(found: readonly Found<string>[]): Found<string>[] {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function named(raw: string, from: Place): Found<string>[] {
  return splitNames(raw).map((value) => ({ value: plain(value, MAX_NAME), from }));
}

function jsonLdAuthors({ ld, main }: AuthorSources): Found<string>[] {
  if (!main) return [];
  for (const key of ['author', 'creator']) {
    const names = valuesOf(ld, main.node, key).flatMap((value) => namesOf(ld, value, { kind: 'json-ld', name: `${main.name}.${key}` }));
    if (names.length > 0) return names;
  }
  return [];
}

function namesOf(ld: JsonLd, value: Json, place: Place): Found<string>[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : named(value, place);
  if (!isObject(value)) return [];
  if (typesOf(value).some((t) => /^(?:webpage|website|thing)$/i.test(t))) return [];
  return valuesOf(ld, value, 'name').flatMap((name) => (typeof name === 'string' ? named(name, place) : []));
}

const METAS =
  'parsely-author sailthru.author author article:author article:author_name og:article:author dc.creator dcterms.creator dc:creator byl citation_author cxenseparse:recs:author cxenseparse:author article.author authors'.split(
    ' ',
  );

function metaAuthors({ scan }: AuthorSources): Found<string>[] {
  for (const name of METAS) {
    const found = scan.metas
      .filter((meta) => meta.name.toLowerCase() === name && !/^\s*(?:https?:|\/)/.test(meta.content))
      .flatMap((meta) => named(meta.content, { kind: 'meta', name: meta.name }));
    if (found.length > 0) return found;
  }
  return [];
}

/** Microdata, RDFa and rel=author in or near the article's header. */
function markedAuthors({ scan, headline }: AuthorSources): Found<string>[] {
  const anchor = headline?.element ?? null;
  const props = scan.props.filter((element) =>
    /(^|[\s:])(?:author|creator)($|\s)/i.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''),
  );
  for (const [elements, kind] of [
    [props, 'microdata'],
    [scan.relAuthors, 'link'],
  ] as const) {
    const found = elements.slice(0, 10).flatMap((element) => {
      if (element.closest('[itemtype*="omment"],[itemprop="comment"]') || besides(element.parentElement ?? element, anchor) > 20) return [];
      const inner = element.querySelector('[itemprop="name"]');
      const raw = (inner ?? element).getAttribute('content') ?? (inner ?? element).textContent ?? '';
      return raw.length > 160 ? [] : named(raw, { kind, name: kind === 'link' ? 'rel=author' : 'author' });
    });
    if (found.length > 0) return found;
  }
  return [];
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|byline|autor\p{L}*|auteur\p{L}*|writer|redacteur|journalist|verfasser|contributor|vcard|fn)(?:$|[\s_-])|author-?name|byline-?name|authorName|articleAuthor|article-?author|post-?author/iu;
const LEAD =
  /^(?:by|von|door|par|por|di|text|tekst|texte|autor|auteur|author|written by|geschreven door|posted by|ein bericht von|eine? \p{L}+ von)[\s:]/iu;
const NAME =
  /^(?:[\p{Lu}][\p{L}.'’-]+)(?:\s(?:van|von|de|der|den|het|ten|ter|du|la|le|da|dos|del|di|zu|bin|al|el|y|[\p{Lu}][\p{L}.'’-]*)){1,5}$/u;

/** The visible line: an element whose class says so, or "Door …" in a piece of its own. */
function bylineAuthors({ zones, headline }: AuthorSources): Found<string>[] {
  const anchor = headline?.element ?? null;
  for (const zone of zones) {
    for (let i = 0; i < zone.pieces.length; i++) {
      const piece = zone.pieces[i];
      if (!piece || !classOf(piece.parent)) continue;
      if (besides(piece.parent, anchor) > 30) continue;
      const text = plain(piece.node.nodeValue, 200);
      if (text.length > 80 || /\d{2}/.test(text)) continue;
      const names = splitNames(text).filter((name) => NAME.test(name) || LEAD.test(text));
      if (names.length > 0) return names.map((value) => ({ value, from: { kind: 'text', name: piece.parent.localName } }));
    }
  }
  for (const zone of zones) {
    for (let i = 0; i < zone.pieces.length; i++) {
      const piece = zone.pieces[i];
      if (!piece) continue;
      const text = plain(piece.node.nodeValue, 200);
      const lead = /^(?:by|von|door|par|por|di|autor(?:in)?|auteur|author|text|tekst|geschreven door|written by|posted by)\s*:?$/i.test(
        text,
      )
        ? plain(zone.pieces[i + 1]?.node.nodeValue ?? '', 200)
        : LEAD.test(text)
          ? text
          : '';
      if (lead === '' || lead.length > 90 || besides(piece.parent, anchor) > 30) continue;
      const names = splitNames(lead.replace(/\s*[|·•,–-]?\s*\d.*$/, '')).filter((name) => NAME.test(name));
      if (names.length > 0) return names.map((value) => ({ value, from: { kind: 'text', name: piece.parent.localName } }));
    }
  }
  return [];
}

function classOf(element: Element): boolean {
  let at: Element | null = element;
  for (let up = 0; at && up < 4; up++, at = at.parentElement) {
    const names = at.getAttribute('class');
    if (names && names.length < 200 && AUTHOR_CLASS.test(names)) return true;
    if (at.localName === 'p' || at.localName === 'article') return false;
  }
  return false;
}
