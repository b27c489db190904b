import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Registry, readRegistry } from '../../../../tools/register/files';
import { formatted } from '../../../../tools/register/format';

/** A small register in order: one outlet, its owner, a family above it, two sources. */
export const SMALL: Record<string, string> = {
  'entities/nl/krant.yaml': `id: krant
kind: outlet
names: [De Krant]
country: NL
checked: 2026-11-23
hosts:
  - host: krant.nl
    sources: [colofon]
claims:
  - owned-by: uitgever
    sources: [jaarverslag]
`,
  'entities/nl/uitgever.yaml': `id: uitgever
kind: organisation
names: [Uitgever]
country: NL
checked: 2026-11-23
claims:
  - owned-by: familie
    sources: [jaarverslag]
`,
  'entities/intl/familie.yaml': `id: familie
kind: family
names: [familie De Vries]
checked: 2026-11-23
`,
  'sources/colofon.yaml': `id: colofon
kind: self
title: Colofon
publisher: De Krant
url: https://krant.nl/colofon
undated: true
retrieved: 2026-11-23
licence: eigen
`,
  'sources/jaarverslag.yaml': `id: jaarverslag
kind: press
title: Jaarverslag
publisher: De Krant
url: https://krant.nl/jaarverslag
published: 2025
retrieved: 2026-11-23
licence: eigen
`,
};

/** The small register with some files changed (null takes one away), written out, put in order and read back. */
export function smallRegistry(
  changes: Record<string, string | null> = {},
  layout: 'fixed' | 'as-is' = 'fixed',
  options: { layers?: boolean } = {},
): Registry {
  const root = mkdtempSync(join(tmpdir(), 'register-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'carriers'), { recursive: true });
  for (const [file, text] of Object.entries({ ...SMALL, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), layout === 'fixed' ? formatted(text) : text);
  }
  return readRegistry(root, 'core', options);
}

/** One of the small register's files with a piece replaced; the piece must be there. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const text = SMALL[file];
  if (text === undefined || !text.includes(from)) throw new Error(`${file} has no "${from}"`);
  return { [file]: text.replace(from, to) };
}
