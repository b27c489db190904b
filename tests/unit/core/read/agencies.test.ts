import { describe, expect, it } from 'vitest';
import { agenciesAtEnd, agenciesInDateline } from '../../../../lib/core/read/agencies';

describe('a dateline', () => {
  it.each([
    ['DEN HAAG (ANP) – De brug is open.', ['ANP']],
    ["'s-GRAVENHAGE (ANP) - De brug is open.", ['ANP']],
    ['’s-Hertogenbosch (ANP) De brug is open.', ['ANP']],
    ['LONDON, Nov 20 (Reuters) - The bridge is open.', ['Reuters']],
    ['LONDON, Nov 20, 2026 (Reuters) — The bridge is open.', ['Reuters']],
    ['PARIS, 20 nov. 2026 (AFP) - Le pont est ouvert.', ['AFP']],
    ['Paris, le 20 novembre (AFP) - Le pont est ouvert.', ['AFP']],
    ['BERLIN (dpa/lnw) - Die Brücke ist frei.', ['dpa']],
  ])('names its agency: %s', (text, agencies) => {
    expect(agenciesInDateline(text)).toEqual(agencies);
  });
  it.each([
    'Het persbureau (AFP) meldt dat de brug open is.',
    'On Nov 20 (Reuters) said so.',
    'In 2020 kwam AP (AP) - en dat was nieuws.',
    'Jan de Boer (ANP)',
  ])('is not a sentence or the name of a photographer: %s', (text) => {
    expect(agenciesInDateline(text)).toEqual([]);
  });
});

describe('a credit at the end', () => {
  it.each([
    ['De brug is open. (ANP)', ['ANP']],
    ['De brug is open. (bron: ANP)', ['ANP']],
    ['(bron: ANP)', ['ANP']],
    ['bron: belga', ['Belga']],
    ['SOURCE: AFP', ['AFP']],
    ['Bron: ANP, eigen redactie', ['ANP']],
    ['De brug is open. (ANP, eigen redactie)', ['ANP']],
    ['De brug is open. (Redactie met ANP)', ['ANP']],
    ['(mit Material von dpa)', ['dpa']],
    ['Sources : AFP et Reuters', ['AFP', 'Reuters']],
  ])('names its agencies: %s', (text, agencies) => {
    expect(agenciesAtEnd(text)).toEqual(agencies);
  });
  it.each([
    'De cijfers komen uit een bron: ANP',
    'Dat zei hij. (Reuters weigerde commentaar)',
    'Bron: onderzoek van Reuters',
    'Foto: Jan de Boer. (ANP)',
    'De brug bij avond. (Foto: ANP)',
    'De brug bij avond. (Jan de Boer / ANP)',
    '(Jan de Boer / ANP)',
  ])('is not a sentence or a picture’s: %s', (text) => {
    expect(agenciesAtEnd(text)).toEqual([]);
  });
});
