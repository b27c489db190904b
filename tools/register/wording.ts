import type { z } from 'zod';
import { RANKING } from './vocabulary';

/** What a schema says about a file, in the words of somebody who writes such files. Lists are counted from 1. */
interface Wording {
  /** From the top of what was read. */
  path: PropertyKey[];
  what: string;
  remedy: string;
}

type Issue = z.core.$ZodIssue;

/** One of a list, as people call it. */
const ONE: Record<string, string> = {
  claims: 'claim',
  hosts: 'host',
  accounts: 'account',
  handles: 'handle',
  proof: 'proof',
  names: 'name',
  interests: 'interest',
  sources: 'source',
  jointly: 'party under jointly',
  proposals: 'proposal',
  entities: 'new entity',
  notes: 'note',
  changes: 'change',
  versions: 'version',
  addresses: 'address',
  policies: 'policy',
  links: 'link',
  problems: 'problem',
};

const SEE = 'see docs/REGISTER.md for what goes here';
const SHARE = 'write {exact: 62}, {min: 25, max: 50}, majority, not-public or unstated';
const QUOTES = 'put quotes around a text that holds a colon';

/** What to write where something is missing or has the wrong form. */
const WRITE: Record<string, string> = {
  sources: 'name at least one: sources: [id-of-the-source]',
  names: 'write each name on a line of its own below names:, after "- "',
  proof: 'name at least one: proof: [{kind: site-names-it, source: id-of-the-source}]',
  handles: 'write them between brackets, such as handles: [polderpost]',
  stableId: 'write it as the platform does, between quotes',
  checked: 'add the day on which it was last compared with its sources, such as checked: 2026-11-23',
  retrieved: 'add the day on which the source was read, such as retrieved: 2026-11-23',
  host: 'write the site without https:// and www., such as host: krant.nl',
  qid: 'write Q and digits, such as Q1234567',
  issn: 'write it as "1234-5678", between quotes',
  lei: 'write its twenty capitals and digits, between quotes',
  lang: 'write two small letters, such as nl',
  capital: SHARE,
  votes: SHARE,
};

/**
 * @param raw what was checked, as it was read
 * @returns one or more for an issue; for a union those of the branch that came furthest
 */
export function wordingsOf(issue: Issue, raw: unknown): Wording[] {
  const told = flatten(issue).map((each) => wording(each, raw));
  return told.filter((one, at) => told.findIndex((each) => same(each, one)) === at);
}

/** `claims.0.interests.1.capital` as "claim 1, interest 2, capital". */
function placeWords(path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  for (const [at, key] of path.entries()) {
    const next = path[at + 1];
    if (typeof key === 'number') parts.push(`${ONE[String(path[at - 1])] ?? `${String(path[at - 1] ?? 'item')}, number`} ${key + 1}`);
    else if (typeof next !== 'number') parts.push(String(key));
  }
  return parts.join(', ') || 'the file';
}

function same(a: Wording, b: Wording): boolean {
  return a.what === b.what && a.remedy === b.remedy;
}

/** A union reports that no branch fits; the branch that came furthest says why. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const deepest = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0] ?? [];
  return deepest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function wording(issue: Issue, raw: unknown): Wording {
  const { path } = issue;
  return colonIn(path, raw) ?? { path, ...shareWording(path, raw, issue) };
}

/** `- De Testbode: stad` is read as a key and a value. */
function colonIn(path: readonly PropertyKey[], raw: unknown): Wording | null {
  const at = path.indexOf('names');
  const name = path.slice(0, at + 2);
  const value = at < 0 ? undefined : valueAt(raw, name);
  if (value === null || typeof value !== 'object' || Array.isArray(value) || 'name' in value) return null;
  const [first] = Object.entries(value);
  if (first === undefined || first[0] === 'lang' || first[0] === 'valid') return null;
  const text = `${first[0]}: ${String(first[1])}`;
  return { path: name, what: `${placeWords(name)} is read as two things because of its colon`, remedy: `${QUOTES}: "${text}"` };
}

function shareWording(path: readonly PropertyKey[], raw: unknown, issue: Issue): Pick<Wording, 'what' | 'remedy'> {
  const at = path.findIndex((key) => key === 'capital' || key === 'votes');
  if (at < 0 || issue.code === 'custom') return plainWording(path, raw, issue);
  const value = valueAt(raw, path);
  const share = placeWords(path.slice(0, at + 1));
  if (path.length > at + 1 && value !== undefined)
    return { what: `${share}: ${shown(value)} is no percentage`, remedy: 'write a number from 0 to 100, without %' };
  return { what: `${share}: ${shown(valueAt(raw, path.slice(0, at + 1)))} is no share`, remedy: SHARE };
}

function plainWording(path: readonly PropertyKey[], raw: unknown, issue: Issue): Pick<Wording, 'what' | 'remedy'> {
  const where = placeWords(path);
  const key = path.findLast((each) => typeof each === 'string') ?? '';
  const write = Object.hasOwn(WRITE, key) ? (WRITE[key] ?? SEE) : SEE;
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, where);
  const value = valueAt(raw, path);
  const last = path.at(-1);
  if (value === undefined && typeof last === 'string')
    return { what: `${placeWords(path.slice(0, -1))} has no ${last}`, remedy: write === SEE ? `add a line "${last}: …"; ${SEE}` : write };
  if (value === null) return { what: `${where} is empty`, remedy: write === SEE ? 'fill it in, or take the line away' : write };
  if (issue.code === 'invalid_value')
    return { what: `${where}: ${shown(value)} is none of the words that fit here`, remedy: `write one of: ${issue.values.join(', ')}` };
  if (issue.code === 'invalid_type') return wrongKind(issue.expected, value, where, write);
  if (issue.code === 'too_small')
    return value === '' || (Array.isArray(value) && value.length === 0)
      ? { what: `${where} is empty`, remedy: write === SEE ? 'fill it in, or take the line away' : write }
      : { what: `${where}: ${shown(value)} is too small`, remedy: `at least ${String(issue.minimum)}` };
  if (issue.code === 'too_big')
    return typeof value === 'number'
      ? { what: `${where}: ${value} is too large`, remedy: `at most ${String(issue.maximum)}` }
      : { what: `${where} is too long`, remedy: `at most ${String(issue.maximum)} characters` };
  // Without words of its own a pattern is shown as a pattern, which says nothing to most people.
  if (issue.code === 'invalid_format' && /^Invalid/.test(issue.message))
    return { what: `${where}: ${shown(value)} does not have the right form`, remedy: write };
  return { what: `${where}: ${issue.message}`, remedy: write };
}

function unknownKeys(keys: readonly string[], where: string): Pick<Wording, 'what' | 'remedy'> {
  const [key = ''] = keys;
  if (RANKING.test(key))
    return { what: `"${key}" is a mark, and the register gives none`, remedy: 'remove it; write down a fact with its source' };
  return { what: `"${keys.join('", "')}" is not known in ${where}`, remedy: 'remove it or mend the spelling' };
}

function wrongKind(expected: string, value: unknown, where: string, write: string): Pick<Wording, 'what' | 'remedy'> {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return { what: `${where}: ${value} is read as a number or as yes and no`, remedy: `put quotes around it: "${value}"` };
  if (expected === 'string' && typeof value === 'object') return { what: `${where} is no single text`, remedy: QUOTES };
  if (expected === 'array')
    return { what: `${where} is no list`, remedy: write === SEE ? 'begin each on a line of its own with "- "' : write };
  const wanted =
    expected === 'object' || expected === 'record' ? 'lines of the form "word: value" belong here' : `a ${expected} belongs here`;
  return { what: `${where}: ${shown(value)} does not fit; ${wanted}`, remedy: write };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}
