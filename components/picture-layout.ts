import { graphlib, layout } from '@dagrejs/dagre';
import type { Chain } from '../lib/core/chain';
import type { Words } from '../lib/words/words';
import { type Content, type ContentBox, type ContentLine, contentOf } from './picture-content';
import { attach, type Path } from './picture-doors';
import { type Crossing, lanesFor } from './picture-route';
import { LINE_HEIGHT, NAME_SIZE, NOTE_SIZE, textWidth, wrap } from './picture-text';

/** A levelled drawing of a chain, in px: the entity it is about at the bottom, who holds it above. */
export interface Picture extends Content {
  width: number;
  height: number;
  boxes: Box[];
  lines: DrawnLine[];
}

export interface Box extends ContentBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Counted from the entity the drawing is about. */
  rank: number;
  nameLines: string[];
  noteLines: string[];
}

export interface Point {
  x: number;
  y: number;
}

export interface DrawnLine extends ContentLine {
  /** The line itself, in two parts where words stand in it: nothing is ever drawn through words. */
  parts: Point[][];
  /** The words in the line, with the place of the middle of the first one's baseline. */
  labelLines: string[];
  at: Point;
}

const WRAP_NAME = 136;
const WRAP_LABEL = 126;
const LABEL_LINE = 15.5;
const EDGE = 8;
const LANE = 9;

interface Size {
  width: number;
  height: number;
}

interface Way extends Path {
  line: ContentLine;
  labelLines: string[];
  labelRank: number;
}

export function pictureOf(chain: Chain, words: Words): Picture {
  return drawn(contentOf(chain, words));
}

export function drawn(content: Content): Picture {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 18, edgesep: 16, ranksep: 20, marginx: EDGE });
  graph.setDefaultEdgeLabel(() => ({}));
  const texts = new Map(content.boxes.map((box) => [box.id, boxText(box)]));
  for (const [id, { width, height }] of texts) graph.setNode(id, { width, height });
  const labels = new Map(content.lines.map((line) => [line.id, labelText(line)]));
  for (const line of content.lines) graph.setEdge(line.from, line.to, { ...labelSize(labels.get(line.id) ?? []), labelpos: 'c' }, line.id);
  layout(graph);

  const node = (id: string): Point => graph.node(id) as unknown as Point;
  const edges = content.lines.map((line) => ({
    line,
    at: graph.edge(line.from, line.to, line.id) as unknown as Point & { points: Point[] },
  }));
  const ranks = rankNumbers([
    ...content.boxes.map(({ id }) => node(id).y),
    ...edges.flatMap(({ at }) => at.points.slice(1, -1).map(({ y }) => y)),
  ]);
  const ways = edges.map(({ line, at }): Way => {
    const middle = at.points.slice(1, -1).map(({ x, y }) => ({ x, rank: ranks(y) }));
    const ends = [line.from, line.to].map((id) => ({ x: node(id).x, rank: ranks(node(id).y) }));
    return {
      line,
      labelLines: labels.get(line.id) ?? [],
      stops: [ends[0], ...middle, ends[1]].flatMap((end) => end ?? []),
      labelRank: ranks(at.y),
    };
  });
  attach(ways, (id) => ({ middle: node(id).x, half: (texts.get(id)?.width ?? 0) / 2 }));
  const { tops, heights, height, laneY } = levels(content, ways, (id) => ({ rank: ranks(node(id).y), height: texts.get(id)?.height ?? 0 }));
  const boxes = content.boxes.flatMap((box): Box[] => {
    const text = texts.get(box.id);
    if (text === undefined) return [];
    const rank = ranks(node(box.id).y);
    const y = (tops[rank] ?? 0) + ((heights[rank] ?? 0) - text.height) / 2;
    return [{ ...box, ...text, rank, x: node(box.id).x - text.width / 2, y }];
  });
  const placed = new Map(boxes.map((box) => [box.id, box]));
  return {
    start: content.start,
    width: Math.ceil(Math.max(0, ...boxes.map((box) => box.x + box.width), ...ways.flatMap(rightmost)) + EDGE),
    height,
    boxes,
    lines: ways.map((way) => lineOf(way, placed, (rank) => (tops[rank] ?? 0) + (heights[rank] ?? 0) / 2, laneY)),
  };
}

function boxText(box: ContentBox): Size & Pick<Box, 'nameLines' | 'noteLines'> {
  const quiet = box.kind === 'end' || box.kind === 'together' || box.kind === 'rivals';
  const nameLines = wrap(box.text, WRAP_NAME, quiet ? NOTE_SIZE : NAME_SIZE);
  const noteLines = box.note === null ? [] : wrap(box.note, WRAP_NAME, NOTE_SIZE);
  const longest = Math.max(
    ...nameLines.map((text) => textWidth(text, quiet ? NOTE_SIZE : NAME_SIZE) * (box.kind === 'start' ? 1.08 : 1)),
    ...noteLines.map((text) => textWidth(text, NOTE_SIZE)),
    40,
  );
  return { nameLines, noteLines, width: Math.round(longest + 24), height: (nameLines.length + noteLines.length) * LINE_HEIGHT + 16 };
}

function labelText({ label, when }: ContentLine): string[] {
  return [...label, ...(when === null ? [] : [when])].flatMap((text) => wrap(text, WRAP_LABEL, NOTE_SIZE));
}

function labelSize(lines: readonly string[]): Size {
  if (lines.length === 0) return { width: 0, height: 0 };
  return { width: Math.max(...lines.map((line) => textWidth(line, NOTE_SIZE))) + 4, height: lines.length * LABEL_LINE + 4 };
}

/** The layout's own heights leave no room for lanes: only its order of ranks is kept. */
function rankNumbers(ys: readonly number[]): (y: number) => number {
  const sorted: number[] = [];
  for (const y of [...ys].sort((a, b) => a - b)) if (sorted.length === 0 || y - (sorted.at(-1) ?? 0) > 0.5) sorted.push(y);
  return (y) =>
    Math.max(
      0,
      sorted.findIndex((each) => Math.abs(each - y) <= 0.5),
    );
}

interface Levels {
  tops: number[];
  heights: number[];
  height: number;
  laneY: (below: number, bundle: string) => number;
}

/** Heights from the bottom up, with as much room between two ranks as the lines there need. */
function levels(content: Content, ways: readonly Way[], boxAt: (id: string) => { rank: number; height: number }): Levels {
  const count =
    1 + Math.max(0, ...content.boxes.map(({ id }) => boxAt(id).rank), ...ways.flatMap(({ stops }) => stops.map(({ rank }) => rank)));
  const heights = Array.from({ length: count }, () => 0);
  const grow = (rank: number, height: number): void => {
    heights[rank] = Math.max(heights[rank] ?? 0, height);
  };
  for (const { id } of content.boxes) grow(boxAt(id).rank, boxAt(id).height);
  for (const { labelRank, labelLines } of ways) grow(labelRank, labelSize(labelLines).height);
  const gaps = Array.from({ length: count - 1 }, (_, below) => {
    const crossings = ways.flatMap((way) => crossingsOf(way).flatMap((each) => (each.below === below ? [each] : [])));
    return lanesFor(crossings);
  });
  const gapHeight = ({ count: lanes }: { count: number }): number => (lanes === 0 ? 14 : 20 + (lanes - 1) * LANE);
  const tops: number[] = [];
  let y = EDGE;
  for (let rank = count - 1; rank >= 0; rank--) {
    tops[rank] = y;
    y += heights[rank] ?? 0;
    const gap = gaps[rank - 1];
    if (gap !== undefined) y += gapHeight(gap);
  }
  const laneY = (below: number, bundle: string): number => (tops[below] ?? 0) - 10 - (gaps[below]?.lanes.get(bundle) ?? 0) * LANE;
  return { tops, heights, height: Math.ceil(y + EDGE), laneY };
}

function crossingsOf({ line, stops }: Way): (Crossing & { below: number })[] {
  return stops.slice(1).flatMap((stop, i) => {
    const start = stops[i];
    if (start === undefined) return [];
    const bundle = i === 0 ? `${line.from} ${line.kind}` : `${line.id} ${i}`;
    return [{ from: start.x, to: stop.x, bundle, below: start.rank }];
  });
}

function lineOf(way: Way, boxes: Map<string, Box>, middleOf: (rank: number) => number, laneY: Levels['laneY']): DrawnLine {
  const { line, stops, labelLines, labelRank } = way;
  const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
  const size = labelSize(labelLines);
  const at = { x: stops.find(({ rank }) => rank === labelRank)?.x ?? 0, y: middleOf(labelRank) };
  const parts: Point[][] = [[{ x: stops[0]?.x ?? 0, y: from?.y ?? 0 }]];
  for (const { from: x, to: nextX, bundle, below } of crossingsOf(way)) {
    if (Math.abs(x - nextX) >= 1) {
      const y = laneY(below, bundle);
      parts.at(-1)?.push({ x, y }, { x: nextX, y });
    }
    if (below + 1 === labelRank && size.height > 0) {
      parts.at(-1)?.push({ x: at.x, y: at.y + size.height / 2 });
      parts.push([{ x: at.x, y: at.y - size.height / 2 }]);
    }
  }
  parts.at(-1)?.push({ x: stops.at(-1)?.x ?? 0, y: (to?.y ?? 0) + (to?.height ?? 0) });
  return { ...line, parts, labelLines, at: { x: at.x, y: at.y - ((labelLines.length - 1) / 2) * LABEL_LINE + NOTE_SIZE * 0.35 } };
}

function rightmost({ stops, labelLines, labelRank }: Way): number[] {
  return stops.map(({ x, rank }) => x + (rank === labelRank ? labelSize(labelLines).width / 2 : 0));
}

/** Height of one line of words in a line. */
export const LABEL_LINE_HEIGHT = LABEL_LINE;
