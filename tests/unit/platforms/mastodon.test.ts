// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { adapterFor, readPosts } from '../../../lib/page/posts';
import { mastodon } from '../../../lib/platforms/mastodon';
import { NOW, pageOf, postsIn, postsOf } from './support';

const HOME = 'https://mastodon.example/home';
const legacy = postsIn(mastodon, 'mastodon/legacy.html', HOME);

describe('posts on Mastodon', () => {
  it('is recognised by what the page says it is made with, on any host', () => {
    expect(adapterFor([mastodon], 'mastodon.example', pageOf('mastodon/legacy.html'))).toBe(mastodon);
    expect(adapterFor([mastodon], 'mastodon.example', pageOf('mastodon/redesign.html'))).toBe(mastodon);
    expect(adapterFor([mastodon], 'mastodon.example', pageOf('x/feed.html'))).toBeNull();
    expect(adapterFor([mastodon], 'blog.example', new DOMParser().parseFromString('<p id="mastodon">', 'text/html'))).toBeNull();
  });

  it('reads an opened post, with the moment that its number holds', () => {
    expect(legacy[0]).toMatchObject({
      author: { handle: 'krant@mastodon.example', name: 'De Krant', id: null },
      published: { at: new Date(Number(115961600000000000n >> 16n)).toISOString(), from: 'id' },
      permalink: 'https://mastodon.example/@krant/115961600000000000',
      labels: [],
    });
  });

  it('lists where it leads, and no mention, tag, picture or program', () => {
    expect(legacy[0]?.links).toEqual(['https://krant.example/artikel']);
  });

  it('reads the date of the post, not that of the article it shows, and the address as written, not a name like one', () => {
    expect(legacy[1]).toMatchObject({
      author: { handle: 'nieuws@ander.example' },
      published: { at: '2026-01-27T08:00:00.000Z', from: 'shown' },
      permalink: 'https://mastodon.example/@nieuws@ander.example/115961700000000001',
      links: ['https://waterschap.example/dijk'],
    });
  });

  it('takes the author of a shared post, not who shares it, and nothing of a quoted one', () => {
    expect(legacy[2]).toMatchObject({ author: { name: 'Schrijver' }, published: { at: '2026-01-26T10:00:00.000Z' }, links: [] });
  });

  it('leaves alone what is empty, has no author, has another number, or is hidden', () => {
    expect(legacy).toHaveLength(3);
  });

  it('reads the layout of 2026, whose classes mean nothing', () => {
    const expected = {
      author: { handle: 'krant@mastodon.example', name: 'De Krant' },
      published: { at: '2026-01-27T08:00:00.000Z', from: 'shown' },
      permalink: 'https://mastodon.example/@krant/115961700000000001',
      links: ['https://krant.example/', 'https://krant.example/artikel'],
    };
    expect(postsIn(mastodon, 'mastodon/redesign.html', HOME)).toMatchObject([expected]);
  });

  it('completes the address of an account of the server itself, and guesses none for a saved page', () => {
    const page = pageOf('mastodon/legacy.html');
    const unit = page.querySelector('[data-id="115961000000000003"][class]');
    expect(unit && mastodon.read(unit)?.author).toEqual({ handle: 'schrijver', name: 'Schrijver' });
    Object.defineProperty(page, 'URL', { configurable: true, value: HOME });
    expect(unit && mastodon.read(unit)?.author).toEqual({ handle: 'schrijver@mastodon.example', name: 'Schrijver' });
  });

  it('gives the same answers when every class is another, but for the opened post, which it then leaves alone', () => {
    const scrambled = pageOf('mastodon/legacy.html').documentElement.outerHTML.replaceAll(/class="[^"]*"/g, 'class="q"');
    expect(postsOf(mastodon, scrambled, HOME)).toEqual(legacy.slice(1));
  });

  it('puts the chip behind the time where that follows the name, else behind the name, and not on an opened post', () => {
    const places = (file: string): (string | null)[] =>
      [...pageOf(file).querySelectorAll(mastodon.unit)]
        .filter((unit) => mastodon.read(unit) !== null)
        .map((unit) => mastodon.chipAfter(unit)?.textContent?.trim() ?? null);
    expect(places('mastodon/redesign.html')).toEqual(['2u']);
    expect(places('mastodon/legacy.html')[0]).toBeNull();
    expect(
      places('mastodon/legacy.html')
        .slice(1)
        .every((said) => said?.includes('@')),
    ).toBe(true);
  });
});

describe('an automated account on Mastodon', () => {
  const labelsAt = (address: string, change: (page: Document) => void = () => undefined) => {
    const page = pageOf('mastodon/profile.html');
    Object.defineProperty(page, 'URL', { configurable: true, value: address });
    change(page);
    return readPosts(mastodon, page, address, NOW).map(({ author, labels }) => [author?.handle, labels]);
  };

  it('is known on its own profile, by the badge there, and what it shares is not', () => {
    expect(labelsAt('https://mastodon.example/@waterstand')).toEqual([
      ['waterstand@mastodon.example', [{ kind: 'automated', text: 'Bot', by: 'account' }]],
      ['ander@mastodon.example', []],
    ]);
  });

  it('is not known on another page, by a role of the server, by a badge that is hidden or in other words', () => {
    const none = [[], []];
    const labels = (...at: Parameters<typeof labelsAt>) => labelsAt(...at).map(([, each]) => each);
    expect(labels('https://mastodon.example/home')).toEqual(none);
    expect(labels('https://mastodon.example/@waterstand', (page) => page.querySelector('.account-role')?.remove())).toEqual(none);
    expect(
      labels('https://mastodon.example/@waterstand', (page) => page.querySelector('.account-role')?.setAttribute('hidden', '')),
    ).toEqual(none);
    expect(
      labels('https://mastodon.example/@waterstand', (page) => page.querySelector('.account-role span')?.replaceChildren('Groep')),
    ).toEqual(none);
  });
});
