import { parse } from 'tldts';
import { unwrap } from '../carriers';
import type { AiUse, Correction, Found, Genre, PaidKind, Place } from '../observation';
import { agenciesOf } from './agency-credits';
import type { AuthorSources } from './authors';
import { isObject, textOf, valuesOf } from './json-ld';
import { type Label, labelsOf } from './labels';
import {
  aiMeta,
  aiSourceType,
  genreLabel,
  genrePath,
  genreType,
  isAdvertisement,
  isPoliticalStatement,
  meansComments,
  opinionNote,
  paidLabel,
  paidMeta,
  paidNote,
  paidPath,
} from './marks';
import { isSite } from './names';
import { aiNote, appearedIn, correctionNote, retracted } from './notes';
import { datesInText } from './parse-date';
import { metaOf, type Sketch } from './sketch';
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

const MAX_MARKS = 10;

/** What the publisher says about this text beside who made it and when. */
export function marksOf(from: AuthorSources, address: URL, authors: readonly Found<string>[]): Marks {
  const labels = labelsOf(from.sketch);
  const paragraphs = from.sketch.edges;
  const section = sectionOf(from);
  return {
    agency: agenciesOf(from, authors),
    genre: genreOf(from, section, labels, paragraphs, address),
    section,
    paidContent: paidOf(from, section, labels, paragraphs, address),
    ai: aiOf(from, labels, paragraphs),
    corrections: correctionsOf(from, paragraphs),
    paywall: paywallOf(from),
    syndication: syndicationOf(from, address, paragraphs),
  };
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

/** "Nieuws / Opinie": a section and what it is part of. A longer list is one of subjects. */
function sectionParts(section: Found<string> | null): string[] {
  const parts = section?.value.split(/[,/>|]/) ?? [];
  return parts.length > 3 ? [] : parts;
}

function genreOf(
  { sketch, ld, main }: AuthorSources,
  section: Found<string> | null,
  labels: readonly Label[],
  paragraphs: readonly string[],
  address: URL,
): Found<Genre> | null {
  for (const type of main?.types ?? []) {
    const genre = genreType(type);
    if (genre && genre !== 'report') return { value: genre, from: { kind: 'json-ld', name: type } };
  }
  const opinion = metaText(sketch, 'article:opinion');
  if (opinion && /^(?:true|yes|1)$/i.test(opinion.value)) return { value: 'opinion', from: { kind: 'meta', name: opinion.name } };
  const declared = genreLabel(main ? plain(textOf(ld, main.node, 'genre'), MAX_NAME) : '');
  if (declared) return { value: declared, from: { kind: 'json-ld', name: `${main?.name ?? ''}.genre` } };
  const words: [string, Place][] = [
    ...(section ? sectionParts(section).map((part): [string, Place] => [part, section.from]) : []),
    ...labels.filter(({ text, behind }) => !(behind && meansComments(text))).map(({ text, place }): [string, Place] => [text, place]),
  ];
  for (const [text, from] of words) {
    const genre = genreLabel(text);
    if (genre) return { value: genre, from, text: plain(text, MAX_NAME) };
  }
  const note = paragraphs.find(opinionNote);
  if (note !== undefined) return { value: 'opinion', from: { kind: 'text', name: 'p' }, text: plain(note) };
  for (const segment of address.pathname.split('/').slice(1, -1)) {
    const genre = genrePath(segment);
    if (genre) return { value: genre, from: { kind: 'address', name: 'path' } };
  }
  const report = main?.types.find((type) => genreType(type) === 'report');
  return report ? { value: 'report', from: { kind: 'json-ld', name: report } } : null;
}

function paidOf(
  { sketch, ld, main }: AuthorSources,
  section: Found<string> | null,
  labels: readonly Label[],
  paragraphs: readonly string[],
  address: URL,
): Found<PaidKind>[] {
  const found: Found<PaidKind>[] = [];
  if (main?.types.some((type) => /^advertisercontentarticle$/i.test(type)))
    found.push({ value: 'advertisement', from: { kind: 'json-ld', name: 'AdvertiserContentArticle' } });
  for (const part of sectionParts(section)) {
    const value = paidLabel(part) ?? (isAdvertisement(part) ? 'advertisement' : null);
    if (value && section) found.push({ value, from: section.from, text: plain(part, MAX_NAME) });
  }
  for (const meta of sketch.metas) {
    const value = paidMeta(meta.name, meta.content);
    if (value) found.push({ value, from: { kind: 'meta', name: plain(meta.name, 80) } });
  }
  for (const { text, place, kicker } of labels) {
    const value = paidLabel(text) ?? (kicker ? paidKicker(text) : null);
    if (value && !found.some((mark) => mark.text === text)) found.push({ value, from: place, text });
  }
  for (const paragraph of paragraphs) {
    const value = paidNote(paragraph);
    if (value) found.push({ value, from: { kind: 'text', name: 'p' }, text: plain(paragraph) });
  }
  const path = paidPath(address.pathname);
  if (path) found.push({ value: path, from: { kind: 'address', name: 'path' } });
  // A sponsor alone can be a fund or a grant: it names who paid only where the page says that somebody did.
  for (const sponsor of main && found.length > 0 ? valuesOf(ld, main.node, 'sponsor') : []) {
    const name = plain(typeof sponsor === 'string' ? sponsor : isObject(sponsor) ? textOf(ld, sponsor, 'name') : '', MAX_NAME);
    if (name !== '') found.push({ value: 'sponsored', from: { kind: 'json-ld', name: 'sponsor' }, text: name });
  }
  return found.slice(0, MAX_MARKS);
}

function paidKicker(text: string): PaidKind | null {
  if (isPoliticalStatement(text)) return 'political-ad';
  return isAdvertisement(text) ? 'advertisement' : null;
}

/** A label in an element that is named so speaks of a picture. */
const OF_PICTURE = /caption|credit|photo|foto|image|beeld|bild|video/i;

function aiOf({ sketch, ld, main }: AuthorSources, labels: readonly Label[], paragraphs: readonly string[]): Found<AiUse>[] {
  const found: Found<AiUse>[] = [];
  for (const meta of sketch.metas) {
    const value = /^ai-(?:disclosure|generated|assisted|content)$/i.test(meta.name) ? aiMeta(meta.content) : null;
    if (value) found.push({ value, from: { kind: 'meta', name: meta.name } });
  }
  const type = aiSourceType(main ? textOf(ld, main.node, 'digitalSourceType') : '');
  if (type) found.push({ value: type, from: { kind: 'json-ld', name: 'digitalSourceType' } });
  for (const text of [...labels.filter(({ place }) => !OF_PICTURE.test(place.name)).map((label) => label.text), ...paragraphs]) {
    const value = aiNote(text);
    if (value) found.push({ value, from: { kind: 'text', name: 'p' }, text: plain(text) });
  }
  return found
    .filter((mark, i) => found.findIndex((other) => other.value === mark.value && other.from.kind === mark.from.kind) === i)
    .slice(0, MAX_MARKS);
}

function correctionsOf({ ld, main }: AuthorSources, paragraphs: readonly string[]): Found<Correction>[] {
  const found: Found<Correction>[] = [];
  const add = (kind: Correction['kind'], day: Correction['day'], from: Place, text: string): void => {
    found.push({ value: { kind, day }, from, ...(text === '' ? {} : { text }) });
  };
  if (main && /^(?:retracted|ingetrokken)$/i.test(textOf(ld, main.node, 'creativeWorkStatus').replace(/^.*\//, '')))
    add('retraction', null, { kind: 'json-ld', name: 'creativeWorkStatus' }, '');
  for (const value of main ? valuesOf(ld, main.node, 'correction') : []) {
    const text = plain(typeof value === 'string' ? value : isObject(value) ? textOf(ld, value, 'text') : '');
    const day = isObject(value) ? (datesInText(textOf(ld, value, 'datePublished'), 'unknown', 1)[0]?.day ?? null) : null;
    // A bare address leads to the publisher's policy as often as to a correction; an empty one says nothing.
    if ((text === '' && day === null) || /^(?:https?:|\/)/.test(text)) continue;
    add(retracted(text) ? 'retraction' : 'correction', day, { kind: 'json-ld', name: 'correction' }, text);
  }
  for (const paragraph of paragraphs) {
    const kind = correctionNote(paragraph);
    if (kind) add(kind, datesInText(paragraph.slice(0, 60), 'dmy', 1)[0]?.day ?? null, { kind: 'text', name: 'p' }, plain(paragraph));
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
  // "metered" is free for some and not for others: the page does not say for whom.
  return tier && /^(?:free|locked)$/i.test(tier.value)
    ? { value: /^locked$/i.test(tier.value), from: { kind: 'meta', name: tier.name } }
    : null;
}

function syndicationOf({ sketch, site, host }: AuthorSources, address: URL, paragraphs: readonly string[]): Found<string> | null {
  for (const paragraph of paragraphs) {
    const place = appearedIn(paragraph);
    // Its own paper edition is no other place.
    if (place && !isSite(place, site, host)) return { value: plain(place, MAX_NAME), from: { kind: 'text', name: 'p' } };
  }
  const source = metaText(sketch, 'original-source', 'syndication-source');
  const other = source && URL.canParse(source.value) ? new URL(source.value) : null;
  return source && other && isWebHost(other) && !sameSite(other.href, address.href)
    ? { value: other.hostname, from: { kind: 'meta', name: source.name } }
    : null;
}

/** The host of a canonical address that lies on another site than the page itself; carriers (AMP, archives) are looked through. */
export function elsewhere(canonical: URL | null, address: URL): string | null {
  return canonical === null || !isWebHost(canonical) || sameSite(canonical.href, address.href)
    ? null
    : canonical.hostname.replace(/^www\./, '');
}

/** A browser takes more for a host than a name can be: `w%20ww.example`. */
function isWebHost({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && /^[\w.-]+$/.test(hostname);
}

/** One registrable domain by the public suffix list, with its private section: two blogs on one platform are two sites. */
function sameSite(a: string, b: string): boolean {
  const site = (href: string): string => {
    const { domain, hostname } = parse(unwrap(href), { allowPrivateDomains: true });
    return domain ?? hostname ?? href;
  };
  return site(a) === site(b);
}
