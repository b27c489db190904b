import { type Edition, REGISTER_DB, type StoredFile } from './edition';

/**
 * Reads files of the stored register: pointer row and files in one transaction, so that all are of one release. Without the
 * database library, which writes them: opening it would cost every popup its start (docs/decisions/updates.md).
 *
 * @param choose which files, by hash
 * @returns null when nothing is stored, or it cannot be opened; a file is null when it is not there
 */
export async function readStored(
  choose: (edition: Edition) => string[],
): Promise<{ edition: Edition; files: (StoredFile | null)[] } | null> {
  const database = await openExisting();
  if (database === null) return null;
  try {
    const transaction = database.transaction(['files', 'state'], 'readonly');
    const edition: unknown = await answer(transaction.objectStore('state').get('edition'));
    if (!isEdition(edition)) return null;
    const store = transaction.objectStore('files');
    const files: unknown[] = await Promise.all(choose(edition).map((sha256) => answer(store.get(sha256))));
    return { edition, files: files.map((file) => (isFile(file) ? file : null)) };
  } catch {
    return null;
  } finally {
    database.close();
  }
}

/** A stored file turned out to be damaged: without it the next update sees that it is missing and fetches it again. */
export async function dropStored(sha256: string): Promise<void> {
  const database = await openExisting();
  if (database === null) return;
  try {
    await answer(database.transaction('files', 'readwrite').objectStore('files').delete(sha256));
  } catch {
    // It stays damaged, and is told as such each time.
  } finally {
    database.close();
  }
}

/** Null when there is no such database: reading must not make an empty one. */
function openExisting(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(REGISTER_DB);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => resolve(request.result);
      request.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not answer'));
  });
}

function isEdition(row: unknown): row is Edition {
  return typeof row === 'object' && row !== null && 'id' in row && row.id === 'edition' && 'parts' in row && Array.isArray(row.parts);
}

function isFile(row: unknown): row is StoredFile {
  return (
    typeof row === 'object' &&
    row !== null &&
    'bytes' in row &&
    row.bytes instanceof Uint8Array &&
    'packed' in row &&
    typeof row.packed === 'string'
  );
}
