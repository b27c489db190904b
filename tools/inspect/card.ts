import { makeCard } from '../../lib/core/card';
import { lookUp } from '../../lib/core/lookup';
import type { Observation } from '../../lib/core/observation';
import { cardText } from '../../lib/words/card-text';
import { plainText, wordsIn } from '../../lib/words/words';
import { partFor } from './register';

export interface PrintedCard {
  who: string;
  when: string;
  paid: string;
  made: string;
}

/** The card's four rows as text, in Dutch, answered from the built register as the popup does. */
export async function printCard(observation: Observation, now: Date): Promise<PrintedCard> {
  const { origin, path: pathname } = observation.address;
  const card = makeCard({ state: 'read', observation }, await lookUp(origin + pathname, partFor), now);
  const rows = Object.fromEntries(
    cardText(card, wordsIn('nl')).rows.map(({ question, steps, lines }) => [
      question,
      [steps.map((step) => plainText(step.text)).join(' → '), ...lines.map((line) => plainText(line.text))]
        .filter((text) => text !== '')
        .join(' '),
    ]),
  );
  return { who: rows.who ?? '', when: rows.when ?? '', paid: rows.paid ?? '', made: rows.made ?? '' };
}
