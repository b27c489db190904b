import { useState } from 'preact/hooks';
import { CardRows } from '../../components/CardRows';
import { Mark } from '../../components/Mark';
import { OutLink, Runs } from '../../components/Runs';
import type { AroundPage } from '../../lib/core/around';
import type { Searches } from '../../lib/core/searches';
import { aroundLines } from '../../lib/words/around-text';
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

/** One quiet line in the weeks before an election. */
export interface Campaign {
  text: string;
  onMore: () => void;
  onOff: (() => void) | null;
}

export interface PopupProps {
  view: PopupView;
  /** "Reclame op deze pagina"; null until the frames were read. */
  around: AroundPage | null;
  campaign: Campaign | null;
  words: Words;
  /** null where looking by itself cannot be switched: no public web address, or a private window. */
  auto: { host: string; on: boolean } | null;
  onSources: () => void;
  onWrong: () => void;
  onAuto: (host: string, on: boolean) => void;
  /** To the choices of where Colofon may look. */
  onAccess: () => void;
}

export function Popup({ view, around, campaign, words, auto, onSources, onWrong, onAuto, onAccess }: PopupProps) {
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
      {around !== null && <Around around={around} words={words} onAccess={onAccess} />}
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
      {campaign !== null && (
        <p class="row campaign">
          {campaign.text}{' '}
          <button type="button" class="link" onClick={campaign.onMore}>
            {words.t('campaign_more')}
          </button>
          {campaign.onOff !== null && (
            <button type="button" class="link" onClick={campaign.onOff}>
              {words.t('campaign_off')}
            </button>
          )}
        </p>
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

/** Apart from the rows: what stands around an article says nothing about the article. */
function Around({ around, words, onAccess }: { around: AroundPage; words: Words; onAccess: () => void }) {
  const lines = aroundLines(around, words);
  if (lines.length === 0) return null;
  return (
    <section class="row around" aria-labelledby="around">
      <h2 id="around">{words.t('around_title')}</h2>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two advertisements can have the same words, and the list never changes.
        <p key={at} class={line.kind}>
          <Runs runs={line.text} />
        </p>
      ))}
      {around.closed > 0 && (
        <button type="button" class="link" onClick={onAccess}>
          {words.t('around_grant')}
        </button>
      )}
    </section>
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
