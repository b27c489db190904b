import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onPanelSubject, openPanel, openPanelFromPage, type PanelSubject, takePanelSubject } from '../../../lib/app/panel';
import { forgetPractice, markPracticeSeen, onPracticeSeen, PRACTICE, practiceSeen } from '../../../lib/app/practice';
import { browser, resetBrowser } from '../support/browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
const panels = browser as typeof browser & { sidePanel?: unknown; sidebarAction?: unknown };
beforeEach(async () => {
  await resetBrowser();
  delete panels.sidePanel;
  delete panels.sidebarAction;
});

describe('the panel', () => {
  it('opens within the click itself, before anything is awaited', () => {
    const open = vi.fn(async () => undefined);
    panels.sidePanel = { open };
    void openPanel(7, { kind: 'tab', tabId: 1 });
    expect(open).toHaveBeenCalledWith({ windowId: 7 });
  });

  it('opens as a sidebar where there is no side panel', () => {
    const open = vi.fn(async () => undefined);
    panels.sidebarAction = { open };
    void openPanel(7, { kind: 'tab', tabId: 1 });
    expect(open).toHaveBeenCalled();
  });

  it('opens in a tab from a click in a page where the browser allows no other way', async () => {
    await openPanelFromPage({ id: 5, windowId: 7 }, null);
    expect(browser.tabs.create).toHaveBeenLastCalledWith({ url: 'chrome-extension://abcdef/sidepanel.html?tab=5' });
  });

  it('takes its subject once, and leaves nothing stored', async () => {
    await openPanel(7, { kind: 'link', address: 'https://krant.nl/' });
    expect(await takePanelSubject(7)).toEqual({ kind: 'link', address: 'https://krant.nl/' });
    expect(await takePanelSubject(7)).toBeNull();
    expect([browser.storage.session.all(), browser.storage.local.all()]).toEqual([{}, {}]);
  });

  it.each([undefined, null, 'tab', {}, { kind: 'tab' }, { kind: 'tab', tabId: '5' }, { kind: 'link', address: 5 }, { kind: 'post' }])(
    'has no subject in %j',
    async (panel) => {
      await browser.storage.session.set({ 'panel-7': panel });
      expect(await takePanelSubject(7)).toBeNull();
    },
  );

  it('is not taken by the panel of another window', async () => {
    await openPanel(7, { kind: 'link', address: 'https://krant.nl/' });
    expect(await takePanelSubject(8)).toBeNull();
    expect(await takePanelSubject(7)).toEqual({ kind: 'link', address: 'https://krant.nl/' });
  });

  it('bounds an address without end', async () => {
    await openPanel(7, { kind: 'link', address: `https://krant.nl/${'a'.repeat(100_000)}` });
    const subject = await takePanelSubject(7);
    expect(subject?.kind === 'link' && subject.address.length).toBe(8192);
  });

  it('hears of a new subject while it is open, also the same one again', async () => {
    const heard: PanelSubject[] = [];
    const stop = onPanelSubject(7, (subject) => heard.push(subject));
    await openPanel(7, { kind: 'tab', tabId: 1 });
    await openPanel(7, { kind: 'tab', tabId: 1 });
    await browser.storage.local.set({ 'panel-7': { kind: 'tab', tabId: 2 } });
    await takePanelSubject(7);
    stop();
    await openPanel(7, { kind: 'tab', tabId: 3 });
    expect(heard).toEqual([
      { kind: 'tab', tabId: 1 },
      { kind: 'tab', tabId: 1 },
    ]);
  });
});

describe('practice pages', () => {
  it('are six', () => {
    expect(PRACTICE).toEqual(['ordinary', 'old', 'opinion', 'advertorial', 'two-dates', 'unlisted']);
  });

  it('that were opened are kept in memory only, in their order, until somebody begins again', async () => {
    await markPracticeSeen('unlisted');
    await markPracticeSeen('old');
    await markPracticeSeen('old');
    expect(await practiceSeen()).toEqual(['old', 'unlisted']);
    expect(browser.storage.local.all()).toEqual({});
    await forgetPractice();
    expect(await practiceSeen()).toEqual([]);
  });

  it('are none when what was stored is damaged', async () => {
    await browser.storage.session.set({ practice: { old: true } });
    expect(await practiceSeen()).toEqual([]);
    await browser.storage.session.set({ practice: ['old', 'weg', 4] });
    expect(await practiceSeen()).toEqual(['old']);
  });

  it('tell the overview when one was opened', async () => {
    const listen = vi.fn();
    onPracticeSeen(listen);
    await browser.storage.local.set({ practice: [] });
    expect(listen).not.toHaveBeenCalled();
    await markPracticeSeen('old');
    expect(listen).toHaveBeenCalledOnce();
  });
});
