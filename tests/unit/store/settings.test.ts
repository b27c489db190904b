import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changeSettings,
  DEFAULTS,
  forgetSettings,
  onSettingsChanged,
  readSettings,
  type Settings,
  settingsFrom,
} from '../../../lib/store/settings';
import { browser, resetBrowser } from '../support/browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
beforeEach(resetBrowser);

const chosen: Settings = {
  version: 1,
  language: 'en',
  groups: ['news'],
  sitesOn: ['krant.nl'],
  sitesOff: ['dorp.nl'],
  campaignsOff: ['nl-ps-2027'],
};

describe('settingsFrom', () => {
  it('gives back what was chosen', () => {
    expect(settingsFrom(chosen)).toEqual(chosen);
  });

  it.each([undefined, null, 0, '', 'nl', true, [], {}])('makes the choices of a new installation from %j', (stored) => {
    expect(settingsFrom(stored)).toEqual(DEFAULTS);
  });

  it('looks nowhere by itself on a new installation, and follows the browser', () => {
    expect(DEFAULTS).toEqual({ version: 1, language: null, groups: [], sitesOn: [], sitesOff: [], campaignsOff: [] });
  });

  it.each<[keyof Settings, unknown]>([
    ['language', 'de'],
    ['language', ['nl']],
    ['groups', 'news'],
    ['groups', { 0: 'news' }],
    ['groups', null],
    ['sitesOn', 'krant.nl'],
    ['sitesOff', { length: 3 }],
    ['sitesOff', 12],
    ['campaignsOff', 'nl-ps-2027'],
  ])('loses only the field that is damaged: %s', (name, value) => {
    expect(settingsFrom({ ...chosen, [name]: value })).toEqual({ ...chosen, [name]: DEFAULTS[name] });
  });

  it('keeps what it knows in a list and drops the rest', () => {
    const stored = {
      ...chosen,
      groups: ['everywhere', 'later', 7, 'news', 'news'],
      sitesOn: ['krant.nl', null, 3, 'x'.repeat(256), ['y']],
    };
    expect(settingsFrom(stored)).toMatchObject({ groups: ['news', 'everywhere'], sitesOn: ['krant.nl'] });
  });

  it('bounds what was stored without end', () => {
    expect(settingsFrom({ ...chosen, sitesOff: Array(100_000).fill('a.nl') }).sitesOff.length).toBeLessThanOrEqual(2000);
  });

  it('takes over no field it does not know', () => {
    expect(settingsFrom({ ...chosen, version: 9, history: ['https://krant.nl/bericht'] })).toEqual(chosen);
  });
});

describe('changes', () => {
  it('are written and read back', async () => {
    await changeSettings((settings) => ({ ...settings, language: 'en' }));
    expect(await readSettings()).toEqual({ ...DEFAULTS, language: 'en' });
  });

  it('at the same time do not overwrite each other', async () => {
    await Promise.all(['a.nl', 'b.nl', 'c.nl'].map((host) => changeSettings((old) => ({ ...old, sitesOff: [...old.sitesOff, host] }))));
    expect((await readSettings()).sitesOff).toEqual(['a.nl', 'b.nl', 'c.nl']);
  });

  it('go on after one that failed', async () => {
    const failed = changeSettings(() => {
      throw new Error('no');
    });
    const next = changeSettings((old) => ({ ...old, language: 'nl' }));
    await expect(failed).rejects.toThrow('no');
    expect((await next).language).toBe('nl');
  });

  it('are told, read with the same care, until nobody listens', async () => {
    const heard: Settings[] = [];
    const stop = onSettingsChanged((settings) => heard.push(settings));
    await browser.storage.local.set({ settings: { language: 'en', groups: 'kapot' } });
    await browser.storage.local.set({ plan: {} });
    await browser.storage.session.set({ settings: chosen });
    expect(heard).toEqual([{ ...DEFAULTS, language: 'en' }]);
    stop();
    await browser.storage.local.set({ settings: chosen });
    expect(heard).toHaveLength(1);
  });

  it('can all be forgotten, with everything else that is stored', async () => {
    await changeSettings(() => chosen);
    await browser.storage.local.set({ plan: { hosts: ['krant.nl'] } });
    await browser.storage.session.set({ panel: {} });
    await forgetSettings();
    expect([browser.storage.local.all(), browser.storage.session.all()]).toEqual([{}, {}]);
  });
});
