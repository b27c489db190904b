import { parsePart } from '../parts';
import type { RegisterIndex, RegisterPart } from '../register';
import { partFromText } from './part-text';
import { checked, listOf, matching, misshapen, type Parsed, record, whole } from './shape';

/** What the tree's index file holds: the packaged index without its list of files, and the hosts that the package has apart. */
export interface TreeIndex extends Pick<RegisterIndex, 'counts'> {
  /** Of Dutch and Flemish outlets, for the group "nieuwssites" of optional access. */
  newsHosts: string[];
}

const COUNTS = ['claims', 'entities', 'hosts', 'outlets', 'sources'] as const;

/** Whether a file of the tree is a part that can answer. */
export function readPart(text: string, edition: { version: string; built: string }): RegisterPart | null {
  const part = parsePart(partFromText(text, edition));
  return part.ok ? part.value : null;
}

export function readIndex(text: string): TreeIndex | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const index: Parsed<TreeIndex> = checked(json, checkIndex);
  return index.ok ? index.value : null;
}

function checkIndex(json: unknown): TreeIndex {
  const it = record(json, ['counts', 'format', 'newsHosts'], 'index');
  if (it.format !== 1) misshapen('format');
  const counts = record(it.counts, COUNTS, 'counts');
  const count = (name: (typeof COUNTS)[number]): number => whole(counts[name], 0, 100_000_000, name);
  return {
    newsHosts: listOf(it.newsHosts, 100_000, 'newsHosts', (host) => matching(host, /^[a-z0-9.-]{3,253}$/, 'host')),
    counts: {
      outlets: count('outlets'),
      entities: count('entities'),
      claims: count('claims'),
      sources: count('sources'),
      hosts: count('hosts'),
    },
  };
}
