import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { RegisterProblem } from '../problem';
import { wordingsOf } from '../wording';
import { brokenYaml } from '../yaml-broken';

/** The line of a value in a file, 1-based; of the nearest thing around it when it is absent. */
export type Lines = (path: readonly PropertyKey[]) => number;

export type ReadYaml<T> =
  | { ok: true; value: T /** As written, without the schema's defaults. */; raw: unknown; lineOf: Lines }
  | { ok: false; problems: RegisterProblem[] };

/** Somebody's edits cannot be read, so nothing is written over them. */
export class BrokenProposals extends Error {
  constructor(readonly problems: readonly RegisterProblem[]) {
    super('proposals that cannot be read');
  }
}

/** Text that a person may have edited, against its schema. */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): ReadYaml<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineOf: Lines = (path) => lineAt(document, lines, path);
  const broken = brokenYaml(document, text);
  if (broken !== null) return { ok: false, problems: [{ file, ...broken }] };
  const raw: unknown = document.toJS();
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data, raw, lineOf };
  return { ok: false, problems: result.error.issues.map((issue) => problemOf(file, issue, raw, lineOf)) };
}

/**
 * @param raw what was checked
 * @param at where in the file it stands
 */
export function problemOf(
  file: string,
  issue: z.core.$ZodIssue,
  raw: unknown,
  lineOf: Lines,
  at: readonly PropertyKey[] = [],
): RegisterProblem {
  const [found] = wordingsOf(issue, raw);
  if (found === undefined) return { file, line: lineOf(at), what: issue.message, remedy: 'see docs/REGISTER.md for what goes here' };
  return { file, line: lineOf([...at, ...found.path]), what: found.what, remedy: found.remedy };
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
