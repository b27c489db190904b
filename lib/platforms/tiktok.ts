import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { attribute, handleIn, isPutAway, text } from './dom';

const FEED = '[data-e2e="recommend-list-item-container"]';
const HANDLE = /^(?:https:\/\/www\.tiktok\.com)?\/@([\w.]{1,32})\/?(?:\?|$)/;
const VIDEO = /^(?:https:\/\/www\.tiktok\.com)?\/@([\w.]{1,32})\/(?:video|photo)\/(\d{17,20})\/?(?:\?|$)/;
/** The player of a feed item is named after its video. */
const PLAYER = /^xgwrapper-\d+-(\d{17,20})$/;

export const tiktok: Adapter = {
  id: 'tiktok',
  version: 1,
  checked: '2026-11-23',
  evidence:
    'saved pages of 2022 and December 2025; descriptions of the live site of August and October 2026. Advertising by its attribute, AI in English only; the page of one video is read as its feed',
  kind: 'post',
  hosts: ['tiktok.com'],
  unit: `${FEED}, [data-e2e="search_top-item"], [data-e2e="user-post-item"]`,
  read(unit) {
    if (isPutAway(unit)) return null;
    return unit.matches(FEED) ? feedItem(unit) : tile(unit);
  },
  chipAfter(unit) {
    const handle = unit.matches(FEED) && !isPutAway(unit) ? handleIn(attribute(avatarOf(unit), 'href'), HANDLE) : null;
    return handle === null ? null : nameLinkOf(unit, handle);
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

/** The upper 32 bits of a video's number are seconds since 1970: on saved search pages they agree with the date that is shown. */
function moment(id: string): number {
  return Number(BigInt(id) >> 32n) * 1000;
}

/** Attributes with a meaning; "Advertise" in the footer and names that begin with "Ad" are none. */
function labelsOf(unit: Element): PostLabel[] {
  const labels: PostLabel[] = [];
  const ad = unit.querySelector('[data-e2e="ad-tag"]');
  if (ad !== null) labels.push({ kind: 'ad', text: short(ad), by: 'platform' });
  const partner = unit.querySelector('[data-e2e="sponsored-tag"]');
  if (partner !== null) labels.push({ kind: 'paid-partnership', text: short(partner), by: 'account' });
  const ai = [...unit.querySelectorAll('span, p, div')].find(
    (leaf) =>
      leaf.childElementCount === 0 &&
      text(leaf) === 'Creator labeled as AI-generated' &&
      leaf.closest('a, [data-e2e="video-desc"], [data-e2e="video-author-nickname"], [data-e2e^="comment"], [data-e2e^="v2t"]') === null,
  );
  if (ai !== undefined) labels.push({ kind: 'ai', text: text(ai), by: 'account' });
  return labels;
}

function short(tag: Element): string | null {
  const said = text(tag);
  return said !== '' && said.length <= 60 ? said : null;
}
