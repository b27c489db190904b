import type { CurrencySum, SponsorSum } from '../../lib/core/notice-sums';
import { sponsorName } from '../../lib/words/notice-summary';
import { amountText } from '../../lib/words/notice-text';
import { plainText, type Words } from '../../lib/words/words';

export interface NoticeSumsProps {
  sums: readonly SponsorSum[];
  words: Words;
  linkTo: (id: string) => string;
}

/** Bars to see it at a glance, and a table to read it. */
export function NoticeSums({ sums, words, linkTo }: NoticeSumsProps) {
  const all = sums.flatMap((each) => each.sums);
  const currencies = [...new Set(all.map(({ currency }) => currency))].sort();
  return (
    <>
      <p>{words.t('notices_sums_how')}</p>
      {currencies.length > 1 && <p>{words.t('notices_sums_currency')}</p>}
      {currencies.map((currency) => (
        <Bars key={currency} currency={currency} sums={sums} words={words} />
      ))}
      <table class="sums">
        <thead>
          <tr>
            <th scope="col">{words.t('notice_item_sponsor')}</th>
            <th scope="col" class="figure">
              {words.t('notices_column_count')}
            </th>
            <th scope="col" class="figure">
              {words.t('notices_column_sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <Row key={sum.key} sum={sum} words={words} linkTo={linkTo} />
          ))}
        </tbody>
      </table>
      <p class="small">{words.t('notices_sums_same')}</p>
    </>
  );
}

function Row({ sum, words, linkTo }: { sum: SponsorSum } & Pick<NoticeSumsProps, 'words' | 'linkTo'>) {
  const name = sponsorName(sum, words);
  const others = sum.names.slice(1);
  return (
    <tr>
      <th scope="row">
        {sum.entity === undefined ? name : <a href={linkTo(sum.entity)}>{name}</a>}
        {others.length > 0 && <span class="sum small">{words.t('notices_also_written', { names: plainText(words.list(others)) })}</span>}
      </th>
      <td class="figure">{sum.notices}</td>
      <td class="figure">
        {sum.sums.map((each) => (
          <span key={each.currency} class="sum">
            {sumText(each, words)}
          </span>
        ))}
        {sum.without > 0 && (
          <span class="sum small">
            {words.t(sum.without === 1 ? 'notices_without_one' : 'notices_without_other', { count: sum.without })}
          </span>
        )}
        {sum.contradicting > 0 && <span class="sum small">{words.t('notices_contradicting', { count: sum.contradicting })}</span>}
      </td>
    </tr>
  );
}

/** As many as fit on one screen beside each other; the table has all of them. */
const BARS = 15;

function Bars({ currency, sums, words }: { currency: string; sums: readonly SponsorSum[]; words: Words }) {
  const own = sums
    .flatMap((sum) => sum.sums.filter((each) => each.currency === currency).map((each) => ({ sum, each })))
    .sort((a, b) => b.each.max - a.each.max);
  const most = own[0]?.each.max ?? 0;
  const ranges = own.some(({ each }) => each.min !== each.max);
  const part = (value: number): string => `${most === 0 ? 0 : Math.round((value / most) * 1000) / 10}%`;
  return (
    <figure class="bars">
      <figcaption>
        {words.t('notices_chart', { currency })}
        {own.length > BARS && <span class="small">{words.t('notices_chart_first', { count: BARS })}</span>}
        {ranges && <span class="small">{words.t('notices_sums_range')}</span>}
      </figcaption>
      <div role="img" aria-label={words.t('notices_chart_label')}>
        {own.slice(0, BARS).map(({ sum, each }) => (
          <div class="bar" key={sum.key}>
            <span class="bar-name">{sponsorName(sum, words)}</span>
            <span class="bar-figure">{sumText(each, words)}</span>
            <span class="bar-line">
              <span class="bar-most" style={{ inlineSize: part(each.max) }} />
              <span class="bar-least" style={{ inlineSize: part(each.min) }} />
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function sumText({ min, max, currency }: CurrencySum, words: Words): string {
  return amountText(min === max ? { value: min, currency } : { min, max, currency }, words);
}
