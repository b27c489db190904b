import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKept } from '../../../lib/app/kept-parts';
import { storedSlice } from '../../../lib/app/stored-parts';
import { partOf } from '../../../lib/core/parts';
import { REGISTER_DB } from '../../../lib/store/edition';
import { closeRegisterDb, readEdition } from '../../../lib/store/register-db';
import { readManifest, writeManifest } from '../../../tools/register/sign';
import { type Device, newDevice } from './device';
import { newPublisher, type Publisher } from './tree';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./browser')).fakeBrowser }));

const OUTLETS = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`krant-${at}.example`, 'Waterland']));

let publisher: Publisher;
let device: Device;

beforeEach(() => {
  forgetKept();
  publisher = newPublisher();
  device = newDevice(publisher);
});

afterEach(async () => {
  closeRegisterDb(device.tools.db);
  await Dexie.delete(REGISTER_DB);
  publisher.dispose();
});

/** A good signature over a part with a kind of entity that only a later edition of the extension knows. */
function publishWithUnknownKind(parts: number, number: number): void {
  publisher.publish(OUTLETS, { parts });
  const manifest = readManifest(publisher.tree);
  const file = manifest?.parts[number];
  if (manifest === null || file === undefined) throw new Error('no such part');
  const before = gunzipSync(publisher.files().get(`files/${file.sha256}.bin`) ?? new Uint8Array()).toString();
  const text = before.replaceAll('"kind":"organisation"', '"kind":"cooperative"');
  expect(text).not.toBe(before);
  const bytes = gzipSync(text);
  const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
  const fresh = { sha256: hashOf(text), packed: hashOf(bytes), bytes: bytes.length };
  writeFileSync(join(publisher.tree, 'files', `${fresh.sha256}.bin`), bytes);
  writeManifest(
    publisher.tree,
    { ...manifest, parts: manifest.parts.map((part, at) => (at === number ? fresh : part)) },
    publisher.release.key,
  );
}

const inPart = (parts: number, number: number): string =>
  Object.keys(OUTLETS).find((domain) => partOf(domain, parts) === number) ?? 'no outlet';

describe('a release that this edition of the extension cannot read', () => {
  it.each([0, 1, 2, 3])('is not installed when it shows in part %i of 4', async (number) => {
    publishWithUnknownKind(4, number);
    expect(await device.look()).toEqual({ result: 'kept', reason: 'bad-file' });
    expect(await readEdition(device.tools.db)).toBeNull();
  });

  it.each([0, 2, 62])('is not installed when it shows in one of the parts that are read, %i of 64', async (number) => {
    publishWithUnknownKind(64, number);
    expect(await device.look()).toEqual({ result: 'kept', reason: 'bad-file' });
  });

  it('is damaged for the outlets of a part that was not read, and for no other', async () => {
    publishWithUnknownKind(64, 3);
    expect((await device.look()).result).toBe('updated');
    expect(await storedSlice(inPart(64, 3), null)).toBeNull();
    expect(await storedSlice(inPart(64, 4), null)).toMatchObject({ hosts: { [inPart(64, 4)]: [{}] } });
  });
});

describe('a part that was read before', () => {
  it('answers again without the database, as long as the same release is in use', async () => {
    publisher.publish(OUTLETS);
    await device.look();
    const manifest = (await readEdition(device.tools.db))?.manifest ?? null;
    const domain = inPart(4, 1);
    const first = await storedSlice(domain, manifest);
    expect(first).toMatchObject({ hosts: { [domain]: [{}] } });
    closeRegisterDb(device.tools.db);
    await Dexie.delete(REGISTER_DB);
    expect(await storedSlice(domain, manifest)).toEqual(first);
    expect(await storedSlice(domain, 'another release')).toBe('nothing');
  });
});
