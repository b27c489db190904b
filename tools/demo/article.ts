import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A mistake of the person at the keyboard: shown without a stack. */
export class DemoError extends Error {}

export type Article =
  | { kind: 'practice' }
  /** Fetched by the browser itself. */
  | { kind: 'address'; address: string }
  /** A saved page, served to the browser under its own address. */
  | { kind: 'file'; address: string; html: Buffer; says: string };

export const HELP = `Shows what Colofon says about an article, in the browser and in the terminal.

  npm run demo                                    a packaged practice page
  npm run demo -- FILE                            a saved page, under the address it names as its own
  npm run demo -- --url ADDRESS FILE              a saved page, under this address
  npm run demo -- ADDRESS                         a page from the web

With a display a window opens, to play with; without one it runs unseen. Pictures of popup and side panel are saved in
.output/demo/. A FILE may be compressed (.gz).`;

/** What to show, from the arguments of the command; `folder` is where somebody typed it. */
export function articleFrom(argv: readonly string[], folder: string): Article {
  const at = argv.indexOf('--url');
  const url = at < 0 ? null : (argv[at + 1] ?? '');
  const rest = argv.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  const unknown = rest.find((each) => each.startsWith('-'));
  if (unknown) throw new DemoError(`unknown option ${unknown}\n\n${HELP}`);
  if (url !== null && !isWebAddress(url)) throw new DemoError('--url wants an address that begins with https:// or http://');
  if (rest.length > 1) throw new DemoError(`one page at a time, not ${rest.length}`);
  const [what] = rest;
  if (what === undefined) {
    if (url !== null) throw new DemoError('--url goes with the FILE of a saved page');
    return { kind: 'practice' };
  }
  if (isWebAddress(what)) {
    if (url !== null) throw new DemoError('--url goes with the FILE of a saved page, not with an address');
    return { kind: 'address', address: what };
  }
  return savedPage(path.resolve(folder, what), url);
}

function savedPage(file: string, url: string | null): Article {
  if (!existsSync(file)) throw new DemoError(`there is no file ${file}`);
  if (!statSync(file).isFile()) throw new DemoError(`${file} is not a file`);
  const bytes = readFileSync(file);
  const html = file.endsWith('.gz') ? unpacked(file, bytes) : bytes;
  if (url !== null) return { kind: 'file', address: url, html, says: 'the address that was given' };
  const own = ownAddress(html.toString('utf8'));
  if (own === null) throw new DemoError(`${file} does not name its own address; give it with --url ADDRESS`);
  return { kind: 'file', address: own, html, says: 'the address the page names as its own' };
}

function unpacked(file: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new DemoError(`${file} ends in .gz but cannot be unpacked`);
  }
}

/** The address a page names as its own, from its canonical link or `og:url`; null when it names none. */
export function ownAddress(html: string): string | null {
  const tags = html.match(/<(?:link|meta)\b[^>]*>/gi) ?? [];
  const named = (attribute: string, value: string, wanted: string): string | null => {
    const tag = tags.find((each) => attributeOf(each, attribute)?.toLowerCase() === value);
    return tag === undefined ? null : attributeOf(tag, wanted);
  };
  const address = named('rel', 'canonical', 'href') ?? named('property', 'og:url', 'content');
  return address !== null && isWebAddress(address) ? address : null;
}

function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : value.replaceAll('&amp;', '&');
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
