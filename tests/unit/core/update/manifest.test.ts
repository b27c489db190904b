import { describe, expect, it } from 'vitest';
import { compareVersions, type Manifest, parseManifest } from '../../../../lib/core/update/manifest';
import { canonical } from '../../../../lib/core/update/shape';

const SHA = 'a'.repeat(64);
const GOOD: Manifest = {
  kind: 'colofon-register',
  format: 1,
  generation: 1,
  release: 3,
  version: '2026.11.23',
  built: '2026-11-23',
  published: '2026-11-23T10:00:00Z',
  expires: '2026-12-23T10:00:00Z',
  parts: [{ sha256: SHA, packed: SHA, bytes: 100 }],
  index: { sha256: SHA, packed: SHA, bytes: 50 },
  changes: [],
  withdrawn: [],
  adaptersOff: [],
};

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(parseManifest(canonical(GOOD))).toEqual({ ok: true, value: GOOD });
  });

  it.each<[string, unknown]>([
    ['another kind of file', { ...GOOD, kind: 'colofon-keys' }],
    ['a later format', { ...GOOD, format: 2 }],
    ['a key that is not agreed', { ...GOOD, selectors: {} }],
    ['no release', { ...GOOD, release: undefined }],
    ['a release that is no whole number', { ...GOOD, release: 1.5 }],
    ['a release of nothing', { ...GOOD, release: 0 }],
    ['three parts', { ...GOOD, parts: [1, 2, 3].map(() => GOOD.index) }],
    ['no part', { ...GOOD, parts: [] }],
    ['a part without end', { ...GOOD, parts: [{ sha256: SHA, packed: SHA, bytes: 2_000_000 }] }],
    ['a hash that is a path', { ...GOOD, index: { sha256: '../../keys', packed: SHA, bytes: 5 } }],
    ['a day that does not exist', { ...GOOD, expires: '2026-02-30T10:00:00Z' }],
    ['a time in another zone', { ...GOOD, published: '2026-11-23T10:00:00+01:00' }],
    ['a version that is no version', { ...GOOD, version: 'newest' }],
    ['an adapter with something to run', { ...GOOD, adaptersOff: [{ adapter: 'plein', versions: [1], selector: 'a' }] }],
    ['an adapter under a strange name', { ...GOOD, adaptersOff: [{ adapter: '../plein', versions: [1] }] }],
    ['a list', [GOOD]],
    ['nothing', null],
  ])('is refused with %s', (_, manifest) => {
    expect(parseManifest(canonical(JSON.parse(JSON.stringify(manifest)))).ok).toBe(false);
  });

  it.each([
    ['a key twice', canonical(GOOD).replace('"release":3', '"release":9,"release":3')],
    ['spaces', JSON.stringify(GOOD, null, 2)],
    ['keys in another order', JSON.stringify(GOOD)],
    ['something after the end', `${canonical(GOOD)}\n`],
    ['a number written otherwise', canonical(GOOD).replace('"release":3', '"release":3.0')],
    ['half of it', canonical(GOOD).slice(0, 100)],
    ['a byte order mark', `\uFEFF${canonical(GOOD)}`],
  ])('has one spelling, so that it is refused with %s', (_, text) => {
    expect(parseManifest(text).ok).toBe(false);
  });
});

describe('versions', () => {
  it.each([
    ['2026.11.23', '2026.11.24', -1],
    ['2026.11.23.2', '2026.11.23', 1],
    ['2026.11.23.10', '2026.11.23.9', 1],
    ['2027.01.01', '2026.12.31', 1],
    ['2026.11.23', '2026.11.23', 0],
  ])('of %s and %s are in the order of time', (a, b, order) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order);
  });
});
