import type { Adapter } from './adapter';
import { attribute, endsLine, text } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, adLabel, isFolded, shownAddress } from './serp';

export const qwant: Adapter = {
  id: 'qwant',
  version: 2,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.qwant.hosts,
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
    // Only in a heading of its own is the title known to be a line; else links stand in columns, in which a chip would fall between them.
    const title = unit.querySelector('h2 > a[href]');
    return title?.parentElement && endsLine(title, title.parentElement) ? title : null;
  },
};

/** The word stands alone in a `cite`; a `cite` with an address in it is something else. */
function markOf(unit: Element): Element | null {
  const cites = unit.querySelectorAll('cite');
  const [mark] = cites;
  return mark !== undefined && cites.length === 1 && !/[./›]/.test(text(mark)) ? mark : null;
}
