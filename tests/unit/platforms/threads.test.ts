// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { threads } from '../../../lib/platforms/threads';
import { pageOf, postsIn } from './support';

const posts = postsIn(threads, 'threads/feed.html', 'https://www.threads.com/');

describe('the feed of Threads', () => {
  it('gives posts with a time, and no quoted, passed on, empty, unclear or hidden ones', () => {
    expect(posts.map(({ author }) => author?.handle)).toEqual(['dorpskrant.voorbeeld', 'schrijver.voorbeeld']);
  });

  it('reads time, address and the link that it carries', () => {
    expect(posts[0]).toMatchObject({
      published: { at: '2026-11-20T09:30:00.000Z', from: 'shown' },
      permalink: 'https://www.threads.com/@dorpskrant.voorbeeld/post/DAbc-1_x',
      links: ['https://www.dorpskrant.example/brug'],
    });
  });

  it('counts who wrote a post, not who is quoted in it', () => {
    expect(posts[1]).toMatchObject({ permalink: 'https://www.threads.net/@schrijver.voorbeeld/post/DDef', links: [] });
  });

  it('gives no labels: none is known', () => {
    expect(posts.flatMap(({ labels }) => labels)).toEqual([]);
  });

  it('puts the chip behind the time of the post itself', () => {
    const units = [...pageOf('threads/feed.html').querySelectorAll(threads.unit)];
    const chips = units.map((unit) => threads.chipAfter(unit)?.textContent).filter((each) => each !== undefined);
    expect(chips).toEqual(['3 d', '2 d']);
    expect(units).toHaveLength(10);
  });
});
