import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { openBrowser, openContext } from '../inspect/browser';
import { charsetOf, ownAddress, readPageFile } from '../inspect/page-file';
import { CHECK_HELP, type CheckOptions, parseCheckArgs } from './check-args';
import type { PageCheck } from './check-page';
import { checkText } from './check-text';

async function bundlePageCheck(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'check-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'colofonCheck' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the check could not be bundled');
  return chunk.code;
}

function bytesOf(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  if (statSync(file).isDirectory()) throw new Error(`${file} is a folder: name the saved page itself, which ends in .html`);
  let bytes: Buffer;
  try {
    bytes = readPageFile(file);
  } catch (error) {
    throw new Error(`${file} is no saved page: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!/<(?:!doctype|html|head|body|div|article|a|script)\b/i.test(bytes.subarray(0, 200_000).toString('latin1')))
    throw new Error(`${file} is no saved page: there is no HTML in it`);
  return bytes;
}

async function check({ file, platform, url }: CheckOptions): Promise<PageCheck | null> {
  const body = bytesOf(file);
  const address = new URL((url ?? ownAddress(body) ?? 'https://page.invalid/').trim());
  address.hash = '';
  const served = { url: address.href, body, charset: charsetOf(body) };
  const [browser, code] = await Promise.all([openBrowser(), bundlePageCheck()]);
  try {
    const page = await (await openContext(browser, () => served)).newPage();
    await page.goto(served.url, { waitUntil: 'domcontentloaded' });
    const call = `colofonCheck.checkSavedPage(document, ${JSON.stringify(served.url)}, new Date(${Date.now()}), ${JSON.stringify(platform)})`;
    return (await page.evaluate(`(() => { ${code}\nreturn ${call}; })()`)) as PageCheck | null;
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const options = parseCheckArgs(process.argv.slice(2));
  console.log(options === null ? CHECK_HELP : checkText(await check(options)));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
