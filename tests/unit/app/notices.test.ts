import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKept } from '../../../lib/app/kept-parts';
import { registerToAsk } from '../../../lib/app/register';
import { settleUpdates } from '../../../lib/app/update';
import { wholeRegister } from '../../../lib/app/whole-register';
import { campaignsOn } from '../../../lib/core/elections';
import { generalFrom, lookUpNotice, type NoticeLookup, noticesIn } from '../../../lib/core/notice-lookup';
import { REGISTER_DB } from '../../../lib/store/edition';
import { closeRegisterDb } from '../../../lib/store/register-db';
import { buildParts, writeCompiled } from '../../../tools/register/build';
import { compile } from '../../../tools/register/compile';
import { readEdition } from '../../../tools/register/edition';
import { signRelease } from '../../../tools/register/sign';
import { smallRegistry } from '../tools/register/folder';
import { changed, NOTICE, WITH_NOTICES } from '../tools/register/notice-folder';
import { fake, fakeFetch } from './browser';
import { ADDRESS, type Device, newDevice } from './device';
import { newPublisher, type Publisher } from './tree';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./browser')).fakeBrowser }));

const WISHES = { withdraw: [], restore: [], adaptersOff: [], adaptersOn: [], changesFrom: [], days: 30, dryRun: false };
const LINK = 'https://dijkreclame.nl/verklaringen/abc123';

async function generalFacts(): ReturnType<typeof generalFrom> {
  return generalFrom((await registerToAsk()).partFor);
}

/** What the register in use answers for these addresses; null when what says where notices stand is damaged. */
async function noticesAt(addresses: string[]): Promise<Map<string, NoticeLookup | null> | null> {
  const { partFor } = await registerToAsk();
  const facts = await generalFrom(partFor);
  if (facts === null) return null;
  const found = new Map<string, NoticeLookup | null>();
  for (const address of addresses) found.set(address, await lookUpNotice(address, facts.general, partFor));
  return found;
}

let publisher: Publisher;
let device: Device;

function compiled(files: Record<string, string | null> = WITH_NOTICES): string {
  const folder = mkdtempSync(join(tmpdir(), 'colofon-notices-'));
  writeCompiled(folder, buildParts(compile(smallRegistry(files))));
  return folder;
}

/** The next release of our own register, and the look that fetches it. */
async function release(files: Record<string, string | null>, withdraw: string[] = []): Promise<void> {
  const own = compiled(files);
  signRelease(own, publisher.tree, publisher.release.key, { ...WISHES, withdraw, now: Date.now() });
  rmSync(own, { recursive: true });
  expect((await device.look()).result).toBe('updated');
  await settleUpdates();
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

describe('a notice on the device', () => {
  it('is answered from the package, with its sponsor; other addresses are those of no notice', async () => {
    const found = await noticesAt([LINK, 'https://dijkreclame.nl/verklaringen/weg', 'https://krant.nl/']);
    expect(found?.get('https://krant.nl/')).toBeNull();
    expect(found?.get(LINK)).toMatchObject({
      state: 'listed',
      notice: { id: 'dijkreclame/abc123' },
      slice: { entities: { dijkpartij: {} } },
    });
    expect(found?.get('https://dijkreclame.nl/verklaringen/weg')).toMatchObject({ state: 'unlisted' });
  });

  it('comes with the elections whose campaign it is', async () => {
    const facts = await generalFacts();
    expect(campaignsOn(facts?.general.elections ?? [], '2027-01-20').map(({ id }) => id)).toEqual(['nl-ps-2027']);
    expect(facts?.slice.sources).toHaveProperty('verklaringen');
  });

  it('is unknown, not absent, when the part is damaged', async () => {
    writeCompiled(fake.packaged, {
      ...buildParts(compile(smallRegistry(WITH_NOTICES))),
      files: [{ name: '000.json.gz', bytes: Uint8Array.of(1, 2) }],
    });
    expect(await noticesAt([LINK])).toBeNull();
    expect(await generalFacts()).toBeNull();
  });

  it('is not there in a register of before there were notices, which answers as ever', async () => {
    const plain = Object.fromEntries(
      Object.entries(WITH_NOTICES).filter(([file]) => !/notice|election|polic|verklaringen|dijkpartij/.test(file)),
    );
    rmSync(fake.packaged, { recursive: true });
    fake.packaged = compiled(plain);
    expect(await noticesAt([LINK])).toEqual(new Map([[LINK, null]]));
    expect((await generalFacts())?.general).toEqual({ elections: [], noticeAddresses: [], platformPolicies: [] });
  });

  it('comes along in signed releases, changes with one and is withdrawn with the next', async () => {
    fake.managed = { registerAddress: ADDRESS, registerRootKey: publisher.root.public };
    await release(WITH_NOTICES);
    await release(changed(NOTICE, 'value: 3000', 'value: 3100'));
    const found = (await noticesAt([LINK]))?.get(LINK);
    expect(found?.state === 'listed' ? found.notice.versions[0]?.ad.amount : null).toEqual([{ value: 3100, currency: 'EUR' }]);
    expect(noticesIn((await wholeRegister()).register ?? {})).toHaveLength(1);

    await release(changed(NOTICE, 'value: 3000', 'value: 3100'), ['notice:dijkreclame/abc123']);
    expect((await noticesAt([LINK]))?.get(LINK)).toMatchObject({ state: 'unlisted' });
    expect(noticesIn((await wholeRegister()).register ?? {})).toEqual([]);
    expect(readEdition(publisher.tree)).toMatchObject({
      ok: true,
      value: { notices: {}, general: { platformPolicies: [{ company: 'Duinnet' }] } },
    });
  });
});
