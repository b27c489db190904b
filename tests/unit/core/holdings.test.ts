import { describe, expect, it } from 'vitest';
import { type Holding, holdingsOf } from '../../../lib/core/holdings';
import type { Claim } from '../../../lib/core/register';
import { claim, entity, shares, slice, TODAY } from '../support/register';

const people = ['Groep', 'Uitgever', 'Krant', 'Blad'].map((name) =>
  entity(name === 'Krant' || name === 'Blad' ? 'outlet' : 'organisation', name),
);

function tree(...claims: Claim[]): string[] {
  const lines = (holdings: readonly Holding[], depth: number): string[] =>
    holdings.flatMap(({ entity: { id }, below }) => [`${'  '.repeat(depth)}${id}`, ...lines(below, depth + 1)]);
  return lines(holdingsOf(slice(people, claims), 'groep', TODAY), 0);
}

describe('holdingsOf', () => {
  it('nests what an owner owns, and what that publishes', () => {
    expect(
      tree(claim('Uitgever', 'owned-by', 'Groep'), claim('Krant', 'published-by', 'Uitgever'), claim('Blad', 'owned-by', 'Groep')),
    ).toEqual(['uitgever', '  krant', 'blad']);
  });

  it('puts a title below its publisher only, though a source names the group', () => {
    expect(
      tree(claim('Uitgever', 'owned-by', 'Groep'), claim('Krant', 'published-by', 'Uitgever'), claim('Krant', 'owned-by', 'Groep')),
    ).toEqual(['uitgever', '  krant']);
  });

  it('names who holds it together with the owner', () => {
    const jointly = { interests: [{ instrument: 'unspecified' as const, scope: 'group' as const, jointly: ['uitgever', 'weg'] }] };
    const [krant] = holdingsOf(slice(people, [claim('Krant', 'owned-by', 'Groep', jointly)]), 'groep', TODAY);
    expect(krant?.together.map(({ id }) => id)).toEqual(['uitgever']);
  });

  it('leaves out what a source took back', () => {
    expect(tree(claim('Krant', 'owned-by', 'Groep', { status: 'withdrawn' }), claim('Blad', 'owned-by', 'Groep'))).toEqual(['blad']);
  });

  it('keeps a part of its own in sight, also of what is held through somebody else', () => {
    expect(
      tree(claim('Uitgever', 'owned-by', 'Groep'), claim('Krant', 'owned-by', 'Uitgever'), claim('Krant', 'owned-by', 'Groep', shares(20))),
    ).toEqual(['uitgever', '  krant', 'krant']);
  });

  it('leaves out what was sold', () => {
    expect(
      tree(claim('Krant', 'owned-by', 'Groep', { status: 'superseded' }), claim('Blad', 'owned-by', 'Groep', { valid: { to: '2020' } })),
    ).toEqual([]);
  });

  it('ends where owners own each other', () => {
    expect(tree(claim('Uitgever', 'owned-by', 'Groep'), claim('Groep', 'owned-by', 'Uitgever'))).toEqual(['uitgever']);
  });

  it('counts no member and no grant as property', () => {
    expect(tree(claim('Krant', 'member-of', 'Groep'), claim('Blad', 'funded-by', 'Groep'))).toEqual([]);
  });
});
