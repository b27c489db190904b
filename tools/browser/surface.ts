/**
 * Something of the extension that is on screen: the popup, the panel, one of its pages in a tab. Both browsers give the
 * same handle, so that one test reads both.
 */
export interface Surface {
  /** Runs a function in the surface; arguments and result travel as JSON. */
  run: <Args extends unknown[], Result>(task: (...args: Args) => Result | Promise<Result>, ...args: Args) => Promise<Result>;
  /** The same for the text of an expression; its value (or the promise's) travels as JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  /** A PNG of the surface as it stands. */
  picture: () => Promise<Buffer>;
}

export const QUESTIONS = ['who', 'when', 'paid', 'made'] as const;
export type Question = (typeof QUESTIONS)[number];

/** One row of the card as a reader sees it. */
export interface Row {
  state: string;
  /** The visible words, with whitespace folded. */
  text: string;
}

export type CardRows = Record<Question, Row>;

/** Waits until the surface satisfies `test`; the error says what was on screen instead. */
export async function waitFor<Args extends unknown[]>(
  surface: Surface,
  what: string,
  test: (...args: Args) => boolean,
  ...args: Args
): Promise<void> {
  const limit = Date.now() + 8000;
  while (Date.now() < limit) {
    // A question to a document that is just being replaced is never answered.
    if (await Promise.race([surface.run(test, ...args).catch(() => false), pause(1000)])) return;
    await pause(25);
  }
  const seen = await visibleText(surface).catch((error: unknown) => `(unreadable: ${String(error)})`);
  throw new Error(`waited 8 s for ${what}; on screen: ${seen.slice(0, 600)}`);
}

function pause(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}

/** All visible words of the surface, one line per line on screen. */
export async function visibleText(surface: Surface): Promise<string> {
  // As laid out: what is hidden is no part of what somebody reads.
  return surface.run(() => document.body.innerText.trim());
}

/** The four rows of the finished card. */
export async function readCard(surface: Surface): Promise<CardRows> {
  await waitFor(surface, 'a card with four rows', () => document.querySelectorAll('[data-fact][data-state]').length >= 4);
  const rows = await surface.run(() =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-fact]'), (row) => ({
      question: row.dataset.fact ?? '',
      state: row.dataset.state ?? '',
      text: row.innerText.replace(/\s+/g, ' ').trim(),
    })),
  );
  const row = (question: Question): Row => {
    const found = rows.find((each) => each.question === question);
    if (!found) throw new Error(`the card has no row "${question}"`);
    return { state: found.state, text: found.text };
  };
  return { who: row('who'), when: row('when'), paid: row('paid'), made: row('made') };
}

/** `run` for a surface that can evaluate: one definition, so that all surfaces behave the same. */
export function runThrough(evaluate: Surface['evaluate']): Surface['run'] {
  return async (task, ...args) => (await evaluate(asExpression(task, args))) as never;
}

/** The source of a call with its arguments filled in, for browsers that are spoken to in text. */
function asExpression(task: (...args: never[]) => unknown, args: unknown[]): string {
  // Some compilers wrap inner functions in a helper of this name, which does not exist on the other side.
  return `(() => { const __name = (f) => f; return (${task.toString()})(...${JSON.stringify(args)}); })()`;
}
