import { describe, expect, it } from 'vitest';
import {
  kvkNumber,
  organisationName,
  plainAddress,
  plainLine,
  reaches,
  shortWords,
  statedNumber,
  writtenAsPerson,
} from '../../../lib/core/notice-words';

describe('organisationName', () => {
  it.each(['Stichting Het Duin', 'Van Dam & Verkade B.V.', 'CDA Zeeland', 'GroenLinks/PvdA Zeeland', 'Gemeente Waterdam', 'Lijst Dijk'])(
    'keeps %s, which says itself that it is an organisation',
    (name) => expect(organisationName(name, { registered: false })).toBe(name),
  );

  it('keeps any other name only with a number in a register of organisations', () => {
    expect(organisationName('Hart voor Waterdam', { registered: true })).toBe('Hart voor Waterdam');
    expect(organisationName('Hart voor Waterdam', { registered: false })).toBeNull();
  });

  it.each([
    'J. de Vries',
    'J.P. van den Berg',
    'Vries, J.',
    'dhr. Jan de Vries',
    'Mevrouw Jansen',
    'dr. Bakker',
    'Herr Müller',
    'M. Dupont',
  ])('never keeps %s, with or without a number', (name) => {
    expect(organisationName(name, { registered: true })).toBeNull();
    expect(organisationName(name, { registered: false })).toBeNull();
  });

  it.each(['Anna de Vries', 'Jan van den Berg', "Piet van 't Hof"])('does not keep %s, who may trade under that name', (name) => {
    expect(organisationName(name, { registered: true })).toBeNull();
    expect(writtenAsPerson(name)).toBe(false);
  });

  it('leaves out for whose attention it is', () => {
    expect(organisationName('Partij voor de Duinen t.a.v. Anna de Vries', { registered: true })).toBe('Partij voor de Duinen');
    expect(organisationName('Stichting Duin, c/o Anna de Vries', { registered: false })).toBe('Stichting Duin');
  });

  it.each([
    'Stichting Duin anna@duin.example',
    'Stichting Duin 06-12345678',
    'Stichting Duin, Dorpsstraat 12, 1234 AB Duin',
    '<b>Stichting</b>',
    'x'.repeat(300),
    '',
    null,
    7,
  ])('does not keep %s', (value) => {
    expect(organisationName(value, { registered: true })).toBeNull();
  });
});

describe('reaches', () => {
  it.each([
    'info@duin.example',
    'info(at)duin.example',
    '06 1234 5678',
    '+31 6 12345678',
    'www.duin.example',
    'https://duin.example',
    '1234 AB',
    'Dorpsstraat 12',
    'Postbus 9',
  ])('finds a way to reach somebody in %s', (line) => expect(reaches(line)).toBe(true));

  it.each(['Provinciale Statenverkiezingen 2027', 'Huis-aan-huis-bladen', 'huiseigenaren van 35 tot 65', 'Partij 50PLUS'])(
    'finds none in %s',
    (line) => expect(reaches(line)).toBe(false),
  );
});

describe('short texts', () => {
  it('are one line without invisible signs', () => {
    expect(plainLine(' a\u202e\tb\nc ')).toBe('a b c');
    expect(plainLine('<script>')).toBeNull();
    expect(shortWords('bel mw. Jansen')).toBeNull();
    expect(shortWords('woningbezitters')).toBe('woningbezitters');
  });
});

describe('kvkNumber', () => {
  it('reads eight figures, also in a text', () => {
    expect(['12345678', ' 12345678', 'KvK-nummer: 12345678', '12345678.', '12 34 56 78', 12345678].map(kvkNumber)).toEqual(
      Array(6).fill('12345678'),
    );
  });

  it('has nothing where there are no figures, and says so where they are no such number', () => {
    expect(['n.v.t.', 'geen', '', null].map(kvkNumber)).toEqual([null, null, null, null]);
    expect(['1234567', '123456789', '12345678 of 87654321'].map(kvkNumber)).toEqual(Array(3).fill('unreadable'));
  });
});

describe('statedNumber', () => {
  it('reads what can be read in one way only', () => {
    expect(['1250', '1250.5', '1250,50', '1.250,50', '1,250.50', 12].map(statedNumber)).toEqual([1250, 1250.5, 1250.5, 1250.5, 1250.5, 12]);
  });

  it.each(['1.250', '1,250', 'ca. 1250', '-5', '1e6', '', -1, Number.NaN, Number.POSITIVE_INFINITY, 1e13])(
    'does not guess at %s',
    (value) => {
      expect(statedNumber(value)).toBeNull();
    },
  );
});

describe('plainAddress', () => {
  it('drops what may be about a person', () => {
    expect(plainAddress('https://duin.example/meld?wie=anna#x')).toBe('https://duin.example/meld');
  });

  it.each(['mailto:a@duin.example', 'javascript:alert(1)', 'https://a:b@duin.example/', 'https://duin.example/a@b', 'duin', 3])(
    'refuses %s',
    (value) => {
      expect(plainAddress(value)).toBeNull();
    },
  );
});
