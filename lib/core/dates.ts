/** A calendar day, `2021-05-03`, in the publisher's own time zone. */
export type Day = string;

/** A date as precise as its source: `2021`, `2021-05` or `2021-05-03` (ISO 8601, reduced precision). */
export type RoughDate = string;

const ROUGH_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export function isRoughDate(value: unknown): value is RoughDate {
  return typeof value === 'string' && ROUGH_DATE.test(value);
}

export function isDay(value: unknown): value is Day {
  if (!isRoughDate(value) || value.length !== 10) return false;
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

/** The calendar day of `now` as the reader's clock shows it. */
export function localDay(now: Date): Day {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export function yearOf(date: RoughDate): number {
  return Number(date.slice(0, 4));
}

/** Orders by the first day a rough date can mean, so that `2021` comes before `2021-05`. */
export function compareRough(a: RoughDate, b: RoughDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Age {
  unit: 'day' | 'week' | 'month' | 'year';
  /** Whole units passed; 0 days is today. */
  count: number;
}

/** How long ago `day` was, in the largest unit that has passed in full. Days in the future give null. */
export function ageOf(day: Day, today: Day): Age | null {
  const [y, m, d] = splitDay(day);
  const [ty, tm, td] = splitDay(today);
  const days = Math.round((Date.UTC(ty, tm - 1, td) - Date.UTC(y, m - 1, d)) / 86_400_000);
  if (days < 0) return null;
  const months = (ty - y) * 12 + (tm - m) - (td < d ? 1 : 0);
  if (months >= 12) return { unit: 'year', count: Math.floor(months / 12) };
  if (months >= 2) return { unit: 'month', count: months };
  if (days >= 14) return { unit: 'week', count: Math.floor(days / 7) };
  return { unit: 'day', count: days };
}

function splitDay(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
