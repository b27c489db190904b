import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../fixture';
import { OWNERS, SOLD, updateScene } from './scene';

const { installed, nginx, ownerOn, publish } = updateScene();

test('a browser that is closed halfway an update opens with the old register whole, and goes on where it stopped', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'colofon-profile-'));
  try {
    publish(OWNERS);
    const before = await installed(undefined, { profile });
    expect(await before.updateNow()).toMatchObject({ result: 'updated' });
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`krant-${at}.example`, `Uitgever ${at}`]));
    publish({ ...many, ...SOLD }, { version: '2099.01.02', parts: 32 });
    // A file takes some seconds, and four come at a time.
    await nginx().behave({ rate: 400 });
    nginx().requests();
    await before.beginUpdate();
    const whole = (): number =>
      nginx()
        .requests()
        .filter((line) => line.includes('/files/') && line.endsWith('200')).length;
    let fetched = 0;
    await expect
      .poll(
        () => {
          fetched += whole();
          return fetched;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThanOrEqual(8);
    await before.close();

    await nginx().behave({});
    nginx().requests();
    const after = await installed(undefined, { profile });
    // A browser that opens a profile again may put a page of its own in front after ours.
    await expect.poll(async () => (await ownerOn(after)).text, { timeout: 30_000 }).toContain('Delta Uitgevers');
    expect(await after.updateNow()).toMatchObject({ result: 'updated' });
    expect((await ownerOn(after)).text).toContain('Bergen Boeken');
    // 32 parts and the index; most of what had come before is not asked for a second time.
    expect(whole()).toBeLessThan(33 - 3);
    await after.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});
