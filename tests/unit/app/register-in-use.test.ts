import 'fake-indexeddb/auto';
import { rmSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKept } from '../../../lib/app/kept-parts';
import { answerFor } from '../../../lib/app/register';
import { newsHosts } from '../../../lib/app/stored-parts';
import { settleUpdates, updateStatus } from '../../../lib/app/update';
import { wholeRegister } from '../../../lib/app/whole-register';
import { REGISTER_DB } from '../../../lib/store/edition';
import { closeRegisterDb } from '../../../lib/store/register-db';
import { readInUse } from '../../../lib/store/register-in-use';
import { fake, fakeFetch } from './browser';
import { ADDRESS, type Device, newDevice } from './device';
import { compiledFolder, DAY, newPublisher, type Publisher } from './tree';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./browser')).fakeBrowser }));

const PACKAGED = { 'polderpost.example': 'Waterland', 'rijnbode.example': 'Delta' };
const STORED = { ...PACKAGED, 'rijnbode.example': 'Nieuwe Delta', 'zeepost.example': 'Kust' };

let publisher: Publisher;
let device: Device;

beforeEach(() => {
  publisher = newPublisher();
  device = newDevice(publisher);
  device.tools.now = Date.now;
  forgetKept();
  fake.local.clear();
  fake.alarms.clear();
  fake.managed = { registerAddress: ADDRESS, registerRootKey: publisher.root.public, registerName: 'De Bibliotheek' };
  package_('2026.11.23');
  vi.stubGlobal('fetch', fakeFetch);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  closeRegisterDb(device.tools.db);
  await Dexie.delete(REGISTER_DB);
  publisher.dispose();
  rmSync(fake.packaged, { recursive: true });
});

function package_(version: string): void {
  fake.packaged = compiledFolder(PACKAGED, version, 2);
  // Another package is another start of everything.
  forgetKept();
}

/** The register is the built-in one, not an organisation's. */
function builtIn(): void {
  fake.managed = {};
  vi.stubEnv('WXT_REGISTER_ADDRESS', ADDRESS);
  vi.stubEnv('WXT_REGISTER_ROOT_KEY', publisher.root.public);
}

async function installStored(wishes: Parameters<Publisher['publish']>[1] = {}): Promise<void> {
  publisher.publish(STORED, { now: Date.now(), version: '2026.12.01', ...wishes });
  expect((await device.look()).result).toBe('updated');
  await settleUpdates();
}

async function ownerOf(domain: string): Promise<string | null> {
  const answer = await answerFor(`https://www.${domain}/`);
  if (answer.state !== 'listed') return null;
  const claim = answer.slice.claims.find(({ subject }) => subject === answer.entity);
  const owner = claim !== undefined && 'entity' in claim.object ? answer.slice.entities[claim.object.entity] : undefined;
  return owner?.names[0]?.name ?? '(no claim)';
}

describe('look-ups', () => {
  it('use the package as long as nothing is stored, and open no database', async () => {
    await Dexie.delete(REGISTER_DB);
    await settleUpdates();
    expect(await ownerOf('rijnbode.example')).toBe('Delta');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(REGISTER_DB);
  });

  it('use the stored register from the moment it is there, all of it', async () => {
    await installStored();
    expect(await ownerOf('rijnbode.example')).toBe('Nieuwe Delta');
    expect(await ownerOf('zeepost.example')).toBe('Kust');
    expect(await newsHosts()).toContain('zeepost.example');
    const { register, damaged } = await wholeRegister();
    expect(damaged).toBe(0);
    expect(register?.version).toBe('2026.12.01');
    expect(Object.keys(register?.hosts ?? {})).toContain('zeepost.example');
  });

  it('show no withdrawn claim', async () => {
    await installStored({ withdraw: ['rijnbode-example/owned-by/nieuwe-delta'] });
    expect(await ownerOf('rijnbode.example')).toBe('(no claim)');
    expect(await ownerOf('polderpost.example')).toBe('Waterland');
  });

  it('use a newer package, also without a claim that was withdrawn before', async () => {
    builtIn();
    await installStored({ withdraw: ['rijnbode-example/owned-by/delta'] });
    rmSync(fake.packaged, { recursive: true });
    package_('2027.01.01');
    await settleUpdates();
    expect((await readInUse()).stored).toBe(false);
    expect(await ownerOf('zeepost.example')).toBeNull();
    expect(await ownerOf('rijnbode.example')).toBe('(no claim)');
  });

  it("do not let a newer package go before an organisation's own register", async () => {
    rmSync(fake.packaged, { recursive: true });
    package_('2027.01.01');
    await installStored();
    expect(await ownerOf('zeepost.example')).toBe('Kust');
  });

  it('name the organisation once its register answers, not before and not after', async () => {
    const keeper = async () => (await answerFor('https://rijnbode.example/')).keeper;
    expect(await keeper()).toBeUndefined();
    await installStored();
    expect(await keeper()).toBe('De Bibliotheek');
    fake.managed = {};
    await settleUpdates();
    expect(await keeper()).toBeUndefined();
  });

  it('use the package again when the organisation takes its setting back', async () => {
    await installStored();
    fake.managed = {};
    await settleUpdates();
    expect(await readInUse()).toMatchObject({ stored: false, organisation: null });
    expect(await ownerOf('zeepost.example')).toBeNull();
  });
});

describe('the status for the options', () => {
  it('says that there are no updates without an address, and plans none', async () => {
    fake.managed = {};
    await settleUpdates();
    expect(await updateStatus()).toEqual({
      from: 'package',
      version: '2026.11.23',
      built: '2026-11-23',
      organisation: null,
      host: null,
      overdueSince: null,
      last: null,
    });
    expect(fake.alarms.size).toBe(0);
  });

  it('names the register, whose it is and where it came from', async () => {
    await installStored();
    const status = await updateStatus();
    expect(status).toMatchObject({ from: 'update', version: '2026.12.01', organisation: 'De Bibliotheek', host: 'lijst.example' });
    expect([...fake.alarms.keys()]).toEqual(['register-update']);
  });

  it('tells when the next release is overdue', async () => {
    await installStored({ days: 10 });
    expect((await updateStatus()).overdueSince).toBeNull();
    vi.setSystemTime(Date.now() + 11 * DAY);
    expect((await updateStatus()).overdueSince).toMatch(/^\d{4}-/);
    vi.useRealTimers();
  });

  it('tells that an update was broken off', async () => {
    fake.local.set('lastUpdate', { at: '2026-11-20T10:00:00Z', result: 'running', reason: null });
    expect((await updateStatus()).last).toMatchObject({ result: 'kept', reason: 'interrupted' });
  });

  it('survives anything that stands where its note should be', async () => {
    fake.local.set('lastUpdate', { at: 'ooit', result: 'mooi' });
    fake.local.set('register', 7);
    expect(await updateStatus()).toMatchObject({ from: 'package', last: null });
  });
});
