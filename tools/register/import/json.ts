import { ImportProblem, lineAt } from './clean';

/** JSON as it stands in a file of somebody else. The message names the line where the parser gave up. */
export function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length);
    throw new ImportProblem(`${from}:${lineAt(text, position)}: broken JSON — save the answer again`);
  }
}
