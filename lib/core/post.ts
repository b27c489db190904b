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

export const PLATFORM_NAMES: readonly PlatformId[] = [
  'bing',
  'bluesky',
  'brave',
  'duckduckgo',
  'ecosia',
  'facebook',
  'google',
  'instagram',
  'linkedin',
  'mastodon',
  'qwant',
  'reddit',
  'startpage',
  'telegram',
  'threads',
  'tiktok',
  'x',
  'youtube',
];

export const LABEL_KINDS: readonly PostLabelKind[] = [
  'ad',
  'political-ad',
  'paid-partnership',
  'automated',
  'publisher-context',
  'ai',
  'parody',
];
const MAX_TEXT = 200;
const MAX_ADDRESS = 2_000;

/** True for what `readPost` returns. A page's process can be taken over and send anything: every field is looked at, and nothing is mended. */
export function isPost(value: unknown): value is PostObservation {
  if (!isRecord(value)) return false;
  const { version, platform, adapter, kind, author, published, permalink, links, labels } = value;
  return (
    version === 1 &&
    PLATFORM_NAMES.some((name) => name === platform) &&
    Number.isInteger(adapter) &&
    (kind === 'post' || kind === 'result') &&
    (author === null || (isRecord(author) && [author.handle, author.name, author.id].every(isTextOrNull))) &&
    (published === null || (isRecord(published) && isMoment(published.at) && (published.from === 'shown' || published.from === 'id'))) &&
    (permalink === null || isWebAddress(permalink)) &&
    isListOf(links, MAX_LINKS, isWebAddress) &&
    isListOf(labels, MAX_LABELS, isLabel)
  );
}

function isLabel(value: unknown): boolean {
  return (
    isRecord(value) &&
    LABEL_KINDS.some((kind) => kind === value.kind) &&
    isTextOrNull(value.text) &&
    (value.by === 'platform' || value.by === 'account')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, most: number, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isOne);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length <= MAX_TEXT);
}

function isMoment(value: unknown): boolean {
  return (
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}(?:Z|[+-]\d\d:\d\d))?$/.test(value) && !Number.isNaN(Date.parse(value))
  );
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_ADDRESS && /^https?:\/\//.test(value) && URL.canParse(value);
}
