import type { Adapter } from './adapter';
import { around, attribute, endsLine, handleIn, isPutAway, precedes, text } from './dom';
import { PLATFORMS } from './hosts';

const UNIT = '[data-pressable-container="true"]';
const PERMALINK = /^(?:https:\/\/www\.threads\.(?:com|net))?\/@([\w.]{1,30})\/post\/[\w-]+\/?(?:\?|$)/;
const ACCOUNT = /^(?:https:\/\/www\.threads\.(?:com|net))?\/@([\w.]{1,30})\/?(?:\?|$)/;

export const threads: Adapter = {
  id: 'threads',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.threads.hosts,
  feedPath: /^\/$/,
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
  // The time ends the author's line; the menu stands at its far end.
  chipAfter(unit) {
    const time = timeOf(unit)?.closest('a') ?? null;
    const handle = handleIn(attribute(time, 'href'), PERMALINK);
    const name = [...unit.querySelectorAll('a[href*="/@"]')].find(
      (link) => handleIn(attribute(link, 'href'), ACCOUNT) === handle && text(link) !== '' && own(link, unit),
    );
    const line = time === null || name === undefined || !precedes(name, time) ? null : around(name, time);
    return time !== null && line !== null && line !== unit && endsLine(time, line) ? time : null;
  },
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
