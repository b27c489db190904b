import { unwrap } from './carriers';
import { MAX_LINKS } from './post';

const MAX_LENGTH = 2_000;

/**
 * Parameters without which an address is another page: a video's number, a post's. Everything else behind `?` may say who somebody is,
 * and goes.
 */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'youtube.com': ['v'],
  'facebook.com': ['id', 'story_fbid', 'fbid', 'v'],
};

/** An address as it may be kept: http(s), carriers opened by syntax, without query and fragment. Null for anything else. */
export function keptAddress(raw: string | null | undefined, base: string): string | null {
  const written = raw?.trim() ?? '';
  if (written === '' || written.length > MAX_LENGTH * 4 || !URL.canParse(written, base)) return null;
  const opened = unwrap(new URL(written, base).href);
  if (!URL.canParse(opened)) return null;
  const url = new URL(opened);
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/^www\./, '');
  const kept = new URLSearchParams();
  for (const name of KEPT[host.replace(/^m\./, '')] ?? []) {
    const value = url.searchParams.get(name);
    if (value !== null && /^[\w.-]{1,64}$/.test(value)) kept.set(name, value);
  }
  const query = kept.toString();
  const address = `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`;
  return address.length <= MAX_LENGTH ? address : null;
}

/** Where a post leads: each address once, none of the platform's own. */
export function outwardLinks(raw: readonly (string | null | undefined)[], base: string, own: readonly string[]): string[] {
  const found = new Set<string>();
  for (const each of raw.slice(0, 100)) {
    const address = keptAddress(each, base);
    if (address !== null && !isOn(address, own)) found.add(address);
    if (found.size >= MAX_LINKS) break;
  }
  return [...found];
}

/** Whether an address is of one of the hosts or below it. */
export function isOn(address: string, hosts: readonly string[]): boolean {
  const host = new URL(address).hostname.replace(/^www\./, '');
  return hosts.some((own) => host === own || host.endsWith(`.${own}`));
}
