import type { PlatformId, PostObservation } from '../core/post';
import { PLATFORM_IDS, PLATFORMS, watchedHosts } from '../platforms/hosts';
import { countFeed, readBrokenFeeds } from '../store/feed-count';

/** Platforms on which nothing was recognised lately, as far as this device has seen. */
export async function brokenFeeds(): Promise<PlatformId[]> {
  const broken = await readBrokenFeeds();
  return PLATFORM_IDS.filter((platform) => broken.includes(platform));
}

/** A page tells of its own platform only; a private window leaves nothing behind. */
export async function feedSeen(
  platform: string,
  recognised: boolean,
  tab: { url?: string | undefined; incognito: boolean },
): Promise<void> {
  const known = PLATFORM_IDS.find((id) => id === platform);
  if (known === undefined || tab.incognito || !isPageOf(known, tab.url)) return;
  await countFeed(known, recognised);
}

/** Whether an address is of a platform that has hosts of its own. */
export function isPlatformPage(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return PLATFORM_IDS.flatMap(watchedHosts).some((own) => host === own || host.endsWith(`.${own}`));
}

/** Whether a post can be of the page at this address: one of its platform, and of a server that anybody can run only that server's own. */
export function canBeOf({ platform, permalink }: PostObservation, address: string | undefined): boolean {
  if (!isPageOf(platform, address) || address === undefined) return false;
  return platform !== 'mastodon' || (permalink !== null && new URL(permalink).host === new URL(address).host);
}

/** Whether a page at this address can show posts of a platform. Software that anybody can run is on any host. */
export function isPageOf(platform: string, address: string | undefined): boolean {
  const known = PLATFORM_IDS.find((id) => id === platform);
  if (known === undefined || address === undefined || !URL.canParse(address)) return false;
  const { hosts } = PLATFORMS[known];
  const host = new URL(address).hostname;
  return hosts.length === 0 || hosts.some((own) => host === own || host.endsWith(`.${own}`));
}
