import type { Adapter } from './adapter';
import { attribute, endsLine, lastIn } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, adLabel, behind, isFolded } from './serp';

const MAIN = '[data-test-id^="mainline-result-"]';

export const ecosia: Adapter = {
  id: 'ecosia',
  version: 2,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.ecosia.hosts,
  feedPath: /^\/search$/,
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
    const source = behind(unit.querySelector('[data-test-id="result-source"]'), unit);
    // Behind the small menu that ends the row of the address. In the layout of 2022 the address is a line of text.
    const row = source?.closest('.result-info__link-container') ?? null;
    if (row !== null && unit.contains(row)) return lastIn(row);
    return source?.parentElement && source.querySelector('div') === null && endsLine(source, source.parentElement) ? source : null;
  },
};
