import { type Notice, type NoticeAd, type NoticeVersion, UNREAD_AD } from '../../../lib/core/notices';

/** An invented notice in order, with some items changed. */
export function ad(details: Partial<NoticeAd> = {}): NoticeAd {
  return {
    ...UNREAD_AD,
    sponsor: { name: 'Partij van de Dijk', numbers: { kvk: '12345678' } },
    controller: 'not-stated',
    payer: 'not-stated',
    period: { from: '2027-01-10', to: '2027-03-17' },
    amount: [{ value: 2500, currency: 'EUR' }],
    campaignAmount: [{ value: 10_000, currency: 'EUR' }],
    valuation: 'not-stated',
    origin: [{ kind: 'private', from: 'eu' }],
    process: { words: 'Provinciale Statenverkiezingen 2027' },
    targeting: ['none'],
    ...details,
  };
}

export function version(details: Partial<NoticeVersion> = {}): NoticeVersion {
  return { version: 1, published: '2027-01-09', retrieved: '2027-01-20', ad: ad(), problems: [], sources: ['verklaringen'], ...details };
}

export function notice(details: Partial<Notice> = {}): Notice {
  const id = details.id ?? 'dijkreclame/abc123';
  return { id, scheme: id.split('/')[0] ?? '', address: `https://verklaringen.example/${id}`, versions: [version()], ...details };
}
