import { describe, expect, it } from 'vitest';
import { nextLook } from '../../../../lib/core/update/schedule';
import { type SourceSettings, sourceFrom } from '../../../../lib/core/update/source';

const KEY = 'a'.repeat(64);
const OWN = 'b'.repeat(64);
const BUILT_IN = { address: 'https://lijst.example/v1', rootKey: KEY };

describe('where updates come from', () => {
  it('is nowhere without an address, so that the packaged register answers', () => {
    expect(sourceFrom({}, {})).toBeNull();
    expect(sourceFrom({ address: '', rootKey: KEY }, {})).toBeNull();
  });

  it('is the address that is built in', () => {
    expect(sourceFrom(BUILT_IN, {})).toEqual({ address: 'https://lijst.example/v1/', roots: [KEY], organisation: null });
  });

  it('may be a mirror, which is the same register', () => {
    const source = sourceFrom(BUILT_IN, { address: 'https://spiegel.example/lijst/', name: 'Bibliotheek' });
    expect(source).toEqual({ address: 'https://spiegel.example/lijst/', roots: [KEY], organisation: null });
  });

  it("is an organisation's own register under its own key, and then its name is told", () => {
    const managed = { address: 'https://bieb.example/', rootKey: OWN, name: '  De\n Bibliotheek ' };
    expect(sourceFrom(BUILT_IN, managed)).toEqual({ address: 'https://bieb.example/', roots: [OWN], organisation: 'De Bibliotheek' });
    expect(sourceFrom(BUILT_IN, { ...managed, name: undefined })).toMatchObject({ organisation: 'bieb.example' });
  });

  it('may have two root keys while one replaces the other', () => {
    expect(sourceFrom({ ...BUILT_IN, rootKey: `${KEY}, ${OWN.toUpperCase()}` }, {})).toMatchObject({ roots: [KEY, OWN] });
  });

  it.each<[string, SourceSettings, SourceSettings]>([
    ['plain http', { ...BUILT_IN, address: 'http://lijst.example/' }, {}],
    ['a name and password', { ...BUILT_IN, address: 'https://wie:wat@lijst.example/' }, {}],
    ['a query that could tell who asks', { ...BUILT_IN, address: 'https://lijst.example/?wie=ik' }, {}],
    ['something else than an address', { ...BUILT_IN, address: 'lijst' }, {}],
    ['no root key', { address: BUILT_IN.address }, {}],
    ['a key of another length', { ...BUILT_IN, rootKey: 'abc' }, {}],
    ['three keys', { ...BUILT_IN, rootKey: [KEY, OWN, KEY].join(',') }, {}],
    ['an own key for the built-in address', BUILT_IN, { rootKey: OWN }],
    ['an address that is no text', BUILT_IN, { address: 5 }],
  ])('cannot be used with %s', (_, builtIn, managed) => {
    expect(sourceFrom(builtIn, managed)).toBe('bad');
  });
});

describe('the next look', () => {
  const HOUR = 3_600_000;
  const now = Date.parse('2026-11-23T10:00:00Z');

  it('comes some minutes after a first start', () => {
    expect(nextLook(now, null, 0)).toBe(now + 60_000);
    expect(nextLook(now, null, 1)).toBe(now + 10 * 60_000);
  });

  it('comes about a day after the last, at no fixed hour', () => {
    expect(nextLook(now, { at: now, failed: false }, 0)).toBe(now + 18 * HOUR);
    expect(nextLook(now, { at: now, failed: false }, 1)).toBe(now + 30 * HOUR);
  });

  it('comes some hours after one that failed', () => {
    expect(nextLook(now, { at: now, failed: true }, 0)).toBe(now + 2 * HOUR);
  });

  it('comes soon when its time passed while the browser was closed, or when the clock was turned back', () => {
    expect(nextLook(now, { at: now - 60 * HOUR, failed: false }, 0)).toBe(now + 60_000);
    expect(nextLook(now, { at: now + 1000 * HOUR, failed: false }, 0)).toBe(now + 60_000);
  });
});
