/** A file that is not exactly what was agreed. Caught where a file is parsed; it never leaves this folder. */
export class Misshapen extends Error {}

export type Parsed<T> = { ok: true; value: T } | { ok: false; why: string };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function misshapen(why: string): never {
  throw new Misshapen(why);
}

/**
 * One spelling for each value: keys sorted, no spaces. What was signed is these bytes, so that a file with a key twice, a
 * number written otherwise or anything after the end is refused, whatever `JSON.parse` makes of it.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value as Json));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}

/** Parses a text that must be in its one spelling, and checks it; refusals become a value. */
export function parseCanonical<T>(text: string, check: (json: unknown) => T): Parsed<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: 'no JSON' };
  }
  if (canonical(json) !== text) return { ok: false, why: 'not in the one spelling' };
  return checked(json, check);
}

export function checked<T>(json: unknown, check: (json: unknown) => T): Parsed<T> {
  try {
    return { ok: true, value: check(json) };
  } catch (error) {
    if (error instanceof Misshapen) return { ok: false, why: error.message };
    throw error;
  }
}

/** An object with exactly these keys. */
export function record<Key extends string>(value: unknown, keys: readonly Key[], what: string): Record<Key, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) misshapen(what);
  const found = Object.keys(value);
  if (found.length !== keys.length || !keys.every((key) => Object.hasOwn(value, key))) misshapen(`${what}: keys`);
  return value as Record<Key, unknown>;
}

export function listOf<T>(value: unknown, most: number, what: string, item: (value: unknown) => T): T[] {
  if (!Array.isArray(value) || value.length > most) misshapen(what);
  return value.map(item);
}

export function whole(value: unknown, least: number, most: number, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) misshapen(what);
  return value;
}

export function matching(value: unknown, form: RegExp, what: string): string {
  if (typeof value !== 'string' || !form.test(value)) misshapen(what);
  return value;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** `2026-11-23T10:00:00Z`: UTC, whole seconds, so that the order of texts is the order of time. */
export function instant(value: unknown, what: string): string {
  const text = matching(value, INSTANT, what);
  // A day that does not exist would become another one, or no time at all.
  const time = Date.parse(text);
  if (Number.isNaN(time) || asInstant(time) !== text) misshapen(what);
  return text;
}

/** @param time milliseconds since 1970 */
export function asInstant(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export function sha256Text(value: unknown, what: string): string {
  return matching(value, SHA256, what);
}
