import { parse } from 'tldts';
import { unwrap } from './carriers';
import type { EntityId, HostRule } from './register';

/** Whose address this is, as far as the register's rules say. Only `entity` names somebody. */
export type HostAnswer =
  | { kind: 'entity'; entity: EntityId; host: string; rule: HostRule }
  /** A publishing platform: who writes there is not the platform, and no exact rule names the writer. */
  | { kind: 'platform'; host: string; rule: HostRule }
  /** A redirector or cache whose address does not show what it carries. */
  | { kind: 'carrier'; carrier: 'redirector' | 'cache'; host: string; rule: HostRule }
  | { kind: 'unlisted'; host: string; registrable: string }
  | { kind: 'no-host'; why: 'not-web' | 'ip' | 'local' | 'malformed' };

/** A host with the domains under which its rules may be filed. */
interface HostKeys {
  /** Lower-case, punycode, without trailing dot or `www.`. */
  host: string;
  /** With the private section of the public suffix list: `naam.blogspot.com`. Null when the host is itself such a suffix. */
  registrable: string | null;
  /** By the registries' section alone: `blogspot.com`. */
  registryDomain: string;
  path: string;
}

type Located = { ok: true; keys: HostKeys } | { ok: false; why: 'not-web' | 'ip' | 'local' | 'malformed' };

const SUFFIXES = { allowIcannDomains: true, validateHostname: false } as const;

function locate(address: string): Located {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { ok: false, why: /^https?:/i.test(address.trim()) ? 'malformed' : 'not-web' };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, why: 'not-web' };
  const full = url.hostname.toLowerCase().replace(/\.$/, '');
  if (full === '' || full.split('.').some((label) => label === '' || label.length > 63)) return { ok: false, why: 'malformed' };

  const withPrivate = parse(full, { ...SUFFIXES, allowPrivateDomains: true });
  if (withPrivate.isIp) return { ok: false, why: 'ip' };
  const registryDomain = parse(full, { ...SUFFIXES, allowPrivateDomains: false }).domain;
  // A name outside the public suffix list (`nas.fritzbox`, `localhost`) is a name inside somebody's own network. The
  // practice pages live under `.example`, which RFC 2606 reserves for such use.
  const isPublic = withPrivate.isIcann || withPrivate.isPrivate || full.endsWith('.example');
  if (registryDomain === null || !isPublic) return { ok: false, why: 'local' };

  const bare = full.startsWith('www.') && full !== registryDomain && full !== withPrivate.domain ? full.slice(4) : full;
  return { ok: true, keys: { host: bare, registrable: withPrivate.domain, registryDomain, path: url.pathname } };
}

/**
 * The domains under which rules for an address are filed, after unwrapping, most specific first: one, or two on a suffix
 * that a company lets out (`naam.blogspot.com` and `blogspot.com`). Empty when the address has no public host.
 */
export function registrableDomains(address: string): string[] {
  const located = locate(unwrap(address));
  if (!located.ok) return [];
  const { registrable, registryDomain } = located.keys;
  return registrable === null || registrable === registryDomain ? [registryDomain] : [registrable, registryDomain];
}

/**
 * Whose address is this? Carriers are unwrapped first; then the longest host wins, and inside it the longest path. A rule
 * never reaches above the registrable domain, except that the platform or carrier that lets out a suffix is still named.
 *
 * @param hostsOf the rules filed under one registrable domain, empty when there are none
 */
export function findHost(address: string, hostsOf: (registrable: string) => readonly HostRule[]): HostAnswer {
  const located = locate(unwrap(address));
  if (!located.ok) return { kind: 'no-host', why: located.why };
  const { host, registrable, registryDomain } = located.keys;

  const filed = registrable ?? registryDomain;
  const own = best(
    hostsOf(filed).filter((rule) => rule.host === filed || rule.host.endsWith(`.${filed}`)),
    located.keys,
  );
  if (own) return answer(own, host);
  if (filed !== registryDomain) {
    const letOut = hostsOf(registryDomain).filter((rule) => typeof rule.target === 'string');
    const above = best(letOut, located.keys);
    if (above) return answer(above, host);
  }
  return { kind: 'unlisted', host, registrable: filed };
}

/** The domain under which a rule for this host is filed; null when it is no public host. */
export function filedUnder(host: string): string | null {
  return registrableDomains(`https://${host}/`)[0] ?? null;
}

function best(rules: readonly HostRule[], keys: HostKeys): HostRule | null {
  let found: HostRule | null = null;
  for (const rule of rules) {
    if (!hostMatches(rule, keys.host) || !pathMatches(rule.pathPrefix, keys.path)) continue;
    if (found === null || rank(rule, keys.host) > rank(found, keys.host)) found = rule;
  }
  return found;
}

/** Longer host first, then an exact rule before a subtree, then the longer path. Paths are bounded to keep the order. */
function rank(rule: HostRule, host: string): number {
  const exact = rule.match === 'exact' && rule.host === host ? 1 : 0;
  return rule.host.length * 4096 + exact * 2048 + Math.min(rule.pathPrefix?.length ?? 0, 2047);
}

function hostMatches(rule: HostRule, host: string): boolean {
  if (rule.host === '') return false;
  return host === rule.host || (rule.match === 'subtree' && host.endsWith(`.${rule.host}`));
}

function pathMatches(prefix: string | undefined, path: string): boolean {
  if (prefix === undefined) return true;
  const wanted = prefix.toLowerCase().replace(/\/+$/, '');
  const given = path.toLowerCase();
  return given === wanted || given.startsWith(`${wanted}/`);
}

function answer(rule: HostRule, host: string): HostAnswer {
  const { target } = rule;
  if (typeof target !== 'string') return { kind: 'entity', entity: target.entity, host, rule };
  if (target === 'platform') return { kind: 'platform', host, rule };
  return { kind: 'carrier', carrier: target, host, rule };
}
