import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCard, waitFor } from '../../../tools/browser/surface';
import { newPublisher } from '../../unit/app/tree';
import { expect, test } from '../fixture';
import { HOST } from './installation';
import { startNginx } from './nginx';
import { setPolicy } from './policy';
import { OWNERS, updateScene } from './scene';

const { browser, extension, installed, cardOn, publish } = updateScene();

test('an administrator sets another register: it comes from there, with its own key, and the options name whose it is', async () => {
  // The built-in register says something else, and is there to be had.
  publish(OWNERS);
  const organisation = newPublisher();
  const folder = mkdtempSync(path.join(tmpdir(), 'colofon-managed-'));
  const nginx = await startNginx(organisation.tree);
  cpSync(extension(), path.join(folder, 'extension'), { recursive: true });
  const takeBack = setPolicy(browser(), path.join(folder, 'extension'), {
    registerAddress: `https://bibliotheek.${HOST}/v1/`,
    registerRootKey: organisation.root.public,
    registerName: 'Bibliotheek Rijnstreek',
  });
  try {
    organisation.publish({ ...OWNERS, 'rijnbode.example': 'Eigen Lijst' }, { now: Date.now(), version: '2020.01.01' });
    const installation = await installed(() => nginx.port, { extension: path.join(folder, 'extension') });
    // Chromium hands out what an administrator set some seconds after its start; until then its built-in key refuses this tree.
    await expect.poll(async () => (await installation.updateNow())?.result, { timeout: 20_000, intervals: [1000] }).toBe('updated');
    expect(nginx.requests()).toContainEqual(expect.stringMatching(/^GET \/v1\/files\/[0-9a-f]{64}\.bin 200$/));
    expect(await installation.inUse()).toMatchObject({ stored: true, organisation: 'Bibliotheek Rijnstreek' });
    await waitFor(await installation.options(), 'whose register it is', () => document.body.innerText.includes('Bibliotheek Rijnstreek'));
    const card = await cardOn(installation);
    expect((await readCard(card)).who.text).toContain('Eigen Lijst');
    expect(await card.run(() => document.body.innerText)).toContain('Gegevens van: Bibliotheek Rijnstreek');
  } finally {
    takeBack();
    await nginx.close();
    organisation.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});
