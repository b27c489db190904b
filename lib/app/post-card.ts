import type { Tabs } from 'webextension-polyfill';
import { isReaderOff } from '../core/access';
import { localDay } from '../core/dates';
import { generalFrom } from '../core/notice-lookup';
import { policyOf } from '../core/platform-policies';
import { isPost, type PostObservation } from '../core/post';
import { isAdvertising, makePostCard, type PostCard } from '../core/post-card';
import { PLATFORM_IDS } from '../platforms/hosts';
import { lookUpPost } from './accounts';
import { canBeOf, isPageOf } from './feeds';
import { injectReader } from './inject';
import { keptInUse } from './kept-parts';
import { registerToAsk } from './register';

/** The card of one post or search result, from what was read of it and the register on the device. */
export async function cardForPost(post: PostObservation, now: Date): Promise<PostCard> {
  const [found, policy] = await Promise.all([lookUpPost(post, localDay(now)), policyFor(post)]);
  return makePostCard(post, { ...found, policy }, now);
}

/** A post's own page on software that anybody can run, such as Mastodon: `/@name/1234`. */
const OWN_PAGE = /^\/@[\w.-]+(?:@[\w.-]+)?\/\d+\/?$/;

/** The card of the post that a tab is about, on a person's click; null where it is about none. */
export async function postCardForTab(tab: Tabs.Tab, now: Date): Promise<PostCard | null> {
  if (!mayBePost(tab.url)) return null;
  const injected = await injectReader(tab, '/post.js');
  const post = injected?.ok === true ? injected.result : null;
  if (!isPost(post) || !canBeOf(post, tab.url)) return null;
  return isReaderOff(post.platform, post.adapter, (await keptInUse()).adaptersOff) ? null : cardForPost(post, now);
}

export function mayBePost(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const named = PLATFORM_IDS.some((platform) => platform !== 'mastodon' && isPageOf(platform, address));
  return named || OWN_PAGE.test(new URL(address).pathname);
}

async function policyFor(post: PostObservation): Promise<PostCard['policy']> {
  if (!isAdvertising(post)) return null;
  const general = await generalFrom((await registerToAsk()).partFor);
  const policy = general === null ? null : policyOf(post.platform, general.general.platformPolicies);
  if (general === null || policy === null) return null;
  const { sources } = general.slice;
  return {
    policy,
    sources: policy.sources.flatMap((id) => (Object.hasOwn(sources, id) ? [sources[id]] : [])).filter((each) => each !== undefined),
  };
}
