import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../lib/core/card';
import { holdingsOf } from '../../../lib/core/holdings';
import { around, claimIndex } from '../../../lib/core/neighbours';
import { claim, entity, slice, TODAY } from '../support/register';

const people = ['Krant', 'Blad', 'Uitgever', 'Groep', 'Anna', 'Bond', 'Elders', 'Baas'].map((name) =>
  entity(name === 'Krant' || name === 'Blad' ? 'outlet' : name === 'Anna' || name === 'Baas' ? 'person' : 'organisation', name),
);
const whole = slice(people, [
  claim('Krant', 'published-by', 'Uitgever'),
  claim('Krant', 'has-form', { form: 'website' }),
  claim('Krant', 'member-of', 'Bond'),
  claim('Uitgever', 'owned-by', 'Groep'),
  claim('Uitgever', 'owned-by', 'Elders', { status: 'superseded' }),
  claim('Blad', 'owned-by', 'Uitgever'),
  claim('Blad', 'owned-by', 'Elders', { status: 'superseded' }),
  claim('Groep', 'owned-by', 'Anna'),
  claim('Groep', 'owned-by', 'Uitgever'),
  claim('Elders', 'owned-by', 'Baas'),
]);
const index = claimIndex(whole);

describe('around', () => {
  it('leaves chain, facts and holdings of everybody as the whole register has them', () => {
    for (const { id } of people) {
      const near = around(index, id);
      expect(profileOf(near, id, TODAY), id).toEqual(profileOf(whole, id, TODAY));
      expect(holdingsOf(near, id, TODAY), id).toEqual(holdingsOf(whole, id, TODAY));
    }
  });

  it('leaves out what has nothing to do with it', () => {
    expect(around(index, 'bond').claims).toEqual([]);
    expect(around(index, 'baas').claims.map(({ subject }) => subject)).not.toContain('bond');
  });

  it('is empty for somebody who is not in the register', () => {
    expect(around(index, 'niemand').claims).toEqual([]);
  });
});
