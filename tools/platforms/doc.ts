import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADAPTERS } from '../../lib/platforms/all';
import { EVIDENCE, type Evidence } from '../../lib/platforms/evidence';

export const PLATFORMS_DOC = path.resolve(import.meta.dirname, '../../docs/PLATFORMS.md');

const RESTS: Readonly<Record<Evidence['rests'], string>> = {
  pages: 'saved pages of today’s site',
  old: 'saved pages of years ago, and descriptions',
  described: 'descriptions; no saved page of today’s site',
};

/** `docs/PLATFORMS.md`: what is read of each platform, what that rests on and what is missing. */
export function platformsDoc(): string {
  const named = [...ADAPTERS].sort((one, other) => EVIDENCE[one.id].name.localeCompare(EVIDENCE[other.id].name));
  const rows = named.map(({ id, version, checked }) => `| ${EVIDENCE[id].name} | ${RESTS[EVIDENCE[id].rests]} | ${checked} | ${version} |`);
  const sections = named.map(({ id, hosts }) => {
    const { name, reads, evidence, gaps } = EVIDENCE[id];
    const where = hosts.length === 0 ? 'Any host whose page says that it is made with this software.' : `${hosts.join(', ')}.`;
    return [
      `## ${name}`,
      '',
      where,
      '',
      `**Read:** ${reads.join('; ')}.`,
      '',
      `**Rests on:** ${ended(evidence)}`,
      '',
      '**Known gaps:**',
      '',
      ...gaps.map((gap) => `- ${gap}`),
      '',
    ].join('\n');
  });
  return [
    '# Platforms',
    '',
    'Made by `npx tsx tools/platforms/doc.ts` from `lib/platforms`; do not edit. What a page shows is quoted, never inferred; what an adapter does not',
    'recognise it leaves alone. `npm run platform:check -- FILE` tells what is and is not recognised on a page that you saved.',
    '',
    '| platform | rests on | last checked | version |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...sections,
  ].join('\n');
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PLATFORMS_DOC, platformsDoc());
  console.log('docs/PLATFORMS.md written');
}
