import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importTrustTxt } from '../../../../../tools/register/import/trust-txt';
import { listFolder, notes, ownFile, proposed } from './list';

const known = () => listFolder().known();

describe('import trust-txt', () => {
  it('proposes membership and control of organisations that our list knows by their site', () => {
    const run = importTrustTxt(
      [ownFile('polderpost.example', 'belongto=https://www.persbond.example/\ncontrolledby=noordzee.example\n')],
      known(),
    );
    expect(proposed(run)).toEqual(['polderpost member-of persbond', 'polderpost controlled-by noordzee']);
    const [first] = run.found.get('polderpost')?.proposals ?? [];
    expect(first).toMatchObject({
      says: 'Volgens trust.txt van polderpost.example: De Polderpost is lid van Persbond.',
      'look-at': ['https://polderpost.example/saved.txt'],
      notes: ['Alleen deze kant zegt dit; het bestand van de ander is niet gelezen of zegt het niet.'],
    });
    expect(run.found.get('polderpost')?.sources[0]).toMatchObject({ kind: 'self', undated: true, retrieved: '2026-11-20' });
  });

  it('makes one proposal with two sources when both sides say it', () => {
    const run = importTrustTxt(
      [ownFile('polderpost.example', 'belongto=persbond.example'), ownFile('persbond.example', 'member=polderpost.example')],
      known(),
    );
    expect(proposed(run)).toEqual(['polderpost member-of persbond']);
    const [only] = run.found.get('polderpost')?.proposals ?? [];
    expect(only?.claim?.sources).toEqual(['trust-txt-polderpost-example-2026-11-20', 'trust-txt-persbond-example-2026-11-20']);
    expect(only?.notes).toEqual(['Beide kanten zeggen dit.']);
  });

  it('counts what our list has, and proposes it not again', () => {
    const run = importTrustTxt([ownFile('noordzee.example', 'belongto=persbond.example')], known());
    expect(proposed(run)).toEqual([]);
    expect(run.there).toBe(1);
  });

  it('proposes from the file of an organisation what it says of others', () => {
    const run = importTrustTxt([ownFile('noordzee.example', 'control=polderpost.example\nmember=duinbode.example')], known());
    expect(proposed(run)).toEqual(['polderpost controlled-by noordzee', 'duinbode member-of noordzee']);
  });

  it('asks about a domain of nobody, notes one of a title and proposes nothing of that', () => {
    const run = importTrustTxt(
      [
        ownFile(
          'polderpost.example',
          'controlledby=onbekend.example\nbelongto=duinbode.example\ncontrol=duinbode.example\ncontrol=polderpost.example',
        ),
      ],
      known(),
    );
    expect(proposed(run)).toEqual(['polderpost controlled-by onbekend-example']);
    expect(run.found.get('polderpost')?.proposals[0]).toMatchObject({ 'same-as': null });
    expect(run.found.get('polderpost')?.proposals[0]?.notes?.join(' ')).toContain('Wie is onbekend.example?');
    expect(notes(run)).toContain('Dat is de site van de titel Duinbode, geen organisatie.');
    expect(notes(run)).toContain('De Polderpost is een titel, geen organisatie.');
    expect(run.leftOut.get('a site that names itself')).toBe(1);
  });

  it('reads the fixture: keeps no contact, and names each line that is none of trust.txt', () => {
    const run = importTrustTxt(
      [ownFile('polderpost.example', readFileSync('tests/fixtures/imports/trust.txt', 'utf8'), 'trust.txt')],
      known(),
    );
    expect(proposed(run)).toEqual([
      'polderpost member-of persbond',
      'polderpost member-of nieuwskring-example',
      'polderpost controlled-by waterland-example',
    ]);
    expect(JSON.stringify([...run.found.values(), run.notes])).not.toContain('redactie@');
    expect(run.leftOut.get('a contact, which is never kept')).toBe(1);
    expect(notes(run)).toContain('trust.txt:2: bij member staat geen domein.');
    expect(notes(run)).toContain('trust.txt:11: geen regel van trust.txt.');
    expect(notes(run)).not.toContain('<b>');
  });

  it('reads files with a byte order mark, Windows line ends, spaces, capitals and comments', () => {
    const text = '\ufeff# wij\r\n BelongTo = persbond.example # sinds kort\r\n\r\n#member=duinbode.example\r\n';
    const run = importTrustTxt([ownFile('polderpost.example', text)], known());
    expect(proposed(run)).toEqual(['polderpost member-of persbond']);
    expect(run.leftOut.size).toBe(0);
  });

  it('leaves out a file of a site that our list does not know', () => {
    const run = importTrustTxt([ownFile('onbekend.example', 'belongto=persbond.example')], known());
    expect(proposed(run)).toEqual([]);
    expect(notes(run)).toContain('onbekend.example staat niet in onze lijst.');
  });

  it('asks who a site is that our list does not know, when it says something about one that we do know', () => {
    const run = importTrustTxt([ownFile('groep.example', 'control=polderpost.example\nmember=nergens.example')], known());
    expect(proposed(run)).toEqual(['polderpost controlled-by groep-example']);
    expect(run.found.get('polderpost')?.entities[0]?.hosts).toEqual([
      { host: 'groep.example', sources: ['trust-txt-groep-example-2026-11-20'] },
    ]);
  });

  it('passes on where the site tells about itself, and nothing that is no web address', () => {
    const run = importTrustTxt(
      [ownFile('polderpost.example', 'disclosure=https://polderpost.example/over\ndisclosure=javascript:alert(1)')],
      known(),
    );
    expect(run.notes.map(({ text }) => text)).toEqual(['polderpost.example vertelt over zichzelf op: https://polderpost.example/over']);
  });

  it('is no trap for names that objects have of themselves', () => {
    const run = importTrustTxt([ownFile('polderpost.example', 'constructor=x\n__proto__=y\ntoString=z')], known());
    expect(run.leftOut.get('a line that is no trust.txt')).toBe(3);
  });

  it('counts a hundred thousand lines, and keeps a note of two hundred', () => {
    const began = performance.now();
    const run = importTrustTxt([ownFile('polderpost.example', 'rommel\n'.repeat(100_000))], known());
    expect(run.leftOut.get('a line that is no trust.txt')).toBe(100_000);
    expect(run.notes).toHaveLength(200);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
