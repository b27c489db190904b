/** Numbers that look random and are the same for the same seed (mulberry32), so that a finding can be repeated. */
export interface Random {
  /** From 0 up to but not including 1. */
  next: () => number;
  /** A whole number from 0 up to but not including `end`. */
  below: (end: number) => number;
  pick: <T>(list: readonly [T, ...T[]]) => T;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { next, below, pick: (list) => list[below(list.length)] ?? list[0] };
}
