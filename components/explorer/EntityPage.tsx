import type { Who } from '../../lib/core/card';
import type { Day } from '../../lib/core/dates';
import type { Holding } from '../../lib/core/holdings';
import { nameOf, type Statement } from '../../lib/core/statements';
import { leadOfOutlet } from '../../lib/words/card-text';
import { yearsText } from '../../lib/words/chain-text';
import { plainText, type Words } from '../../lib/words/words';
import { WhoFacts } from '../panel/WhoSection';
import { pictureFile } from '../picture-file';
import { pictureOf } from '../picture-layout';
import { Runs } from '../Runs';
import { Statements } from '../Statements';
import { Wrong } from '../Wrong';
import { HoldingsTree } from './HoldingsTree';

export interface EntityPageProps {
  who: Who;
  hosts: readonly string[];
  holdings: readonly Holding[];
  /** Claims about others that name this one: members, grants. */
  mentions: readonly Statement[];
  /** The claims about it as they stand in the register. */
  record: string;
  /** Where in the register's files. */
  file: string;
  built: Day;
  words: Words;
  linkTo: (id: string) => string;
  onSave: (name: string, content: { svg: string; width: number; height: number }, format: 'svg' | 'png') => void;
}

export function EntityPage(props: EntityPageProps) {
  const { who, hosts, holdings, mentions, record, file, built, words, linkTo } = props;
  const others = who.outlet.names.slice(1);
  const former = others.filter(({ valid }) => valid?.to !== undefined).map(({ name }) => name);
  const also = others.filter(({ valid }) => valid?.to === undefined).map(({ name }) => name);
  return (
    <article>
      <h1>{who.outlet.kind === 'outlet' ? <Runs runs={leadOfOutlet(who, words)} /> : nameOf(who.outlet)}</h1>
      {also.length > 0 && <p class="small">{words.t('explorer_also', { names: plainText(words.list(also)) })}</p>}
      {former.length > 0 && <p class="small">{words.t('explorer_former', { names: plainText(words.list(former)) })}</p>}
      <section aria-labelledby="who">
        <h2 id="who">{words.t('question_who')}</h2>
        <WhoFacts who={who} words={words} />
        {who.chain.links.length > 0 && <Save {...props} />}
      </section>
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
      {hosts.length > 0 && (
        <section aria-labelledby="hosts">
          <h2 id="hosts">{words.t('explorer_hosts')}</h2>
          <p>{hosts.join(', ')}</p>
        </section>
      )}
      <section class="no-print" aria-labelledby="record">
        <h2 id="record">{words.t('explorer_record')}</h2>
        <p class="small">{words.t('explorer_record_file', { file })}</p>
        <details>
          <summary>{words.t('explorer_record')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable (WCAG 2.1.1) */}
          <pre tabIndex={0}>{record}</pre>
        </details>
        <Wrong key={who.outlet.id} name={nameOf(who.outlet)} about={who.outlet.id} built={built} words={words} />
      </section>
      <p class="small">{words.t('foot_list_date', { day: words.day(built) })}</p>
    </article>
  );
}

function Save({ who, built, words, onSave }: EntityPageProps) {
  const save = (format: 'svg' | 'png'): void => {
    const caption = [plainText(yearsText(who.chain.years, words)), words.t('picture_caption', { day: words.day(built) })];
    onSave(who.outlet.id, pictureFile(pictureOf(who.chain, words), caption), format);
  };
  return (
    <div class="actions no-print">
      <button type="button" onClick={() => save('svg')}>
        {words.t('picture_svg')}
      </button>
      <button type="button" onClick={() => save('png')}>
        {words.t('picture_png')}
      </button>
      <button type="button" onClick={() => print()}>
        {words.t('explorer_print')}
      </button>
    </div>
  );
}
