import type { Card, Question } from '../../lib/core/card';
import { cardText } from '../../lib/words/card-text';
import type { Words } from '../../lib/words/words';
import { Runs } from '../Runs';

/** The same sentences as in the popup, so that nobody reads two versions of one answer. */
export function FactLines({ card, question, words }: { card: Card; question: Question; words: Words }) {
  const row = cardText(card, words).rows.find((candidate) => candidate.question === question);
  return (
    <>
      {row?.lines.map((line) => (
        <p key={line.text.map((run) => run.text).join('')} class={line.kind}>
          <Runs runs={line.text} />
        </p>
      ))}
    </>
  );
}
