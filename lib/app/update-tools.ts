import type { Reason } from '../core/update/reasons';
import type { RegisterSource } from '../core/update/source';
import type { Downloader } from '../store/download';
import type { RegisterDb } from '../store/register-db';

/** A part of the packaged register, as a file of the tree. */
export interface PackagedPart {
  sha256: string;
  /** Read when it is needed: all of a large register would not fit in memory. Null when it is damaged. */
  text: () => Promise<string | null>;
}

/** What an update needs from outside, so that tests can hand it a bad network, a bad clock and a full disk. */
export interface UpdateTools {
  source: RegisterSource;
  download: Downloader;
  db: RegisterDb;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The packaged register as files of the tree: what stands there need not be fetched. */
  packaged: () => Promise<PackagedPart[]>;
  /** How many files are stored in one go; 32 unless said otherwise. */
  filesAtOnce?: number;
}

/** Thrown inside an update to end it; comes out as a result. */
export class Kept extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}
