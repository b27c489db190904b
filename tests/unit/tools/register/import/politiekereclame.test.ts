import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../../../lib/core/notice-shape';
import { reaches } from '../../../../../lib/core/notice-words';
import { isStated, NOTICE_ITEMS } from '../../../../../lib/core/notices';
import type { ImportedNotice } from '../../../../../tools/register/import/notice-files';
import { politiekereclameNotices } from '../../../../../tools/register/import/politiekereclame';

/** An invented answer of the public API, with the fields that hold persons. */
function item(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    public_id: 'abc123',
    name: 'Kies Anna!',
    theme_link: { id: 6, label: 'Provinciale Statenverkiezingen 2027' },
    organization_created: { name: 'Anna de Vries' },
    versions: 2,
    versions_count: 2,
    date_published: '2027-01-09T10:00:00',
    opdrachtgever_naam_organisatie: 'Partij van de Dijk t.a.v. Anna de Vries',
    opdrachtgever_kvk_nummer: 'KvK 12345678',
    opdrachtgever_contactpersoon: 'Anna de Vries',
    opdrachtgever_mailadres: 'anna@dijk.example',
    opdrachtgever_straat_huisnummer: 'Dorpsstraat 1',
    opdrachtgever_registratienummer_kiesraad: '',
    gezaghebbende_naam_organisatie: '',
    gezaghebbende_kvk_nummer: '',
    betalende_naam_organisatie: 'Stichting Duin',
    betalende_kvk_nummer: '',
    campagne_periode_startdatum: '2027-01-10',
    campagne_periode_einddatum: '2027-03-17',
    betaalde_media_waarde_euro: '2500.50',
    totale_waarde_campagne_euro: '10000',
    gebruikte_targeting_techniek: 'geografisch,contextueel',
    oorsprong_ontvangen_bedragen: 'Particulier geld van binnen de EU,Publiek geld van binnen de EU',
    methode_waardebepaling_voordelen_natura: 'Anna de Vries heeft het geschat, bel 06 12345678',
    ingezette_media: 'Dagbladen,Online display',
    reclame_boodschap: 'Stem op Anna de Vries',
    ...changes,
  };
}

function one(changes: Record<string, unknown> = {}): ImportedNotice {
  const [notice] = politiekereclameNotices({ items: [item(changes)], meta: {} }, 'saved.json');
  if (notice === undefined) throw new Error('nothing was read');
  return notice;
}

describe('politiekereclameNotices', () => {
  it('reads each item that the law asks for, as it is stated', () => {
    expect(one()).toEqual({
      id: 'politiekereclame/abc123',
      address: 'https://politiekereclame.nl/transparantie-verklaringen/abc123',
      version: 2,
      published: '2027-01-09',
      problems: [],
      ad: {
        sponsor: { name: 'Partij van de Dijk', numbers: { kvk: '12345678' } },
        controller: 'not-stated',
        payer: { name: 'Stichting Duin' },
        publisher: 'not-read',
        period: { from: '2027-01-10', to: '2027-03-17' },
        amount: [{ value: 2500.5, currency: 'EUR' }],
        campaignAmount: [{ value: 10_000, currency: 'EUR' }],
        valuation: 'withheld',
        origin: [
          { kind: 'public', from: 'eu' },
          { kind: 'private', from: 'eu' },
        ],
        process: { words: 'Provinciale Statenverkiezingen 2027' },
        targeting: ['contextual', 'geographic'],
        channels: ['Dagbladen', 'Online display'],
        participation: 'not-read',
        repository: 'not-read',
        complaint: 'not-read',
        suspension: 'not-read',
      },
    });
  });

  it('takes no name of a person, no contact and no free text along', () => {
    expect(JSON.stringify(one())).not.toMatch(/Anna|Vries|@|Dorpsstraat|06 1234|geschat/);
  });

  it.each([
    ['a person with initials', { opdrachtgever_naam_organisatie: 'A. de Vries' }, 'withheld'],
    [
      'a name with neither number nor word of an organisation',
      { opdrachtgever_naam_organisatie: 'Anna de Vries', opdrachtgever_kvk_nummer: 'n.v.t.' },
      'withheld',
    ],
    [
      'a form of a person',
      { opdrachtgever_naam_organisatie: '', opdrachtgever_achternaam: 'De Vries', opdrachtgever_kvk_nummer: '' },
      { naturalPerson: true },
    ],
    ['nobody', { opdrachtgever_naam_organisatie: '', opdrachtgever_kvk_nummer: '' }, 'not-stated'],
    ['an answer without the field', { opdrachtgever_naam_organisatie: undefined, opdrachtgever_kvk_nummer: undefined }, 'not-read'],
  ])('makes of %s what can be said', (_, changes, sponsor) => {
    expect(one(changes).ad.sponsor).toEqual(sponsor);
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      'dates the wrong way round',
      { campagne_periode_startdatum: '2027-04-01' },
      { problems: ['period-reversed'], ad: { period: { from: '2027-04-01', to: '2027-03-17' } } },
    ],
    [
      'a day that does not exist',
      { campagne_periode_startdatum: '2027-02-30' },
      { problems: ['period-unreadable'], ad: { period: { to: '2027-03-17' } } },
    ],
    ['another currency', { betaalde_media_waarde_euro: '$ 2500' }, { problems: ['currency-unclear'], ad: { amount: 'not-stated' } }],
    ['an amount in words', { betaalde_media_waarde_euro: 'veel' }, { problems: ['amount-unreadable'], ad: { amount: 'not-stated' } }],
    ['an amount that reads two ways', { betaalde_media_waarde_euro: '2.500' }, { problems: ['amount-unreadable'] }],
    ['an amount above the campaign', { betaalde_media_waarde_euro: '10001' }, { problems: ['amount-above-campaign'] }],
    ['a number that is none', { opdrachtgever_kvk_nummer: '1234' }, { problems: ['number-unreadable'] }],
    [
      'no targeting and some',
      { gebruikte_targeting_techniek: 'geen,demografisch' },
      { problems: ['targeting-contradicts'], ad: { targeting: ['none', 'demographic'] } },
    ],
    [
      'an origin that nobody knows',
      { oorsprong_ontvangen_bedragen: 'Goudschat' },
      { problems: ['origin-unreadable'], ad: { origin: 'not-stated' } },
    ],
    [
      'targeting in own words',
      { gebruikte_targeting_techniek: 'anders:,huiseigenaren' },
      { ad: { targeting: [{ words: 'huiseigenaren' }] } },
    ],
    [
      'a script',
      { theme_link: { label: '<script>alert(1)</script>' }, ingezette_media: '<img src=x onerror=alert(1)>' },
      { ad: { process: 'withheld', channels: 'withheld' } },
    ],
    [
      'fields of other kinds',
      { betaalde_media_waarde_euro: {}, campagne_periode_startdatum: 5, gebruikte_targeting_techniek: [['x']] },
      { ad: { amount: 'not-stated' } },
    ],
  ])('keeps %s as far as it can be kept, and marks it', (_, changes, expected) => {
    expect(one(changes)).toMatchObject(expected);
  });

  it('says of what it cannot read as a whole which item it is', () => {
    expect(() => politiekereclameNotices('x', 'saved.json')).toThrow('saved.json: no answer of politiekereclame.nl');
    expect(() => politiekereclameNotices({ items: [item(), 7] }, 'saved.json')).toThrow('saved.json: item 2 is no statement');
    expect(() => politiekereclameNotices([item({ public_id: '../../x' })], 'saved.json')).toThrow('saved.json: item 1 has no number');
    expect(() =>
      politiekereclameNotices(
        Array.from({ length: 20_001 }, () => item()),
        'saved.json',
      ),
    ).toThrow('more than the 20000');
  });
});

describe('the real notices', () => {
  const REAL = fileURLToPath(new URL('../../../../../../shared/facts/politiekereclame-notices.json', import.meta.url));

  it('are all read, and keep nobody and no way to reach anybody', () => {
    if (!existsSync(REAL)) throw new Error('the real notices are not beside this project (../shared/facts): this test has shown nothing');
    const items = JSON.parse(readFileSync(REAL, 'utf8')) as Record<string, unknown>[];
    const notices = politiekereclameNotices(items, 'real');
    expect(notices).toHaveLength(79);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(60);
    for (const [at, notice] of notices.entries()) {
      const version = { ...notice, version: notice.version ?? 1, retrieved: '2025-10-25', sources: ['x'] };
      expect(parseNotice({ id: notice.id, scheme: 'politiekereclame', address: notice.address, versions: [version] })).toMatchObject({
        ok: true,
      });
      const { sponsor, period, amount, campaignAmount, origin, targeting } = notice.ad;
      expect([period, amount, campaignAmount, origin, targeting].every(isStated)).toBe(true);
      expect(
        isStated(sponsor) && 'name' in sponsor && String(items[at]?.opdrachtgever_naam_organisatie).startsWith(sponsor.name.slice(0, 3)),
      ).toBe(true);
      const kept = NOTICE_ITEMS.flatMap((name) => textsIn(notice.ad[name]));
      expect(kept.filter((text) => reaches(text))).toEqual([]);
      // Titles of campaigns and their messages name candidates.
      const { name: title, theme, opdrachtgever_naam_organisatie: sponsorName } = items[at] ?? {};
      if (title !== theme && title !== sponsorName) expect(kept).not.toContain(title);
    }
  });
});

/** Texts, without days, numbers of registers and the fixed words. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'kvk' ? [] : textsIn(inner)));
}
