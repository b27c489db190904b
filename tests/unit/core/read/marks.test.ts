import { describe, expect, it } from 'vitest';
import { genreLabel, opinionNote, paidLabel, paidNote } from '../../../../lib/core/read/marks';

describe('a label of payment', () => {
  it.each([
    ['Publi-rédactionnel', 'advertorial'],
    ['Publirédactionnel', 'advertorial'],
    ['(Anzeige) Sonderveröffentlichung', 'advertorial'],
    ['Anzeigen-Sonderveröffentlichung', 'advertorial'],
    ['Advertorial van Voorbeeldbank', 'advertorial'],
    ['Advertorial | Voorbeeldbank', 'advertorial'],
    ['Paid for by Sample Bank', 'sponsored'],
    ['Gesponsord artikel', 'sponsored'],
    ['Sponsor Content', 'sponsored'],
    ['Advertiser content from Sample Bank', 'advertorial'],
    ['Article partenaire', 'partner-content'],
  ])('is %s', (label, kind) => {
    expect(paidLabel(label)).toBe(kind);
  });
  it.each(['Advertorials', 'Advertorials onder vuur', 'Advertorial: wat is dat?', 'Advertorial | Nieuws | Sport', 'Sonderbeilage'])(
    'is not %s',
    (label) => {
      expect(paidLabel(label)).toBeNull();
    },
  );
});

describe('a sentence about the text itself', () => {
  it.each([
    ['Dit artikel is een advertorial en valt buiten de redactie.', 'advertorial'],
    ['Dit artikel is gesponsord door Voorbeeldbank.', 'sponsored'],
    ['This article is sponsored content.', 'sponsored'],
    ['Dit is een gesponsord artikel.', 'sponsored'],
    ['Dieser Beitrag ist ein Advertorial.', 'advertorial'],
  ])('says that somebody paid: %s', (text, kind) => {
    expect(paidNote(text)).toBe(kind);
  });
  it.each([
    'Dit artikel is geen advertorial.',
    'Dit is een advertorial, stond er boven.',
    'Dit is gesponsord door de bakker.',
    'Een advertorial is een betaald artikel dat op nieuws lijkt.',
    '"Dit artikel is een advertorial", stond er boven.',
    'Dit artikel is een advertorial, stond er boven.',
    'Dit artikel is een advertorial waard, vond hij.',
    'Dit artikel is gemaakt in samenwerking met het Fonds.',
  ])('says no such thing: %s', (text) => {
    expect(paidNote(text)).toBeNull();
  });
  it('says that it is an opinion only when it is about nothing else', () => {
    expect(opinionNote('Dit is een ingezonden stuk dat niet de mening van de redactie weergeeft.')).toBe(true);
    expect(opinionNote('Dit is een opiniestuk.')).toBe(true);
    expect(opinionNote('Dit is een opiniestuk waar je om lacht.')).toBe(false);
    expect(opinionNote('Hij zei: dit is een ingezonden stuk.')).toBe(false);
    expect([genreLabel('Dit is een ingezonden stuk'), genreLabel('Gastkommentar'), genreLabel('Ingezonden')]).toEqual([
      'opinion',
      'opinion',
      null,
    ]);
  });
});
