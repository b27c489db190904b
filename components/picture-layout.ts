import { graphlib, layout } from '@dagrejs/dagre';
import type { Chain, ChainEnd } from '../lib/core/chain';
import { nameOf } from '../lib/core/statements';
import { endText, interestText } from '../lib/words/chain-text';
import { snake } from '../lib/words/snake';
import type { Words } from '../lib/words/words';

/** A levelled drawing of a chain, in px: the outlet on top, its owners below. */
export interface Picture {
  width: number;
  height: number;
  boxes: Box[];
  lines: DrawnLine[];
}

export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  text: string[];
  note: string[];
  kind: 'outlet' | 'organisation' | 'end';
}

export interface DrawnLine {
  id: string;
  points: { x: number; y: number }[];
  label: string[];
  at: { x: number; y: number };
}

const CHARACTER = 6.9;
const LINE = 17;
const WRAP = 15;

export function pictureOf(chain: Chain, words: Words): Picture {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 10, ranksep: 26, edgesep: 8, marginx: 4, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map<string, Omit<Box, 'x' | 'y'>>();
  for (const [level, nodes] of chain.levels.entries()) {
    for (const { entity, end } of nodes) {
      const box = boxFor(entity.id, nameOf(entity), end, level, words);
      boxes.set(entity.id, box);
      graph.setNode(entity.id, { width: box.width, height: box.height });
    }
  }
  for (const link of chain.links) {
    const label = wrap(interestText(link.interests, words) ?? words.t(`relation_${snake(link.relation)}`), 16);
    const width = Math.max(...label.map((line) => line.length)) * (CHARACTER - 0.6) + 10;
    graph.setEdge(link.from, link.to, { width, height: label.length * LINE, labelpos: 'r', labeloffset: 4, label }, link.relation);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    boxes: graph.nodes().flatMap((id): Box[] => {
      const box = boxes.get(id);
      const at = graph.node(id) as { x: number; y: number } | undefined;
      return box === undefined || at === undefined ? [] : [{ ...box, x: at.x - box.width / 2, y: at.y - box.height / 2 }];
    }),
    lines: graph.edges().map((edge): DrawnLine => {
      const { points, x, y, label } = graph.edge(edge) as { points: { x: number; y: number }[]; x: number; y: number; label: string[] };
      return { id: `${edge.v} ${edge.name ?? ''} ${edge.w}`, points, at: { x, y }, label };
    }),
  };
}

function boxFor(id: string, name: string, end: ChainEnd | null, level: number, words: Words): Omit<Box, 'x' | 'y'> {
  const text = wrap(name, WRAP);
  const ending = end === null ? null : endText(end, words);
  const note = ending === null ? [] : wrap(ending, WRAP + 3);
  const longest = Math.max(...text.map((line) => line.length), ...note.map((line) => line.length * 0.93), 8);
  return {
    id,
    text,
    note,
    width: longest * CHARACTER + 26,
    height: (text.length + note.length) * LINE + 16,
    kind: level === 0 ? 'outlet' : end === null ? 'organisation' : 'end',
  };
}

/** Breaks at spaces; a longer word stands on a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
