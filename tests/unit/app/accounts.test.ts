import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookUpAccount, lookUpPost } from '../../../lib/app/accounts';
import { forgetKept } from '../../../lib/app/kept-parts';
import { settleUpdates } from '../../../lib/app/update';
import type { PostObservation } from '../../../lib/core/post';
import { REGISTER_DB } from '../../../lib/store/edition';
import { closeRegisterDb } from '../../../lib/store/register-db';
import { buildParts, writeCompiled } from '../../../tools/register/build';
import { compile } from '../../../tools/register/compile';
import { readEdition } from '../../../tools/register/edition';
import { signRelease } from '../../../tools/register/sign';
import { TODAY } from '../support/register';
import { edited, smallRegistry } from '../tools/register/folder';
import { fake, fakeFetch } from './browser';
import { ADDRESS, type Device, newDevice } from './device';
import { newPublisher, type Publisher } from './tree';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./browser')).fakeBrowser }));

const NO_WISHES = { withdraw: [], restore: [], adaptersOff: [], adaptersOn: [], changesFrom: [], days: 30, dryRun: false };
const ACCOUNT = 'accounts:\n  - platform: x\n    handles: [dekrant]\n    proof: [{kind: site-names-it, source: colofon}]\nclaims:\n';
const POST: PostObservation = {
  version: 1,
  platform: 'x',
  adapter: 1,
  kind: 'post',
  author: { handle: 'DeKrant', name: 'Iets anders', id: null },
  published: null,
  permalink: null,
  links: ['https://onbekend.nl/bericht'],
  labels: [],
};

let publisher: Publisher;
let device: Device;

/** The small register with accounts, in the shape of the package. */
function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colofon-accounts-'));
  writeCompiled(folder, buildParts(compile(smallRegistry(edited('entities/nl/krant.yaml', 'claims:\n', ACCOUNT)))));
  return folder;
}

beforeEach(() => {
  publisher = newPublisher();
  device = newDevice(publisher);
  device.tools.now = Date.now;
  forgetKept();
  fake.local.clear();
  fake.alarms.clear();
  fake.managed = {};
  fake.packaged = compiled();
  vi.stubGlobal('fetch', fakeFetch);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  closeRegisterDb(device.tools.db);
  await Dexie.delete(REGISTER_DB);
  publisher.dispose();
  rmSync(fake.packaged, { recursive: true });
});

describe('an account on the device', () => {
  it('is answered from the package, by its handle and not by its name', async () => {
    expect(await lookUpAccount({ handle: 'dekrant', id: null }, 'x', TODAY)).toMatchObject({ state: 'listed', entity: 'krant' });
    expect(await lookUpAccount({ handle: 'de_krant', id: null }, 'x', TODAY)).toMatchObject({ state: 'unlisted', why: 'no-rule' });
    expect(await lookUpAccount({ handle: 'dekrant', id: null }, 'instagram', TODAY)).toMatchObject({ state: 'unlisted' });
    expect(await lookUpAccount({ handle: null, id: null }, 'x', TODAY)).toBeNull();
  });

  it('brings along everything that is said of its outlet', async () => {
    const found = await lookUpAccount({ handle: 'dekrant', id: null }, 'x', TODAY);
    if (found?.state !== 'listed') throw new Error('not listed');
    expect(Object.keys(found.slice.entities).sort()).toEqual(['familie', 'krant', 'uitgever']);
    expect(Object.keys(found.slice.sources)).toContain('colofon');
  });

  it('stands beside the link of the post', async () => {
    expect(await lookUpPost(POST, TODAY)).toMatchObject({
      account: { state: 'listed', entity: 'krant' },
      link: { host: 'onbekend.nl', lookup: { state: 'unlisted' } },
    });
  });

  it('is damaged when its part is', async () => {
    writeCompiled(fake.packaged, { ...buildParts(compile(smallRegistry())), files: [{ name: '000.json.gz', bytes: Uint8Array.of(1, 2) }] });
    expect(await lookUpAccount({ handle: 'dekrant', id: null }, 'x', TODAY)).toEqual({ state: 'damaged' });
  });

  it('comes along in a signed release, with the name of the organisation whose register it is', async () => {
    fake.managed = { registerAddress: ADDRESS, registerRootKey: publisher.root.public, registerName: 'De Bibliotheek' };
    const own = compiled();
    signRelease(own, publisher.tree, publisher.release.key, { ...NO_WISHES, now: Date.now() });
    rmSync(own, { recursive: true });
    const edition = readEdition(publisher.tree);
    expect(edition).toMatchObject({ ok: true, value: { accounts: [{ platform: 'x', entity: 'krant' }] } });
    // Before it is here the package answers, under no other name.
    expect(await lookUpAccount({ handle: 'dekrant', id: null }, 'x', TODAY)).not.toHaveProperty('keeper');
    expect((await device.look()).result).toBe('updated');
    await settleUpdates();
    const found = await lookUpPost({ ...POST, links: ['https://krant.nl/bericht'] }, TODAY);
    expect(found.account).toMatchObject({ state: 'listed', entity: 'krant', keeper: 'De Bibliotheek' });
    expect(found.link?.lookup).toMatchObject({ state: 'listed', keeper: 'De Bibliotheek' });
  });
});
