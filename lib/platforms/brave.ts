import type { Adapter } from './adapter';
import { attribute } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, adLabel, isFolded, shownAddress } from './serp';

export const brave: Adapter = {
  id: 'brave',
  version: 2,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.brave.hosts,
  feedPath: /^\/search$/,
  unit: '.snippet:is([data-type="web"], [data-type="news"], [data-type="ad"])',
  read(unit) {
    const link = linkOf(unit);
    const url = addressIn(attribute(link, 'href'), 'https://search.brave.com/');
    if (link === null || url === null || isFolded(unit, '#results')) return null;
    const address = url.hostname === 'search.brave.com' ? shownAddress(link.querySelector('cite'), true) : url.href;
    if (address === null) return null;
    return { links: [address], labels: attribute(unit, 'data-type') === 'ad' ? [adLabel(null)] : [] };
  },
  // Title and source lie in one link, which since 2023 is a block: behind it a chip would take a line of its own.
  chipAfter: () => null,
};

/** The link that holds title and source. Links to other pages of the same site are results within this one. */
function linkOf(unit: Element): Element | null {
  const own = [...unit.querySelectorAll('a[href]')].filter((link) => link.closest('.snippet') === unit);
  const named = own.filter((link) => link.querySelector('cite') !== null);
  const targets = new Set((named.length > 0 ? named : own).map((link) => attribute(link, 'href')));
  return targets.size === 1 ? (named[0] ?? own[0] ?? null) : null;
}
