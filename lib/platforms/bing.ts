import type { Adapter } from './adapter';
import { attribute, endsLine } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, adLabel, isFolded, shownAddress } from './serp';

const NEWS = '.news-card, .newscard';

export const bing: Adapter = {
  id: 'bing',
  version: 2,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.bing.hosts,
  feedPath: /^\/search$/,
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
    // Behind the title, in its line. The address is followed by a menu, or lies in a link that is a block. On a phone the title does too.
    const title = unit.matches(NEWS) ? null : unit.querySelector('h2 > a[href]');
    // "Translate this page" follows it in a box around both.
    const line = title?.closest('.b_title') ?? title?.parentElement ?? null;
    return title && line !== null && unit.contains(line) && !line.closest('a') && endsLine(title, line) ? title : null;
  },
};

/** On a phone the heading lies inside the link. */
function linkOf(unit: Element): Element | null {
  if (unit.matches(NEWS)) return unit.querySelector('a.title[href]');
  return unit.querySelector('h2 a[href]') ?? unit.querySelector('.b_algoheader > a[href]');
}
