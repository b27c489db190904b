import { useState } from 'preact/hooks';
import type { AroundPage } from '../../lib/core/around';
import type { Card } from '../../lib/core/card';
import type { PostCard } from '../../lib/core/post-card';
import { searchesFor } from '../../lib/core/searches';
import { nameOf } from '../../lib/core/statements';
import { editionText, leadOf, listText } from '../../lib/words/card-text';
import type { Words } from '../../lib/words/words';
import { Mark } from '../Mark';
import { Runs } from '../Runs';
import { Wrong } from '../Wrong';
import { AroundSection } from './AroundSection';
import { Further, InList } from './Further';
import { MadeSection, PaidSection, SiteSaysSection, WhenSection } from './PageSections';
import { PostFacts } from './PostFacts';
import { WhoSection } from './WhoSection';

export type PanelState =
  | { kind: 'reading' }
  | { kind: 'cleared' }
  | { kind: 'card'; card: Card; around?: AroundPage | null }
  | { kind: 'link'; card: Card }
  /** `key`: origin and path of the page it is read from; null when its chip was asked. */
  | { kind: 'post'; card: PostCard; key: string | null };

export interface PanelProps {
  state: PanelState;
  words: Words;
  onLink: (address: string) => void;
}

export function Panel({ state, words, onLink }: PanelProps) {
  const card = state.kind === 'card' || state.kind === 'link' ? state.card : null;
  const edition = state.kind === 'post' ? state.card.register : null;
  const list = card !== null ? listText(card, words) : edition !== null ? editionText(edition, words) : null;
  return (
    <main>
      <header>
        <Mark />
        <b>Colofon</b>
        <span>{subjectOf(state, words)}</span>
      </header>
      <div aria-live="polite">
        {(state.kind === 'reading' || state.kind === 'cleared') && (
          <h1 class="empty">{words.t(state.kind === 'reading' ? 'panel_reading' : 'panel_new_page')}</h1>
        )}
      </div>
      {card !== null && <Facts card={card} around={(state.kind === 'card' ? state.around : null) ?? null} words={words} />}
      {state.kind === 'post' && <PostFacts card={state.card} words={words} />}
      <LinkForm words={words} onLink={onLink} />
      {list !== null && <footer>{list}</footer>}
    </main>
  );
}

function Facts({ card, around, words }: { card: Card; around: AroundPage | null; words: Words }) {
  const searches = searchesFor(card);
  const { who, practice } = card;
  const outlet = !practice && (who.state === 'known' || who.state === 'conflicting') ? who.value.outlet.id : null;
  return (
    <>
      <h1>
        <Runs runs={leadOf(card, words)} />
      </h1>
      <WhoSection card={card} words={words} />
      {outlet !== null && <InList outlet={outlet} words={words} />}
      <WhenSection card={card} words={words} />
      <PaidSection card={card} words={words} />
      {around !== null && <AroundSection around={around} words={words} />}
      <MadeSection card={card} words={words} />
      <SiteSaysSection card={card} words={words} />
      <Further searches={searches} words={words} />
      <Wrong key={card.key} name={nameInCard(card)} about={card.host ?? ''} built={card.register?.built ?? null} words={words} />
    </>
  );
}

function subjectOf(state: PanelState, words: Words): string | null {
  switch (state.kind) {
    case 'link':
      return words.t('panel_link_lead');
    case 'post':
      return words.t('panel_post_lead');
    case 'card':
      return state.card.host;
    default:
      return null;
  }
}

function nameInCard({ who, host }: Card): string {
  return who.state === 'known' || who.state === 'conflicting' ? nameOf(who.value.outlet) : (host ?? '');
}

function LinkForm({ words, onLink }: { words: Words; onLink: (address: string) => void }) {
  const [address, setAddress] = useState('');
  const [bad, setBad] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address.trim()) ? `https://${address.trim()}` : address.trim();
    const good = /^https?:\/\/[^/]+/i.test(typed) && URL.canParse(typed);
    setBad(!good);
    if (good) onLink(typed);
  };
  return (
    <section class="no-print" aria-labelledby="link-title">
      <h2 id="link-title">{words.t('panel_link_other')}</h2>
      <form onSubmit={submit} noValidate>
        <label for="link-address">{words.t('panel_link_label')}</label>
        <input
          id="link-address"
          type="url"
          inputMode="url"
          autocomplete="off"
          value={address}
          aria-invalid={bad}
          aria-describedby="link-problem"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <p id="link-problem" role="status" class="muted">
          {bad && words.t('panel_link_bad')}
        </p>
        <button type="submit">{words.t('panel_link_button')}</button>
      </form>
    </section>
  );
}
