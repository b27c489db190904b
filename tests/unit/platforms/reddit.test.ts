// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { reddit } from '../../../lib/platforms/reddit';
import { pageOf, postsIn, postsOf } from './support';

const HOME = 'https://www.reddit.com/';
const posts = postsIn(reddit, 'reddit/shreddit.html', HOME);
const old = postsIn(reddit, 'reddit/old.html', 'https://old.reddit.com/r/dijken/');

describe('posts on Reddit', () => {
  it('reads who, when, where, and where it leads, from the attributes', () => {
    expect(posts[0]).toEqual({
      version: 1,
      platform: 'reddit',
      adapter: reddit.version,
      kind: 'post',
      author: { handle: 'dijkwachter', name: null, id: null },
      published: { at: '2026-08-31T14:25:05.266000+00:00', from: 'shown' },
      permalink: 'https://www.reddit.com/r/dijken/comments/aaaaaa/de_dijk_houdt/',
      links: ['https://krant.example/artikel'],
      labels: [],
    });
  });

  it('names nobody where the author is gone, not even the author of a post that it shares', () => {
    expect(posts[1]).toMatchObject({ author: null, links: ['https://waterschap.example/dijk'] });
    expect(posts.some(({ author }) => author?.handle === 'oorspronkelijk')).toBe(false);
  });

  it('knows an ad by its element or attribute, and quotes its word only where it stands alone', () => {
    expect(posts[2]).toMatchObject({
      author: { handle: 'webwinkel' },
      links: ['https://winkel.example/actie'],
      labels: [{ kind: 'ad', text: 'Promoted', by: 'platform' }],
    });
    expect(posts[3]).toMatchObject({ author: { handle: 'merk' }, labels: [{ kind: 'ad', text: null, by: 'platform' }] });
  });

  it('leaves alone what is empty, in a template, hidden, beside the page, or a comment', () => {
    expect(posts.map(({ author }) => author?.handle)).toEqual(['dijkwachter', undefined, 'webwinkel', 'merk']);
  });

  it('puts the chip behind the row with the time and all that follows it, outside any link', () => {
    const page = pageOf('reddit/shreddit.html');
    const unit = page.querySelector(reddit.unit);
    expect(unit && reddit.chipAfter(unit)?.getAttribute('data-case')).toBe('why');
    page.querySelector('[data-case="why"]')?.remove();
    expect(unit && reddit.chipAfter(unit)?.localName).toBe('faceplate-timeago');
  });

  it('has no place where words follow the name and there is no time', () => {
    const ad = pageOf('reddit/shreddit.html').querySelector('shreddit-ad-post');
    expect(ad && reddit.chipAfter(ad)).toBeNull();
    ad?.querySelector('[slot="credit-bar"] span')?.remove();
    expect(ad && reddit.chipAfter(ad)?.textContent).toBe('u/webwinkel');
  });

  it('stands at the end of the line "by somebody to r/something" on the old site', () => {
    const page = pageOf('reddit/old.html');
    const place = (name: string): string | null | undefined => {
      const unit = page.querySelector(`[data-fullname="${name}"]`);
      return unit && reddit.chipAfter(unit)?.textContent;
    };
    expect(place('t3_aaaaaa')).toBe('r/dijken');
    expect(place('t3_dddddd')).toBe('r/dijken');
  });
});

describe('posts on the old site of Reddit', () => {
  it('reads the attributes, and lists the links of the text too', () => {
    expect(old[0]).toMatchObject({
      author: { handle: 'dijkwachter' },
      published: { at: new Date(1788186305000).toISOString(), from: 'shown' },
      permalink: 'https://old.reddit.com/r/dijken/comments/aaaaaa/de_dijk_houdt/',
      links: ['https://krant.example/artikel', 'https://waterschap.example/dijk'],
      labels: [],
    });
  });

  it('knows an ad by its attribute', () => {
    expect(old[1]).toMatchObject({ author: { handle: 'webwinkel' }, labels: [{ kind: 'ad', text: 'promoted', by: 'platform' }] });
  });

  it('reads a search result, and neither a comment nor a community', () => {
    expect(old[2]).toMatchObject({
      author: { handle: 'vinder' },
      published: { at: '2022-09-13T02:39:31+00:00' },
      permalink: 'https://old.reddit.com/r/dijken/comments/dddddd/gevonden/',
      links: ['https://krant.example/oud'],
    });
    expect(old).toHaveLength(3);
  });

  it('takes no account that a text mentions for the author', () => {
    const anonymous = pageOf('reddit/old.html').documentElement.outerHTML.replace('data-author="dijkwachter"', '');
    const without = anonymous
      .replace('class="author">dijkwachter</a>', '></a>')
      .replace('old.reddit.com/user/dijkwachter', 'old.reddit.com/r/x');
    expect(postsOf(reddit, without, HOME)[0]).toMatchObject({ author: null });
  });

  it('keeps author, date and mark when every class is another', () => {
    const scrambled = pageOf('reddit/old.html').documentElement.outerHTML.replaceAll(/class="[^"]*"/g, 'class="q"');
    const core = (list: typeof old) => list.map(({ author, published, labels }) => ({ author, published, labels }));
    expect(core(postsOf(reddit, scrambled, 'https://old.reddit.com/r/dijken/'))).toEqual(core(old));
  });
});
