import type { Reader } from '../../tools/browser/reader';
import { waitFor } from '../../tools/browser/surface';
import { expect, test } from './fixture';
import { article } from './pages';

const NRC = 'https://www.nrc.nl/nieuws/brug';
const ELSEWHERE = 'https://www.buurtkrantje.example/brug';
const CHIP = 'h1 > :last-child';

async function choose(reader: Reader, group: number, on: boolean): Promise<void> {
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

async function hasChip(reader: Reader): Promise<boolean> {
  return (await reader.hiddenText(CHIP)) !== null;
}

/** The chip comes some time after the page, so its coming is waited for; its staying away is waited out. */
async function expectChip(reader: Reader, wanted: boolean): Promise<void> {
  if (wanted) await expect.poll(() => hasChip(reader), { timeout: 8000 }).toBe(true);
  else {
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await hasChip(reader)).toBe(false);
  }
}

function serve(reader: Reader): void {
  for (const address of [NRC, ELSEWHERE]) reader.site.put(address, article({ headline: 'Brug over de Zijl weer open' }));
}

test('with nothing switched on a page is left as it is', async ({ reader }) => {
  serve(reader);
  const page = await reader.open(NRC);
  const markup = await page.run(() => document.documentElement.outerHTML);
  await reader.clickToolbar();
  await expectChip(reader, false);
  expect(await page.run(() => document.documentElement.outerHTML)).toBe(markup);
});

test('switched on for news sites, the chip stands beside the headline there and nowhere else', async ({ startReader }) => {
  const reader = await startReader();
  serve(reader);
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 1, true);
  const page = await reader.open(NRC);
  await expectChip(reader, true);
  const before = reader.requests();
  expect(await reader.hiddenText(CHIP)).toBe('Van wie?');

  await reader.clickOn(CHIP);
  await expect.poll(() => reader.hiddenText(CHIP)).toMatch(/NRC.*Van wie\?.*Van wanneer\?.*Is dit reclame\?.*Hoe is dit gemaakt\?/);
  expect(reader.requests()).toEqual(before);
  expect(await page.run((chip) => document.querySelector(chip)?.shadowRoot === null, CHIP)).toBe(true);

  await reader.open(ELSEWHERE);
  await expectChip(reader, false);
});

test('a click that a page makes up does not open the card', async ({ startReader }) => {
  const reader = await startReader();
  serve(reader);
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 1, true);
  const page = await reader.open(NRC);
  await expectChip(reader, true);
  await page.run((chip) => {
    const host = document.querySelector(chip);
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }, CHIP);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await reader.hiddenText(CHIP)).toBe('Van wie?');
});

test('the chip works by keyboard', async ({ startReader }) => {
  const reader = await startReader();
  serve(reader);
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 1, true);
  const page = await reader.open(NRC);
  await expectChip(reader, true);
  await reader.press('Tab');
  expect(await page.run((chip) => document.activeElement === document.querySelector(chip), CHIP)).toBe(true);
  await reader.press('Enter');
  await expect.poll(() => reader.hiddenText(CHIP)).toMatch(/NRC/);
});

test('switched off again, the chip is gone without trace, and so is the access', async ({ startReader }) => {
  const reader = await startReader();
  serve(reader);
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 1, true);
  const page = await reader.open(NRC);
  await expectChip(reader, true);
  await choose(reader, 1, false);
  await reader.switchTo(NRC);
  await expect.poll(() => hasChip(reader)).toBe(false);
  expect(await page.run(() => document.querySelectorAll('h1 > *').length)).toBe(0);
  const options = await reader.open(reader.inside('options.html'));
  const left = await options.run(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const api = scope.browser ?? scope.chrome;
    return { origins: (await api.permissions.getAll()).origins ?? [], scripts: await api.scripting.getRegisteredContentScripts() };
  });
  expect(left).toEqual({ origins: [], scripts: [] });
});

test('switched off for one site from the popup, the others keep theirs', async ({ startReader }) => {
  const reader = await startReader();
  serve(reader);
  const other = 'https://www.trouw.nl/nieuws/brug';
  reader.site.put(other, article({ headline: 'Brug over de Zijl weer open' }));
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 1, true);
  await reader.open(NRC);
  await expectChip(reader, true);
  const popup = await reader.clickToolbar();
  await waitFor(popup, 'the choice for this site', () => document.body.textContent?.includes('Kijk hier niet meer automatisch') ?? false);
  await popup.run(() =>
    [...document.querySelectorAll('button')].find((each) => each.textContent === 'Kijk hier niet meer automatisch')?.click(),
  );
  await expect.poll(() => hasChip(reader)).toBe(false);
  await reader.open(other);
  await expectChip(reader, true);
  const options = await reader.open(reader.inside('options.html'));
  await waitFor(options, 'the site in the options', () => document.querySelector('.sites')?.textContent?.includes('nrc.nl') ?? false);
});

test('access taken away in the browser itself counts at once', async ({ startReader }) => {
  const reader = await startReader();
  serve(reader);
  if (reader.browser === 'chromium') await reader.grant();
  await choose(reader, 3, true);
  await reader.open(ELSEWHERE);
  await expectChip(reader, true);
  await reader.revoke();
  await reader.open(`${ELSEWHERE}?`);
  await expectChip(reader, false);
});

interface Api {
  permissions: { getAll: () => Promise<{ origins?: string[] }> };
  scripting: { getRegisteredContentScripts: () => Promise<object[]> };
}
