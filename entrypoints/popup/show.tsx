import { render } from 'preact';
import browser, { type Tabs } from 'webextension-polyfill';
import { looksAt, switchOffSite, switchOnSite } from '../../lib/app/access';
import type { Injected } from '../../lib/app/inject';
import { openPanel } from '../../lib/app/panel';
import { cardForTab, showRead } from '../../lib/app/tab-card';
import { registrableDomains } from '../../lib/core/hosts';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { readSettings } from '../../lib/store/settings';
import { Popup } from './Popup';

/** @param injected the page is being read already */
export async function start(root: HTMLElement, tab: Tabs.Tab | null, injected: Promise<Injected | null>): Promise<void> {
  const settings = await readSettings();
  const words = wordsFor(settings);
  setDocumentLanguage(document, words, 'Colofon');
  if (tab === null) return;
  const [{ card, read }, looks] = await Promise.all([
    cardForTab(tab, new Date(), injected),
    tab.url === undefined ? false : looksAt(hostOf(tab.url)),
  ]);
  const { id: tabId, windowId } = tab;
  const panel = (at: 'top' | 'wrong') => (): void => {
    if (tabId !== undefined) void openPanel(windowId, { kind: 'tab', tabId, at }).then(() => window.close());
  };
  // The permission question is the browser's own and closes the popup; what follows happens in the background.
  const onAuto = (host: string, on: boolean): void => {
    void (on ? switchOnSite(host) : switchOffSite(host)).then(() => window.close());
  };
  const host = hostOf(tab.url ?? '');
  // Only a public host can be switched on; a private window keeps no choice.
  const auto = read && !card.practice && !tab.incognito && registrableDomains(`https://${host}/`).length > 0 ? { host, on: looks } : null;
  render(<Popup card={card} words={words} auto={auto} onSources={panel('top')} onWrong={panel('wrong')} onAuto={onAuto} />, root);
  performance.mark('colofon-card');
  document.documentElement.dataset.ready = '';
  // The card is about the page that was here: when the tab goes on, the popup goes.
  browser.tabs.onUpdated.addListener((updated, change) => {
    if (updated === tabId && (change.status === 'loading' || change.url !== undefined)) window.close();
  });
  if (read && tabId !== undefined) await showRead(tabId, words.t('tooltip_read'));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
