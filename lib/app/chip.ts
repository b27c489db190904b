import browser, { type Tabs } from 'webextension-polyfill';
import { wordsFor } from '../i18n';
import type { ChipCard } from '../messages';
import { readSettings } from '../store/settings';
import { cardText } from '../words/card-text';
import { plainText } from '../words/words';
import { cardForTab, showRead } from './tab-card';

/** A page was shown where looking is switched on: only the icon changes, nothing is read. */
export async function markSeen(tabId: number): Promise<void> {
  await showRead(tabId, wordsFor(await readSettings()).t('tooltip_seen'));
}

/** The page's card in sentences, for the small card beside the headline. */
export async function chipCardFor(tab: Tabs.Tab): Promise<ChipCard> {
  const [settings, { card }] = await Promise.all([readSettings(), cardForTab(tab, new Date())]);
  const words = wordsFor(settings);
  const { lead, rows } = cardText(card, words, 'brief');
  return {
    lead: plainText(lead),
    rows: rows.map(({ question, label, steps, lines }) => ({
      question,
      label,
      steps: steps.map((step) => plainText(step.text)),
      lines: lines.map((line) => ({ text: plainText(line.text), small: line.kind === 'source' })),
    })),
    more: words.t('all_sources'),
    close: words.t('close'),
    switchOff: tab.incognito ? null : words.t('auto_off_here'),
  };
}

/** The text of the right-click menu is made when the menu is: it follows the language that was chosen. */
export async function drawMenu(): Promise<void> {
  const words = wordsFor(await readSettings());
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'link',
    contexts: ['link'],
    title: words.t('menu_link'),
    targetUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}
