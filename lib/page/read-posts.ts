import type { PostObservation } from '../core/post';
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
