/**
 * What an adapter saw of one post or search result: who published it, when, what it links to and which labels the platform shows.
 * Names, dates and labels as the page gives them; it holds no text of the post.
 */
export interface PostObservation {
  /** Shape version. */
  version: 1;
  platform: PlatformId;
  /** The adapter's own version, by which the signed register can switch it off. */
  adapter: number;
  kind: 'post' | 'result';
  /** Who published it; null where the page names nobody, as in most search results. */
  author: Account | null;
  published: PostDate | null;
  /** The post's own address, without query and fragment. */
  permalink: string | null;
  /** Where it leads: addresses of other pages, carriers opened by syntax, without query and fragment. At most `MAX_LINKS`. */
  links: string[];
  labels: PostLabel[];
}

export interface Account {
  /** As the platform writes it in addresses, without `@`: "nos", "nos.nl", "nos@mastodon.example". */
  handle: string | null;
  name: string | null;
  /** Of the platform, never reused: a channel id, a DID. */
  id: string | null;
}

export interface PostDate {
  /** ISO 8601 with offset; a day alone (`2026-11-23`) where the page gives no more. */
  at: string;
  /** `shown`: an attribute or text of the page. `id`: computed from the post's number, which holds its time. */
  from: 'shown' | 'id';
}

/** What a label says. Each is quoted from the platform's own mark; none is ever inferred from a text or behaviour. */
export type PostLabelKind = 'ad' | 'political-ad' | 'paid-partnership' | 'automated' | 'publisher-context' | 'ai' | 'parody';

export interface PostLabel {
  kind: PostLabelKind;
  /** As the page shows it; null where it is a mark without words. */
  text: string | null;
  by: 'platform' | 'account';
}

export type PlatformId =
  | 'bing'
  | 'bluesky'
  | 'brave'
  | 'duckduckgo'
  | 'ecosia'
  | 'facebook'
  | 'google'
  | 'instagram'
  | 'linkedin'
  | 'mastodon'
  | 'qwant'
  | 'reddit'
  | 'startpage'
  | 'telegram'
  | 'threads'
  | 'tiktok'
  | 'x'
  | 'youtube';

export const MAX_LINKS = 8;
export const MAX_LABELS = 6;
