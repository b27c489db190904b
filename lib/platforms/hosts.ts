import type { PlatformId } from '../core/post';

interface PlatformHosts {
  /** The platform's own hosts without `www.`; subdomains count too. Empty where anybody can run the software on a host of their own. */
  hosts: readonly string[];
  /** Where its script is registered, if not on all of those: nothing has to run in a mailbox on the host of a search engine. */
  watched?: readonly string[];
}

const GOOGLE = ['google.com', 'google.nl', 'google.be', 'google.de', 'google.fr', 'google.lu', 'google.co.uk'];

/** Apart from the adapters, so that background, popup and options need not load what only a page script does. */
export const PLATFORMS: Readonly<Record<PlatformId, PlatformHosts>> = {
  bing: { hosts: ['bing.com'] },
  bluesky: { hosts: ['bsky.app'] },
  brave: { hosts: ['search.brave.com'] },
  duckduckgo: { hosts: ['duckduckgo.com'] },
  ecosia: { hosts: ['ecosia.org'] },
  facebook: { hosts: ['facebook.com'] },
  google: { hosts: GOOGLE, watched: [...GOOGLE.map((host) => `www.${host}`), 'news.google.com'] },
  instagram: { hosts: ['instagram.com'] },
  linkedin: { hosts: ['linkedin.com'] },
  mastodon: { hosts: [] },
  qwant: { hosts: ['qwant.com'] },
  reddit: { hosts: ['reddit.com', 'redd.it'] },
  startpage: { hosts: ['startpage.com'] },
  telegram: { hosts: ['t.me'] },
  threads: { hosts: ['threads.com', 'threads.net'] },
  tiktok: { hosts: ['tiktok.com'] },
  x: { hosts: ['x.com', 'twitter.com'] },
  youtube: { hosts: ['youtube.com'] },
};

/** Where the script of a platform may run; empty for software that can be on any host. */
export function watchedHosts(platform: PlatformId): readonly string[] {
  const { hosts, watched } = PLATFORMS[platform];
  return watched ?? hosts;
}

export const PLATFORM_IDS = Object.keys(PLATFORMS) as readonly PlatformId[];

/** The social platforms and search engines of the group "sociale media en zoekmachines". */
export const PLATFORM_HOSTS: readonly string[] = PLATFORM_IDS.flatMap(watchedHosts);
