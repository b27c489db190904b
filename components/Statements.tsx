import type { Slice, Statement } from '../lib/core/statements';
import { sourceText, statementShare, statementText } from '../lib/words/statement-text';
import type { Words } from '../lib/words/words';
import { Runs } from './Runs';

export interface StatementsProps {
  statements: readonly Statement[];
  names: Pick<Slice, 'entities'>;
  words: Words;
}

/** Claims as sentences, each with every source it rests on and when it was last compared with them. */
export function Statements({ statements, names, words }: StatementsProps) {
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <li key={statement.claim.id}>
          <p>
            <Runs runs={statementText(statement, names, words)} />
            <Share text={statementShare(statement, words)} />
          </p>
          {statement.sources.map((source) => (
            <p class="source" key={source.id}>
              <Runs runs={sourceText(source, words)} />
            </p>
          ))}
          <p class="source">{words.t('panel_checked', { day: words.day(statement.claim.checked) })}</p>
        </li>
      ))}
    </ul>
  );
}

function Share({ text }: { text: string | null }) {
  return text === null ? null : <span class="muted"> {text}</span>;
}
