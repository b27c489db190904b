import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAround } from '../../../lib/app/around';
import { forgetKept } from '../../../lib/app/kept-parts';
import type { FrameSketch } from '../../../lib/core/frame-sketch';
import { buildParts, writeCompiled } from '../../../tools/register/build';
import { compile } from '../../../tools/register/compile';
import { smallRegistry } from '../tools/register/folder';
import { WITH_NOTICES } from '../tools/register/notice-folder';
import { fake, fakeFetch } from './browser';

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock('webextension-polyfill', async () => ({ default: { ...(await import('./browser')).fakeBrowser, scripting: { executeScript } } }));

const TAB = { id: 1, url: 'https://krant.example/dijk' };
const LISTED = 'https://dijkreclame.nl/verklaringen/abc123';

function frame(part: Partial<FrameSketch> = {}): FrameSketch {
  const address = part.top === true ? TAB.url : 'https://krant.example/reclame';
  return { frame: 1, top: false, apart: false, address, places: [], declared: [], isNotice: false, closed: 0, closedShown: 0, ...part };
}
const TOP = frame({ top: true, places: [{ text: 'Politieke reclame', links: [LISTED], inArticle: false, bare: false }] });
const answers = (...results: unknown[]): void => void executeScript.mockResolvedValue(results.map((result) => ({ result })));

beforeEach(() => {
  forgetKept();
  fake.local.clear();
  fake.packaged = mkdtempSync(join(tmpdir(), 'colofon-around-'));
  writeCompiled(fake.packaged, buildParts(compile(smallRegistry(WITH_NOTICES))));
  vi.stubGlobal('fetch', fakeFetch);
  executeScript.mockReset();
});

afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(fake.packaged, { recursive: true, force: true });
});

it('the notice of a labelled advertisement is answered from the register', async () => {
  answers(TOP);
  const around = await readAround(TAB);
  expect(around).toMatchObject({
    closed: 0,
    damaged: false,
    ads: [{ label: 'Politieke reclame', address: LISTED, notice: { state: 'listed' } }],
  });
});

it('a frame that gave no answer was not read', async () => {
  answers(TOP, null, { frame: 1 });
  expect((await readAround(TAB))?.closed).toBe(2);
});

it('of hundreds of frames the page itself is read first, and those left over count as not read', async () => {
  answers(...Array.from({ length: 300 }, () => frame()), TOP);
  const around = await readAround(TAB);
  expect(around?.ads).toHaveLength(1);
  expect(around?.closed).toBe(101);
});

it('where the browser lets nobody in there is no answer', async () => {
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page'));
  expect(await readAround(TAB)).toBeNull();
  expect(await readAround({ id: 1, url: 'about:config' })).toBeNull();
});

it('a register that cannot be read is said to be damaged, and no advertisement is made up', async () => {
  rmSync(fake.packaged, { recursive: true });
  answers(TOP);
  expect(await readAround(TAB)).toMatchObject({ damaged: true, ads: [] });
});
