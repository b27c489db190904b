import { describe, expect, it } from 'vitest';
import { aiNote, appearedIn, correctionNote } from '../../../../lib/core/read/notes';

describe('a note about AI', () => {
  it.each([
    ['Gemaakt met AI', 'generated'],
    ['Dit artikel is (deels) gemaakt met behulp van AI.', 'assisted'],
    ['Dit artikel is gemaakt met behulp van AI en gecontroleerd door de redactie.', 'assisted'],
    ['This article was written with AI', 'generated'],
    ['Dieser Artikel wurde mit KI erstellt.', 'generated'],
    ['Dieser Text wurde mithilfe Künstlicher Intelligenz erstellt und von der Redaktion geprüft.', 'assisted'],
    ['Cet article a été rédigé avec l’aide de l’intelligence artificielle puis relu par un journaliste.', 'assisted'],
    ['Cet article a été traduit par IA.', 'translated'],
    ['Deze tekst is vertaald door AI.', 'translated'],
    ['This article was summarized by artificial intelligence.', 'summarised'],
    ['This article was translated with A.I. and checked by editors.', 'translated'],
    ['Geschreven met A.I.', 'generated'],
    ['AI-vertaald', 'translated'],
    ['Dit artikel is AI-gegenereerd.', 'generated'],
    ['Mit KI-Unterstützung übersetzt', 'translated'],
    ['Dieser Text wurde mit KI-Unterstützung erstellt.', 'assisted'],
    ['Résumé par l’IA', 'summarised'],
    ['Traduit par une intelligence artificielle', 'translated'],
    ['Cet article a été rédigé avec l’aide de l’IA.', 'assisted'],
    ['Dit artikel is mede tot stand gekomen met hulp van AI.', 'assisted'],
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
    'AI-gegenereerd',
    'AI-vertaalde boeken winnen terrein',
    'Résumé par l’IA : les élèves trichent',
    'Written by A.I. and read by nobody: that is what critics say.',
    'A.I. is changing everything',
    'Door AI gegenereerd beeld',
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
    ['This article was amended on 6 February 2026 to correct the number of homes.', 'correction'],
    ['Dit artikel is gecorrigeerd op 6 februari: het gaat om veertien huizen.', 'correction'],
    ['Cet article a été corrigé le 6 février.', 'correction'],
    ['Cet article a été retiré.', 'retraction'],
    ['Korrektur: In einer vorherigen Version war der Name falsch.', 'correction'],
    ['Anmerkung der Redaktion: In einer vorherigen Version hieß es, die Brücke liege im Westen.', 'correction'],
    ['Transparenzhinweis: Dieser Artikel wurde nachträglich korrigiert.', 'correction'],
    ['Transparenzhinweis: Dieser Artikel wurde ergänzt.', 'addition'],
    ['Naschrift redactie: in een eerdere versie stond de verkeerde naam.', 'correction'],
    ['Editor’s note: This article has been corrected to name both bridges.', 'correction'],
    ['Note de la rédaction : une version précédente indiquait un autre nom.', 'correction'],
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
    'This article was not amended to please anybody.',
    'This article of the constitution was amended in 2019.',
    'Dit artikel is gecorrigeerd, riep hij door de zaal.',
    'Deze wet is ingetrokken.',
    'Cet article a été retiré de la vente.',
    'Dit artikel is ingetrokken, staat er dan boven een stuk.',
    'Cet article n’a pas été retiré.',
    'Anmerkung der Redaktion',
    'Anmerkung der Redaktion: Dieser Artikel erschien zuerst in der Probe.',
    'Transparenzhinweis: Die Autorin ist Mitglied des Vereins.',
    'Naschrift redactie: wij bedanken de heer De Boer voor zijn brief.',
    'Editor’s note: this story was first published in 2019.',
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
    ['Dieser Artikel erschien zuerst in der Probe.', 'Probe'],
    ['Dieser Text ist zuerst in der Probe erschienen.', 'Probe'],
    ['Dieser Artikel wurde zuerst in der Beispielzeitung vom 12. November 2026 veröffentlicht.', 'Beispielzeitung'],
    ['Dit artikel verscheen eerder in Voorbeeldkrant van 12 november 2026.', 'Voorbeeldkrant'],
    ['Dit artikel verscheen eerder in Voorbeeldkrant van zaterdag.', 'Voorbeeldkrant'],
    ['Dit artikel is eerder in Voorbeeldkrant verschenen.', 'Voorbeeldkrant'],
    ['Deze tekst verscheen eerder in Voorbeeldkrant en is hier aangepast.', 'Voorbeeldkrant'],
    ['Dit opiniestuk verscheen eerst in de Voorbeeldkrant.', 'de Voorbeeldkrant'],
    ['(Dit artikel verscheen eerder in "De Proef" onder een andere kop)', 'De Proef'],
    ['Dit artikel verscheen eerder op krant.example.', 'krant.example'],
    ['Dit artikel verscheen eerder op https://www.krant.example/brug, onder een andere kop.', 'krant.example'],
    ['This article was first published in The Sample of November 12, 2026.', 'The Sample'],
    ['This story first appeared in the March 2020 issue of The Sample.', 'The Sample'],
    ['This article is republished from The Sample under a free licence.', 'The Sample'],
    ['Cet article a d’abord été publié dans Le Modèle du 12 novembre 2026.', 'Le Modèle'],
    ['Dieser Beitrag erschien zuerst im St. Beispieler Blatt.', 'St. Beispieler Blatt'],
  ])('is read with its name: %s', (text, place) => {
    expect(appearedIn(text)).toBe(place);
  });
  it.each([
    'Dit artikel verscheen eerder op 3 mei 2024.',
    'Dit artikel werd gepubliceerd op Maandag 3 mei.',
    'This article was first published on Monday.',
    'Zij schreef dat dit artikel verscheen in Ander Blad.',
    'This article was first published on 20 November 2026.',
    'Dit artikel werd voor het eerst gepubliceerd in 2019.',
    'This article was originally published in English.',
    'Dit artikel verscheen eerder in het Engels.',
    'Dieser Text erschien zuerst auf Englisch.',
    'Dit artikel is eerder in Voorbeeldkrant besproken.',
    'Dit artikel verscheen eerder in onze nieuwsbrief.',
  ])('is not a date, a language, the same site or somebody else’s words: %s', (text) => {
    expect(appearedIn(text)).toBeNull();
  });
});
