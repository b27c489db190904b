import 'fake-indexeddb/auto';
import { copyFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partText } from '../../../lib/core/update/part-text';
import { REGISTER_DB } from '../../../lib/store/edition';
import { closeRegisterDb, readEdition, storedHashes } from '../../../lib/store/register-db';
import { dropStored } from '../../../lib/store/stored-register';
import { sha256OfText } from '../../../lib/store/unpack';
import { type Device, newDevice } from './device';
import { DAY, NOW, newKey, newPublisher, type Publisher } from './tree';

const OLD = { 'polderpost.example': 'Waterland', 'rijnbode.example': 'Delta', 'stadsblad.example': 'Delta', 'zeepost.example': 'Kust' };
const NEW = { ...OLD, 'rijnbode.example': 'Nieuwe Delta' };

let publisher: Publisher;
let device: Device;

beforeEach(() => {
  publisher = newPublisher();
  device = newDevice(publisher);
});

afterEach(async () => {
  closeRegisterDb(device.tools.db);
  await Dexie.delete(REGISTER_DB);
  publisher.dispose();
});

async function installOld(): Promise<void> {
  publisher.publish(OLD);
  expect((await device.look()).result).toBe('updated');
  expect(await device.owners()).toEqual(OLD);
  device.asked.length = 0;
}

describe('an update', () => {
  it('brings a device without anything the whole register', async () => {
    await installOld();
    expect((await readEdition(device.tools.db))?.version).toBe('2026.11.23');
  });

  it('asks for one file when nothing is new', async () => {
    await installOld();
    expect((await device.look()).result).toBe('current');
    expect(device.asked).toEqual(['manifest.json']);
  });

  it('fetches what changed and nothing else', async () => {
    await installOld();
    publisher.publish(NEW);
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(NEW);
    // The part of one outlet changed; the index did not.
    expect(device.asked.filter((path) => path.startsWith('files/'))).toHaveLength(1);
  });

  it('follows changes where they are smaller than the parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`krant-${at}.example`, `Uitgever ${at % 7}`]));
    publisher.publish(many);
    await device.look();
    device.asked.length = 0;
    const { manifest } = publisher.publish({ ...many, 'krant-7.example': 'Een ander', 'krant-250.example': 'Een ander' });
    expect((await device.look()).result).toBe('updated');
    expect((await device.owners())?.['krant-250.example']).toBe('Een ander');
    expect(device.asked.filter((path) => path.startsWith('files/'))).toEqual([`files/${manifest.changes[0]?.sha256}.bin`]);
  });

  it('fetches the parts whole when the file of changes is not what was signed', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`krant-${at}.example`, `Uitgever ${at % 7}`]));
    publisher.publish(many);
    await device.look();
    const { manifest } = publisher.publish({ ...many, 'krant-7.example': 'Een ander' });
    const changes = `files/${manifest.changes[0]?.sha256}.bin`;
    const other = newDevice(publisher, (files) =>
      files.set(
        changes,
        (files.get(changes) ?? new Uint8Array()).map((byte) => byte ^ 1),
      ),
    );
    expect((await other.look()).result).toBe('updated');
    expect((await other.owners())?.['krant-7.example']).toBe('Een ander');
    closeRegisterDb(other.tools.db);
  });

  it('does not fetch what the package has', async () => {
    publisher.publish(OLD);
    const packaged = [...publisher.files()].filter(([path]) => path.startsWith('files/')).map(([, bytes]) => gunzipSync(bytes).toString());
    const parts = packaged.filter((text) => text.startsWith('{"claims"'));
    device.tools.packaged = () => Promise.all(parts.map(async (text) => ({ sha256: await sha256OfText(text), text: async () => text })));
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(OLD);
    expect(device.asked.filter((path) => path.startsWith('files/'))).toHaveLength(1);
  });

  it('keeps no file that the release does not name', async () => {
    await installOld();
    publisher.publish(NEW);
    await device.look();
    const edition = await readEdition(device.tools.db);
    expect((await storedHashes(device.tools.db)).size).toBe(new Set([...(edition?.parts ?? []), edition?.index]).size);
  });

  it('brings what is withdrawn and which adapters are off, without any other file', async () => {
    await installOld();
    publisher.publish(OLD, { withdraw: ['rijnbode-example/owned-by/delta'], adaptersOff: [{ adapter: 'plein', versions: [3] }] });
    await device.look();
    const edition = await readEdition(device.tools.db);
    expect(edition?.withdrawn).toEqual(['rijnbode-example/owned-by/delta']);
    expect(edition?.adaptersOff).toEqual([{ adapter: 'plein', versions: [3] }]);
    expect(device.asked.filter((path) => path.startsWith('files/'))).toEqual([]);
  });

  it('fetches a damaged file again, though the release is the same', async () => {
    await installOld();
    const lost = (await readEdition(device.tools.db))?.parts[1] ?? '';
    await dropStored(lost);
    await expect(device.owners()).rejects.toThrow('missing');
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(OLD);
    expect(device.asked.filter((path) => path.startsWith('files/'))).toEqual([`files/${lost}.bin`]);
  });

  it('begins anew when another register is set', async () => {
    await installOld();
    const other = newPublisher();
    other.publish({ 'clubblad.example': 'De Club' });
    const elsewhere = newDevice(other);
    expect((await elsewhere.look()).result).toBe('updated');
    expect(await elsewhere.owners()).toEqual({ 'clubblad.example': 'De Club' });
    closeRegisterDb(elsewhere.tools.db);
    other.dispose();
  });
});

describe('a server that lies', () => {
  type Files = Map<string, Uint8Array<ArrayBuffer>>;
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  /** The part of the newest release that the device does not have yet. */
  const newFile = (before: Files, after: Files): string => {
    const { parts } = JSON.parse(new TextDecoder().decode(after.get('manifest.json'))) as { parts: { sha256: string }[] };
    return parts.map(({ sha256 }) => `files/${sha256}.bin`).find((path) => !before.has(path)) ?? '';
  };

  const ATTACKS: { name: string; reason: string; lie: (before: Files, after: Files) => Files }[] = [
    {
      name: 'arbitrary content: another manifest under the good signature',
      reason: 'bad-signature',
      lie: (_, after) =>
        after.set('manifest.json', bytes(new TextDecoder().decode(after.get('manifest.json')).replace('2026.11.24', '2027.11.24'))),
    },
    {
      name: 'arbitrary content: another part of the same size',
      reason: 'wrong-content',
      lie: (before, after) => {
        const path = newFile(before, after);
        const good = gunzipSync(after.get(path) ?? new Uint8Array()).toString();
        const bad = gzipSync(good.replace('Nieuwe Delta', 'Neiuwe Delta'), { level: 9 });
        const size = after.get(path)?.length ?? 0;
        const padded = new Uint8Array(size);
        padded.set(bad.subarray(0, size));
        return after.set(path, padded);
      },
    },
    { name: 'rollback: the manifest before', reason: 'rollback', lie: (before) => before },
    {
      name: 'mix and match: the new manifest with the signature of the one before',
      reason: 'bad-signature',
      lie: (before, after) => after.set('manifest.sig', before.get('manifest.sig') ?? new Uint8Array()),
    },
    {
      name: 'mix and match: an old file under the name of a new one',
      reason: 'wrong-size',
      lie: (before, after) =>
        after.set(newFile(before, after), [...before].find(([path]) => path.startsWith('files/'))?.[1] ?? new Uint8Array()),
    },
    {
      name: 'the list of keys in place of the manifest',
      reason: 'bad-signature',
      lie: (_, after) =>
        after
          .set('manifest.json', after.get('keys.json') ?? new Uint8Array())
          .set('manifest.sig', after.get('keys.sig') ?? new Uint8Array()),
    },
    { name: 'endless data', reason: 'too-large', lie: (_, after) => after.set('manifest.json', new Uint8Array(2_000_000)) },
    { name: 'a signature of another length', reason: 'wrong-size', lie: (_, after) => after.set('manifest.sig', new Uint8Array(63)) },
    {
      name: 'a list of keys that somebody else signed',
      reason: 'bad-keys',
      lie: (_, after) => after.set('keys.sig', new Uint8Array(64)),
    },
    {
      name: 'a missing file',
      reason: 'no-file',
      lie: (before, after) => {
        after.delete(newFile(before, after));
        return after;
      },
    },
  ];

  it.each(ATTACKS)('changes nothing, and is told: $name', async ({ reason, lie }) => {
    await installOld();
    const before = publisher.files();
    // The second release is newer than the first, so that only the lie is wrong.
    publisher.publish(OLD);
    await device.look();
    const { manifest } = publisher.publish(NEW, { version: '2026.11.24' });
    const after = publisher.files();
    // Without the file of changes, a server of this kind could only spoil a short cut.
    for (const { sha256 } of manifest.changes) after.delete(`files/${sha256}.bin`);
    const served = lie(before, after);
    const victim = newDevice({ ...publisher, files: () => served });
    expect(await victim.look()).toEqual({ result: 'kept', reason });
    expect(await victim.owners()).toEqual(OLD);
    closeRegisterDb(victim.tools.db);
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(NEW);
  });

  it('does not keep the device busy for hours, one file just not too slow after the other', async () => {
    publisher.publish(OLD);
    let time = NOW;
    device.tools.now = () => time;
    const { download } = device.tools;
    device.tools.download = (address, limits) => {
      time += 3 * 60_000;
      return download(address, limits);
    };
    expect(await device.look()).toEqual({ result: 'kept', reason: 'too-slow' });
    const kept = (await storedHashes(device.tools.db)).size;
    await device.look();
    expect((await storedHashes(device.tools.db)).size).toBeGreaterThanOrEqual(kept);
  });

  it('changes nothing with a release that is past its date', async () => {
    await installOld();
    publisher.publish(NEW, { days: 2 });
    device.tools.now = () => NOW + 3 * DAY;
    expect(await device.look()).toEqual({ result: 'kept', reason: 'expired' });
    expect(await device.owners()).toEqual(OLD);
  });

  it('changes nothing with a release from next week', async () => {
    await installOld();
    publisher.publish(NEW, { now: NOW + 7 * DAY });
    expect(await device.look()).toEqual({ result: 'kept', reason: 'from-the-future' });
  });

  it('shows no two faces under one number', async () => {
    await installOld();
    const twin = newPublisher();
    // The same release number, signed by the same key, with another content.
    twin.root = publisher.root;
    twin.release = publisher.release;
    for (const name of ['keys.json', 'keys.sig']) copyFileSync(`${publisher.tree}/${name}`, `${twin.tree}/${name}`);
    twin.publish(NEW, { key: publisher.release });
    const victim = newDevice({ ...twin, root: publisher.root });
    expect(await victim.look()).toEqual({ result: 'kept', reason: 'two-faced' });
    expect(await victim.owners()).toEqual(OLD);
    closeRegisterDb(victim.tools.db);
    twin.dispose();
  });

  it('cannot pass off a part that only breaks when it is read', async () => {
    publisher.publish(OLD);
    const [path] = [...publisher.files().keys()].filter((each) => each.startsWith('files/'));
    const empty = partText({ format: 1, hosts: {}, entities: {}, claims: [], sources: {} });
    const victim = newDevice(publisher, (files) => files.set(path ?? '', new Uint8Array(gzipSync(empty))));
    expect((await victim.look()).result).toBe('kept');
    expect(await victim.owners()).toBeNull();
    closeRegisterDb(victim.tools.db);
  });
});

describe('keys', () => {
  it('that were never named do not count', async () => {
    await installOld();
    const stranger = newKey();
    publisher.keys({ add: [stranger.public] }, newKey());
    publisher.publish(NEW, { key: stranger });
    expect(await device.look()).toEqual({ result: 'kept', reason: 'bad-keys' });
    expect(await device.owners()).toEqual(OLD);
  });

  it('are followed by new ones, with both counting for a while', async () => {
    await installOld();
    const next = newKey();
    publisher.keys({ add: [next.public] });
    publisher.publish(NEW, { key: next });
    expect((await device.look()).result).toBe('updated');
    publisher.publish(OLD, { version: '2026.11.24' });
    expect((await device.look()).result).toBe('updated');
  });

  it('do not count past their time', async () => {
    publisher.keys({ add: [publisher.release.public], keyDays: 5 });
    publisher.publish(OLD, { days: 90 });
    device.tools.now = () => NOW + 6 * DAY;
    expect(await device.look()).toEqual({ result: 'kept', reason: 'bad-signature' });
  });

  it('that were revoked never count again, and it is told apart from a bad signature', async () => {
    await installOld();
    publisher.publish(NEW);
    publisher.keys({ revoke: [publisher.release.public], add: [newKey().public] });
    expect(await device.look()).toEqual({ result: 'kept', reason: 'revoked-key' });
    expect(await device.owners()).toEqual(OLD);
  });

  it('cannot be taken back to the list from before a revocation', async () => {
    await installOld();
    const before = publisher.files();
    const next = newKey();
    publisher.keys({ revoke: [publisher.release.public], add: [next.public] });
    publisher.publish(NEW, { key: next });
    await device.look();
    publisher.publish(OLD, { key: next, version: '2026.11.25' });
    const served = publisher.files();
    for (const name of ['keys.json', 'keys.sig']) served.set(name, before.get(name) ?? new Uint8Array());
    const victim = newDevice({ ...publisher, files: () => served });
    expect(await victim.look()).toEqual({ result: 'kept', reason: 'old-keys' });
    closeRegisterDb(victim.tools.db);
  });

  it('that were stolen cannot push release numbers out of reach: a new generation begins anew', async () => {
    await installOld();
    const thief = publisher.publish(NEW, { version: '2099.01.01' });
    expect(thief.manifest.release).toBe(2);
    expect((await device.look()).result).toBe('updated');
    const next = newKey();
    publisher.keys({ revoke: [publisher.release.public], add: [next.public], newGeneration: true });
    const { manifest } = publisher.publish(OLD, { key: next });
    expect(manifest.release).toBe(1);
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(OLD);
  });

  it('are no use when the list of them is past its date', async () => {
    publisher.keys({ add: [publisher.release.public], days: 3 });
    publisher.publish(OLD);
    device.tools.now = () => NOW + 4 * DAY;
    expect(await device.look()).toEqual({ result: 'kept', reason: 'keys-expired' });
  });

  it('of the root may be two while one replaces the other', async () => {
    await installOld();
    const nextRoot = newKey();
    device.tools.source = { ...device.tools.source, roots: [publisher.root.public, nextRoot.public] };
    publisher.keys({}, nextRoot);
    publisher.publish(NEW);
    expect((await device.look()).result).toBe('updated');
    expect(await device.owners()).toEqual(NEW);
  });
});
