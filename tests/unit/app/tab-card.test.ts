import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tabs } from 'webextension-polyfill';
import { chipCardFor, drawMenu, markSeen } from '../../../lib/app/chip';
import { cardForLink, cardForTab } from '../../../lib/app/tab-card';
import type { Lookup } from '../../../lib/core/card';
import { changeSettings } from '../../../lib/store/settings';
import { browser, type FakeTab, resetBrowser, state } from '../support/browser';
import { sketch } from '../support/observation';
import { claim, entity, NOW, slice } from '../support/register';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
const asked = vi.hoisted(() => [] as string[]);
vi.mock('../../../lib/app/register', () => ({
  answerFor: async (address: string): Promise<Lookup> => {
    asked.push(address);
    const host = URL.canParse(address) ? new URL(address).hostname.replace('www.', '') : '';
    if (host === 'kapot.nl') return { state: 'damaged' };
    if (host !== 'krant.nl') return { state: 'unlisted', why: host === '' ? 'no-host' : 'no-rule', slice: null };
    return {
      state: 'listed',
      entity: 'de-krant',
      slice: slice([entity('outlet', 'De Krant'), entity('organisation', 'Uitgever')], [claim('De Krant', 'published-by', 'Uitgever')]),
    };
  },
  practiceAnswerFor: async (): Promise<Lookup> => ({ state: 'unlisted', why: 'no-rule', slice: null }),
}));
beforeEach(async () => {
  await resetBrowser();
  asked.length = 0;
  vi.clearAllMocks();
});

const at = (origin: string, path = '/bericht') => sketch(origin + path);
const cardOf = (tab: FakeTab) => cardForTab(tab as Tabs.Tab, NOW);

describe('the card of a tab', () => {
  it('puts together what page and list say', async () => {
    state.inject = () => at('https://www.krant.nl');
    const { card, read } = await cardOf({ id: 1, url: 'https://www.krant.nl/bericht' });
    expect(read).toBe(true);
    expect(card).toMatchObject({ key: 'https://www.krant.nl/bericht', who: { state: 'known' }, when: { state: 'known' } });
  });

  it('looks up the address the reader found where the browser does not tell it', async () => {
    state.inject = () => at('https://www.krant.nl');
    expect((await cardOf({ id: 1 })).card.who.state).toBe('known');
    expect(asked).toEqual(['https://www.krant.nl/bericht']);
  });

  it('says who is behind a page it may not read', async () => {
    state.inject = () => {
      throw new Error('Cannot access contents of the page');
    };
    const { card, read } = await cardOf({ id: 1, url: 'https://www.krant.nl/bericht' });
    expect(read).toBe(false);
    expect([card.who.state, card.when]).toEqual(['known', { state: 'unread', why: 'no-access' }]);
  });

  it('asks nothing of the list where there is no address', async () => {
    state.inject = () => {
      throw new Error('no');
    };
    const { card } = await cardOf({ id: 1 });
    expect(card.who).toEqual({ state: 'unread', why: 'no-access' });
    expect(asked).toEqual([]);
  });

  it('does not join two pages when the tab navigated in between', async () => {
    state.inject = () => at('https://dorp.nl');
    const { card } = await cardOf({ id: 1, url: 'https://www.krant.nl/bericht' });
    expect(card.host).toBe('dorp.nl');
    expect(card.who).toEqual({ state: 'unlisted', why: 'no-rule' });
  });
});

describe('the card of a link', () => {
  it('says who, and of the rest that it takes opening it', async () => {
    const card = await cardForLink(' https://www.krant.nl/bericht?wie=anna#hier ', NOW);
    expect(card).toMatchObject({
      key: 'https://www.krant.nl/bericht',
      who: { state: 'known' },
      when: { state: 'unread', why: 'not-opened' },
    });
    expect(state.injected).toEqual([]);
  });

  it('looks behind a carrier', async () => {
    const card = await cardForLink('https://l.facebook.com/l.php?u=https%3A%2F%2Fkrant.nl%2Fbericht', NOW);
    expect(card).toMatchObject({ host: 'krant.nl', who: { state: 'known' } });
  });

  it.each(['javascript:alert(1)', 'mailto:anna@krant.nl', 'geen adres', ''])('has no address in %j', async (address) => {
    expect(await cardForLink(address, NOW)).toMatchObject({ key: '', host: null, who: { state: 'unread', why: 'not-opened' } });
  });
});

describe('the card beside a headline', () => {
  it('is plain text: four rows, in the language that was chosen', async () => {
    state.inject = () => at('https://www.krant.nl');
    const tab = { id: 1, url: 'https://www.krant.nl/bericht' } as Tabs.Tab;
    const dutch = await chipCardFor(tab);
    expect(dutch.lead).toBe('De Krant is van Uitgever.');
    expect(dutch.rows.map(({ label }) => label)).toEqual(['Van wie?', 'Van wanneer?', 'Is dit reclame?', 'Hoe is dit gemaakt?']);
    expect(dutch.rows[0]?.steps).toEqual(['De Krant', 'Uitgever (wie eigenaar is, weten we niet)']);
    expect(dutch.rows[3]?.lines).toEqual([{ text: 'De site noemt geen makers.', small: false }]);
    expect(structuredClone(dutch)).toEqual(dutch);
    await changeSettings((old) => ({ ...old, language: 'en' }));
    expect((await chipCardFor(tab)).lead).not.toBe(dutch.lead);
  });
});

describe('icon and menu', () => {
  it('change the icon of that tab only, and say in words what it means', async () => {
    await markSeen(3);
    expect(browser.action.setIcon).toHaveBeenCalledWith(expect.objectContaining({ tabId: 3 }));
    expect(browser.action.setTitle).toHaveBeenCalledWith({ tabId: 3, title: 'Colofon staat op deze site aan. Klik om te lezen.' });
  });

  it('offer the menu on web links, in the language of the browser or of the person', async () => {
    const title = () => vi.mocked(browser.contextMenus.create).mock.lastCall?.[0];
    await drawMenu();
    expect(title()).toMatchObject({ title: 'Van wie is deze link?', contexts: ['link'], targetUrlPatterns: ['http://*/*', 'https://*/*'] });
    state.language = 'en-US';
    await drawMenu();
    expect(title()).not.toMatchObject({ title: 'Van wie is deze link?' });
    state.language = 'fr';
    await drawMenu();
    expect(title()).toMatchObject({ title: 'Van wie is deze link?' });
    expect(browser.contextMenus.removeAll).toHaveBeenCalledTimes(3);
  });
});
