import type { Day } from '../dates';
import { type DayOrder, pad } from './parse-date';

// Countries and languages of which nearly every publisher keeps Central European Time.
const CET_TLD = /\.(nl|be|de|at|ch|fr|it|es|pl|cz|sk|dk|se|no|hu|si|lu|li)$/;
const CET_LANG = /^(nl|de|da|sv|nb|no|nn|pl|cs|sk|hu|it)\b/i;
const DAY_FIRST_TLD = /\.(uk|au|nz|in|ie|za|nl|be|de|at|ch|fr|it|es|pl|dk|no|br|pt|mx|ar|cl|co|ru|ua|eu)$/;

/** What `03/05/2021` means on this page: only English leaves it open, unless the country or region settles it. */
export function dayOrder(language: string | null, host: string): DayOrder {
  const lang = (language ?? '').toLowerCase().replace('_', '-');
  if (lang === 'en-us') return 'mdy';
  if (/^(ja|zh|ko|hu|lt|fa|sv)\b/.test(lang)) return 'unknown';
  if ((lang !== '' && !lang.startsWith('en')) || /^en-(gb|au|nz|in|ie|za)/.test(lang)) return 'dmy';
  return DAY_FIRST_TLD.test(host) ? 'dmy' : 'unknown';
}

/** True when the site's clock is Central European. */
export function keepsCentralEuropeanTime(language: string | null, host: string): boolean {
  return CET_TLD.test(host) || (/\.(com|net|org|eu|info|news|tv)$/.test(host) && CET_LANG.test(language ?? ''));
}

/** The day in Central European (Summer) Time of an instant given in UTC. */
export function centralEuropeanDay(day: Day, time: string): Day {
  const utc = Date.parse(`${day}T${time}:00Z`);
  const year = Number(day.slice(0, 4));
  const summer = utc >= lastSunday(year, 3) && utc < lastSunday(year, 10);
  const local = new Date(utc + (summer ? 2 : 1) * 3_600_000);
  return `${local.getUTCFullYear()}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
}

/** 01:00 UTC on the last Sunday of a month of 31 days (Directive 2000/84/EC). */
function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month - 1, 31, 1));
  return end.getTime() - end.getUTCDay() * 86_400_000;
}

/** Whole days from a to b, negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}
