import { useContext } from 'preact/hooks';
import { complaintLink, type Election } from '../../lib/core/elections';
import { noticePlace } from '../../lib/core/notice-filter';
import type { Notice, NoticeVersion } from '../../lib/core/notices';
import type { EntityId, RegisterPart } from '../../lib/core/register';
import { nameOf } from '../../lib/core/statements';
import type { Length } from '../../lib/words/chain-text';
import { noticeProblems, noticeRows } from '../../lib/words/notice-text';
import { sourceText } from '../../lib/words/statement-text';
import type { Words } from '../../lib/words/words';
import { FactsContext } from '../facts-context';
import { OutLink, Runs } from '../Runs';

/** Whose notices are of advertising in the Netherlands. */
const DUTCH: ReadonlySet<string> = new Set(['politiekereclame', 'dpg', 'ster']);

export interface NoticeFactsProps {
  notice: Notice;
  /** The newest by default. */
  version?: NoticeVersion;
  names: Pick<RegisterPart, 'entities' | 'sources'>;
  elections: readonly Election[];
  words: Words;
  /** `full` is for the explorer; `brief` leads there. */
  length: Length;
}

/** What one version of a notice says, item by item, with what is wrong in it and where it was found. */
export function NoticeFacts({ notice, version: asked, names, elections, words, length }: NoticeFactsProps) {
  const version = asked ?? notice.versions[0];
  if (version === undefined) return null;
  const { published } = version;
  const { complaint: own, process } = version.ad;
  const isStated = own !== 'not-stated' && own !== 'not-read';
  const election = typeof process === 'object' ? process.election : undefined;
  const complaint = isStated ? null : complaintLink(election, elections, DUTCH.has(notice.scheme) ? 'NL' : '');
  return (
    <div class="notice-facts">
      <dl class="pairs">
        {noticeRows(version, words, { length, elections }).map(({ item, label, lines, state, entity }) => (
          <div class="pair" key={item ?? 'unread'} data-item={item ?? 'unread'} data-state={state}>
            <dt>{label}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line.text.map(({ text }) => text).join('')} class={line.kind}>
                  <Runs runs={line.text} />
                </p>
              ))}
              {entity !== undefined && <Listed id={entity} names={names} words={words} />}
            </dd>
          </div>
        ))}
      </dl>
      {noticeProblems(version, words).map(({ text }) => (
        <p class="problem" key={text.map((run) => run.text).join('')}>
          <Runs runs={text} />
        </p>
      ))}
      <p class="source">
        {published === 'not-stated'
          ? words.t('notice_version_undated', { version: version.version })
          : words.t('notice_version', { version: version.version, day: words.day(published) })}{' '}
        {words.t('notice_retrieved', { day: words.day(version.retrieved) })}
      </p>
      {version.sources.map((id) => {
        const source = Object.hasOwn(names.sources, id) ? names.sources[id] : undefined;
        return (
          source !== undefined && (
            <p class="source" key={id}>
              <Runs runs={sourceText(source, words)} />
            </p>
          )
        );
      })}
      {complaint !== null && (
        <p>
          <OutLink href={complaint.address} text={complaint.names[words.language]} />
        </p>
      )}
      <p class="notice-links">
        <OutLink href={notice.address} text={words.t('notice_itself')} />
        {length === 'brief' && (
          <a class="no-print" href={`/explorer.html#${noticePlace(notice.id)}`} target="_blank" rel="noopener">
            {words.t('notice_more')}
          </a>
        )}
      </p>
    </div>
  );
}

/** The organisation's own page, which lies in the explorer. */
function Listed({ id, names, words }: { id: EntityId } & Pick<NoticeFactsProps, 'names' | 'words'>) {
  const { linkTo } = useContext(FactsContext);
  const entity = Object.hasOwn(names.entities, id) ? names.entities[id] : undefined;
  if (entity === undefined) return null;
  const text = words.t('notice_in_list', { name: nameOf(entity) });
  return (
    <p class="small no-print">
      {linkTo === undefined ? (
        <a href={`/explorer.html#${encodeURIComponent(id)}`} target="_blank" rel="noopener">
          {text}
        </a>
      ) : (
        <a href={linkTo(id)}>{text}</a>
      )}
    </p>
  );
}
