import { describe, expect, it } from 'vitest';
import type { Interest, RegisterPart } from '../../../../lib/core/register';
import { withoutClaims } from '../../../../lib/core/update/withdraw';
import { claim, entity, slice } from '../../support/register';

const together = (...jointly: string[]): { interests: Interest[] } => ({
  interests: [{ instrument: 'unspecified', scope: 'group', jointly }],
});
const anna = claim('De Krant', 'owned-by', 'Anna', together('bram'));
const bram = claim('De Krant', 'owned-by', 'Bram', together('anna'));
const people = [entity('outlet', 'De Krant'), entity('person', 'Anna'), entity('person', 'Bram'), entity('organisation', 'Uitgever')];
const part: RegisterPart = { ...slice(people, [anna, bram]), format: 1, hosts: {} };

describe('a claim that was withdrawn', () => {
  it('takes along the person of whom nothing else is said, also as a partner of somebody else', () => {
    const left = withoutClaims(part, [anna.id]);
    expect(left.claims.map(({ id }) => id)).toEqual([bram.id]);
    expect(JSON.stringify(left)).not.toMatch(/anna/i);
    expect(Object.keys(left.entities)).toEqual(['de-krant', 'bram', 'uitgever']);
  });

  it('leaves a person who is still named elsewhere', () => {
    const other = claim('Uitgever', 'owned-by', 'Anna');
    const left = withoutClaims({ ...part, claims: [anna, bram, other] }, [anna.id]);
    expect(Object.keys(left.entities)).toContain('anna');
  });

  it('changes nothing when it is not in this part', () => {
    expect(withoutClaims(part, ['iets/owned-by/anders'])).toBe(part);
  });
});
