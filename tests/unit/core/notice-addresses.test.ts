import { describe, expect, it } from 'vitest';
import { isNoticePath, type NoticeAddress, noticeAt, noticeKey } from '../../../lib/core/notice-addresses';

const KNOWN: NoticeAddress[] = [
  { scheme: 'dijkreclame', host: 'dijkreclame.example', path: '/verklaringen/{id}' },
  { scheme: 'dijkreclame', host: 'dijkreclame.example', path: '/verklaringen' },
  { scheme: 'polders', host: 'polders.example', path: '/{any}/{ID}' },
];

describe('noticeAt', () => {
  it('finds the number of the notice, whatever comes after the path', () => {
    expect(noticeAt('https://www.dijkreclame.example/verklaringen/kdl12?utm=x#boven', KNOWN)).toEqual({
      scheme: 'dijkreclame',
      id: 'kdl12',
    });
    expect(noticeAt('http://DIJKRECLAME.example/Verklaringen/kdl12/', KNOWN)).toEqual({ scheme: 'dijkreclame', id: 'kdl12' });
    expect(noticeKey('https://dijkreclame.example/verklaringen/kdl12', KNOWN)).toBe('dijkreclame/kdl12');
  });

  it('keeps the case of a number, and one segment apart that differs', () => {
    expect(noticeAt('https://polders.example/nl/A94HT', KNOWN)).toEqual({ scheme: 'polders', id: 'A94HT' });
  });

  it('does not take a page about notices for a notice', () => {
    expect(noticeAt('https://polders.example/nl/about', KNOWN)).toBeNull();
    expect(noticeAt('https://polders.example/nl/ABOUT', KNOWN)).toBeNull();
    expect(noticeAt('https://dijkreclame.example/over', KNOWN)).toBeNull();
    expect(noticeAt('https://dijkreclame.example/verklaringen/kdl12/uitleg', KNOWN)).toBeNull();
  });

  it('knows a page with many of them, and gives it no key', () => {
    expect(noticeAt('https://dijkreclame.example/verklaringen', KNOWN)).toEqual({ scheme: 'dijkreclame', id: null });
    expect(noticeKey('https://dijkreclame.example/verklaringen', KNOWN)).toBeNull();
  });

  it.each([
    'https://dijkreclame.example.evil.example/verklaringen/kdl12',
    'https://evil.example/dijkreclame.example/verklaringen/kdl12',
    'javascript:dijkreclame.example/verklaringen/kdl12',
    'https://dijkreclame.example/verklaringen/%3Cscript%3E',
    `https://dijkreclame.example/verklaringen/${'x'.repeat(3000)}`,
    'geen adres',
  ])('is not taken in by %s', (address) => {
    expect(noticeAt(address, KNOWN)).toBeNull();
  });
});

describe('isNoticePath', () => {
  it('takes whole segments with one number at most', () => {
    expect(['/a/{id}', '/a', '/{any}/{ID}', '/a/{any}/b/{id}'].every(isNoticePath)).toBe(true);
  });

  it.each(['', '/', 'a/{id}', '/a/', '/a/{id}/{id}', '/{any}', '/a*', '/a/{naam}', '/(x+)+', '//a'])('refuses %s', (path) => {
    expect(isNoticePath(path)).toBe(false);
  });
});
