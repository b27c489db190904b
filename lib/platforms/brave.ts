import type { Adapter } from './adapter';
import { attribute } from './dom';
import { addressIn, adLabel, behind, isFolded, shownAddress } from './serp';

export const brave: Adapter = {
  id: 'brave',
  version: 1,
  checked: '2026-11-23',
  evidence: 'saved results pages of 2022 and April 2026; descriptions of 2025 and 2026 for news and ads',
  kind: 'result',
  hosts: ['search.brave.com'],
  unit: '.snippet:is([data-type="web"], [data-type="news"], [data-type="ad"])',
  read(unit) {
    const link = linkOf(unit);
    const url = addressIn(attribute(link, 'href'), 'https://search.brave.com/');
    if (link === null || url === null || isFolded(unit, '#results')) return null;
    const address = url.hostname === 'search.brave.com' ? shownAddress(link.querySelector('cite'), true) : url.href;
    if (address === null) return null;
    return { links: [address], labels: attribute(unit, 'data-type') === 'ad' ? [adLabel(null)] : [] };
  },
  chipAfter(unit) {
    return attribute(unit, 'data-type') === 'news' ? null : behind(linkOf(unit), unit);
  },
};

/** The first link, which holds title and source; links to other pages of the same site follow. */
function linkOf(unit: Element): Element | null {
  return unit.querySelector('a[href]');
}
