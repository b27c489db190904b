import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error('no Chromium found: install it, or put its path in CHROMIUM_PATH');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

const FLAGS = [
  '--no-sandbox',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-gpu',
  // One process for all pages: starting one for each site takes longer than reading it.
  '--disable-site-isolation-trials',
  '--renderer-process-limit=3',
  '--blink-settings=imagesEnabled=false',
];
const POLICY = "default-src 'none'; base-uri *; form-action 'none'";

export interface Served {
  url: string;
  body: Buffer;
  charset: string;
}

/**
 * A context whose pages see one document under its own address and nothing else; page scripts are off.
 * They are kept off by a policy rather than by the browser's switch: that one would also open up `noscript`.
 */
export async function openContext(browser: Browser, served: () => Served | null): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'nl-NL', serviceWorkers: 'block' });
  context.setDefaultTimeout(120_000);
  await context.route('**/*', async (route) => {
    const page = served();
    const request = route.request();
    if (!page || !request.isNavigationRequest() || request.frame().parentFrame() !== null || request.url() !== page.url)
      return route.abort();
    return route.fulfill({
      status: 200,
      headers: { 'content-type': `text/html; charset=${page.charset}`, 'content-security-policy': POLICY },
      body: page.body,
    });
  });
  return context;
}
