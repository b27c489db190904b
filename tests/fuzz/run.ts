import { fuzz, NO_REAL_PAGES, realPages } from './fuzz';

const HELP = `Reads mutated pages in Chromium and says what breaks a property of the reader.

  npx tsx tests/fuzz/run.ts                   100,000 mutations of real and invented pages, from a seed that is the day's own
  npx tsx tests/fuzz/run.ts --count 2000      fewer
  npx tsx tests/fuzz/run.ts --seed 7          from this seed: the same mutations each time
  npx tsx tests/fuzz/run.ts --invented        without real pages
`;

function numberOf(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} wants a whole number`);
  return value;
}

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const invented = process.argv.includes('--invented');
  if (!invented && realPages(1_000, 1) === null) throw new Error(`${NO_REAL_PAGES}. Ask for that with --invented.`);
  const count = numberOf('--count', 100_000);
  const seed = numberOf('--seed', Math.floor(Date.now() / 86_400_000) * 1_000_000);
  const start = performance.now();
  const report = await fuzz({
    count,
    seed,
    largest: 400_000,
    most: invented ? 0 : 200,
    longest: 1_500_000,
    onProgress: (done, of) => {
      if (done % 2_500 === 0) process.stderr.write(`… ${done} of ${of}\n`);
    },
  });
  for (const { page, seed, problem } of report.findings.slice(0, 200)) console.log(`✗ ${page}, seed ${seed}: ${problem}`);
  const { pages, read, unreadable, dates, slowest } = report;
  console.log(
    `${report.findings.length === 0 ? '✓' : '✗'} ${read} mutations of ${pages.real} real and ${pages.madeUp} invented pages, seeds from ${seed}: ${report.findings.length} findings; ` +
      `${dates} gave a day, ${unreadable} could not be read; slowest reading ${slowest.ms} ms (${slowest.page}, seed ${slowest.seed}); ${Math.round((performance.now() - start) / 1000)} s`,
  );
  return report.findings.length === 0 && read === count ? 0 : 1;
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
