import type { AccountPlatform } from './register';

/** How handles and numbers look, platform by platform, after the sign before it and capitals are gone. */
const HANDLES: Readonly<Record<AccountPlatform, RegExp>> = {
  // A domain (https://atproto.com/specs/handle).
  bluesky: /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  facebook: /^(?!.*\.php$)(?!\d+$)[\p{L}\p{N}._-]{2,80}$/u,
  instagram: /^[a-z0-9._]{1,30}$/,
  // A company and a person may have the same name in their address, so the kind belongs to the handle. A person is no outlet.
  linkedin: /^(?:company|school|showcase)\/[\p{L}\p{N}&'’._-]{1,100}$/u,
  mastodon: /^[a-z0-9_](?:[a-z0-9_.-]{0,62}[a-z0-9_])?@(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/,
  reddit: /^[a-z0-9_-]{1,40}$/,
  telegram: /^[a-z][a-z0-9_]{1,31}$/,
  threads: /^[a-z0-9._]{1,30}$/,
  tiktok: /^[a-z0-9._]{1,32}$/,
  x: /^[a-z0-9_]{1,15}$/,
  // `c/` and `user/` are names of before there were handles; the same word can be another channel's handle.
  youtube: /^(?:(?:c|user)\/)?[\p{L}\p{N}._·-]{1,100}$/u,
};

/** Absent where pages show no number of the account that would stay the same. */
const IDS: Readonly<Partial<Record<AccountPlatform, RegExp>>> = {
  bluesky: /^did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.:%-]{1,200})$/,
  facebook: /^\d{5,20}$/,
  instagram: /^\d{1,20}$/,
  threads: /^\d{1,20}$/,
  tiktok: /^\d{1,20}$/,
  x: /^\d{1,20}$/,
  youtube: /^UC[\w-]{22}$/,
};

const MAX_RAW = 500;

/** Every platform on which the register can hold an account. */
export const ACCOUNT_PLATFORMS = Object.keys(HANDLES) as readonly AccountPlatform[];

export function isAccountPlatform(platform: string): platform is AccountPlatform {
  return Object.hasOwn(HANDLES, platform);
}

/** The one spelling of a handle: without `@`, in small letters, decoded. Null when it cannot be one on this platform. */
export function handleOn(platform: AccountPlatform, raw: string): string | null {
  if (raw.length > MAX_RAW) return null;
  const handle = decoded(raw.trim()).normalize('NFC').toLowerCase().replace(/^@/, '').replace(/\.$/, '');
  return HANDLES[platform].test(handle) ? handle : null;
}

/** The number of an account as the platform writes it; null when this platform has no such numbers. */
export function stableIdOn(platform: AccountPlatform, raw: string): string | null {
  const id = raw.trim();
  return id.length <= MAX_RAW && IDS[platform]?.test(id) ? id : null;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
