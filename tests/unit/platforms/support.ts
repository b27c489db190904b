import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PostObservation } from '../../../lib/core/post';
import { readPosts } from '../../../lib/page/posts';
import type { Adapter } from '../../../lib/platforms/adapter';

/** The moment of reading in all tests of platforms. */
export const NOW = new Date('2026-11-23T12:00:00Z');

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/platforms');

/** The pages of our own making for one platform, as paths below `tests/fixtures/platforms`. */
export function fixturesOf(platform: string): string[] {
  return readdirSync(path.join(FIXTURES, platform))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${platform}/${name}`);
}

/** A page of `tests/fixtures/platforms`, parsed; its scripts do not run. */
export function pageOf(file: string): Document {
  const html = readFileSync(path.join(FIXTURES, file), 'utf8');
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

/** Any page of a platform, as the address under which a fixture is read. */
export function addressOf(adapter: Adapter): string {
  const [host] = adapter.hosts;
  return `https://${host === undefined ? 'mastodon.example' : host.split('.').length === 2 ? `www.${host}` : host}/`;
}
