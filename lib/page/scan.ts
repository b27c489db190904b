import { MAX_TEXT, plain } from '../core/read/text';

export interface Meta {
  /** As written: `article:published_time`. */
  name: string;
  content: string;
}

/** Everything a reading needs that can be found by one query over the whole page. Lists are bounded. */
export interface Scan {
  document: Document;
  metas: Meta[];
  links: HTMLElement[];
  jsonLd: Element[];
  headings: Element[];
  times: Element[];
  /** `itemprop` and `property` outside `meta`, and `itemprop` on `meta`. */
  props: Element[];
  relAuthors: Element[];
}

const QUERY =
  'meta,link[rel],script[type="application/ld+json"],script[type="application/ld+json; charset=utf-8"],h1,time,[itemprop],[property],[rel~="author"]';
const LIMIT = 20_000;

/** Goes through the page once with the browser's own matcher, and sorts what it finds. */
export function scan(document: Document): Scan {
  const found: Scan = { document, metas: [], links: [], jsonLd: [], headings: [], times: [], props: [], relAuthors: [] };
  const all = document.querySelectorAll<HTMLElement>(QUERY);
  const end = Math.min(all.length, LIMIT);
  for (let i = 0; i < end; i++) {
    const element = all[i];
    if (element) sort(element, found);
  }
  return found;
}

function sort(element: HTMLElement, found: Scan): void {
  const tag = element.localName;
  if (tag === 'meta') {
    const content = element.getAttribute('content');
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('data-hid') ??
      element.getAttribute('http-equiv');
    if (element.hasAttribute('itemprop')) add(found.props, element, 500);
    if (name !== null && content !== null && found.metas.length < 500)
      found.metas.push({ name: name.slice(0, 80), content: content.slice(0, MAX_TEXT * 4) });
    return;
  }
  if (tag === 'script') return add(found.jsonLd, element, 60);
  if (tag === 'h1') add(found.headings, element, 20);
  if (tag === 'time') add(found.times, element, 100);
  if (element.hasAttribute('itemprop') || element.hasAttribute('property')) add(found.props, element, 500);
  if (/(^|\s)author(\s|$)/i.test(element.getAttribute('rel') ?? '')) add(found.relAuthors, element, 40);
  if (tag === 'link') add(found.links, element, 300);
}

function add<T>(list: T[], item: T, limit: number): void {
  if (list.length < limit) list.push(item);
}

/** The first `meta` of these names that has something to say, in the order of the names. */
export function metaText(found: Scan, ...names: string[]): { name: string; value: string } | null {
  for (const name of names) {
    for (const meta of found.metas) {
      if (meta.name.toLowerCase() !== name) continue;
      const value = plain(meta.content);
      if (value !== '') return { name: meta.name, value };
    }
  }
  return null;
}
