import type { Adapter } from './adapter';
import { attribute } from './dom';
import { addressIn, adLabel, behind, isFolded } from './serp';

const MAIN = '[data-test-id^="mainline-result-"]';

export const ecosia: Adapter = {
  id: 'ecosia',
  version: 1,
  checked: '2026-11-23',
  evidence: 'saved results pages of 2022, April and May 2026; a description of 2025 for news. Ads in frames of another site are not read',
  kind: 'result',
  hosts: ['ecosia.org'],
  unit: '[data-test-id="mainline-result-web"], [data-test-id="mainline-result-ad"], .result:has(a.result__link)',
  read(unit) {
    if (!unit.matches(MAIN) && unit.closest(MAIN) !== null) return null;
    const link = unit.querySelector('a.result__link[href]:has(h2)');
    const url = addressIn(attribute(link, 'href'), 'https://www.ecosia.org/');
    if (url === null || /^(?:www\.)?ecosia\.org$/.test(url.hostname) || isFolded(unit, 'main')) return null;
    const ad = unit.matches('[data-test-id="mainline-result-ad"]');
    // The click counter of the seller of ads says nothing of who advertises.
    if (ad && /(?:^|\.)bing\.com$/.test(url.hostname)) return null;
    return { links: [url.href], labels: ad ? [adLabel(null)] : [] };
  },
  chipAfter(unit) {
    return behind(unit.querySelector('[data-test-id="result-source"]'), unit);
  },
};
