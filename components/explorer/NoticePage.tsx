import { useState } from 'preact/hooks';
import type { Day } from '../../lib/core/dates';
import type { Election } from '../../lib/core/elections';
import type { Notice, NoticeVersion } from '../../lib/core/notices';
import type { RegisterPart } from '../../lib/core/register';
import { editionText } from '../../lib/words/card-text';
import { noticeSummary } from '../../lib/words/notice-summary';
import { noticeLead } from '../../lib/words/notice-text';
import type { Words } from '../../lib/words/words';
import { FactsContext } from '../facts-context';
import { NoticeFacts } from '../notice/NoticeFacts';
import { Runs } from '../Runs';
import { Wrong } from '../Wrong';
import { NoticeChanges } from './NoticeChanges';

export interface NoticePageProps {
  notice: Notice;
  elections: readonly Election[];
  names: Pick<RegisterPart, 'entities' | 'sources'>;
  built: Day;
  keeper: string | null;
  words: Words;
  linkTo: (id: string) => string;
}

/** One notice: what its newest version says, what changed before that, and where all of it comes from. */
export function NoticePage({ notice, elections, names, built, keeper, words, linkTo }: NoticePageProps) {
  const [newest, ...older] = notice.versions;
  if (newest === undefined) return null;
  const facts = { notice, names, elections, words, length: 'full' } as const;
  return (
    <FactsContext.Provider value={{ linkTo }}>
      <article class="one-notice">
        <h1 tabIndex={-1}>
          <Runs runs={noticeLead(newest, words)} />
        </h1>
        <p class="intro">{words.t('notice_intro')}</p>
        <NoticeFacts {...facts} version={newest} />
        <section aria-labelledby="changes">
          <h2 id="changes">{words.t('notice_changes')}</h2>
          <NoticeChanges notice={notice} elections={elections} words={words} />
          {older.map((version) => (
            <Older key={version.version} version={version} {...facts} />
          ))}
        </section>
        <section class="no-print" aria-labelledby="record">
          <h2 id="record">{words.t('explorer_record')}</h2>
          <p class="small">{words.t('notice_file', { file: `registry/notices/${notice.id}.yaml` })}</p>
          <details>
            <summary>{words.t('explorer_record_show')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable (WCAG 2.1.1) */}
            <pre tabIndex={0}>{JSON.stringify(notice, null, 2)}</pre>
          </details>
          <Wrong key={notice.id} name={noticeSummary(notice, words).sponsor} about={notice.id} built={built} words={words} />
        </section>
        <p class="small">{editionText({ built, keeper }, words)}</p>
      </article>
    </FactsContext.Provider>
  );
}

type OlderProps = { version: NoticeVersion } & Parameters<typeof NoticeFacts>[0];

function Older({ version, ...facts }: OlderProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{facts.words.t('notice_version_show', { version: version.version })}</summary>
      {open && <NoticeFacts {...facts} version={version} />}
    </details>
  );
}
