import { AccessChoices, type AccessChoicesProps } from '../../components/AccessChoices';
import { Mark } from '../../components/Mark';
import { PRACTICE, type PracticeName } from '../../lib/app/practice';
import { snake } from '../../lib/words/snake';
import type { Language, TextKey, Words } from '../../lib/words/words';

export interface WelcomeProps {
  words: Words;
  /** null where the browser does not tell. */
  pinned: boolean | null;
  firefox: boolean;
  on: AccessChoicesProps['on'];
  seen: readonly PracticeName[];
  onAccess: AccessChoicesProps['onChange'];
  onReset: () => void;
  onLanguage: (language: Language) => void;
  practiceUrl: (name: PracticeName) => string;
}

const DOES: readonly TextKey[] = ['does_who', 'does_when', 'does_paid', 'does_made'];
const DOES_NOT: readonly TextKey[] = ['does_not_judge', 'does_not_send', 'does_not_watch', 'does_not_guess'];

export function Welcome({ words, pinned, firefox, on, seen, onAccess, onReset, onLanguage, practiceUrl }: WelcomeProps) {
  return (
    <main class="page">
      <p class="page-head">
        <Mark />
        <b>Colofon</b>
        <button
          type="button"
          class="link other-language"
          lang={words.language === 'nl' ? 'en' : 'nl'}
          onClick={() => onLanguage(words.language === 'nl' ? 'en' : 'nl')}
        >
          {words.t('other_language')}
        </button>
      </p>
      <h1>{words.t('welcome_head')}</h1>
      <p class="intro">{words.t('welcome_intro')}</p>
      <section class="columns">
        <Points title="welcome_does" points={DOES} words={words} />
        <Points title="welcome_does_not" points={DOES_NOT} words={words} />
      </section>
      <section aria-labelledby="pin">
        <h2 id="pin">{words.t('pin_title')}</h2>
        <div role="status">{pinned === true && <p class="notice">{words.t('pin_done')}</p>}</div>
        {pinned !== true && (
          <ol class="steps">
            <li>{words.t(firefox ? 'pin_firefox_1' : 'pin_chrome_1')}</li>
            <li>{words.t(firefox ? 'pin_firefox_2' : 'pin_chrome_2')}</li>
          </ol>
        )}
      </section>
      <section>
        <AccessChoices words={words} on={on} onChange={onAccess} />
      </section>
      <section class="printed" aria-labelledby="practice">
        <h2 id="practice">{words.t('practice_title')}</h2>
        <p>{words.t('practice_intro')}</p>
        <ul class="practice">
          {PRACTICE.map((name) => (
            <li key={name}>
              <a href={practiceUrl(name)}>
                <strong>{words.t(`practice_${snake(name)}`)}</strong>
                <span class="small">{words.t(`practice_${snake(name)}_note`)}</span>
                {seen.includes(name) && <span class="small">{words.t('practice_seen')}</span>}
              </a>
            </li>
          ))}
        </ul>
        <div class="actions">
          {seen.length > 0 && (
            <button type="button" onClick={onReset}>
              {words.t('practice_reset')}
            </button>
          )}
        </div>
      </section>
    </main>
  );
}

function Points({ title, points, words }: { title: TextKey; points: readonly TextKey[]; words: Words }) {
  return (
    <div>
      <h2>{words.t(title)}</h2>
      <ul class="plain">
        {points.map((point) => (
          <li key={point}>{words.t(point)}</li>
        ))}
      </ul>
    </div>
  );
}
