import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const REPORTS = path.join(ROOT, '.reports');

/** How many tests a step counted; a step without tests of its own counts as one. `note` is printed beside its time. */
export interface Outcome {
  passed: number;
  failed: number;
  note?: string;
}

export interface Step {
  name: string;
  title: string;
  /** Steps without whose success this one would test something else than it says. */
  needs?: readonly string[];
  run: () => Promise<Outcome>;
}

export interface Finished {
  code: number;
  output: string;
}

/** Runs a tool of `node_modules/.bin`. `show` passes its output on as it comes; otherwise it is kept for when it matters. */
export function runTool(
  command: string,
  args: string[],
  options: { show?: boolean; env?: Record<string, string> } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...options.env };
    env.PATH = `${path.join(ROOT, 'node_modules', '.bin')}${path.delimiter}${env.PATH ?? ''}`;
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** A tool that either is content or not; what it says is shown only in the second case. */
export async function verdict(command: string, args: string[]): Promise<Outcome> {
  const { code, output } = await runTool(command, args);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Several outcomes as one. */
export function total(outcomes: Outcome[]): Outcome {
  return { passed: outcomes.reduce((sum, each) => sum + each.passed, 0), failed: outcomes.reduce((sum, each) => sum + each.failed, 0) };
}

export async function vitest(name: string, folders: string[]): Promise<Outcome> {
  const file = path.join(REPORTS, `${name}.json`);
  rmSync(file, { force: true });
  const args = ['run', ...folders, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runTool('vitest', args, { show: true });
  const report = readReport(file) as { numPassedTests?: number; numFailedTests?: number; numFailedTestSuites?: number } | null;
  const failed = (report?.numFailedTests ?? 0) || (code === 0 ? 0 : (report?.numFailedTestSuites ?? 0) || 1);
  return orNothing({ passed: report?.numPassedTests ?? 0, failed });
}

export async function playwright(project: string): Promise<Outcome> {
  const file = path.join(REPORTS, `${project}.json`);
  rmSync(file, { force: true });
  const args = ['test', '--project', project, '--reporter=list,json'];
  const { code } = await runTool('playwright', args, { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  const report = readReport(file) as { stats?: { expected?: number; unexpected?: number; flaky?: number } } | null;
  const failed = (report?.stats?.unexpected ?? 0) || (code === 0 ? 0 : 1);
  const flaky = report?.stats?.flaky ?? 0;
  const outcome = orNothing({ passed: (report?.stats?.expected ?? 0) + flaky, failed });
  return flaky === 0 ? outcome : { ...outcome, note: `${flaky} passed at the second try only` };
}

/** A run that executed nothing proves nothing. */
function orNothing(outcome: Outcome): Outcome {
  return outcome.passed + outcome.failed > 0 ? outcome : { passed: 0, failed: 1, note: 'no test ran' };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
