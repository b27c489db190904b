import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { attribute, endsLine, handleIn, isHiddenIn, isPutAway, text } from './dom';
import { PLATFORMS } from './hosts';

const FEED = '[data-e2e="recommend-list-item-container"]';
const HANDLE = /^(?:https:\/\/www\.tiktok\.com)?\/@([\w.]{1,32})\/?(?:\?|$)/;
const VIDEO = /^(?:https:\/\/www\.tiktok\.com)?\/@([\w.]{1,32})\/(?:video|photo)\/(\d{17,20})\/?(?:\?|$)/;
/** Whose label it is: what its maker declares says so, the other is the platform's own. */
const AI: ReadonlyMap<string, PostLabel['by']> = new Map([
  ['Creator labeled as AI-generated', 'account'],
  ['AI-generated', 'platform'],
]);
/** The player of a feed item is named after its video. */
const PLAYER = /^xgwrapper-\d+-(\d{17,20})$/;

export const tiktok: Adapter = {
  id: 'tiktok',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.tiktok.hosts,
  feedPath: /^\/(?:foryou)?$/,
  unit: `${FEED}, [data-e2e="search_top-item"], [data-e2e="user-post-item"]`,
  read(unit) {
    if (isPutAway(unit)) return null;
    return unit.matches(FEED) ? feedItem(unit) : tile(unit);
  },
  chipAfter(unit) {
    const handle = unit.matches(FEED) && !isPutAway(unit) ? handleIn(attribute(avatarOf(unit), 'href'), HANDLE) : null;
    const name = handle === null ? null : nameLinkOf(unit, handle);
    return name === null ? null : lineEnd(name);
  },
};

function feedItem(unit: Element): ReturnType<Adapter['read']> {
  const handle = handleIn(attribute(avatarOf(unit), 'href'), HANDLE);
  if (handle === null) return null;
  const id = PLAYER.exec(attribute(unit.querySelector('[id^="xgwrapper-"]'), 'id') ?? '')?.[1] ?? null;
  const nickname = text(unit.querySelector('[data-e2e="video-author-nickname"]')) || null;
  return {
    author: { handle, name: nickname },
    publishedFromId: id === null ? null : moment(id),
    permalink: id === null ? null : `https://www.tiktok.com/@${handle}/video/${id}`,
    labels: labelsOf(unit),
  };
}

/** On a profile or among search results a video is a picture that links to it: the address says whose it is. */
function tile(unit: Element): ReturnType<Adapter['read']> {
  const href = attribute(unit.querySelector('a[href*="/video/"], a[href*="/photo/"]'), 'href');
  const [, handle, id] = VIDEO.exec(href ?? '') ?? [];
  if (handle === undefined || id === undefined) return null;
  return { author: { handle }, publishedFromId: moment(id), permalink: href, labels: [] };
}

function avatarOf(unit: Element): Element | null {
  return unit.querySelector('a[data-e2e="video-author-avatar"], [data-e2e="video-author-avatar"] a');
}

/** The link with the name in words; a mention in the description may lead to the same account. */
function nameLinkOf(unit: Element, handle: string): Element | null {
  const links = [...unit.querySelectorAll('a[href*="/@"]')].filter((link) => handleIn(attribute(link, 'href'), HANDLE) === handle);
  return (
    links.find((link) => text(link) !== '' && link.closest('[data-e2e="video-desc"], [data-e2e="video-author-avatar"]') === null) ?? null
  );
}

/** Behind the date, where that follows the name in words of its own: "· 11-12". The button "follow" stands at the far end. */
function lineEnd(name: Element): Element | null {
  let end = name;
  for (let next = name.nextElementSibling; next !== null; next = next.nextElementSibling) {
    const said = text(next);
    if (said === '' || said.length > 24 || next.matches('a, button') || next.querySelector('a, button') !== null) continue;
    end = next;
  }
  return end.parentElement !== null && endsLine(end, end.parentElement) ? end : null;
}

/** The upper 32 bits of a video's number are seconds since 1970: on saved search pages they agree with the date that is shown. */
function moment(id: string): number {
  return Number(BigInt(id) >> 32n) * 1000;
}

/** Attributes with a meaning; "Advertise" in the footer and names that begin with "Ad" are none. */
function labelsOf(unit: Element): PostLabel[] {
  const labels: PostLabel[] = [];
  const ad = unit.querySelector('[data-e2e="ad-tag"]');
  if (ad !== null && !isHiddenIn(ad, unit)) labels.push({ kind: 'ad', text: short(ad), by: 'platform' });
  const partner = unit.querySelector('[data-e2e="sponsored-tag"]');
  if (partner !== null && !isHiddenIn(partner, unit)) labels.push({ kind: 'paid-partnership', text: short(partner), by: 'account' });
  // The words stand in no element of their own name, so most posts are told by their text as a whole.
  const mayBe = /AI-generated/.test(unit.textContent ?? '');
  const ai = (mayBe ? [...unit.querySelectorAll('span, p, div')] : []).find(
    (leaf) =>
      leaf.childElementCount === 0 &&
      AI.has(text(leaf)) &&
      !isHiddenIn(leaf, unit) &&
      leaf.closest('a, [data-e2e="video-desc"], [data-e2e="video-author-nickname"], [data-e2e^="comment"], [data-e2e^="v2t"]') === null,
  );
  if (ai !== undefined) labels.push({ kind: 'ai', text: text(ai), by: AI.get(text(ai)) ?? 'platform' });
  return labels;
}

function short(tag: Element): string | null {
  const leaf = tag.querySelector('[hidden], [aria-hidden="true"]');
  const said = leaf === null ? text(tag) : '';
  return said !== '' && said.length <= 60 ? said : null;
}
