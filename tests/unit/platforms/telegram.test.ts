// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { telegram } from '../../../lib/platforms/telegram';
import { pageOf, postsIn } from './support';

const posts = postsIn(telegram, 'telegram/channel.html', 'https://t.me/s/dorpskrant_voorbeeld');

describe('the public preview of a Telegram channel', () => {
  it('gives the channel’s messages, and none of a person, of the service or not found', () => {
    expect(posts.map(({ permalink }) => permalink?.split('/').at(-1))).toEqual(['41', '42', '44']);
  });

  it('reads name, time and links, not the length of a video or the message that is answered', () => {
    expect(posts[0]).toMatchObject({
      author: { handle: 'dorpskrant_voorbeeld', name: 'Dorpskrant 🌉' },
      published: { at: '2026-11-20T12:41:00+00:00', from: 'shown' },
      links: ['https://www.dorpskrant.example/brug', 'https://kaart.example/item'],
      labels: [],
    });
  });

  it('counts the channel that forwards, not the one that is forwarded', () => {
    expect(posts[1]?.author).toMatchObject({ handle: 'dorpskrant_voorbeeld', name: 'Dorpskrant' });
  });

  it('puts the chip behind the channel’s name', () => {
    const unit = pageOf('telegram/channel.html').querySelector('[data-case="plain"]');
    expect(unit && telegram.chipAfter(unit)?.className).toBe('tgme_widget_message_owner_name');
  });
});

it('names channel and address of a post’s own page, which holds the post in a frame', () => {
  const [post, ...more] = postsIn(telegram, 'telegram/post.html', 'https://t.me/dorpskrant_voorbeeld/41');
  expect(more).toEqual([]);
  expect(post).toMatchObject({
    author: { handle: 'dorpskrant_voorbeeld', name: null },
    published: null,
    permalink: 'https://t.me/dorpskrant_voorbeeld/41',
  });
});
