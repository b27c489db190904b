import type { Found, Place } from '../observation';
import { agencyNamed } from './agencies';
import { isObject, type Json, type JsonLd, textOf, typesOf, valuesOf } from './json-ld';
import type { MainNode } from './main-node';
import { monthOf } from './months';
import { isNewsroom, isSite, isWhen, splitNames } from './names';
import { beside, type Piece, type Sketch } from './sketch';
import { folded, MAX_NAME, plain } from './text';

export interface AuthorSources {
  sketch: Sketch;
  ld: JsonLd;
  main: MainNode | null;
  site: string | null;
  host: string;
}

const MAX_AUTHORS = 20;

/**
 * The makers the page names: from its code, or else from the line under the headline. Never the site itself. Names that stand only
 * in the code give way to other names that readers see.
 */
export function authorsOf(from: AuthorSources): Found<string>[] {
  const people = (found: Found<string>[]): Found<string>[] =>
    unique(found.filter(({ value }) => !isSite(value, from.site, from.host))).slice(0, MAX_AUTHORS);
  const shown = people(bylineAuthors(from));
  const header = folded([...from.sketch.after.pieces, ...from.sketch.before.pieces].map((piece) => piece.text).join(' '));
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

function metaAuthors({ sketch }: AuthorSources): Found<string>[] {
  for (const name of METAS) {
    const found = sketch.metas
      .filter((meta) => meta.name.toLowerCase() === name && !/^\s*(?:https?:|\/|@\w+\s*$)/.test(meta.content))
      .flatMap((meta) => named(meta.content, { kind: 'meta', name: meta.name }));
    if (found.length > 0) return found;
  }
  // Pairs for link previews: `twitter:label1` "Written by", `twitter:data1` the name.
  const label = sketch.metas.find(
    (meta) =>
      /^twitter:label\d$/i.test(meta.name) &&
      /^(?:written by|verfasst von|geschreven door|écrit par|escrito por|autor|author)$/i.test(meta.content.trim()),
  );
  const data = label && sketch.metas.find((meta) => meta.name.toLowerCase() === label.name.toLowerCase().replace('label', 'data'));
  return data ? named(data.content, { kind: 'meta', name: data.name }) : [];
}

/** Microdata, RDFa and rel=author in or near the article's header. */
function markedAuthors({ sketch }: AuthorSources): Found<string>[] {
  for (const kind of ['microdata', 'link'] as const) {
    const marks = sketch.authors.filter((mark) => mark.kind === kind);
    const inHeader = marks.filter((mark) => mark.inHeader);
    const chosen = inHeader.length > 0 ? inHeader : marks.slice(0, 1);
    const found = chosen.flatMap((mark) =>
      beside(mark) > 20 ? [] : named(mark.text, { kind, name: kind === 'link' ? 'rel=author' : 'author' }),
    );
    if (found.length > 0) return found;
  }
  return [];
}

const LEAD =
  /^(?:by|von|door|par|por|di|text|tekst|texte|autor|auteur|author|written by|geschreven door|posted by|ein bericht von|eine? \S+ von|(?:gastbeitrag|gastkommentar|kommentar|kolumne) von|van onze(?=\s(?:\S+\s){0,2}(?:correspondent|verslagge|redact|medewerk)))[\s:]/i;
const NAME =
  /^(?:[\p{Lu}][\p{L}.'’-]+)(?:\s(?:van|von|de|der|den|het|ten|ter|du|la|le|da|dos|del|di|zu|bin|al|el|y|[\p{Lu}][\p{L}.'’-]*)){1,5}$/u;

const ONLY_LEAD = /^(?:by|von|door|par|por|di|autor(?:in)?|auteur|author|text|tekst|geschreven door|written by|posted by)\s*:?$/i;
const COMMON =
  /^(?:in|am|um|on|the|der|die|das|de|het|a|an|und|and|en|om|at|vom|date|datum|uhr|teilen|share|delen|kategorien?|category|tags?|news|blog|artikel|article|profil\w*|mehr.*|email|e-mail|twitter|facebook|foto|photo|autor\w*|author|über.*|about.*|over (?:de|deze|het|ons|mij) .*|à propos.*|by|von|kontakt|\d+)$/i;

/** The visible line: an element whose class says so, or "Door …" in a piece of its own. */
function bylineAuthors({ sketch, site, host }: AuthorSources): Found<string>[] {
  // A line that names only the site itself does not hide the next one, which may name a person.
  const others = (names: readonly string[]): string[] => names.filter((name) => !isSite(name, site, host));
  const zones = [sketch.after, sketch.before];
  for (const { pieces, lines } of zones) {
    for (const piece of pieces) {
      const line = lines[piece.line];
      if (!line || beside(line, 15) > 25) continue;
      const texts = line.members.map((i) => plain(pieces[i]?.text));
      const names = others(texts.flatMap(namesInPiece));
      if (names.length > 0) return seen(names, piece);
      const house = houseNames(texts.join(' | '));
      if (house.length > 0) return seen(house, piece);
      const [loose = '', ...more] = others(splitNames(plain(piece.text)));
      if (line.members.length <= 3 && more.length === 0 && !isDate(loose) && /^[\p{L}\p{N}._ -]{3,30}$/u.test(loose) && !COMMON.test(loose))
        return seen([loose], piece);
    }
  }
  for (const { pieces } of zones) {
    for (const [i, piece] of pieces.entries()) {
      const text = plain(piece.text);
      const lead = ONLY_LEAD.test(text) ? plain(pieces[i + 1]?.text) : LEAD.test(text) ? text : '';
      if (lead === '' || lead.length > 90 || beside(piece, 15) > 25) continue;
      const names = others(splitNames(withoutDate(lead)).filter((name) => NAME.test(name)));
      if (names.length > 0) return seen(names, piece);
      const house = houseNames(lead);
      if (house.length > 0) return seen(house, piece);
    }
  }
  return [];
}

/** "Redactie / ANP": newsroom and agency as the only makers of a line, beside its date. */
function houseNames(text: string): string[] {
  const names = text.length > 120 ? [] : splitNames(text);
  return names.length > 1 && names.every((name) => isNewsroom(name) || agencyNamed(name) !== null) ? names : [];
}

/** "December 20": a day without its year. */
function isDate(text: string): boolean {
  const [first = '', second = ''] = text.split(/[\s.]+/);
  return (monthOf(first) !== null && /^\d/.test(second)) || (/^\d/.test(first) && monthOf(second) !== null);
}

function namesInPiece(text: string): string[] {
  return text.length > 120 ? [] : splitNames(withoutDate(text)).filter((name) => NAME.test(name));
}

function withoutDate(text: string): string {
  return text.replace(/(?:[\s.,|·•–-]*\b(?:datum|date)\s*:)?\s*[|·•,–-]?\s*\d.*$/i, '');
}

function seen(names: readonly string[], { place }: Piece): Found<string>[] {
  return names.map((value) => ({ value: plain(value, MAX_NAME), from: { kind: 'text', name: place } }));
}

/** True when the page has a place for makers in which no usable name stands ("admin", "Redacteur"). The site's own name, its newsroom or an agency is one. */
export function namesNobody(from: AuthorSources): boolean {
  const { sketch, ld, main, site, host } = from;
  const raw: string[] = [];
  for (const value of main ? valuesOf(ld, main.node, 'author') : [])
    raw.push(typeof value === 'string' ? value : isObject(value) ? textOf(ld, value, 'name') : '');
  for (const meta of sketch.metas) if (METAS.includes(meta.name.toLowerCase())) raw.push(meta.content);
  for (const mark of sketch.authors) if (mark.inHeader) raw.push(mark.text);
  for (const { pieces, lines } of [sketch.after, sketch.before]) {
    for (const line of lines) if (beside(line, 15) <= 25) raw.push(line.members.map((i) => pieces[i]?.text ?? '').join(' '));
    for (const piece of pieces.slice(0, 8))
      if (beside(piece, 15) <= 25 && piece.text.length <= 60 && LEAD.test(piece.text)) raw.push(piece.text);
  }
  const own = (name: string): boolean => isSite(name, site, host) || isNewsroom(name) || agencyNamed(name) !== null;
  return raw
    .map((text) => plain(text))
    .some((text) => /\p{L}{2}/u.test(text) && !/^https?:|^\//.test(text) && !isWhen(text) && !own(text) && !splitNames(text).some(own));
}
