import { useState } from 'preact/hooks';
import type { Day } from '../lib/core/dates';
import type { Words } from '../lib/words/words';

export interface WrongProps {
  name: string;
  /** Address of the page, or id of the entity, that the correction is about. */
  about: string;
  built: Day | null;
  words: Words;
}

/** Prepares a correction that the person sends; nothing is sent from here. */
export function Wrong({ name, about, built, words }: WrongProps) {
  const day = built === null ? '' : words.day(built);
  const [text, setText] = useState(() => words.t('wrong_template', { name, key: about, day }));
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <section id="wrong" class="no-print" aria-labelledby="wrong-title">
      <details>
        <summary id="wrong-title">{words.t('wrong_title')}</summary>
        <p>{words.t('wrong_text')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void copy();
          }}
        >
          <label for="wrong-message">{words.t('wrong_label')}</label>
          <textarea id="wrong-message" rows={9} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          <button type="submit">
            <span role="status">{words.t(copied ? 'copied' : 'wrong_copy')}</span>
          </button>
        </form>
      </details>
    </section>
  );
}
