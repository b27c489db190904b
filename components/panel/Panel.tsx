import { useState } from 'preact/hooks';
import type { Card } from '../../lib/core/card';
import { searchesFor } from '../../lib/core/searches';
import { nameOf } from '../../lib/core/statements';
import { leadOf, listText } from '../../lib/words/card-text';
import type { Words } from '../../lib/words/words';
import { Mark } from '../Mark';
import { OutLink, Runs } from '../Runs';
import { Wrong } from '../Wrong';
import { MadeSection, PaidSection, SiteSaysSection, WhenSection } from './PageSections';
import { WhoSection } from './WhoSection';

export type PanelState = { kind: 'reading' } | { kind: 'cleared' } | { kind: 'card'; card: Card } | { kind: 'link'; card: Card };

export interface PanelProps {
  state: PanelState;
  words: Words;
  onLink: (address: string) => void;
}

export function Panel({ state, words, onLink }: PanelProps) {
  const card = state.kind === 'card' || state.kind === 'link' ? state.card : null;
  return (
    <main>
      <header>
        <Mark />
        <b>Colofon</b>
        <span>{state.kind === 'link' ? words.t('panel_link_lead') : card?.host}</span>
      </header>
      <div aria-live="polite">
        {card === null && <h1 class="empty">{words.t(state.kind === 'reading' ? 'panel_reading' : 'panel_new_page')}</h1>}
      </div>
      {card !== null && <Facts card={card} words={words} />}
      <LinkForm words={words} onLink={onLink} />
      {card !== null && listText(card, words) !== null && <footer>{listText(card, words)}</footer>}
    </main>
  );
}

function Facts({ card, words }: { card: Card; words: Words }) {
  const searches = searchesFor(card);
  const { who, practice } = card;
  const outlet = !practice && (who.state === 'known' || who.state === 'conflicting') ? who.value.outlet.id : null;
  return (
    <>
      <h1>
        <Runs runs={leadOf(card, words)} />
      </h1>
      <WhoSection card={card} words={words} />
      {outlet !== null && (
        <p class="in-list no-print">
          <a href={`/explorer.html#${encodeURIComponent(outlet)}`} target="_blank" rel="noopener">
            {words.t('explorer_show')}
          </a>
        </p>
      )}
      <WhenSection card={card} words={words} />
      <PaidSection card={card} words={words} />
      <MadeSection card={card} words={words} />
      <SiteSaysSection card={card} words={words} />
      <section class="no-print" aria-labelledby="further">
        <h2 id="further">{words.t('look_further')}</h2>
        {searches !== null && <p class="source">{words.t('look_engine')}</p>}
        <ul class="links">
          {searches !== null && (
            <li>
              <OutLink href={searches.outlet.href} text={words.t('look_outlet', { name: searches.outlet.name })} />
            </li>
          )}
          {searches?.owner != null && (
            <li>
              <OutLink href={searches.owner.href} text={words.t('look_owner', { name: searches.owner.name })} />
            </li>
          )}
          <li>
            <OutLink href="https://efcsn.com/fact-checking-organisations/" text={words.t('fact_checkers_efcsn')} />
          </li>
          <li>
            <OutLink href="https://ifcncodeofprinciples.poynter.org/signatories" text={words.t('fact_checkers_ifcn')} />
          </li>
        </ul>
      </section>
      <Wrong key={card.key} name={nameInCard(card)} about={card.host ?? ''} built={card.register?.built ?? null} words={words} />
    </>
  );
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
