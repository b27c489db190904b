import { resolve } from 'node:path';
import { buildParts, writeCompiled } from './build';
import { WrongUse } from './command';
import { generate } from './generate';
import { COMPILED } from './places';

/** The options as `parseArgs` gives them. */
export interface GenerateValues {
  domains?: string | undefined;
  seed?: string | undefined;
  changed?: string | undefined;
  to?: string | undefined;
  'dry-run'?: boolean | undefined;
}

/** An invented register must never end up where the extension is built from. */
export function generateCommand(values: GenerateValues): number {
  const domains = wholeNumber('--domains', values.domains ?? '2000', 1, 1_000_000);
  const seed = wholeNumber('--seed', values.seed ?? '1', 0, 0xffffffff);
  const changed = Number(values.changed ?? '0');
  if (!(changed >= 0 && changed < 100)) throw new WrongUse(`--changed ${values.changed ?? ''} is no percentage below 100`);
  const { to } = values;
  if (to === undefined || resolve(to) === resolve(COMPILED)) throw new WrongUse('--to needs a folder of its own');
  const built = buildParts(generate({ domains, seed, changed: changed / 100 }));
  const bytes = built.files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (!values['dry-run']) writeCompiled(to, built);
  const { outlets, entities, claims, sources } = built.index.counts;
  console.log(
    `register: invented edition ${built.index.version}, ${built.files.length} part(s), ${bytes} bytes: ` +
      `${domains} domains, ${outlets} outlets, ${entities} entities, ${claims} claims, ${sources} sources`,
  );
  return 0;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new WrongUse(`${option} ${text} is no number from ${least} to ${most}`);
  return value;
}
