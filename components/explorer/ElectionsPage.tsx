import type { Day } from '../../lib/core/dates';
import { type Election, electionsAfter } from '../../lib/core/elections';
import { filterPlace, processKey } from '../../lib/core/notice-filter';
import type { Notice } from '../../lib/core/notices';
import type { RegisterPart } from '../../lib/core/register';
import { editionText } from '../../lib/words/card-text';
import { sourceText } from '../../lib/words/statement-text';
import { capitalised, type Words } from '../../lib/words/words';
import { OutLink, Runs } from '../Runs';

export interface ElectionsPageProps {
  elections: readonly Election[];
  notices: readonly Notice[];
  names: Pick<RegisterPart, 'sources'>;
  today: Day;
  built: Day;
  keeper: string | null;
  words: Words;
  placeLink: (place: string) => string;
}

/** Elections to come, the nearest first, and below them those that were, the last first. */
export function ElectionsPage(props: ElectionsPageProps) {
  const { elections, today, built, keeper, words } = props;
  const coming = electionsAfter(elections, today);
  const past = elections.filter((each) => !coming.includes(each)).sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
  return (
    <article class="elections">
      <h1 tabIndex={-1}>{words.t('elections_title')}</h1>
      <p class="intro">{words.t('elections_intro')}</p>
      {elections.length === 0 && <p>{words.t('elections_none')}</p>}
      <Part title={words.t('elections_coming')} id="coming" list={coming} past={false} {...props} />
      <Part title={words.t('elections_past')} id="past" list={past} past {...props} />
      <p class="small">{editionText({ built, keeper }, words)}</p>
    </article>
  );
}

type PartProps = { title: string; id: string; list: readonly Election[]; past: boolean } & ElectionsPageProps;

function Part({ title, id, list, past, ...props }: PartProps) {
  if (list.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {list.map((election) => (
        <One key={election.id} election={election} past={past} {...props} />
      ))}
    </section>
  );
}

function One({ election, past, notices, names, today, words, placeLink }: { election: Election; past: boolean } & ElectionsPageProps) {
  const { euSponsorsOnly: period } = election;
  const key = `e:${election.id}`;
  const about = notices.filter((notice) => processKey(notice) === key).length;
  const ids = [...new Set([...election.sources, ...election.links.flatMap(({ sources }) => sources)])];
  const sources = ids.flatMap((id) => (Object.hasOwn(names.sources, id) ? (names.sources[id] ?? []) : []));
  return (
    <div class="election" data-election={election.id}>
      <h3 class="election-name" tabIndex={-1}>
        {election.names[words.language]}
      </h3>
      <p>
        <strong>
          <Runs runs={capitalised([{ text: words.roughDate(election.date) }])} />
        </strong>
        {!past && (
          <>
            {'. '}
            {words.t(election.status === 'expected' ? 'elections_expected' : 'elections_certain')}
          </>
        )}
      </p>
      {period !== undefined && (
        <p>
          {words.t(period.to < today ? 'elections_eu_only_past' : 'elections_eu_only', {
            from: words.day(period.from),
            to: words.day(period.to),
          })}
        </p>
      )}
      {about > 0 && (
        <p>
          <a href={placeLink(filterPlace({ subject: key }))}>
            {words.t(about === 1 ? 'elections_notices_one' : 'elections_notices_other', { count: about })}
          </a>
        </p>
      )}
      {election.links.length > 0 && (
        <ul class="election-links">
          {election.links.map((link) => (
            <li key={link.address}>
              <OutLink href={link.address} text={link.names[words.language]} />
            </li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <details>
          <summary>{words.t('elections_sources')}</summary>
          {sources.map((source) => (
            <p class="source" key={source.id}>
              <Runs runs={sourceText(source, words)} />
            </p>
          ))}
        </details>
      )}
    </div>
  );
}
