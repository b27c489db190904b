// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { HoldingsTree } from '../../../components/explorer/HoldingsTree';
import { holdingsOf } from '../../../lib/core/holdings';
import type { Claim } from '../../../lib/core/register';
import { wordsIn } from '../../../lib/words/words';
import { draw, texts } from '../support/draw';
import { claim, entity, slice, TODAY } from '../support/register';

const people = [entity('outlet', 'De Krant'), entity('person', 'Anna'), entity('person', 'Bram')];

function notes(...claims: Claim[]): string[] {
  const holdings = holdingsOf(slice(people, claims), 'anna', TODAY);
  return texts(draw(<HoldingsTree holdings={holdings} words={wordsIn('nl')} linkTo={(id) => `#${id}`} />).at, '.note');
}

const jointly = (...ids: string[]) => ({ interests: [{ instrument: 'unspecified' as const, scope: 'group' as const, jointly: ids }] });

it('says with whom something is held', () => {
  expect(notes(claim('De Krant', 'owned-by', 'Anna', jointly('bram')))).toEqual(['· eigendom, samen met Bram, bron 2025']);
});

it('says that there are others of whom our list has no name', () => {
  expect(notes(claim('De Krant', 'owned-by', 'Anna', jointly('weg')))[0]).toContain('samen met anderen');
});

it('says that it is disputed', () => {
  expect(notes(claim('De Krant', 'owned-by', 'Anna', { status: 'disputed', valid: { from: '2019' } }))[0]).toContain(
    'wordt betwist, sinds 2019',
  );
});
