import type { Adapter } from './adapter';
import { attribute } from './dom';
import { addressIn, behind, isFolded } from './serp';

export const startpage: Adapter = {
  id: 'startpage',
  version: 1,
  checked: '2026-11-23',
  evidence: 'a saved results page of April 2026. Ads lie in frames of another site and are not read; news is not read',
  kind: 'result',
  hosts: ['startpage.com'],
  unit: ':is(.w-gl, .w-bg) > .result:has(a.result-link)',
  read(unit) {
    const url = addressIn(attribute(unit.querySelector('a.result-link[href]'), 'href'), 'https://www.startpage.com/');
    if (url === null || isFolded(unit, '.w-gl, .w-bg')) return null;
    // Its own pages, the proxy among them, are no results.
    return /(?:^|\.)startpage\.com$/.test(url.hostname) ? null : { links: [url.href] };
  },
  chipAfter(unit) {
    return behind(unit.querySelector('a.wgl-display-url'), unit);
  },
};
