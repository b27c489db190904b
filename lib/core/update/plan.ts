import type { Manifest, TreeFile } from './manifest';

/** What has to be fetched to have a release whole: the files that are missing, or a file of changes that makes them. */
export interface Plan {
  changes: TreeFile | null;
  files: TreeFile[];
}

/**
 * @param have hashes of the contents on the device, stored or packaged
 * @param edition `editionOf` the edition from which changes can be applied, null when there is none
 */
export function planFiles(manifest: Manifest, have: ReadonlySet<string>, edition: string | null): Plan {
  const missing = unique(manifest.parts.filter(({ sha256 }) => !have.has(sha256)));
  const index = have.has(manifest.index.sha256) ? [] : [manifest.index];
  const changes = edition === null ? undefined : manifest.changes.find(({ from }) => from === edition);
  const weight = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  if (changes === undefined || missing.length === 0 || changes.bytes >= weight) return { changes: null, files: [...missing, ...index] };
  return { changes: { sha256: changes.sha256, bytes: changes.bytes, packed: changes.packed }, files: index };
}

function unique(files: TreeFile[]): TreeFile[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

/** What identifies an edition: hash this text to know whether a file of changes begins where the device is. */
export function editionText(parts: readonly string[]): string {
  return parts.join('\n');
}
