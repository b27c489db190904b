import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { currentCampaign, putCampaignAway } from '../../../lib/app/campaign';
import { forgetKept } from '../../../lib/app/kept-parts';
import { DEFAULTS, readSettings } from '../../../lib/store/settings';
import { buildParts, writeCompiled } from '../../../tools/register/build';
import { compile } from '../../../tools/register/compile';
import { smallRegistry } from '../tools/register/folder';
import { WITH_NOTICES } from '../tools/register/notice-folder';
import { fake, fakeFetch } from './browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./browser')).fakeBrowser }));

const CAMPAIGN = new Date('2027-02-10T12:00:00');
const QUIET = new Date('2026-11-23T12:00:00');

beforeEach(() => {
  forgetKept();
  fake.local.clear();
  fake.packaged = mkdtempSync(join(tmpdir(), 'colofon-campaign-'));
  writeCompiled(fake.packaged, buildParts(compile(smallRegistry(WITH_NOTICES))));
  vi.stubGlobal('fetch', fakeFetch);
});

afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(fake.packaged, { recursive: true });
});

it('it is campaign time in the months before an election, and not before them', async () => {
  expect((await currentCampaign(DEFAULTS, CAMPAIGN))?.id).toBe('nl-ps-2027');
  expect(await currentCampaign(DEFAULTS, QUIET)).toBeNull();
});

it('a campaign that was put away stays away, and only that one', async () => {
  await putCampaignAway('nl-ps-2027');
  await putCampaignAway('nl-ps-2027');
  const settings = await readSettings();
  expect(settings.campaignsOff).toEqual(['nl-ps-2027']);
  expect(await currentCampaign(settings, CAMPAIGN)).toBeNull();
  expect((await currentCampaign({ campaignsOff: ['nl-tk-2025'] }, CAMPAIGN))?.id).toBe('nl-ps-2027');
});

it('a register that cannot be read names no campaign', async () => {
  fake.packaged = join(fake.packaged, 'weg');
  expect(await currentCampaign(DEFAULTS, CAMPAIGN)).toBeNull();
  fake.packaged = join(fake.packaged, '..');
});
