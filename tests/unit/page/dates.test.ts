// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/core/observation';
import { readPage } from '../../../lib/page/read-page';

const NOW = new Date('2026-11-23T12:00:00Z');

function read(body: string, lang = 'nl', head = '', address = 'https://www.krantje.example/nieuws/brug'): Observation {
  const html = `<html lang="${lang}"><head><title>De brug is weer open - Krantje</title>${head}</head><body>${body}</body></html>`;
  const observation = readPage(new DOMParser().parseFromString(html, 'text/html'), address, NOW);
  if (observation === null) throw new Error('the page could not be read');
  return observation;
}

const H1 = '<h1>De brug is weer open</h1>';
const text = (count: number): string =>
  '<p>De werkzaamheden aan de brug duurden langer dan gedacht, zegt de gemeente. Het asfalt was pas laat droog en de leuning zat nog los.</p>'.repeat(
    count,
  );
const day = (body: string, lang = 'nl'): string | null => read(body, lang).published?.day ?? null;

describe('an undated article', () => {
  it.each([
    ['time', '<time datetime="2026-11-20">20 november 2026</time>', 1],
    ['time', '<time datetime="2026-11-20">20 nov</time>', 4],
    ['text', '<p>20 november 2026</p>', 2],
    ['text', '<span class="date">20-11-2026</span>', 14],
  ])('does not take the day of a teaser below it (%s)', (_, date, length) => {
    expect(day(`<div>${H1}${text(length)}</div><div><h2>Meer lezen</h2><div><h3>Fietsers blij</h3>${date}</div></div>`)).toBeNull();
  });
  it('does not take the day of a teaser without a heading, behind the element that holds the article', () => {
    const teaser = '<div><a href="/m">Markt afgelast</a> <span>20-11-2026</span></div>';
    expect(day(`<main>${H1}${text(12)}</main>${teaser}`)).toBeNull();
    expect(day(`<main>${H1}${text(1)}</main>${teaser}`)).toBeNull();
  });
  it('does not take the day of an event below a heading of its own, nor of the entries after it', () => {
    const list = '<li>Aflevering 11 · 27 januari 2024</li><li>Aflevering 10 · 20 januari 2024</li>';
    expect(day(`<main>${H1}${text(2)}<h2>Agenda</h2><p>5 november 2026</p><p>Opening</p></main>`)).toBeNull();
    expect(day(`<main>${H1}${text(2)}<h2>Andere afleveringen</h2><ul>${list}</ul></main>`)).toBeNull();
  });
  it.each([
    ['nl', 'De opening is op 5 november 2026.'],
    ['de', 'Die Eröffnung ist am 5. November 2026.'],
    ['fr', "L'ouverture est prévue le 5 novembre 2026."],
    ['en', 'The opening took place on 5 November 2026.'],
    ['nl', 'De opening is <time datetime="2026-11-05">5 november</time> om 10.00 uur.'],
  ])('does not take a day out of a short sentence (%s: %s)', (lang, sentence) => {
    expect(day(`<article>${H1}<p>${sentence}</p>${text(2)}</article>`, lang)).toBeNull();
    expect(day(`<article>${H1}${text(2)}<p>${sentence}</p>${text(2)}</article>`, lang)).toBeNull();
  });
  it('does not take the only day out of a long sentence', () => {
    const sentence =
      '<p>De gemeente begon op 12 mei 2024 met het werk, nadat bewoners jarenlang hadden geklaagd over het wegdek en de leuning.</p>';
    expect(day(`<article>${H1}${sentence}${text(2)}</article>`)).toBeNull();
  });
  it.each([
    ['nl', 'Overleden op 8 mei 2024'],
    ['de', 'Verstorben am 8. Mai 2024'],
    ['fr', 'Décédée le 8 mai 2024'],
    ['en', 'March 3, 1940 – May 8, 2024'],
    ['nl', 'Wanneer: zaterdag 12 september 2026, 20.00 uur'],
    ['de', 'Wann: Samstag, 12. September 2026, 20 Uhr'],
    ['fr', 'Quand : samedi 12 septembre 2026, 20h'],
    ['nl', '<b>Datum</b> <span>12 september 2026</span> <b>Locatie</b> <span>Brugzaal</span>'],
    ['nl', 'Op 5 november 2026 gesloten'],
    ['nl', 'Sluitingsdatum: 30 mei 2024'],
    ['nl', 'Reageren kan tot en met 30 mei 2024'],
    ['nl', 'Geldend van 01-05-2024 t/m heden'],
    ['en', 'Release date: 12 May 2024'],
    ['de', '12.05.2024 – 20.05.2024'],
    ['nl', '12 mei 2024 t/m 20 mei 2024'],
    ['en', '12 May 2024 to 20 May 2024'],
  ])('does not take a day that is said to be another (%s: %s)', (lang, line) => {
    expect(day(`<main>${H1}<p>${line}</p>${text(2)}</main>`, lang)).toBeNull();
  });
  it('does not take the day of a comment, a copyright line or a notice about cookies', () => {
    expect(day(`<main>${H1}${text(2)}<h3>Eén reactie</h3><b>Anna schreef:</b> <span>12 mei 2024 om 10:02</span></main>`)).toBeNull();
    expect(day(`<main>${H1}${text(2)}</main><div>© 12 mei 2024 Krantje</div>`)).toBeNull();
    expect(day(`<p>Onze voorwaarden gelden vanaf 1 mei 2024.</p><main>${H1}${text(2)}</main>`)).toBeNull();
  });
});

describe('a day at the article', () => {
  it.each([
    [
      'below a subtitle',
      `${H1}<h2>Na maanden van werk kunnen fietsers er weer over, maar auto’s wachten nog op een laatste keuring.</h2><p>12 mei 2024</p>${text(2)}`,
    ],
    ['behind an introduction', `${H1}${text(1)}<p>Door Anna de Wit, op 12 mei 2024</p>${text(2)}`],
    ['in a `time` behind an introduction', `${H1}${text(1)}<div>Anna de Wit <time datetime="2024-05-12">12 mei</time></div>${text(2)}`],
    ['at the end of a part with a heading', `${H1}${text(1)}<h2>Kosten</h2>${text(4)}<p>12 mei 2024</p>`],
    ['below a heading that names it', `${H1}${text(2)}<h4>Publicatiedatum</h4><p>12 mei 2024</p>`],
    ['in a heading', `${H1}${text(1)}<h5>12 mei 2024</h5>${text(1)}`],
    ['in a sentence that says so', `${H1}<p>Dit artikel is gepubliceerd op 12 mei 2024.</p>${text(2)}`],
    ['behind the word "geplaatst"', `${H1}<p>Geplaatst door Anna op zondag 12 mei 2024</p>${text(2)}`],
    ['with the day on which a book appears before it', `${H1}<p>Verschijnt op 20 mei 2024</p><p>12 mei 2024</p>${text(2)}`],
    ['with the day of a premiere before it', `${H1}<p>Sortie le 20 mei 2024</p><p>Par Zoé Clair, le 12 mai 2024</p>${text(2)}`],
    ['beside a number of comments', `${H1}<p>3 reacties · 12 mei 2024</p>${text(2)}`],
    [
      'in a dateline',
      `${H1}<p>Brugstad, 12 mei 2024 – De brug is weer open, meldt de gemeente aan alle bewoners van de stad en de dorpen eromheen.</p>${text(2)}`,
    ],
    ['above comments with days of their own', `${H1}<p>12 mei 2024</p>${text(2)}<h3>Reacties</h3><p>Anna, op 14 mei 2024</p>`],
  ])('is its day of publication %s', (_, body) => {
    expect(day(`<main>${body}</main>`)).toBe('2024-05-12');
  });
});

describe('a day of change', () => {
  it.each([
    'Geüpdatet: 3 februari 2026',
    'Geactualiseerd op 3 februari 2026',
    'Amended on 3 February 2026',
    'Bearbeitet am 3. Februar 2026',
  ])('is no day of publication: %s', (line) => {
    expect(read(`<main>${H1}<p>${line}</p>${text(2)}</main>`)).toMatchObject({ published: null, modified: { day: '2026-02-03' } });
  });
  it('is read behind the day of publication and a dash', () => {
    const line = '<p>3 februari 2026 - Laatste wijziging 4 februari 2026</p>';
    expect(read(`<main>${H1}${line}${text(2)}</main>`)).toMatchObject({
      published: { day: '2026-02-03' },
      modified: { day: '2026-02-04' },
    });
  });
});

describe('a day at the headline that is another thing', () => {
  it.each([
    ['of an event with its hours', '<p>Wednesday 11 March 2026, 7.30pm – 10pm</p>'],
    ['of an event with its hours', '<p>Woensdag 11 maart 2026, 20.00 tot 22.30 uur</p>'],
    ['of which the public speaks', '<p>Het publiek klaagde op 11 maart 2026 bij de gemeente.</p>'],
    ['of which the republic speaks', '<p>De republikeinse partij kwam op 11 maart 2026 bijeen.</p>'],
  ])('is not that of publication: one %s', (_, line) => {
    expect(day(`<main>${H1}${line}${text(2)}</main>`)).toBeNull();
  });
  it('is that of publication beside the day of the change, with the words for both', () => {
    const times =
      '<span class="posted-on">Geplaatst op <time class="entry-date published" datetime="2024-05-14T00:30:00+02:00">14 mei 2024</time><time class="updated" datetime="2024-05-16T10:00:00+02:00">16 mei 2024</time></span>';
    const head = '<meta property="article:published_time" content="2024-05-13T22:30:00+00:00">';
    expect(read(`<article>${H1}${times}${text(2)}</article>`, 'nl', head)).toMatchObject({
      published: { day: '2024-05-14' },
      modified: { day: '2024-05-16' },
    });
  });
});

describe('a day further down', () => {
  const dated = 'https://www.krantje.example/2024/05/12/brug';
  it.each([
    ['in a `time`', `${text(6)}<div>Bekeken <time datetime="2024-05-20">20 mei</time></div>`],
    ['behind a bare "op"', `${text(9)}<p>Bekeken op 20 mei 2024</p>`],
  ])('counts for less than the one in the address (%s)', (_, body) => {
    expect(read(`<main>${H1}${body}</main>`, 'nl', '', dated).published?.day).toBe('2024-05-12');
  });
  it('in a list that began below a heading stays part of it, however long its entries are', () => {
    const entry = (name: string, date: string): string => `<div>${name}</div><div>${date}</div>${text(4)}`;
    expect(
      day(`<main>${H1}${text(2)}<h3>Twee antwoorden</h3>${entry('Anna', '12 mei 2024')}${entry('Bert', '14 mei 2024')}</main>`),
    ).toBeNull();
  });
});

describe('the day of a correction', () => {
  it.each([
    ['nl', 'Correctie 21 november 2026: in een eerdere versie van dit artikel stond een verkeerde naam.'],
    ['nl', 'Rectificatie 21 november 2026'],
    ['nl', 'Aanvulling 21 november 2026: reactie van de gemeente.'],
    ['de', 'Korrektur vom 21. November 2026: Der Name war falsch.'],
    ['en', 'Correction, November 21, 2026: An earlier version of this article misspelled a name.'],
    ['fr', 'Rectificatif du 21 novembre 2026 : le nom était faux.'],
  ])('is no day of publication (%s: %s)', (lang, note) => {
    expect(day(`<article>${H1}<p>${note}</p>${text(2)}</article>`, lang)).toBeNull();
    expect(day(`<article>${H1}${text(2)}<p>${note}</p></article>`, lang)).toBeNull();
  });
});

describe('the day of an earlier publication', () => {
  it.each([
    ['nl', 'Dit artikel verscheen eerder op 12 mei 2020 in Voorbeeldkrant.'],
    ['nl', 'Eerder verschenen in Voorbeeldkrant, 12 mei 2020'],
    ['de', 'Dieser Text erschien zuerst am 12. Mai 2020 in Beispielblatt.'],
    ['en', 'Originally published in Example Paper, May 12, 2020'],
    ['en', 'First published on May 12, 2020 in Example Paper'],
    ['fr', "Cet article est paru le 12 mai 2020 dans L'Exemple."],
  ])('in another place is not this one (%s: %s)', (lang, note) => {
    expect(day(`<article>${H1}<p>${note}</p>${text(2)}</article>`, lang)).toBeNull();
  });
  it.each([
    ['nl', 'Verschenen op 12 mei 2024'],
    ['de', 'Erschienen am 12. Mai 2024'],
    ['fr', 'Paru le 12 mai 2024'],
    ['en', 'Originally published May 12, 2024'],
    ['en', 'Posted on 12 May 2024 in News'],
  ])('is this one where no place is named (%s: %s)', (lang, line) => {
    expect(day(`<article>${H1}<p>${line}</p>${text(2)}</article>`, lang)).toBe('2024-05-12');
  });
});

describe('words that name no day', () => {
  it.each([
    ['nl', 'Eergisteren'],
    ['nl', '2 weken geleden'],
    ['nl', 'Vorige week'],
    ['nl', 'Vandaag'],
    ['nl', 'Maandag 14:02'],
    ['nl', '12 mei, 14:02'],
    ['de', 'Vorgestern'],
    ['de', 'vor 2 Jahren'],
    ['fr', 'Avant-hier'],
    ['fr', 'il y a 2 semaines'],
    ['en', '2 weeks ago'],
    ['en', 'Yesterday'],
    ['en', 'Nov 20'],
  ])('right behind the headline leave open when it was (%s: %s)', (lang, line) => {
    const { published, undecided } = read(`<article>${H1}<div><span>${line}</span></div>${text(2)}</article>`, lang);
    expect(published).toBeNull();
    expect(undecided.date).toBe(true);
  });
  it('in a sentence leave nothing open', () => {
    for (const lede of [
      'Twee weken geleden ging de brug dicht.',
      'De brug ging 2 uur geleden dicht voor onderhoud, en dat had niemand verwacht.',
    ]) {
      const { published, undecided } = read(`<article>${H1}<p>${lede}</p>${text(2)}</article>`);
      expect(published).toBeNull();
      expect(undecided.date).toBe(false);
    }
  });
  it('do not count where a day is named', () => {
    expect(day(`<article>${H1}<p>2 weken geleden (12 mei 2024)</p>${text(2)}</article>`)).toBe('2024-05-12');
  });
});
