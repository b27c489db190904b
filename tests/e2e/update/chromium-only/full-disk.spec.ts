import { expect, test } from '../../fixture';
import { OWNERS, updateScene } from '../scene';

const { installed, ownerOn, publish } = updateScene();

test('a full disk, as the browser enforces it, leaves the packaged register, and is told', async () => {
  publish(OWNERS);
  const installation = await installed();
  await installation.limitStorage(100_000);
  expect(await installation.updateNow()).toMatchObject({ result: 'kept', reason: 'no-room' });
  expect((await ownerOn(installation)).state).toBe('unlisted');
  await installation.limitStorage(500_000_000);
  expect(await installation.updateNow()).toMatchObject({ result: 'updated' });
  expect((await ownerOn(installation)).text).toContain('Delta Uitgevers');
});
