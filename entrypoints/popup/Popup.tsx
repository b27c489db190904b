import { useState } from 'preact/hooks';
import { CardRows } from '../../components/CardRows';
import { Mark } from '../../components/Mark';
import { OutLink, Runs } from '../../components/Runs';
import type { Searches } from '../../lib/core/searches';
import type { CardText } from '../../lib/words/card-text';
import type { Words } from '../../lib/words/words';

/** What the popup shows of an article, or of a post: the same four rows. */
export interface PopupView {
  host: string | null;
  text: CardText;
  searches: Searches | null;
  /** Which list answered. */
  list: string | null;
  /** The whole card with its sources. */
  copy: () => string;
}

export interface PopupProps {
  view: PopupView;
  words: Words;
  /** null where looking by itself cannot be switched: no public web address, or a private window. */
  auto: { host: string; on: boolean } | null;
  onSources: () => void;
  onWrong: () => void;
  onAuto: (host: string, on: boolean) => void;
}

export function Popup({ view, words, auto, onSources, onWrong, onAuto }: PopupProps) {
  const { host, text, searches, list } = view;
  return (
    <main>
      <header>
        <Mark />
        <b>Colofon</b>
        <span class="host">{host}</span>
        <button type="button" class="link" onClick={onSources}>
          {words.t('all_sources')}
        </button>
      </header>
      <h1 class="lead">
        <Runs runs={text.lead} />
      </h1>
      <CardRows text={text} />
      {searches !== null && (
        <nav class="row" aria-labelledby="further">
          <h2 id="further">{words.t('look_further')}</h2>
          <ul>
            <li>
              <OutLink href={searches.outlet.href} text={words.t('look_outlet', { name: searches.outlet.name })} />
            </li>
            {searches.owner !== null && (
              <li>
                <OutLink href={searches.owner.href} text={words.t('look_owner', { name: searches.owner.name })} />
              </li>
            )}
          </ul>
        </nav>
      )}
      <footer>
        <span class="date">{list}</span>
        <button type="button" class="link" onClick={onWrong}>
          {words.t('foot_wrong')}
        </button>
        {auto !== null && (
          <button type="button" class="link date" onClick={() => onAuto(auto.host, !auto.on)}>
            {words.t(auto.on ? 'auto_off_here' : 'auto_on_here')}
          </button>
        )}
        <CopyButton copy={view.copy} words={words} />
      </footer>
    </main>
  );
}

function CopyButton({ copy: text, words }: { copy: () => string; words: Words }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  return (
    <button type="button" class="link" onClick={copy}>
      <span role="status">{words.t(copied ? 'copied' : 'copy_card')}</span>
    </button>
  );
}
