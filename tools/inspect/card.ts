import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeCard } from '../../lib/core/card';
import { lookUp } from '../../lib/core/lookup';
import type { Observation } from '../../lib/core/observation';
import { parsePart, partOf } from '../../lib/core/parts';
import type { RegisterIndex, RegisterPart } from '../../lib/core/register';
import { cardText } from '../../lib/words/card-text';
import { plainText, wordsIn } from '../../lib/words/words';

export interface PrintedCard {
  who: string;
  when: string;
  paid: string;
  made: string;
}

const REGISTER = path.resolve(import.meta.dirname, '../../public/register');

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

let index: RegisterIndex | null = null;
const parts = new Map<string, RegisterPart | null>();

async function partFor(registrable: string): Promise<RegisterPart | null> {
  index ??= JSON.parse(readFileSync(path.join(REGISTER, 'index.json'), 'utf8')) as RegisterIndex;
  const file = index.parts[partOf(registrable, index.parts.length)]?.file;
  if (file === undefined) return null;
  const known = parts.get(file);
  if (known !== undefined) return known;
  const parsed = parsePart(JSON.parse(gunzipSync(readFileSync(path.join(REGISTER, file))).toString('utf8')));
  const part = parsed.ok ? parsed.value : null;
  parts.set(file, part);
  return part;
}
