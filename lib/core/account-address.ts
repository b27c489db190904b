import { handleOn, stableIdOn } from './account-forms';
import type { AccountPlatform } from './register';

/** An account as its address names it: a handle or a number, sometimes both. */
export interface AddressedAccount {
  platform: AccountPlatform;
  handle: string | null;
  id: string | null;
}

/** Of the address: path segments, and the query of the few platforms that keep a number there. */
interface Parts {
  segments: string[];
  query: URLSearchParams;
}

type Read = (parts: Parts) => AddressedAccount | null;

const MAX_LENGTH = 2_000;

/** First segments that are pages of the platform itself, for sharing, posts, groups, help; never an account. */
const NO_ACCOUNT: Readonly<Partial<Record<AccountPlatform, RegExp>>> = {
  facebook:
    /^(?:ads|business|dialog|events|gaming|groups|hashtag|help|l|legal|login|marketplace|media|messages|notes|pages|people|permalink|pg|photos?|plugins|policies|privacy|profile|reels?|search|settings|share|sharer|stories|story|tr|videos|watch|p)$/i,
  instagram: /^(?:about|accounts|api|developer|direct|explore|legal|oauth|p|reels?|share|stories|tv|web)$/i,
  telegram: /^(?:addemoji|addlist|addstickers|addtheme|boost|c|contact|iv|joinchat|login|proxy|s|share|socks|setlanguage)$/i,
  x: /^(?:about|account|compose|download|explore|hashtag|home|i|intent|jobs|login|logout|messages|notifications|oauth|privacy|search|settings|share|signup|tos|widgets)$/i,
};

/** Before a platform's own host: the same site for phones or of another age. Help and pictures are other sites. */
const SAME_SITE = /^(?:(?:www|m|mobile|web|old|new|sh)\.)?$/;
const LANGUAGE = /^[a-z]{2}(?:-[a-z]{2})?\.$/;

/** Where `/@name` is something else than an account on a server of the fediverse. */
const NO_FEDIVERSE: ReadonlySet<string> = new Set([
  'medium.com',
  'flipboard.com',
  'substack.com',
  'rumble.com',
  'odysee.com',
  'steemit.com',
  'vimeo.com',
]);

const HOSTS: readonly { hosts: readonly string[]; read: Read; languages?: true }[] = [
  { hosts: ['twitter.com', 'x.com'], read: single('x') },
  { hosts: ['instagram.com'], read: single('instagram') },
  { hosts: ['threads.net', 'threads.com'], read: signed('threads') },
  { hosts: ['tiktok.com'], read: signed('tiktok') },
  { hosts: ['facebook.com', 'fb.com'], read: facebook, languages: true },
  { hosts: ['youtube.com'], read: youtube },
  { hosts: ['linkedin.com'], read: linkedin, languages: true },
  { hosts: ['bsky.app'], read: bluesky },
  { hosts: ['t.me', 'telegram.me'], read: telegram },
  { hosts: ['reddit.com'], read: reddit },
];

/**
 * Which account an address is of, by its form alone; null for a post, a button to share with, an invitation, a group, a person on
 * LinkedIn, and any address that is not plain. Nothing is asked of the network. `/@name` on any other host is an account of the
 * fediverse: what runs there does not show in an address.
 */
export function accountIn(address: string): AddressedAccount | null {
  const text = address.trim();
  if (text.length > MAX_LENGTH || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.port !== '') return null;
  const host = url.hostname.replace(/\.$/, '');
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  for (const { hosts, read, languages } of HOSTS) {
    const own = hosts.find((each) => host === each || host.endsWith(`.${each}`));
    if (own === undefined) continue;
    const before = host.slice(0, -own.length);
    const same = SAME_SITE.test(before) || (languages === true && LANGUAGE.test(before));
    return same ? read({ segments, query: url.searchParams }) : null;
  }
  return fediverse(host, segments);
}

function by(platform: AccountPlatform, handle: string | null, id: string | null = null): AddressedAccount | null {
  return handle === null && id === null ? null : { platform, handle, id };
}

/** `/name`, and nothing after it. */
function single(platform: AccountPlatform): Read {
  return ({ segments: [name = '', ...rest] }) =>
    rest.length > 0 || NO_ACCOUNT[platform]?.test(name) || name.startsWith('@') ? null : by(platform, handleOn(platform, name));
}

/** `/@name`, and nothing after it. */
function signed(platform: AccountPlatform): Read {
  return ({ segments: [name = '', ...rest] }) => (rest.length > 0 || !name.startsWith('@') ? null : by(platform, handleOn(platform, name)));
}

function facebook({ segments, query }: Parts): AddressedAccount | null {
  const [first = '', name = '', number = ''] = segments;
  const numbered = (text: string): AddressedAccount | null => by('facebook', null, stableIdOn('facebook', text));
  if (first === 'profile.php') return segments.length === 1 ? numbered(query.get('id') ?? '') : null;
  if (first === 'people' || first === 'pages') return segments.length === 3 ? numbered(number) : null;
  if (first === 'p') return segments.length === 2 ? numbered(/-(\d+)$/.exec(name)?.[1] ?? '') : null;
  if (first === 'pg') return segments.length === 2 ? by('facebook', handleOn('facebook', name)) : null;
  if (segments.length !== 1 || NO_ACCOUNT.facebook?.test(first) || first.startsWith('@')) return null;
  return numbered(first) ?? by('facebook', handleOn('facebook', first));
}

/** A bare `/name` may be a handle or an older name of another channel: it is neither. */
function youtube({ segments: [first = '', name = '', ...rest] }: Parts): AddressedAccount | null {
  if (first.startsWith('@')) return name === '' ? by('youtube', handleOn('youtube', first)) : null;
  if (rest.length > 0) return null;
  if (first === 'channel') return by('youtube', null, stableIdOn('youtube', name));
  return first === 'c' || first === 'user' ? by('youtube', handleOn('youtube', `${first}/${name}`)) : null;
}

function linkedin({ segments: [kind = '', name = '', ...rest] }: Parts): AddressedAccount | null {
  return rest.length > 0 && !(rest.length === 1 && rest[0] === 'about') ? null : by('linkedin', handleOn('linkedin', `${kind}/${name}`));
}

function bluesky({ segments: [first, name = '', ...rest] }: Parts): AddressedAccount | null {
  if (first !== 'profile' || rest.length > 0) return null;
  const id = stableIdOn('bluesky', name);
  return by('bluesky', id === null ? handleOn('bluesky', name) : null, id);
}

function telegram({ segments }: Parts): AddressedAccount | null {
  const [name = '', ...rest] = segments[0] === 's' ? segments.slice(1) : segments;
  return rest.length > 0 || NO_ACCOUNT.telegram?.test(name) || name.startsWith('@') ? null : by('telegram', handleOn('telegram', name));
}

/** What begins with `r/` is a place, not an account. */
function reddit({ segments: [first, name = '', ...rest] }: Parts): AddressedAccount | null {
  return (first === 'user' || first === 'u') && rest.length === 0 ? by('reddit', handleOn('reddit', name)) : null;
}

/** `/@name`, `/@name@other.example`, `/users/name`, `/web/@name`. */
function fediverse(host: string, path: readonly string[]): AddressedAccount | null {
  const segments = path[0] === 'web' ? path.slice(1) : path;
  const [first = '', second = '', ...rest] = segments;
  const server = host.replace(/^www\./, '');
  if (rest.length > 0 || [...NO_FEDIVERSE].some((own) => server === own || server.endsWith(`.${own}`))) return null;
  const name = first === 'users' ? second : second === '' && first.startsWith('@') ? first.slice(1) : '';
  if (name === '') return null;
  return by('mastodon', handleOn('mastodon', name.includes('@') ? name : `${name}@${server}`));
}
