import { expect, it } from 'vitest';
import { noticeScope } from '../../../lib/core/notice-scope';
import { notice, version } from '../support/notices';

it('says from when to when notices are, and where there are others that we do not have', () => {
  const notices = [
    notice({ id: 'dijkreclame/a', versions: [version({ published: '2027-01-09', retrieved: '2027-01-20' })] }),
    notice({ id: 'dijkreclame/b', versions: [version({ published: 'not-stated', retrieved: '2027-02-01', sources: ['later'] })] }),
  ];
  const address = (scheme: string, host: string) => ({ scheme, host, path: '/{id}' });
  expect(noticeScope(notices, [address('dijkreclame', 'verklaringen.example'), address('duin', 'duin.example')])).toEqual({
    places: [
      {
        host: 'verklaringen.example',
        notices: 2,
        published: { from: '2027-01-09', to: '2027-01-09' },
        retrieved: '2027-02-01',
        sources: ['verklaringen', 'later'],
      },
    ],
    elsewhere: ['duin.example'],
    versionsMissing: false,
  });
});

it('sees that a version is missing, between others or before them', () => {
  const missing = (numbers: number[]): boolean =>
    noticeScope([notice({ versions: numbers.map((number) => version({ version: number })) })], []).versionsMissing;
  expect([missing([3, 2, 1]), missing([3, 1]), missing([2])]).toEqual([false, true, true]);
});
