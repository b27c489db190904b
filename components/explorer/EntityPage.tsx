import type { Who } from '../../lib/core/card';
import type { Day } from '../../lib/core/dates';
import type { Election } from '../../lib/core/elections';
import type { Holding } from '../../lib/core/holdings';
import { filterPlace, type NoticeRole } from '../../lib/core/notice-filter';
import type { Notice } from '../../lib/core/notices';
import type { Entity } from '../../lib/core/register';
import { nameOf, type Statement } from '../../lib/core/statements';
import { editionText, leadOfOutlet } from '../../lib/words/card-text';
import { plainText, type Words } from '../../lib/words/words';
import { FactsContext } from '../facts-context';
import { WhoFacts } from '../panel/WhoSection';
import { isDrawn } from '../picture-content';
import type { PictureFile } from '../picture-file';
import { Runs } from '../Runs';
import { Statements } from '../Statements';
import { Wrong } from '../Wrong';
import { ClaimAside } from './ClaimAside';
import { HoldingsTree } from './HoldingsTree';
import { NoticeList } from './NoticeList';
import { SavePicture } from './SavePicture';

export interface EntityPageProps {
  who: Who;
  hosts: readonly string[];
  holdings: readonly Holding[];
  /** Claims about others that name this one: members, grants. */
  mentions: readonly Statement[];
  /** Notices of political advertising that name it, the newest first. */
  notices: readonly { notice: Notice; as: readonly NoticeRole[] }[];
  elections: readonly Election[];
  /** The claims about it as they stand in the register. */
  record: string;
  built: Day;
  /** The organisation whose own register it is; null for Colofon's. */
  keeper: string | null;
  today: Day;
  words: Words;
  linkTo: (id: string) => string;
  /** Address of another place in the explorer. */
  placeLink: (place: string) => string;
  onSave: (name: string, file: PictureFile, format: 'svg' | 'png') => void;
}

export function EntityPage(props: EntityPageProps) {
  const { who, hosts, holdings, mentions, notices, elections, record, built, keeper, today, words, linkTo, placeLink, onSave } = props;
  const others = who.outlet.names.slice(1);
  const former = others.filter(({ valid }) => valid?.to !== undefined).map(({ name }) => name);
  const also = others.filter(({ valid }) => valid?.to === undefined).map(({ name }) => name);
  const aside = (statement: Statement) => (
    <ClaimAside
      key={statement.claim.id}
      statement={statement}
      {...otherTimes(statement, who)}
      names={who}
      file={fileOf(who.entities[statement.claim.subject] ?? who.outlet)}
      built={built}
      words={words}
    />
  );
  const save = <SavePicture who={who} built={built} keeper={keeper} today={today} words={words} onSave={onSave} />;
  const drawn = isDrawn(who.chain);
  // Of a person the list says what they own, and nothing else.
  const isPerson = who.outlet.kind === 'person' || who.outlet.kind === 'family';
  return (
    <FactsContext.Provider value={{ linkTo, aside, textBeside: true, underPicture: save }}>
      <article class="entity">
        <h1 tabIndex={-1}>{who.outlet.kind === 'outlet' ? <Runs runs={leadOfOutlet(who, words)} /> : nameOf(who.outlet)}</h1>
        {also.length > 0 && <p class="small">{words.t('explorer_also', { names: plainText(words.list(also)) })}</p>}
        {former.length > 0 && <p class="small">{words.t('explorer_former', { names: plainText(words.list(former)) })}</p>}
        {!isPerson && (
          <section class="who" aria-labelledby="who">
            <h2 id="who">{words.t('question_who')}</h2>
            {who.chain.levels.flat().some(({ conflicting }) => conflicting) && <p class="answer">{words.t('who_conflicting')}</p>}
            <WhoFacts who={who} words={words} />
          </section>
        )}
        {!drawn && save}
        {(holdings.length > 0 || who.outlet.kind !== 'outlet') && (
          <section aria-labelledby="below">
            <h2 id="below">{words.t('explorer_below')}</h2>
            {holdings.length === 0 ? (
              <p class="muted">{words.t('explorer_below_none')}</p>
            ) : (
              <HoldingsTree holdings={holdings} words={words} linkTo={linkTo} />
            )}
          </section>
        )}
        {mentions.length > 0 && (
          <section aria-labelledby="mentions">
            <h2 id="mentions">{words.t('explorer_mentions')}</h2>
            <Statements statements={mentions} names={who} words={words} />
          </section>
        )}
        {notices.length > 0 && (
          <section aria-labelledby="notices">
            <h2 id="notices">{words.t('notices_of_entity')}</h2>
            <NoticeList entries={notices} elections={elections} words={words} placeLink={placeLink} />
            {notices.some(({ as }) => as.includes('sponsor')) && (
              <p class="no-print">
                <a href={placeLink(filterPlace({ sponsor: `e:${who.outlet.id}` }))}>{words.t('notices_of_entity_all')}</a>
              </p>
            )}
          </section>
        )}
        {hosts.length > 0 && (
          <section aria-labelledby="hosts">
            <h2 id="hosts">{words.t('explorer_hosts')}</h2>
            <p>{hosts.join(', ')}</p>
          </section>
        )}
        <section class="no-print" aria-labelledby="record">
          <h2 id="record">{words.t('explorer_record')}</h2>
          <p class="small">{words.t('explorer_record_file', { file: fileOf(who.outlet) })}</p>
          <details>
            <summary>{words.t('explorer_record_show')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable (WCAG 2.1.1) */}
            <pre tabIndex={0}>{record}</pre>
          </details>
          <Wrong key={who.outlet.id} name={nameOf(who.outlet)} about={who.outlet.id} built={built} words={words} />
        </section>
        <p class="small">{editionText({ built, keeper }, words)}</p>
      </article>
    </FactsContext.Provider>
  );
}

/** What the list says of the same relation of the same subject at other times: of today's claims before, of past ones today. */
function otherTimes({ claim }: Statement, { chain, forms, income, memberships, classified, history }: Who) {
  const past = history.some((other) => other.claim.id === claim.id);
  const today = [
    ...chain.links.flatMap(({ statements }) => statements),
    ...chain.ends,
    ...chain.indirect,
    ...forms,
    ...income,
    ...memberships,
    ...classified,
  ];
  const same = ({ claim: other }: Statement): boolean => other.subject === claim.subject && other.predicate === claim.predicate;
  return { past, others: (past ? today : history).filter(same) };
}

/** Where the claims about an entity stand in the register's files (tools/register checks that they do). */
function fileOf({ id, country, layer }: Entity): string {
  const folder = layer === undefined ? 'registry' : `registry/layers/${layer}`;
  return `${folder}/entities/${country?.toLowerCase() ?? 'intl'}/${id}.yaml`;
}
