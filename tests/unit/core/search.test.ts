import { describe, expect, it } from 'vitest';
import type { Claim, Entity, HostRule, OutletForm } from '../../../lib/core/register';
import { addressIn, type Group, search, searchIndex } from '../../../lib/core/search';
import { claim, entity } from '../support/register';

const rule = (host: string, id: string, pathPrefix?: string): HostRule => ({
  host,
  match: 'subtree',
  target: { entity: id },
  sources: ['x'],
  ...(pathPrefix === undefined ? {} : { pathPrefix }),
});
const omrop = entity('outlet', 'Omrop Fryslân');
const krant: Entity = {
  ...entity('outlet', 'De Krant'),
  names: [{ name: 'De Krant' }, { name: 'Krantje' }, { name: 'Het Oude Blad', valid: { to: '2010' } }],
  ids: { kvk: '34364783' },
};
const people = [entity('organisation', 'Krantengroep'), krant, omrop, entity('outlet', 'De Krant Buitenland')];
const form = (subject: string, name: OutletForm, details: Partial<Claim> = {}): Claim =>
  claim(subject, 'has-form', { form: name }, details);
const index = searchIndex(people, [form('De Krant', 'national-newspaper'), form('De Krant', 'website', { status: 'superseded' })], {
  'dekrant.example': [rule('dekrant.example', 'de-krant'), rule('dekrant.example', 'de-krant-buitenland', '/buitenland')],
  'omrop.example': [rule('omrop.example', omrop.id)],
  'overal.example': [{ host: 'overal.example', match: 'subtree', target: 'platform', sources: [] }],
});
const found = (query: string, group: Group | null = null): string[] => search(index, query, group).map(({ entity: { id } }) => id);
const why = (query: string): string[] =>
  search(index, query).flatMap(({ matches }) => matches.map((match) => `${match.why}: ${match.text}`));

describe('search', () => {
  it('finds every word, whatever accents and capitals', () => {
    expect(found('FRYSLAN omrop')).toEqual([omrop.id]);
  });

  it('finds former names, hosts and numbers, and says that it found them there', () => {
    expect(found('oude blad')).toEqual(['de-krant']);
    expect(why('oude blad')).toEqual(['former-name: Het Oude Blad']);
    expect(why('krantje')).toEqual(['other-name: Krantje']);
    expect(why('omrop.example')).toEqual(['host: omrop.example']);
    expect(why('34364783')).toEqual(['number: 34364783']);
  });

  it('says nothing beside a name that holds what was asked', () => {
    expect(why('omrop')).toEqual([]);
  });

  it('puts a name that begins with the query first, and a whole word before a part of one', () => {
    expect(found('krant')).toEqual(['krantengroep', 'de-krant', 'de-krant-buitenland']);
    expect(found('de krant')[0]).toBe('de-krant');
  });

  it('makes no guess at a name that looks alike', () => {
    expect(found('de krand')).toEqual([]);
  });

  it('shows a group by name when nothing is asked, and searches inside it', () => {
    expect(found('', 'other-outlets')).toEqual(['de-krant-buitenland', omrop.id]);
    expect(found('krant', 'newspapers')).toEqual(['de-krant']);
  });

  it('counts the ways in, by what outlets are today, and leaves out the empty ones', () => {
    expect(index.groups).toEqual([
      { group: 'newspapers', count: 1 },
      { group: 'other-outlets', count: 2 },
      { group: 'organisations', count: 1 },
    ]);
  });
});

describe('an address', () => {
  const owner = (query: string) => addressIn(index, query)?.owner?.entity.id;

  it('is looked up as the address of a page is, with or without a scheme', () => {
    expect(owner('https://www.dekrant.example/nieuws/1?van=mij')).toBe('de-krant');
    expect(owner('dekrant.example/nieuws')).toBe('de-krant');
    expect(owner(' dekrant.example/buitenland/peru ')).toBe('de-krant-buitenland');
  });

  it('says which address of the list it went by', () => {
    expect(addressIn(index, 'dekrant.example/buitenland/peru')?.owner?.matches).toEqual([
      { why: 'address', text: 'dekrant.example/buitenland' },
    ]);
  });

  it('can be nobody in the list, or a place where anybody publishes', () => {
    expect(addressIn(index, 'https://elders.nl/')).toMatchObject({ owner: null, answer: { kind: 'unlisted' } });
    expect(addressIn(index, 'overal.example/jan')).toMatchObject({ owner: null, answer: { kind: 'platform' } });
  });

  it('is not made of ordinary words', () => {
    for (const words of ['de krant', 'krant', 'krant.', 'St. Jan']) expect(addressIn(index, words), words).toBeNull();
  });
});
