import { describe, expect, it } from 'vitest';
import { type Card, type Lookup, makeCard, type Unlisted, type Unread } from '../../../lib/core/card';
import type { Observation } from '../../../lib/core/observation';
import type { Claim, Entity } from '../../../lib/core/register';
import { type CardText, cardAsText, cardText, leadOf } from '../../../lib/words/card-text';
import { snake } from '../../../lib/words/snake';
import { plainText, wordsIn } from '../../../lib/words/words';
import { dated, evidence, found, observation } from '../support/observation';
import { claim, entity, NOW, shares, slice, source, undatedClaim } from '../support/register';

const nl = wordsIn('nl');
const en = wordsIn('en');
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const people = [entity('outlet', 'De Krant'), entity('organisation', 'Uitgever'), entity('person', 'Anna'), entity('person', 'Bram')];
const NOWHERE: Lookup = { state: 'unlisted', why: 'no-rule', slice: { version: '2026.11.23', built: '2026-11-20' } };

function listed(claims: Claim[], ...more: Entity[]): Lookup {
  return { state: 'listed', entity: 'de-krant', slice: slice([...people, ...more], claims) };
}

function card(lookup: Lookup = listed([]), details: Partial<Observation> = {}): Card {
  return makeCard({ state: 'read', observation: observation(details) }, lookup, NOW);
}

function lines(text: CardText, question: string): string[] {
  return text.rows.find((row) => row.question === question)?.lines.map((line) => plainText(line.text)) ?? [];
}

function steps(text: CardText): string[] {
  return text.rows[0]?.steps.map((step) => plainText(step.text)) ?? [];
}

const page = (details: Partial<Observation>, question: string): string[] => lines(cardText(card(NOWHERE, details), nl), question);

describe('every card', () => {
  const cards: [string, Card][] = [
    ['a listed outlet', card()],
    ['an unlisted one', card(NOWHERE)],
    ['a damaged part', card({ state: 'damaged' })],
    ['an unread page', makeCard({ state: 'unread', why: 'browser-page', address: null }, NOWHERE, NOW)],
    [
      'a full page',
      card(listed([claim('De Krant', 'published-by', 'Uitgever')]), { published: dated('2021-05-03'), authors: [found('S.')] }),
    ],
  ];

  it.each(cards)('asks the four questions in order and answers each: %s', (_, made) => {
    for (const words of [nl, en]) {
      for (const length of ['brief', 'full'] as const) {
        const { lead, rows } = cardText(made, words, length);
        expect(rows.map(({ label }) => label)).toEqual(
          (['who', 'when', 'paid', 'made'] as const).map((question) => words.t(`question_${question}`)),
        );
        for (const row of rows) expect(row.steps.length + row.lines.length, row.question).toBeGreaterThan(0);
        expect(plainText(lead)).not.toBe('');
      }
    }
  });

  it('says each state in a sentence of its own', () => {
    const disagree = [
      claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] }),
    ];
    const said = [
      lines(cardText(card(listed(disagree)), nl), 'who')[0],
      lines(cardText(card(NOWHERE), nl), 'who')[0],
      lines(cardText(card({ state: 'damaged' }), nl), 'who')[0],
      page({}, 'made')[0],
      page({ kind: 'wall' }, 'made')[0],
      page({ authors: [found('S. Bakker')] }, 'made')[0],
    ];
    expect(new Set(said).size).toBe(said.length);
    expect(said).not.toContain(undefined);
  });
});

describe('a page that was not read', () => {
  it.each<Unread>([
    'no-access',
    'browser-page',
    'pdf',
    'not-loaded',
    'local-file',
    'not-article',
    'wall',
    'error-page',
    'not-opened',
    'reader-broken',
  ])('gets a sentence with the reason, never the one for "the page does not say": %s', (why) => {
    const text = cardText(makeCard({ state: 'unread', why, address: null }, NOWHERE, NOW), nl);
    for (const question of ['who', 'when', 'paid', 'made'] as const) {
      expect(lines(text, question)[0]).toBe(nl.t(`unread_${snake(why)}`));
      expect(lines(text, question)).not.toContain(nl.t('when_absent'));
    }
  });

  it('has a lead that tells a damaged list from an unread page', () => {
    expect(plainText(leadOf(card({ state: 'damaged' }), nl))).toBe('Een deel van onze lijst is beschadigd.');
    expect(plainText(leadOf(makeCard({ state: 'unread', why: 'pdf', address: null }, NOWHERE, NOW), nl))).toBe(
      'Colofon heeft deze pagina niet gelezen.',
    );
  });
});

describe('an outlet that is not in the list', () => {
  const unlisted = (why: Unlisted) => cardText(card({ state: 'unlisted', why, slice: null }), nl);

  it('is told to be that and that it says nothing about the story', () => {
    expect(lines(unlisted('no-rule'), 'who')).toEqual(['Niet in onze lijst. Dat zegt niets over het bericht.']);
    expect(lines(cardText(card(NOWHERE), en), 'who')[0]).toMatch(/says nothing about/i);
  });

  it('has the reason in its own words on platforms, carriers and addresses without a host', () => {
    const said = (['no-rule', 'platform', 'carrier', 'no-host'] as const).map((why) => lines(unlisted(why), 'who')[0]);
    expect(new Set(said).size).toBe(4);
    expect(said[1]).toBe('Op krant.example kan iedereen publiceren. Wie dit maakt, weten we niet.');
  });

  it('has no chain', () => {
    expect(steps(unlisted('no-rule'))).toEqual([]);
  });
});

describe('the lead', () => {
  it.each<[string, Claim[], string]>([
    [
      'form and publisher',
      [claim('De Krant', 'has-form', { form: 'newspaper' }), claim('De Krant', 'published-by', 'Uitgever')],
      'De Krant is een krant van Uitgever.',
    ],
    ['a form', [claim('De Krant', 'has-form', { form: 'website' })], 'De Krant is een website.'],
    ['a publisher', [claim('De Krant', 'published-by', 'Uitgever')], 'De Krant is van Uitgever.'],
    ['nothing', [], 'De Krant staat in onze lijst.'],
  ])('says what is known: %s', (_, claims, text) => {
    expect(plainText(leadOf(card(listed(claims)), nl))).toBe(text);
  });

  it('names nobody it belongs to when a part is all that is known', () => {
    expect(plainText(leadOf(card(listed([claim('De Krant', 'owned-by', 'Anna', shares(10))])), nl))).toBe('De Krant staat in onze lijst.');
  });
});

describe('the chain', () => {
  const known = listed([
    claim('De Krant', 'published-by', 'Uitgever', { asOf: '2022' }),
    claim('Uitgever', 'owned-by', 'Anna', { asOf: '2025' }),
  ]);

  it('has one step for each level, and the age of its sources', () => {
    const text = cardText(card(known), nl);
    expect(steps(text)).toEqual(['De Krant', 'Uitgever', 'Anna']);
    expect(text.rows[0]?.steps.map(({ end }) => end)).toEqual([false, false, true]);
    expect(lines(text, 'who')).toEqual(['volgens bronnen uit 2022–2025']);
  });

  it('says one year once, and what has no date', () => {
    const years = (...claims: Claim[]) => lines(cardText(card(listed(claims)), nl), 'who').at(-1);
    expect(years(claim('De Krant', 'published-by', 'Uitgever'))).toBe('volgens bronnen uit 2025');
    expect(years(claim('De Krant', 'published-by', 'Uitgever'), undatedClaim('Uitgever', 'owned-by', 'Anna'))).toBe(
      'volgens bronnen uit 2025, deels zonder datum',
    );
    expect(years(undatedClaim('De Krant', 'published-by', 'Uitgever'))).toBe('volgens bronnen zonder datum');
    expect(years(undatedClaim('De Krant', 'owned-by', { unspecified: 'no-owner' }))).toBe('volgens bronnen zonder datum');
  });

  it.each<[Entity['kind'], Claim[], string]>([
    ['organisation', [], 'Eind (wie eigenaar is, weten we niet)'],
    ['public-body', [], 'Eind (de overheid)'],
    ['person', [], 'Eind'],
    ['family', [], 'Eind'],
    ['foundation', [], 'Eind (een stichting)'],
    ['association', [claim('Eind', 'owned-by', { unspecified: 'no-owner' })], 'Eind (niemand is eigenaar)'],
    ['organisation', [claim('Eind', 'owned-by', { unspecified: 'not-disclosed' })], 'Eind (eigenaar niet openbaar gemaakt)'],
    ['organisation', [claim('Eind', 'has-form', { legalForm: 'listed-company' })], 'Eind (staat op de beurs)'],
  ])('ends in words at a %s', (kind, more, text) => {
    const lookup = listed([claim('De Krant', 'owned-by', 'Eind'), ...more], entity(kind, 'Eind'));
    expect(steps(cardText(card(lookup), nl))).toEqual(['De Krant', text]);
    expect(steps(cardText(card(lookup), nl, 'brief'))).toEqual(['De Krant', text]);
  });

  it('does not stop at a foundation as if that explained it', () => {
    const lookup = listed([claim('De Krant', 'owned-by', 'Stichting')], entity('foundation', 'Stichting'));
    for (const length of ['brief', 'full'] as const) {
      expect(lines(cardText(card(lookup), nl, length), 'who')).toContain('Wie het bestuur van de stichting benoemt, weten we niet.');
    }
  });

  it('puts shares beside the name of the holder, and says which part has no known owner', () => {
    const text = cardText(
      card(listed([claim('De Krant', 'owned-by', 'Anna', shares(32.7)), claim('De Krant', 'owned-by', 'Bram', shares(27.3))])),
      nl,
    );
    expect(steps(text)).toEqual(['De Krant', 'Anna (32,7%) en Bram (27,3%)']);
    expect(lines(text, 'who')).toContain('Van 40 procent van De Krant kennen we de eigenaar niet.');
  });

  it('shows both when sources disagree, and says so', () => {
    const disagree = [
      claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] }),
    ];
    const text = cardText(card(listed(disagree)), nl, 'brief');
    expect(steps(text)).toEqual(['De Krant', 'Anna en Bram']);
    expect(lines(text, 'who')[0]).toBe('Bronnen noemen verschillende eigenaars. We laten ze allemaal zien.');
  });
});

describe('the brief card', () => {
  const long = (count: number): Lookup => {
    const organisations = letters.slice(0, count).map((letter) => entity('organisation', letter));
    const claims = letters.slice(1, count).map((letter, i) => claim(letters[i] ?? '', 'owned-by', letter));
    return listed([claim('De Krant', 'published-by', 'A'), ...claims], ...organisations);
  };

  it('shows five levels as they are', () => {
    expect(steps(cardText(card(long(4)), nl, 'brief'))).toEqual(steps(cardText(card(long(4)), nl)));
  });

  it('shortens a longer chain in the middle, keeps its end and says how much it left out', () => {
    expect(steps(cardText(card(long(5)), nl, 'brief'))).toEqual([
      'De Krant',
      'A',
      'B',
      'en nog 2 stappen',
      'E (wie eigenaar is, weten we niet)',
    ]);
    expect(steps(cardText(card(long(8)), nl, 'brief'))).toEqual([
      'De Krant',
      'A',
      'B',
      'en nog 5 stappen',
      'H (wie eigenaar is, weten we niet)',
    ]);
    expect(steps(cardText(card(long(8)), nl))).toHaveLength(9);
  });

  it('names two holders and counts the others', () => {
    const holders = listed(
      letters.slice(0, 4).map((letter) => claim('De Krant', 'owned-by', letter)),
      ...letters.map((letter) => entity('person', letter)),
    );
    expect(steps(cardText(card(holders), nl, 'brief'))).toEqual(['De Krant', 'A, B en nog 2']);
    expect(steps(cardText(card(holders), nl))).toEqual(['De Krant', 'A, B, C en D']);
  });

  it('never makes the owner of a small holder the owner of what is below', () => {
    const claims = [
      claim('De Krant', 'owned-by', 'A', shares(60)),
      claim('De Krant', 'owned-by', 'B', shares(40)),
      claim('B', 'controlled-by', 'Anna'),
    ];
    const lookup = listed(claims, entity('organisation', 'A'), entity('organisation', 'B'));
    expect(steps(cardText(card(lookup), nl, 'brief'))).toEqual(['De Krant', 'A (60%) en B (40%)']);
    expect(lines(cardText(card(lookup), nl, 'brief'), 'who')).toContain('Bij “Alle bronnen” zie je alle houders.');
    expect(steps(cardText(card(lookup), nl))).toEqual([
      'De Krant',
      'A (60%; wie eigenaar is, weten we niet) en B (40%)',
      'Anna (heeft de zeggenschap over B)',
    ]);
  });

  it('does not keep silent about an owner who is not known, whatever else is', () => {
    const claims = [claim('De Krant', 'owned-by', 'A'), claim('De Krant', 'owned-by', 'B'), claim('A', 'owned-by', 'Anna')];
    const text = cardText(card(listed(claims, entity('organisation', 'A'), entity('organisation', 'B'))), nl, 'brief');
    expect(lines(text, 'who')).toContain('Niet alle eigenaars zijn bekend.');
  });

  it('does not keep silent about an owner who is not made public', () => {
    const claims = [
      claim('De Krant', 'owned-by', 'Anna'),
      claim('De Krant', 'owned-by', 'B'),
      claim('B', 'owned-by', { unspecified: 'not-disclosed' }),
    ];
    const text = cardText(card(listed(claims, entity('organisation', 'B'))), nl, 'brief');
    expect([...steps(text), ...lines(text, 'who')].join(' ')).toMatch(/niet openbaar|niet alle eigenaars/i);
  });
});

describe('when', () => {
  it('gives the day, its age and where it stands', () => {
    expect(page({ published: dated('2021-05-03') }, 'when')).toEqual(['3 mei 2021, vijf jaar geleden', 'staat in de code van de pagina']);
  });

  it.each([
    [['text'], 'staat op de pagina'],
    [['time'], 'staat op de pagina'],
    [['meta'], 'staat in de code van de pagina'],
    [['json-ld', 'text'], 'staat op de pagina en in de code'],
    [['address'], 'staat in het adres van de pagina'],
    [['address', 'text'], 'staat op de pagina'],
    [['address', 'meta'], 'staat in de code van de pagina'],
  ] as const)('tells where a date found in %j stands', (kinds, text) => {
    const [first, ...rest] = kinds.map((kind) => ({ kind, name: 'datum' }));
    const published = { ...dated('2021-05-03'), ...(first === undefined ? {} : { from: first }), alsoIn: rest };
    expect(page({ published }, 'when').at(-1)).toBe(text);
  });

  it('shows both days and no age when the page names two', () => {
    const published = dated('2021-05-03', 'json-ld', [evidence('2024-01-09', 'text')]);
    expect(page({ published }, 'when')).toEqual(['Op de pagina staan twee datums: 3 mei 2021 en 9 januari 2024.']);
  });

  it('shows all days when the page names more', () => {
    const published = dated('2021-05-03', 'json-ld', [evidence('2024-01-09'), evidence('2025-01-09')]);
    expect(page({ published }, 'when')[0]).toBe('Op de pagina staan meer datums: 3 mei 2021, 9 januari 2024 en 9 januari 2025.');
  });

  it('adds a change, and knows a page that names nothing else', () => {
    expect(page({ published: dated('2021-05-03'), modified: dated('2022-01-02') }, 'when')).toContain('Gewijzigd op 2 januari 2022.');
    expect(page({ modified: dated('2022-01-02') }, 'when')[0]).toBe('De pagina noemt alleen een wijziging: 2 januari 2022.');
  });

  it('gives a day in the future without an age', () => {
    expect(page({ published: dated('2027-01-01') }, 'when')[0]).toBe('1 januari 2027');
  });

  it('says that there is none', () => {
    expect(page({}, 'when')).toEqual(['De pagina noemt geen datum.']);
  });
});

describe('paid', () => {
  it.each(['advertorial', 'partner-content', 'branded-content', 'sponsored', 'advertisement', 'paid-partnership'] as const)(
    'answers yes in the words of the site: %s',
    (kind) => {
      expect(page({ paidContent: [found(kind)] }, 'paid')[0]).toMatch(/^Ja\. Volgens de site /);
    },
  );

  it('says of political advertising that the page says so, before anything else', () => {
    const marks = [found('advertorial' as const), found('political-ad' as const, 'Dit is een politieke reclameboodschap')];
    expect(page({ paidContent: marks }, 'paid')).toEqual([
      'Op de pagina staat dat dit politieke reclame is.',
      'De site schrijft: “Dit is een politieke reclameboodschap”',
    ]);
  });

  it('quotes the page', () => {
    expect(page({ paidContent: [found('sponsored'), found('advertorial', 'ADV {x}')] }, 'paid')).toContain('De site schrijft: “ADV {x}”');
  });

  it('does not answer no', () => {
    expect(page({}, 'paid')).toEqual(['We zien niet staan dat dit reclame is. Niet elke site zegt dat erbij.']);
  });
});

describe('made', () => {
  it('names one maker or several, as the site does', () => {
    expect(page({ authors: [found('S. Bakker')] }, 'made')).toEqual(['De site noemt als maker: S. Bakker.']);
    expect(page({ authors: [found('S. Bakker'), found('ANP')] }, 'made')).toEqual(['De site noemt als makers: S. Bakker en ANP.']);
  });

  it('says that no maker is named, also when other things are', () => {
    expect(page({}, 'made')).toEqual(['De site noemt geen makers.']);
    expect(page({ genre: found('opinion') }, 'made')).toEqual(['De site noemt geen makers.', 'Volgens de site is dit een opiniestuk.']);
  });

  it('adds agency, AI, corrections and where it stood before', () => {
    const said = page(
      {
        agency: [found('Persbureau Een')],
        ai: [found('translated')],
        corrections: [found({ kind: 'correction', day: null })],
        syndication: found('Het Blad'),
      },
      'made',
    );
    expect(said).toEqual([
      'De site noemt geen makers.',
      'De site noemt persbureau Persbureau Een.',
      'Volgens de site is dit vertaald met AI.',
      'Er staat een correctie bij.',
      'Verscheen eerder bij Het Blad.',
    ]);
  });

  it('mentions a paywall only where the page declares one', () => {
    const said = (paywall: Observation['paywall']) => page({ authors: [found('S.')], paywall }, 'made');
    expect(said(found(true))).toContain('Volgens de site is dit stuk niet voor iedereen vrij te lezen.');
    expect(said(found(false))).toEqual(said(null));
  });
});

describe('the card as text', () => {
  const full = card(
    listed(
      [
        claim('De Krant', 'has-form', { form: 'newspaper' }, { sources: ['wet'] }),
        claim('De Krant', 'published-by', 'Uitgever'),
        claim('Uitgever', 'owned-by', 'Eind', { sources: ['jaarverslag', 'krantenbericht'] }),
        claim('Eind', 'owned-by', { unspecified: 'no-owner' }, { sources: ['statuten'] }),
      ],
      entity('foundation', 'Eind'),
    ),
    { published: dated('2021-05-03'), authors: [found('S. Bakker')] },
  );
  const text = cardAsText(full, nl);

  it('holds lead, address, every question in order and every answer', () => {
    const inOrder = [
      'De Krant is een krant van Uitgever.',
      'https://www.krant.example/bericht',
      'Van wie?',
      '↑ Uitgever',
      'Van wanneer?',
      '3 mei 2021',
      'Is dit reclame?',
      'Hoe is dit gemaakt?',
      'S. Bakker',
      'Bronnen',
      'Onze lijst van 20 november 2026',
    ];
    const at = inOrder.map((piece) => text.indexOf(piece));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('names every source once, with its date and address', () => {
    for (const id of ['wet', 'jaarverslag', 'krantenbericht']) expect(text.split(`https://bronnen.example/${id}`), id).toHaveLength(2);
    expect(text).toContain('Stuk jaarverslag, Archief, 2025: https://bronnen.example/jaarverslag');
  });

  it('names the source for how a chain ends', () => {
    expect(text).toContain('niemand is eigenaar');
    expect(text).toContain('https://bronnen.example/statuten');
  });

  it('is never shortened', () => {
    const holders = letters.map((letter) => entity('person', letter));
    const wide = cardAsText(
      card(
        listed(
          letters.map((letter) => claim('De Krant', 'owned-by', letter)),
          ...holders,
        ),
      ),
      nl,
    );
    expect(wide).toContain('A, B, C, D, E, F, G en H');
  });

  it('has no list of sources where there are none, nor a date without a list', () => {
    expect(cardAsText(card(NOWHERE), nl)).not.toContain('Bronnen');
    expect(cardAsText(card({ state: 'damaged' }), nl)).not.toContain('Onze lijst van');
  });

  it('gives a source without a date no date', () => {
    const { published: _, ...undated } = source('statuten');
    const lookup: Lookup = {
      state: 'listed',
      entity: 'de-krant',
      slice: slice(people, [claim('De Krant', 'owned-by', 'Anna', { sources: ['statuten'] })], [undated]),
    };
    expect(cardAsText(card(lookup), nl)).toContain('Stuk statuten, Archief: https://');
  });
});

describe('the same form for every outlet', () => {
  const shape = (lookup: Lookup) =>
    cardText(card(lookup, { published: dated('2021-05-03') }), nl).rows.map((row) => [
      row.question,
      row.label,
      row.lines.map(({ kind }) => kind),
    ]);

  it('holds whoever owns it', () => {
    const owner = (kind: Entity['kind']) => shape(listed([claim('De Krant', 'owned-by', 'Eind')], entity(kind, 'Eind')));
    expect(owner('public-body')).toEqual(owner('person'));
    expect(owner('organisation')).toEqual(owner('person'));
  });

  it('does not depend on membership, income or law', () => {
    const owned = claim('De Krant', 'owned-by', 'Anna');
    const rest = (['member-of', 'funded-by', 'subject-to', 'classified-by'] as const).map((predicate) =>
      claim('De Krant', predicate, { words: 'iets', lang: 'nl' }),
    );
    expect(shape(listed([owned, ...rest]))).toEqual(shape(listed([owned])));
  });

  it('keeps the rows about the page the same for listed and unlisted', () => {
    expect(shape(NOWHERE).slice(1)).toEqual(shape(listed([])).slice(1));
  });
});
