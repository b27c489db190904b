import { handleOn, isAccountPlatform, stableIdOn } from './account-forms';
import type { Lookup } from './card';
import type { Day } from './dates';
import { findHost, registrableDomains } from './hosts';
import { lookUp } from './lookup';
import type { Account, PlatformId, PostObservation } from './post';
import type { AccountKey, AccountPlatform, EntityId, HostRule, ListedAccount, RegisterPart } from './register';

/** An account as it was seen on a page, or as an address names it. The name that it shows plays no part. */
export interface SeenAccount extends Pick<Account, 'handle' | 'id'> {
  platform: PlatformId;
}

/** Reads the part in which a domain or account is filed; null when it is damaged. */
export type PartFor = (key: string) => Promise<RegisterPart | null>;

/** What the register answers for one post. */
export interface PostLookup {
  /** By the account that published it; null where the page names no account by handle or number. */
  account: Lookup | null;
  /** Of the links, the first that leads to somebody in the register, else the first that leads to a site at all; null without one. */
  link: { host: string; address: string; lookup: Lookup } | null;
}

/** Under what an account is filed, the stable id first; none for what cannot be an account there. */
export function keysOf({ platform, handle, id }: SeenAccount): AccountKey[] {
  if (!isAccountPlatform(platform)) return [];
  const stable = id === null ? null : stableIdOn(platform, id);
  const named = handle === null ? null : handleOn(platform, handle);
  return [...(stable === null ? [] : [keyOfId(platform, stable)]), ...(named === null ? [] : [`${platform}/${named}`])];
}

/** Every key of an account of the register, those of handles that have ended included. */
export function keysOfListed({ platform, stableId, handles }: Pick<ListedAccount, 'platform' | 'stableId' | 'handles'>): AccountKey[] {
  return [...(stableId === undefined ? [] : [keyOfId(platform, stableId)]), ...handles.map(({ handle }) => `${platform}/${handle}`)];
}

/** Every account of an entity, each once. */
export function accountsOf({ accounts = {} }: Pick<RegisterPart, 'accounts'>, entity: EntityId): ListedAccount[] {
  const own = Object.values(accounts).flatMap((listed) => listed.filter((account) => account.entity === entity));
  return [...new Map(own.map((account) => [keysOfListed(account).join(' '), account])).values()];
}

function keyOfId(platform: AccountPlatform, id: string): AccountKey {
  return `${platform}#${id}`;
}

/**
 * Whose account this is. The stable id decides where both sides have one: a handle that another account uses now names nobody. A
 * handle counts within its period only.
 *
 * @param listed what is filed under one of the account's keys
 */
export function resolve(listed: readonly ListedAccount[], { platform, handle, id }: SeenAccount, today: Day): EntityId | null {
  if (!isAccountPlatform(platform)) return null;
  const stable = id === null ? null : stableIdOn(platform, id);
  const named = handle === null ? null : handleOn(platform, handle);
  const found = listed.find((account) => {
    if (account.platform !== platform) return false;
    if (stable !== null && account.stableId !== undefined) return account.stableId === stable;
    return named !== null && account.handles.some((own) => own.handle === named && isCurrent(own.valid, today));
  });
  return found?.entity ?? null;
}

function isCurrent(valid: ListedAccount['handles'][number]['valid'], today: Day): boolean {
  const { from = '', to } = valid ?? {};
  // Both ends inclusive, each as precise as its source.
  return today.slice(0, from.length) >= from && (to === undefined || today.slice(0, to.length) <= to);
}

/**
 * The domain that an account proves by its handle: on Bluesky the handle itself, which the platform checks with the domain; on a
 * server of the fediverse the server. Null elsewhere.
 */
export function domainOf({ platform, handle }: Pick<SeenAccount, 'platform' | 'handle'>): string | null {
  if (handle === null || (platform !== 'bluesky' && platform !== 'mastodon')) return null;
  const named = handleOn(platform, handle);
  return named === null ? null : named.slice(named.indexOf('@') + 1);
}

/**
 * Whose domain this is, where a rule says so of exactly this host. Below it anybody may have a name, such as a reporter with one of
 * the newspaper's, so nothing follows from `somebody.krant.example`.
 */
export function ownerOfDomain(domain: string, hostsOf: (registrable: string) => readonly HostRule[]): EntityId | null {
  const answer = findHost(`https://${domain}/`, hostsOf);
  return answer.kind === 'entity' && answer.rule.host === domain ? answer.entity : null;
}

/** What the register answers for an account; null when there is nothing to go by. */
export async function lookUpAccount(seen: SeenAccount, today: Day, partFor: PartFor): Promise<Lookup | null> {
  const keys = keysOf(seen);
  if (keys.length === 0) return null;
  const read: RegisterPart[] = [];
  let damaged = false;
  for (const key of keys) {
    const part = await partFor(key);
    const entity = resolve(part?.accounts?.[key] ?? [], seen, today);
    if (part === null) damaged = true;
    else if (entity === null || part.entities[entity] === undefined) read.push(part);
    else return { state: 'listed', entity, slice: part };
  }
  const domain = domainOf(seen);
  for (const registrable of domain === null ? [] : registrableDomains(`https://${domain}/`)) {
    const part = await partFor(registrable);
    const entity = part === null ? null : ownerOfDomain(domain ?? '', (key) => part.hosts[key] ?? []);
    if (part === null) damaged = true;
    else if (entity !== null && part.entities[entity] !== undefined) return { state: 'listed', entity, slice: part };
  }
  const [first] = read;
  if (damaged || first === undefined) return { state: 'damaged' };
  return { state: 'unlisted', why: 'no-rule', slice: { version: first.version, built: first.built } };
}

/**
 * Whether the site that shows a post can say whose it is. Anybody can run a server of the fediverse, and write any name on it: only an account
 * of the server itself is taken at its word.
 */
export function vouchesFor({
  platform,
  handle,
  permalink,
}: Pick<PostObservation, 'platform' | 'permalink'> & Pick<Account, 'handle'>): boolean {
  if (platform !== 'mastodon') return true;
  const server = handle?.slice(handle.lastIndexOf('@') + 1).toLowerCase();
  return permalink !== null && server !== undefined && new URL(permalink).hostname === server;
}

/** The account that published a post, and where the post leads. */
export async function lookUpPostIn(
  { platform, author, links, permalink }: Pick<PostObservation, 'platform' | 'author' | 'links' | 'permalink'>,
  today: Day,
  partFor: PartFor,
): Promise<PostLookup> {
  const known = author !== null && vouchesFor({ platform, handle: author.handle, permalink });
  const account =
    author === null || !known ? null : await lookUpAccount({ platform, handle: author.handle, id: author.id }, today, partFor);
  let link: PostLookup['link'] = null;
  for (const address of links) {
    const lookup = await lookUp(address, partFor);
    if (lookup.state === 'unlisted' && lookup.why === 'no-host') continue;
    const found = { host: new URL(address).hostname.replace(/^www\./, ''), address, lookup };
    if (lookup.state === 'listed') return { account, link: found };
    link ??= found;
  }
  return { account, link };
}
