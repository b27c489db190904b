import { describe, expect, it } from 'vitest';
import { localName, nodesIn, noticeIn, resolver, tooLarge, typesOf, valuesOf } from '../../../lib/core/notice-jsonld';

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner) => ({ a: inner }), { '@type': 'TransparencyNotice' } as unknown);

describe('noticeIn', () => {
  it('knows the types by their local names, whatever the namespace', () => {
    for (const type of [
      'TransparencyNotice',
      'ttpa:TransparencyNotice',
      'http://example.org/TransparencyNotice',
      'https://x.example/ns#TransparencyNotice',
    ])
      expect(noticeIn({ '@type': type })?.types).toEqual(['TransparencyNotice']);
    expect(noticeIn({ '@graph': [{ '@type': ['Thing', 'PoliticalAdvertisement'] }] })?.types).toEqual(['PoliticalAdvertisement']);
  });

  it('knows the mark of an open implementation', () => {
    const open = { '@type': 'CreativeWork', isBasedOn: 'Regulation (EU) 2024/900', url: 'https://verklaring.example/t/dijk' };
    expect(noticeIn(open)).toEqual({ types: ['TransparencyNotice'], address: 'https://verklaring.example/t/dijk' });
  });

  it('gives the address of the notice itself', () => {
    expect(noticeIn([{ '@type': 'TransparencyNotice', '@id': 'https://polders.example/nl/A94HT' }])?.address).toBe(
      'https://polders.example/nl/A94HT',
    );
    expect(noticeIn([{ '@type': 'TransparencyNotice', '@id': 'javascript:alert(1)' }])?.address).toBeNull();
    expect(noticeIn([{ '@type': 'TransparencyNotice', '@id': '_:b0' }])?.address).toBeNull();
  });

  it.each([
    { '@type': 'NewsArticle', about: 'TransparencyNotice', headline: 'PoliticalAdvertisement' },
    { '@type': 'NewsArticle', keywords: ['TransparencyNotice'] },
    { '@type': 'NewsArticle', about: { '@type': 'PoliticalAdvertisement' }, mentions: [{ '@type': 'TransparencyNotice' }] },
    { '@graph': [{ '@type': 'NewsArticle', about: { '@type': 'PoliticalAdvertisement' } }] },
    { '@type': ['NewsArticle', 'CreativeWork'], isBasedOn: 'Regulation (EU) 2024/900' },
    { '@type': 'CreativeWork', about: 'Regulation (EU) 2024/900' },
    null,
    'TransparencyNotice',
    [],
  ])('is not taken in by something about it: %j', (value) => {
    expect(noticeIn(value)).toBeNull();
  });

  it('does not look deeper or further than it should, and never throws', () => {
    expect(noticeIn(nested(0))).not.toBeNull();
    expect(noticeIn(nested(1))).toBeNull();
    expect(noticeIn(nested(5000))).toBeNull();
    expect(noticeIn(Array.from({ length: 200_000 }, () => ({})).concat([{ '@type': 'TransparencyNotice' } as object]))).toBeNull();
    expect(noticeIn({ '@type': [null, 7, {}, 'x'.repeat(10_000)] })).toBeNull();
  });
});

describe('reading by local names', () => {
  it('takes the end of a name', () => {
    expect(['ttpa:a', 'http://x.example/a', 'http://x.example/b#a', 'B.a', 'a'].map(localName)).toEqual(['a', 'a', 'a', 'a', 'a']);
  });

  it('collects the values of several properties in the order asked for', () => {
    const node = { 'ex:b': 2, a: [1, 3] };
    expect(valuesOf(node, ['b', 'a'])).toEqual([2, 1, 3]);
    expect(typesOf({ type: 'x:Funding' })).toEqual(['Funding']);
  });

  it('follows a reference to the node that says most, and stops at one to nobody', () => {
    const whole = { '@id': 'e1', name: 'Dijk' };
    const resolve = resolver([{ '@id': 'e1' }, whole]);
    expect(resolve('e1')).toBe(whole);
    expect(resolve({ '@id': 'e1' })).toBe(whole);
    expect(resolve('e2')).toBeNull();
  });

  it('says when a document holds more than is read', () => {
    expect([tooLarge(nested(3)), tooLarge(nested(100)), tooLarge(Array.from({ length: 6000 }, () => ({})))]).toEqual([false, true, true]);
    expect(nodesIn(Array.from({ length: 9000 }, () => ({}))).length).toBe(5000);
  });
});
