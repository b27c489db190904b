import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Chromium, type PopupSurface, startChromium } from './browser/chromium';
import { type Site, startSite } from './browser/site';
import { QUESTIONS, readCard, waitFor } from './browser/surface';
import { type Article, articleFrom, DemoError, HELP } from './demo/article';
import { ROOT, runTool } from './test/step';

const PICTURES = path.join(ROOT, '.output', 'demo');
const EXTENSION = path.join(ROOT, '.output', 'chrome-mv3');

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  process.stderr.write(`… ${title}\n`);
  const begun = performance.now();
  const result = await work();
  process.stderr.write(`✓ ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
  return result;
}

async function build(): Promise<void> {
  for (const [command, ...args] of [
    ['tsx', 'tools/register.ts', 'build'],
    ['wxt', 'build'],
  ] as const) {
    const { code, output } = await runTool(command, args);
    if (code !== 0) throw new DemoError(`the build failed:\n${output}`);
  }
}

/** Opens the article in a tab; on a machine without a network an address cannot be shown, and that is said plainly. */
async function openArticle(browser: Chromium, article: Article): Promise<Page> {
  const page = await browser.context.newPage();
  const address = article.kind === 'practice' ? browser.inside('practice/nl/ordinary.html') : article.address;
  try {
    await page.goto(address, { waitUntil: article.kind === 'address' ? 'domcontentloaded' : 'load', timeout: 30_000 });
  } catch (error) {
    const why = /net::ERR_\w+/.exec(String(error))?.[0] ?? 'no answer in 30 seconds';
    throw new DemoError(
      `${address} could not be opened (${why}). Is there a network? A saved page works without one: npm run demo -- FILE`,
    );
  }
  // The page that greets a new user would stand in front.
  for (const other of browser.context.pages()) if (other !== page) await other.close();
  return page;
}

async function serve(article: Article): Promise<Site | undefined> {
  if (article.kind === 'address') return undefined;
  const site = await startSite();
  if (article.kind === 'file') {
    // As it was saved: its scripts would ask for what was not saved with it.
    const headers = { 'content-security-policy': "script-src 'none'" };
    site.put(article.address, { body: article.html, headers });
  }
  return site;
}

/** The card as the popup shows it: a line that sums up, and the four answers. */
async function printCard(popup: PopupSurface, address: string): Promise<void> {
  const card = await readCard(popup);
  // As laid out, line by line.
  const { lead, lines } = await popup.run(() => ({
    lead: document.querySelector<HTMLElement>('h1')?.innerText.trim() ?? '',
    lines: Array.from(document.querySelectorAll<HTMLElement>('[data-fact]'), (row) =>
      row.innerText.split('\n').filter((line) => line.trim() !== ''),
    ),
  }));
  console.log(`\n${address}\n${lead}\n`);
  for (const [at, question] of QUESTIONS.entries()) {
    const [label = question, ...answers] = lines[at] ?? [];
    console.log(`${label} [${card[question].state}]`);
    for (const answer of answers) console.log(`  ${answer.trim()}`);
  }
  console.log('');
}

async function savePictures(surface: PopupSurface, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await surface.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await surface.run(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
    writeFileSync(path.join(PICTURES, `${name}-${scheme}.png`), await surface.picture());
  }
  await surface.send('Emulation.setEmulatedMedia', { features: [] });
}

async function show(browser: Chromium, page: Page): Promise<void> {
  const popup = await step('clicking the toolbar icon', () => browser.clickToolbar(page));
  await printCard(popup, page.url());
  mkdirSync(PICTURES, { recursive: true });
  await step('saving pictures of popup and side panel', async () => {
    await savePictures(popup, 'popup');
    await popup.run(() => document.querySelector<HTMLElement>('header button')?.click());
    const panel = await browser.surface('sidepanel.html');
    await waitFor(panel, 'a filled side panel', () => document.querySelector('[data-fact], h2') !== null);
    await savePictures(panel, 'sidepanel');
  });
  console.log(`Pictures: ${path.relative(process.env.INIT_CWD ?? ROOT, PICTURES)}/{popup,sidepanel}-{light,dark}.png`);
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  const article = articleFrom(argv, process.env.INIT_CWD ?? process.cwd());
  if (article.kind === 'file') process.stderr.write(`· served under ${article.address}, ${article.says}\n`);
  const headless = !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform === 'darwin');
  await step('building the extension', build);
  const site = await serve(article);
  try {
    const options = { extension: EXTENSION, headless, ...(site ? { site } : {}) };
    const browser = await step('starting Chromium', () => startChromium(options));
    try {
      const page = await step('opening the article', () => openArticle(browser, article));
      await show(browser, page);
      if (!headless) {
        console.log('The window is yours. Close it to stop.');
        await new Promise<void>((resolve) => browser.context.on('close', () => resolve()));
      }
    } finally {
      await browser.close();
    }
  } finally {
    await site?.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof DemoError ? error.message : error);
  process.exitCode = 1;
});
