import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { newKey } from '../../unit/app/tree';
import { expect, test } from '../fixture';
import { startRecorder } from './front';
import { OWNERS, SOLD, updateScene } from './scene';

const { browser, inTree, installed, nginx, ownerOn, publish, publisher } = updateScene();

test('an outlet that was added after the extension was made is known after an update, also when the background slept', async () => {
  publish(OWNERS);
  const installation = await installed();
  expect((await ownerOn(installation)).state).toBe('unlisted');
  // Chromium reads what an administrator set some seconds after its start, and the address may be among it.
  await expect.poll(async () => (await installation.nextLook()) !== null, { timeout: 20_000, intervals: [2000] }).toBe(true);
  expect(((await installation.nextLook()) ?? 0) - Date.now()).toBeLessThan(11 * 60_000);
  await installation.stopBackground();
  expect(await installation.updateNow()).toMatchObject({ result: 'updated', reason: null });
  await installation.stopBackground();
  const who = await ownerOn(installation);
  expect(who.state).toBe('known');
  expect(who.text).toContain('Delta Uitgevers');

  expect(((await installation.nextLook()) ?? 0) - Date.now()).toBeGreaterThan(17 * 3_600_000);
  nginx().requests();
  expect(await installation.updateNow()).toMatchObject({ result: 'current' });
  expect(nginx().requests()).toEqual([expect.stringMatching(/^GET \/v1\/manifest\.json (200|304)$/)]);
});

test('every kind of lie keeps the old register, and the reason is kept for the options', async () => {
  publish(OWNERS);
  const installation = await installed();
  await installation.updateNow();
  for (const name of ['manifest.json', 'manifest.sig', 'keys.json', 'keys.sig']) copyFileSync(inTree(name), inTree(`old-${name}`));
  publish(SOLD, { version: '2099.01.02' });
  for (const name of ['manifest.json', 'manifest.sig', 'keys.json', 'keys.sig']) copyFileSync(inTree(name), inTree(`new-${name}`));
  const good = (): void => {
    for (const name of ['manifest.json', 'manifest.sig', 'keys.json', 'keys.sig']) copyFileSync(inTree(`new-${name}`), inTree(name));
  };

  const lies: { what: string; reason: string; tell: () => void | Promise<void> }[] = [
    { what: 'old signature', reason: 'bad-signature', tell: () => copyFileSync(inTree('old-manifest.sig'), inTree('manifest.sig')) },
    {
      what: 'changed manifest',
      reason: 'bad-signature',
      tell: () => writeFileSync(inTree('manifest.json'), readFileSync(inTree('manifest.json'), 'utf8').replace('2099.01.02', '2099.01.03')),
    },
    {
      what: 'endless manifest',
      reason: 'too-large',
      tell: () => {
        writeFileSync(inTree('manifest.json'), '');
        truncateSync(inTree('manifest.json'), 20_000_000_000);
      },
    },
    { what: 'keys of somebody else', reason: 'bad-keys', tell: () => writeFileSync(inTree('keys.sig'), Buffer.alloc(64)) },
    { what: 'no CORS header', reason: 'unreachable', tell: () => nginx().behave({ cors: false }) },
    { what: 'a redirect', reason: 'unreachable', tell: () => nginx().behave({ redirect: true }) },
  ];
  for (const { what, reason, tell } of lies) {
    good();
    await tell();
    expect.soft(await installation.updateNow(), what).toMatchObject({ result: 'kept', reason });
    await nginx().behave({});
  }
  expect((await ownerOn(installation)).text).toContain('Delta Uitgevers');
  good();
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  expect((await ownerOn(installation)).text).toContain('Bergen Boeken');
  for (const name of ['manifest.json', 'manifest.sig']) copyFileSync(inTree(`old-${name}`), inTree(name));
  expect(await installation.updateNow()).toMatchObject({ result: 'kept', reason: 'rollback' });
});

test('a revoked key counts no more in the browser either', async () => {
  publish(OWNERS);
  const installation = await installed();
  await installation.updateNow();
  publish(SOLD, { version: '2099.01.02' });
  const next = newKey();
  publisher().keys({ now: Date.now(), revoke: [publisher().release.public], add: [next.public] });
  expect(await installation.updateNow()).toMatchObject({ result: 'kept', reason: 'revoked-key' });
  publish(SOLD, { version: '2099.01.02', key: next });
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
});

test('an update that is killed halfway goes on where it stopped', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`krant-${at}.example`, `Uitgever ${at}`]));
  publish({ ...many, ...OWNERS }, { parts: 32 });
  const installation = await installed();
  // A file takes some seconds, and four come at a time.
  await nginx().behave({ rate: 300 });
  await installation.beginUpdate();
  await expect.poll(() => filesIn(nginx().requests), { timeout: 15_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await installation.stopBackground();
  expect((await ownerOn(installation)).state).toBe('unlisted');
  await nginx().behave({});
  const before = nginx()
    .requests()
    .filter((line) => line.includes('/files/') && line.endsWith('200'));
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  const again = nginx()
    .requests()
    .filter((line) => line.includes('/files/'));
  expect((await ownerOn(installation)).text).toContain('Delta Uitgevers');
  // 32 parts and the index; what was whole before the kill is not asked for a second time.
  expect(again.length).toBeLessThan(33);
  expect(again.length + before.length).toBeGreaterThanOrEqual(33 - 8);
});

let seenFiles = 0;
function filesIn(requests: () => string[]): number {
  seenFiles += requests().filter((line) => line.includes('/files/')).length;
  return seenFiles;
}

test('two fresh installations ask in exactly the same bytes, and nothing in them tells who asks', async () => {
  publish(OWNERS);
  const heard: string[][] = [];
  for (const _ of [1, 2]) {
    const recorder = await startRecorder(nginx().port);
    const installation = await installed(() => recorder.port);
    expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
    heard.push(recorder.requests());
    await recorder.close();
  }
  const [first, second] = heard;
  expect(first?.length).toBeGreaterThan(5);
  expect(second).toEqual(first);
  for (const request of first ?? []) {
    expect(request).not.toMatch(/^(cookie|referer|authorization|if-none-match):/im);
    expect(request).not.toMatch(/moz-extension/i);
    expect(/^origin: (.*)$/im.exec(request)?.[1] ?? 'none').toMatch(browser() === 'firefox' ? /^null$/ : /^chrome-extension:/);
  }
});

test('a damaged stored file is told as unread, and the next update mends it', async () => {
  publish(OWNERS, { parts: 1 });
  const installation = await installed();
  await installation.updateNow();
  await (await installation.options()).run(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('register');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction('files', 'readwrite');
          const store = transaction.objectStore('files');
          const all = store.getAll();
          all.onsuccess = () => {
            for (const row of all.result as { sha256: string; bytes: Uint8Array }[]) {
              store.put({ ...row, bytes: row.bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) });
            }
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
  expect((await ownerOn(installation)).state).toBe('unread');
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  expect((await ownerOn(installation)).text).toContain('Delta Uitgevers');
});
