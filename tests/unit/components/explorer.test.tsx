// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { mailTo } from '../../../components/explorer/ClaimAside';
import { Explorer, type View } from '../../../components/explorer/Explorer';
import { profileOf } from '../../../lib/core/card';
import type { Election } from '../../../lib/core/elections';
import type { Claim, Entity } from '../../../lib/core/register';
import { search, searchIndex } from '../../../lib/core/search';
import { wordsIn } from '../../../lib/words/words';
import { draw, press, texts } from '../support/draw';
import { notice } from '../support/notices';
import { claim, entity, slice, source, TODAY } from '../support/register';

const nl = wordsIn('nl');
const krant: Entity = { ...entity('outlet', 'De Krant'), names: [{ name: 'De Krant' }, { name: 'Oud Blad', valid: { to: '2010' } }] };
const people = [krant, entity('organisation', 'Uitgever'), entity('person', 'Anna'), entity('person', 'Bram')];
const index = searchIndex(people, [], {});

interface Calls {
  onOpen?: (id: string) => void;
  onPlace?: (place: string) => void;
}

function shown(view: View, { onOpen = vi.fn(), onPlace = vi.fn() }: Calls = {}): HTMLElement {
  return draw(
    <Explorer
      words={nl}
      view={view}
      damaged={false}
      keeper={null}
      today={TODAY}
      linkTo={(id) => `#${id}`}
      groupLink={(group) => `#in/${group}`}
      placeLink={(place) => `#${place}`}
      onPlace={onPlace}
      onFilter={vi.fn()}
      onSaveCsv={vi.fn()}
      onSearch={vi.fn()}
      onOpen={onOpen}
      onSave={vi.fn()}
    />,
  ).at;
}

const searching = (query: string, details: Partial<Extract<View, { kind: 'search' }>> = {}): View => ({
  kind: 'search',
  query,
  group: null,
  groups: index.groups,
  results: query === '' ? null : search(index, query),
  note: null,
  elections: [],
  notice: null,
  others: { notices: 0, elections: 0 },
  ...details,
});

function entityView(claims: Claim[], id = 'de-krant'): View {
  const part = slice(people, claims, [source('akte', { title: 'Akte', url: 'https://bronnen.example/akte' })]);
  const who = profileOf(part, id, TODAY);
  if (who === null) throw new Error('not in the slice');
  return { kind: 'entity', who, hosts: [], holdings: [], mentions: [], notices: [], elections: [], record: '{}', built: part.built };
}

async function open(details: Element | null): Promise<void> {
  await act(async () => {
    (details as HTMLDetailsElement).open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
}

describe('searching', () => {
  it('offers ways in before anything is asked, and no list of everything', () => {
    const at = shown(searching(''));
    expect(texts(at, '.ways li')).toEqual(['andere titels 1', 'uitgevers en bedrijven 1', 'personen en families 2']);
    expect(at.querySelector('.results')).toBeNull();
  });

  it('says what kind of outlet was found, where the list says so', () => {
    const known = searchIndex(people, [claim('De Krant', 'has-form', { form: 'local-newspaper' })], {});
    expect(texts(shown(searching('krant', { results: search(known, 'krant') })), '.results .small')).toEqual(['een lokale krant']);
    expect(texts(shown(searching('krant')), '.results .small')).toEqual(['titel']);
  });

  it('says why something was found', () => {
    expect(texts(shown(searching('oud blad')), '.why')).toEqual(['heette eerder: Oud Blad']);
    expect(texts(shown(searching('krant')), '.why')).toEqual([]);
  });

  it('shows so many at first, and more when asked', async () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ entity: entity('outlet', `Blad ${i}`), form: null, hosts: [], matches: [] }));
    const at = shown(searching('blad', { results: many }));
    expect(texts(at, '[role=status]')).toEqual(['100 gevonden']);
    expect(at.querySelectorAll('.results li')).toHaveLength(40);
    const more = [...at.querySelectorAll('button')].find((button) => button.textContent === 'Toon meer (nog 60)');
    await press(more);
    expect(at.querySelectorAll('.results li')).toHaveLength(100);
  });

  it('leads from the field into the list and back with the arrow keys, and opens the first with Enter', async () => {
    const onOpen = vi.fn();
    const at = shown(searching('a'), { onOpen });
    const key = (name: string): void => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    };
    const here = (): string => document.activeElement?.textContent || (document.activeElement?.tagName ?? '');
    at.querySelector('input')?.focus();
    key('ArrowDown');
    expect(here()).toBe(texts(at, '.results a')[0]);
    key('ArrowDown');
    expect(here()).toBe(texts(at, '.results a')[1]);
    key('ArrowUp');
    key('ArrowUp');
    expect(here()).toBe('INPUT');
    key('Enter');
    expect(onOpen).toHaveBeenCalledWith(search(index, 'a')[0]?.entity.id);
  });

  it('says so when an address is a place where anybody publishes, or nobody in the list', () => {
    expect(texts(shown(searching('x', { results: [], note: 'explorer_platform' })), '[role=status]')[0]).toContain(
      'Hier kan iedereen publiceren',
    );
    expect(texts(shown(searching('x', { results: [] })), '[role=status]')[0]).toContain('Dat zegt niets over de site');
  });

  it('finds elections and the notice whose address was typed, before everything else', () => {
    const onPlace = vi.fn();
    const election: Election = {
      id: 'nl-ps-2027',
      kind: 'provincial',
      area: 'NL',
      names: { nl: 'Provinciale Statenverkiezingen 2027', en: 'Provincial elections 2027' },
      date: '2027-03',
      status: 'expected',
      links: [],
      sources: [],
    };
    const at = shown(searching('provinciale', { results: [], elections: [election], notice: notice() }), { onPlace });
    expect(texts(at, '[role=status]')).toEqual(['2 gevonden']);
    expect([...at.querySelectorAll('.results a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Partij van de Dijk', '#politiek/verklaring/dijkreclame/abc123'],
      ['Provinciale Statenverkiezingen 2027', '#verkiezingen/nl-ps-2027'],
    ]);
    at.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(onPlace).toHaveBeenCalledWith('politiek/verklaring/dijkreclame/abc123');
  });

  it('leads to notices and elections where there are any', () => {
    const at = shown(searching('', { others: { notices: 3, elections: 0 } }));
    expect(texts(at, '.ways li').at(-1)).toBe('Politieke reclame 3');
  });

  it('says so when the address of the page names nobody', () => {
    const at = shown({ kind: 'missing', id: 'bestaat-niet' });
    expect(texts(at, 'h1')).toEqual(['Dit staat niet in onze lijst']);
    expect(at.textContent).toContain('“bestaat-niet”');
    expect(at.querySelector('a[href="#search"]')).not.toBeNull();
  });
});

describe('the page of an entity', () => {
  const owned = claim('De Krant', 'owned-by', 'Bram', { sources: ['akte'] });

  it('has the record once', () => {
    expect(
      texts(shown(entityView([owned])), 'main')
        .join(' ')
        .split('De gegevens zelf'),
    ).toHaveLength(2);
  });

  it('has the drawing and its text, which lead on', () => {
    const at = shown(entityView([owned]));
    expect(at.querySelector('.picture a[data-box="bram"]')?.getAttribute('href')).toBe('#bram');
    expect(texts(at, '.holders .name')).toEqual(['De Krant', 'Bram']);
  });

  it('has with each claim what it replaced, and where it stands', async () => {
    const at = shown(entityView([owned, claim('De Krant', 'owned-by', 'Anna', { status: 'superseded', sources: ['oud'] })]));
    const [more] = at.querySelectorAll('.claim-more');
    await open(more ?? null);
    expect(more?.textContent).toContain('Anna was eigenaar van De Krant.');
    expect(more?.querySelector('a[href="https://bronnen.example/oud"]')).not.toBeNull();
    expect(more?.textContent).toContain('registry/entities/nl/de-krant.yaml');
    expect(more?.textContent).toContain('de-krant/owned-by/bram');
  });

  it('has of another relation nothing beside a claim', async () => {
    const paid = claim('De Krant', 'funded-by', 'Anna', { status: 'superseded' });
    const at = shown(entityView([owned, paid]));
    await open(at.querySelector('.claim-more'));
    expect(at.querySelector('.claim-more')?.textContent).toContain('In onze lijst stond hier niets anders.');
  });

  it('says when nothing stood there before', async () => {
    const at = shown(entityView([owned]));
    await open(at.querySelector('.claim-more'));
    expect(at.querySelector('.claim-more')?.textContent).toContain('In onze lijst stond hier niets anders.');
  });

  it('has with a claim that is history what the list says today', async () => {
    const at = shown(entityView([owned, claim('De Krant', 'owned-by', 'Anna', { status: 'superseded' })]));
    const [, past] = at.querySelectorAll('.claim-more');
    await open(past ?? null);
    expect(past?.textContent).toContain('Wat staat er nu?');
    expect(past?.textContent).toContain('Bram is eigenaar van De Krant.');
    expect(past?.querySelector('textarea')?.value).toContain('Over: Anna was eigenaar van De Krant.');
  });

  it('prepares a correction that names the claim and its sources, and sends nothing', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const at = shown(entityView([owned]));
    await open(at.querySelector('.claim-more'));
    const letter = at.querySelector<HTMLTextAreaElement>('.claim-more textarea')?.value ?? '';
    expect(letter).toContain('Over: Bram is eigenaar van De Krant.');
    expect(letter).toContain('Akte https://bronnen.example/akte');
    expect(letter).toContain('Regel: de-krant/owned-by/bram');
    await press(at.querySelector('.claim-more button'));
    expect(writeText).toHaveBeenCalledWith(letter);
    const mail = at.querySelector('.claim-more a.button')?.getAttribute('href') ?? '';
    expect(mail.startsWith('mailto:?subject=')).toBe(true);
    expect(decodeURIComponent(mail)).toContain('Bram is eigenaar van De Krant.');
    expect(fetched).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('says that sources disagree', () => {
    const at = shown(
      entityView([
        claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
        claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] }),
      ]),
    );
    expect(texts(at, '.answer')).toEqual(['Bronnen noemen verschillende eigenaars. We laten ze allemaal zien.']);
    expect(texts(at, '.picture .rivals').join('')).toContain('bronnen');
  });
});

describe('mailTo', () => {
  it('makes a message without an address, whatever signs are in it', () => {
    expect(mailTo('a & b?', 'één\nregel #2')).toBe('mailto:?subject=a%20%26%20b%3F&body=%C3%A9%C3%A9n%0D%0Aregel%20%232');
  });
});
