import { describe, expect, it } from 'vitest';
import { noticeChanges } from '../../../lib/core/notice-changes';
import { ad, notice, version } from '../support/notices';

describe('changes between versions', () => {
  it('are the items that say something else', () => {
    const versions = [version({ version: 2, ad: ad({ amount: [{ value: 3000, currency: 'EUR' }] }) }), version()];
    expect(noticeChanges(notice({ versions }))).toMatchObject([{ items: ['amount'], unread: [], missing: 0, withheld: false }]);
  });

  it('leave out what one of the two was not read for', () => {
    const versions = [version({ version: 2, ad: ad({ channels: ['Radio'] }) }), version()];
    expect(noticeChanges(notice({ versions }))).toMatchObject([{ items: [], unread: ['channels'] }]);
  });

  it('say that texts which are not kept may have changed', () => {
    const withheld = ad({ valuation: 'withheld' });
    const [change] = noticeChanges(notice({ versions: [version({ version: 2, ad: withheld }), version({ ad: withheld })] }));
    expect([change?.items, change?.withheld]).toEqual([[], true]);
  });

  it('count the versions that nobody saved', () => {
    const versions = [version({ version: 5 }), version({ version: 2 }), version()];
    expect(noticeChanges(notice({ versions })).map(({ missing }) => missing)).toEqual([2, 0]);
  });

  it('are none for one version', () => {
    expect(noticeChanges(notice())).toEqual([]);
  });
});
