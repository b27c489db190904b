import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { around, attribute, endsLine, isPutAway, precedes, text } from './dom';
import { PLATFORMS } from './hosts';

/** The older layout marks posts in a list with a number and the opened one with a class; the one of 2026 has a number everywhere. */
const BOX = 'article[data-id], div[data-id], .detailed-status';
const OWN = /^\/@([\w.-]{1,100}(?:@[\w.:-]{1,253})?)\/(\d{1,20})$/;
const PROFILE = /^\/@([\w.-]{1,100}(?:@[\w.:-]{1,253})?)(?:\/(?:with_replies|media|featured))?$/;
/** The web client's own words in English (old and new), Dutch and German. */
const AUTOMATED: ReadonlySet<string> = new Set(['Automated', 'Automatisiert', 'Bot']);

export const mastodon: Adapter = {
  id: 'mastodon',
  version: 3,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.mastodon.hosts,
  recognises: (page) => page.querySelector('#mastodon') !== null && page.querySelector('script#initial-state, body.app-body') !== null,
  feedPath: /^\/(?:deck\/)?(?:home|public(?:\/local)?)$/,
  unit: BOX,
  read(unit) {
    const own = ownLink(unit);
    if (own === null || isPutAway(unit) || isInside(unit)) return null;
    const authors = authorLinks(unit, own.acct);
    if (authors.length === 0) return null;
    return {
      author: { handle: addressOf(unit, own.acct, authors), name: nameOf(authors) },
      published: attribute(own.link.querySelector('time'), 'datetime'),
      publishedFromId: momentOf(own.id),
      permalink: own.path,
      links: [...unit.querySelectorAll('a[href^="http"]')]
        .filter((link) => isOf(link, unit) && leadsOut(link, own.link))
        .map((link) => attribute(link, 'href')),
      labels: automatedLabels(unit.ownerDocument, own.acct),
    };
  },
  chipAfter(unit) {
    const own = ownLink(unit);
    const author = own === null ? undefined : authorLinks(unit, own.acct).find((link) => link.querySelector('bdi') !== null);
    if (own === null || author === undefined || author.parentElement?.closest('a, button')) return null;
    // In the layout of 2026 the time follows the name. In the older one it stands at the far end of a row, though it comes first; the name
    // of an opened post is no row but a block of its own, behind which a chip would take a line.
    const behind = precedes(author, own.link) ? own.link : author;
    const line = behind === author ? author.parentElement : around(author, own.link);
    return line !== null && line !== unit && !line.contains(unit) && endsLine(behind, line) ? behind : null;
  },
};

/**
 * That an account is automated is a badge on its profile, so it is known of its own posts there and of no others. Badges with the number of a
 * role are the server's.
 */
function automatedLabels(page: Document, acct: string): PostLabel[] {
  const badges = [...page.querySelectorAll('.account__header__badges .account-role:not([data-account-role-id], [class*="user-role-"])')];
  if (badges.length === 0 || PROFILE.exec(new URL(page.URL).pathname)?.[1] !== acct) return [];
  const said = badges.filter((badge) => !isPutAway(badge)).map((badge) => text(badge));
  const word = said.find((each) => AUTOMATED.has(each));
  return word === undefined ? [] : [{ kind: 'automated', text: word, by: 'account' }];
}

/** Belongs to this post itself, not to one that it quotes or shares. */
function isOf(element: Element, unit: Element): boolean {
  return element.parentElement?.closest(BOX) === unit;
}

/** A quoted post is part of the one around it; a list's own box around a shared post is none, for it has no link of its own. */
function isInside(unit: Element): boolean {
  for (let box = unit.parentElement?.closest(BOX); box; box = box.parentElement?.closest(BOX)) if (ownLink(box) !== null) return true;
  return false;
}

/** The link under the time: `/@name/number`, with the number of the box where that has one. */
function ownLink(unit: Element): { link: Element; path: string; acct: string; id: string } | null {
  const number = attribute(unit, 'data-id');
  for (const link of unit.querySelectorAll('a[href^="/@"]')) {
    const [path, acct, id] = OWN.exec(attribute(link, 'href') ?? '') ?? [];
    if (path === undefined || acct === undefined || id === undefined || !isOf(link, unit)) continue;
    if (number === null || (number === id && link.querySelector('time[datetime]') !== null)) return { link, path, acct, id };
  }
  return null;
}

function authorLinks(unit: Element, acct: string): Element[] {
  return [...unit.querySelectorAll('a[href^="/@"]')].filter((link) => attribute(link, 'href') === `/@${acct}` && isOf(link, unit));
}

function nameOf(authors: readonly Element[]): string | null {
  return authors.map((link) => text(link.querySelector('bdi'))).find((name) => name !== '') ?? null;
}

/**
 * "nos@server.example": as written in the link, or, for an account of this server, as shown beside the name or completed with the server's own
 * host. Never from the name itself, which can say anything.
 */
function addressOf(unit: Element, acct: string, authors: readonly Element[]): string {
  if (acct.includes('@')) return acct;
  for (const link of authors) {
    const name = text(link.querySelector('bdi'));
    const said = text(link).slice(name === '' ? 0 : text(link).indexOf(name) + name.length);
    const server = said.trim().startsWith(`@${acct}@`) ? said.trim().slice(acct.length + 2) : '';
    if (/^[\w-]+(?:\.[\w-]+)+$/.test(server)) return `${acct}@${server}`;
  }
  const host = new URL(unit.ownerDocument.URL).hostname;
  return !host.includes('.') || host.endsWith('.invalid') ? acct : `${acct}@${host}`;
}

/** Mentions and hashtags are the platform's, pictures the post's; beside the date stands the program it was written with. */
function leadsOut(link: Element, own: Element): boolean {
  const said = text(link);
  return said !== '' && !/^[@#]/.test(said) && link.parentElement !== own.parentElement;
}

/** The number of a post holds its moment: milliseconds since 1970 above 16 bits (mastodon/mastodon, lib/mastodon/snowflake.rb). */
function momentOf(id: string): number {
  return Number(BigInt(id) >> 16n);
}
