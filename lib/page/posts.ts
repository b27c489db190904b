import { MAX_LABELS, type PostDate, type PostObservation } from '../core/post';
import { keptAddress, outwardLinks } from '../core/post-links';
import { plain } from '../core/read/text';
import type { Adapter, RawPost } from '../platforms/adapter';

const MAX_NAME = 120;
/** No post is older than the platforms, nor from the future by more than a clock may be wrong. */
const OLDEST = Date.UTC(2004, 0, 1);
const AHEAD = 86_400_000;

/**
 * Reads one post or search result; null when the adapter does not recognise it. Everything that comes back is bounded, and text.
 *
 * @param address of the page, for relative links
 * @param now the moment of reading: a date in the future is none
 */
export function readPost(adapter: Adapter, unit: Element, address: string, now: Date): PostObservation | null {
  let raw: RawPost | null;
  try {
    raw = adapter.read(unit);
  } catch {
    // A page that answers in ways no page should: not recognised.
    raw = null;
  }
  if (raw === null) return null;
  const author = {
    handle: plain(raw.author?.handle ?? '', MAX_NAME) || null,
    name: plain(raw.author?.name ?? '', MAX_NAME) || null,
    id: plain(raw.author?.id ?? '', MAX_NAME) || null,
  };
  const links = outwardLinks(raw.links ?? [], address, adapter.kind === 'result' ? [] : adapter.hosts);
  if (author.handle === null && author.name === null && links.length === 0) return null;
  return {
    version: 1,
    platform: adapter.id,
    adapter: adapter.version,
    kind: adapter.kind,
    author: author.handle === null && author.name === null && author.id === null ? null : author,
    published: dateOf(raw, now),
    permalink: keptAddress(raw.permalink, address),
    links,
    labels: (raw.labels ?? []).slice(0, MAX_LABELS).map((label) => ({ ...label, text: plain(label.text ?? '', MAX_NAME) || null })),
  };
}

/** All posts of a page in their order, each read once; `most` bounds the work. */
export function readPosts(adapter: Adapter, page: ParentNode, address: string, now: Date, most = 500): PostObservation[] {
  const posts: PostObservation[] = [];
  for (const unit of page.querySelectorAll(adapter.unit)) {
    const post = readPost(adapter, unit, address, now);
    if (post !== null) posts.push(post);
    if (posts.length >= most) break;
  }
  return posts;
}

/** The adapter for a page: by its host, or, where anybody can run the software, by what the page says it is made with. */
export function adapterFor(adapters: readonly Adapter[], host: string, page: Document): Adapter | null {
  const bare = host.replace(/^www\./, '');
  const named = adapters.find(({ hosts }) => hosts.some((own) => bare === own || bare.endsWith(`.${own}`)));
  return named ?? adapters.find(({ recognises }) => recognises?.(page) === true) ?? null;
}

function dateOf({ published, publishedFromId }: RawPost, now: Date): PostDate | null {
  const shown = instantOf(published ?? '');
  if (shown !== null && isPossible(Date.parse(shown), now)) return { at: shown, from: 'shown' };
  if (publishedFromId !== undefined && publishedFromId !== null && isPossible(publishedFromId, now))
    return { at: new Date(publishedFromId).toISOString(), from: 'id' };
  return null;
}

/** "2026-08-31T14:25:05.266000+0000", which some write without a colon, as ISO 8601; a day stays a day. */
function instantOf(written: string): string | null {
  const text = written
    .trim()
    .slice(0, 40)
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  if (!/^\d{4}-\d\d-\d\d(?:$|[T ]\d\d:\d\d)/.test(text) || Number.isNaN(Date.parse(text))) return null;
  if (text.length === 10) return text;
  return /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text.replace(' ', 'T') : text.slice(0, 10);
}

function isPossible(moment: number, now: Date): boolean {
  return Number.isFinite(moment) && moment >= OLDEST && moment <= now.getTime() + AHEAD;
}
