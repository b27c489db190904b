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
): AccessPlan {
  const all =
    granted.includes(EVERYWHERE) || granted.includes('<all_urls>') || (granted.includes('http://*/*') && granted.includes('https://*/*'));
  const wanted = [...choices.groups.flatMap((group) => (group === 'everywhere' ? [] : hostsOf[group])), ...choices.sitesOn];
  return {
    everywhere: all && choices.groups.includes('everywhere'),
    hosts: [...new Set(wanted)].filter((host) => all || granted.some((pattern) => coversHost(pattern, host))).sort(),
    off: [...choices.sitesOff],
    label,
  };
}

/** Content script registration for a plan; null when nothing is switched on. */
export function registrationFor(plan: AccessPlan): { matches: string[]; excludeMatches: string[] } | null {
  const matches = plan.everywhere ? [EVERYWHERE] : patternsFor(plan.hosts);
  return matches.length === 0 ? null : { matches, excludeMatches: patternsFor(plan.off) };
}

export function isOn(host: string, plan: AccessPlan): boolean {
  const within = (root: string): boolean => host === root || host.endsWith(`.${root}`);
  return (plan.everywhere || plan.hosts.some(within)) && !plan.off.some(within);
}

function coversHost(pattern: string, host: string): boolean {
  const match = /^(?:\*|https?):\/\/(\*\.)?([^/*]+)\/\*$/.exec(pattern);
  if (match === null) return false;
  return match[2] === host || (match[1] !== undefined && host.endsWith(`.${match[2]}`));
}
