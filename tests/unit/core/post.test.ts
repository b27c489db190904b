import { describe, expect, it } from 'vitest';
import { isPost, MAX_LINKS, type PostObservation } from '../../../lib/core/post';

const post: PostObservation = {
  version: 1,
  platform: 'bluesky',
  adapter: 2,
  kind: 'post',
  author: { handle: 'krant.example', name: 'De Krant', id: 'did:plc:abc' },
  published: { at: '2026-11-20T08:00:00+01:00', from: 'shown' },
  permalink: 'https://bsky.app/profile/krant.example/post/3k',
  links: ['https://krant.example/dijk'],
  labels: [{ kind: 'automated', text: null, by: 'account' }],
};

describe('the shape of a post', () => {
  it('is what the reader returns', () => {
    expect(isPost(post)).toBe(true);
    expect(isPost({ ...post, author: null, published: null, permalink: null, links: [], labels: [] })).toBe(true);
    expect(isPost({ ...post, published: { at: '2026-11-20', from: 'id' } })).toBe(true);
  });

  it.each([
    ['another version', { version: 2 }],
    ['a platform that is no name', { platform: '../x' }],
    ['an adapter without a number', { adapter: '1' }],
    ['an unknown kind', { kind: 'page' }],
    ['an author that is a text', { author: 'krant' }],
    ['a name without end', { author: { ...post.author, name: 'a'.repeat(201) } }],
    ['a date that is none', { published: { at: '2026-13-45', from: 'shown' } }],
    ['a date with text behind it', { published: { at: '2026-11-20T08:00:00Z<b>', from: 'shown' } }],
    ['a date from elsewhere', { published: { at: '2026-11-20', from: 'guess' } }],
    ['a script as its address', { permalink: 'javascript:alert(1)' }],
    ['a script among its links', { links: ['https://krant.example/', 'javascript:alert(1)'] }],
    ['more links than a post has', { links: Array(MAX_LINKS + 1).fill('https://krant.example/') }],
    ['a label of no kind', { labels: [{ kind: 'true', text: null, by: 'platform' }] }],
    ['a label by nobody', { labels: [{ kind: 'ad', text: null, by: 'colofon' }] }],
    ['no labels', { labels: undefined }],
  ])('is not one with %s', (_, part) => {
    expect(isPost({ ...post, ...part })).toBe(false);
  });

  it.each([null, undefined, 1, 'post', [], [post]])('is not %j', (value) => {
    expect(isPost(value)).toBe(false);
  });
});
