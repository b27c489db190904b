import { checkCaptures, scorePages } from './pages';
import { type Outcome, playwright, runTool, type Step, total, verdict, vitest } from './step';

/** Everything that a change must pass, cheapest first. */
export const STEPS: Step[] = [
  {
    name: 'register',
    title: 'the register: rules of the data, and its parts',
    run: async () => total([await verdict('tsx', ['tools/register.ts', 'check']), await verdict('tsx', ['tools/register.ts', 'build'])]),
  },
  { name: 'types', title: 'types', run: () => verdict('tsc', ['--noEmit']) },
  { name: 'lint', title: 'lint and format', run: () => verdict('biome', ['check', '.']) },
  {
    name: 'unit',
    title: 'the core, pages of our own making, rules about the sources',
    // Threads start a fifth faster than processes; nothing here needs one of its own.
    run: () => vitest('unit', ['tests/unit', 'tests/rules/source', '--pool=threads']),
  },
  { name: 'reader', title: 'the reader in a browser: mutated, enormous and traced pages', run: () => vitest('reader', ['tests/reader']) },
  {
    name: 'build',
    needs: ['register'],
    title: 'builds for Chromium and Firefox',
    run: async () => total([await verdict('wxt', ['build']), await verdict('wxt', ['build', '-b', 'firefox', '--mv3'])]),
  },
  { name: 'built', needs: ['build'], title: 'rules about both builds', run: () => vitest('built', ['tests/rules/built']) },
  { name: 'web-ext', needs: ['build'], title: 'web-ext lint on the Firefox build', run: lintFirefox },
  { name: 'chromium', needs: ['build'], title: 'end to end in Chromium', run: () => playwright('chromium') },
  { name: 'firefox', needs: ['build'], title: 'end to end in Firefox', run: () => playwright('firefox') },
  { name: 'pages', title: 'real pages with known answers', run: scorePages },
  { name: 'captures', title: 'saved pages of platforms with expected answers', run: checkCaptures },
  { name: 'unused', title: 'unused files, exports and dependencies', run: () => verdict('knip', ['--no-progress']) },
];

interface LintReport {
  summary: { errors: number; warnings: number };
  errors: { code: string; message: string; file?: string }[];
  warnings: { code: string; message: string; file?: string }[];
}

async function lintFirefox(): Promise<Outcome> {
  const { output } = await runTool('web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--self-hosted=false']);
  const start = output.indexOf('{');
  const report = start < 0 ? null : (JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as LintReport);
  if (!report) {
    console.log(output.trimEnd());
    return { passed: 0, failed: 1 };
  }
  for (const { code, message, file } of [...report.errors, ...report.warnings])
    console.log(`${code}: ${message}${file ? ` (${file})` : ''}`);
  const note = `${report.summary.errors} errors, ${report.summary.warnings} warnings`;
  return report.summary.errors === 0 ? { passed: 1, failed: 0, note } : { passed: 0, failed: report.summary.errors, note };
}
