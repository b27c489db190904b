import { describe, expect, it } from 'vitest';
import { politicalLabel } from '../../../lib/core/political-labels';

describe('politicalLabel', () => {
  it.each([
    'Dit is een politieke reclameboodschap in het kader van de gemeenteraadsverkiezingen',
    'DIT IS EEN POLITIEKE RECLAMEBOODSCHAP.',
    ' Dit is een politieke\nreclameboodschap in het kader van de Provinciale Statenverkiezingen 2027. ',
  ])('knows the sentence of a Dutch label: %s', (text) => {
    expect(politicalLabel(text)).toEqual({ strength: 'statement', lang: 'nl' });
  });

  it.each([
    ['Politieke reclame', 'nl'],
    ['political advertisement', 'en'],
    ['Politische Anzeige', 'de'],
    ['Annonce publicitaire à caractère politique', 'fr'],
  ])('gives the bare word %s less weight', (text, lang) => {
    expect(politicalLabel(text)).toEqual({ strength: 'term', lang });
  });

  it.each([
    'Nieuwe regels voor politieke reclame',
    'Politieke reclame: wat mag er?',
    'Wat is een politieke reclameboodschap?',
    'Dit is een politieke reclameboodschap, zegt de toezichthouder',
    'geen politieke reclame',
    'reclame',
    '',
    'x'.repeat(100_000),
  ])('does not take a text about it for a label: %s', (text) => {
    expect(politicalLabel(text)).toBeNull();
  });
});
