import type { Browser, Page } from '@playwright/test';
import type { Observation } from '../../lib/core/observation';
import type { Job } from './args';
import { openContext, type Served } from './browser';
import { type PrintedCard, printCard } from './card';
import { charsetOf, ownAddress, readPageFile } from './page-file';

export type Line =
  | { file: string; error: string }
  | { file: string; url: string; observation: object; card: PrintedCard; readMs: number }
  | { file: string; platform: string | null; posts: object[] };

/** Reads one page that is open, and makes its line. */
export type ReadOpen = (page: Page, job: Job, served: Served) => Promise<Line>;

const AT_ONCE = 3;

/** Reads all files, several at a time, and hands the lines over in the order of the jobs. Gives how many failed. */
export async function inspectAll(browser: Browser, jobs: readonly Job[], read: ReadOpen, print: (line: Line) => void): Promise<number> {
  const done = new Map<number, Line>();
  let next = 0;
  let printed = 0;
  let failed = 0;
  const worker = async (): Promise<void> => {
    let served: Served | null = null;
    const context = await openContext(browser, () => served);
    let page = await context.newPage();
    for (let i = next++; i < jobs.length; i = next++) {
      const job = jobs[i];
      if (!job) break;
      try {
        served = serve(job);
        await page.goto(served.url, { waitUntil: 'domcontentloaded' });
        done.set(i, await inTime(read(page, job, served)));
      } catch (error) {
        failed++;
        done.set(i, { file: job.file, error: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? 'unknown' });
        await page.close().catch(() => undefined);
        page = await context.newPage();
      }
      for (let line = done.get(printed); line; line = done.get(printed)) {
        print(line);
        done.delete(printed++);
      }
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, jobs.length) }, worker));
  return failed;
}

function serve(job: Job): Served {
  const body = readPageFile(job.path);
  const url = new URL((job.url ?? ownAddress(body) ?? 'https://page.invalid/').trim());
  url.hash = '';
  return { url: url.href, body, charset: charsetOf(body) };
}

interface Measured {
  observation: Observation | null;
  ms: number;
}

/** @param code the bundled reader */
export function readArticle(code: string, now: Date): ReadOpen {
  return (page, job, served) => inspectOne(page, code, job, served, now);
}

async function inspectOne(page: Page, code: string, job: Job, served: Served, now: Date): Promise<Line> {
  // As the extension does it: the script is evaluated and run in one go, in a page it has not seen before.
  const expression = `(() => { ${code}
    const start = performance.now();
    const observation = colofonReader.readPage(document, ${JSON.stringify(served.url)}, new Date(${now.getTime()}));
    return { observation, ms: performance.now() - start };
  })()`;
  const { observation, ms } = (await page.evaluate(expression)) as Measured;
  if (observation === null) throw new Error('the page could not be read');
  return {
    file: job.file,
    url: served.url,
    observation: printed(observation),
    card: await printCard(observation, now),
    readMs: Math.round(ms * 100) / 100,
  };
}

/** A page that hangs must not hold up the others. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('reading took longer than 30 seconds')), 30_000);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** In a printed line an author is `{name, from}`. */
function printed(observation: Observation): object {
  return { ...observation, authors: observation.authors.map(({ value, ...rest }) => ({ name: value, ...rest })) };
}
