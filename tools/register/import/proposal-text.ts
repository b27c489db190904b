import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { ProposalFile } from '../proposals';

/** How a file of proposals looks to the person who decides. */

const HEAD = (command: string): string => ` Voorstellen. Niets hiervan staat al in onze lijst.
 1. Lees bij elk voorstel "says" en vergelijk het met het adres onder "look-at".
 2. Schrijf achter "decision:" het woord yes of no. Bij no mag je eronder zetten: "why: de reden".
    Weet je het nog niet? Laat het leeg; dan blijft het staan.
 3. Staat er "same-as:"? Schrijf er het id uit onze lijst achter, of het woord new.
 4. Klaar: ${command}`;

const FLOW = new Set(['sources', 'handles', 'valid', 'ids', 'capital', 'votes', 'jointly', 'amount', 'funding']);

const DATES = new Set(['from', 'to', 'asOf', 'published']);

/** What carries the answers over, for the register in the repository. */
const ACCEPT = 'npm run register -- accept';

/** The same with the options that this run used, so that it can be copied as it stands. */
export function acceptLine({ practice, from }: { practice?: boolean | undefined; from?: string | undefined }): string {
  const folder = from === undefined ? '' : ` --from ${/^[\w./~-]+$/.test(from) ? from : `'${from.replaceAll("'", "'\\''")}'`}`;
  return `${ACCEPT}${practice ? ' --practice' : ''}${folder}`;
}

export function writeProposalFile(path: string, file: ProposalFile, command?: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, proposalText(file, command));
}

/** Comments that a reviewer wrote are not kept when an import adds to the file; what stands under keys is. */
export function proposalText(file: ProposalFile, command = ACCEPT): string {
  const document = new Document(withoutEmpty(file));
  // A line break in the name of a folder would end the comment.
  document.commentBefore = HEAD(command.replace(/[\r\n]+/g, ' '));
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (FLOW.has(key) && (isMap(pair.value) || isSeq(pair.value))) pair.value.flow = true;
      // A year stands without quotes, as everywhere in the register.
      if (DATES.has(key) && isScalar(pair.value) && /^\d{4}$/.test(String(pair.value.value))) pair.value.value = Number(pair.value.value);
    },
    Seq(_, seq, path) {
      const parent = path.at(-1);
      const key = parent && 'key' in parent && isScalar(parent.key) ? parent.key.value : '';
      if (key !== 'proposals' && key !== 'entities' && key !== 'sources') return;
      if (seq.items.some(isMap)) seq.flow = false;
      for (const item of seq.items.slice(1)) if (isMap(item)) item.spaceBefore = true;
    },
  });
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      const key = pair.key;
      if (isScalar(key) && ['notes', 'proposals', 'entities', 'sources'].includes(String(key.value))) key.spaceBefore = true;
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' });
}

function withoutEmpty({ notes, entities, sources, ...file }: ProposalFile): unknown {
  return {
    about: file.about,
    import: file.import,
    made: file.made,
    ...(notes && notes.length > 0 ? { notes } : {}),
    proposals: file.proposals,
    ...(entities && entities.length > 0 ? { entities } : {}),
    ...(sources && sources.length > 0 ? { sources } : {}),
  };
}
