const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When to look for an update, in milliseconds since 1970. About once a day at no fixed hour, so that servers see no crowd
 * and the hour says nothing; after a failure a few hours later. When the time has passed while the browser was closed, some
 * minutes from now, so that starting the browser stays light.
 *
 * @param last when was looked last, null when never
 * @param chance a number from 0 up to 1
 */
export function nextLook(now: number, last: { at: number; failed: boolean } | null, chance: number): number {
  const soon = now + MINUTE + chance * 9 * MINUTE;
  if (last === null || last.at > now) return soon;
  const pause = last.failed ? 2 * HOUR + chance * 4 * HOUR : 18 * HOUR + chance * 12 * HOUR;
  return Math.max(soon, last.at + pause);
}
