import type { Adapter } from './adapter';
import { attribute, endsLine } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, adLabel, behind, hostAddress, isFolded } from './serp';

const NEWS = '[data-testid="news-vertical"] li > article';

export const duckduckgo: Adapter = {
  id: 'duckduckgo',
  version: 2,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.duckduckgo.hosts,
  unit: `article[data-testid="result"], article[data-testid="ad"], ${NEWS}, .web-result:has(a.result__a)`,
  read(unit) {
    const url = addressIn(attribute(linkOf(unit), 'href'), 'https://duckduckgo.com/');
    if (url === null || isFolded(unit, 'ol, #links')) return null;
    // Ads leave through `y.js`, which names the advertiser's domain.
    const paid = /(?:^|\.)duckduckgo\.com$/.test(url.hostname) && url.pathname === '/y.js';
    const address = paid ? hostAddress(url.searchParams.get('ad_domain')) : url.href;
    if (address === null) return null;
    const ad = paid || unit.matches('[data-testid="ad"], .result--ad') || unit.closest('[data-layout="ad"]') !== null;
    return { links: [address], labels: ad ? [adLabel(unit.querySelector('button[data-testid^="ad-badge"]'))] : [] };
  },
  chipAfter(unit) {
    const plain = unit.querySelector('a.result__url');
    if (plain !== null) return plain.parentElement !== null && endsLine(plain, plain.parentElement) ? behind(plain, unit) : null;
    // Behind the title, in its line: the address above it is a block of its own.
    const title = unit.matches(NEWS) ? null : unit.querySelector('h2 > a[data-testid="result-title-a"]');
    return title?.parentElement && endsLine(title, title.parentElement) ? title : null;
  },
};

function linkOf(unit: Element): Element | null {
  if (unit.matches(NEWS)) return unit.querySelector(':scope > a[href]');
  return unit.querySelector('h2 a[data-testid="result-title-a"][href], a.result__a[href]');
}
