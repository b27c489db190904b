import browser, { type Tabs } from 'webextension-polyfill';
import { isReaderOff } from '../core/access';
import type { PostObservation } from '../core/post';
import { wordsFor } from '../i18n';
import type { ChipCard, ChipLine } from '../messages';
import { readSettings } from '../store/settings';
import { type CardText, cardText, type Line } from '../words/card-text';
import { postText } from '../words/post-text';
import { plainText, type Words } from '../words/words';
import { canBeOf } from './feeds';
import { keptInUse } from './kept-parts';
import { cardForPost } from './post-card';
import { cardForTab, showRead } from './tab-card';

/** A page was shown where looking is switched on: only the icon changes, nothing is read. */
export async function markSeen(tabId: number): Promise<void> {
  await showRead(tabId, wordsFor(await readSettings()).t('tooltip_seen'));
}

/** The page's card in sentences, for the small card beside the headline. */
export async function chipCardFor(tab: Tabs.Tab): Promise<ChipCard> {
  const [settings, { card }] = await Promise.all([readSettings(), cardForTab(tab, new Date())]);
  const words = wordsFor(settings);
  return chipCard(cardText(card, words, 'brief'), words, tab);
}

/** The card of one post in sentences; null where its page is none of that platform, or its reader was switched off. */
export async function chipCardForPost(post: PostObservation, tab: Tabs.Tab): Promise<ChipCard | null> {
  if (!(await mayAnswer(post, tab))) return null;
  const [settings, card] = await Promise.all([readSettings(), cardForPost(post, new Date())]);
  const words = wordsFor(settings);
  return chipCard(postText(card, words, 'brief'), words, tab);
}

/** A page speaks of posts of its own platform only, and only while the reader that read them is not switched off. */
export async function mayAnswer(post: PostObservation, tab: Tabs.Tab): Promise<boolean> {
  return canBeOf(post, tab.url) && !isReaderOff(post.platform, post.adapter, (await keptInUse()).adaptersOff);
}

function chipCard({ lead, rows }: CardText, words: Words, { incognito }: Tabs.Tab): ChipCard {
  return {
    lead: plainText(lead),
    rows: rows.map(({ question, label, first, steps, lines }) => ({
      question,
      label,
      first: chipLines(first ?? []),
      steps: steps.map((step) => plainText(step.text)),
      lines: chipLines(lines),
    })),
    more: words.t('all_sources'),
    close: words.t('close'),
    switchOff: incognito ? null : words.t('auto_off_here'),
  };
}

function chipLines(lines: readonly Line[]): ChipLine[] {
  return lines.map((line) => ({ text: plainText(line.text), small: line.kind === 'source' }));
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
