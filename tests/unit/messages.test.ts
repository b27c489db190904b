import { describe, expect, it } from 'vitest';
import { isEnvelope } from '../../lib/messages';

describe('isEnvelope', () => {
  it('takes a page that was seen, which carries nothing', () => {
    expect(isEnvelope({ colofon: 'page-seen' })).toBe(true);
  });

  it.each(['card-for', 'open-panel', 'switch-off'])('takes %s about the page it comes from', (colofon) => {
    expect(isEnvelope({ colofon, subject: { kind: 'page' } })).toBe(true);
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
