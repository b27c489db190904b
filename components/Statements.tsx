import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Slice, Statement } from '../lib/core/statements';
import { responseBy, sourceText, statementText } from '../lib/words/statement-text';
import type { Words } from '../lib/words/words';
import { FactsContext } from './facts-context';
import { Runs } from './Runs';

export interface StatementsProps {
  statements: readonly Statement[];
  names: Pick<Slice, 'entities'>;
  words: Words;
  /** What no longer holds. */
  past?: true;
  /** What else stands with a claim, such as a way to correct it; by default what the page around it adds (`FactsContext`). */
  aside?: ((statement: Statement) => ComponentChildren) | undefined;
}

/** Claims as sentences, each with every source it rests on, the day somebody compared them, and the outlet's own answer. */
export function Statements({ statements, names, words, past, aside }: StatementsProps) {
  const around = useContext(FactsContext);
  const beside = aside ?? around.aside;
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
          <p class="source">{words.t('statement_checked', { day: words.day(statement.claim.checked) })}</p>
          <Response statement={statement} names={names} words={words} />
          {beside?.(statement)}
        </li>
      ))}
    </ul>
  );
}

/** Beside the fact and in the same type: neither correction nor defence, but what the party said about it. */
function Response({ statement, names, words }: { statement: Statement } & Pick<StatementsProps, 'names' | 'words'>) {
  const { response } = statement.claim;
  if (response === undefined) return null;
  return (
    <div class="response">
      <p>
        <Runs runs={responseBy(response, names, words)} />
      </p>
      <blockquote lang={response.lang}>{response.words}</blockquote>
      {statement.responseSources?.map((source) => (
        <p class="source" key={source.id}>
          <Runs runs={sourceText(source, words)} />
        </p>
      ))}
    </div>
  );
}
