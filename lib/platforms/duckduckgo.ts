import type { Adapter } from './adapter';
import { attribute } from './dom';
import { addressIn, adLabel, behind, hostAddress, isFolded } from './serp';

const NEWS = '[data-testid="news-vertical"] li > article';

export const duckduckgo: Adapter = {
  id: 'duckduckgo',
  version: 1,
  checked: '2026-11-23',
  evidence: 'the text of a saved results page of May 2026; descriptions of 2025 and 2026 for ads, news and the page without scripts',
  kind: 'result',
  hosts: ['duckduckgo.com'],
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
    return behind(unit.querySelector('a[data-testid="result-extras-url-link"], a.result__url'), unit);
  },
};

function linkOf(unit: Element): Element | null {
  if (unit.matches(NEWS)) return unit.querySelector(':scope > a[href]');
  return unit.querySelector('h2 a[data-testid="result-title-a"][href], a.result__a[href]');
}
