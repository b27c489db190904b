import { describe, expect, it } from 'vitest';
import { isNoticeId, parseNotice } from '../../../lib/core/notice-shape';
import { ad, notice, version } from '../support/notices';

function why(value: unknown): string | null {
  const parsed = parseNotice(JSON.parse(JSON.stringify(value)));
  return parsed.ok ? null : parsed.why;
}

const withAd = (details: object): unknown => notice({ versions: [version({ ad: { ...ad(), ...details } as never })] });

describe('parseNotice', () => {
  it('takes a notice in order, and keys of a later edition', () => {
    expect(why(notice())).toBeNull();
    expect(why({ ...notice(), later: 1 })).toBeNull();
  });

  it.each<[string, unknown]>([
    ['no object', 'notice'],
    ['an id without a scheme', notice({ id: 'abc123', scheme: 'abc123' })],
    ['an id of another scheme', { ...notice(), scheme: 'ander' }],
    ['a script as address', notice({ address: 'javascript:alert(1)' })],
    ['no version', notice({ versions: [] })],
    ['a version without a source', notice({ versions: [version({ sources: [] })] })],
    ['a version number of zero', notice({ versions: [version({ version: 0 })] })],
    ['a day that does not exist', notice({ versions: [version({ retrieved: '2027-02-30' })] })],
    ['a problem that nobody knows', notice({ versions: [version({ problems: ['fraude' as never] })] })],
    ['a period in words', withAd({ period: { from: 'januari' } })],
    ['an amount in words', withAd({ amount: [{ value: '2500', currency: 'EUR' }] })],
    ['an amount below nothing', withAd({ amount: [{ value: -1, currency: 'EUR' }] })],
    ['an amount without a currency', withAd({ amount: [{ value: 1 }] })],
    ['a range with one end', withAd({ amount: [{ min: 1, currency: 'EUR' }] })],
    ['no amounts at all', withAd({ amount: [] })],
    ['an unknown origin', withAd({ origin: [{ kind: 'stolen' }] })],
    ['an unknown way of targeting', withAd({ targeting: ['magic'] })],
    ['a text where only its absence is kept', withAd({ valuation: 'volgens de begroting' })],
    ['a sponsor without a name', withAd({ sponsor: {} })],
    ['an item that is missing', withAd({ sponsor: undefined })],
    ['an address that is a text', withAd({ complaint: 'bel ons' })],
    ['a text without end', withAd({ process: { words: 'x'.repeat(301) } })],
  ])('refuses %s', (_, value) => {
    expect(why(value)).not.toBeNull();
  });

  it('refuses the name of a person and ways to reach one', () => {
    expect(why(withAd({ sponsor: { naturalPerson: true } }))).toBeNull();
    expect(why(withAd({ sponsor: { naturalPerson: true, name: 'A. de Vries' } }))).toContain('a person has no name here');
    for (const key of ['email', 'phone', 'address', 'contactPerson', 'street', 'givenName', 'familyName'])
      expect(why(withAd({ sponsor: { name: 'Partij van de Dijk', [key]: 'x' } }))).toContain(key);
  });
});

describe('isNoticeId', () => {
  it('is a scheme and a number, or a host and path', () => {
    expect(['politiekereclame/kdldpv', 'polads/A94HT', 'ttpa/verklaring.example/nl/1'].every(isNoticeId)).toBe(true);
    expect(['kdldpv', '/kdldpv', 'a/../b', 'a/b c', 'a/', 'A/b', `a/${'x'.repeat(200)}`].some(isNoticeId)).toBe(false);
  });
});
