import { wordsIn } from '../../lib/words/words';
import { WrongUse } from './command';
import { diffEditions, notCheckedAnew } from './diff';
import { asJson, asMarkdown } from './diff-markdown';
import { type ReadEdition, readEdition } from './edition';

export interface DiffValues {
  lang?: string;
  json?: boolean;
}

/** Prints the change log on standard output. */
export function diffCommand(old: string, fresh: string, { lang = 'nl', json = false }: DiffValues): number {
  if (lang !== 'nl' && lang !== 'en') throw new WrongUse(`--lang ${lang}: write nl or en`);
  const [before, after] = [read(old), read(fresh)];
  if (!before.ok || !after.ok) {
    for (const read of [before, after]) if (!read.ok) for (const why of read.why) console.error(`register: ${why}`);
    return 1;
  }
  const diff = diffEditions(before.value, after.value);
  const words = wordsIn(lang);
  process.stdout.write(json ? asJson(diff, words) : asMarkdown(diff, words));
  // On standard error: this is for the keeper and no part of the public log.
  for (const { id, checked } of notCheckedAnew(diff))
    console.error(
      `register: ${id} changed, and its "checked" is still ${checked} — renew it, unless you compared the claim with its sources on that day`,
    );
  return 0;
}

/** Tells on standard error what takes its time, so that the log itself stays clean. */
function read(path: string): ReadEdition {
  console.error(`register: reading ${path}`);
  return readEdition(path);
}
