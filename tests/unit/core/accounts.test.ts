import { describe, expect, it, vi } from 'vitest';
import { handleOn, stableIdOn } from '../../../lib/core/account-forms';
import {
  accountsOf,
  domainOf,
  keysOf,
  keysOfListed,
  lookUpAccount,
  lookUpPostIn,
  ownerOfDomain,
  resolve,
  vouchesFor,
} from '../../../lib/core/accounts';
import type { HostRule, ListedAccount, RegisterPart } from '../../../lib/core/register';
import { entity, slice, TODAY } from '../support/register';

const CHANNEL = `UC${'aB-_3'.repeat(4)}xy`;
const OTHER = `UC${'cD-_4'.repeat(4)}zz`;
const PROOF: ListedAccount['proof'] = [{ kind: 'site-names-it', source: 'voorpagina' }];

function account(more: Partial<ListedAccount> = {}): ListedAccount {
  return { platform: 'x', handles: [{ handle: 'polderpost' }], entity: 'de-polderpost', proof: PROOF, ...more };
}

function part(more: Partial<RegisterPart> = {}): RegisterPart {
  return { ...slice([entity('outlet', 'De Polderpost')], []), ...more };
}

const rule = (host: string, more: Partial<HostRule> = {}): HostRule => ({
  host,
  match: 'subtree',
  target: { entity: 'de-polderpost' },
  sources: [],
  ...more,
});

/** Parts by key; a key that is not there leads to an empty part, null to a damaged one. */
const from = (parts: Record<string, RegisterPart | null>) =>
  vi.fn(async (key: string) => (key in parts ? (parts[key] ?? null) : part({ entities: {} })));

describe('handleOn', () => {
  it('has one spelling for capitals, the sign before it and codes', () => {
    expect(handleOn('x', ' @DePolderpost ')).toBe('depolderpost');
    expect(handleOn('linkedin', 'company/Caf%C3%A9')).toBe('company/café');
    expect(handleOn('bluesky', '@Polderpost.example.')).toBe('polderpost.example');
    expect(handleOn('mastodon', '@Polderpost@Sociaal.example')).toBe('polderpost@sociaal.example');
  });

  it.each([
    ['x', 'polder-post'],
    ['x', 'polderpost_met_een_lange_naam'],
    ['bluesky', 'polderpost'],
    ['mastodon', 'polderpost'],
    ['mastodon', '@@sociaal.example'],
    ['linkedin', 'polderpost'],
    ['linkedin', 'in/sanne'],
    ['facebook', '112233445566'],
    ['reddit', 'r/polder'],
    ['youtube', 'a/b'],
    ['instagram', ''],
  ] as const)('refuses on %s what cannot be a handle: "%s"', (platform, handle) => {
    expect(handleOn(platform, handle)).toBeNull();
  });

  it('keeps the capitals of a number, and knows none on Mastodon', () => {
    expect(stableIdOn('youtube', CHANNEL)).toBe(CHANNEL);
    expect(stableIdOn('youtube', CHANNEL.toLowerCase())).toBeNull();
    expect(stableIdOn('mastodon', '12345')).toBeNull();
  });
});

describe('keysOf', () => {
  it('files under the number first, then under the handle', () => {
    expect(keysOf({ platform: 'youtube', handle: '@Polderpost', id: CHANNEL })).toEqual([`youtube#${CHANNEL}`, 'youtube/polderpost']);
    expect(keysOf({ platform: 'x', handle: 'Polderpost', id: null })).toEqual(['x/polderpost']);
  });

  it('has none for search engines, other platforms, or what is no handle', () => {
    expect(keysOf({ platform: 'google', handle: 'polderpost', id: null })).toEqual([]);
    expect(keysOf({ platform: 'constructor' as 'x', handle: 'polderpost', id: null })).toEqual([]);
    expect(keysOf({ platform: 'x', handle: 'De Polderpost', id: null })).toEqual([]);
  });

  it('gives the same keys for an account of the list and one that is seen', () => {
    const listed = account({ platform: 'youtube', stableId: CHANNEL });
    expect(keysOfListed(listed)).toEqual(keysOf({ platform: 'youtube', handle: 'polderpost', id: CHANNEL }));
  });
});

describe('resolve', () => {
  const seen = { platform: 'x', handle: '@Polderpost', id: null } as const;

  it('finds whose account it is by its handle', () => {
    expect(resolve([account()], seen, TODAY)).toBe('de-polderpost');
  });

  it('is never by name, nor by the same handle elsewhere', () => {
    expect(resolve([account({ platform: 'instagram' })], seen, TODAY)).toBeNull();
    expect(resolve([account()], { platform: 'x', handle: null, id: null }, TODAY)).toBeNull();
  });

  it.each([
    [{ to: '2024' }, null],
    [{ to: '2026-11-22' }, null],
    [{ to: '2026-11-23' }, 'de-polderpost'],
    [{ to: '2026' }, 'de-polderpost'],
    [{ from: '2026-12' }, null],
    [{ from: '2026-11' }, 'de-polderpost'],
  ])('counts a handle within its period only: %o', (valid, found) => {
    expect(resolve([account({ handles: [{ handle: 'polderpost', valid }] })], seen, TODAY)).toBe(found);
  });

  it('takes whose handle it is now when it passed from one to another', () => {
    const before = account({ handles: [{ handle: 'polderpost', valid: { to: '2020' } }] });
    const now = account({ entity: 'ander', handles: [{ handle: 'polderpost', valid: { from: '2021' } }] });
    expect(resolve([before, now], seen, TODAY)).toBe('ander');
  });

  it('lets the number decide where both sides have one', () => {
    const channel = account({ platform: 'youtube', stableId: CHANNEL });
    const youtube = { platform: 'youtube', handle: 'polderpost' } as const;
    expect(resolve([channel], { ...youtube, handle: 'nieuwe-naam', id: CHANNEL }, TODAY)).toBe('de-polderpost');
    expect(resolve([channel], { ...youtube, id: OTHER }, TODAY)).toBeNull();
    expect(resolve([channel], { ...youtube, id: null }, TODAY)).toBe('de-polderpost');
  });
});

describe('domainOf and ownerOfDomain', () => {
  it('takes a handle of Bluesky, and the server of the fediverse', () => {
    expect(domainOf({ platform: 'bluesky', handle: 'Polderpost.example' })).toBe('polderpost.example');
    expect(domainOf({ platform: 'mastodon', handle: 'nieuws@polderpost.example' })).toBe('polderpost.example');
    expect(domainOf({ platform: 'x', handle: 'polderpost' })).toBeNull();
  });

  it('needs a rule of exactly that host: below it may be a reporter, beside it a section', () => {
    const hostsOf = (own: HostRule) => () => [own];
    expect(ownerOfDomain('polderpost.example', hostsOf(rule('polderpost.example')))).toBe('de-polderpost');
    expect(ownerOfDomain('sanne.polderpost.example', hostsOf(rule('polderpost.example')))).toBeNull();
    expect(ownerOfDomain('sport.polderpost.example', hostsOf(rule('sport.polderpost.example')))).toBe('de-polderpost');
    expect(ownerOfDomain('polderpost.example', hostsOf(rule('polderpost.example', { pathPrefix: '/nieuws' })))).toBeNull();
    expect(ownerOfDomain('polderpost.example', hostsOf(rule('polderpost.example', { target: 'platform' })))).toBeNull();
  });
});

describe('lookUpAccount', () => {
  const listed = part({ accounts: { 'x/polderpost': [account()] } });

  it('reads one part and hands it over', async () => {
    const partFor = from({ 'x/polderpost': listed });
    expect(await lookUpAccount({ platform: 'x', handle: 'Polderpost', id: null }, TODAY, partFor)).toEqual({
      state: 'listed',
      entity: 'de-polderpost',
      slice: listed,
    });
    expect(partFor.mock.calls).toEqual([['x/polderpost']]);
  });

  it('goes on to the handle when the number is not in the list', async () => {
    const handle = part({ accounts: { 'youtube/polderpost': [account({ platform: 'youtube' })] } });
    const seen = { platform: 'youtube', handle: 'polderpost', id: CHANNEL } as const;
    expect(await lookUpAccount(seen, TODAY, from({ 'youtube/polderpost': handle }))).toMatchObject({ state: 'listed' });
    expect(await lookUpAccount(seen, TODAY, from({ [`youtube#${CHANNEL}`]: null, 'youtube/polderpost': handle }))).toMatchObject({
      state: 'listed',
    });
  });

  it('needs no account in the list for a handle on Bluesky that is the domain of an outlet', async () => {
    const hosts = part({ hosts: { 'polderpost.example': [rule('polderpost.example')] } });
    const partFor = from({ 'polderpost.example': hosts });
    const ask = (handle: string) => lookUpAccount({ platform: 'bluesky', handle, id: null }, TODAY, partFor);
    expect(await ask('polderpost.example')).toEqual({ state: 'listed', entity: 'de-polderpost', slice: hosts });
    expect(await ask('sanne.polderpost.example')).toMatchObject({ state: 'unlisted' });
    expect(await ask('polderpost.bsky.social')).toMatchObject({ state: 'unlisted', why: 'no-rule', slice: { version: '2026.11.23' } });
    const mastodon = { platform: 'mastodon', handle: 'nieuws@polderpost.example', id: null } as const;
    expect(await lookUpAccount(mastodon, TODAY, partFor)).toMatchObject({ state: 'listed' });
  });

  it('is damaged, not unlisted, when a part cannot be read', async () => {
    const seen = { platform: 'x', handle: 'polderpost', id: null } as const;
    expect(await lookUpAccount(seen, TODAY, from({ 'x/polderpost': null }))).toEqual({ state: 'damaged' });
    const channel = { platform: 'youtube', handle: 'polderpost', id: CHANNEL } as const;
    expect(await lookUpAccount(channel, TODAY, from({ [`youtube#${CHANNEL}`]: null }))).toEqual({ state: 'damaged' });
    const bluesky = { platform: 'bluesky', handle: 'polderpost.example', id: null } as const;
    expect(await lookUpAccount(bluesky, TODAY, from({ 'polderpost.example': null }))).toEqual({ state: 'damaged' });
  });

  it('has nothing to say without a handle or number', async () => {
    expect(await lookUpAccount({ platform: 'x', handle: null, id: null }, TODAY, from({}))).toBeNull();
    expect(await lookUpAccount({ platform: 'bing', handle: 'polderpost', id: null }, TODAY, from({}))).toBeNull();
  });

  it('reads a register of before there were accounts', async () => {
    const old = part();
    expect(await lookUpAccount({ platform: 'x', handle: 'polderpost', id: null }, TODAY, async () => old)).toMatchObject({
      state: 'unlisted',
    });
  });
});

describe('lookUpPostIn', () => {
  const hosts = part({ hosts: { 'polderpost.example': [rule('polderpost.example')] } });
  const partFor = from({ 'polderpost.example': hosts });
  const post = { platform: 'x' as const, author: { handle: 'lezer', name: 'De Polderpost', id: null }, permalink: null };

  it('answers for the account and for where the post leads, apart', async () => {
    const links = ['https://onbekend.example/', 'https://www.polderpost.example/bericht'];
    const { account: who, link } = await lookUpPostIn({ ...post, links }, TODAY, partFor);
    expect(who).toMatchObject({ state: 'unlisted' });
    expect(link).toMatchObject({ host: 'polderpost.example', address: links[1], lookup: { state: 'listed', entity: 'de-polderpost' } });
  });

  it('names the first site when no link leads to somebody in the list', async () => {
    const links = ['https://10.0.0.1/', 'https://onbekend.example/', 'https://ander.example/'];
    expect((await lookUpPostIn({ ...post, links }, TODAY, partFor)).link).toMatchObject({
      host: 'onbekend.example',
      lookup: { state: 'unlisted' },
    });
    expect(await lookUpPostIn({ platform: 'google', author: null, permalink: null, links: [] }, TODAY, partFor)).toEqual({
      account: null,
      link: null,
    });
  });
});

describe('accountsOf', () => {
  it('has each account once, however many keys it is filed under', () => {
    const channel = account({ platform: 'youtube', stableId: CHANNEL });
    const accounts = { 'x/polderpost': [account()], [`youtube#${CHANNEL}`]: [channel], 'youtube/polderpost': [channel] };
    expect(accountsOf({ accounts }, 'de-polderpost')).toEqual([account(), channel]);
    expect(accountsOf({ accounts }, 'ander')).toEqual([]);
    expect(accountsOf({}, 'de-polderpost')).toEqual([]);
  });
});

describe('vouchesFor', () => {
  const at = (handle: string | null, permalink: string | null) => vouchesFor({ platform: 'mastodon', handle, permalink });

  it('takes a server of the fediverse at its word for its own accounts only', () => {
    expect(at('nieuws@polderpost.example', 'https://polderpost.example/@nieuws/1')).toBe(true);
    expect(at('nieuws@polderpost.example', 'https://kwaad.example/@nieuws@polderpost.example/1')).toBe(false);
    expect([at('nieuws@polderpost.example', null), at(null, 'https://polderpost.example/@nieuws/1')]).toEqual([false, false]);
  });

  it('asks that of no other platform', () => {
    expect(vouchesFor({ platform: 'x', handle: 'nieuws', permalink: null })).toBe(true);
  });
});
