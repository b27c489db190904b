import path from 'node:path';
import { test as base } from '@playwright/test';
import { type ChromiumReader, chromiumReader, firefoxReader, type Reader, type ReaderOptions } from '../../tools/browser/reader';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

/** The build that a reader would install. */
export function buildFor(browser: Reader['browser']): string {
  return process.env.COLOFON_BUILD
    ? path.join(process.env.COLOFON_BUILD, browser)
    : path.join(OUTPUT, `${browser === 'chromium' ? 'chrome' : 'firefox'}-mv3`);
}

type StartReader = (options?: Partial<ReaderOptions>) => Promise<Reader>;

interface TestFixtures {
  /** A browser shared by the tests of one file, with no tab, popup or panel left over. For tests that change no setting. */
  reader: Reader;
  /** Starts a browser with a fresh profile; it is closed after the test. For tests of install, access and settings. */
  startReader: StartReader;
}

interface WorkerFixtures {
  shared: Reader;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use, info) => {
      const reader = await start(info.project.name, {});
      await use(reader);
      await reader.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  reader: async ({ shared }, use) => {
    await use(shared);
    await shared.reset();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  startReader: async ({}, use, info) => {
    const readers: Reader[] = [];
    await use(async (options = {}) => {
      const reader = await start(info.project.name, options);
      readers.push(reader);
      return reader;
    });
    for (const reader of readers) await reader.close();
  },
});

function start(project: string, options: Partial<ReaderOptions>): Promise<Reader> {
  const browser = project === 'firefox' ? 'firefox' : 'chromium';
  const all = { extension: buildFor(browser), ...options };
  return browser === 'firefox' ? firefoxReader(all) : chromiumReader(all);
}

/** What only Chromium can show; a test that needs it belongs in `chromium-only`. */
export function inChromium(reader: Reader): ChromiumReader {
  if (reader.browser !== 'chromium') throw new Error('this test is for Chromium');
  return reader as ChromiumReader;
}

export { expect } from '@playwright/test';
