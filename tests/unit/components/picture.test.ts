import { describe, expect, it } from 'vitest';
import { pictureOf, wrap } from '../../../components/picture-layout';
import { type Chain, chainOf } from '../../../lib/core/chain';
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
const chain = (...claims: Claim[]): Chain => chainOf(slice(people, claims), 'de-krant', TODAY);
const picture = (...claims: Claim[]) => pictureOf(chain(...claims), wordsIn('nl'));

const wide = [
  claim('De Krant', 'published-by', 'Uitgever'),
  claim('Uitgever', 'owned-by', 'Anna', shares(60)),
  claim('Uitgever', 'owned-by', 'Bram', shares(20)),
  claim('Uitgever', 'owned-by', 'Staat', shares(20)),
];

describe('the picture', () => {
  it('has one box for each entity and one line for each link', () => {
    const { boxes, lines } = picture(...wide);
    expect(boxes.map(({ id }) => id).sort()).toEqual(['anna', 'bram', 'de-krant', 'staat', 'uitgever']);
    expect(lines.map(({ id }) => id).sort()).toEqual([
      'de-krant published-by uitgever',
      'uitgever owned-by anna',
      'uitgever owned-by bram',
      'uitgever owned-by staat',
    ]);
  });

  it('stands with the outlet above its owners, and no box over another or outside the drawing', () => {
    const { boxes, width, height } = picture(...wide);
    const at = (id: string) => boxes.find((box) => box.id === id);
    expect(at('de-krant')?.y).toBeLessThan(at('uitgever')?.y ?? 0);
    expect(at('uitgever')?.y).toBeLessThan(at('anna')?.y ?? 0);
    for (const box of boxes) {
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, box.id).toBe(true);
      for (const other of boxes) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        expect(apart || box === other, `${box.id} ${other.id}`).toBe(true);
      }
    }
  });

  it('says on a line what is held, or else in what way', () => {
    const labels = Object.fromEntries(picture(...wide).lines.map(({ id, label }) => [id, label.join(' ')]));
    expect(labels['de-krant published-by uitgever']).toBe('uitgever');
    expect(labels['uitgever owned-by anna']).toBe('60%');
  });

  it('keeps two relations between one pair apart', () => {
    expect(picture(claim('De Krant', 'published-by', 'Uitgever'), claim('De Krant', 'owned-by', 'Uitgever')).lines).toHaveLength(2);
  });

  it('says where a branch ends, in one form for whoever stands there', () => {
    const { boxes } = picture(...wide);
    const kinds = Object.fromEntries(boxes.map(({ id, kind, note }) => [id, `${kind} ${note.join(' ')}`.trim()]));
    expect(kinds).toEqual({ 'de-krant': 'outlet', uitgever: 'organisation', anna: 'end', bram: 'end', staat: 'end de overheid' });
  });

  it('can be drawn of an outlet without owners', () => {
    expect(picture().boxes).toHaveLength(1);
  });
});

describe('wrap', () => {
  it('breaks at spaces and loses nothing', () => {
    expect(wrap('Stichting tot Steun aan de Krant', 15)).toEqual(['Stichting tot', 'Steun aan de', 'Krant']);
    expect(wrap('Arbeidersvereniging', 5)).toEqual(['Arbeidersvereniging']);
  });
});
