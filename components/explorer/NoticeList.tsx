import { useState } from 'preact/hooks';
import type { Election } from '../../lib/core/elections';
import { type NoticeRole, noticePlace } from '../../lib/core/notice-filter';
import type { Notice } from '../../lib/core/notices';
import { noticeSummary } from '../../lib/words/notice-summary';
import type { Words } from '../../lib/words/words';

export interface NoticeListProps {
  /** `as`: what an organisation is named as, on its own page. */
  entries: readonly { notice: Notice; as?: readonly NoticeRole[] }[];
  elections: readonly Election[];
  words: Words;
  placeLink: (place: string) => string;
}

const PAGE = 40;

/** Sponsor, period, amount and election of each, from its newest version. */
export function NoticeList({ entries, elections, words, placeLink }: NoticeListProps) {
  const [shown, setShown] = useState(PAGE);
  const rest = entries.length - shown;
  return (
    <>
      <ul class="results">
        {entries.slice(0, shown).map(({ notice, as }) => {
          const { sponsor, details, process } = noticeSummary(notice, words, elections);
          return (
            <li key={notice.id}>
              <a href={placeLink(noticePlace(notice.id))}>{sponsor}</a>
              <span class="small">{details}</span>
              {process !== null && <span class="small">{process}</span>}
              {as !== undefined && <span class="small">{as.map((role) => words.t(`notices_role_${role}`)).join(' · ')}</span>}
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" class="no-print" onClick={() => setShown(shown + PAGE * 3)}>
          {words.t('explorer_more_rest', { count: rest })}
        </button>
      )}
    </>
  );
}
