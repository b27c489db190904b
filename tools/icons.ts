import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/**
 * Draws `tools/icons/NAME-SIZE.svg` as `public/icons/NAME-SIZE.png`, one source for each size: at 16 px every edge lies on a
 * pixel, which scaling one drawing down cannot give. Run by hand after a change of a drawing: `npx tsx tools/icons.ts`.
 *
 * Both shapes have one colour, #5285dc. It keeps at least 3 : 1 (WCAG 2.2, 1.4.11) on the toolbars of both browsers: 3.65 on
 * #ffffff, 3.28 on #f1f3f4, 4.41 on #202124, 3.88 on #2b2a33 and 3.30 on #35363a. No hue can do much better on all five.
 */
const SOURCES = new URL('./icons/', import.meta.url);
const TARGETS = new URL('../public/icons/', import.meta.url);
const NAME = /^(?<name>[a-z-]+-(?<size>\d+))\.svg$/;

export async function drawIcons(executablePath: string): Promise<string[]> {
  await mkdir(TARGETS, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const drawn: string[] = [];
    for (const file of (await readdir(SOURCES)).sort()) {
      const { name, size } = NAME.exec(file)?.groups ?? {};
      if (name === undefined || size === undefined) continue;
      const svg = await readFile(new URL(file, SOURCES), 'utf8');
      await page.setViewportSize({ width: Number(size), height: Number(size) });
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
      await writeFile(new URL(`${name}.png`, TARGETS), await page.screenshot({ omitBackground: true }));
      drawn.push(`${name}.png`);
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const drawn = await drawIcons(process.env.CHROMIUM ?? '/usr/bin/chromium');
  console.log(`${drawn.length} icons drawn: ${drawn.join(', ')}`);
}
