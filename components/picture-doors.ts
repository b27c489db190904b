import type { ContentLine } from './picture-content';

/** A line's way, before it is drawn. */
export interface Path {
  line: ContentLine;
  /** By rank, from the held to the holder; the ends are places on their boxes. */
  stops: { x: number; rank: number }[];
}

/** Places where lines leave and reach their boxes: straight on where they can, and lines of another kind never at one place. */
export function attach(ways: readonly Path[], boxOf: (id: string) => { middle: number; half: number }): void {
  const doors = new Map<string, { want: number[]; set: ((x: number) => void)[]; box: string }>();
  const knock = (box: string, name: string, want: number, set: (x: number) => void): void => {
    const door = doors.get(`${box} ${name}`) ?? { want: [], set: [], box };
    door.want.push(want);
    door.set.push(set);
    doors.set(`${box} ${name}`, door);
  };
  for (const { line, stops } of ways) {
    const [first, second] = stops;
    const [last, beforeLast] = [stops.at(-1), stops.at(-2)];
    if (first === undefined || second === undefined || last === undefined || beforeLast === undefined) continue;
    knock(line.from, `up ${line.kind}`, second.x, (x) => {
      first.x = x;
    });
    knock(line.to, `down ${line.id}`, beforeLast.x, (x) => {
      last.x = x;
    });
  }
  const sides = new Map<string, { want: number; set: (x: number) => void }[]>();
  for (const [name, { want, set, box }] of doors) {
    const side = `${name.startsWith(`${box} up`) ? 'up' : 'down'} ${box}`;
    // A bundle of several lines leaves from the middle.
    const mean = want.length === 1 ? (want[0] ?? 0) : boxOf(box).middle;
    const all = (x: number): void => {
      for (const each of set) each(x);
    };
    sides.set(side, [...(sides.get(side) ?? []), { want: mean, set: all }]);
  }
  for (const [side, wishes] of sides) {
    const { middle, half } = boxOf(side.slice(side.indexOf(' ') + 1));
    const room = Math.max(0, half - 12);
    const gap = wishes.length > 1 ? Math.min(18, (room * 2) / (wishes.length - 1)) : 0;
    wishes.sort((a, b) => a.want - b.want);
    let left = middle - room;
    for (const [at, { want, set }] of wishes.entries()) {
      const most = middle + room - gap * (wishes.length - 1 - at);
      const x = Math.min(Math.max(want, left), most);
      set(x);
      left = x + gap;
    }
  }
}
