import type { AdapterOff, Manifest } from '../core/update/manifest';

/** Name of the database in which updates of the register are kept. */
export const REGISTER_DB = 'register';

/** A file of the register, under the hash of its content. Never changed; only added, and swept when nothing names it. */
export interface StoredFile {
  sha256: string;
  /** gzip. */
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of `bytes`: damage is seen before anything is unpacked. */
  packed: string;
}

/** The pointer row: which files are the register. Written last and in one go, it is what switches from one release to the next. */
export interface Edition {
  id: 'edition';
  /** The root key that vouched for it. */
  root: string;
  generation: number;
  release: number;
  version: string;
  built: string;
  published: string;
  expires: string;
  /** SHA-256 of `manifest.json`. */
  manifest: string;
  /** Hashes by number of the part. */
  parts: string[];
  index: string;
  withdrawn: string[];
  adaptersOff: AdapterOff[];
}

export function editionFrom(manifest: Manifest, sha256: string, root: string): Edition {
  const { generation, release, version, built, published, expires, withdrawn, adaptersOff } = manifest;
  return {
    id: 'edition',
    root,
    generation,
    release,
    version,
    built,
    published,
    expires,
    manifest: sha256,
    parts: manifest.parts.map((part) => part.sha256),
    index: manifest.index.sha256,
    withdrawn,
    adaptersOff,
  };
}

export function filesOf(edition: Edition): string[] {
  return [...edition.parts, edition.index];
}
