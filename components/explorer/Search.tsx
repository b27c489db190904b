import { useState } from 'preact/hooks';
import type { Election } from '../../lib/core/elections';
import { ELECTIONS_PLACE, electionPlace, NOTICES_PLACE, noticePlace } from '../../lib/core/notice-filter';
import type { Notice } from '../../lib/core/notices';
import type { Entity, OutletForm } from '../../lib/core/register';
import type { Group, SearchResult, Why } from '../../lib/core/search';
import { nameOf } from '../../lib/core/statements';
import { noticeSummary } from '../../lib/words/notice-summary';
import { snake } from '../../lib/words/snake';
import type { TextKey, Words } from '../../lib/words/words';

export interface SearchProps {
  words: Words;
  query: string;
  /** Only entities of this group. */
  group: Group | null;
  groups: readonly { group: Group; count: number }[];
  /** Null before anything is asked. */
  results: readonly SearchResult[] | null;
  /** Elections whose name holds the query. */
  elections: readonly Election[];
  /** The notice whose address was typed. */
  notice: Notice | null;
  /** How many there are, to see without a question; none leaves the way out. */
  others: { notices: number; elections: number };
  /** What the address that was typed turned out to be, when it is nobody's. */
  note: TextKey | null;
  linkTo: (id: string) => string;
  groupLink: (group: Group | null) => string;
  /** Address of another place in the explorer. */
  placeLink: (place: string) => string;
  onSearch: (query: string) => void;
  onOpen: (id: string) => void;
  onPlace: (place: string) => void;
}

export function Search(props: SearchProps) {
  const { words, query, group, groups, results, others, note, groupLink, placeLink, onSearch, onOpen, onPlace } = props;
  const besides = besidesOf(props);
  const count = (results?.length ?? 0) + besides.length;
  return (
    <>
      <h1 tabIndex={-1}>{words.t('explorer_title')}</h1>
      <p class="intro">{words.t('explorer_intro')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead from the field to what was found, and among it */}
      <div onKeyDown={moveAmong}>
        <search class="search">
          <label>
            {words.t('explorer_label')}
            <input
              type="search"
              value={query}
              autocomplete="off"
              data-walk
              onInput={(event) => onSearch(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || query.trim() === '') return;
                const [beside] = besides;
                const first = results?.[0];
                if (beside !== undefined) onPlace(beside.place);
                else if (first !== undefined) onOpen(first.entity.id);
              }}
            />
          </label>
        </search>
        {group !== null && (
          <p class="only">
            {words.t('explorer_only', { group: words.t(`group_${snake(group)}`) })}{' '}
            <a href={groupLink(null)}>{words.t('explorer_everything')}</a>
          </p>
        )}
        <p role="status" class="small">
          {results !== null &&
            (count === 0
              ? words.t(note ?? 'explorer_none')
              : words.t(count === 1 ? 'explorer_count_one' : 'explorer_count_other', { count }))}
        </p>
        {results === null ? (
          <nav aria-labelledby="ways">
            <h2 id="ways">{words.t('explorer_ways')}</h2>
            <ul class="ways">
              {groups.map((each) => (
                <li key={each.group}>
                  <a href={groupLink(each.group)} data-walk>
                    {words.t(`group_${snake(each.group)}`)}
                  </a>{' '}
                  <span class="small">{each.count}</span>
                </li>
              ))}
              {waysOf(others).map(({ place, name, count }) => (
                <li key={place}>
                  <a href={placeLink(place)} data-walk>
                    {words.t(name)}
                  </a>{' '}
                  <span class="small">{count}</span>
                </li>
              ))}
            </ul>
          </nav>
        ) : (
          <Results key={`${group ?? ''} ${query}`} {...props} results={results} besides={besides} />
        )}
      </div>
    </>
  );
}

/** What was found that is no entity. */
interface Beside {
  place: string;
  name: string;
  details: string;
}

function besidesOf({ elections, notice, words }: SearchProps): Beside[] {
  const summary = notice === null ? null : noticeSummary(notice, words);
  const found = elections.map(({ id, names, date }) => ({
    place: electionPlace(id),
    name: names[words.language],
    details: `${words.t('explorer_kind_election')} · ${words.roughDate(date)}`,
  }));
  if (notice === null || summary === null) return found;
  const details = `${words.t('explorer_kind_notice')} · ${summary.details}`;
  return [{ place: noticePlace(notice.id), name: summary.sponsor, details }, ...found];
}

function waysOf({ notices, elections }: SearchProps['others']): { place: string; name: TextKey; count: number }[] {
  const ways = [
    { place: NOTICES_PLACE, name: 'notices_title', count: notices },
    { place: ELECTIONS_PLACE, name: 'elections_title', count: elections },
  ] as const;
  return ways.filter(({ count }) => count > 0);
}

const PAGE = 40;

type ResultsProps = SearchProps & { results: readonly SearchResult[]; besides: readonly Beside[] };

function Results({ results, besides, words, linkTo, placeLink }: ResultsProps) {
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul class="results">
        {besides.map(({ place, name, details }) => (
          <li key={place}>
            <a href={placeLink(place)} data-walk>
              {name}
            </a>
            <span class="small">{details}</span>
          </li>
        ))}
        {results.slice(0, shown).map((result) => (
          <Result key={result.entity.id} result={result} words={words} linkTo={linkTo} />
        ))}
      </ul>
      {results.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE * 3)}>
          {words.t('explorer_more_rest', { count: results.length - shown })}
        </button>
      )}
    </>
  );
}

const WHY: Record<Exclude<Why, 'name'>, TextKey> = {
  'other-name': 'why_other_name',
  'former-name': 'why_former_name',
  host: 'why_host',
  number: 'why_number',
  address: 'why_address',
};

function Result({
  result: { entity, form, hosts, matches },
  words,
  linkTo,
}: { result: SearchResult } & Pick<SearchProps, 'words' | 'linkTo'>) {
  const why = matches.flatMap(({ why: place, text }) => (place === 'name' ? [] : [words.t(WHY[place], { text })]));
  const named = new Set(matches.map(({ text }) => text));
  const others = hosts.filter((host) => !named.has(host));
  const some = others.length > 2 ? [...others.slice(0, 2), words.t('explorer_more_hosts', { count: others.length - 2 })] : others;
  return (
    <li>
      <a href={linkTo(entity.id)} data-walk>
        {nameOf(entity)}
      </a>
      <span class="small">{[kindOf(entity, form, words), ...some].join(' · ')}</span>
      {why.length > 0 && <span class="small why">{why.join(' · ')}</span>}
    </li>
  );
}

function kindOf({ kind }: Entity, form: OutletForm | null, words: Words): string {
  return form === null ? words.t(`kind_${snake(kind)}`) : words.t(`form_${snake(form)}`);
}

/** Down from the field into the list and up again; Tab goes on working as everywhere. */
function moveAmong(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-walk]')];
  const at = stops.findIndex((each) => each.matches(':focus'));
  const next = stops[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
