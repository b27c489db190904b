import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { HELP, type Job, type Options, parseArgs } from './inspect/args';
import { openBrowser } from './inspect/browser';
import { bundleReader } from './inspect/bundle';
import { readPlatform } from './inspect/posts';
import { inspectAll, readArticle } from './inspect/run';

function jobsOf(options: Options): Job[] {
  const files = options.files.map((file) => ({ file, path: resolve(file), url: options.url }));
  if (options.list === null) return files;
  const base = dirname(resolve(options.list));
  const lines = readFileSync(options.list, 'utf8').split('\n');
  const listed = lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const entry = JSON.parse(line) as { file?: unknown; url?: unknown };
    if (typeof entry.file !== 'string') throw new Error(`${options.list}, line ${i + 1}: no "file"`);
    return [{ file: entry.file, path: resolve(base, entry.file), url: typeof entry.url === 'string' ? entry.url : null }];
  });
  return [...files, ...listed];
}

async function main(): Promise<number> {
  const options = parseArgs(process.argv.slice(2));
  const jobs = options.help ? [] : jobsOf(options);
  if (jobs.length === 0) {
    console.log(HELP);
    return options.help ? 0 : 1;
  }
  const posts = options.as === 'posts';
  const [browser, code] = await Promise.all([openBrowser(), bundleReader(posts ? 'read-posts.ts' : 'read-page.ts')]);
  const now = options.now ?? new Date();
  try {
    const failed = await inspectAll(browser, jobs, posts ? readPlatform(code, now) : readArticle(code, now), (line) =>
      process.stdout.write(`${JSON.stringify(line)}\n`),
    );
    return failed > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
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
