import type { Adapter } from './adapter';
import { attribute } from './dom';
import { addressIn, adLabel, behind, isFolded, shownAddress } from './serp';

const NEWS = '.news-card, .newscard';

export const bing: Adapter = {
  id: 'bing',
  version: 1,
  checked: '2026-11-23',
  evidence: 'saved results pages of 2020 to 2022; descriptions of 2025 and 2026 for links that carry their target, phone and news',
  kind: 'result',
  hosts: ['bing.com'],
  unit: `#b_results li.b_algo, #b_results li.b_ad .sb_add, :is(${NEWS}):has(a.title[href])`,
  read(unit) {
    const link = linkOf(unit);
    const url = addressIn(attribute(link, 'href'), 'https://www.bing.com/');
    if (link === null || url === null || isFolded(unit, '#b_results, main')) return null;
    const hidden = /(?:^|\.)bing\.com$/.test(url.hostname);
    const ad = unit.closest('li.b_ad') !== null || (hidden && /^\/acli?c?k$/.test(url.pathname));
    const address = hidden && (ad || url.pathname.startsWith('/ck/')) ? shownAddress(unit.querySelector('cite'), true) : url.href;
    if (address === null) return null;
    return { links: [address], labels: ad ? [adLabel(unit.querySelector('.b_adSlug'))] : [] };
  },
  chipAfter(unit) {
    return unit.matches(NEWS) ? null : behind(unit.querySelector('cite'), unit);
  },
};

/** On a phone the heading lies inside the link. */
function linkOf(unit: Element): Element | null {
  if (unit.matches(NEWS)) return unit.querySelector('a.title[href]');
  return unit.querySelector('h2 a[href]') ?? unit.querySelector('.b_algoheader > a[href]');
}
