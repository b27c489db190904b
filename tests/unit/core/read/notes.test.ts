import { describe, expect, it } from 'vitest';
import { aiNote, appearedIn, correctionNote } from '../../../../lib/core/read/notes';

describe('a note about AI', () => {
  it.each([
    ['Gemaakt met AI', 'generated'],
    ['Dit artikel is (deels) gemaakt met behulp van AI.', 'assisted'],
    ['Dit artikel is gemaakt met behulp van AI en gecontroleerd door de redactie.', 'assisted'],
    ['This article was written with AI', 'generated'],
    ['Dieser Artikel wurde mit KI erstellt.', 'generated'],
    ['Cet article a été traduit par IA.', 'translated'],
    ['Deze tekst is vertaald door AI.', 'translated'],
    ['This article was summarized by artificial intelligence.', 'summarised'],
  ])('says so: %s', (text, use) => {
    expect(aiNote(text)).toBe(use);
  });
  it.each([
    'De gemeente heeft teksten geschreven met AI.',
    'Een brief, geschreven met behulp van AI, ging naar de raad en leidde daar tot een lang debat over regels.',
    'Dit artikel is niet geschreven met AI.',
    'This article was written with AI skeptics in mind.',
    'Dit artikel is geschreven door Anna Bakker. De foto is gemaakt met AI.',
    'Zo werkt de samenvatting van AI',
    'AI-samenvatting',
  ])('is none: %s', (text) => {
    expect(aiNote(text)).toBeNull();
  });
});

describe('a correction', () => {
  it.each([
    ['Correctie', 'correction'],
    ['Rectificatie (13 mei 2024)', 'correction'],
    ['Correctie: in een eerdere versie stond dat de brug in West ligt.', 'correction'],
    ['Aanvulling 13 mei: dit artikel is uitgebreid met een reactie.', 'addition'],
    ['Clarification: This article has been changed to name both bridges.', 'clarification'],
    ['Korrektur: In einer früheren Version lag die Brücke im Westen.', 'correction'],
    ['Dit artikel is na onderzoek ingetrokken.', 'retraction'],
    ['This article has been retracted.', 'retraction'],
  ])('is one: %s', (text, kind) => {
    expect(correctionNote(text)).toBe(kind);
  });
  it.each([
    'Precision: 94%',
    'Ingetrokken: twaalf rijbewijzen',
    'Aanvulling: meer geld',
    'Aanvulling',
    'Correctie: de beurs daalt voor het eerst sinds maart',
    'Correction: markets fall 4 percent',
    'Dit artikel is niet ingetrokken.',
    'Deze wet is ingetrokken.',
  ])('is none: %s', (text) => {
    expect(correctionNote(text)).toBeNull();
  });
});

describe('an earlier place', () => {
  it.each([
    ['Dit artikel verscheen eerder in Ander Blad.', 'Ander Blad'],
    ['Dit verhaal is eerder verschenen in de Voorbeeldkrant, op 3 mei.', 'de Voorbeeldkrant'],
    ['This article was originally published on The Sample.', 'The Sample'],
    ['This story originally appeared on The Sample.', 'The Sample'],
    ['Dieser Artikel erschien zuerst in der Probe.', 'der Probe'],
  ])('is read with its name: %s', (text, place) => {
    expect(appearedIn(text)).toBe(place);
  });
  it.each([
    'Dit artikel verscheen eerder op 3 mei 2024.',
    'Dit artikel werd gepubliceerd op Maandag 3 mei.',
    'This article was first published on Monday.',
    'Zij schreef dat dit artikel verscheen in Ander Blad.',
  ])('is not a date or somebody else’s words: %s', (text) => {
    expect(appearedIn(text)).toBeNull();
  });
});
