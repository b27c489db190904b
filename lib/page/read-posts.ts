import type { PostObservation } from '../core/post';
import { keptAddress } from '../core/post-links';
import { ADAPTERS } from '../platforms/all';
import { adapterFor, readPosts } from './posts';

/**
 * Reads the posts of a saved page, whose address may be lost: then the adapter that recognises most of it is taken. In a living page
 * the host decides, always.
 */
export function readSavedPosts(page: Document, address: string, now: Date): { platform: string | null; posts: PostObservation[] } {
  const host = new URL(address).hostname;
  const known = adapterFor(ADAPTERS, host, page);
  if (known !== null) return { platform: known.id, posts: readPosts(known, page, address, now) };
  if (!host.endsWith('.invalid')) return { platform: null, posts: [] };
  const read = ADAPTERS.map((adapter) => {
    const base = `https://${adapter.hosts[0] ?? host}/`;
    return { platform: adapter.id, posts: readPosts(adapter, page, base, now) };
  });
  const [most] = read.sort((a, b) => b.posts.length - a.posts.length);
  return most === undefined || most.posts.length === 0 ? { platform: null, posts: [] } : most;
}

/** Units that are looked at to find the one that a page is about: it stands near the top. */
const MOST_UNITS = 60;

/** The post that has the page's own address; null on a feed, and wherever that is not certain. */
export function readOwnPost(page: Document, address: string, now: Date): PostObservation | null {
  const own = plainAddress(keptAddress(address, address));
  const adapter = own === null ? null : adapterFor(ADAPTERS, new URL(own).hostname, page);
  if (adapter === null || adapter.kind !== 'post') return null;
  const posts = readPosts(adapter, page, address, now, MOST_UNITS);
  return posts.find((post) => !isTile(post) && post.permalink !== null && plainAddress(post.permalink) === own) ?? null;
}

/** A picture in a grid, behind the opened video: it has no place for a name or a label, so it says nothing of either. */
function isTile({ platform, author, labels }: PostObservation): boolean {
  return platform === 'tiktok' && (author?.name ?? null) === null && labels.length === 0;
}

/** With or without `www.`, `m.`, a slash at the end and, on Instagram, the name of the account it is the same page. */
function plainAddress(address: string | null): string | null {
  if (address === null) return null;
  const plain = address.replace(/^https?:\/\/(?:www\.|m\.|mobile\.)?/, 'https://').replace(/\/$/, '');
  return plain.replace(/^(https:\/\/instagram\.com)\/[\w.]{1,30}(\/(?:p|reel|tv)\/)/, '$1$2');
}
