import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { around, attribute, endsLine, handleIn, isAllShown, isPutAway, text } from './dom';
import { PLATFORMS } from './hosts';

const HANDLE = /^(?:https:\/\/www\.instagram\.com)?\/([\w.]{1,30})\/?(?:\?|$)/;
const NO_ACCOUNT: ReadonlySet<string> = new Set(['about', 'accounts', 'direct', 'explore', 'p', 'reel', 'reels', 'stories', 'tv']);
/** A post's own address; that of a comment goes on with `/c/` and a number. */
const PERMALINK = /^(?:https:\/\/www\.instagram\.com)?\/(?:[\w.]{1,30}\/)?(?:p|reel|tv)\/[\w-]+\/?(?:\?|$)/;
const AD_LINK = 'a[href^="https://www.facebook.com/ads/"]';

const AD: ReadonlySet<string> = new Set(['Ad', 'Anzeige', 'Gesponsert', 'Gesponsord', 'Sponsored', 'Sponsorisé']);
const PARTNERSHIP = /^Paid partnership(?: with \S.*)?$/;

export const instagram: Adapter = {
  id: 'instagram',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.instagram.hosts,
  feedPath: /^\/$/,
  unit: 'article',
  read(unit) {
    const author = authorOf(unit);
    const handle = handleOf(author);
    if (author === null || handle === null) return null;
    const time = timeOf(unit);
    const labels = labelsOf(unit, author, time);
    // Every post shows its time and every ad its label: with neither it is still loading, or something else.
    if (time === null && !labels.some(({ kind }) => kind === 'ad')) return null;
    return {
      author: { handle },
      published: attribute(time, 'datetime'),
      permalink: attribute(time?.closest('a'), 'href'),
      links: [...unit.querySelectorAll(`a[href^="http"]:not(${AD_LINK})`)].map((link) => attribute(link, 'href')),
      labels,
    };
  },
  chipAfter(unit) {
    const author = authorOf(unit);
    const time = timeOf(unit)?.closest('a') ?? null;
    if (author === null || (time === null && !labelsOf(unit, author, time).some(({ kind }) => kind === 'ad'))) return null;
    // In a feed the time ends the author's line; on a post's own page it stands below the buttons, and the name ends the line unless it is
    // followed by "follow". A place or a partner is named in a line below.
    const end = time !== null && isInHeader(unit, author, time) ? time : author;
    const line = end === author ? author.parentElement : around(author, end);
    return line !== null && line !== unit && endsLine(end, line) ? end : null;
  },
};

/** The first link with an account's name in words; the picture before it is none. It stands before the row of buttons. */
function authorOf(unit: Element): Element | null {
  if (isPutAway(unit) || unit.parentElement?.closest('article')) return null;
  const link = [...unit.querySelectorAll('a[href]')].find((each) => handleOf(each) !== null && text(each) !== '') ?? null;
  return link !== null && text(link).startsWith(handleOf(link) ?? ' ') && isBefore(link, unit.querySelector('section')) ? link : null;
}

function handleOf(link: Element | null): string | null {
  const handle = handleIn(attribute(link, 'href'), HANDLE);
  return handle === null || NO_ACCOUNT.has(handle) ? null : handle;
}

function timeOf(unit: Element): Element | null {
  return (
    [...unit.querySelectorAll('a[href] time[datetime]')].find((time) => PERMALINK.test(attribute(time.closest('a'), 'href') ?? '')) ?? null
  );
}

/** The lines of the author: up to the picture, the buttons or the words of others. */
function isInHeader(unit: Element, author: Element, element: Element): boolean {
  return isBefore(author, element) && isBefore(element, headerEnd(unit, author));
}

function headerEnd(unit: Element, author: Element): Element | null {
  return [...unit.querySelectorAll('canvas, h1, img, section, ul, video')].find((each) => isBefore(author, each)) ?? null;
}

/** One ends before the other begins; nothing follows a null. */
function isBefore(one: Element, other: Element | null): boolean {
  return other === null || ((one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !one.contains(other));
}

function labelsOf(unit: Element, author: Element, time: Element | null): PostLabel[] {
  const labels: PostLabel[] = [];
  // What stands in a link may be a name or a place.
  const end = headerEnd(unit, author);
  const said: Element[] = [];
  for (const each of unit.querySelectorAll('span, div')) {
    if (end !== null && isBefore(end, each)) break;
    if (isBefore(author, each) && isBefore(each, end) && each.closest('a') === null && isAllShown(each, unit)) said.push(each);
  }
  const leaves = said.filter((each) => each.childElementCount === 0).map((leaf) => text(leaf));
  const word = leaves.find((each) => AD.has(each)) ?? null;
  if (time === null && (word !== null || unit.querySelector(AD_LINK) !== null)) labels.push({ kind: 'ad', text: word, by: 'platform' });
  const partner = said.map((each) => text(each)).findLast((each) => each.length <= 100 && PARTNERSHIP.test(each));
  if (partner !== undefined) labels.push({ kind: 'paid-partnership', text: partner, by: 'account' });
  if (leaves.includes('AI info')) labels.push({ kind: 'ai', text: 'AI info', by: 'platform' });
  return labels;
}
