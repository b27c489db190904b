import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { RegisterProblem } from '../problem';

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
  const [broken] = document.errors;
  if (broken) {
    const what = broken.message.split('\n')[0] ?? 'broken YAML';
    return { ok: false, problems: [{ file, line: broken.linePos?.[0].line ?? 1, what, remedy: 'mend the YAML' }] };
  }
  const raw: unknown = document.toJS();
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data, raw, lineOf };
  return { ok: false, problems: result.error.issues.map((issue) => problemOf(file, issue, lineOf)) };
}

/** @param at where in the file the checked value stands */
export function problemOf(file: string, issue: z.core.$ZodIssue, lineOf: Lines, at: readonly PropertyKey[] = []): RegisterProblem {
  const found = deepest(issue);
  const where = found.path.join('.') || 'the file';
  return {
    file,
    line: lineOf([...at, ...found.path]),
    what: found.code === 'unrecognized_keys' ? `"${found.keys.join('", "')}" is not known in ${where}` : `${where}: ${found.message}`,
    remedy: found.code === 'unrecognized_keys' ? 'remove it or mend the spelling' : 'see docs/REGISTER.md for what goes here',
  };
}

/** A union reports that no branch fits; the branch that came furthest says why. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
  return inner ? deepest({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
