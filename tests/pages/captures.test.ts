import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostObservation } from '../../lib/core/post';
import { openBrowser, openContext } from '../../tools/inspect/browser';
import { bundleReader } from '../../tools/inspect/bundle';
import { charsetOf, ownAddress, readPageFile } from '../../tools/inspect/page-file';

/** Real pages of platforms, saved by others and not ours to publish, each with what a person found on it. */
const CAPTURES = path.resolve(import.meta.dirname, '../../../shared/captures');
const ANSWERS = path.join(CAPTURES, 'expected.jsonl');

interface Expected {
  file: string;
  index: number;
  /** Of a post on X. */
  ad?: boolean;
  times?: string[];
  /** Of a video on TikTok. */
  branded_content?: boolean;
  /** On YouTube by element, with a mark where it lies in a part that is put away; on a results page a number of elements. */
  ads?: number | Record<string, number>;
  publisher_panel?: string | null;
  organic?: number;
  first_urls?: string[];
}

interface Read {
  platform: string | null;
  posts: PostObservation[];
}

function expectedAnswers(): Map<string, Expected[]> {
  const answers = new Map<string, Expected[]>();
  if (!existsSync(ANSWERS)) return answers;
  for (const line of readFileSync(ANSWERS, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const entry = JSON.parse(line) as Expected;
    answers.set(entry.file, [...(answers.get(entry.file) ?? []), entry]);
  }
  return answers;
}

const answers = expectedAnswers();
const of = (platform: string): [string, Expected[]][] => [...answers].filter(([file]) => file.startsWith(`${platform}/`));
const labels = ({ posts }: Read, kind: string): number => posts.filter((post) => post.labels.some((label) => label.kind === kind)).length;

/** Host and path, as an address that was written down without its query can be compared. */
function place(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${decodeURI(pathname).replace(/\/$/, '')}`;
}

let browser: Browser;
let code: string;

beforeAll(async () => {
  [browser, code] = await Promise.all([openBrowser(), bundleReader('read-posts.ts')]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

async function read(file: string): Promise<Read> {
  const body = readPageFile(path.join(CAPTURES, file));
  const address = new URL(ownAddress(body) ?? 'https://page.invalid/');
  address.hash = '';
  const served = { url: address.href, body, charset: charsetOf(body) };
  const context = await openContext(browser, () => served);
  try {
    const page = await context.newPage();
    await page.goto(served.url, { waitUntil: 'domcontentloaded' });
    const call = `colofonReader.readSavedPosts(document, ${JSON.stringify(served.url)}, new Date('2026-11-23T12:00:00Z'))`;
    return (await page.evaluate(`(() => { ${code}\nreturn ${call}; })()`)) as Read;
  } finally {
    await context.close();
  }
}

it('has the saved pages of platforms beside this repository, in ../shared/captures, with their expected answers', () => {
  expect(answers.size, `${ANSWERS} is not there: without it nothing is held against real pages`).toBeGreaterThan(0);
});

describe('saved pages of X', () => {
  it.each(of('x'))(
    '%s: the posts, their time and whether they are advertisements',
    async (file, units) => {
      const { posts } = await read(file);
      for (const { index, ad, times } of units) {
        expect(posts[index]?.labels.some(({ kind }) => kind === 'ad')).toBe(ad);
        expect(posts[index]?.published?.at ?? null).toBe(times?.[0] ?? null);
      }
    },
    60_000,
  );
});

describe('saved pages of TikTok', () => {
  it.each(of('tiktok'))(
    '%s: every video of the feed, and which are partnerships',
    async (file, units) => {
      const { posts } = await read(file);
      expect(posts.length).toBe(units.length);
      for (const { index, branded_content } of units)
        expect(posts[index]?.labels.some(({ kind }) => kind === 'paid-partnership')).toBe(branded_content);
      expect(posts.every(({ author }) => author !== null)).toBe(true);
    },
    60_000,
  );
});

describe('saved pages of YouTube', () => {
  it.each(of('youtube'))(
    '%s: advertisements in view, none that is put away, and the note about a publisher',
    async (file, [page]) => {
      const found = await read(file);
      const inView = Object.keys(page?.ads ?? {}).filter((name) => !name.includes('hidden'));
      // One inside the other is one advertisement.
      expect(labels(found, 'ad')).toBe(inView.length === 0 ? 0 : 1);
      expect(labels(found, 'publisher-context')).toBe(page?.publisher_panel ? 1 : 0);
      expect(found.posts.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** Answers on these counted what leads nowhere: a help page beneath every result, or links within a result. */
const COUNTED_OTHERWISE = ['ecosia/wsmcp-ecosia.html.gz', 'brave/wsmcp-brave.html.gz'];

describe('saved pages of search engines', () => {
  const pages = ['bing', 'brave', 'duckduckgo', 'ecosia', 'google', 'startpage'].flatMap(of);
  it.each(pages)(
    '%s: the results, in any order, and whether there are advertisements',
    async (file, [page]) => {
      const found = await read(file);
      const organic = found.posts.filter((post) => post.labels.length === 0);
      const places = new Set(found.posts.flatMap(({ links }) => links.map(place)));
      const missing = (page?.first_urls ?? []).filter((address) => place(address) !== null && !places.has(place(address)));
      if (!COUNTED_OTHERWISE.includes(file)) {
        expect(missing).toEqual([]);
        // One of a hundred may lead to the engine itself, which is no result.
        expect(organic.length).toBeGreaterThanOrEqual((page?.organic ?? 0) - 1);
      }
      // An advertisement in a frame of another site, as on Ecosia, is not on the page.
      if (page?.ads && !file.startsWith('ecosia/')) expect(labels(found, 'ad')).toBeGreaterThan(0);
    },
    60_000,
  );
});
