import { checked, listOf, misshapen, type Parsed, record, sha256Text } from './shape';

/**
 * How to make one text from another, by lines: a positive number takes that many lines over, a negative one leaves that
 * many out, a text is a new line.
 */
export type Steps = (number | string)[];

/** A file of changes: for each part that differs, in order of number, what the old one was and how to make the new one. */
export interface ChangeFile {
  kind: 'colofon-changes';
  format: 1;
  parts: { number: number; from: string; steps: Steps }[];
}

/** The shape of a file whose hash was verified. */
export function parseChanges(text: string): Parsed<ChangeFile> {
  try {
    return checked(JSON.parse(text), checkChanges);
  } catch {
    return { ok: false, why: 'no JSON' };
  }
}

function checkChanges(json: unknown): ChangeFile {
  const it = record(json, ['format', 'kind', 'parts'], 'changes');
  if (it.kind !== 'colofon-changes' || it.format !== 1) misshapen('kind');
  const parts = listOf(it.parts, 4096, 'parts', (part) => {
    const { number, from, steps } = record(part, ['from', 'number', 'steps'], 'part');
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) misshapen('number');
    return { number, from: sha256Text(from, 'from'), steps: listOf(steps, 200_000, 'steps', step) };
  });
  return { kind: 'colofon-changes', format: 1, parts };
}

function step(value: unknown): number | string {
  if (typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value) && value !== 0)) return value;
  return misshapen('step');
}

/** The new text, or null when the steps do not fit the old one. Whether it is the right text, its hash tells. */
export function applySteps(before: string, steps: Steps): string | null {
  const lines = before.split('\n');
  const out: string[] = [];
  let at = 0;
  for (const each of steps) {
    if (typeof each === 'string') out.push(each);
    else {
      const next = at + Math.abs(each);
      if (next > lines.length) return null;
      for (; at < next; at++) {
        const line = lines[at];
        if (each > 0 && line !== undefined) out.push(line);
      }
    }
  }
  return at === lines.length ? out.join('\n') : null;
}

/** The steps from one text to another: lines that stand in both, in the same order, are kept. */
export function stepsBetween(before: string, after: string): Steps {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const steps: Steps = [];
  const add = (count: number): void => {
    const last = steps.at(-1);
    if (typeof last === 'number' && Math.sign(last) === Math.sign(count)) steps[steps.length - 1] = last + count;
    else steps.push(count);
  };
  let [at, to] = [0, 0];
  for (const { from, into } of [...keptLines(old, fresh), { from: old.length, into: fresh.length }]) {
    if (from > at) add(at - from);
    for (; to < into; to++) steps.push(fresh[to] ?? '');
    if (from < old.length) add(1);
    [at, to] = [from + 1, into + 1];
  }
  return steps;
}

interface Kept {
  from: number;
  into: number;
}

/** The longest rising row of lines that stand once in both texts (patience), and what is equal at both ends. */
function keptLines(old: string[], fresh: string[]): Kept[] {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const middle = longestRising(onceInBoth(old, fresh, head, tail));
  const same = (length: number, from: number, into: number): Kept[] =>
    Array.from({ length }, (_, at) => ({ from: from + at, into: into + at }));
  return [...same(head, 0, 0), ...middle, ...same(tail, old.length - tail, fresh.length - tail)];
}

function onceInBoth(old: string[], fresh: string[], head: number, tail: number): Kept[] {
  const places = new Map<string, number>();
  for (let at = head; at < fresh.length - tail; at++) {
    const line = fresh[at] ?? '';
    places.set(line, places.has(line) ? -1 : at);
  }
  const kept: Kept[] = [];
  const seen = new Set<string>();
  for (let at = head; at < old.length - tail; at++) {
    const line = old[at] ?? '';
    const into = places.get(line) ?? -1;
    if (into >= 0 && !seen.has(line)) kept.push({ from: at, into });
    seen.add(line);
  }
  return kept;
}

function longestRising(pairs: Kept[]): Kept[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [at, { into }] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((pairs[tops[half] ?? 0]?.into ?? 0) < into) low = half + 1;
      else high = half;
    }
    before[at] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = at;
  }
  const row: Kept[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) row.push(pair);
  }
  return row.reverse();
}
