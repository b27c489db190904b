import { describe, expect, it } from 'vitest';
import { isOn, keptAddress, outwardLinks } from '../../../lib/core/post-links';

const PAGE = 'https://feed.example/home';

describe('an address that is kept', () => {
  it.each([
    ['/nos/status/1?s=20#m', 'https://feed.example/nos/status/1'],
    ['https://krant.nl/a?utm_source=feed&user=anna', 'https://krant.nl/a'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fkrant.nl%2Fa%3Fuser%3Danna&h=AT', 'https://krant.nl/a'],
    ['https://www.youtube.com/watch?v=abc-123&list=anna&t=4', 'https://www.youtube.com/watch?v=abc-123'],
  ])('of %s is %s', (raw, kept) => {
    expect(keptAddress(raw, PAGE)).toBe(kept);
  });

  it.each([
    '',
    '   ',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:anna@krant.nl',
    'https://',
    `https://krant.nl/${'a'.repeat(9_000)}`,
  ])('is none for %j', (raw) => {
    expect(keptAddress(raw, PAGE)).toBeNull();
  });

  it('keeps a parameter only when it is a plain value', () => {
    expect(keptAddress('https://youtube.com/watch?v=%3Cb%3E', PAGE)).toBe('https://youtube.com/watch');
  });
});

describe('where a post leads', () => {
  it('is each address once, without those of the platform itself', () => {
    const links = ['https://krant.nl/a?x=1', 'https://krant.nl/a', '/nos', 'https://m.feed.example/x', null, undefined, 'about:blank'];
    expect(outwardLinks(links, PAGE, ['feed.example'])).toEqual(['https://krant.nl/a']);
  });

  it('is bounded', () => {
    const many = Array.from({ length: 500 }, (_, at) => `https://krant.nl/${at}`);
    expect(outwardLinks(many, PAGE, [])).toHaveLength(8);
  });
});

describe('isOn', () => {
  it('goes by whole labels', () => {
    expect(isOn('https://www.x.com/a', ['x.com'])).toBe(true);
    expect(isOn('https://netflix.com/a', ['x.com'])).toBe(false);
  });
});
