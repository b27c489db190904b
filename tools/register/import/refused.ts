import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document } from 'yaml';
import { z } from 'zod';
import { isDay } from '../../../lib/core/dates';
import { BrokenProposals, readYaml } from './yaml-file';

const line = z.string().min(1).max(1000);

export interface Refused {
  what: string;
  import: string;
  refused: string;
  why?: string | null | undefined;
}

const refusedFile = z.array(
  z.strictObject({ what: line, import: line, refused: z.string().refine(isDay, 'a day is 2021-05-03'), why: line.nullable().optional() }),
);

/** What reviewers refused; an import does not propose it again. Taking a line away lets it be proposed again. */
export function readRefused(base: string): Refused[] {
  const path = refusedPath(base);
  if (!existsSync(path)) return [];
  const read = readYaml('proposed/refused.yaml', readFileSync(path, 'utf8'), refusedFile);
  if (!read.ok) throw new BrokenProposals(read.problems);
  return read.value;
}

export function writeRefused(base: string, refused: readonly Refused[]): void {
  const path = refusedPath(base);
  mkdirSync(dirname(path), { recursive: true });
  const document = new Document([...refused].sort((a, b) => (a.what < b.what ? -1 : 1)));
  document.commentBefore = ' Wat is afgewezen. Haal een regel weg als het opnieuw voorgesteld mag worden.';
  writeFileSync(path, document.toString({ lineWidth: 0 }));
}

export function refusedPath(base: string): string {
  return join(base, 'proposed', 'refused.yaml');
}
