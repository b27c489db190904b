import { useState } from 'preact/hooks';
import { CardRows } from '../../components/CardRows';
import { Mark } from '../../components/Mark';
import { OutLink, Runs } from '../../components/Runs';
import type { AroundPage } from '../../lib/core/around';
import type { Searches } from '../../lib/core/searches';
import { aroundLines } from '../../lib/words/around-text';
import type { CardText, Line } from '../../lib/words/card-text';
import { plainText, type Words } from '../../lib/words/words';

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
  const { host, list } = view;
  const beside = around === null ? [] : aroundLines(around, words);
  const text = beside.length > 0 ? tighter(view.text, words) : view.text;
  // Everything has to fit in one look; the panel has these too.
  const searches = beside.length > 0 ? null : view.searches;
  return (
    <main class={beside.length > 0 ? 'tight' : undefined}>
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
      {beside.length > 0 && <Around lines={beside} closed={around !== null && around.closed > 0} words={words} onAccess={onAccess} />}
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
      {campaign !== null && beside.length === 0 && (
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
        <CopyButton copy={() => withBeside(view.copy(), beside, words)} words={words} />
      </footer>
    </main>
  );
}

/** Without the sentence that leads to the panel, which the link above does too. */
function tighter(text: CardText, words: Words): CardText {
  const dropped = words.t('who_more_above');
  return { ...text, rows: text.rows.map((row) => ({ ...row, lines: row.lines.filter((line) => plainText(line.text) !== dropped) })) };
}

/** Apart from the rows: what stands around an article says nothing about the article. */
function Around({ lines, closed, words, onAccess }: { lines: Line[]; closed: boolean; words: Words; onAccess: () => void }) {
  return (
    <section class="row around" aria-labelledby="around">
      <h2 id="around">{words.t('around_title')}</h2>
      <div>
        {lines.map((line, at) => (
          <p key={`${at} ${line.kind}`} class={line.kind}>
            <Runs runs={line.text} />
            {closed && at === lines.length - 1 && (
              <>
                {' '}
                <button type="button" class="link" onClick={onAccess}>
                  {words.t('around_grant')}
                </button>
              </>
            )}
          </p>
        ))}
      </div>
    </section>
  );
}

/** What stands around an article is copied with it, apart. */
function withBeside(copy: string, lines: readonly Line[], words: Words): string {
  return lines.length === 0 ? copy : [copy, '', words.t('around_title'), ...lines.map((line) => `  ${plainText(line.text)}`)].join('\n');
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
