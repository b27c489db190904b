import type { Words } from '../../lib/words/words';
import { Mark } from '../Mark';
import { EntityPage, type EntityPageProps } from './EntityPage';
import { Search, type SearchProps } from './Search';

export type View =
  | ({ kind: 'search' } & Omit<SearchProps, 'words' | 'linkTo' | 'groupLink' | 'onSearch' | 'onOpen'>)
  | ({ kind: 'entity' } & Omit<EntityPageProps, 'words' | 'linkTo' | 'onSave' | 'today' | 'keeper'>)
  /** The address of this page names somebody who is not in the list. */
  | { kind: 'missing'; id: string };

export interface ExplorerProps
  extends Pick<SearchProps, 'linkTo' | 'groupLink' | 'onSearch' | 'onOpen'>,
    Pick<EntityPageProps, 'onSave' | 'today' | 'keeper'> {
  words: Words;
  view: View;
  /** Some of the register could not be read. */
  damaged: boolean;
}

export function Explorer({ view, damaged, ...props }: ExplorerProps) {
  const { words } = props;
  return (
    <main class={view.kind === 'entity' ? 'page wide' : 'page'}>
      <p class="page-head">
        <Mark />
        <b>Colofon</b>
        {view.kind !== 'search' && (
          <a class="back no-print" href="#search">
            {words.t('explorer_back')}
          </a>
        )}
      </p>
      {damaged && <p class="notice">{words.t('explorer_missing')}</p>}
      {view.kind === 'search' && <Search {...props} {...view} />}
      {view.kind === 'search' && (
        <p class="small">
          <a href="/register/NOTICE.txt">{words.t('explorer_notice')}</a>
        </p>
      )}
      {view.kind === 'entity' && <EntityPage key={view.who.outlet.id} {...props} {...view} />}
      {view.kind === 'missing' && (
        <>
          <h1 tabIndex={-1}>{words.t('explorer_unknown')}</h1>
          <p>{words.t('explorer_unknown_text', { id: view.id })}</p>
        </>
      )}
    </main>
  );
}
