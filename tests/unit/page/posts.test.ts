// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest';
import { adapterFor, readPost, readPosts } from '../../../lib/page/posts';
import type { Adapter, RawPost } from '../../../lib/platforms/adapter';

const NOW = new Date('2026-11-23T12:00:00Z');
const PAGE = 'https://feed.example/home';

function adapter(raw: RawPost | null | (() => never), details: Partial<Adapter> = {}): Adapter {
  return {
    id: 'x',
    version: 3,
    checked: '2026-11-23',
    kind: 'post',
    hosts: ['feed.example'],
    unit: 'article',
    read: () => (typeof raw === 'function' ? raw() : raw),
    chipAfter: () => null,
    ...details,
  };
}

const unit = document.createElement('article');
const read = (raw: RawPost | null | (() => never), details: Partial<Adapter> = {}) => readPost(adapter(raw, details), unit, PAGE, NOW);
const author = { handle: 'nos', name: 'NOS' };

describe('a post', () => {
  it('has the version of the adapter that read it, so that it can be switched off', () => {
    expect(read({ author })).toMatchObject({ platform: 'x', adapter: 3, author: { handle: 'nos', name: 'NOS', id: null } });
  });

  it('is none when the adapter abstains, breaks, or found neither who nor where to', () => {
    const broken = (): never => {
      throw new TypeError('hostile');
    };
    expect([read(null), read(broken), read({}), read({ author: { handle: ' ' } })]).toEqual([null, null, null, null]);
  });

  it('holds text only, bounded, whatever the page wrote', () => {
    const found = read({
      author: { handle: 'a'.repeat(9_000), name: '<b>N\u202eOS</b>' },
      labels: Array.from({ length: 50 }, () => ({ kind: 'ad' as const, text: 'Ad\u0000', by: 'platform' as const })),
    });
    expect(found?.author?.handle?.length).toBeLessThanOrEqual(120);
    expect(found?.author?.name).toBe('N OS');
    expect(found?.labels).toHaveLength(6);
    expect(found?.labels[0]?.text).toBe('Ad');
  });

  it.each([
    ['2026-08-31T14:25:05.266000+0000', '2026-08-31T14:25:05.266000+00:00'],
    ['2026-08-31', '2026-08-31'],
    ['2026-08-31 14:25', '2026-08-31'],
    ['2031-01-01T00:00:00Z', null],
    ['1999-01-01T00:00:00Z', null],
    ['2 uur geleden', null],
  ])('that says %s was published %s', (published, at) => {
    expect(read({ author, published })?.published?.at ?? null).toBe(at);
  });

  it('takes the date from its number only where the page shows none, and says so', () => {
    const publishedFromId = Date.UTC(2026, 0, 5);
    expect(read({ author, publishedFromId })?.published).toEqual({ at: '2026-01-05T00:00:00.000Z', from: 'id' });
    expect(read({ author, published: '2026-02-01', publishedFromId })?.published).toEqual({ at: '2026-02-01', from: 'shown' });
  });

  it('leads away from its platform; a result may lead anywhere', () => {
    const links = ['https://feed.example/about', 'https://krant.nl/a'];
    expect(read({ author, links })?.links).toEqual(['https://krant.nl/a']);
    expect(read({ links }, { kind: 'result' })?.links).toEqual(links);
  });
});

describe('the posts of a page', () => {
  it('are read in order, and no more than the bound', () => {
    document.body.innerHTML = '<article></article>'.repeat(9);
    expect(readPosts(adapter({ author }), document, PAGE, NOW, 4)).toHaveLength(4);
  });
});

describe('adapterFor', () => {
  const named = adapter(null);
  const anywhere = adapter(null, { hosts: [], recognises: (page) => page.title === 'Mastodon' });

  it('goes by the host, on whole labels, before anything the page says', () => {
    expect(adapterFor([anywhere, named], 'www.feed.example', document)).toBe(named);
    expect(adapterFor([named], 'otherfeed.example', document)).toBeNull();
  });

  it('asks the page only where anybody can run the software', () => {
    document.title = 'Mastodon';
    expect(adapterFor([named, anywhere], 'instance.example', document)).toBe(anywhere);
    document.title = 'Iets anders';
    expect(adapterFor([named, anywhere], 'instance.example', document)).toBeNull();
  });
});
