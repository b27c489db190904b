import type { Reader } from '../../tools/browser/reader';
import { type Surface, waitFor } from '../../tools/browser/surface';
import { accessibilityProblems } from './axe';
import { expect, test } from './fixture';

/** Firefox is told keys by their number (WebDriver, table of key codes). */
const FIREFOX_KEYS: Record<string, string> = { Up: '\uE013', Down: '\uE015', Home: '\uE011', End: '\uE010' };

const press = (reader: Reader, key: 'Up' | 'Down' | 'Home' | 'End'): Promise<void> =>
  reader.press(reader.browser === 'firefox' ? (FIREFOX_KEYS[key] ?? key) : key === 'Up' || key === 'Down' ? `Arrow${key}` : key);

async function explorer(reader: Reader, place: string): Promise<Surface> {
  const surface = await reader.open(reader.inside(`explorer.html#${place}`));
  await waitFor(surface, 'the explorer', () => document.querySelector('h1') !== null);
  return surface;
}

/** The box that has the focus, by its id; null outside the drawing. */
const focused = (surface: Surface): Promise<string | null> => surface.run(() => document.activeElement?.getAttribute('data-box') ?? null);

test('axe finds nothing on a page with a drawing, nor on one that does not exist', async ({ reader }) => {
  const page = await explorer(reader, 'nrc');
  await page.run(() => document.querySelector<HTMLElement>('.claim-more summary')?.click());
  await waitFor(page, 'a correction', () => document.querySelector('.claim-more textarea') !== null);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await accessibilityProblems(await explorer(reader, 'mediahuis'))).toEqual([]);
  expect(await accessibilityProblems(await explorer(reader, 'in/newspapers'))).toEqual([]);
  const missing = await explorer(reader, 'niet-in-de-lijst');
  expect(await accessibilityProblems(missing)).toEqual([]);
  expect(await missing.run(() => document.querySelector('main')?.textContent ?? '')).toContain('niet-in-de-lijst');
});

test('the drawing is entered once with Tab, walked with the arrow keys, and left with Tab', async ({ reader }) => {
  const page = await explorer(reader, 'nrc');
  // Too narrow for the drawing: what scrolls may not become a stop of its own.
  const scrolls = await page.run(() => {
    document.body.style.maxInlineSize = '320px';
    const frame = document.querySelector('.picture');
    document.querySelector<HTMLElement>('.back')?.focus();
    return frame !== null && frame.scrollWidth > frame.clientWidth;
  });
  expect(scrolls).toBe(true);
  await reader.press('Tab');
  expect(await focused(page)).toBe('nrc');
  await press(reader, 'Up');
  const above = await focused(page);
  expect(above).not.toBe('nrc');
  expect(above).not.toBeNull();
  // A focus that nobody can see leads nowhere.
  const ring = await page.run(() => {
    const [here, other] = [document.activeElement, document.querySelector('.box.start')].map((box) => box?.querySelector('rect'));
    return here && other ? [getComputedStyle(here).strokeWidth, getComputedStyle(other).strokeWidth] : [];
  });
  expect(ring[0]).not.toBe(ring[1]);
  await press(reader, 'Down');
  expect(await focused(page)).toBe('nrc');
  await press(reader, 'End');
  expect(await focused(page)).not.toBe('nrc');
  await press(reader, 'Home');
  expect(await focused(page)).toBe('nrc');
  await reader.press('Tab');
  expect(await focused(page)).toBeNull();
  expect(await page.run(() => document.activeElement?.closest('.picture') === null)).toBe(true);
});

test('Enter opens the page of the holder under the focus, and back leads back', async ({ reader }) => {
  const page = await explorer(reader, 'nrc');
  await page.run(() => document.querySelector<SVGElement>('[data-box="nrc"]')?.focus());
  await press(reader, 'Up');
  const holder = await focused(page);
  await reader.press('Enter');
  await waitFor(
    page,
    'the holder',
    (id) => location.hash === `#${id}` && document.querySelector('.box.start')?.getAttribute('data-box') === id,
    holder,
  );
  await page.run(() => history.back());
  await waitFor(page, 'NRC again', () => document.querySelector('[data-box="nrc"].start') !== null);
});

test('a drawing is saved as SVG and as PNG of twice its size, with title, sources and date', async ({ reader }) => {
  const page = await explorer(reader, 'nrc');
  await page.run(() => {
    const made = URL.createObjectURL;
    const kept: Blob[] = [];
    URL.createObjectURL = (file: Blob) => {
      kept.push(file);
      return made.call(URL, file);
    };
    Object.assign(window, { kept });
    for (const button of document.querySelectorAll<HTMLElement>('.save button')) if (/SVG|PNG/.test(button.innerText)) button.click();
  });
  await waitFor(page, 'two files', () => (window as unknown as { kept: Blob[] }).kept.length === 2);
  const saved = await page.run(async () => {
    const { kept } = window as unknown as { kept: Blob[] };
    const svg = await kept.find(({ type }) => type.startsWith('image/svg'))?.text();
    const png = kept.find(({ type }) => type === 'image/png');
    const bytes = new DataView((await png?.arrayBuffer()) ?? new ArrayBuffer(0));
    return { svg: svg ?? '', width: bytes.getUint32(16), height: bytes.getUint32(20) };
  });
  expect(saved.svg).toContain('Van wie is NRC?');
  expect(saved.svg).toContain('Bronnen: ');
  expect(saved.svg).toMatch(/Bewaard op \d+ \w+ \d{4}/);
  expect([saved.width, saved.height]).toEqual(
    ['width', 'height'].map((name) => 2 * Number(new RegExp(` ${name}="(\\d+)"`).exec(saved.svg)?.[1])),
  );
});

test('who types finds, with the reason, and an address with a path is looked up', async ({ reader }) => {
  const before = reader.requests().length;
  const page = await explorer(reader, 'search');
  expect(await page.run(() => document.querySelectorAll('.results li').length)).toBe(0);
  expect(await page.run(() => document.querySelectorAll('.ways a').length)).toBeGreaterThan(3);
  const type = (text: string): Promise<void> =>
    page.run((value) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (!field) throw new Error('no field');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  await type('www.nrc.nl/nieuws/2026/11/brug?utm_source=x');
  await waitFor(page, 'NRC', () => document.querySelector('.results a')?.textContent === 'NRC');
  expect(await page.run(() => document.querySelector('.why')?.textContent)).toContain('nrc.nl');
  await page.run(() => document.querySelector<HTMLInputElement>('input[type=search]')?.focus());
  await press(reader, 'Down');
  await reader.press('Enter');
  await waitFor(page, 'the page of NRC', () => document.querySelector('.picture') !== null);
  await page.run(() => document.querySelector<HTMLElement>('.back')?.click());
  await waitFor(
    page,
    'what was asked',
    () => document.querySelector<HTMLInputElement>('input[type=search]')?.value.startsWith('www.nrc.nl') === true,
  );
  expect(reader.requests().slice(before)).toEqual([]);
});

test('axe finds nothing among notices and elections', async ({ reader }) => {
  const list = await explorer(reader, 'politiek');
  expect(await accessibilityProblems(list)).toEqual([]);
  const one = await list.run(() => document.querySelector('.results a')?.getAttribute('href') ?? '');
  expect(one).toMatch(/^#politiek\/verklaring\/./);
  expect(await accessibilityProblems(await explorer(reader, one.slice(1)))).toEqual([]);
  expect(await accessibilityProblems(await explorer(reader, 'verkiezingen'))).toEqual([]);
  const missing = await explorer(reader, 'politiek/verklaring/nergens/x1');
  expect(await missing.run(() => document.querySelector('h1')?.textContent)).toBe('Deze verklaring hebben we niet');
});

test('what is chosen of the notices stands in the address, and that address shows the same', async ({ reader }) => {
  const before = reader.requests().length;
  const page = await explorer(reader, 'politiek');
  const chosen = await page.run(() => {
    const sponsors = document.querySelector('select');
    const option = sponsors?.options[1];
    if (!sponsors || !option) throw new Error('no sponsors');
    sponsors.value = option.value;
    sponsors.dispatchEvent(new Event('change', { bubbles: true }));
    return option.value;
  });
  await waitFor(page, 'the choice', (value) => new URLSearchParams(location.hash.split('?')[1]).get('opdrachtgever') === value, chosen);
  const seen = (surface: Surface) =>
    surface.run(() => [location.hash, document.querySelector('.count')?.textContent, document.querySelector('select')?.value]);
  const [address, count] = await seen(page);
  const shared = await explorer(reader, String(address).slice(1));
  expect(await seen(shared)).toEqual([address, count, chosen]);
  // A table of one sponsor, with the words of the notice and nothing that runs.
  expect(await shared.run(() => document.querySelectorAll('.sums tbody tr').length)).toBe(1);
  expect(reader.requests().slice(before)).toEqual([]);
});

test('notices are saved as CSV', async ({ reader }) => {
  const page = await explorer(reader, 'politiek');
  const files = await page.run(async () => {
    const made = URL.createObjectURL;
    const kept: Blob[] = [];
    URL.createObjectURL = (file: Blob) => {
      kept.push(file);
      return made.call(URL, file);
    };
    for (const button of document.querySelectorAll<HTMLElement>('.notices button')) if (button.innerText.includes('CSV')) button.click();
    return Promise.all(kept.map((file) => file.text()));
  });
  expect(files.map((text) => text.split(',', 1)[0]).sort()).toEqual(['notice', 'sponsor']);
  for (const text of files) expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(1);
});

test('an election is found by its name, and opens where it stands', async ({ reader }) => {
  const page = await explorer(reader, 'search');
  await page.run(() => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) throw new Error('no field');
    field.value = 'provinciale staten 2027';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
  await waitFor(page, 'the election', () => document.querySelector('.results a')?.getAttribute('href') === '#verkiezingen/nl-ps-2027');
  await reader.press('Enter');
  await waitFor(
    page,
    'the election among the others',
    () => document.activeElement?.closest('[data-election]')?.getAttribute('data-election') === 'nl-ps-2027',
  );
});
