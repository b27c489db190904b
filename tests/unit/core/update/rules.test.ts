import { describe, expect, it } from 'vitest';
import { type KeyList, keyCovers, type ReleaseKey, usableKeys, whyKeysRefused } from '../../../../lib/core/update/keys';
import type { Manifest } from '../../../../lib/core/update/manifest';
import { type Installed, isStale, whyManifestRefused } from '../../../../lib/core/update/rules';

const NOW = '2026-11-23T10:15:00Z';
const KEY: ReleaseKey = { key: 'b'.repeat(64), from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' };
const LIST: KeyList = {
  kind: 'colofon-keys',
  format: 1,
  number: 4,
  generation: 2,
  published: '2026-10-01T00:00:00Z',
  expires: '2027-01-01T00:00:00Z',
  keys: [KEY],
  revoked: [],
};
const FILE = { sha256: 'c'.repeat(64), packed: 'd'.repeat(64), bytes: 9 };
const NEXT: Manifest = {
  kind: 'colofon-register',
  format: 1,
  generation: 2,
  release: 8,
  version: '2026.11.23',
  built: '2026-11-23',
  published: '2026-11-23T10:00:00Z',
  expires: '2026-12-23T10:00:00Z',
  parts: [FILE],
  index: FILE,
  changes: [],
  withdrawn: [],
  adaptersOff: [],
};
const INSTALLED: Installed = { generation: 2, release: 7, version: '2026.11.20', manifest: 'old', expires: '2026-12-20T10:00:00Z' };

const why = (change: Partial<Manifest>, installed: Installed | null = INSTALLED, now = NOW): string | null =>
  whyManifestRefused(installed, { ...NEXT, ...change }, 'new', KEY, LIST, now);

describe('a manifest with a good signature', () => {
  it('is taken when it is the next one, or the first', () => {
    expect(why({})).toBeNull();
    expect(why({}, null)).toBeNull();
  });

  it.each<[string, Partial<Manifest>, string]>([
    ['an older release', { release: 6 }, 'rollback'],
    ['a newer release of an older register', { version: '2026.11.19' }, 'rollback'],
    ['a release of the generation before', { generation: 1, release: 99 }, 'rollback'],
    ['a generation that the root key did not begin', { generation: 3 }, 'bad-manifest'],
    ['the same release with another content', { release: 7 }, 'two-faced'],
    ['one from the day after tomorrow', { published: '2026-11-25T10:00:00Z' }, 'from-the-future'],
    ['one that is past its date', { expires: '2026-11-23T10:15:00Z' }, 'expired'],
    ['one that ends before it began', { expires: '2026-11-23T09:00:00Z' }, 'bad-manifest'],
    ['one that lasts for years', { expires: '2030-01-01T00:00:00Z' }, 'bad-manifest'],
    ['one from before its key', { published: '2025-12-31T00:00:00Z', expires: '2026-12-01T00:00:00Z' }, 'bad-signature'],
  ])('is refused: %s', (_, change, reason) => {
    expect(why(change)).toBe(reason);
  });

  it('begins anew in a new generation, also with a lower number and an older version', () => {
    expect(why({ release: 1, version: '2026.10.01' }, { ...INSTALLED, generation: 1, release: 999, version: '2099.01.01' })).toBeNull();
  });

  it('may be the one that is installed, so that a lost file can be fetched again', () => {
    expect(why({ release: 7 }, { ...INSTALLED, manifest: 'new' })).toBeNull();
  });
});

describe('a frozen register', () => {
  it('is told from the moment that the next one was due', () => {
    expect(isStale(INSTALLED, '2026-12-20T09:59:59Z')).toBe(false);
    expect(isStale(INSTALLED, '2026-12-20T10:00:00Z')).toBe(true);
  });
});

describe('the list of release keys', () => {
  const seen = { number: 4, generation: 2, sha256: 'x' };
  it.each<[string, Partial<KeyList>, string, string | null]>([
    ['the same one', {}, 'x', null],
    ['a later one', { number: 5 }, 'y', null],
    ['an older one', { number: 3 }, 'y', 'old-keys'],
    ['another one under the same number', {}, 'y', 'old-keys'],
    ['a later one of an older generation', { number: 5, generation: 1 }, 'y', 'old-keys'],
    ['one past its date', { expires: NOW }, 'x', 'keys-expired'],
  ])('counts or not: %s', (_, change, sha256, reason) => {
    expect(whyKeysRefused(seen, { ...LIST, ...change }, sha256, NOW)).toBe(reason);
  });

  it('leaves out a key that it revokes in the same breath', () => {
    expect(usableKeys({ ...LIST, revoked: [KEY.key] })).toEqual([]);
  });

  it.each([
    ['in its time', '2026-06-01T00:00:00Z', NOW, true],
    ['before its time', '2025-12-31T23:59:59Z', NOW, false],
    ['published in its time, but shown after it', '2026-06-01T00:00:00Z', '2027-01-01T00:00:01Z', false],
  ])('lets a key sign %s', (_, published, now, covers) => {
    expect(keyCovers(KEY, published, now)).toBe(covers);
  });
});
