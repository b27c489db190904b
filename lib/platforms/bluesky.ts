import type { Adapter } from './adapter';
import { attribute, handleIn, isPutAway, text } from './dom';

const BY = /^(?:feedItem|postThreadItem)-by-(.{1,253})$/;
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i;
const POST = /^(?:https:\/\/bsky\.app)?(\/profile\/([^/?#]+)\/post\/([a-z2-7]{13}))(?:\/(?:liked-by|reposted-by|quotes))?$/;
const DID = /^did:(?:plc:[a-z2-7]{24}|web:[\w.:%-]{1,200})$/;
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

export const bluesky: Adapter = {
  id: 'bluesky',
  version: 1,
  checked: '2026-11-23',
  evidence:
    'saved pages of January 2026; the source of the web client (bluesky-social/social-app) of 2026. No labels: the mark of an automated ' +
    'account is a picture without words in a feed, and there are no advertisements. Dates come from the number of the post.',
  kind: 'post',
  hosts: ['bsky.app'],
  unit: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
  read(unit) {
    const handle = handleOf(unit);
    if (handle === null || isPutAway(unit)) return null;
    const post = postOf(unit, handle);
    const avatar = avatarOf(unit, handle);
    // Without the link to its author it is not yet filled, or it is another one by now.
    if (avatar === null) return null;
    return {
      author: { handle, name: nameOf(unit, handle, avatar), id: didOf(avatar, post?.by ?? null) },
      publishedFromId: post === null ? null : momentOf(post.key),
      permalink: post?.path ?? null,
      links: [...unit.querySelectorAll('a[href^="http"]')].filter((link) => isOutside(link, unit)).map((link) => attribute(link, 'href')),
    };
  },
  chipAfter(unit) {
    const handle = handleOf(unit);
    const avatar = handle === null ? null : avatarOf(unit, handle);
    if (handle === null || avatar === null) return null;
    const named = namesAfter(unit, handle, avatar).at(-1) ?? null;
    return named?.parentElement?.closest('a, button') ? null : named;
  },
};

function handleOf(unit: Element): string | null {
  const handle = handleIn(attribute(unit, 'data-testid'), BY);
  return handle !== null && HANDLE.test(handle) ? handle : null;
}

/** Not in the box of a quoted post, which is a link inside the unit; the unit itself is one too. */
function isOutside(element: Element, unit: Element): boolean {
  const box = element.parentElement?.closest('[role="link"]:not(a)') ?? null;
  return box === null || box === unit || !unit.contains(box);
}

/** By whom a link to a profile is: by the handle, or by the number of the account. */
function profileOf(link: Element): string | null {
  return /^(?:https:\/\/bsky\.app)?\/profile\/([^/?#]+)$/.exec(attribute(link, 'href') ?? '')?.[1] ?? null;
}

/** The picture at the head of the post; a line "reposted by" above it may name the same account. */
function avatarOf(unit: Element, handle: string): Element | null {
  const picture = [...unit.querySelectorAll('[data-testid="userAvatarImage"]')].find((each) => isOutside(each, unit));
  const link = picture?.closest('a') ?? null;
  const by = link === null ? null : profileOf(link);
  return by === handle || (by !== null && DID.test(by)) ? link : null;
}

/** Links to the author behind the picture: the name, the handle, or both in one. */
function namesAfter(unit: Element, handle: string, avatar: Element): Element[] {
  const by = profileOf(avatar);
  const all = [...unit.querySelectorAll('a[href*="/profile/"]')].filter((link) => isOutside(link, unit));
  const links = all.slice(all.indexOf(avatar) + 1);
  const end = links.findIndex((link) => profileOf(link) !== by && profileOf(link) !== handle);
  return links.slice(0, end === -1 ? 2 : Math.min(end, 2)).filter((link) => link.closest('[data-testid="postText"]') === null);
}

function nameOf(unit: Element, handle: string, avatar: Element): string | null {
  for (const link of namesAfter(unit, handle, avatar)) {
    const said = text(link);
    const name = said.endsWith(`@${handle}`) ? said.slice(0, -handle.length - 1).trim() : said;
    if (name !== '') return name;
  }
  return null;
}

/** The number of the account, which outlives a change of handle: in its links, or in the address of its picture. */
function didOf(avatar: Element, by: string | null): string | null {
  const source = attribute(avatar.querySelector('img'), 'src') ?? '';
  const pictured = /^https:\/\/cdn\.bsky\.app\/img\/avatar[^/]*\/plain\/(did:[^/]+)\//.exec(source)?.[1] ?? null;
  return [profileOf(avatar), by, pictured].find((each) => each !== null && DID.test(each)) ?? null;
}

/** The post's own address: of its time, or, where it is opened and shows a date without a link, of the lists below it. */
function postOf(unit: Element, handle: string): { path: string; by: string; key: string } | null {
  for (const link of unit.querySelectorAll('a[href*="/post/"]')) {
    const [, path, by, key] = POST.exec(attribute(link, 'href') ?? '') ?? [];
    if (path === undefined || by === undefined || key === undefined || !isOutside(link, unit)) continue;
    // A text may link to any post, the author's own among them.
    if (link.closest('[data-testid="postText"], [data-word-wrap]') !== null) continue;
    if (by === handle || DID.test(by)) return { path, by, key };
  }
  return null;
}

/**
 * The key of a post is a "TID": microseconds since 1970 above ten other bits, in base 32 with digits that sort (atproto.com/specs/tid).
 * The program that posts chooses it, as it does the date that is shown.
 */
function momentOf(key: string): number {
  let number = 0n;
  for (const digit of key) number = number * 32n + BigInt(DIGITS.indexOf(digit));
  return Number((number >> 10n) / 1000n);
}
