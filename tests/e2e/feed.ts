import { chromiumReader, firefoxReader, type Reader } from '../../tools/browser/reader';
import { waitFor } from '../../tools/browser/surface';
import { test as base, buildFor, expect } from './fixture';

/** "Nieuwssites", "sociale media en zoekmachines", "overal": their places in the options. */
type GroupPlace = 1 | 2 | 3;

export async function choose(reader: Reader, group: GroupPlace, on: boolean): Promise<void> {
  const options = await reader.open(reader.inside('options.html'));
  await waitFor(options, 'the choices', () => document.querySelectorAll('.choices input').length === 3);
  await reader.clickOn(`.choices label:nth-of-type(${group}) input`);
  await waitFor(
    options,
    `choice ${group} to be ${on ? 'on' : 'off'}`,
    (at, wanted) => document.querySelectorAll<HTMLInputElement>('.choices input')[at]?.checked === wanted,
    group - 1,
    on,
  );
}

/** Chips come and go some time after the page, so both are waited for. */
export async function expectChips(reader: Reader, count: number): Promise<void> {
  await expect.poll(async () => (await reader.chips()).length, { timeout: 8000 }).toBe(count);
}

export async function expectSomeChips(reader: Reader): Promise<void> {
  await expect.poll(async () => (await reader.chips()).length, { timeout: 8000 }).toBeGreaterThan(0);
}

/** For staying away there is no sign: it is waited out. */
export async function expectNoChips(reader: Reader): Promise<void> {
  await pause(500);
  expect(await reader.chips()).toEqual([]);
}

export async function openCard(reader: Reader, at: number): Promise<NonNullable<Awaited<ReturnType<Reader['chips']>>[number]['card']>> {
  await reader.clickChip(at);
  await expect.poll(async () => (await reader.chips()).some(({ card }) => card !== null), { timeout: 8000 }).toBe(true);
  const card = (await reader.chips()).find((chip) => chip.card !== null)?.card;
  if (!card) throw new Error('the card closed by itself');
  return card;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** With social media and search engines switched on: one browser for all tests of a file, which change no setting. */
export const test = base.extend<{ feed: Reader }, { watching: Reader }>({
  watching: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use, info) => {
      const browser = info.project.name === 'firefox' ? 'firefox' : 'chromium';
      const extension = buildFor(browser);
      const reader = await (browser === 'firefox' ? firefoxReader({ extension }) : chromiumReader({ extension }));
      if (reader.browser === 'chromium') await reader.grant();
      await choose(reader, 2, true);
      await reader.reset();
      await use(reader);
      await reader.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  feed: async ({ watching }, use) => {
    await use(watching);
    await watching.reset();
  },
});

export { expect } from '@playwright/test';
