import type { Adapter, RawPost } from './adapter';
import { attribute, leafWith, text } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, adLabel, behind, hostAddress, isFolded, shownAddress } from './serp';

const LISTS = '#search, #rso, #botstuff, #tads, #tadsb, #bottomads';
const HEADING = 'h3, [role="heading"][aria-level="3"]';
const CARD = '[data-news-cluster-id]';
const READ = 'a[href^="./read/"]';
const AD = '[data-text-ad], #tads, #tadsb, #bottomads';
/** Verified for results pages in English only. In other languages an ad has its mark and no words. */
const AD_WORDS: ReadonlySet<string> = new Set(['sponsored', 'sponsored result', 'sponsored results']);

export const google: Adapter = {
  id: 'google',
  version: 3,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.google.hosts,
  feedPath: /^\/search$/,
  // A result is its link, found by the title in it: the boxes around it have no name that lasts, and `:has` asks the whole page.
  unit: `:is(${LISTS}) a[href] :is(${HEADING}), :is(${LISTS}) ${CARD}, article:has(${READ}), c-wiz:has(${READ})`,
  read(unit) {
    if (unit.matches('article, c-wiz')) return storyOf(unit);
    const box = boxOf(unit);
    const address = box === null ? null : resultOf(box);
    if (box === null || address === null || isFolded(unit, LISTS)) return null;
    const ad = box.closest(AD);
    return { links: [address], labels: ad === null ? [] : [{ ...adLabel(null), text: adWords(ad) }] };
  },
  // A result is its address and below that its title, both in one link.
  roomAbove: true,
  chipAfter(unit) {
    if (unit.matches('article, c-wiz')) return storyOf(unit) === null ? null : behind(sourceOf(unit), unit);
    const box = boxOf(unit);
    // In a row that scrolls sideways a button would take the place of a card.
    if (box === null || box.matches(CARD) || box.closest('g-scrolling-carousel, [role="listitem"]') !== null) return null;
    return box.closest('h1, h2, h3, [role="heading"]') === null && beginsWithTitle(box) && resultOf(box) !== null ? box : null;
  },
};

/** The card, or the link of which this is the first title. */
function boxOf(unit: Element): Element | null {
  if (unit.matches(CARD)) return unit;
  const link = unit.closest('a[href]');
  return link?.querySelector(HEADING) === unit ? link : null;
}

/**
 * On a desktop the link is a line of text: the title, with the source lifted above it. On a phone it is a block that begins with the source,
 * behind which a chip would take a line of its own.
 */
function beginsWithTitle(link: Element): boolean {
  const title = text(link.querySelector(HEADING));
  return title !== '' && text(link).startsWith(title);
}

/** A link, or a card with links to one target. A link inside a card is no unit of its own. */
function resultOf(unit: Element): string | null {
  if (!unit.matches(CARD)) return unit.closest(CARD) === null ? targetOf(unit) : null;
  if (unit.querySelector(CARD) !== null) return null;
  const targets = new Set([...unit.querySelectorAll('a[href]')].slice(0, 10).map((link) => targetOf(link)));
  targets.delete(null);
  const [target] = targets;
  return targets.size === 1 ? (target ?? null) : null;
}

/**
 * Most links are the address itself, some carry it (`/url?q=`, `/amp/s/`). Since 2026 some hide it (`/goto?url=` with a code): then the
 * result shows a host, and that is all there is. Any other page of Google's own search is a tool and no result.
 */
function targetOf(link: Element): string | null {
  const url = addressIn(attribute(link, 'href'), 'https://www.google.com/');
  if (url === null) return null;
  if (!/^(?:(?:www|maps|images|news|translate)\.)?google\.[a-z.]{2,6}$/.test(url.hostname)) return url.href;
  if (!/^\/(?:goto|url|aclk)$/.test(url.pathname)) return null;
  const promised = attribute(link, 'data-pcu')?.split(',')[0];
  return (
    addressIn(promised ?? null, 'https://www.google.com/')?.href ??
    hostAddress(attribute(link.querySelector('[data-dtld]'), 'data-dtld')) ??
    shownAddress(link.querySelector('cite, [role="text"]'), false)
  );
}

/** On the advertisement itself, or since 2026 once above a group of them. */
function adWords(ad: Element): string | null {
  return (
    leafWith(ad, 'span, div, h1, h2', AD_WORDS) ?? leafWith(ad.closest('#tads, #tadsb, #bottomads') ?? ad, 'span, div, h1, h2', AD_WORDS)
  );
}

/** A story of news.google.com: its links hide where they lead, so there is the name of the source and the time, and no address. */
function storyOf(unit: Element): RawPost | null {
  if (unit.querySelector('article') !== null) return null;
  if (unit.matches('c-wiz') && (unit.closest('article') ?? unit.querySelector(`c-wiz:has(${READ})`)) !== null) return null;
  const targets = new Set([...unit.querySelectorAll(READ)].map((link) => attribute(link, 'href')));
  const name = text(sourceOf(unit));
  if (targets.size !== 1 || name === '' || isFolded(unit, 'main')) return null;
  const times = unit.querySelectorAll('time[datetime]');
  return { author: { name }, published: times.length === 1 ? attribute(times[0], 'datetime') : null };
}

/** The one text with the number that Google News gives to sources. */
function sourceOf(unit: Element): Element | null {
  const sources = unit.querySelectorAll('[data-n-tid="9"]');
  return sources.length === 1 ? (sources[0] ?? null) : null;
}
