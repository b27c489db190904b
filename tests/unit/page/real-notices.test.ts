// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { adsIn } from '../../../lib/core/frame-sketch';
import { writtenAsPerson } from '../../../lib/core/notice-words';
import { isStated, type NoticeVersion } from '../../../lib/core/notices';
import { sketchFrame } from '../../../lib/page/sketch-frame';
import { noticeLead, noticeProblems, noticeRows } from '../../../lib/words/notice-text';
import { wordsIn } from '../../../lib/words/words';
import { politiekereclameNotices } from '../../../tools/register/import/politiekereclame';

const REAL = path.resolve(import.meta.dirname, '../../../../shared/facts/politiekereclame-notices.json');
const KNOWN = [{ scheme: 'politiekereclame', host: 'politiekereclame.nl', path: '/transparantie-verklaringen/{id}' }];
const LEADS =
  /^(?:Opdrachtgever: .+\.|De opdrachtgever staat niet in de verklaring\.|De opdrachtgever staat in de verklaring\. Het kan een persoon zijn, dus we bewaren de naam niet\.)$/;

it('every real notice that a label links to is found, and its card names who ordered it or says why not', () => {
  if (!existsSync(REAL)) throw new Error('the real notices are not beside this project (../shared/facts): this test has shown nothing');
  const items = JSON.parse(readFileSync(REAL, 'utf8')) as { name: string }[];
  const words = wordsIn('nl');
  const notices = politiekereclameNotices(items, 'the real notices');
  expect(notices).toHaveLength(items.length);
  for (const { address, version: number, published, ad, problems } of notices) {
    document.body.innerHTML = `<aside><span>Politieke reclame</span> <a href="${address}?bron=banner">Transparantieverklaring</a></aside>`;
    const { ads } = adsIn([sketchFrame(document, 'https://krant.example/', true, false)], KNOWN);
    expect(ads.map(({ notice }) => notice?.address)).toEqual([address]);

    const version: NoticeVersion = { version: number ?? 1, published, retrieved: '2025-10-25', ad, problems, sources: ['x'] };
    const lead = noticeLead(version, words)
      .map(({ text }) => text)
      .join('');
    expect(lead).toMatch(LEADS);
    const rows = noticeRows(version, words);
    const lines = [...rows.flatMap((row) => row.lines), ...noticeProblems(version, words)].map(({ text }) =>
      text.map((run) => run.text).join(''),
    );
    expect(lines.filter((line) => line.trim() === '' || /@|\+31|\b06[\s-]?\d|undefined|NaN|\[object/.test(line))).toEqual([]);
    for (const party of [ad.sponsor, ad.controller, ad.payer])
      if (isStated(party) && 'name' in party) expect(writtenAsPerson(party.name)).toBe(false);
  }
});
