import type { Found, Place } from '../core/observation';
import { isSite, splitNames } from '../core/read/names';
import { MAX_NAME, folded, plain } from '../core/read/text';
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

/**
 * The makers the page names: from its code, or else from the line under the headline. Never the site itself. Names that stand only
 * in the code give way to other names that readers see.
 */
export function authorsOf(from: AuthorSources): Found<string>[] {
  const people = (found: Found<string>[]): Found<string>[] => unique(found.filter(({ value }) => !isSite(value, from.site, from.host))).slice(0, MAX_AUTHORS);
  const shown = people(bylineAuthors(from));
  const header = folded(from.zones.map((zone) => zone.text).join(' '));
  for (const source of [jsonLdAuthors, metaAuthors, markedAuthors]) {
    const names = people(source(from));
    if (names.length === 0) continue;
    const visible = names.some(({ value }) => header.includes(folded(value)));
    return visible || shown.length === 0 ? names : shown;
  }
  return shown;
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
  // Pairs for link previews: `twitter:label1` "Written by", `twitter:data1` the name.
  const label = scan.metas.find((meta) => /^twitter:label\d$/i.test(meta.name) && /^(?:written by|verfasst von|geschreven door|écrit par|escrito por|autor|author)$/i.test(meta.content.trim()));
  const data = label && scan.metas.find((meta) => meta.name.toLowerCase() === label.name.toLowerCase().replace('label', 'data'));
  return data ? named(data.content, { kind: 'meta', name: data.name }) : [];
}

/** Microdata, RDFa and rel=author in or near the article's header. */
function markedAuthors({ scan, headline, zones }: AuthorSources): Found<string>[] {
  const anchor = headline?.element ?? null;
  const props = scan.props.filter((element) =>
    /(^|[\s:])(?:author|creator)($|\s)/i.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''),
  );
  for (const [elements, kind] of [
    [props, 'microdata'],
    [scan.relAuthors, 'link'],
  ] as const) {
    const some = elements.slice(0, 20);
    const inHeader = some.filter((element) => zones.some((zone) => zone.pieces.some((piece) => element.contains(piece.node))));
    const found = (inHeader.length > 0 ? inHeader : some.slice(0, 1)).flatMap((element) => {
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

const ONLY_LEAD = /^(?:by|von|door|par|por|di|autor(?:in)?|auteur|author|text|tekst|geschreven door|written by|posted by)\s*:?$/i;
const COMMON = /^(?:in|am|um|on|the|der|die|das|de|het|a|an|und|and|en|om|at|vom|date|datum|uhr|teilen|share|delen|kategorien?|category|tags?|news|blog|artikel|article|profil\w*|mehr.*|email|e-mail|twitter|facebook|foto|photo|autor\w*|author|über.*|about.*|by|von|kontakt|\d+)$/i;

/** The visible line: an element whose class says so, or "Door …" in a piece of its own. */
function bylineAuthors({ zones, headline }: AuthorSources): Found<string>[] {
  const anchor = headline?.element ?? null;
  for (const zone of zones) {
    for (const piece of zone.pieces) {
      const line = authorLine(piece.parent);
      if (!line || besides(line, anchor, 15) > 25) continue;
      const near = zone.pieces.filter((other) => line.contains(other.node)).slice(0, 12);
      const names = near.flatMap((other) => namesInPiece(plain(other.node.nodeValue, 200)));
      if (names.length > 0) return seen(names, piece.parent);
      const loose = splitNames(plain(piece.node.nodeValue, 200));
      if (near.length <= 3 && loose.length === 1 && /^[\p{L}\p{N}._ -]{3,30}$/u.test(loose[0] ?? '') && !COMMON.test(loose[0] ?? '')) return seen(loose, piece.parent);
    }
  }
  for (const zone of zones) {
    for (let i = 0; i < zone.pieces.length; i++) {
      const piece = zone.pieces[i];
      if (!piece) continue;
      const text = plain(piece.node.nodeValue, 200);
      const lead = ONLY_LEAD.test(text) ? plain(zone.pieces[i + 1]?.node.nodeValue ?? '', 200) : LEAD.test(text) ? text : '';
      if (lead === '' || lead.length > 90 || besides(piece.parent, anchor, 15) > 25) continue;
      const names = splitNames(lead.replace(/\s*[|·•,–-]?\s*\d.*$/, '')).filter((name) => NAME.test(name));
      if (names.length > 0) return seen(names, piece.parent);
    }
  }
  return [];
}

function namesInPiece(text: string): string[] {
  return text.length > 120 ? [] : splitNames(text.replace(/\s*[|·•,–-]?\s*\d.*$/, '')).filter((name) => NAME.test(name));
}

function seen(names: readonly string[], element: Element): Found<string>[] {
  return names.map((value) => ({ value: plain(value, MAX_NAME), from: { kind: 'text', name: element.localName } }));
}

/** The smallest element around a piece of text whose class says that it names the author; not a whole article or biography. */
function authorLine(element: Element): Element | null {
  let at: Element | null = element;
  for (let up = 0; at && up < 4; up++, at = at.parentElement) {
    const names = at.getAttribute('class');
    if (names && names.length < 200 && AUTHOR_CLASS.test(names) && !/bio|avatar|image|social|follow|count/i.test(names)) return (at.textContent ?? '').length < 300 ? at : null;
    if (at.localName === 'article' || at.localName === 'main' || at.localName === 'body') return null;
  }
  return null;
}
