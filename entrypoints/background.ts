import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { reconcile, switchOffSite } from '../lib/app/access';
import { chipCardFor, chipCardForPost, drawMenu, markSeen } from '../lib/app/chip';
import { canBeOf, feedSeen } from '../lib/app/feeds';
import { openPanel, openPanelFromPage } from '../lib/app/panel';
import { listenForUpdates, settleUpdates } from '../lib/app/update';
import { isEnvelope, type Reply } from '../lib/messages';
import { onInUseChanged } from '../lib/store/register-in-use';
import { onSettingsChanged } from '../lib/store/settings';

/** A contents page: what happens when. Listeners stand here in the first turn, so that a woken background misses nothing. */
export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void drawMenu();
      void settle();
      void settleUpdates();
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
    browser.runtime.onStartup.addListener(() => {
      void drawMenu();
      void settle();
      void settleUpdates();
    });
    listenForUpdates();
    browser.permissions.onAdded.addListener(() => void settle());
    browser.permissions.onRemoved.addListener(() => void settle());
    // Another edition may switch a reader off, or list other sites.
    onInUseChanged(() => void settle());
    onSettingsChanged(() => {
      void drawMenu();
      void settle();
    });
    browser.contextMenus.onClicked.addListener(({ linkUrl }, tab) => {
      if (linkUrl !== undefined) void openPanel(tab?.windowId, { kind: 'link', address: linkUrl });
    });
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));
  },
});

/** One at a time: two runs side by side would both try to register the same script. */
let settled: Promise<unknown> = Promise.resolve();
function settle(): Promise<unknown> {
  settled = settled.then(reconcile).catch((error: unknown) => console.error('Access could not be brought in line', error));
  return settled;
}

/** Only the page script of this extension, in the top frame of a web page, gets an answer. */
function answer(message: unknown, { id, tab, frameId }: Runtime.MessageSender): Promise<Reply<unknown>> | undefined {
  if (id !== browser.runtime.id || !isEnvelope(message)) return undefined;
  if (tab?.id === undefined || frameId !== 0) return Promise.resolve({ ok: false, problem: 'not-allowed' });
  const { id: tabId, windowId } = tab;
  switch (message.colofon) {
    case 'page-seen':
      return replyWith(markSeen(tabId));
    case 'card-for':
      return replyWith(message.subject.kind === 'post' ? chipCardForPost(message.subject.post, tab) : chipCardFor(tab));
    case 'feed-seen':
      return replyWith(feedSeen(message.subject.platform, message.subject.recognised, tab));
    case 'open-panel': {
      const post = message.subject.kind === 'post' ? message.subject.post : null;
      // Looked at without waiting: the browser opens a panel only within the click.
      if (post !== null && !canBeOf(post, tab.url)) return Promise.resolve({ ok: false, problem: 'not-allowed' });
      return replyWith(openPanelFromPage({ id: tabId, windowId }, post));
    }
    case 'switch-off':
      // A private window leaves nothing behind, so no choice for a site either.
      return tab.url === undefined || tab.incognito
        ? Promise.resolve({ ok: false, problem: 'no-access' })
        : replyWith(switchOffSite(new URL(tab.url).hostname.replace(/^www\./, '')));
  }
}

async function replyWith<T>(work: Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    console.error('A message could not be answered', error);
    return { ok: false, problem: 'failed' };
  }
}
