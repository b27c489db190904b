// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { AroundSection } from '../../../components/panel/AroundSection';
import { type Campaign, Popup } from '../../../entrypoints/popup/Popup';
import type { AroundPage } from '../../../lib/core/around';
import { makeCard } from '../../../lib/core/card';
import { cardText } from '../../../lib/words/card-text';
import { wordsIn } from '../../../lib/words/words';
import { draw, press, texts } from '../support/draw';
import { ad, notice, version } from '../support/notices';
import { observation } from '../support/observation';
import { NOW, slice } from '../support/register';

const nl = wordsIn('nl');
const NOTHING: AroundPage = { ads: [], closed: 0, damaged: false, own: null, elections: [] };
const ADDRESS = 'https://verklaringen.example/dijkreclame/abc123';
const LABEL = 'Dit is een politieke reclameboodschap';

function button(at: HTMLElement, words: string): HTMLElement {
  const found = [...at.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (found === undefined) throw new Error(`no button "${words}"`);
  return found;
}

function listed(details: Parameters<typeof ad>[0] = {}): AroundPage['ads'][number] {
  const found = notice({ versions: [version({ ad: ad(details) })] });
  return { label: LABEL, address: ADDRESS, notice: { state: 'listed', notice: found, slice: slice([], []) } };
}

function popup(around: AroundPage | null, campaign: Campaign | null = null) {
  const onAccess = vi.fn();
  const card = makeCard({ state: 'read', observation: observation() }, { state: 'unlisted', why: 'no-rule', slice: null }, NOW);
  const view = { host: 'krant.example', text: cardText(card, nl, 'brief'), searches: null, list: null, copy: () => '' };
  const nothing = vi.fn();
  const props = { view, words: nl, auto: null, onSources: nothing, onWrong: nothing, onAuto: nothing, onAccess };
  return { ...draw(<Popup {...props} around={around} campaign={campaign} />), onAccess };
}

describe('advertising around a page in the panel', () => {
  const panel = (around: Partial<AroundPage>) =>
    draw(<AroundSection around={{ ...NOTHING, ...around }} words={nl} />).at.textContent?.replace(/\s+/g, ' ') ?? '';

  it('says of an item that the law wants and the notice leaves out that it is not there', () => {
    const words = panel({ ads: [listed({ origin: 'not-stated', targeting: 'not-stated' })] });
    expect(words).toContain('Waar het geld vandaan komtDit staat niet in de verklaring.');
    expect(words.split('Dit staat niet in de verklaring.')).toHaveLength(4);
    expect(words).toContain('Partij van de Dijk');
  });

  it('says that of no item that was not read, and of no notice that is not in the list', () => {
    expect(panel({ ads: [listed({ origin: 'not-read', valuation: 'not-read' })] })).not.toContain('Dit staat niet in de verklaring.');
    const words = panel({
      ads: [{ label: LABEL, address: ADDRESS, notice: { state: 'unlisted', at: { scheme: 'dijkreclame', id: 'x1' } } }],
    });
    expect(words).toContain('De verklaring staat niet in onze lijst.');
    expect(words).not.toContain('Dit staat niet in de verklaring.');
  });

  it('leads to a notice at an address that is not in the list, and says where none was recognised', () => {
    const address = 'https://elders.example/n/1';
    const { at } = draw(<AroundSection around={{ ...NOTHING, ads: [{ label: null, address, notice: null }] }} words={nl} />);
    expect(at.querySelector(`a[href="${address}"]`)).not.toBeNull();
    expect(at.textContent).toContain('De verklaring staat niet in onze lijst.');
    expect(panel({ ads: [{ label: LABEL, address: null, notice: null }] })).toContain('We herkennen geen link naar de verklaring.');
    expect(panel({ own: { address, notice: null } })).toContain('Deze pagina is een verklaring bij politieke reclame.');
  });

  it('is not there where nothing was seen and all could be read', () => {
    expect(panel({})).toBe('');
    expect(panel({ closed: 1 })).toContain('We konden niet alle advertenties op deze pagina lezen. Toegang regelen');
    expect(panel({ damaged: true })).not.toBe('');
  });
});

describe('advertising around a page in the popup', () => {
  it('leads to the choices of access where frames could not be read, and only there', () => {
    const { at, onAccess } = popup({ ...NOTHING, closed: 2 });
    expect(texts(at, '.around p')).toEqual(['We konden niet alle advertenties op deze pagina lezen. Toegang regelen']);
    press(button(at, 'Toegang regelen'));
    expect(onAccess).toHaveBeenCalledOnce();
    expect(popup({ ...NOTHING, ads: [listed()] }).at.textContent).not.toContain('Toegang regelen');
    expect(texts(popup(NOTHING).at, '.around')).toEqual([]);
  });

  it('leaves the answer about the article as it was', () => {
    const paid = (around: AroundPage | null) => texts(popup(around).at, '[data-fact="paid"]');
    expect(paid({ ...NOTHING, ads: [listed()], closed: 3 })).toEqual(paid(null));
  });
});

describe('the line in campaign time', () => {
  const campaign = (onOff: Campaign['onOff']): Campaign => ({ text: 'Het is campagnetijd.', onMore: vi.fn(), onOff });

  it('can be put away, except where no choice is kept', () => {
    const off = vi.fn();
    const { at } = popup(NOTHING, campaign(off));
    expect(texts(at, '.campaign')[0]).toContain('Het is campagnetijd.');
    press(button(at, 'Niet meer tonen'));
    expect(off).toHaveBeenCalledOnce();
    expect(texts(popup(NOTHING, campaign(null)).at, '.campaign')[0]).not.toContain('Niet meer tonen');
  });

  it('gives way to what is on the page itself', () => {
    expect(texts(popup({ ...NOTHING, ads: [listed()] }, campaign(vi.fn())).at, '.campaign')).toEqual([]);
    expect(texts(popup(NOTHING).at, '.campaign')).toEqual([]);
  });
});
