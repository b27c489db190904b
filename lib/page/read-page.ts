import type { Observation } from '../core/observation';
import { observe } from '../core/read/observe';
import { sketchPage } from './sketch-page';

/**
 * Reads one page in one go: what it declares and shows about its origin, with where each value was found. Changes nothing and forces
 * no layout. Never throws.
 *
 * @param address the page's own address, http(s)
 * @param now the moment of reading, for "3 hours ago" and for refusing dates in the future
 * @returns null when the page could not be read; that is not the same as a page that says nothing
 */
export function readPage(document: Document, address: string, now: Date): Observation | null {
  const sketch = sketchPage(document, address);
  return sketch === null ? null : observe(sketch, now);
}
