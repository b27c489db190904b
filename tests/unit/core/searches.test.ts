import { describe, expect, it } from 'vitest';
import { type Lookup, makeCard } from '../../../lib/core/card';
import type { Claim } from '../../../lib/core/register';
import { searchesFor } from '../../../lib/core/searches';
import { found, observation } from '../support/observation';
import { claim, entity, NOW, slice } from '../support/register';

function searches(lookup: Lookup) {
  const page = observation({ headline: found('Een Geheime Kop'), address: { origin: 'https://www.krant.nl', path: '/geheim/pad' } });
  return searchesFor(makeCard({ state: 'read', observation: page }, lookup, NOW));
}

function listed(...claims: Claim[]): Lookup {
  const entities = [
    entity('outlet', 'De Krant'),
    entity('organisation', 'Uit & Geverij'),
    entity('family', 'Familie Top'),
    entity('person', 'Bram'),
  ];
  return { state: 'listed', entity: 'de-krant', slice: slice(entities, claims) };
}

const query = (href = ''): string | null => new URL(href).searchParams.get('q');

describe('searchesFor', () => {
  it('searches for the outlet, without its own site', () => {
    const { outlet } = searches(listed()) ?? {};
    expect(outlet?.name).toBe('De Krant');
    expect(query(outlet?.href)).toBe('"De Krant" -site:krant.nl');
  });

  it('searches for the owner at the end of the chain', () => {
    const { owner } =
      searches(listed(claim('De Krant', 'published-by', 'Uit & Geverij'), claim('Uit & Geverij', 'owned-by', 'Familie Top'))) ?? {};
    expect(owner?.name).toBe('Familie Top');
    expect(query(owner?.href)).toBe('"Familie Top"');
  });

  it('keeps a name with a sign in it whole', () => {
    expect(query(searches(listed(claim('De Krant', 'published-by', 'Uit & Geverij')))?.owner?.href)).toBe('"Uit & Geverij"');
  });

  it('has no owner to search for where none is known', () => {
    expect(searches(listed())?.owner).toBeNull();
  });

  it('never searches for the story', () => {
    expect(decodeURIComponent(JSON.stringify(searches(listed(claim('De Krant', 'owned-by', 'Bram')))))).not.toMatch(/Geheime|geheim|pad/);
  });

  it('offers nothing about an outlet that is not in the list or could not be looked up', () => {
    expect(searches({ state: 'unlisted', why: 'no-rule', slice: null })).toBeNull();
    expect(searches({ state: 'damaged' })).toBeNull();
  });
});
