import Dexie, { type Table } from 'dexie';
import type { SeenKeys } from '../core/update/keys';
import { type Edition, filesOf, REGISTER_DB, type StoredFile } from './edition';

interface KeysRow extends SeenKeys {
  id: 'keys';
  root: string;
}

export interface RegisterDb {
  dexie: Dexie;
  files: Table<StoredFile, string>;
  state: Table<Edition | KeysRow, string>;
  /** The same database, in which a write has reached the disk when it is done: for the row that switches. */
  lasting: Pick<RegisterDb, 'dexie' | 'files' | 'state'>;
}

export function openRegisterDb(): RegisterDb {
  // Waiting for the disk at each of many writes took most of the time of a large update. The row that switches comes last and waits for
  // all that was written before it: a browser that dies must not have kept the pointer and lost a file.
  return { ...connect('relaxed'), lasting: connect('strict') };
}

function connect(chromeTransactionDurability: 'relaxed' | 'strict'): RegisterDb['lasting'] {
  const dexie = new Dexie(REGISTER_DB, { chromeTransactionDurability });
  dexie.version(1).stores({ files: 'sha256', state: 'id' });
  return { dexie, files: dexie.table('files'), state: dexie.table('state') };
}

export function closeRegisterDb({ dexie, lasting }: RegisterDb): void {
  dexie.close();
  lasting.dexie.close();
}

export async function readEdition(db: Pick<RegisterDb, 'state'>): Promise<Edition | null> {
  const row = await db.state.get('edition');
  return row?.id === 'edition' ? row : null;
}

export async function readSeenKeys(db: Pick<RegisterDb, 'state'>): Promise<KeysRow | null> {
  const row = await db.state.get('keys');
  return row?.id === 'keys' ? row : null;
}

/** The newest list of release keys is remembered even if nothing is installed after it: an older one never counts again. */
export async function rememberKeys({ lasting: db }: RegisterDb, root: string, seen: SeenKeys): Promise<void> {
  await db.dexie.transaction('rw', db.state, async () => {
    const known = await readSeenKeys(db);
    if (known === null || seen.number > known.number) await db.state.put({ ...seen, id: 'keys', root });
  });
}

export async function storedHashes(db: RegisterDb): Promise<Set<string>> {
  return new Set(await db.files.toCollection().primaryKeys());
}

/** Adding the same file twice is adding it once. One transaction: all of them, or none. */
export async function putFiles(db: RegisterDb, files: readonly StoredFile[]): Promise<void> {
  if (files.length > 0) await db.files.bulkPut(files);
}

export type Switched = 'switched' | 'incomplete' | 'overtaken';

/**
 * Switches to an edition whose files are all here. Everything is looked at again within the one transaction: another update
 * may have switched to a later release meanwhile, or swept a file.
 */
export function switchTo({ lasting: db }: RegisterDb, edition: Edition): Promise<Switched> {
  return db.dexie.transaction('rw', db.files, db.state, async (): Promise<Switched> => {
    const current = await readEdition(db);
    if (current !== null && isLater(current, edition)) return 'overtaken';
    const needed = filesOf(edition);
    const found = await db.files.where('sha256').anyOf(needed).count();
    if (found !== new Set(needed).size) return 'incomplete';
    await db.state.put(edition);
    return 'switched';
  });
}

function isLater(a: Edition, b: Edition): boolean {
  return a.generation > b.generation || (a.generation === b.generation && a.release > b.release);
}

/** Throws away files that the release does not name: those of the one before, and what an update that was given up left behind. */
export function sweep(db: RegisterDb): Promise<number> {
  return db.dexie.transaction('rw', db.files, db.state, async () => {
    const edition = await readEdition(db);
    const keep = new Set(edition === null ? [] : filesOf(edition));
    const surplus = (await db.files.toCollection().primaryKeys()).filter((sha256) => !keep.has(sha256));
    await db.files.bulkDelete(surplus);
    return surplus.length;
  });
}

/** Another register was set (other root key): nothing of the old one may be mixed with it. */
export function forgetRegister(db: RegisterDb): Promise<void> {
  return db.dexie.transaction('rw', db.files, db.state, async () => {
    await db.files.clear();
    await db.state.clear();
  });
}
