import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REGISTER_DB } from '../../../lib/store/edition';
import {
  closeRegisterDb,
  openRegisterDb,
  putFiles,
  type RegisterDb,
  readEdition,
  storedHashes,
  sweep,
  switchTo,
} from '../../../lib/store/register-db';
import { readStored } from '../../../lib/store/stored-register';
import { type Device, newDevice } from '../app/device';
import { newPublisher, type Publisher } from '../app/tree';

const DOMAINS = Array.from({ length: 12 }, (_, at) => `krant-${at}.example`);
const OLD = Object.fromEntries(DOMAINS.map((domain, at) => [domain, `Uitgever ${at}`]));
const NEW = Object.fromEntries(DOMAINS.map((domain, at) => [domain, `Andere uitgever ${at}`]));

let publisher: Publisher;
let device: Device;
/** Files of changes that the server does not have, so that parts are fetched one by one. */
let withoutChanges: string[];
/** The tree as it was when only the old release stood there. */
let oldFiles: Map<string, Uint8Array<ArrayBuffer>>;

beforeEach(async () => {
  // A database that refuses is reported there as well.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  publisher = newPublisher();
  withoutChanges = [];
  device = newDevice(publisher, (files) => {
    for (const path of withoutChanges) files.delete(path);
  });
  publisher.publish(OLD, { parts: 8 });
  oldFiles = publisher.files();
  await device.look();
  publisher.keys({});
  publisher.publish(NEW, { version: '2026.11.24', parts: 8 });
});

afterEach(async () => {
  closeRegisterDb(device.tools.db);
  await Dexie.delete(REGISTER_DB);
  publisher.dispose();
});

/** Every write from the given one on fails, as when the machine lost its power (or the disk its room) just then. */
function failFrom(db: RegisterDb, write: number, error: () => Error): { writes: () => number } {
  let count = 0;
  for (const { dexie } of [db, db.lasting]) {
    dexie.use({
      stack: 'dbcore',
      name: 'power',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: async (request) => {
              if (count++ >= write) throw error();
              return table.mutate(request);
            },
          };
        },
      }),
    });
  }
  return { writes: () => count };
}

function freshDb(): void {
  closeRegisterDb(device.tools.db);
  device.tools.db = openRegisterDb();
}

describe('power lost between any two writes', () => {
  it('leaves the old register or the new one, whole, and the next look finishes', async () => {
    freshDb();
    const all = failFrom(device.tools.db, Number.POSITIVE_INFINITY, () => new Error('never'));
    await device.look();
    const writes = all.writes();
    expect(writes).toBeGreaterThan(5);
    expect(await device.owners()).toEqual(NEW);

    for (let write = 0; write < writes; write++) {
      closeRegisterDb(device.tools.db);
      await Dexie.delete(REGISTER_DB);
      const before = newDevice({ ...publisher, files: () => oldFiles });
      await before.look();
      closeRegisterDb(before.tools.db);

      freshDb();
      failFrom(device.tools.db, write, () => new Error('power'));
      const { result } = await device.look();
      const found = await device.owners();
      expect([OLD, NEW]).toContainEqual(found);
      if (result === 'updated') expect(found).toEqual(NEW);
      device.restart();
      expect((await device.look()).result).not.toBe('kept');
      expect(await device.owners()).toEqual(NEW);
    }
  });

  it('fetches only what was not kept yet', async () => {
    const before = (await storedHashes(device.tools.db)).size;
    const { manifest } = publisher.publish(NEW, { version: '2026.11.24', parts: 8, withdraw: ['a/b/c'] });
    const newFiles = manifest.parts.filter(({ sha256 }) => !oldFiles.has(`files/${sha256}.bin`)).length;
    withoutChanges = manifest.changes.map(({ sha256 }) => `files/${sha256}.bin`);
    freshDb();
    // The first write remembers the list of keys.
    failFrom(device.tools.db, 3, () => new Error('power'));
    await device.look();
    const kept = (await storedHashes(device.tools.db)).size;
    device.restart();
    device.asked.length = 0;
    await device.look();
    const fetched = device.asked.filter((path) => path.startsWith('files/') && !withoutChanges.includes(path)).length;
    // Two new files were kept before the power went; they are not asked for again.
    expect(kept).toBe(before + 2);
    expect(fetched).toBe(newFiles - 2);
  });
});

describe('a full disk', () => {
  it('keeps the old register, says so and gives back what the update took', async () => {
    const before = await storedHashes(device.tools.db);
    freshDb();
    failFrom(device.tools.db, 2, () => new DOMException('full', 'QuotaExceededError'));
    const full = device.tools.db;
    expect(await device.look()).toEqual({ result: 'kept', reason: 'no-room' });
    expect(await device.owners()).toEqual(OLD);
    // The sweep itself could not write while the disk was full; the next update does it.
    closeRegisterDb(full);
    device.tools.db = openRegisterDb();
    await sweep(device.tools.db);
    expect(await storedHashes(device.tools.db)).toEqual(before);
  });
});

describe('what went wrong first', () => {
  it('is told, whatever fails after it because of it', async () => {
    publisher.publish({ ...NEW, 'nieuw.example': 'Nieuw' }, { version: '2026.11.25', parts: 8 });
    freshDb();
    let failures = 0;
    failFrom(device.tools.db, 2, () =>
      failures++ === 0 ? new DOMException('full', 'QuotaExceededError') : new DOMException('closed', 'InvalidStateError'),
    );
    expect(await device.look()).toEqual({ result: 'kept', reason: 'no-room' });
    expect(failures).toBeGreaterThan(1);
  });

  it('is told of files that are stored together too', async () => {
    const failures = [new DOMException('closed', 'AbortError'), new DOMException('full', 'QuotaExceededError')];
    freshDb();
    failFrom(device.tools.db, 2, () => Object.assign(new Error('several'), { failures }));
    expect(await device.look()).toEqual({ result: 'kept', reason: 'no-room' });
  });
});

describe('files of a large release', () => {
  it('are stored together, not one by one', async () => {
    const writes = async (filesAtOnce: number): Promise<number> => {
      closeRegisterDb(device.tools.db);
      await Dexie.delete(REGISTER_DB);
      freshDb();
      device.tools.filesAtOnce = filesAtOnce;
      const counted = failFrom(device.tools.db, Number.POSITIVE_INFINITY, () => new Error('never'));
      expect((await device.look()).result).toBe('updated');
      return counted.writes();
    };
    // Of the 8 parts some are the same file.
    expect((await writes(1)) - (await writes(32))).toBeGreaterThan(3);
  });
});

describe('two updates at once', () => {
  it('end with the newest release, whole', async () => {
    const other = newDevice(publisher);
    const results = await Promise.all([device.look(), other.look()]);
    expect(results.some(({ result }) => result === 'updated')).toBe(true);
    expect(await device.owners()).toEqual(NEW);
    closeRegisterDb(other.tools.db);
  });

  it('do not go back when the older one is the slower one', async () => {
    const slow = newDevice(publisher);
    const files = publisher.files();
    const { download } = slow.tools;
    slow.tools.download = async (address, limits) => {
      const path = address.split('/v1/')[1] ?? '';
      if (path.startsWith('files/')) await newer;
      return files.has(path) ? { ok: true, bytes: files.get(path) ?? new Uint8Array() } : download(address, limits);
    };
    const slowly = slow.look();
    const newer = (async () => {
      publisher.publish(OLD, { version: '2026.11.25', parts: 8 });
      expect((await device.look()).result).toBe('updated');
    })();
    expect((await slowly).result).toBe('kept');
    expect((await readEdition(device.tools.db))?.version).toBe('2026.11.25');
    expect(await device.owners()).toEqual(OLD);
    closeRegisterDb(slow.tools.db);
  });
});

describe('the pointer', () => {
  it('does not move to a release of which a file is missing', async () => {
    const edition = await readEdition(device.tools.db);
    if (edition === null) throw new Error('nothing is installed');
    const next = { ...edition, release: edition.release + 1, parts: [...edition.parts.slice(1), 'f'.repeat(64)] };
    expect(await switchTo(device.tools.db, next)).toBe('incomplete');
    await putFiles(device.tools.db, [{ sha256: 'f'.repeat(64), bytes: new Uint8Array([1]), packed: '' }]);
    expect(await switchTo(device.tools.db, next)).toBe('switched');
    expect(await switchTo(device.tools.db, edition)).toBe('overtaken');
  });

  it('is not made by reading: a device without a stored register stays without', async () => {
    closeRegisterDb(device.tools.db);
    await Dexie.delete(REGISTER_DB);
    expect(await readStored(({ parts }) => parts)).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(REGISTER_DB);
  });
});
