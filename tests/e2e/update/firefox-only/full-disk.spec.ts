import { expect, test } from '../../fixture';
import { OWNERS, updateScene } from '../scene';

const { installed, ownerOn, publish } = updateScene();

test('a full disk, as the browser enforces it, leaves the register that was there, and is told', async () => {
  publish(OWNERS);
  const installation = await installed();
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  // Some megabytes that cannot be packed.
  const noise = Array.from({ length: 8000 }, (_, at) => [`krant-${at}.example`, Array.from({ length: 12 }, Math.random).join(' ')]);
  publish({ ...OWNERS, ...Object.fromEntries(noise), 'rijnbode.example': 'Bergen Boeken' }, { version: '2099.01.02', parts: 32 });
  await installation.limitStorage(1_000_000);
  expect(await installation.updateNow()).toMatchObject({ result: 'kept', reason: 'no-room' });
  expect((await ownerOn(installation)).text).toContain('Delta Uitgevers');
  await installation.limitStorage(500_000_000);
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  expect((await ownerOn(installation)).text).toContain('Bergen Boeken');
});
