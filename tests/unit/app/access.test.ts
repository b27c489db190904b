import { beforeEach, describe, expect, it, vi } from 'vitest';
import { looksAt, reconcile, switchOffGroup, switchOffSite, switchOnGroup, switchOnSite } from '../../../lib/app/access';
import { effectiveGroups } from '../../../lib/app/effective';
import { PLATFORM_HOSTS } from '../../../lib/platforms/hosts';
import { DEFAULTS, readSettings } from '../../../lib/store/settings';
import { browser, resetBrowser, state } from '../support/browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
const news = vi.hoisted(() => ['krant.nl', 'omroep.nl']);
vi.mock('../../../lib/store/packaged-register', () => ({ packagedNewsHosts: async () => [...news] }));
beforeEach(resetBrowser);

const NEWS = ['*://*.krant.nl/*', '*://*.omroep.nl/*'];

describe('switching on', () => {
  it('asks for the sites of a group and remembers the choice', async () => {
    await switchOnGroup('news', news);
    expect(state.granted).toEqual(NEWS);
    expect((await readSettings()).groups).toEqual(['news']);
  });

  it('asks for the whole web only when somebody chose everywhere', async () => {
    await switchOnGroup('everywhere', news);
    expect(state.granted).toEqual(['*://*/*']);
  });

  it('takes the choice back when the person or the browser refuses', async () => {
    state.saysYes = false;
    await switchOnGroup('news', news);
    await switchOnSite('dorp.nl');
    expect(await readSettings()).toMatchObject({ groups: [], sitesOn: [] });
    expect(state.granted).toEqual([]);
  });

  it('of one site undoes that it was off', async () => {
    await switchOffSite('dorp.nl');
    await switchOnSite('dorp.nl');
    expect(await readSettings()).toMatchObject({ sitesOn: ['dorp.nl'], sitesOff: [] });
  });
});

describe('switching off', () => {
  it('gives the access back to the browser', async () => {
    await switchOnGroup('news', news);
    await switchOffGroup('news');
    expect(state.granted).toEqual([]);
    expect((await readSettings()).groups).toEqual([]);
  });

  it('keeps the access that another choice still needs', async () => {
    await switchOnGroup('news', news);
    await switchOnGroup('social', news);
    await switchOnSite('krant.nl');
    await switchOffGroup('news');
    expect(state.granted.sort()).toEqual(['*://*.krant.nl/*', ...PLATFORM_HOSTS.map((host) => `*://*.${host}/*`)].sort());
  });

  it('of one site keeps Colofon away from it while the group stays on', async () => {
    await switchOnGroup('news', news);
    await switchOffSite('krant.nl');
    await reconcile();
    expect([await looksAt('www.krant.nl'), await looksAt('omroep.nl')]).toEqual([false, true]);
  });
});

describe('bringing scripts in line', () => {
  it('registers nothing on a new installation', async () => {
    await reconcile();
    expect(state.registered).toEqual([]);
    expect(await looksAt('krant.nl')).toBe(false);
  });

  it('registers one script for what is chosen and allowed, with what is off taken out', async () => {
    await switchOnGroup('news', news);
    await switchOffSite('sport.krant.nl');
    await reconcile();
    expect(state.registered).toEqual([
      expect.objectContaining({ id: 'headline', matches: NEWS, excludeMatches: ['*://*.sport.krant.nl/*'] }),
    ]);
  });

  it('changes nothing when it runs again', async () => {
    await switchOnGroup('news', news);
    const first = await reconcile();
    const registered = [...state.registered];
    expect(await reconcile()).toEqual(first);
    expect(state.registered).toEqual(registered);
  });

  it('takes the script away when the access was taken back in the browser', async () => {
    await switchOnGroup('news', news);
    await reconcile();
    state.granted = [];
    await reconcile();
    expect(state.registered).toEqual([]);
    expect(await looksAt('krant.nl')).toBe(false);
  });

  it('reaches tabs that were open already, except those that sleep or are off', async () => {
    await switchOnGroup('news', news);
    await switchOffSite('omroep.nl');
    state.injected = [];
    state.tabs = [
      { id: 1, url: 'https://www.krant.nl/' },
      { id: 2, url: 'https://www.krant.nl/slaapt', discarded: true },
      { id: 3, url: 'https://omroep.nl/' },
      { id: 4 },
    ];
    await reconcile();
    expect(state.injected).toEqual([{ tabId: 1, files: ['/headline.js'] }]);
  });

  it('goes on when one of those tabs refuses', async () => {
    await switchOnGroup('news', news);
    state.tabs = [{ id: 1, url: 'https://krant.nl/' }];
    state.inject = () => {
      throw new Error('Cannot access contents of the page');
    };
    await expect(reconcile()).resolves.toMatchObject({ hosts: ['krant.nl', 'omroep.nl'] });
  });

  it('stores for page scripts only where looking is switched on and the text of the button', async () => {
    await switchOnGroup('news', news);
    await reconcile();
    expect(browser.storage.local.all().plan).toEqual({
      everywhere: false,
      hosts: ['krant.nl', 'omroep.nl'],
      off: [],
      label: 'Van wie?',
      readersOff: [],
    });
  });
});

describe('looksAt', () => {
  it.each([undefined, null, 'ja', { hosts: 'krant.nl', off: [] }, { everywhere: true }])(
    'does not look when the stored plan is %j',
    async (plan) => {
      await browser.storage.local.set({ plan });
      expect(await looksAt('krant.nl')).toBe(false);
    },
  );
});

describe('effectiveGroups', () => {
  it('counts a group only when it is both chosen and allowed', async () => {
    state.granted = [...NEWS];
    expect(await effectiveGroups({ ...DEFAULTS, groups: ['news', 'social', 'everywhere'] }, news)).toEqual(['news']);
    expect(await effectiveGroups(DEFAULTS, news)).toEqual([]);
  });
});
