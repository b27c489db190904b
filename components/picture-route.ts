/** One line's way through the space between two ranks of a drawing: it comes at `from` and must leave at `to` (both x, in px). */
export interface Crossing {
  from: number;
  to: number;
  /** Crossings of one bundle share their level stretch: lines of one kind that leave one box. */
  bundle: string;
}

interface Bundle {
  crossings: Crossing[];
  left: number;
  right: number;
}

/** Nearer than this two lines look like one. */
const APART = 7;

/**
 * Level stretches of different bundles never lie on each other: each gets a lane of its own where they would. The first lane is
 * nearest to where the lines come from. Where one bundle arrives above the place where another one leaves, it gets
 * the farther lane, so that their upright parts do not run into each other either.
 *
 * @returns the lane of each bundle, and how many lanes there are; a bundle that goes straight on has none
 */
export function lanesFor(crossings: readonly Crossing[]): { lanes: Map<string, number>; count: number } {
  const bundles = new Map<string, Bundle>();
  for (const crossing of crossings) {
    const found = bundles.get(crossing.bundle) ?? { crossings: [], left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
    found.crossings.push(crossing);
    found.left = Math.min(found.left, crossing.from, crossing.to);
    found.right = Math.max(found.right, crossing.from, crossing.to);
    bundles.set(crossing.bundle, found);
  }
  const bent = [...bundles].filter(([, { left, right }]) => right - left >= 1);
  const lanes = new Map<string, number>();
  const taken: Bundle[][] = [];
  const waiting = new Map(bent);
  while (waiting.size > 0) {
    // In a ring of bundles that all wait for one another any one goes first.
    const [name, bundle] =
      [...waiting].find(([, each]) => ![...waiting.values()].some((other) => before(other, each))) ?? [...waiting][0] ?? [];
    if (name === undefined || bundle === undefined) break;
    waiting.delete(name);
    let lane = Math.max(0, ...bent.map(([other, its]) => (before(its, bundle) ? (lanes.get(other) ?? -1) + 1 : 0)));
    while (taken[lane]?.some((other) => bundle.left < other.right + APART && other.left < bundle.right + APART)) lane++;
    taken[lane] = [...(taken[lane] ?? []), bundle];
    lanes.set(name, lane);
  }
  return { lanes, count: taken.length };
}

/** `a` must turn before `b` does: `b` comes up where `a` leaves. */
function before(a: Bundle, b: Bundle): boolean {
  if (a === b) return false;
  return a.crossings.some(({ from }) => b.crossings.some(({ to }) => Math.abs(from - to) < APART));
}
