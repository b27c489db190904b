import { render } from 'preact';
import browser, { type Tabs } from 'webextension-polyfill';
import { looksAt, switchOffSite, switchOnSite } from '../../lib/app/access';
import { readAround } from '../../lib/app/around';
import { currentCampaign, putCampaignAway } from '../../lib/app/campaign';
import type { Injected } from '../../lib/app/inject';
import { openPanel } from '../../lib/app/panel';
import { postCardForTab } from '../../lib/app/post-card';
import { cardForTab, showRead } from '../../lib/app/tab-card';
import type { AroundPage } from '../../lib/core/around';
import type { Card } from '../../lib/core/card';
import type { Election } from '../../lib/core/elections';
import { registrableDomains } from '../../lib/core/hosts';
import { hostOfOutlet, outletOf, type PostCard } from '../../lib/core/post-card';
import { searchesAbout, searchesFor } from '../../lib/core/searches';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { readSettings } from '../../lib/store/settings';
import { cardAsText, cardText, editionText, listText } from '../../lib/words/card-text';
import { postAsText, postText } from '../../lib/words/post-text';
import type { Words } from '../../lib/words/words';
import { type Campaign, Popup, type PopupView } from './Popup';

/** @param injected the page is being read already */
export async function start(root: HTMLElement, tab: Tabs.Tab | null, injected: Promise<Injected | null>): Promise<void> {
  const settings = await readSettings();
  const words = wordsFor(settings);
  setDocumentLanguage(document, words, 'Colofon');
  if (tab === null) return;
  const now = new Date();
  const frames = readAround(tab);
  const [{ card, read }, post, looks] = await Promise.all([
    cardForTab(tab, now, injected),
    postCardForTab(tab, now),
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
  const view = post === null ? viewOfPage(card, words) : viewOfPost(post, words);
  const draw = (around: AroundPage | null, campaign: Campaign | null): void =>
    render(
      <Popup
        view={view}
        around={around}
        campaign={campaign}
        words={words}
        auto={auto}
        onSources={panel('top')}
        onWrong={panel('wrong')}
        onAuto={onAuto}
        onAccess={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      />,
      root,
    );
  draw(null, null);
  performance.mark('colofon-card');
  // The card is about the page that was here: when the tab goes on, the popup goes.
  browser.tabs.onUpdated.addListener((updated, change) => {
    if (updated === tabId && (change.status === 'loading' || change.url !== undefined)) window.close();
  });
  const [around, election] = await Promise.all([frames, currentCampaign(settings, now)]);
  const hide = (): void => draw(around, null);
  draw(around, election === null ? null : campaignOf(election, words, tab.incognito ? null : hide));
  document.documentElement.dataset.ready = '';
  if (read && tabId !== undefined) await showRead(tabId, words.t('tooltip_read'));
}

/** @param hide null in a private window, where no choice is kept */
function campaignOf(election: Election, words: Words, hide: (() => void) | null): Campaign {
  return {
    text: words.t('campaign_line', { election: election.names[words.language], day: words.roughDate(election.date) }),
    onMore: () => void browser.tabs.create({ url: browser.runtime.getURL('/explorer.html#verkiezingen') }).then(() => window.close()),
    onOff: hide === null ? null : () => void putCampaignAway(election.id).then(hide),
  };
}

function viewOfPage(card: Card, words: Words): PopupView {
  return {
    host: card.host,
    text: cardText(card, words, 'brief'),
    searches: searchesFor(card),
    list: listText(card, words),
    copy: () => cardAsText(card, words),
  };
}

function viewOfPost(card: PostCard, words: Words): PopupView {
  const outlet = outletOf(card);
  return {
    host: words.t(`platform_${card.post.platform}`),
    text: postText(card, words, 'brief'),
    searches: outlet === null ? null : searchesAbout(outlet, hostOfOutlet(card)),
    list: card.register === null ? null : editionText(card.register, words),
    copy: () => postAsText(card, words),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
