import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REGISTER_DB } from '../../../lib/store/edition';
import { closeRegisterDb } from '../../../lib/store/register-db';
import { type Device, newDevice } from './device';
import { newPublisher, type Publisher } from './tree';

const OWNERS = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`krant-${at}.example`, `Uitgever ${at % 7}`]));
const PARTS = 64;

let publisher: Publisher;
let device: Device;

beforeEach(() => {
  publisher = newPublisher();
  publisher.publish(OWNERS, { parts: PARTS });
});

afterEach(async () => {
  closeRegisterDb(device.tools.db);
  await Dexie.delete(REGISTER_DB);
  publisher.dispose();
});

const asked = (folder: string): string[] => device.asked.filter((path) => path.startsWith(`${folder}/`));

describe('a register of many parts', () => {
  it('comes in a few bundles instead of a request for each part', async () => {
    device = newDevice(publisher);
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(OWNERS);
    expect(asked('bundles')).toHaveLength(2);
    // The index alone.
    expect(asked('files')).toHaveLength(1);
  });

  it.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null]>([
    ['are not there', () => null],
    ['have another size', (bytes) => bytes.slice(1)],
    ['hold something else at their end', (bytes) => bytes.map((byte, at) => (at > bytes.length - 20 ? byte ^ 1 : byte))],
  ])('comes whole all the same when bundles %s', async (_, change) => {
    device = newDevice(publisher, (files) => {
      for (const [path, bytes] of files) {
        if (!path.startsWith('bundles/')) continue;
        const changed = change(bytes);
        if (changed === null) files.delete(path);
        else files.set(path, changed);
      }
    });
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(OWNERS);
  });

  it('is not fetched in bundles when little of it is missing', async () => {
    device = newDevice(publisher);
    await device.look();
    device.asked.length = 0;
    publisher.publish({ ...OWNERS, 'krant-3.example': 'Een ander' }, { parts: PARTS });
    expect((await device.look()).result).toBe('updated');
    expect((await device.owners())?.['krant-3.example']).toBe('Een ander');
    expect(asked('bundles')).toEqual([]);
  });
});
