import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PostObservation } from '../../../lib/core/post';
import { readPosts } from '../../../lib/page/posts';
import type { Adapter } from '../../../lib/platforms/adapter';

/** The moment of reading in all tests of platforms. */
export const NOW = new Date('2026-11-23T12:00:00Z');

/** A page of `tests/fixtures/platforms`, parsed; its scripts do not run. */
export function pageOf(file: string): Document {
  const html = readFileSync(path.join(import.meta.dirname, '../../fixtures/platforms', file), 'utf8');
  return new DOMParser().parseFromString(html, 'text/html');
}

/** What an adapter reads of a page of `tests/fixtures/platforms` that is opened at an address. */
export function postsIn(adapter: Adapter, file: string, address: string): PostObservation[] {
  return readPosts(adapter, pageOf(file), address, NOW);
}

/** What an adapter reads of a piece of a page. */
export function postsOf(adapter: Adapter, html: string, address: string): PostObservation[] {
  return readPosts(adapter, new DOMParser().parseFromString(html, 'text/html'), address, NOW);
}
