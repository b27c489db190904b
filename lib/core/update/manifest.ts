import { instant, listOf, matching, misshapen, type Parsed, parseCanonical, record, sha256Text, whole } from './shape';

/** One file of the tree, under `files/<sha256>.bin`. */
export interface TreeFile {
  /** Of the content, unpacked, in lower-case hexadecimal. */
  sha256: string;
  /** Exact size of the file as it is fetched, gzip. */
  bytes: number;
  /** SHA-256 of the file as it is fetched: a thousand files are verified without unpacking one. */
  packed: string;
}

/** Leads from the edition `from` to this one: `editionOf` its parts. */
export interface Changes extends TreeFile {
  from: string;
}

export interface AdapterOff {
  adapter: string;
  versions: number[];
}

/** `manifest.json`: everything one release consists of. Nothing is installed that it does not name by hash. */
export interface Manifest {
  kind: 'colofon-register';
  format: 1;
  /** As in the list of keys that names the release key; a new one begins the release numbers anew. */
  generation: number;
  /** One more with every manifest, also when only `withdrawn` changed. */
  release: number;
  /** Of the register, `2026.11.23` or `2026.11.23.2`. */
  version: string;
  /** The newest day on which a keeper compared claims and sources. */
  built: string;
  published: string;
  expires: string;
  /** A power of two, in the order of `partOf`. */
  parts: TreeFile[];
  /** Hosts of news outlets and the counts, as in the packaged index. */
  index: TreeFile;
  changes: Changes[];
  /** Ids of claims that are not shown from now on. */
  withdrawn: string[];
  /** Switched off, never changed: this is no way to bring code or selectors. */
  adaptersOff: AdapterOff[];
}

export const MAX_MANIFEST_BYTES = 1_000_000;
export const MAX_FILE_BYTES = 1_000_000;
export const MAX_CHANGES_BYTES = 8_000_000;
export const MAX_PARTS = 4096;
const MAX_WITHDRAWN = 500;

const KEYS = [
  'adaptersOff',
  'built',
  'changes',
  'expires',
  'format',
  'generation',
  'index',
  'kind',
  'parts',
  'published',
  'release',
  'version',
  'withdrawn',
] as const;

/** To be called with a text whose signature was verified. Unknown keys are refused: a later format has another number. */
export function parseManifest(text: string): Parsed<Manifest> {
  return parseCanonical(text, checkManifest);
}

function checkManifest(json: unknown): Manifest {
  const it = record(json, KEYS, 'manifest');
  if (it.kind !== 'colofon-register') misshapen('kind');
  if (it.format !== 1) misshapen('format');
  const parts = listOf(it.parts, MAX_PARTS, 'parts', (part) => treeFile(part, MAX_FILE_BYTES));
  if (parts.length === 0 || (parts.length & (parts.length - 1)) !== 0) misshapen('parts: not a power of two');
  return {
    kind: 'colofon-register',
    format: 1,
    generation: whole(it.generation, 1, 1_000_000, 'generation'),
    release: whole(it.release, 1, 1_000_000_000, 'release'),
    version: matching(it.version, VERSION, 'version'),
    built: matching(it.built, /^\d{4}-\d\d-\d\d$/, 'built'),
    published: instant(it.published, 'published'),
    expires: instant(it.expires, 'expires'),
    parts,
    index: treeFile(it.index, MAX_FILE_BYTES),
    changes: listOf(it.changes, 64, 'changes', changes),
    withdrawn: listOf(it.withdrawn, MAX_WITHDRAWN, 'withdrawn', (id) => matching(id, /^.{1,300}$/s, 'withdrawn')),
    adaptersOff: listOf(it.adaptersOff, 100, 'adaptersOff', adapterOff),
  };
}

const VERSION = /^\d{4}\.\d\d\.\d\d(\.\d{1,4})?$/;

function treeFile(json: unknown, most: number): TreeFile {
  const it = record(json, ['bytes', 'packed', 'sha256'], 'file');
  return { sha256: sha256Text(it.sha256, 'sha256'), bytes: whole(it.bytes, 1, most, 'bytes'), packed: sha256Text(it.packed, 'packed') };
}

function changes(json: unknown): Changes {
  const { from, ...file } = record(json, ['bytes', 'from', 'packed', 'sha256'], 'changes');
  return { from: sha256Text(from, 'from'), ...treeFile(file, MAX_CHANGES_BYTES) };
}

function adapterOff(json: unknown): AdapterOff {
  const it = record(json, ['adapter', 'versions'], 'adaptersOff');
  return {
    adapter: matching(it.adapter, /^[a-z0-9-]{1,40}$/, 'adapter'),
    versions: listOf(it.versions, 100, 'versions', (version) => whole(version, 1, 1_000_000, 'version')),
  };
}

/** Negative when `a` is the older edition of the register. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < 4; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
