// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ElectionsPage } from '../../../components/explorer/ElectionsPage';
import { EntityPage } from '../../../components/explorer/EntityPage';
import { NoticePage } from '../../../components/explorer/NoticePage';
import { NoticesPage } from '../../../components/explorer/NoticesPage';
import { NoticeFacts } from '../../../components/notice/NoticeFacts';
import { profileOf } from '../../../lib/core/card';
import type { Election } from '../../../lib/core/elections';
import { NO_GENERAL } from '../../../lib/core/general';
import { type NoticeFilter, noticesNaming } from '../../../lib/core/notice-filter';
import type { Notice, NoticeAd } from '../../../lib/core/notices';
import { wordsIn } from '../../../lib/words/words';
import { draw, press, texts } from '../support/draw';
import { ad, notice, version } from '../support/notices';
import { entity, slice, source, TODAY } from '../support/register';

const nl = wordsIn('nl');
const dijk = entity('association', 'Vereniging de Dijk');
const names = slice([dijk], [], [source('verklaringen', { title: 'Verklaringen', url: 'https://bronnen.example/verklaringen' })]);
const election: Election = {
  id: 'nl-ps-2027',
  kind: 'provincial',
  area: 'NL',
  names: { nl: 'Provinciale Statenverkiezingen 2027', en: 'Provincial elections 2027' },
  date: '2027-03-17',
  status: 'expected',
  euSponsorsOnly: { from: '2026-12-17', to: '2027-03-17' },
  links: [{ kind: 'voting', address: 'https://stemmen.example/', names: { nl: 'Hoe je stemt', en: 'How to vote' }, sources: [] }],
  sources: ['verklaringen'],
};
const of = (id: string, details: Partial<NoticeAd>): Notice =>
  notice({ id: `dijkreclame/${id}`, versions: [version({ ad: ad(details) })] });
const plain = (list: string[]): string[] => list.map((text) => text.replace(/\s/g, ' '));

function listed(notices: Notice[], filter: NoticeFilter = {}) {
  const onFilter = vi.fn();
  const onSaveCsv = vi.fn();
  const general = { ...NO_GENERAL, elections: [election], noticeAddresses: [{ scheme: 'duin', host: 'duin.example', path: '/{id}' }] };
  const { at } = draw(
    <NoticesPage
      notices={notices}
      filter={filter}
      general={general}
      names={names}
      built="2026-11-20"
      keeper={null}
      words={nl}
      linkTo={(id) => `#${id}`}
      placeLink={(place) => `#${place}`}
      onFilter={onFilter}
      onSaveCsv={onSaveCsv}
    />,
  );
  return { at, onFilter, onSaveCsv };
}

describe('notices in the explorer', () => {
  const dijks = [
    of('a', { sponsor: { name: 'De Dijk', entity: dijk.id }, process: { words: 'Statenverkiezingen', election: 'nl-ps-2027' } }),
    of('b', { sponsor: { name: 'Dijk afdeling Noord', entity: dijk.id }, amount: [{ value: 20, currency: 'DKK' }] }),
    of('c', { sponsor: { naturalPerson: true }, amount: 'not-stated', process: { words: 'Algemeen' } }),
  ];

  it('say first what they cover and what not', () => {
    const scope = listed(dijks).at.querySelector('.scope')?.textContent ?? '';
    expect(scope).toContain('verklaringen.example');
    expect(scope).toContain('20 januari 2027');
    expect(scope).toContain('Die hebben we niet: duin.example.');
    expect(scope).toContain('niet alle politieke reclame');
  });

  it('have sums by sponsor in a table with its headings, currencies apart, and what has no amount said', () => {
    const { at } = listed(dijks);
    const rows = [...at.querySelectorAll('.sums tbody tr')].map((row) => plain(texts(row, 'th, td')));
    expect(rows).toEqual([
      ['De Dijkook: Dijk afdeling Noord', '2', 'DKK 20€ 2.500'],
      ['Personen (namen bewaren we niet)', '1', '1 zonder bedrag'],
    ]);
    expect(texts(at, '.sums thead th')).toHaveLength(3);
    expect(at.querySelector('.sums tbody a')?.getAttribute('href')).toBe(`#${dijk.id}`);
    expect(at.querySelectorAll('.bars')).toHaveLength(2);
    expect(at.textContent).toContain('Munten rekenen we niet om');
  });

  it('have bars as long as their figures, with both ends of a range', () => {
    const { at } = listed([of('a', {}), of('b', { sponsor: { name: 'Duin' }, amount: [{ min: 500, max: 5000, currency: 'EUR' }] })]);
    const bars = [...at.querySelectorAll('.bar')].map((bar) => [
      plain(texts(bar, '.bar-figure'))[0],
      ...[...bar.querySelectorAll<HTMLElement>('.bar-most, .bar-least')].map((each) => each.style.inlineSize || each.getAttribute('style')),
    ]);
    expect(bars[0]?.[0]).toBe('€ 500 tot € 5.000');
    expect(bars[0]?.slice(1).map((size) => /\d+/.exec(size ?? '')?.[0])).toEqual(['100', '10']);
    expect(bars[1]?.slice(1).map((size) => /\d+/.exec(size ?? '')?.[0])).toEqual(['50', '50']);
  });

  it('can be chosen by sponsor, election and period, which the page around is told', async () => {
    const { at, onFilter } = listed(dijks, { from: '2027-01-01' });
    const [sponsors, processes] = [...at.querySelectorAll('select')];
    expect(texts(at, 'select:first-of-type option')).toContain('De Dijk');
    expect([...(processes?.querySelectorAll('optgroup') ?? [])].map((group) => texts(group, 'option'))).toEqual([
      ['Provinciale Statenverkiezingen 2027'],
      expect.arrayContaining(['Algemeen']),
    ]);
    await act(async () => {
      if (sponsors) sponsors.value = `e:${dijk.id}`;
      sponsors?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(onFilter).toHaveBeenCalledWith({ from: '2027-01-01', sponsor: `e:${dijk.id}` });
    await press([...at.querySelectorAll('button')].find(({ textContent }) => textContent === 'Toon alles'));
    expect(onFilter).toHaveBeenLastCalledWith({});
  });

  it('show and save only what was chosen', async () => {
    const { at, onSaveCsv } = listed(dijks, { sponsor: `e:${dijk.id}`, subject: 'e:nl-ps-2027' });
    expect(texts(at, '.count')).toEqual(['1 verklaring']);
    expect(texts(at, '.results a')).toEqual(['De Dijk']);
    // On paper there are no fields to see it in.
    expect(texts(at, '.on-paper')).toEqual(['Gekozen: De Dijk · Provinciale Statenverkiezingen 2027']);
    const save = (text: string) => [...at.querySelectorAll('button')].find(({ textContent }) => textContent === text);
    await press(save('Bewaar de verklaringen als CSV'));
    await press(save('Bewaar de bedragen als CSV'));
    const [list, sums] = onSaveCsv.mock.calls.map(([, text]) => String(text).trimEnd().split('\r\n'));
    expect([list?.length, sums?.length]).toEqual([2, 2]);
    expect(list?.[1]).toContain('dijkreclame/a');
  });

  it('say it when nothing fits, and how many have no period', () => {
    expect(texts(listed(dijks, { sponsor: 'n:Niemand' }).at, '.count')[0]).toContain('Geen verklaring past');
    expect(listed(dijks, { sponsor: 'n:Niemand' }).at.querySelector('select')?.value).toBe('n:Niemand');
    const { at } = listed([of('a', {}), of('b', { period: 'not-stated' })], { from: '2027-01-01' });
    expect(texts(at, '[role=status]')[0]).toContain('Van 1 andere verklaring kennen we de periode niet.');
    expect(listed([]).at.textContent).toContain('geen verklaringen');
  });

  it('are text, whatever a name holds', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { at } = listed([of('a', { sponsor: { name: hostile }, process: { words: hostile } })]);
    expect(at.querySelector('img')).toBeNull();
    expect(texts(at, '.results a')).toEqual([hostile]);
  });
});

describe('one notice', () => {
  const page = (of: Notice): HTMLElement =>
    draw(
      <NoticePage notice={of} elections={[election]} names={names} built="2026-11-20" keeper={null} words={nl} linkTo={(id) => `#${id}`} />,
    ).at;

  it('leads to its organisation, to itself and to its source', () => {
    const at = page(of('a', { sponsor: { name: 'De Dijk', entity: dijk.id } }));
    const links = [...at.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links.slice(0, 3)).toEqual([
      `#${dijk.id}`,
      'https://bronnen.example/verklaringen',
      'https://verklaringen.example/dijkreclame/a',
    ]);
    expect(texts(at, 'h1')).toEqual(['Opdrachtgever: De Dijk.']);
  });

  it('says what changed, from what to what', () => {
    const versions = [version({ version: 3, ad: ad({ amount: [{ value: 3000, currency: 'EUR' }] }) }), version({ version: 1 })];
    const at = page(notice({ versions }));
    expect(plain(texts(at, '.changed-item'))).toEqual(['Bedrag voor deze reclameEerst€ 2.500Daarna€ 3.000']);
    expect(at.querySelector('.change')?.textContent).toContain('Er zit 1 versie tussen die we niet hebben.');
    expect(texts(at, '.change h3')).toEqual(['Van versie 1 naar versie 3']);
  });

  it('says that there is one version, and whether there were others', () => {
    expect(page(notice()).textContent).toContain('We hebben één versie');
    expect(page(notice()).textContent).not.toContain('Eerdere versies');
    expect(page(notice({ versions: [version({ version: 2 })] })).textContent).toContain('Eerdere versies hebben we niet.');
  });

  it('opens no address but of the web', () => {
    const at = page(of('a', { complaint: 'javascript:alert(1)' }));
    expect(at.querySelector('a[href^="javascript"]')).toBeNull();
    expect(at.textContent).toContain('javascript:alert(1)');
  });

  it('in short leads to the explorer', () => {
    const { at } = draw(<NoticeFacts notice={notice()} names={names} elections={[]} words={nl} length="brief" />);
    expect(at.querySelector('a[href="/explorer.html#politiek/verklaring/dijkreclame/abc123"]')).not.toBeNull();
    expect(at.querySelector('[data-item="sponsor"]')?.getAttribute('data-state')).toBe('known');
  });
});

describe('elections', () => {
  const page = (today: string): HTMLElement =>
    draw(
      <ElectionsPage
        elections={[election]}
        notices={[of('a', { process: { words: 'x', election: 'nl-ps-2027' } })]}
        names={names}
        today={today}
        built="2026-11-20"
        keeper={null}
        words={nl}
        placeLink={(place) => `#${place}`}
      />,
    ).at;

  it('to come say how sure the day is, who may advertise from when to when, and where to read more', () => {
    const at = page(TODAY);
    expect(texts(at, 'h2')).toEqual(['Wat nog komt']);
    expect(at.textContent).toContain('17 maart 2027. Verwacht.');
    expect(at.textContent).toContain('Van 17 december 2026 tot en met 17 maart 2027 mogen alleen opdrachtgevers uit de EU');
    expect(at.querySelector('a[href="https://stemmen.example/"]')?.textContent).toBe('Hoe je stemt');
    expect(at.querySelector('a[href="#politiek?verkiezing=e%3Anl-ps-2027"]')?.textContent).toBe('1 verklaring over politieke reclame');
  });

  it('are past from the day after', () => {
    const onTheDay = page('2027-03-17');
    expect(texts(onTheDay, 'h2')).toEqual(['Wat nog komt']);
    expect(onTheDay.textContent).toContain('mogen alleen');
    const at = page('2027-03-18');
    expect(texts(at, 'h2')).toEqual(['Wat is geweest']);
    expect(at.textContent).toContain('mochten alleen');
    expect(at.textContent).not.toContain('Verwacht');
  });
});

describe('the page of an organisation', () => {
  it('has the notices that name it, and as what', () => {
    const who = profileOf(names, dijk.id, TODAY);
    if (who === null) throw new Error('not in the slice');
    const notices = noticesNaming([of('a', { payer: { name: 'De Dijk', entity: dijk.id } })], dijk.id);
    const { at } = draw(
      <EntityPage
        who={who}
        hosts={[]}
        holdings={[]}
        mentions={[]}
        notices={notices}
        elections={[]}
        record="{}"
        built="2026-11-20"
        keeper={null}
        today={TODAY}
        words={nl}
        linkTo={(id) => `#${id}`}
        placeLink={(place) => `#${place}`}
        onSave={vi.fn()}
      />,
    );
    const section = at.querySelector('[aria-labelledby="notices"]');
    expect(section?.textContent).toContain('Politieke reclame van deze organisatie');
    expect(section?.textContent).toContain('betaalt');
    expect(section?.querySelector('a')?.getAttribute('href')).toBe('#politiek/verklaring/dijkreclame/a');
  });
});
