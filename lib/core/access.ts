/**
 * Where Colofon looks by itself: a pure plan from what a person chose and what the browser allows. Page scripts read the
 * plan from `storage.local` to know whether they are still wanted; it holds no page, only the hosts a person switched on.
 */
export interface AccessPlan {
  everywhere: boolean;
  /** Registrable hosts, each with everything below it. */
  hosts: string[];
  off: string[];
  /** The chip's text, in the language of the person. */
  label: string;
  /** Versions of platform readers that the signed register has switched off. */
  readersOff: ReaderOff[];
}

export interface ReaderOff {
  adapter: string;
  versions: number[];
}

/** Kinds of sites that can be switched on together. */
export type Group = 'news' | 'social' | 'everywhere';
export const GROUPS: readonly Group[] = ['news', 'social', 'everywhere'];

export interface Choices {
  groups: readonly Group[];
  sitesOn: readonly string[];
  sitesOff: readonly string[];
}

export const EVERYWHERE = '*://*/*';

/** Match patterns for a host and everything below it. */
export function patternsFor(hosts: readonly string[]): string[] {
  return hosts.map((host) => `*://*.${host}/*`);
}

/**
 * @param hostsOf the hosts of a group
 * @param granted match patterns the browser has granted
 */
export function planAccess(
  choices: Choices,
  hostsOf: Record<Exclude<Group, 'everywhere'>, readonly string[]>,
  granted: readonly string[],
  label: string,
  readersOff: ReaderOff[] = [],
): AccessPlan {
  const all =
    granted.includes(EVERYWHERE) || granted.includes('<all_urls>') || (granted.includes('http://*/*') && granted.includes('https://*/*'));
  const wanted = [...choices.groups.flatMap((group) => (group === 'everywhere' ? [] : hostsOf[group])), ...choices.sitesOn];
  return {
    everywhere: all && choices.groups.includes('everywhere'),
    hosts: [...new Set(wanted)].filter((host) => all || granted.some((pattern) => coversHost(pattern, host))).sort(),
    off: [...choices.sitesOff],
    label,
    readersOff,
  };
}

/** A platform whose posts can be read: the hosts its script may run on; none where it can be any. */
export interface Watched {
  platform: string;
  hosts: readonly string[];
}

export interface Registration {
  id: string;
  matches: string[];
  excludeMatches: string[];
}

/**
 * Content scripts for a plan: one for headlines, and one for each platform that is switched on, which takes its place there. Software
 * that anybody can run is looked for on single sites that were switched on, and everywhere.
 */
export function registrationsFor(plan: AccessPlan, platforms: readonly Watched[], sitesOn: readonly string[]): Registration[] {
  const known = platforms.flatMap(({ hosts }) => hosts);
  const articles = plan.hosts.filter((host) => !known.some((other) => isWithin(host, other) || isWithin(other, host)));
  const off = patternsFor(plan.off);
  const registrations: Registration[] = platforms.map(({ platform, hosts }) => ({
    id: `feed-${platform}`,
    matches: hosts.length > 0 ? patternsFor(meeting(plan, hosts)) : anyHost(plan, articles, sitesOn),
    excludeMatches: hosts.length > 0 || !plan.everywhere ? off : [...off, ...patternsFor(known)],
  }));
  registrations.unshift({
    id: 'headline',
    matches: plan.everywhere ? [EVERYWHERE] : patternsFor(articles),
    excludeMatches: plan.everywhere ? [...off, ...patternsFor(known)] : off,
  });
  return registrations.filter(({ matches }) => matches.length > 0);
}

/** Hosts of a platform on which the plan lets a script run: whole ones, or the part of one that was switched on. */
function meeting(plan: AccessPlan, hosts: readonly string[]): string[] {
  if (plan.everywhere) return [...hosts];
  const met = hosts.flatMap((host) =>
    plan.hosts.some((on) => isWithin(host, on)) ? [host] : plan.hosts.filter((on) => isWithin(on, host)),
  );
  return [...new Set(met)].sort();
}

function anyHost(plan: AccessPlan, articles: readonly string[], sitesOn: readonly string[]): string[] {
  return plan.everywhere ? [EVERYWHERE] : patternsFor(articles.filter((host) => sitesOn.includes(host)));
}

export function isOn(host: string, plan: AccessPlan): boolean {
  // A host is asked about with and without `www.`; a platform may be watched under that name only.
  const within = (root: string): boolean => isWithin(host, root) || `www.${host}` === root;
  return (plan.everywhere || plan.hosts.some(within)) && !plan.off.some(within);
}

export function isReaderOff(adapter: string, version: number, off: readonly ReaderOff[] | undefined): boolean {
  return (off ?? []).some((each) => each.adapter === adapter && each.versions.includes(version));
}

function isWithin(host: string, root: string): boolean {
  return host === root || host.endsWith(`.${root}`);
}

function coversHost(pattern: string, host: string): boolean {
  const match = /^(?:\*|https?):\/\/(\*\.)?([^/*]+)\/\*$/.exec(pattern);
  if (match === null) return false;
  return match[2] === host || (match[1] !== undefined && host.endsWith(`.${match[2]}`));
}
