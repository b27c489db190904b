import type { Adapter } from './adapter';
import { attribute, text } from './dom';
import { addressIn, adLabel, behind, isFolded, shownAddress } from './serp';

export const qwant: Adapter = {
  id: 'qwant',
  version: 1,
  checked: '2026-11-23',
  evidence: 'saved results pages of 2022; descriptions of 2025 and 2026. News is not read',
  kind: 'result',
  hosts: ['qwant.com'],
  unit: '[data-testid="webResult"], [data-testid="adResult"]',
  read(unit) {
    const link = unit.querySelector('a[href]');
    const url = addressIn(attribute(unit, 'domain') ?? attribute(link, 'href'), 'https://www.qwant.com/');
    if (url === null || /(?:^|\.)qwant\.com$/.test(url.hostname) || isFolded(unit, 'section')) return null;
    if (!unit.matches('[data-testid="adResult"]')) return { links: [url.href] };
    // An ad leads to the counter of its seller; its first line shows the advertiser's host.
    const address = /(?:^|\.)bing\.com$/.test(url.hostname) ? shownAddress(link, true) : url.href;
    return address === null ? null : { links: [address], labels: [adLabel(markOf(unit))] };
  },
  chipAfter(unit) {
    return behind(unit.querySelector('a[href]'), unit);
  },
};

/** The word stands alone in a `cite`; a `cite` with an address in it is something else. */
function markOf(unit: Element): Element | null {
  const cites = unit.querySelectorAll('cite');
  const [mark] = cites;
  return mark !== undefined && cites.length === 1 && !/[./›]/.test(text(mark)) ? mark : null;
}
