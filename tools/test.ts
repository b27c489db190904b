import { mkdirSync } from 'node:fs';
import { type Outcome, REPORTS, type Step, total } from './test/step';
import { STEPS } from './test/steps';

const HELP = `Runs what continuous integration runs.

  npm test                          everything
  npm test -- --only NAME[,NAME]    some steps, in their usual order (end-to-end steps use the build that is there)
  npm test -- --list                the names of the steps`;

function chosenSteps(argv: string[]): Step[] | string {
  if (argv.includes('--help')) return HELP;
  if (argv.includes('--list')) return STEPS.map(({ name, title }) => `${name.padEnd(10)} ${title}`).join('\n');
  const at = argv.indexOf('--only');
  if (at < 0) return argv.length === 0 ? STEPS : HELP;
  const names = (argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`no step named ${unknown.join(', ')}; --list shows them`);
  return STEPS.filter((step) => names.includes(step.name));
}

async function runStep(step: Step, position: string): Promise<Outcome> {
  console.log(`\n=== ${position} ${step.name}: ${step.title}`);
  const begun = performance.now();
  const outcome = await step.run().catch((error: unknown): Outcome => {
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const mark = outcome.failed > 0 ? '✗' : '✓';
  console.log(
    `${mark} ${step.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s${outcome.note ? ` (${outcome.note})` : ''}`,
  );
  return outcome;
}

/** Counts as one failure: a step that did not run has shown nothing. */
function notRun({ name, title }: Step, position: string, missing: string): Outcome {
  console.log(`\n=== ${position} ${name}: ${title}\n✗ ${name}: not run, because ${missing} did not pass`);
  return { passed: 0, failed: 1 };
}

async function main(): Promise<number> {
  const steps = chosenSteps(process.argv.slice(2));
  if (typeof steps === 'string') {
    console.log(steps);
    return 0;
  }
  mkdirSync(REPORTS, { recursive: true });
  const begun = performance.now();
  const outcomes: Outcome[] = [];
  const red: string[] = [];
  for (const [at, step] of steps.entries()) {
    const missing = step.needs?.find((name) => red.includes(name));
    const position = `${at + 1}/${steps.length}`;
    const outcome = missing === undefined ? await runStep(step, position) : notRun(step, position, missing);
    outcomes.push(outcome);
    if (outcome.failed > 0) red.push(step.name);
  }
  const { passed, failed } = total(outcomes);
  console.log(`\n${Math.round((performance.now() - begun) / 1000)} s in all${red.length > 0 ? `; not passed: ${red.join(', ')}` : ''}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
