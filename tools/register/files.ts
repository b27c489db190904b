import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { RegisterProblem } from './problem';
import { type CarrierFile, carrierFile, type EntityFile, entityFile, type SourceFile, sourceFile } from './schema';
import { RANKING } from './vocabulary';

/** A file that fits its schema, with the way back to its lines. */
export interface Loaded<T> {
  /** Relative to the register's folder, with forward slashes. */
  file: string;
  value: T;
  text: string;
  lineOf: (path: readonly PropertyKey[]) => number;
}

export interface Registry {
  /** `practice` is fictional: it has its own entities and sources and is compiled apart. */
  name: 'core' | 'practice';
  entities: Loaded<EntityFile>[];
  sources: Loaded<SourceFile>[];
  carriers: Loaded<CarrierFile>[];
  problems: RegisterProblem[];
}

/** Reads one register from disk. Broken files are reported in `problems` and left out; nothing is thrown for them. */
export function readRegistry(root: string, name: Registry['name']): Registry {
  const base = name === 'core' ? root : join(root, name);
  const problems: RegisterProblem[] = [];
  const load = <S extends z.ZodType>(paths: string[], schema: S): Loaded<z.output<S>>[] =>
    paths.flatMap((path) => {
      const loaded = readOne(root, path, schema, problems);
      return loaded === null ? [] : [loaded];
    });
  return {
    name,
    entities: load(yamlFiles(join(base, 'entities')), entityFile),
    sources: load(yamlFiles(join(base, 'sources')), sourceFile),
    carriers: name === 'core' ? load(yamlFiles(join(base, 'carriers')), carrierFile) : [],
    problems,
  };
}

export function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readOne<S extends z.ZodType>(root: string, path: string, schema: S, problems: RegisterProblem[]): Loaded<z.output<S>> | null {
  const file = relative(root, path).split(sep).join('/');
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineOf = (at: readonly PropertyKey[]): number => lineAt(document, lines, at);
  const [broken] = document.errors;
  if (broken) {
    problems.push({
      file,
      line: broken.linePos?.[0].line ?? 1,
      what: broken.message.split('\n')[0] ?? 'broken YAML',
      remedy: 'mend the YAML',
    });
    return null;
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, text, lineOf };
  for (const issue of result.error.issues) {
    for (const found of flatten(issue)) problems.push({ file, line: lineOf(found.path), ...wording(found) });
  }
  return null;
}

/** A union reports that no branch fits; the branch that came furthest says why. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const deepest = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0] ?? [];
  return deepest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function wording(issue: z.core.$ZodIssue): { what: string; remedy: string } {
  const where = issue.path.join('.') || 'the file';
  if (issue.code !== 'unrecognized_keys') return { what: `${where}: ${issue.message}`, remedy: 'see docs/REGISTER.md for what goes here' };
  const [key = ''] = issue.keys;
  if (RANKING.test(key))
    return { what: `"${key}" is a mark, and the register gives none`, remedy: 'remove it; write down a fact with its source' };
  return { what: `"${issue.keys.join('", "')}" is not known in ${where}`, remedy: 'remove it or mend the spelling' };
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
