import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/core/carriers';

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const OPENED: [string, string][] = [
  ['https://www.google.com/amp/s/www.krant.nl/a/b', 'https://www.krant.nl/a/b'],
  ['https://www.google.nl/amp/www.krant.nl/a', 'http://www.krant.nl/a'],
  ['https://www.google.co.uk/amp/s/www.krant.nl', 'https://www.krant.nl/'],
  ['https://www-krant-nl.cdn.ampproject.org/c/s/www.krant.nl/a', 'https://www.krant.nl/a'],
  ['https://www-krant-nl.cdn.ampproject.org/v/s/www.krant.nl/a?amp_js_v=0.1', 'https://www.krant.nl/a'],
  ['https://cdn.ampproject.org/c/krant.nl/a', 'http://krant.nl/a'],
  ['https://www.google.com/url?url=https%3A%2F%2Fkrant.nl%2Fa&sa=t', 'https://krant.nl/a'],
  ['https://www.google.be/url?sa=t&q=https%3A%2F%2Fkrant.nl%2Fa', 'https://krant.nl/a'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fkrant.nl%2Fa%3Fb%3Dc&h=AT', 'https://krant.nl/a?b=c'],
  ['https://go.bsky.app/redirect?u=https%3A%2F%2Fkrant.nl%2Fa', 'https://krant.nl/a'],
  ['https://lm.facebook.com/l.php?u=https%3A%2F%2Fkrant.nl%2F', 'https://krant.nl/'],
  ['https://l.instagram.com/?u=https%3A%2F%2Fkrant.nl%2Fa&e=AT', 'https://krant.nl/a'],
  ['https://out.reddit.com/t3_x?url=https%3A%2F%2Fkrant.nl%2Fa&token=x', 'https://krant.nl/a'],
  ['https://t.umblr.com/redirect?z=https%3A%2F%2Fkrant.nl%2Fa&t=x', 'https://krant.nl/a'],
  ['https://web.archive.org/web/20240102030405/https://www.krant.nl/a?b=c', 'https://www.krant.nl/a?b=c'],
  ['https://web.archive.org/web/20240102030405id_/http://krant.nl/a', 'http://krant.nl/a'],
  ['https://web.archive.org/web/2024/krant.nl/a', 'http://krant.nl/a'],
  ['https://web.archive.org/web/20240102030405/https:/krant.nl/a', 'https://krant.nl/a'],
  ['https://archive.ph/20240102030405/https://krant.nl/a', 'https://krant.nl/a'],
  ['https://archive.today/newest/https://krant.nl/a', 'https://krant.nl/a'],
  ['https://archive.is/2024/https%3A%2F%2Fkrant.nl%2Fa', 'https://krant.nl/a'],
  ['https://www-krant-nl.translate.goog/a?_x_tr_sl=nl&_x_tr_tl=en&b=c', 'https://www.krant.nl/a?b=c'],
  ['https://mijn--krant-nl.translate.goog/a?_x_tr_sch=http', 'http://mijn-krant.nl/a'],
  [`https://www.bing.com/ck/a?!&&p=x&u=a1${base64url('https://krant.nl/a?b=c')}&ntb=1`, 'https://krant.nl/a?b=c'],
  ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fkrant.nl%2Fa&rut=x', 'https://krant.nl/a'],
  ['https://vk.com/away.php?to=https%3A%2F%2Fkrant.nl%2Fa', 'https://krant.nl/a'],
  ['https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fkrant.nl%2Fa', 'https://krant.nl/a'],
];

const LEFT_ALONE = [
  'https://krant.nl/url?q=https%3A%2F%2Fander.nl%2F',
  'https://news.google.com/articles/CBMiAAAA',
  'https://www.google.com/search?q=https%3A%2F%2Fkrant.nl%2F',
  'https://google.evil.nl/url?q=https%3A%2F%2Fkrant.nl%2F',
  'https://notgoogle.com/url?q=https%3A%2F%2Fkrant.nl%2F',
  'https://l.facebook.com/l.php?u=javascript%3Aalert(1)',
  'https://l.facebook.com/l.php?u=ftp%3A%2F%2Fkrant.nl%2F',
  'https://l.facebook.com/l.php?h=AT',
  'https://www.facebook.com/l.php?u=https%3A%2F%2Fkrant.nl%2F',
  'https://t.co/AbC',
  'https://www.bing.com/ck/a?u=a1%%%%',
  'https://www.bing.com/ck/a?u=b1xyz',
  'https://web.archive.org/',
  'https://archive.ph/AbC12',
  'https://archive.is/2024/https%3A%2F%2%%',
  'https://www.youtube.com/watch?v=x',
  'https://a.b.translate.goog/',
  'javascript:alert(1)',
  'about:blank',
  'no address',
  '',
];

describe('unwrap', () => {
  it.each(OPENED)('opens %s', (carrier, target) => {
    expect(unwrap(carrier)).toBe(target);
  });

  it.each(LEFT_ALONE)('leaves %s as it is', (address) => {
    expect(unwrap(address)).toBe(address);
  });

  it('opens three carriers inside each other and no more', () => {
    const wrap = (address: string): string => `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}`;
    expect(unwrap(wrap(wrap(wrap('https://krant.nl/'))))).toBe('https://krant.nl/');
    expect(unwrap(wrap(wrap(wrap(wrap('https://krant.nl/')))))).toBe(wrap('https://krant.nl/'));
  });

  it('does not throw on anything', () => {
    for (const text of [
      'https://[',
      'https://www.bing.com/ck/a?u=a1\u0000',
      `https://l.facebook.com/l.php?u=${'%'.repeat(9000)}`,
      '\uD800',
    ]) {
      expect(() => unwrap(text)).not.toThrow();
    }
  });

  it('returns only http and https targets', () => {
    for (const [carrier] of OPENED) expect(unwrap(carrier)).toMatch(/^https?:\/\//);
  });
});
