import type { Adapter } from './adapter';
import { attribute, handleIn, isPutAway } from './dom';

const UNIT = '[data-pressable-container="true"]';
const PERMALINK = /^(?:https:\/\/www\.threads\.(?:com|net))?\/@([\w.]{1,30})\/post\/[\w-]+\/?(?:\?|$)/;
const ACCOUNT = /^(?:https:\/\/www\.threads\.(?:com|net))?\/@([\w.]{1,30})\/?(?:\?|$)/;

export const threads: Adapter = {
  id: 'threads',
  version: 1,
  checked: '2026-11-23',
  evidence: 'descriptions of the live site of January and May 2026; no saved page. Posts and dates only: no label was seen',
  kind: 'post',
  hosts: ['threads.com', 'threads.net'],
  unit: UNIT,
  read(unit) {
    const time = timeOf(unit);
    const permalink = attribute(time?.closest('a'), 'href');
    const handle = handleIn(permalink, PERMALINK);
    if (handle === null) return null;
    return {
      author: { handle },
      published: attribute(time, 'datetime'),
      permalink,
      links: [...unit.querySelectorAll('a[href^="http"]')].filter((link) => own(link, unit)).map((link) => attribute(link, 'href')),
    };
  },
  // The time ends the author's line.
  chipAfter: (unit) => timeOf(unit)?.closest('a') ?? null,
};

/**
 * The post's own time; a quoted post is a container of its own within this one. The first account that is named must be the one in the
 * post's address: a line "passed on by", or an advertiser who quotes, may name another.
 */
function timeOf(unit: Element): Element | null {
  if (isPutAway(unit) || unit.parentElement?.closest(UNIT)) return null;
  const time = [...unit.querySelectorAll('a[href*="/post/"] time[datetime]')].find((each) => own(each, unit)) ?? null;
  const handle = handleIn(attribute(time?.closest('a'), 'href'), PERMALINK);
  const first = [...unit.querySelectorAll('a[href*="/@"]')].find((link) => own(link, unit));
  return handle !== null && handleIn(attribute(first, 'href'), ACCOUNT) === handle ? time : null;
}

function own(element: Element, unit: Element): boolean {
  return element.closest(UNIT) === unit;
}
