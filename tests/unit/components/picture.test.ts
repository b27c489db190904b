import { describe, expect, it } from 'vitest';
import type { Content, LineKind } from '../../../components/picture-content';
import {
  type Box,
  type DrawnLine,
  drawn,
  LABEL_LINE_HEIGHT,
  type Picture,
  type Point,
  pictureOf,
} from '../../../components/picture-layout';
import { NOTE_SIZE, textWidth, wrap } from '../../../components/picture-text';
import { chainOf } from '../../../lib/core/chain';
import type { Claim } from '../../../lib/core/register';
import { wordsIn } from '../../../lib/words/words';
import { claim, entity, shares, slice, TODAY } from '../support/register';

const people = [
  entity('outlet', 'De Krant'),
  entity('organisation', 'Uitgever'),
  entity('person', 'Anna'),
  entity('person', 'Bram'),
  entity('public-body', 'Staat'),
];
const picture = (...claims: Claim[]): Picture => pictureOf(chainOf(slice(people, claims), 'de-krant', TODAY), wordsIn('nl'));

const wide = [
  claim('De Krant', 'published-by', 'Uitgever'),
  claim('Uitgever', 'owned-by', 'Anna', shares(60)),
  claim('Uitgever', 'owned-by', 'Bram', shares(20)),
  claim('Uitgever', 'owned-by', 'Staat', shares(20)),
];

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const areaOf = ({ x, y, width, height }: Box): Area => ({ left: x, right: x + width, top: y, bottom: y + height });

function wordsArea({ at, labelLines }: DrawnLine): Area[] {
  if (labelLines.length === 0) return [];
  const half = Math.max(...labelLines.map((text) => textWidth(text, NOTE_SIZE))) / 2;
  const top = at.y - NOTE_SIZE * 0.8;
  return [{ left: at.x - half, right: at.x + half, top, bottom: top + labelLines.length * LABEL_LINE_HEIGHT }];
}

const overlap = (a: Area, b: Area): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Every straight stretch of a line, as a thin area. */
function stretches({ parts }: DrawnLine): Area[] {
  return parts.flatMap((points) =>
    points.slice(1).map((end, i): Area => {
      const start = points[i] as Point;
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
      const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
      const [across, down] = top === bottom ? [-0.4, 0.4] : [0.4, -0.4];
      return { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
    }),
  );
}

/** What lies on what in a drawing, in words; nothing should. */
function collisions({ boxes, lines, width, height }: Picture): string[] {
  const things = [
    ...boxes.map((box) => ({ name: box.id, area: areaOf(box) })),
    ...lines.flatMap((line) => wordsArea(line).map((area) => ({ name: `words of ${line.id}`, area }))),
  ];
  const found: string[] = [];
  for (const [i, one] of things.entries()) {
    const { left, right, top, bottom } = one.area;
    if (left < 0 || top < 0 || right > width || bottom > height) found.push(`${one.name} sticks out`);
    for (const other of things.slice(i + 1)) if (overlap(one.area, other.area)) found.push(`${one.name} lies on ${other.name}`);
    for (const line of lines)
      if (stretches(line).some((stretch) => overlap(stretch, one.area))) found.push(`${line.id} runs through ${one.name}`);
  }
  return found;
}

const KINDS: readonly LineKind[] = ['share', 'certificate', 'priority', 'right', 'open'];

/** A tangle of holders without cycles, the same for the same seed. */
function tangle(seed: number): Content {
  let state = seed * 2654435761;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const count = 3 + next(10);
  const boxes = Array.from({ length: count }, (_, i) => ({
    id: `b${i}`,
    kind: i === 0 ? ('start' as const) : ('holder' as const),
    entity: `b${i}`,
    text: ['Anna', 'Stichting tot Steun aan de Krant', 'Uitgeverij Waterland B.V.', 'Arbeidersvereniging'][next(4)] ?? '',
    note: next(3) === 0 ? 'niemand is eigenaar' : null,
  }));
  const lines = new Map<string, Content['lines'][number]>();
  for (let to = 1; to < count; to++) {
    for (let n = 0; n <= next(3); n++) {
      const from = next(to);
      const kind = KINDS[next(KINDS.length)] ?? 'share';
      const id = `b${from} ${kind} b${to}`;
      const label =
        [['60%'], ['heeft de zeggenschap', '60% van de stemmen'], [], ['prioriteitsaandeel alleen voor deze titels']][next(4)] ?? [];
      lines.set(id, { id, from: `b${from}`, to: `b${to}`, kind, label, when: next(2) === 0 ? 'bron 2023' : null });
    }
  }
  return { start: 'b0', boxes, lines: [...lines.values()] };
}

/** Drawn once: sixty of them show every shape that the routing knows. */
const TANGLES: readonly Picture[] = Array.from({ length: 60 }, (_, seed) => drawn(tangle(seed)));

describe('the picture', () => {
  it('has one box for each entity and one line for each link', () => {
    const { boxes, lines } = picture(...wide);
    expect(boxes.map(({ id }) => id).sort()).toEqual(['anna', 'bram', 'de-krant', 'staat', 'uitgever']);
    expect(lines.map(({ id }) => id).sort()).toEqual([
      'de-krant share uitgever',
      'uitgever share anna',
      'uitgever share bram',
      'uitgever share staat',
    ]);
  });

  it('stands with holders above what they hold', () => {
    const { boxes } = picture(...wide);
    const at = (id: string): number => boxes.find((box) => box.id === id)?.y ?? Number.NaN;
    expect(at('de-krant')).toBeGreaterThan(at('uitgever'));
    expect(at('uitgever')).toBeGreaterThan(at('anna'));
    expect(at('anna')).toBe(at('bram'));
  });

  it('has nothing on top of anything else, however tangled the holdings are', () => {
    expect(TANGLES.map(collisions).filter((found) => found.length > 0)).toEqual([]);
  });

  it('never lets two lines look like one, unless they are of one kind and leave one box', () => {
    const found = TANGLES.map(({ lines }, seed) => {
      return lines.flatMap((a, i) =>
        lines.slice(i + 1).flatMap((b) => {
          if (a.from === b.from && a.kind === b.kind) return [];
          const shared = stretches(a).some((one) =>
            stretches(b).some((other) => {
              if (!overlap(one, other)) return false;
              const long = Math.min(one.right, other.right) - Math.max(one.left, other.left);
              const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
              return long > 2 || high > 2;
            }),
          );
          return shared ? [`${seed}: ${a.id} / ${b.id}`] : [];
        }),
      );
    });
    expect(found.flat()).toEqual([]);
  });

  it('reaches both boxes with every line', () => {
    for (const [seed, { lines, boxes }] of TANGLES.entries()) {
      for (const { id, parts, from, to } of lines) {
        const [first, last] = [parts[0]?.[0], parts.at(-1)?.at(-1)];
        const on = (name: string, point: Point | undefined): boolean => {
          const area = areaOf(boxes.find((box) => box.id === name) as Box);
          return point !== undefined && point.x > area.left && point.x < area.right && (point.y === area.top || point.y === area.bottom);
        };
        expect(on(from, first) && on(to, last), `${seed} ${id}`).toBe(true);
      }
    }
  });

  it('can be drawn of an outlet without owners', () => {
    expect(picture().boxes.map(({ kind }) => kind)).toEqual(['start', 'end']);
  });
});

describe('wrap', () => {
  it('breaks at spaces and loses nothing', () => {
    expect(wrap('Stichting tot Steun aan de Krant', 110, 14).join(' ')).toBe('Stichting tot Steun aan de Krant');
    expect(wrap('Stichting tot Steun aan de Krant', 110, 14).length).toBeGreaterThan(1);
    expect(wrap('Arbeidersvereniging', 5, 14)).toEqual(['Arbeidersvereniging']);
  });
});
