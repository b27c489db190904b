import { expect, test } from '../../fixture';
import { OWNERS, SOLD, updateScene } from '../scene';

const { installed, ownerOn, publish } = updateScene();

test('a full disk, as the browser enforces it, keeps the old register', async () => {
  publish(OWNERS);
  const installation = await installed();
  await installation.updateNow();
  publish(SOLD, { version: '2099.01.02' });
  await installation.limitStorage(100_000);
  expect(await installation.updateNow()).toMatchObject({ result: 'kept', reason: 'no-room' });
  expect((await ownerOn(installation)).text).toContain('Delta Uitgevers');
  await installation.limitStorage(500_000_000);
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  expect((await ownerOn(installation)).text).toContain('Bergen Boeken');
});
