import type { Adapter } from './adapter';
import { attribute, endsLine } from './dom';
import { PLATFORMS } from './hosts';
import { addressIn, isFolded } from './serp';

export const startpage: Adapter = {
  id: 'startpage',
  version: 2,
  checked: '2026-11-23',
  kind: 'result',
  hosts: PLATFORMS.startpage.hosts,
  feedPath: /^\/(?:sp|do)\/(?:d?search|metasearch\.pl)$/,
  unit: ':is(.w-gl, .w-bg) > .result:has(a.result-link)',
  read(unit) {
    const url = addressIn(attribute(unit.querySelector('a.result-link[href]'), 'href'), 'https://www.startpage.com/');
    if (url === null || isFolded(unit, '.w-gl, .w-bg')) return null;
    // Its own pages, the proxy among them, are no results.
    return /(?:^|\.)startpage\.com$/.test(url.hostname) ? null : { links: [url.href] };
  },
  chipAfter(unit) {
    // Name and address stand below each other in a column that cuts off what is too long: behind that column, at the end of its row.
    const column = unit.querySelector('a.wgl-display-url')?.closest('.wgl-title-link-container') ?? null;
    const row = column?.parentElement ?? null;
    return column !== null && row !== null && row !== unit && endsLine(column, row) ? column : null;
  },
};
