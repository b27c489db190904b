import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importAdsTxt } from '../../../../../tools/register/import/ads-txt';
import { knownFrom } from '../../../../../tools/register/import/known';
import { smallRegistry } from '../folder';
import { listFolder, notes, ownFile, proposed } from './list';

const known = () => listFolder().known();

describe('import ads-txt', () => {
  it('proposes as owner the organisation whose domain the site names first', () => {
    const run = importAdsTxt([ownFile('polderpost.example', 'OWNERDOMAIN=noordzee.example\nownerdomain=persbond.example\n')], known());
    expect(proposed(run)).toEqual(['polderpost owned-by noordzee']);
    expect(run.found.get('polderpost')?.proposals[0]).toMatchObject({
      says: 'Volgens ads.txt van polderpost.example: Noordzee Kranten is eigenaar van De Polderpost.',
      notes: [
        'In ads.txt gaat dit over de site en de reclame erop. Over aandelen zegt het niets.',
        'Onze lijst komt langs waterland al bij noordzee uit.',
      ],
    });
    expect(run.leftOut.get('a second OWNERDOMAIN; only the first counts')).toBe(1);
  });

  it('never makes a claim of who sells the advertising', () => {
    const run = importAdsTxt([ownFile('polderpost.example', 'MANAGERDOMAIN=noordzee.example, be')], known());
    expect(proposed(run)).toEqual([]);
    expect(notes(run)).toContain('wordt verkocht door noordzee.example (voor BE)');
  });

  it('asks who a domain is that our list does not know, and guesses nothing', () => {
    const run = importAdsTxt([ownFile('polderpost.example', 'OWNERDOMAIN=moeder.example')], known());
    expect(proposed(run)).toEqual(['polderpost owned-by moeder-example']);
    const found = run.found.get('polderpost');
    expect(found?.proposals[0]).toMatchObject({
      says: 'Volgens ads.txt van polderpost.example: moeder.example is eigenaar van De Polderpost.',
      'same-as': null,
    });
    expect(found?.proposals[0]?.notes?.[1]).toMatch(/^Wie is moeder\.example\? .* Vul achter same-as het id uit onze lijst in, of new\./);
    expect(found?.entities).toEqual([
      {
        id: 'moeder-example',
        kind: 'organisation',
        names: ['moeder.example'],
        checked: '2026-11-20',
        hosts: [{ host: 'moeder.example', sources: ['ads-txt-polderpost-example-2026-11-20'] }],
      },
    ]);
  });

  it('gives nobody the site of a platform, where others publish too', () => {
    const platforms = 'checked: 2026-11-23\nhosts:\n  - host: substack.com\n    target: platform\n';
    const core = knownFrom(smallRegistry({ 'carriers/platforms.yaml': platforms }));
    const run = importAdsTxt([ownFile('krant.nl', 'OWNERDOMAIN=schrijver.substack.com')], core);
    expect(proposed(run)).toEqual(['krant owned-by schrijver-substack-com']);
    expect(run.found.get('krant')?.entities[0]).not.toHaveProperty('hosts');
  });

  it('notes a domain of a title, and passes over its own', () => {
    const of = (domain: string): string => notes(importAdsTxt([ownFile('polderpost.example', `OWNERDOMAIN=${domain}`)], known()));
    expect(of('duinbode.example')).toContain('de titel Duinbode, geen organisatie');
    expect(of('javascript:alert(1)')).toContain('saved.txt:1: bij OWNERDOMAIN staat geen domein.');
    expect(of('www.polderpost.example')).toBe('');
  });

  it('reads the fixture, counts the sellers and keeps no contact', () => {
    const run = importAdsTxt([ownFile('polderpost.example', readFileSync('tests/fixtures/imports/ads.txt', 'utf8'))], known());
    expect(run.leftOut.get('a line about who may sell advertising')).toBe(2);
    expect(run.leftOut.get('a contact, which is never kept')).toBe(1);
    expect(notes(run)).not.toContain('verkoop@');
  });
});
