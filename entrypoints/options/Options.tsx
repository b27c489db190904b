import { useState } from 'preact/hooks';
import { AccessChoices, type AccessChoicesProps } from '../../components/AccessChoices';
import { Mark } from '../../components/Mark';
import { UpdateState, type UpdateStateProps } from '../../components/UpdateState';
import type { PlatformId } from '../../lib/core/post';
import type { RegisterIndex } from '../../lib/core/register';
import type { Settings } from '../../lib/store/settings';
import type { Language, TextKey, Words } from '../../lib/words/words';

export interface OptionsProps {
  words: Words;
  settings: Settings;
  on: AccessChoicesProps['on'];
  /** Platforms on which nothing was recognised lately. */
  broken: readonly PlatformId[];
  index: RegisterIndex | null;
  version: string;
  /** null until it is known: a browser may take seconds to tell what an administrator set. */
  update: Omit<UpdateStateProps, 'words'> | null;
  onAccess: AccessChoicesProps['onChange'];
  onLanguage: (language: Language | null) => void;
  onSiteOff: (host: string) => void;
  onSiteAgain: (host: string) => void;
  onForget: () => void;
}

export function Options({
  words,
  settings,
  on,
  broken,
  index,
  version,
  update,
  onAccess,
  onLanguage,
  onSiteOff,
  onSiteAgain,
  onForget,
}: OptionsProps) {
  return (
    <main class="page">
      <p class="page-head">
        <Mark />
        <b>Colofon</b>
        <span>{version}</span>
      </p>
      <h1>{words.t('options_title')}</h1>
      <section>
        <AccessChoices words={words} on={on} onChange={onAccess} />
      </section>
      <Broken platforms={broken} words={words} />
      <Sites title="sites_on" hosts={settings.sitesOn} action="site_remove" onAction={onSiteOff} words={words} />
      <Sites title="sites_off" hosts={settings.sitesOff} action="site_again" onAction={onSiteAgain} words={words} />
      <section aria-labelledby="language-title">
        <h2 id="language-title">
          <label for="language">{words.t('language_title')}</label>
        </h2>
        <select id="language" value={settings.language ?? ''} onChange={(event) => onLanguage(languageOf(event.currentTarget.value))}>
          <option value="">{words.t('language_browser')}</option>
          <option value="nl" lang="nl">
            {words.t('language_nl')}
          </option>
          <option value="en" lang="en">
            {words.t('language_en')}
          </option>
        </select>
      </section>
      <section aria-labelledby="list-title">
        <h2 id="list-title">{words.t('list_title')}</h2>
        {index === null ? <p>{words.t('unread_damaged')}</p> : <List index={index} words={words} />}
        {update !== null && <UpdateState words={words} {...update} />}
        <p>
          <a href="/explorer.html">{words.t('explorer_title')}</a>
        </p>
      </section>
      <section aria-labelledby="data-title">
        <h2 id="data-title">{words.t('data_title')}</h2>
        <p>{words.t('data_text')}</p>
        <Forget words={words} onForget={onForget} />
      </section>
    </main>
  );
}

function Broken({ platforms, words }: { platforms: readonly PlatformId[]; words: Words }) {
  if (platforms.length === 0) return null;
  return (
    <section aria-labelledby="feeds-title">
      <h2 id="feeds-title">{words.t('feeds_title')}</h2>
      <ul class="sites">
        {platforms.map((platform) => (
          <li key={platform}>{words.t('feeds_broken', { platform: words.t(`platform_${platform}`) })}</li>
        ))}
      </ul>
      <p class="small">{words.t('feeds_note')}</p>
    </section>
  );
}

function languageOf(value: string): Language | null {
  return value === 'nl' || value === 'en' ? value : null;
}

function Sites({
  title,
  hosts,
  action,
  onAction,
  words,
}: {
  title: TextKey;
  hosts: readonly string[];
  action: TextKey;
  onAction: (host: string) => void;
  words: Words;
}) {
  if (hosts.length === 0) return null;
  return (
    <section>
      <h2>{words.t(title)}</h2>
      <ul class="sites">
        {hosts.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button type="button" aria-label={`${words.t(action)}: ${host}`} onClick={() => onAction(host)}>
              {words.t(action)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List({ index, words }: { index: RegisterIndex; words: Words }) {
  return (
    <dl class="pairs">
      <dt>{words.t('list_of')}</dt>
      <dd>{words.day(index.built)}</dd>
      <dt>{words.t('list_outlets')}</dt>
      <dd>{words.number(index.counts.outlets)}</dd>
      <dt>{words.t('list_claims')}</dt>
      <dd>{words.number(index.counts.claims)}</dd>
      <dt>{words.t('list_sources')}</dt>
      <dd>{words.number(index.counts.sources)}</dd>
    </dl>
  );
}

/** Two steps, in place: the first button asks, the second does. */
function Forget({ words, onForget }: { words: Words; onForget: () => void }) {
  const [step, setStep] = useState<'idle' | 'asked' | 'done'>('idle');
  return (
    <>
      <div class="actions">
        {step !== 'asked' && (
          <button type="button" onClick={() => setStep('asked')}>
            {words.t('data_forget')}
          </button>
        )}
        {step === 'asked' && (
          <>
            <button
              type="button"
              class="primary"
              onClick={() => {
                onForget();
                setStep('done');
              }}
            >
              {words.t('data_forget_yes')}
            </button>
            <button type="button" onClick={() => setStep('idle')}>
              {words.t('data_forget_no')}
            </button>
          </>
        )}
      </div>
      <p role="status">{step === 'done' && words.t('data_forgotten')}</p>
    </>
  );
}
