import type { Day } from '../../lib/core/dates';
import type { General } from '../../lib/core/general';
import { filterNotices, type NoticeFilter } from '../../lib/core/notice-filter';
import { noticeScope } from '../../lib/core/notice-scope';
import { sumsBySponsor, sumsCsv } from '../../lib/core/notice-sums';
import type { Notice } from '../../lib/core/notices';
import { noticesCsv } from '../../lib/core/notices-csv';
import type { RegisterPart } from '../../lib/core/register';
import { editionText } from '../../lib/words/card-text';
import type { Words } from '../../lib/words/words';
import { NoticeFilterFields } from './NoticeFilterFields';
import { NoticeList } from './NoticeList';
import { NoticeScopeText } from './NoticeScopeText';
import { NoticeSums } from './NoticeSums';

export interface NoticesPageProps {
  /** All that we have, as in `noticesIn`. */
  notices: readonly Notice[];
  filter: NoticeFilter;
  general: General;
  names: Pick<RegisterPart, 'entities' | 'sources'>;
  built: Day;
  keeper: string | null;
  words: Words;
  linkTo: (id: string) => string;
  /** Address of another place in the explorer. */
  placeLink: (place: string) => string;
  onFilter: (filter: NoticeFilter) => void;
  onSaveCsv: (name: string, text: string) => void;
}

/** Notices of political advertising: those that somebody chose to see, and what they come to. */
export function NoticesPage(props: NoticesPageProps) {
  const { notices, filter, general, names, built, keeper, words, linkTo, placeLink, onFilter, onSaveCsv } = props;
  const shown = filterNotices(notices, filter);
  const sums = sumsBySponsor(shown.notices);
  return (
    <article class="notices">
      <h1 tabIndex={-1}>{words.t('notices_title')}</h1>
      <p class="intro">{words.t('notices_intro')}</p>
      {notices.length === 0 ? (
        <p>{words.t('notices_none_kept')}</p>
      ) : (
        <>
          <NoticeScopeText scope={noticeScope(notices, general.noticeAddresses)} names={names} words={words} />
          <NoticeFilterFields notices={notices} filter={filter} elections={general.elections} words={words} onFilter={onFilter} />
          <div role="status">
            <p class="count">
              {shown.notices.length === 0
                ? words.t('notices_none')
                : words.t(shown.notices.length === 1 ? 'notices_count_one' : 'notices_count_other', { count: shown.notices.length })}
            </p>
            {shown.undated > 0 && (
              <p class="small">
                {words.t(shown.undated === 1 ? 'notices_undated_one' : 'notices_undated_other', { count: shown.undated })}
              </p>
            )}
          </div>
          {shown.notices.length > 0 && (
            <>
              <section aria-labelledby="sums">
                <h2 id="sums">{words.t('notices_sums')}</h2>
                <NoticeSums sums={sums} words={words} linkTo={linkTo} />
                <p class="actions no-print">
                  <button type="button" onClick={() => onSaveCsv('bedragen', sumsCsv(sums))}>
                    {words.t('notices_save_sums')}
                  </button>
                </p>
              </section>
              <section aria-labelledby="list">
                <h2 id="list">{words.t('notices_list')}</h2>
                <NoticeList
                  entries={shown.notices.map((notice) => ({ notice }))}
                  elections={general.elections}
                  words={words}
                  placeLink={placeLink}
                />
                <p class="actions no-print">
                  <button type="button" onClick={() => onSaveCsv('verklaringen', noticesCsv(shown.notices))}>
                    {words.t('notices_save_list')}
                  </button>
                </p>
              </section>
            </>
          )}
        </>
      )}
      <p class="small">{editionText({ built, keeper }, words)}</p>
    </article>
  );
}
