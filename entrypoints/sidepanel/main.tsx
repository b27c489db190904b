import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Panel, type PanelState } from '../../components/panel/Panel';
import { readAround } from '../../lib/app/around';
import { activeTab } from '../../lib/app/inject';
import { onPanelSubject, type PanelSubject, takePanelSubject, takeTabSubject } from '../../lib/app/panel';
import { cardForPost, postCardForTab } from '../../lib/app/post-card';
import { addressOf } from '../../lib/app/read-tab';
import { cardForLink, cardForTab } from '../../lib/app/tab-card';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { onSettingsChanged, readSettings } from '../../lib/store/settings';
import type { Words } from '../../lib/words/words';

/**
 * The panel shows only what it may read. When the tab changes or navigates it clears at once; then it tries again, which works
 * where access was granted and leaves "Nieuwe pagina" where it was not.
 */
async function start(root: HTMLElement): Promise<void> {
  let words: Words = wordsFor(await readSettings());
  let state: PanelState = { kind: 'reading' };
  let turn = 0;
  const place = new URLSearchParams(location.search).get('post');
  const fixedTab = Number(new URLSearchParams(location.search).get('tab')) || null;
  const ownWindow = (await browser.windows.getCurrent()).id;

  const draw = (): void => {
    setDocumentLanguage(document, words, words.t('panel_title'));
    render(<Panel state={state} words={words} onLink={(address) => void show({ kind: 'link', address })} />, root);
  };
  const show = async (subject: PanelSubject | null, meanwhile: PanelState = { kind: 'reading' }): Promise<void> => {
    turn += 1;
    const mine = turn;
    state = meanwhile;
    draw();
    const next = await stateFor(subject);
    // A slower answer about an earlier page must not overwrite a later one.
    if (mine !== turn) return;
    state = next;
    draw();
    if (subject?.kind === 'tab' && subject.at === 'wrong') openWrong();
  };
  const stateFor = async (subject: PanelSubject | null): Promise<PanelState> => {
    const now = new Date();
    if (subject?.kind === 'link') return { kind: 'link', card: await cardForLink(subject.address, now) };
    if (subject?.kind === 'post') return { kind: 'post', card: await cardForPost(subject.post, now), key: null };
    const tab = subject === null ? await activeTab() : await browser.tabs.get(subject.tabId).catch(() => null);
    if (tab === null) return { kind: 'cleared' };
    const [{ card }, post, around] = await Promise.all([cardForTab(tab, now), postCardForTab(tab, now), readAround(tab)]);
    if (post !== null) return { kind: 'post', card: post, key: card.key };
    const refused = card.when.state === 'unread' && card.when.why === 'no-access' && tab.url === undefined;
    return refused ? { kind: 'cleared' } : { kind: 'card', card, around };
  };
  const follow = (meanwhile: PanelState = { kind: 'cleared' }): void =>
    void show(fixedTab === null ? null : { kind: 'tab', tabId: fixedTab }, meanwhile);

  draw();
  onPanelSubject(ownWindow, (subject) => void takePanelSubject(ownWindow).then(() => show(subject)));
  onSettingsChanged((settings) => {
    words = wordsFor(settings);
    draw();
  });
  browser.tabs.onActivated.addListener(({ windowId }) => {
    if (fixedTab === null && windowId === ownWindow && place === null && !isAsked(state)) follow();
  });
  let settling: ReturnType<typeof setTimeout> | undefined;
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (place !== null || isAsked(state) || (change.status === undefined && change.url === undefined)) return;
    if (!(fixedTab !== null ? tabId === fixedTab : tab.active && tab.windowId === ownWindow)) return;
    clearTimeout(settling);
    // A post may be asked about while its page is still being loaded.
    if (change.status === 'complete' && change.url === undefined && state.kind === 'post' && state.key === null) return;
    if (change.status === 'complete' && change.url === undefined && shownKey(state) === keyOf(tab.url)) {
      // A page that finished loading is the page already shown, only more of it.
      follow(state);
      return;
    }
    turn += 1;
    state = { kind: 'cleared' };
    draw();
    // A page that replaces itself changes its address first and its text a moment later.
    settling = setTimeout(follow, change.status === 'loading' ? 0 : 700);
  });
  await show(
    (place === null ? await takePanelSubject(ownWindow) : await takeTabSubject(place)) ??
      (fixedTab === null ? null : { kind: 'tab', tabId: fixedTab }),
  );
}

/** An answer about a link is about no page; it stays until somebody asks something else. */
function isAsked(state: PanelState): boolean {
  return state.kind === 'link';
}

/** Origin and path of the page that the panel is about. */
function shownKey(state: PanelState): string | null {
  return state.kind === 'card' ? state.card.key : state.kind === 'post' ? state.key : null;
}

/** "Klopt dit niet?" leads to the place where one can say so. */
function openWrong(): void {
  const details = document.querySelector<HTMLDetailsElement>('#wrong details');
  if (details === null) return;
  details.open = true;
  details.scrollIntoView();
  details.querySelector('textarea')?.focus();
}

function keyOf(url: string | undefined): string {
  const address = addressOf(url);
  return address === null ? '' : address.origin + address.path;
}

const root = document.getElementById('root');
if (root !== null) void start(root);
