import type { Slice, Statement } from '../lib/core/statements';
import { sourceText, statementText } from '../lib/words/statement-text';
import type { Words } from '../lib/words/words';
import { Runs } from './Runs';

export interface StatementsProps {
  statements: readonly Statement[];
  names: Pick<Slice, 'entities'>;
  words: Words;
  /** What no longer holds. */
  past?: true;
}

/** Claims as sentences, each with every source it rests on. */
export function Statements({ statements, names, words, past }: StatementsProps) {
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <li key={statement.claim.id}>
          <p>
            <Runs runs={statementText(statement, names, words, past === true ? 'past' : 'present')} />{' '}
          </p>
          {statement.sources.map((source) => (
            <p class="source" key={source.id}>
              <Runs runs={sourceText(source, words)} />
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** When a keeper last compared claims and sources: the earliest day counts for all of them. */
export function Checked({ statements, words }: Pick<StatementsProps, 'statements' | 'words'>) {
  const [earliest] = statements.map(({ claim }) => claim.checked).sort();
  return earliest === undefined ? null : <p class="source checked">{words.t('panel_checked', { day: words.day(earliest) })}</p>;
}
