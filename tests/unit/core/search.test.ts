import { describe, expect, it } from 'vitest';
import type { HostRule } from '../../../lib/core/register';
import { searchRegister } from '../../../lib/core/search';
import { entity } from '../support/register';

const rule = (host: string, id: string): HostRule => ({ host, match: 'subtree', target: { entity: id }, sources: ['x'] });
const omrop = entity('outlet', 'Omrop Fryslân');
const krant = { ...entity('outlet', 'De Krant'), names: [{ name: 'De Krant' }, { name: 'Het Oude Blad' }] };
const all = [entity('organisation', 'Krantengroep'), krant, omrop];
const found = (query: string): string[] =>
  searchRegister(all, [rule('omropfryslan.nl', 'omrop-frysl-n'), rule('dekrant.nl', 'de-krant')], query).map(({ entity: { id } }) => id);

describe('searchRegister', () => {
  it('finds every word, whatever accents and capitals', () => {
    expect(found('FRYSLAN omrop')).toEqual([omrop.id]);
  });

  it('finds a former name and a host', () => {
    expect(found('oude blad')).toEqual(['de-krant']);
    expect(found('dekrant.nl')).toEqual(['de-krant']);
  });

  it('puts a name that begins with the query first', () => {
    expect(found('krant')).toEqual(['krantengroep', 'de-krant']);
  });

  it('makes no guess at a name that looks alike', () => {
    expect(found('de krand')).toEqual([]);
  });

  it('shows everything by name when nothing is asked', () => {
    expect(found('')).toEqual(['de-krant', 'krantengroep', omrop.id]);
  });
});
