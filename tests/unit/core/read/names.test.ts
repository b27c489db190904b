import { describe, expect, it } from 'vitest';
import { isNewsroom, splitNames } from '../../../../lib/core/read/names';

describe('names in one text', () => {
  it.each([
    ['Door onze correspondent Anna Bakker', ['Anna Bakker']],
    ['Door onze correspondent in Parijs Anna Bakker', ['Anna Bakker']],
    ['Van onze verslaggever Jan de Boer', ['Jan de Boer']],
    ['Van onze verslaggevers Anna Bakker en Jan de Boer', ['Anna Bakker', 'Jan de Boer']],
    ['By JANE DOE, Political Editor, and JOHN SMITH in Brussels', ['JANE DOE', 'JOHN SMITH']],
    ["Karel in 't Veld", ["Karel in 't Veld"]],
    ['By our correspondent in Paris, Jane Doe', ['Jane Doe']],
    ['Von unserem Korrespondenten Max Muster', ['Max Muster']],
    ['Ein Gastbeitrag von Max Muster', ['Max Muster']],
    ['Redactie / ANP', ['Redactie', 'ANP']],
    ['Jan Mei', ['Jan Mei']],
    ['Sunday Okoro', ['Sunday Okoro']],
    ['Onze Taal', ['Onze Taal']],
    ['Eine Welt von Morgen', ['Eine Welt von Morgen']],
  ])('of "%s"', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });
  it.each([
    'vrijdag 20 november',
    '20 november',
    'gisteren 14:02',
    '3 uur geleden',
    '2 hours ago',
    'Donnerstag',
    'Door onze correspondent',
    'STAFF REPORTS',
  ])('are none in "%s"', (text) => {
    expect(splitNames(text)).toEqual([]);
  });
  it('tell a newsroom from a person', () => {
    expect(['Redactie', 'onze redactie', 'Nieuwsredactie', 'Redaktion'].every(isNewsroom)).toBe(true);
    expect(['Anna Redactie', 'Redacteur'].some(isNewsroom)).toBe(false);
  });
});
