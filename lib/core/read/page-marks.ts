import type { AiUse, Correction, Found, Genre, PaidKind, Place } from '../observation';
import { agenciesAtEnd, agenciesIn, agenciesInDateline, agencyNamed } from './agencies';
import type { AuthorSources } from './authors';
import { isObject, textOf, valuesOf } from './json-ld';
import { aiLabel, aiMeta, aiSourceType, appearedIn, correctionNote, genreLabel, genreType, paidLabel, paidMeta, paidPath } from './marks';
import { datesInText } from './parse-date';
import { beside, metaOf, type Piece, type Sketch } from './sketch';
import { MAX_NAME, plain } from './text';

export interface Marks {
  agency: Found<string>[];
  genre: Found<Genre> | null;
  section: Found<string> | null;
  paidContent: Found<PaidKind>[];
  ai: Found<AiUse>[];
  corrections: Found<Correction>[];
  paywall: Found<boolean> | null;
  syndication: Found<string> | null;
}

/** Pieces of the header that stand alone, with their text: where a label of this article can be. */
interface Label {
  text: string;
  place: Place;
}

const MAX_MARKS = 10;

export function marksOf(from: AuthorSources, address: URL, canonical: URL | null, authors: readonly Found<string>[]): Marks {
  const labels = labelsOf(from);
  const paragraphs = from.sketch.edges;
  const section = sectionOf(from);
  return {
    agency: agenciesOf(from, authors, paragraphs),
    genre: genreOf(from, section, labels, address),
    section,
    paidContent: paidOf(from, section, labels, address),
    ai: aiOf(from, labels, paragraphs),
    corrections: correctionsOf(from, paragraphs),
    paywall: paywallOf(from),
    syndication: syndicationOf(from, address, canonical, paragraphs),
  };
}

function labelsOf({ sketch }: AuthorSources): Label[] {
  const labels: Label[] = [];
  const add = (piece: Piece): void => {
    const text = plain(piece.text);
    if (text.length >= 3 && text.length <= 160 && beside(piece, 15) <= 25)
      labels.push({ text, place: { kind: 'text', name: piece.place } });
  };
  sketch.before.pieces.slice(-12).forEach(add);
  let length = 0;
  for (const piece of sketch.after.pieces) {
    if (length >= 400) break;
    add(piece);
    length += piece.text.length + 1;
  }
  return labels;
}

function metaText(sketch: Sketch, ...names: string[]): { name: string; value: string } | null {
  return metaOf(sketch.metas, plain, ...names);
}

function sectionOf({ sketch, ld, main }: AuthorSources): Found<string> | null {
  const declared = main ? plain(textOf(ld, main.node, 'articleSection'), MAX_NAME) : '';
  if (main && declared !== '') return { value: declared, from: { kind: 'json-ld', name: `${main.name}.articleSection` } };
  const meta = metaText(sketch, 'article:section', 'section', 'parsely-section', 'sailthru.section', 'cxenseparse:recs:category');
  return meta ? { value: plain(meta.value, MAX_NAME), from: { kind: 'meta', name: meta.name } } : null;
}

function agenciesOf(from: AuthorSources, authors: readonly Found<string>[], paragraphs: readonly string[]): Found<string>[] {
  const found: Found<string>[] = [];
  const add = (names: readonly string[], place: Place): void => {
    for (const value of names) if (!found.some((other) => other.value === value)) found.push({ value, from: place });
  };
  for (const author of authors) add(agenciesIn(author.value), author.from);
  const { ld, main, sketch } = from;
  if (main) {
    for (const key of ['author', 'creator', 'sourceOrganization', 'provider', 'creditText']) {
      for (const value of valuesOf(ld, main.node, key)) {
        const name = typeof value === 'string' ? value : isObject(value) ? textOf(ld, value, 'name') : '';
        add(agenciesIn(plain(name, MAX_NAME)), { kind: 'json-ld', name: `${main.name}.${key}` });
      }
    }
  }
  for (const meta of sketch.metas) {
    if (/^(?:author|article:author|source|dc\.source|news_source|copyright|byl)$/i.test(meta.name))
      add(agenciesIn(plain(meta.content, MAX_NAME)), { kind: 'meta', name: meta.name });
  }
  for (const { text, place } of labelsOf(from)) {
    const credit = text.length <= 60 ? /^(?:(?:door|by|von|par|bron|source|quelle|fuente)\s?:?\s+)?(.+)$/i.exec(text)?.[1] : undefined;
    if (credit && !/^(?:foto|photo|bild|image)\b/i.test(credit)) add(agenciesIn(credit), place);
  }
  for (const text of paragraphs) {
    add([...agenciesInDateline(text), ...agenciesAtEnd(text)], { kind: 'text', name: 'p' });
  }
  const own = from.site ? agencyNamed(from.site) : null;
  const host = from.host.replace(/^www\./, '');
  return found
    .filter(({ value }) => value !== own && !host.startsWith(`${value.toLowerCase().replace(/[^a-z]/g, '')}`))
    .slice(0, MAX_MARKS);
}

function genreOf(
  { sketch, ld, main }: AuthorSources,
  section: Found<string> | null,
  labels: readonly Label[],
  address: URL,
): Found<Genre> | null {
  for (const type of main?.types ?? []) {
    const genre = genreType(type);
    if (genre && genre !== 'report') return { value: genre, from: { kind: 'json-ld', name: type } };
  }
  const opinion = metaText(sketch, 'article:opinion');
  if (opinion && /^(?:true|yes|1)$/i.test(opinion.value)) return { value: 'opinion', from: { kind: 'meta', name: opinion.name } };
  const declared = main ? plain(textOf(ld, main.node, 'genre'), MAX_NAME) : '';
  const words: [string, Place][] = [
    [declared, { kind: 'json-ld', name: `${main?.name ?? ''}.genre` }],
    ...(section ? section.value.split(/[,/>|]/).map((part): [string, Place] => [part, section.from]) : []),
    ...labels.map(({ text, place }): [string, Place] => [text, place]),
    ...address.pathname
      .split('/')
      .slice(1, -1)
      .map((segment): [string, Place] => [segment.replaceAll('-', ' '), { kind: 'address', name: 'path' }]),
  ];
  for (const [text, from] of words) {
    const genre = genreLabel(text);
    if (genre) return { value: genre, from, text: plain(text, MAX_NAME) };
  }
  const report = main?.types.find((type) => genreType(type) === 'report');
  return report ? { value: 'report', from: { kind: 'json-ld', name: report } } : null;
}

function paidOf(
  { sketch, ld, main }: AuthorSources,
  section: Found<string> | null,
  labels: readonly Label[],
  address: URL,
): Found<PaidKind>[] {
  const found: Found<PaidKind>[] = [];
  if (main?.types.some((type) => /^advertisercontentarticle$/i.test(type)))
    found.push({ value: 'advertisement', from: { kind: 'json-ld', name: 'AdvertiserContentArticle' } });
  for (const sponsor of main ? valuesOf(ld, main.node, 'sponsor') : []) {
    const name = plain(typeof sponsor === 'string' ? sponsor : isObject(sponsor) ? textOf(ld, sponsor, 'name') : '', MAX_NAME);
    if (name !== '') found.push({ value: 'sponsored', from: { kind: 'json-ld', name: 'sponsor' }, text: name });
  }
  const sections = section ? section.value.split(/[,/>|]/) : [];
  for (const part of sections) {
    const value = paidLabel(part);
    if (value && section) found.push({ value, from: section.from, text: plain(part, MAX_NAME) });
  }
  for (const meta of sketch.metas) {
    const value = paidMeta(meta.name, meta.content);
    if (value) found.push({ value, from: { kind: 'meta', name: plain(meta.name, 80) }, text: plain(meta.content, MAX_NAME) });
  }
  for (const { text, place } of labels) {
    const value = paidLabel(text);
    if (value) found.push({ value, from: place, text });
  }
  const path = paidPath(address.pathname);
  if (path) found.push({ value: path.kind, from: { kind: 'address', name: 'path' }, text: path.segment });
  return found.slice(0, MAX_MARKS);
}

function aiOf({ sketch, ld, main }: AuthorSources, labels: readonly Label[], paragraphs: readonly string[]): Found<AiUse>[] {
  const found: Found<AiUse>[] = [];
  for (const meta of sketch.metas) {
    const value = /^ai-(?:disclosure|generated|assisted|content)$/i.test(meta.name) ? aiMeta(meta.content) : null;
    if (value) found.push({ value, from: { kind: 'meta', name: meta.name }, text: plain(meta.content, MAX_NAME) });
  }
  const source = main ? textOf(ld, main.node, 'digitalSourceType') : '';
  const type = aiSourceType(source);
  if (type) found.push({ value: type, from: { kind: 'json-ld', name: 'digitalSourceType' }, text: plain(source) });
  for (const text of [...labels.map((label) => label.text), ...paragraphs]) {
    const value = aiLabel(text);
    if (value) found.push({ value, from: { kind: 'text', name: 'p' }, text: plain(text) });
  }
  return found
    .filter((mark, i) => found.findIndex((other) => other.value === mark.value && other.from.kind === mark.from.kind) === i)
    .slice(0, MAX_MARKS);
}

function correctionsOf({ ld, main }: AuthorSources, paragraphs: readonly string[]): Found<Correction>[] {
  const found: Found<Correction>[] = [];
  for (const value of main ? valuesOf(ld, main.node, 'correction') : []) {
    const text = plain(typeof value === 'string' ? value : isObject(value) ? textOf(ld, value, 'text') : '');
    const day = isObject(value) ? (datesInText(textOf(ld, value, 'datePublished'), 'unknown', 1)[0]?.day ?? null) : null;
    found.push({ value: { kind: 'correction', day }, from: { kind: 'json-ld', name: 'correction' }, ...(text === '' ? {} : { text }) });
  }
  for (const paragraph of paragraphs) {
    const kind = correctionNote(paragraph);
    const day = kind ? (datesInText(paragraph.slice(0, 120), 'dmy', 1)[0]?.day ?? null) : null;
    if (kind) found.push({ value: { kind, day }, from: { kind: 'text', name: 'p' }, text: plain(paragraph) });
  }
  return found.slice(0, MAX_MARKS);
}

function paywallOf({ sketch, main }: AuthorSources): Found<boolean> | null {
  const free = main?.node.isAccessibleForFree;
  const word = typeof free === 'string' ? free.toLowerCase().replace(/^.*\//, '') : free;
  if (main && (word === true || word === 'true' || word === false || word === 'false')) {
    return { value: word === false || word === 'false', from: { kind: 'json-ld', name: `${main.name}.isAccessibleForFree` } };
  }
  const tier = metaText(sketch, 'article:content_tier');
  return tier && /^(?:free|metered|locked)$/i.test(tier.value)
    ? { value: !/^free$/i.test(tier.value), from: { kind: 'meta', name: tier.name }, text: tier.value }
    : null;
}

function syndicationOf(
  { sketch }: AuthorSources,
  address: URL,
  canonical: URL | null,
  paragraphs: readonly string[],
): Found<string> | null {
  for (const paragraph of paragraphs) {
    const place = appearedIn(paragraph);
    if (place) return { value: plain(place, MAX_NAME), from: { kind: 'text', name: 'p' }, text: plain(paragraph) };
  }
  const source = metaText(sketch, 'original-source', 'syndication-source');
  const other = source && URL.canParse(source.value) ? new URL(source.value) : null;
  if (source && other && /^https?:$/.test(other.protocol) && !sameSite(other.hostname, address.hostname)) {
    return { value: other.hostname, from: { kind: 'meta', name: source.name } };
  }
  return canonical && !sameSite(canonical.hostname, address.hostname)
    ? { value: canonical.hostname, from: { kind: 'link', name: 'canonical' } }
    : null;
}

/** Hosts of one site: the same but for subdomains such as `www`, `m` or `amp`. */
function sameSite(a: string, b: string): boolean {
  const short = (host: string): string => host.replace(/^(?:www\d?|m|amp|mobile)\./, '');
  const [x, y] = [short(a), short(b)];
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`) || x.split('.').slice(-2).join('.') === y.split('.').slice(-2).join('.');
}
