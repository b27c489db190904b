import type { Tabs } from 'webextension-polyfill';
import { isReaderOff } from '../core/access';
import type { Lookup } from '../core/card';
import { isPost, type PostObservation } from '../core/post';
import { makePostCard, type PostCard, type PostLookups } from '../core/post-card';
import { PLATFORM_IDS } from '../platforms/hosts';
import { isPageOf } from './feeds';
import { injectReader } from './inject';
import { keptInUse } from './kept-parts';
import { answerFor } from './register';

/** Of the links of a post, this many are looked up. */
const MOST_LINKS = 4;

/** The card of one post or search result, from what was read of it and the register on the device. */
export async function cardForPost(post: PostObservation, now: Date): Promise<PostCard> {
  return makePostCard(post, { account: await accountOf(post), link: await linkOf(post) }, now);
}

/** A post's own page on software that anybody can run, such as Mastodon: `/@name/1234`. */
const OWN_PAGE = /^\/@[\w.-]+(?:@[\w.-]+)?\/\d+\/?$/;

/** The card of the post that a tab is about, on a person's click; null where it is about none. */
export async function postCardForTab(tab: Tabs.Tab, now: Date): Promise<PostCard | null> {
  if (!mayBePost(tab.url)) return null;
  const injected = await injectReader(tab, '/post.js');
  const post = injected?.ok === true ? injected.result : null;
  if (!isPost(post) || !isPageOf(post.platform, tab.url)) return null;
  return isReaderOff(post.platform, post.adapter, (await keptInUse()).adaptersOff) ? null : cardForPost(post, now);
}

export function mayBePost(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const named = PLATFORM_IDS.some((platform) => platform !== 'mastodon' && isPageOf(platform, address));
  return named || OWN_PAGE.test(new URL(address).pathname);
}

async function accountOf(post: PostObservation): Promise<Lookup | null> {
  return post.author === null ? null : { state: 'unlisted', why: 'no-rule', slice: null };
}

/** The first link to a site of our list; where none of them is, the first link. */
async function linkOf({ links }: PostObservation): Promise<PostLookups['link']> {
  const looked = await Promise.all(
    links.slice(0, MOST_LINKS).map(async (address) => ({ host: hostOf(address), lookup: await answerFor(address) })),
  );
  return looked.find(({ lookup }) => lookup.state === 'listed') ?? looked[0] ?? null;
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
