import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../lib/core/post';
import { isEnvelope } from '../../lib/messages';

const post: PostObservation = {
  version: 1,
  platform: 'x',
  adapter: 1,
  kind: 'post',
  author: { handle: 'dekrant', name: 'De Krant', id: null },
  published: { at: '2026-11-20T08:00:00.000Z', from: 'shown' },
  permalink: 'https://x.com/dekrant/status/1',
  links: ['https://krant.example/dijk'],
  labels: [{ kind: 'ad', text: 'Ad', by: 'platform' }],
};

describe('isEnvelope', () => {
  it('takes a page that was seen, which carries nothing', () => {
    expect(isEnvelope({ colofon: 'page-seen' })).toBe(true);
  });

  it.each(['card-for', 'open-panel', 'switch-off'])('takes %s about the page it comes from', (colofon) => {
    expect(isEnvelope({ colofon, subject: { kind: 'page' } })).toBe(true);
  });

  it.each(['card-for', 'open-panel'])('takes %s about one post of it', (colofon) => {
    expect(isEnvelope({ colofon, subject: { kind: 'post', post } })).toBe(true);
  });

  it.each(['card-for', 'open-panel', 'switch-off'])('refuses %s about a post that is none', (colofon) => {
    for (const bad of [null, {}, { ...post, version: 2 }, { ...post, links: 'https://krant.example/' }])
      expect(isEnvelope({ colofon, subject: { kind: 'post', post: bad } })).toBe(false);
    expect(isEnvelope({ colofon: 'switch-off', subject: { kind: 'post', post } })).toBe(false);
  });

  it('takes whether a platform was recognised, and nothing that is not that', () => {
    expect(isEnvelope({ colofon: 'feed-seen', subject: { platform: 'x', recognised: false } })).toBe(true);
    for (const subject of [null, {}, { platform: 'x' }, { platform: '__proto__', recognised: true }, { platform: 1, recognised: true }])
      expect(isEnvelope({ colofon: 'feed-seen', subject })).toBe(false);
  });

  it.each(['card-for', 'open-panel', 'switch-off'])('refuses %s about anything else', (colofon) => {
    for (const subject of [
      undefined,
      null,
      'page',
      ['page'],
      {},
      { kind: 'tab' },
      { kind: ['page'] },
      { kind: { toString: () => 'page' } },
    ]) {
      expect(isEnvelope({ colofon, subject }), JSON.stringify(subject)).toBe(false);
    }
    expect(isEnvelope({ colofon })).toBe(false);
  });

  it.each([
    undefined,
    null,
    0,
    '',
    'page-seen',
    true,
    [],
    ['page-seen'],
    {},
    { colofon: undefined },
    { colofon: null },
    { colofon: ['page-seen'] },
  ])('refuses %j', (message) => {
    expect(isEnvelope(message)).toBe(false);
  });

  it.each(['toString', '__proto__', 'constructor', 'PAGE-SEEN', 'page-seen ', 'forget'])('refuses the name %s', (colofon) => {
    expect(isEnvelope({ colofon, subject: { kind: 'page' } })).toBe(false);
  });
});
