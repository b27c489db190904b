import type { Words } from '../lib/words/words';
import type { Content, LineKind } from './picture-content';
import type { Point } from './picture-layout';

/** How each kind of line is drawn (`stroke-dasharray`). Never the only sign: the words stand in the line. */
export const DASHES: Record<LineKind, string | null> = {
  share: null,
  certificate: '9 3 2 3',
  priority: null,
  right: '5 4',
  open: '1.5 3.5',
};

/** A priority share is a double line: this is its outer width, with a lighter line of `DOUBLE_INNER` over it. */
export const DOUBLE_OUTER = 4.6;
export const DOUBLE_INNER = 1.8;
/** Holders that act together hang on a thick line. */
export const TOGETHER_WIDTH = 3.2;
export const LINE_WIDTH = 1.5;

const CORNER = 6;

/** An SVG path along upright and level stretches, with round corners. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (before === undefined) return `M${at(point)}`;
      if (after === undefined) return `L${at(point)}`;
      const [start, end] = [toward(point, before), toward(point, after)];
      return `L${at(start)}Q${at(point)} ${at(end)}`;
    })
    .join('');
}

function toward(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const step = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * step, y: from.y + (to.y - from.y) * step };
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

export interface KeyEntry {
  kind: LineKind | 'together';
  text: string;
}

/** What the lines of this picture mean. A picture in which all lines are of one kind needs no explaining. */
export function keyOf({ lines, boxes }: Pick<Content, 'lines' | 'boxes'>, words: Words): KeyEntry[] {
  const used = new Set<KeyEntry['kind']>(lines.map(({ kind }) => kind));
  if (boxes.some(({ kind }) => kind === 'together')) used.add('together');
  const special = (['certificate', 'priority', 'right', 'together'] as const).filter((kind) => used.has(kind));
  if (special.length === 0) return [];
  return [...(used.has('share') ? (['share'] as const) : []), ...special].map((kind) => ({ kind, text: words.t(`picture_key_${kind}`) }));
}
