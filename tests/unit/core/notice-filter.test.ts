import { describe, expect, it } from 'vitest';
import { filterAt, filterNotices, filterPlace, noticeIdAt, noticePlace, noticesNaming, processKey } from '../../../lib/core/notice-filter';
import { isNoticeId } from '../../../lib/core/notice-shape';
import type { NoticeAd, NoticePeriod } from '../../../lib/core/notices';
import { ad, notice, version } from '../support/notices';

const of = (id: string, details: Partial<NoticeAd>) => notice({ id: `dijkreclame/${id}`, versions: [version({ ad: ad(details) })] });
const during = (id: string, period: NoticePeriod | 'not-stated') => of(id, { period });
const ids = (found: { notices: { id: string }[] }): string[] => found.notices.map(({ id }) => id.split('/')[1] ?? '');

describe('the place of a choice of notices', () => {
  it('leads back to the same choice, whatever is in a name', () => {
    const filter = { sponsor: 'n:Jan & Piet = #1 +50%', subject: 'w:Beleid – thema’s', from: '2027-01-01', to: '2027-03-17' };
    expect(filterAt(filterPlace(filter))).toEqual(filter);
    expect(filterPlace(filter)).toMatch(/^politiek\?[^#\s]+$/);
    expect(filterPlace({})).toBe('politiek');
  });

  it('leaves out what is no filter', () => {
    expect(filterAt('politiek?van=morgen&tot=2027-02-30&x=1&verkiezing=')).toEqual({});
    expect(filterAt('politiek')).toEqual({});
  });

  it('is no entity that begins alike, and no single notice', () => {
    expect(filterAt('politiek-nu')).toBeNull();
    expect(filterAt(noticePlace('dijkreclame/abc'))).toBeNull();
    expect(noticeIdAt(noticePlace('dijkreclame/a/b'))).toBe('dijkreclame/a/b');
    expect(noticeIdAt('politiek')).toBeNull();
    expect(isNoticeId(noticeIdAt('politiek/verklaring/../../x'))).toBe(false);
  });
});

describe('choosing notices', () => {
  const before = during('before', { from: '2027-01-01', to: '2027-01-31' });
  const across = during('across', { from: '2027-01-20', to: '2027-02-10' });
  const reversed = during('reversed', { from: '2027-02-10', to: '2027-01-20' });
  const open = during('open', { from: '2027-02-05' });
  const without = during('without', 'not-stated');
  const all = [before, across, reversed, open, without];

  it('takes those with a day in the period, also when their dates are reversed or open', () => {
    expect(ids(filterNotices(all, { from: '2027-02-01', to: '2027-02-04' }))).toEqual(['across', 'reversed']);
    expect(ids(filterNotices(all, { from: '2027-02-06' }))).toEqual(['across', 'reversed', 'open']);
    expect(ids(filterNotices(all, { to: '2027-01-01' }))).toEqual(['before']);
  });

  it('says how many have no period, and only when one is asked', () => {
    expect(filterNotices(all, { from: '2027-02-01' }).undated).toBe(1);
    expect(filterNotices(all, {})).toMatchObject({ undated: 0, notices: { length: 5 } });
  });

  it('goes by sponsor, and by election or the words of the notice', () => {
    const ours = of('ours', { process: { words: 'Statenverkiezingen', election: 'nl-ps-2027' }, sponsor: { name: 'X', entity: 'x' } });
    const other = of('other', { process: { words: 'Algemeen' } });
    const none = of('none', { process: 'not-stated' });
    const three = [ours, other, none];
    expect(three.map(processKey)).toEqual(['e:nl-ps-2027', 'w:Algemeen', null]);
    expect(ids(filterNotices(three, { subject: 'e:nl-ps-2027' }))).toEqual(['ours']);
    expect(ids(filterNotices(three, { subject: 'w:Algemeen' }))).toEqual(['other']);
    expect(ids(filterNotices(three, { sponsor: 'e:x' }))).toEqual(['ours']);
    expect(ids(filterNotices(three, { sponsor: 'e:y' }))).toEqual([]);
  });
});

describe('notices that name an organisation', () => {
  it('say as what', () => {
    const both = of('both', { sponsor: { name: 'X', entity: 'x' }, payer: { name: 'X', entity: 'x' } });
    const controls = of('controls', { controller: { name: 'X', entity: 'x' } });
    expect(noticesNaming([both, controls, of('other', {})], 'x').map(({ as }) => as)).toEqual([['sponsor', 'payer'], ['controller']]);
  });
});
