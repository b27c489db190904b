import type { Group } from '../lib/core/access';
import type { TextKey, Words } from '../lib/words/words';

export interface AccessChoicesProps {
  words: Words;
  /** Groups that are chosen and allowed by the browser. */
  on: readonly Group[];
  onChange: (group: Group, on: boolean) => void;
}

const GROUPS: readonly { group: Group; title: TextKey; note: TextKey }[] = [
  { group: 'news', title: 'access_news', note: 'access_news_note' },
  { group: 'social', title: 'access_social', note: 'access_social_note' },
  { group: 'everywhere', title: 'access_everywhere', note: 'access_everywhere_note' },
];

/** Clicking always works and needs no choice; each group below it is asked for apart and can be taken back. */
export function AccessChoices({ words, on, onChange }: AccessChoicesProps) {
  return (
    <fieldset class="choices">
      <legend>{words.t('access_title')}</legend>
      <p class="choice always">
        <strong>{words.t('access_click')}</strong>
        <span class="small">{words.t('access_click_note')}</span>
      </p>
      {GROUPS.map(({ group, title, note }) => (
        <label class="choice" key={group}>
          <input
            type="checkbox"
            checked={on.includes(group)}
            onClick={(event) => {
              // The box follows what the browser allows, not the click: a refused question leaves it as it was.
              event.preventDefault();
              onChange(group, !on.includes(group));
            }}
          />
          <span>
            <strong>{words.t(title)}</strong>
            <span class="small">{words.t(note)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
