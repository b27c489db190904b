import type { Words } from '../lib/words/words';

export interface PracticeBarProps {
  words: Words;
  overview: string;
  /** Somebody clicked a link of the fictional page. */
  followed: boolean;
  onPrint: () => void;
  onReset: () => void;
}

export function PracticeBar({ words, overview, followed, onPrint, onReset }: PracticeBarProps) {
  return (
    <aside class="practice-bar" aria-label={words.t('practice_title')}>
      <p role="status">
        <strong>{words.t('practice_bar')}</strong> {words.t(followed ? 'practice_link' : 'practice_bar_note')}
      </p>
      <p class="practice-actions">
        <a href={overview}>{words.t('practice_overview')}</a>
        <button type="button" onClick={onPrint}>
          {words.t('practice_print')}
        </button>
        <button type="button" onClick={onReset}>
          {words.t('practice_reset')}
        </button>
      </p>
    </aside>
  );
}
