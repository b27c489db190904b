import type { Adapter } from './adapter';
import { attribute, isPutAway, text } from './dom';

/** The older layout marks posts in a list with a number and the opened one with a class; the one of 2026 has a number everywhere. */
const BOX = 'article[data-id], div[data-id], .detailed-status';
const OWN = /^\/@([\w.-]{1,100}(?:@[\w.:-]{1,253})?)\/(\d{1,20})$/;

export const mastodon: Adapter = {
  id: 'mastodon',
  version: 1,
  checked: '2026-11-23',
  evidence:
    'the source of the web client (mastodon/mastodon) of 2024 to 2026, both layouts; no saved page of a server. Posts and dates only: ' +
    'that an account is automated is shown on its profile, not on its posts.',
  kind: 'post',
  hosts: [],
  recognises: (page) => page.querySelector('#mastodon') !== null && page.querySelector('script#initial-state, body.app-body') !== null,
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
    };
  },
  chipAfter(unit) {
    const own = ownLink(unit);
    const author = own === null ? undefined : authorLinks(unit, own.acct).find((link) => link.querySelector('bdi') !== null);
    return author?.parentElement?.closest('a, button') ? null : (author ?? null);
  },
};

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

/** "nos@server.example": as written, or, for an account of this server, as shown or completed with the server's own host. */
function addressOf(unit: Element, acct: string, authors: readonly Element[]): string {
  if (acct.includes('@')) return acct;
  for (const link of authors) {
    const said = text(link);
    const at = said.lastIndexOf(`@${acct}@`);
    const server = at === -1 ? '' : said.slice(at + acct.length + 2);
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
