import type { Election } from '../../lib/core/elections';
import { type NoticeChange, noticeChanges } from '../../lib/core/notice-changes';
import type { Notice, NoticeAd } from '../../lib/core/notices';
import { itemLabel, itemLines } from '../../lib/words/notice-text';
import { plainText, type Words } from '../../lib/words/words';
import { Runs } from '../Runs';

export interface NoticeChangesProps {
  notice: Notice;
  elections: readonly Election[];
  words: Words;
}

/** Between each two versions that we have: which items say something else, from what to what. */
export function NoticeChanges({ notice, elections, words }: NoticeChangesProps) {
  const oldest = notice.versions.at(-1);
  const earlier = oldest !== undefined && oldest.version > 1;
  return (
    <>
      {notice.versions.length === 1 && <p>{words.t('notice_changes_one')}</p>}
      {noticeChanges(notice).map((change) => (
        <Change key={change.newer.version} change={change} elections={elections} words={words} />
      ))}
      {earlier && <p class="small">{words.t('notice_changes_earlier')}</p>}
    </>
  );
}

function Change({ change, elections, words }: { change: NoticeChange } & Pick<NoticeChangesProps, 'elections' | 'words'>) {
  const { older, newer, items, unread, withheld, missing } = change;
  return (
    <div class="change">
      <h3>{words.t('notice_changes_from_to', { older: older.version, newer: newer.version })}</h3>
      {items.length === 0 ? (
        <p>{words.t('notice_changes_nothing')}</p>
      ) : (
        <dl class="changed">
          {items.map((item) => (
            <div class="changed-item" key={item}>
              <dt class="changed-name">{itemLabel(item, words)}</dt>
              <Side label={words.t('notice_before')} ad={older.ad} item={item} elections={elections} words={words} />
              <Side label={words.t('notice_after')} ad={newer.ad} item={item} elections={elections} words={words} />
            </div>
          ))}
        </dl>
      )}
      {missing > 0 && (
        <p class="small">{words.t(missing === 1 ? 'notice_changes_missing_one' : 'notice_changes_missing_other', { count: missing })}</p>
      )}
      {unread.length > 0 && (
        <p class="small">
          {words.t('notice_changes_unread', { items: plainText(words.list(unread.map((item) => itemLabel(item, words)))) })}
        </p>
      )}
      {withheld && <p class="small">{words.t('notice_changes_withheld')}</p>}
    </div>
  );
}

interface SideProps {
  label: string;
  ad: NoticeAd;
  item: keyof NoticeAd;
  elections: readonly Election[];
  words: Words;
}

function Side({ label, ad, item, elections, words }: SideProps) {
  return (
    <dd class="changed-side">
      <span class="note">{label}</span>
      <div>
        {itemLines(ad, item, words, elections).map(({ kind, text }) => (
          <p key={plainText(text)} class={kind}>
            <Runs runs={text} />
          </p>
        ))}
      </div>
    </dd>
  );
}
