import type { Box, Picture } from './picture-layout';

const STEPS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'home', End: 'end' } as const;

/**
 * Where a key leads from a box: up to a holder, down to what is held, sideways to what stands beside it, Home to the entity the
 * drawing is about, End to the farthest holder.
 *
 * @param came the box before this one: up and down again leads back to it
 * @returns null for a key that does not walk; the box itself where there is nothing in that direction
 */
export function walk(picture: Picture, at: string, key: string, came: string | null): string | null {
  const step = (STEPS as Partial<Record<string, (typeof STEPS)[keyof typeof STEPS]>>)[key];
  const here = picture.boxes.find(({ id }) => id === at);
  if (step === undefined || here === undefined) return null;
  if (step === 'home') return picture.start;
  if (step === 'end') return farthest(picture.boxes)?.id ?? at;
  if (step === 'up' || step === 'down') {
    const ids = picture.lines.flatMap(({ from, to }) => (step === 'up' ? (from === at ? [to] : []) : to === at ? [from] : []));
    if (came !== null && ids.includes(came)) return came;
    return (
      nearest(
        picture.boxes.filter(({ id }) => ids.includes(id)),
        here,
      )?.id ?? at
    );
  }
  const beside = picture.boxes.filter(({ rank, x }) => rank === here.rank && (step === 'left' ? x < here.x : x > here.x));
  return nearest(beside, here)?.id ?? at;
}

function nearest(boxes: readonly Box[], here: Box): Box | undefined {
  const middle = ({ x, width }: Box): number => x + width / 2;
  return [...boxes].sort((a, b) => Math.abs(middle(a) - middle(here)) - Math.abs(middle(b) - middle(here)))[0];
}

function farthest(boxes: readonly Box[]): Box | undefined {
  return [...boxes].sort((a, b) => b.rank - a.rank || b.x - a.x)[0];
}
