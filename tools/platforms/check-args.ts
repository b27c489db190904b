import type { PlatformId } from '../../lib/core/post';
import { EVIDENCE } from '../../lib/platforms/evidence';

export const CHECK_HELP = `Tells what Colofon recognises on a page of a platform or search engine that you saved, without network.

  platform:check -- [--platform NAME] [--url ADDRESS] FILE

  FILE        the page as your browser saved it ("web page, complete" or "HTML only"), also gzipped (.gz)
  --platform  take this platform: ${Object.keys(EVIDENCE).join(', ')}
  --url       the address of the page, if the file does not hold it
  --help      this text

It prints numbers, no names and nothing of what the page says, so you can pass the text on.`;

export interface CheckOptions {
  file: string;
  platform: PlatformId | null;
  url: string | null;
}

/** Reads the command line; null for help. A mistake is an Error with a sentence that can be shown. */
export function parseCheckArgs(args: readonly string[]): CheckOptions | null {
  const options: { files: string[]; platform: PlatformId | null; url: string | null } = { files: [], platform: null, url: null };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--help' || arg === '-h') return null;
    if (arg === '--platform') options.platform = toPlatform(args[++i] ?? '');
    else if (arg === '--url') options.url = toAddress(args[++i] ?? '');
    else if (arg.startsWith('--')) throw new Error(`unknown option ${arg}; --help tells what there is`);
    else options.files.push(arg);
  }
  const [file] = options.files;
  if (file === undefined || options.files.length > 1) throw new Error('name one saved page; --help tells how');
  return { file, platform: options.platform, url: options.url };
}

function toPlatform(name: string): PlatformId {
  if (!isPlatform(name)) throw new Error(`--platform: "${name}" is none of ${Object.keys(EVIDENCE).join(', ')}`);
  return name;
}

function isPlatform(name: string): name is PlatformId {
  return Object.hasOwn(EVIDENCE, name);
}

function toAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:/i.test(text)) throw new Error(`--url: not an http(s) address: ${text}`);
  return text;
}
