/** One thing wrong in the register's files, with what to do about it. */
export interface RegisterProblem {
  /** Relative to the register's folder. */
  file: string;
  /** 1-based. */
  line: number;
  what: string;
  remedy: string;
}

/** `file:line: what — remedy`, the form in which terminals and editors make a link of it. */
export function describeProblem(problem: RegisterProblem): string {
  return `${problem.file}:${problem.line}: ${problem.what} — ${problem.remedy}`;
}

export function compareProblems(a: RegisterProblem, b: RegisterProblem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
