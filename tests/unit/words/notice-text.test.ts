import { describe, expect, it } from 'vitest';
import type { Election } from '../../../lib/core/elections';
import { contradictions, NOTICE_ITEMS, NOTICE_PROBLEMS, type NoticeAd, UNREAD_AD } from '../../../lib/core/notices';
import { noticeSummary, sponsorName } from '../../../lib/words/notice-summary';
import { amountText, itemLines, noticeLead, noticeProblems, noticeRows, periodText } from '../../../lib/words/notice-text';
import { plainText, wordsIn } from '../../../lib/words/words';
import { ad, notice, version } from '../support/notices';

const nl = wordsIn('nl');
const en = wordsIn('en');

const of = (details: Partial<NoticeAd>) => version({ ad: ad(details), problems: contradictions(ad(details)) });
const said = (details: Partial<NoticeAd>, item: keyof NoticeAd): string =>
  (noticeRows(of(details), nl).find((row) => row.item === item)?.lines ?? []).map(({ text }) => plainText(text)).join(' | ');

describe('the lead of a notice', () => {
  const lead = (sponsor: NoticeAd['sponsor']): string => plainText(noticeLead(of({ sponsor }), nl));

  it('names who ordered it, or says in its own words why not', () => {
    expect(lead({ name: 'Dijk B.V.' })).toBe('Opdrachtgever: Dijk B.V.');
    expect(lead({ naturalPerson: true })).toBe('Opdrachtgever: een persoon. De naam bewaren we niet.');
    expect(lead('not-stated')).toBe('De opdrachtgever staat niet in de verklaring.');
    expect(new Set([lead('not-stated'), lead('not-read'), lead('withheld')]).size).toBe(3);
  });
});

describe('the rows of a notice', () => {
  it('say what the notice says', () => {
    expect(said({}, 'sponsor')).toBe('Partij van de Dijk | KvK-nummer 12345678');
    expect(said({}, 'period')).toBe('10 januari 2027 tot en met 17 maart 2027');
    expect(said({}, 'amount').replace(/\s/g, ' ')).toBe('€ 2.500');
    expect(said({}, 'origin')).toBe('Privégeld uit de EU');
    expect(said({}, 'targeting')).toBe('Volgens de verklaring is de reclame niet op groepen gericht.');
    expect(said({ channels: ['Radio', 'Dagbladen'] }, 'channels')).toBe('Radio en Dagbladen');
  });

  it('say it where the law wants an item and the notice lacks it', () => {
    expect(said({ valuation: 'not-stated' }, 'valuation')).toBe('Dit staat niet in de verklaring.');
    expect(said({ amount: 'not-stated' }, 'amount')).toBe('Dit staat niet in de verklaring.');
    expect(said({ payer: 'not-stated' }, 'payer')).toBe('De verklaring noemt dit niet. Dat hoeft alleen als het er is.');
    expect(said({ channels: 'not-stated' }, 'channels')).toBe('');
  });

  it('have a sentence of their own for each state of an item', () => {
    for (const item of NOTICE_ITEMS) {
      const sentences = (['not-stated', 'not-read', 'withheld'] as const).map((state) =>
        itemLines({ ...UNREAD_AD, [item]: state }, item, nl).map(({ text }) => plainText(text)),
      );
      expect(new Set(sentences.flat()).size, item).toBe(3);
    }
  });

  it('gather what was not read in one row, and never show it as absent', () => {
    const rows = noticeRows(version({ ad: { ...UNREAD_AD } }), nl);
    expect(rows.map(({ item, state }) => [item, state])).toEqual([[null, 'unread']]);
    expect(rows[0]?.lines.map(({ text }) => plainText(text)).join()).toContain('Opdrachtgever · ');
    expect(
      noticeRows(of({ complaint: 'not-stated', suspension: 'not-stated', participation: 'not-stated', repository: 'not-stated' }), nl),
    ).toSatisfy((all: { state: string }[]) => all.every(({ state }) => state !== 'unread'));
  });

  it('say reversed dates and amounts above the campaign beside them', () => {
    expect(said({ period: { from: '2027-03-17', to: '2027-01-10' } }, 'period')).toBe(
      '17 maart 2027 tot en met 10 januari 2027 | De einddatum ligt voor de begindatum. Zo staat het in de verklaring.',
    );
    expect(said({ amount: [{ value: 20_000, currency: 'EUR' }] }, 'campaignAmount')).toContain('hoger dan dat voor de hele campagne');
  });

  it('say both where targeting contradicts itself, once', () => {
    expect(said({ targeting: ['none', 'geographic'] }, 'targeting')).toBe(
      'Volgens de verklaring is de reclame gericht op: de plaats waar mensen zijn. | De verklaring zegt ook dat de reclame niet op groepen is gericht.',
    );
  });

  it('leave in short what a notice need not say, and what stands in no row of the law', () => {
    const brief = noticeRows(of({ channels: ['Radio'] }), nl, { length: 'brief' }).map(({ item }) => item);
    expect(brief).toEqual(['sponsor', 'period', 'amount', 'campaignAmount', 'valuation', 'origin', 'process', 'targeting', null]);
  });

  it('name the organisation of ours, and the election of ours with its day', () => {
    const election: Election = {
      id: 'nl-ps-2027',
      kind: 'provincial',
      area: 'NL',
      names: { nl: 'Provinciale Statenverkiezingen 2027', en: 'Provincial elections 2027' },
      date: '2027-03-17',
      status: 'certain',
      links: [],
      sources: [],
    };
    const details = { sponsor: { name: 'Dijk', entity: 'dijk' }, process: { words: 'Statenverkiezingen', election: 'nl-ps-2027' } };
    const rows = noticeRows(of(details), en, { elections: [election] });
    expect(rows.find(({ item }) => item === 'sponsor')?.entity).toBe('dijk');
    expect(rows.find(({ item }) => item === 'process')?.lines.map(({ text }) => plainText(text))).toEqual([
      'Statenverkiezingen',
      'In our list: Provincial elections 2027, 17 March 2027.',
    ]);
  });

  it('are text, whatever a notice holds', () => {
    const hostile = '<img src=x onerror=alert(1)> {name}';
    expect(said({ process: { words: hostile } }, 'process')).toBe(hostile);
    expect(said({ targeting: [{ words: hostile }] }, 'targeting')).toContain(hostile);
  });
});

describe('problems', () => {
  it('stand either in a row or with the notice as a whole, none nowhere', () => {
    for (const problem of NOTICE_PROBLEMS) {
      const one = version({
        problems: [problem],
        ad: ad(problem === 'targeting-contradicts' ? { targeting: ['none', 'geographic'] } : {}),
      });
      const rows = noticeRows(one, nl).flatMap(({ lines }) => lines.map(({ text }) => plainText(text)));
      const clean = noticeRows(version(), nl).flatMap(({ lines }) => lines.map(({ text }) => plainText(text)));
      expect(rows.length - clean.length + noticeProblems(one, nl).length, problem).toBe(1);
    }
  });
});

describe('amounts and periods', () => {
  it('are written to the cent, in the currency of the notice', () => {
    const plain = (text: string): string => text.replace(/\s/g, ' ');
    expect(plain(amountText({ value: 1133406.2, currency: 'EUR' }, nl))).toBe('€ 1.133.406,20');
    expect(plain(amountText({ value: 12, currency: 'DKK' }, nl))).toBe('DKK 12');
    expect(plain(amountText({ min: 1000, max: 4999, currency: 'EUR' }, en))).toBe('€ 1,000 to € 4,999');
    expect(plain(amountText({ value: 5, currency: 'QQQ' }, nl))).toBe('QQQ 5');
  });

  it('are one day, or open at an end', () => {
    expect(periodText({ from: '2027-01-10', to: '2027-01-10' }, nl)).toBe('10 januari 2027');
    expect(periodText({ from: '2027-01-10' }, nl)).toBe('vanaf 10 januari 2027');
    expect(periodText({ to: '2027-01-10' }, nl)).toBe('tot en met 10 januari 2027');
  });
});

describe('a notice in a line', () => {
  it('says what is missing', () => {
    const { sponsor, details, process } = noticeSummary(
      notice({ versions: [of({ sponsor: 'withheld', amount: 'not-stated', period: 'not-stated', process: 'not-stated' })] }),
      nl,
    );
    expect([sponsor, details, process]).toEqual(['Naam niet bewaard', 'geen periode · geen bedrag', null]);
    expect(noticeSummary(notice({ versions: [of({ amount: 'not-read' })] }), nl).details).toContain('bedrag niet gelezen');
  });

  it('never names a person', () => {
    expect(noticeSummary(notice({ versions: [of({ sponsor: { naturalPerson: true } })] }), nl).sponsor).toBe('Een persoon');
    expect(sponsorName({ key: 'person', names: [], nameless: 'person' }, nl)).toBe('Personen (namen bewaren we niet)');
  });
});
