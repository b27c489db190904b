import { changedItems, NOTICE_ITEMS, type Notice, type NoticeAd, type NoticeVersion } from './notices';

/** What one version of a notice says otherwise than the one before it. */
export interface NoticeChange {
  older: NoticeVersion;
  newer: NoticeVersion;
  /** Items that both versions were read for, and that say something else. */
  items: (keyof NoticeAd)[];
  /** Items that one of the two was not read for: whether they changed cannot be said. */
  unread: (keyof NoticeAd)[];
  /** Texts that we do not keep stand in both, and may have changed. */
  withheld: boolean;
  /** How many versions between the two nobody saved. */
  missing: number;
}

/** The newest change first. One version has none. */
export function noticeChanges({ versions }: Pick<Notice, 'versions'>): NoticeChange[] {
  return versions.slice(0, -1).flatMap((newer, i) => {
    const older = versions[i + 1];
    return older === undefined ? [] : [changeBetween(older, newer)];
  });
}

function changeBetween(older: NoticeVersion, newer: NoticeVersion): NoticeChange {
  const unread = NOTICE_ITEMS.filter((item) => (older.ad[item] === 'not-read') !== (newer.ad[item] === 'not-read'));
  return {
    older,
    newer,
    items: changedItems(older.ad, newer.ad).filter((item) => !unread.includes(item)),
    unread,
    withheld: NOTICE_ITEMS.some((item) => older.ad[item] === 'withheld' && newer.ad[item] === 'withheld'),
    missing: Math.max(0, newer.version - older.version - 1),
  };
}
