import type { TreeFile } from './manifest';

/** Parts that stand one after another in a file of the tree, so that a whole register is not a request for each part. */
export interface Bundle {
  parts: TreeFile[];
  bytes: number;
}

const PARTS = 32;

/**
 * The bundles of a release, which follow from its parts: the manifest need not name them, and what is in one is verified part
 * by part. None for a register of so few parts that nothing would be won.
 */
export function bundlesOf(parts: readonly TreeFile[]): Bundle[] {
  if (parts.length <= PARTS) return [];
  return Array.from({ length: Math.ceil(parts.length / PARTS) }, (_, at) => {
    const own = parts.slice(at * PARTS, (at + 1) * PARTS);
    return { parts: own, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

/** Of which the SHA-256 is the bundle's name, under `bundles/`. */
export function bundleText({ parts }: Bundle): string {
  return parts.map(({ packed }) => packed).join('\n');
}
