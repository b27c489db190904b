import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { predicateOf } from '../../../../../tools/register/compile';
import { readRegistry } from '../../../../../tools/register/files';
import { formatted } from '../../../../../tools/register/format';
import { type Known, knownFrom } from '../../../../../tools/register/import/known';
import type { OwnFile } from '../../../../../tools/register/import/own-file';
import type { Run } from '../../../../../tools/register/import/run';

const source = (id: string, host: string): string => `id: ${id}
kind: self
title: Colofon
publisher: ${id}
url: https://${host}/colofon
undated: true
retrieved: 2026-11-01
licence: eigen
`;

/** A fictional list: two newspapers, the publisher of one, an association and a holding with sites of their own, an owner without. */
export const LIST: Record<string, string> = {
  'entities/nl/polderpost.yaml': `# Onze eerste krant.
id: polderpost
kind: outlet
names: [De Polderpost]
country: NL
checked: 2026-11-01
hosts:
  - host: polderpost.example
    sources: [colofon-polderpost]
claims:
  - published-by: waterland # zie het colofon
    sources: [colofon-polderpost]
`,
  'entities/nl/duinbode.yaml': `id: duinbode
kind: outlet
names: [Duinbode]
country: NL
ids: {qid: Q990000042}
sources: [colofon-duinbode]
checked: 2026-11-01
hosts:
  - host: duinbode.example
    sources: [colofon-duinbode]
claims:
  - owned-by: {unspecified: not-disclosed}
    sources: [colofon-duinbode]
`,
  'entities/nl/waterland.yaml': `id: waterland
kind: organisation
names: [Uitgeverij Waterland]
country: NL
checked: 2026-11-01
claims:
  - owned-by: noordzee
    sources: [colofon-polderpost]
`,
  'entities/nl/noordzee.yaml': `id: noordzee
kind: organisation
names: [Noordzee Kranten]
country: NL
ids: {kvk: "00000012"}
sources: [colofon-polderpost]
checked: 2026-11-01
hosts:
  - host: noordzee.example
    sources: [colofon-polderpost]
claims:
  - member-of: persbond
    sources: [colofon-polderpost]
`,
  'entities/nl/persbond.yaml': `id: persbond
kind: association
names: [Persbond]
country: NL
checked: 2026-11-01
hosts:
  - host: persbond.example
    sources: [colofon-polderpost]
`,
  'sources/colofon-polderpost.yaml': source('colofon-polderpost', 'polderpost.example'),
  'sources/colofon-duinbode.yaml': source('colofon-duinbode', 'duinbode.example'),
};

export interface Folder {
  /** Of the registry; the list is its practice register, which knows fictional addresses. */
  root: string;
  /** Of the practice register in it. */
  base: string;
  known: () => Known;
  read: (file: string) => string;
  write: (file: string, text: string) => void;
}

/** The list on disk, with some files changed (null takes one away). */
export function listFolder(changes: Record<string, string | null> = {}): Folder {
  const root = mkdtempSync(join(tmpdir(), 'register-import-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const base = join(root, 'practice');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), text);
  };
  for (const [file, text] of Object.entries({ ...LIST, ...changes })) if (text !== null) write(file, formatted(text));
  return {
    root,
    base,
    known: () => knownFrom(readRegistry(root, 'practice')),
    read: (file) => readFileSync(join(base, file), 'utf8'),
    write,
  };
}

export function ownFile(host: string, text: string, name = 'saved.txt'): OwnFile {
  return { text, from: name, host, address: `https://${host}/${name}`, day: '2026-11-20' };
}

/** `polderpost owned-by noordzee`, for each proposed claim or number. */
export function proposed(run: Run): string[] {
  return [...run.found.values()].flatMap(({ about, proposals }) =>
    proposals.map(({ claim, ids }) => {
      const predicate = claim ? predicateOf(claim) : null;
      return predicate === null || !claim ? `${about} ${JSON.stringify(ids)}` : `${about} ${predicate} ${String(claim[predicate])}`;
    }),
  );
}

export function notes(run: Run): string {
  return run.notes.map(({ text }) => text).join('\n');
}
