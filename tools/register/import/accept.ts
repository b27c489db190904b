import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import type { Day } from '../../../lib/core/dates';
import { checkRegistry } from '../check';
import { type Registry, readRegistry } from '../files';
import { describeProblem, type RegisterProblem } from '../problem';
import { keyOf, type Proposal, readProposals, type Waiting } from '../proposals';
import { type Refused, readRefused, writeRefused } from './refused';
import { newStage, type Stage, stageProposal } from './stage';

export interface Accepted {
  accepted: number;
  refused: number;
  undecided: number;
  /** Relative to the register's folder: entities and sources that changed or are new. */
  files: string[];
  problems: RegisterProblem[];
}

export interface AcceptWishes {
  name: Registry['name'];
  /** Paths of proposal files; all when absent. */
  paths?: string[];
  day: Day;
  dryRun?: boolean;
}

/**
 * Carries over what a reviewer answered with yes, remembers what was answered with no, and leaves the rest where it is. All or
 * nothing: when one answer cannot be carried out, or the register would have a problem it does not have now, nothing is written.
 * @param root the register's folder
 */
export function accept(root: string, { name, paths, day, dryRun = false }: AcceptWishes): Accepted {
  const base = name === 'core' ? root : join(root, name);
  const { files: waiting, problems } = readProposals(base, paths, name === 'core' ? '' : `${name}/`);
  const registry = readRegistry(root, name);
  const stage = newStage(registry, day, name === 'core' ? '' : `${name}/`);
  const result: Accepted = { accepted: 0, refused: 0, undecided: 0, files: [], problems };
  const decided = new Map<Waiting, number[]>();
  const refused: Refused[] = [];
  for (const file of waiting) {
    for (const [index, proposal] of file.value.proposals.entries()) {
      const answer = answerOf(proposal);
      if (answer === 'undecided') {
        result.undecided += 1;
        continue;
      }
      if (answer === 'unclear') {
        problems.push({
          file: file.file,
          line: file.lineOf(['proposals', index, 'decision']),
          what: `decision: "${proposal.decision ?? ''}" is no answer`,
          remedy: 'write yes or no, or leave it empty',
        });
        continue;
      }
      decided.set(file, [...(decided.get(file) ?? []), index]);
      if (answer === 'yes') {
        result.accepted += 1;
        problems.push(...stageProposal(stage, file, index));
      } else {
        result.refused += 1;
        const what = keyOf(file.value.about, proposal, file.value.entities);
        refused.push({ what, import: file.value.import, refused: day, ...(proposal.why ? { why: proposal.why } : {}) });
      }
    }
  }
  if (problems.length === 0) problems.push(...newProblems(root, registry, stage));
  result.files = [...stage.texts.keys()].sort();
  if (problems.length > 0 || dryRun) return result;

  writeTexts(root, stage);
  if (refused.length > 0) writeRefused(base, [...readRefused(base), ...refused]);
  for (const [file, indexes] of decided) removeDecided(file, indexes);
  return result;
}

function answerOf({ decision }: Proposal): 'yes' | 'no' | 'undecided' | 'unclear' {
  const word = decision?.trim().toLowerCase() ?? '';
  if (word === '') return 'undecided';
  if (word === 'yes' || word === 'ja') return 'yes';
  return word === 'no' || word === 'nee' ? 'no' : 'unclear';
}

/** Tried in a copy first. Problems that were there already are left for the check at the end. */
function newProblems(root: string, registry: Registry, stage: Stage): RegisterProblem[] {
  if (stage.texts.size === 0) return [];
  const copy = mkdtempSync(join(tmpdir(), 'register-accept-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !path.slice(root.length).split(sep).includes('proposed') });
    writeTexts(copy, stage);
    const had = new Set(checkRegistry(registry).map(signature));
    return checkRegistry(readRegistry(copy, registry.name)).filter((problem) => !had.has(signature(problem)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Without the line: a claim that moved down is the same problem. */
function signature(problem: RegisterProblem): string {
  return describeProblem({ ...problem, line: 0 });
}

function writeTexts(root: string, { texts }: Stage): void {
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** The rest stays as the reviewer wrote it, comments included. What nothing needs any more goes with the decided. */
function removeDecided({ path, value }: Waiting, indexes: readonly number[]): void {
  const left = value.proposals.filter((_, at) => !indexes.includes(at));
  if (left.length === 0) {
    rmSync(path);
    return;
  }
  const document = parseDocument(readFileSync(path, 'utf8'));
  for (const at of [...indexes].sort((a, b) => b - a)) document.deleteIn(['proposals', at]);
  const needed = JSON.stringify([value.about, left, value.entities?.map(({ sources }) => sources)]);
  for (const key of ['entities', 'sources'] as const) {
    const list = document.get(key);
    if (!isSeq(list)) continue;
    for (const [at, { id }] of [...(value[key] ?? []).entries()].reverse()) if (!needed.includes(JSON.stringify(id))) list.delete(at);
    if (list.items.length === 0) document.delete(key);
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' });
  writeFileSync(path, text.replace(/\n{3,}/g, '\n\n'));
}
