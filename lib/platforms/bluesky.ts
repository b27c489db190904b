import type { Adapter } from './adapter';
import { around, attribute, endsLine, handleIn, isPutAway, precedes, text } from './dom';
import { PLATFORMS } from './hosts';

const BY = /^(?:feedItem|postThreadItem)-by-(.{1,253})$/;
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i;
const POST = /^(?:https:\/\/bsky\.app)?(\/profile\/([^/?#]+)\/post\/([a-z2-7]{13}))(?:\/(?:liked-by|reposted-by|quotes))?$/;
const DID = /^did:(?:plc:[a-z2-7]{24}|web:[\w.:%-]{1,200})$/;
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

export const bluesky: Adapter = {
  id: 'bluesky',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.bluesky.hosts,
  feedPath: /^\/$/,
  unit: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
  read(unit) {
    const handle = handleOf(unit);
    const links = handle === null ? [] : linksOf(unit);
    const avatar = handle === null ? null : avatarOf(links, handle);
    // Without the link to its author it is not yet filled, or it is another one by now.
    if (handle === null || avatar === null || isPutAway(unit)) return null;
    const post = postOf(links, handle);
    return {
      author: { handle, name: nameOf(links, handle, avatar), id: didOf(avatar, post?.by ?? null) },
      publishedFromId: post === null ? null : momentOf(post.key),
      permalink: post?.path ?? null,
      links: links.map(({ href }) => href).filter((href) => href.startsWith('http')),
    };
  },
  /**
   * The time ends the author's line. An opened post has name and handle in a link that fills its line up to the button "follow", and its
   * date in a line that goes on: there is no place there.
   */
  chipAfter(unit) {
    const handle = handleOf(unit);
    const links = handle === null ? [] : linksOf(unit);
    const avatar = handle === null ? null : avatarOf(links, handle);
    if (handle === null || avatar === null) return null;
    const named = namesAfter(links, handle, avatar)[0]?.link;
    const time = postOf(links, handle);
    if (named === undefined || time === null || time.isList || !precedes(named, time.link)) return null;
    const line = around(named, time.link);
    return line !== null && line !== unit && !line.closest('a, button') && endsLine(time.link, line) ? time.link : null;
  },
};

interface Link {
  link: Element;
  href: string;
}

function handleOf(unit: Element): string | null {
  const handle = handleIn(attribute(unit, 'data-testid'), BY);
  return handle !== null && HANDLE.test(handle) ? handle : null;
}

/** All links but those in the box of a quoted post, which is a link inside the unit; the unit itself is one too. */
function linksOf(unit: Element): Link[] {
  const boxes = [...unit.querySelectorAll('[role="link"]:not(a)')];
  const links: Link[] = [];
  for (const link of unit.querySelectorAll('a[href]')) {
    const href = attribute(link, 'href');
    if (href !== null && !boxes.some((box) => box.contains(link))) links.push({ link, href });
  }
  return links;
}

/** By whom a link to a profile is: by the handle, or by the number of the account. */
function profileOf(href: string): string | null {
  return /^(?:https:\/\/bsky\.app)?\/profile\/([^/?#]+)$/.exec(href)?.[1] ?? null;
}

/** The link around the picture at the head of the post; a line "reposted by" above it may name the same account. */
function avatarOf(links: readonly Link[], handle: string): Link | null {
  const found = links.find(({ link, href }) => profileOf(href) !== null && link.querySelector('[data-testid="userAvatarImage"]') !== null);
  const by = found === undefined ? null : profileOf(found.href);
  if (found === undefined || by === null || by === handle) return found ?? null;
  // A number says nothing of the handle: the line of the name must show it.
  return DID.test(by) && namesAfter(links, handle, found).some(({ link }) => text(link).endsWith(`@${handle}`)) ? found : null;
}

/** Links to the author behind the picture: the name, the handle, or both in one. */
function namesAfter(links: readonly Link[], handle: string, avatar: Link): Link[] {
  const by = profileOf(avatar.href);
  const named: Link[] = [];
  for (const each of links.slice(links.indexOf(avatar) + 1)) {
    if (!each.href.includes('/profile/')) continue;
    const profile = profileOf(each.href);
    if (named.length === 2 || (profile !== by && profile !== handle) || isInText(each.link)) break;
    named.push(each);
  }
  return named;
}

/** A text may link to any account or post, the author's own among them. */
function isInText(link: Element): boolean {
  return link.closest('[data-testid="postText"], [data-word-wrap]') !== null;
}

function nameOf(links: readonly Link[], handle: string, avatar: Link): string | null {
  for (const { link } of namesAfter(links, handle, avatar)) {
    const said = text(link);
    const name = said.endsWith(`@${handle}`) ? said.slice(0, -handle.length - 1).trim() : said;
    if (name !== '') return name;
  }
  return null;
}

/** The number of the account, which outlives a change of handle: in its links, or in the address of its picture. */
function didOf(avatar: Link, by: string | null): string | null {
  const source = attribute(avatar.link.querySelector('img'), 'src') ?? '';
  const pictured = /^https:\/\/cdn\.bsky\.app\/img\/avatar[^/]*\/plain\/(did:[^/]+)\//.exec(source)?.[1] ?? null;
  return [profileOf(avatar.href), by, pictured].find((each) => each !== null && DID.test(each)) ?? null;
}

/** The post's own address: of its time, or, where it is opened and shows a date without a link, of the lists below it. */
function postOf(links: readonly Link[], handle: string): { link: Element; path: string; by: string; key: string; isList: boolean } | null {
  for (const { link, href } of links) {
    const [, path, by, key] = POST.exec(href) ?? [];
    if (path === undefined || by === undefined || key === undefined || isInText(link)) continue;
    if (by === handle || DID.test(by)) return { link, path, by, key, isList: !href.endsWith(path) };
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
