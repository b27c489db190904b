// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Panel, type PanelState } from '../../../components/panel/Panel';
import { type Card, type Lookup, makeCard } from '../../../lib/core/card';
import type { Disclosure, Observation } from '../../../lib/core/observation';
import type { Claim } from '../../../lib/core/register';
import { wordsIn } from '../../../lib/words/words';
import { draw, send, texts, type } from '../support/draw';
import { dated, evidence, found, observation } from '../support/observation';
import { claim, entity, NOW, shares, slice } from '../support/register';

const nl = wordsIn('nl');
const people = [
  entity('outlet', 'De Krant'),
  entity('organisation', 'Uitgever'),
  entity('organisation', 'Groep'),
  entity('person', 'Anna'),
  entity('person', 'Bram'),
];
const NOWHERE: Lookup = { state: 'unlisted', why: 'no-rule', slice: { version: '2026.11.23', built: '2026-11-20' } };

function listed(...claims: Claim[]): Lookup {
  return { state: 'listed', entity: 'de-krant', slice: slice(people, claims) };
}

function cardOf(lookup: Lookup, details: Partial<Observation> = {}): Card {
  return makeCard({ state: 'read', observation: observation(details) }, lookup, NOW);
}

const panel = (state: PanelState, onLink: (address: string) => void = vi.fn()) => <Panel state={state} words={nl} onLink={onLink} />;
const drawn = (card: Card): HTMLElement => draw(panel({ kind: 'card', card })).at;

describe('the panel', () => {
  it('shows nothing of the page before when the tab went on', () => {
    const { at, again } = draw(panel({ kind: 'card', card: cardOf(listed(), { authors: [found('S. Bakker')] }) }));
    again(panel({ kind: 'cleared' }));
    expect(at.textContent).toContain('Nieuwe pagina. Klik op het Colofon-knopje.');
    expect(at.textContent).not.toMatch(/Krant|Bakker|krant\.example/);
    again(panel({ kind: 'reading' }));
    expect(at.textContent).toContain('Colofon leest deze pagina.');
  });

  it('tells a change of what it shows to who cannot see it', () => {
    expect(texts(draw(panel({ kind: 'cleared' })).at, '[aria-live=polite]')).toEqual(['Nieuwe pagina. Klik op het Colofon-knopje.']);
  });

  it('has the four questions in order, with their states', () => {
    const sections = (card: Card) =>
      [...drawn(card).querySelectorAll('[data-fact]')].map(
        (each) => `${each.getAttribute('data-fact')} ${each.getAttribute('data-state')}`,
      );
    expect(sections(cardOf(listed()))).toEqual(['who known', 'when absent', 'paid absent', 'made absent']);
    expect(sections(cardOf(NOWHERE, { kind: 'wall' }))).toEqual(['who unlisted', 'when unread', 'paid unread', 'made unread']);
    expect(sections(cardOf({ state: 'damaged' }))).toEqual(['who unread', 'when absent', 'paid absent', 'made absent']);
  });

  it('shows every claim of the chain with its source, as a picture and as a list', () => {
    const at = drawn(
      cardOf(listed(claim('De Krant', 'published-by', 'Uitgever'), claim('Uitgever', 'owned-by', 'Anna', { sources: ['akte'] }))),
    );
    expect(texts(at, '.statements li > p:first-child')).toEqual(['Uitgever geeft De Krant uit.', 'Anna is eigenaar van Uitgever.']);
    expect(at.querySelector('a[href="https://bronnen.example/akte"]')).not.toBeNull();
    expect(at.querySelector('.picture')?.getAttribute('aria-label')).toBe('Tekening: van De Krant naar de eigenaars. Uitgever; Anna.');
    expect(texts(at, 'figcaption')).toEqual(['volgens bronnen uit 2025']);
  });

  it('keeps a claim that skips a step, and what is over, apart and in sight', () => {
    const at = drawn(
      cardOf(
        listed(
          claim('De Krant', 'published-by', 'Uitgever'),
          claim('Uitgever', 'owned-by', 'Groep'),
          claim('De Krant', 'owned-by', 'Groep'),
          claim('De Krant', 'owned-by', 'Bram', { status: 'superseded' }),
        ),
      ),
    );
    const details = Object.fromEntries(
      [...at.querySelectorAll('section[data-fact=who] details')].map((each) => [
        texts(each, 'summary')[0],
        texts(each, 'li > p:first-child'),
      ]),
    );
    expect(details).toEqual({
      'Bronnen die minder precies zijn': ['Groep is eigenaar van De Krant.'],
      'Eerder (1)': ['Bram was eigenaar van De Krant. Bron uit 2025.'],
    });
  });

  it('shows both owners when sources disagree, each with its source', () => {
    const at = drawn(
      cardOf(
        listed(claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }), claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] })),
      ),
    );
    expect(texts(at, '[data-fact=who] .answer')).toEqual(['Bronnen noemen verschillende eigenaars. We laten ze allemaal zien.']);
    for (const id of ['een', 'twee']) expect(at.querySelector(`a[href="https://bronnen.example/${id}"]`), id).not.toBeNull();
  });

  it('has the same rows of income for every outlet', () => {
    const rows = (at: HTMLElement) => texts(at, '.pairs dt');
    const given = claim('De Krant', 'funded-by', { words: 'lezers', lang: 'nl' }, { funding: { kind: 'readers' } });
    const [little, more] = [drawn(cardOf(listed())), drawn(cardOf(listed(given)))].map((at) => ({
      rows: rows(at),
      answers: texts(at, '.pairs dd'),
    }));
    expect(little?.rows).toEqual(['Lezers, kijkers, leden', 'Adverteerders', 'Publiek geld', 'Ander geld']);
    expect(more?.rows).toEqual(little?.rows);
    expect(little?.answers).toEqual(Array(4).fill('Dat weten we niet.'));
  });

  it('says nothing of a membership that an outlet does not have', () => {
    expect(texts(drawn(cardOf(listed())), 'h3')).not.toContain('Ledenlijsten');
    expect(texts(drawn(cardOf(listed(claim('De Krant', 'member-of', 'Groep')))), 'h3')).toContain('Ledenlijsten');
  });

  it('shows every date with where it stands and as it was written', () => {
    const rival = { ...evidence('2024-01-09', 'text'), value: '9 jan. 2024' };
    const published = { ...dated('2021-05-03', 'json-ld', [rival]), time: '14:02', offset: '+02:00' };
    const dates = texts(drawn(cardOf(NOWHERE, { published })), '.dates li');
    expect(dates).toHaveLength(2);
    expect(dates[0]).toMatch(/3 mei 2021 14:02 \(\+02:00\).*in de code \(json-ld date\).*Zo staat het er: 2021-05-03/);
    expect(dates[1]).toMatch(/9 januari 2024.*op de pagina.*Zo staat het er: 9 jan\. 2024/);
  });

  it('puts what the site says of itself apart, and makes no link of what is no web address', () => {
    const from = { kind: 'json-ld', name: 'publisher' } as const;
    const disclosures: Disclosure[] = [
      { kind: 'ownership', url: 'https://krant.example/eigendom', text: null, from },
      { kind: 'mission', url: null, text: 'Wij <b>schrijven</b>', from },
      { kind: 'masthead', url: 'javascript:alert(1)', text: null, from },
    ];
    const at = drawn(cardOf(listed(), { siteName: found('Heel Anders'), disclosures }));
    const section = at.querySelector('[aria-labelledby=site-says]');
    expect(section?.textContent).toContain('Naam op de pagina: Heel Anders');
    expect(section?.querySelector('b')).toBeNull();
    expect([...(section?.querySelectorAll('a') ?? [])].map((each) => each.getAttribute('href'))).toEqual([
      'https://krant.example/eigendom',
    ]);
  });

  it('has no such section when the site says nothing', () => {
    expect(drawn(cardOf(listed())).querySelector('[aria-labelledby=site-says]')).toBeNull();
  });

  it('offers to look further, always with lists of fact-checkers and never with the story', () => {
    const further = (card: Card) => drawn(card).querySelector('[aria-labelledby=further]');
    expect(further(cardOf(NOWHERE))?.querySelectorAll('a')).toHaveLength(2);
    const known = further(cardOf(listed(claim('De Krant', 'owned-by', 'Anna', shares(100))), { headline: found('Een Kop') }));
    expect(known?.querySelectorAll('a')).toHaveLength(4);
    expect(known?.innerHTML).not.toMatch(/Kop|bericht/);
  });

  it('says from which edition it answers', () => {
    expect(texts(drawn(cardOf(listed())), 'footer')).toEqual(['Onze lijst van 20 november 2026']);
    expect(texts(drawn(cardOf({ ...listed(), keeper: 'De Bibliotheek' })), 'footer')).toEqual([
      'Gegevens van: De Bibliotheek, 20 november 2026',
    ]);
    expect(texts(drawn(cardOf({ state: 'damaged' })), 'footer')).toEqual([]);
  });
});

describe('a correction', () => {
  const letter = (at: HTMLElement) => at.querySelector('textarea')?.value;

  it('starts from the page that is shown', () => {
    expect(letter(drawn(cardOf(listed())))).toContain('Over: De Krant (krant.example)');
    expect(letter(drawn(cardOf(NOWHERE)))).toContain('Over: krant.example (');
  });

  it('is about the next page when the next page is shown', () => {
    const { at, again } = draw(panel({ kind: 'card', card: cardOf(listed()) }));
    again(panel({ kind: 'card', card: cardOf(NOWHERE, { address: { origin: 'https://dorp.example', path: '/nieuws' } }) }));
    expect(letter(at)).toContain('Over: dorp.example');
    expect(letter(at)).not.toContain('De Krant');
  });

  it('goes to the clipboard and nowhere else', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const fetched = vi.spyOn(globalThis, 'fetch');
    const at = drawn(cardOf(listed()));
    await type(at.querySelector('textarea'), 'Dit klopt niet.');
    await send(at.querySelector('#wrong form'));
    expect(writeText).toHaveBeenCalledWith('Dit klopt niet.');
    expect(texts(at, '#wrong [role=status]')).toEqual(['Gekopieerd']);
    expect(fetched).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

describe('another address', () => {
  async function paste(text: string): Promise<{ at: HTMLElement; asked: string[] }> {
    const asked: string[] = [];
    const { at } = draw(panel({ kind: 'cleared' }, (address) => asked.push(address)));
    await type(at.querySelector('#link-address'), text);
    await send(at.querySelector('[aria-labelledby=link-title] form'));
    return { at, asked };
  }

  it.each([
    ['https://krant.nl/bericht', 'https://krant.nl/bericht'],
    ['  http://krant.nl ', 'http://krant.nl'],
    ['krant.nl', 'https://krant.nl'],
    ['www.krant.nl/bericht', 'https://www.krant.nl/bericht'],
  ])('can be pasted: %s', async (text, address) => {
    const { at, asked } = await paste(text);
    expect(asked).toEqual([address]);
    expect(texts(at, '#link-problem')).toEqual(['']);
  });

  it.each(['', 'geen adres', 'javascript:alert(1)', 'file:///etc/passwd', 'krant', 'https://', 'mailto:anna@krant.nl'])(
    'is not looked up when it is no web address: %j',
    async (text) => {
      const { at, asked } = await paste(text);
      expect(asked).toEqual([]);
      expect(texts(at, '#link-problem')).toEqual(['Dit is geen webadres. Een webadres begint met https://.']);
      expect(at.querySelector('#link-address')?.getAttribute('aria-invalid')).toBe('true');
    },
  );
});
