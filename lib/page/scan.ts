import type { Meta } from '../core/read/sketch';
import { query } from './bounded';

/** Everything a reading needs that can be found by one query over the whole page. Lists are bounded. */
export interface Scan {
  metas: Meta[];
  canonical: string;
  jsonLd: string[];
  headings: Element[];
  times: Element[];
  /** `itemprop` and `property`, `meta` included. */
  props: Element[];
  relAuthors: Element[];
}

const QUERY = 'meta,link[rel="canonical" i],script[type^="application/ld+json"],h1,time,[itemprop],[property],[rel~="author"]';
const LIMIT = 20_000;
const MAX_BLOCK = 1_000_000;

/** Goes through the page once with the browser's own matcher, and sorts what it finds. */
export function scan(document: Document): Scan {
  const found: Scan = { metas: [], canonical: '', jsonLd: [], headings: [], times: [], props: [], relAuthors: [] };
  const all = query(document, QUERY);
  const end = Math.min(all.length, LIMIT);
  let room = 2 * MAX_BLOCK;
  for (let i = 0; i < end; i++) {
    const element = all[i];
    if (!element) continue;
    const tag = element.localName;
    if (tag === 'script') {
      const text = element.textContent ?? '';
      if (text.length <= MAX_BLOCK && text.length <= room && found.jsonLd.length < 60) {
        found.jsonLd.push(text);
        room -= text.length;
      }
    } else sort(element, tag, found);
  }
  return found;
}

function sort(element: Element, tag: string, found: Scan): void {
  const get = (name: string): string | null => element.getAttribute(name);
  if (tag === 'meta') {
    const content = get('content');
    const name = get('property') ?? get('name') ?? get('data-hid') ?? get('http-equiv');
    if (name !== null && content !== null) add(found.metas, { name: name.slice(0, 80), content: content.slice(0, 800) });
    if (get('itemprop') !== null) add(found.props, element);
    return;
  }
  if (tag === 'link' && get('rel')?.toLowerCase() === 'canonical') found.canonical ||= (get('href') ?? '').slice(0, 2_000);
  if (tag === 'h1') add(found.headings, element, 20);
  if (tag === 'time') add(found.times, element, 100);
  if (get('itemprop') !== null || get('property') !== null) add(found.props, element);
  if (/(^|\s)author(\s|$)/i.test(get('rel') ?? '') && tag !== 'link') add(found.relAuthors, element, 40);
}

function add<T>(list: T[], item: T, limit = 500): void {
  if (list.length < limit) list.push(item);
}
