import type { PlatformId } from '../core/post';
import { PLATFORM_IDS, PLATFORMS } from '../platforms/hosts';
import { countFeed, readFeedCount } from '../store/feed-count';

/** So many pages in a row without one post that was recognised: the platform shows its pages otherwise now. */
const MISSED = 3;

/** Platforms on which nothing was recognised lately, as far as this device has seen. */
export async function brokenFeeds(): Promise<PlatformId[]> {
  const missed = await readFeedCount();
  return PLATFORM_IDS.filter((platform) => (missed[platform] ?? 0) >= MISSED);
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

/** Whether a page at this address can show posts of a platform. Software that anybody can run is on any host. */
export function isPageOf(platform: string, address: string | undefined): boolean {
  const known = PLATFORM_IDS.find((id) => id === platform);
  if (known === undefined || address === undefined || !URL.canParse(address)) return false;
  const { hosts } = PLATFORMS[known];
  const host = new URL(address).hostname;
  return hosts.length === 0 || hosts.some((own) => host === own || host.endsWith(`.${own}`));
}
