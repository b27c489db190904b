import type { z } from 'zod';
import type { Day } from '../../../lib/core/dates';
import type { RegisterProblem } from '../problem';
import type { Waiting } from '../proposals';
import { type EntityFile, entityFile } from '../schema';
import { problemOf } from './yaml-file';

/** New entities and sources as they stand at the bottom of a proposal file, where the reviewer fills in what is empty. */

export interface Filled {
  at: readonly PropertyKey[];
  value: Record<string, unknown>;
  empty: string[];
}

export function draftOf(file: Waiting, key: 'entities' | 'sources', id: string): Filled | null {
  const list = file.raw[key] ?? [];
  const index = list.findIndex((each) => each.id === id);
  const found: Record<string, unknown> | undefined = list[index];
  if (found === undefined) return null;
  const entries = Object.entries(found);
  return {
    at: [key, index],
    value: Object.fromEntries(entries.filter(([, value]) => value !== null)),
    empty: entries.filter(([, value]) => value === null).map(([name]) => name),
  };
}

export function parsed<S extends z.ZodType>(file: Waiting, draft: Filled, schema: S, more: Record<string, unknown>): Draft<z.output<S>> {
  const raw = { ...draft.value, ...more };
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data, raw };
  const problems = result.error.issues.map((issue): RegisterProblem => {
    const key = String(issue.path[0] ?? '');
    if (draft.empty.includes(key))
      return {
        file: file.file,
        line: file.lineOf([...draft.at, key]),
        what: `${key} is empty`,
        remedy: 'fill it in, or take this source out of the proposal',
      };
    return problemOf(file.file, issue, raw, file.lineOf, draft.at);
  });
  return { ok: false, problems };
}

export type Draft<T> = { ok: true; value: T; raw: Record<string, unknown> } | { ok: false; problems: RegisterProblem[] };

export function draftedEntity(file: Waiting, id: string, day: Day): Draft<EntityFile> | null {
  const filled = draftOf(file, 'entities', id);
  return filled === null ? null : parsed(file, filled, entityFile, { checked: day });
}
