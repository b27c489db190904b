import { describe, expect, it } from 'vitest';
import { noticeIn } from '../../../lib/core/notice-jsonld';
import type { NoticeAd, NoticeVersion } from '../../../lib/core/notices';
import { noticeProblems, noticeRows } from '../../../lib/words/notice-text';
import { wordsIn } from '../../../lib/words/words';
import { politiekereclameNotices } from '../../../tools/register/import/politiekereclame';

const nl = wordsIn('nl');
const HTML = '<img src=x onerror="globalThis.hacked=1">';
const FIELDS = {
  public_id: 'abc123',
  versions: 1,
  date_published: '2027-01-09T10:00:00',
  opdrachtgever_naam_organisatie: 'Partij van de Dijk',
  campagne_periode_startdatum: '2027-01-10',
  campagne_periode_einddatum: '2027-03-17',
  betaalde_media_waarde_euro: '2500',
  totale_waarde_campagne_euro: '10000',
  gebruikte_targeting_techniek: 'geen',
  oorsprong_ontvangen_bedragen: 'Publiek geld van binnen de EU',
};

function read(fields: Record<string, unknown>): { ad: NoticeAd; lines: string[] } {
  const [found] = politiekereclameNotices([{ ...FIELDS, ...fields }], 'a notice');
  if (found === undefined) throw new Error('nothing was read');
  const { ad, problems } = found;
  const version: NoticeVersion = { version: 1, published: '2027-01-09', retrieved: '2027-01-20', ad, problems, sources: ['x'] };
  const lines = [...noticeRows(version, nl).flatMap((row) => row.lines), ...noticeProblems(version, nl)];
  return { ad, lines: lines.map(({ text }) => text.map((run) => run.text).join('')) };
}

describe('a hostile notice', () => {
  it('with markup in every field gives none of it', () => {
    const all = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, HTML]));
    const { lines } = read({ ...all, public_id: 'abc123', ingezette_media: HTML, theme: HTML, name: HTML });
    expect(lines.join(' ')).not.toMatch(/[<>]|onerror|hacked/);
  });

  it('with gigantic fields gives short lines', () => {
    const big = 'Stichting '.repeat(100_000);
    const all = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, big]));
    const { lines } = read({ ...all, public_id: 'abc123', theme: big, ingezette_media: big });
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(600);
  });

  it('with its dates the wrong way round says so in plain words', () => {
    const { lines } = read({ campagne_periode_startdatum: '2027-03-17', campagne_periode_einddatum: '2027-01-10' });
    const at = lines.findIndex((line) => line.includes('17 maart 2027'));
    expect(lines[at]).toBe('17 maart 2027 tot en met 10 januari 2027');
    expect(lines[at + 1]).toBe(nl.t('notice_problem_period_reversed'));
  });

  it('that costs more than its campaign, or says two things of its targeting, is shown as it is with a line that says so', () => {
    expect(read({ betaalde_media_waarde_euro: '20000' }).lines).toContain(nl.t('notice_problem_amount_above_campaign'));
  });

  it('in another currency keeps it, or keeps no amount', () => {
    for (const amount of ['USD 2500', '2500 dollar', '£ 2500', '2.500', '-5', '1e99', 'NaN', {}, [2500], null])
      expect(read({ betaalde_media_waarde_euro: amount }).lines.join(' ')).not.toMatch(/€\s2\.?500\b|NaN|Infinity|-5/);
  });
});

describe('hostile structured data', () => {
  /** How often something in it is looked into. */
  function looks(data: object): number {
    let count = 0;
    const watched = (value: unknown): unknown =>
      typeof value !== 'object' || value === null
        ? value
        : new Proxy(value, {
            get: (of, name) => {
              count++;
              return watched(Reflect.get(of, name));
            },
          });
    noticeIn(watched(data));
    return count;
  }

  it('costs no more when it is ten times as deep', () => {
    const deep = (levels: number): object => {
      let inner: object = { '@type': 'TransparencyNotice' };
      for (let at = 0; at < levels; at++) inner = { about: inner };
      return inner;
    };
    expect(looks(deep(5_000))).toBe(looks(deep(500)));
    expect(noticeIn(deep(5_000))).toBeNull();
  });

  it('costs at most in proportion when it is wider', () => {
    const wide = (many: number): object =>
      Array.from({ length: many }, () => ({ '@type': 'TransparencyNotice', url: 'javascript:alert(1)' }));
    expect(looks(wide(100_000)) / looks(wide(10_000))).toBeLessThanOrEqual(10);
    expect(noticeIn(wide(10_000))).toEqual({ types: ['TransparencyNotice'], address: null });
  });

  it('that runs in circles comes to an end', () => {
    const circle: Record<string, unknown> = { '@type': 'TransparencyNotice' };
    circle.about = [circle, { about: circle }];
    expect(noticeIn(circle)?.types).toEqual(['TransparencyNotice']);
  });
});
