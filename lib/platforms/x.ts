import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { attribute, handleIn, text } from './dom';

const HANDLE = /^(?:https:\/\/(?:x|twitter)\.com)?\/(\w{1,15})(?:[/?#]|$)/;

export const x: Adapter = {
  id: 'x',
  version: 1,
  checked: '2026-11-23',
  evidence: 'saved pages of 2024 to 2026; descriptions of the live site of August and October 2026',
  kind: 'post',
  hosts: ['x.com', 'twitter.com'],
  unit: 'article[data-testid="tweet"]',
  read(unit) {
    const name = nameOf(unit);
    const handle = handleIn(attribute(name?.querySelector('a[href^="/"], a[href^="https://x.com/"]'), 'href'), HANDLE);
    if (handle === null) return null;
    const time = timeOf(unit);
    return {
      author: { handle, name: text(name?.querySelector('a')) || null },
      published: attribute(time, 'datetime'),
      permalink: attribute(time?.closest('a'), 'href'),
      links: [...unit.querySelectorAll('[data-testid="card.wrapper"] a[href], [data-testid="tweetText"] a[href^="http"]')]
        .filter((link) => outside(link, unit))
        .map((link) => linkOf(link)),
      labels: labelsOf(unit),
    };
  },
  chipAfter: nameOf,
};

/** The first one; that of a quoted post lies in a box that is a link. */
function nameOf(unit: Element): Element | null {
  return [...unit.querySelectorAll('[data-testid="User-Name"]')].find((name) => outside(name, unit)) ?? null;
}

function timeOf(unit: Element): Element | null {
  return [...unit.querySelectorAll('a[href*="/status/"] > time[datetime]')].find((time) => outside(time, unit)) ?? null;
}

/** Not in the box of a quoted post. */
function outside(element: Element, unit: Element): boolean {
  const box = element.parentElement?.closest('[role="link"]') ?? null;
  return box === null || !unit.contains(box) || box === unit;
}

/** `t.co` hides where it leads; the visible text of the link is the address, cut off. Only a whole address or a host counts. */
function linkOf(link: Element): string | null {
  const href = attribute(link, 'href');
  if (href === null || !/^https?:\/\/t\.co\//.test(href)) return href;
  const shown = text(link).replace(/…$/, '');
  const host = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:\/|$|\s)/i.exec(shown)?.[1] ?? null;
  return host === null ? null : `https://${host}/`;
}

/**
 * An ad is an article *inside* a tracking box that begins with impression pixels. The same attribute inside an article only wraps a video,
 * so the test from within finds the wrong ones.
 */
function labelsOf(unit: Element): PostLabel[] {
  const box = unit.closest('[data-testid="placementTracking"]');
  const isAd = box !== null && box.querySelector(':scope > [data-testid$="-impression-pixel"]') !== null && timeOf(unit) === null;
  return isAd ? [{ kind: 'ad', text: adWord(unit), by: 'platform' }] : [];
}

/** The label as it is written, where the page has it as a leaf in the header. */
function adWord(unit: Element): string | null {
  const leaf = [...unit.querySelectorAll('div[dir="ltr"] > span')].find(
    (span) =>
      span.childElementCount === 0 &&
      span.closest('[data-testid="User-Name"], [data-testid="tweetText"]') === null &&
      /^(?:Ad|Advertentie|Anzeige|Publicité|Promoted)$/.test(text(span)),
  );
  return leaf === undefined ? null : text(leaf);
}
