// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tabs } from 'webextension-polyfill';
import { addressOf, readTab, whyUnreadable } from '../../../lib/app/read-tab';
import { type FakeTab, resetBrowser, state } from '../support/browser';
import { sketch } from '../support/observation';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
beforeEach(resetBrowser);

const read = (tab: FakeTab) => readTab(tab as Tabs.Tab);
const PAGE = { id: 1, url: 'https://krant.nl/bericht?wie=anna#hier' };

describe('whyUnreadable', () => {
  it.each([
    ['https://krant.nl/', null],
    ['http://krant.nl/', null],
    ['chrome://settings/', 'browser-page'],
    ['about:blank', 'browser-page'],
    ['moz-extension://abc/options.html', 'browser-page'],
    ['view-source:https://krant.nl/', 'browser-page'],
    ['httpsx://krant.nl/', 'browser-page'],
    ['file:///home/anna/bericht.html', 'local-file'],
  ] as const)('of %s is %s', (url, why) => {
    expect(whyUnreadable(url)).toBe(why);
  });

  it('is not decided where the browser does not tell the address', () => {
    expect([whyUnreadable(undefined), whyUnreadable('')]).toEqual([null, null]);
  });
});

describe('addressOf', () => {
  it('keeps scheme, host, port and path, and nothing that may say who somebody is', () => {
    expect(addressOf('https://anna:geheim@krant.nl:8443/pad/bericht?wie=anna#hier')).toEqual({
      origin: 'https://krant.nl:8443',
      path: '/pad/bericht',
    });
  });

  it.each([undefined, '', 'https://', 'about:blank', 'file:///x', 'javascript:alert(1)', 'blob:https://krant.nl/1'])(
    'is null for %j',
    (url) => {
      expect(addressOf(url)).toBeNull();
    },
  );
});

describe('readTab', () => {
  it('injects the reader once and uses what it returns', async () => {
    state.inject = () => sketch('https://krant.nl/bericht?wie=anna#hier');
    const { reading, practice } = await read(PAGE);
    expect([reading.state, practice]).toEqual(['read', false]);
    expect(reading).toMatchObject({
      observation: { address: { origin: 'https://krant.nl', path: '/bericht' }, published: { day: '2021-05-03' } },
    });
    expect(JSON.stringify(reading)).not.toContain('anna');
    expect(state.injected).toEqual([{ tabId: 1, files: ['/reader.js'] }]);
  });

  it('says that a page is a pdf when the reader finds one', async () => {
    state.inject = () => 'pdf';
    expect(await read(PAGE)).toMatchObject({ reading: { state: 'unread', why: 'pdf' } });
  });

  it('injects nothing in a page that extensions never get to see', async () => {
    expect(await read({ id: 1, url: 'chrome://settings/' })).toMatchObject({
      reading: { state: 'unread', why: 'browser-page', address: null },
    });
    expect(state.injected).toEqual([]);
  });

  it.each([undefined, null, 'tekst', {}, { version: 2 }, { ...sketch(PAGE.url), sketch: 0 }])(
    'does not trust a reader that returns %j, as an old one does after an update',
    async (result) => {
      state.inject = () => result;
      expect(await read(PAGE)).toMatchObject({
        reading: { state: 'unread', why: 'reader-broken', address: { origin: 'https://krant.nl', path: '/bericht' } },
      });
    },
  );

  it.each([
    ['Cannot access contents of the page', PAGE.url, 'no-access'],
    ['Missing host permission for the tab', undefined, 'no-access'],
    ['Missing host permission for the tab', 'https://krant.nl/jaarverslag.pdf?download', 'pdf'],
    ['Missing host permission for the tab', 'https://krant.nl/over.pdf.html', 'no-access'],
    ['Frame with ID 0 is showing error page', PAGE.url, 'not-loaded'],
  ])('gives the reason when the browser says "%s" of %s', async (message, url, why) => {
    state.inject = () => {
      throw new Error(message);
    };
    expect(await read(url === undefined ? { id: 1 } : { id: 1, url })).toMatchObject({ reading: { state: 'unread', why } });
  });

  it('keeps the address of a page it may not read without query and fragment', async () => {
    state.inject = () => {
      throw new Error('no');
    };
    expect(JSON.stringify(await read(PAGE))).not.toMatch(/anna|hier/);
  });

  it('has no access to a tab that is none', async () => {
    expect(await read({ url: PAGE.url })).toMatchObject({ reading: { state: 'unread', why: 'no-access' } });
  });
});

describe('a practice page', () => {
  const html =
    '<!doctype html><html lang="nl"><head><link rel="canonical" href="https://krant.example/bericht"><title>x</title></head><body><h1>Kop</h1></body></html>';

  it('is read from its own file, as if it stood at the address it names', async () => {
    const fetched = vi.fn(async () => new Response(html));
    vi.stubGlobal('fetch', fetched);
    const { reading, practice } = await read({ id: 1, url: 'chrome-extension://abcdef/practice/nl/old.html?x#y' });
    expect(fetched.mock.calls).toEqual([['chrome-extension://abcdef/practice/nl/old.html']]);
    expect(practice).toBe(true);
    expect(reading).toMatchObject({ state: 'read', observation: { address: { origin: 'https://krant.example', path: '/bericht' } } });
    expect(state.injected).toEqual([]);
    vi.unstubAllGlobals();
  });

  it.each([
    'chrome-extension://abcdef/popup.html',
    'chrome-extension://anders/practice/nl/old.html',
    'chrome-extension://abcdef/practice/nl/',
    'https://krant.nl/practice/nl/old.html',
  ])('is not %s', async (url) => {
    state.inject = () => sketch(url);
    expect(await read({ id: 1, url })).toMatchObject({ practice: false });
  });
});
