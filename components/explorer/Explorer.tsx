import type { Entity } from '../../lib/core/register';
import type { SearchResult } from '../../lib/core/search';
import { nameOf } from '../../lib/core/statements';
import { snake } from '../../lib/words/snake';
import type { Words } from '../../lib/words/words';
import { Mark } from '../Mark';
import { EntityPage, type EntityPageProps } from './EntityPage';

export type Filter = 'all' | 'outlets' | 'owners';
export const FILTERS: readonly Filter[] = ['all', 'outlets', 'owners'];

export interface ExplorerProps {
  words: Words;
  query: string;
  filter: Filter;
  results: readonly SearchResult[];
  /** An entity's page is shown instead of the search. */
  open: Omit<EntityPageProps, 'words' | 'linkTo'> | null;
  damaged: boolean;
  linkTo: (id: string) => string;
  onSearch: (query: string, filter: Filter) => void;
}

export function Explorer({ words, query, filter, results, open, damaged, linkTo, onSearch }: ExplorerProps) {
  return (
    <main class="page">
      <p class="page-head">
        <Mark />
        <b>Colofon</b>
        {open !== null && (
          <a class="back" href="#search">
            {words.t('explorer_back')}
          </a>
        )}
      </p>
      {damaged && <p class="notice">{words.t('explorer_missing')}</p>}
      {open === null ? (
        <Search words={words} query={query} filter={filter} results={results} linkTo={linkTo} onSearch={onSearch} />
      ) : (
        <EntityPage {...open} words={words} linkTo={linkTo} />
      )}
    </main>
  );
}

type SearchProps = Pick<ExplorerProps, 'words' | 'query' | 'filter' | 'results' | 'linkTo' | 'onSearch'>;

function Search({ words, query, filter, results, linkTo, onSearch }: SearchProps) {
  return (
    <>
      <h1>{words.t('explorer_title')}</h1>
      <p class="intro">{words.t('explorer_intro')}</p>
      <search class="search">
        <label>
          {words.t('explorer_label')}
          <input type="search" value={query} autocomplete="off" onInput={(event) => onSearch(event.currentTarget.value, filter)} />
        </label>
        <label>
          {words.t('kind_filter')}
          <select value={filter} onChange={(event) => onSearch(query, FILTERS.find((each) => each === event.currentTarget.value) ?? 'all')}>
            {FILTERS.map((each) => (
              <option key={each} value={each}>
                {words.t(`kind_${each}`)}
              </option>
            ))}
          </select>
        </label>
      </search>
      <p role="status" class="small">
        {results.length === 0
          ? words.t('explorer_none')
          : words.t(results.length === 1 ? 'explorer_count_one' : 'explorer_count_other', { count: results.length })}
      </p>
      <ul class="results">
        {results.map(({ entity, hosts }) => (
          <li key={entity.id}>
            <a href={linkTo(entity.id)}>{nameOf(entity)}</a>
            <span class="small">{[kindOf(entity, words), ...hosts].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function kindOf(entity: Entity, words: Words): string {
  return words.t(`kind_${snake(entity.kind)}`);
}
