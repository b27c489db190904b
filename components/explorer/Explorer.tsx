import { NOTICES_PLACE } from '../../lib/core/notice-filter';
import type { Words } from '../../lib/words/words';
import { Mark } from '../Mark';
import { ElectionsPage, type ElectionsPageProps } from './ElectionsPage';
import { EntityPage, type EntityPageProps } from './EntityPage';
import { NoticePage, type NoticePageProps } from './NoticePage';
import { NoticesPage, type NoticesPageProps } from './NoticesPage';
import { Search, type SearchProps } from './Search';

export type View =
  | ({ kind: 'search' } & Omit<SearchProps, Around>)
  | ({ kind: 'entity' } & Omit<EntityPageProps, Around>)
  | ({ kind: 'notices' } & Omit<NoticesPageProps, Around>)
  | ({ kind: 'notice' } & Omit<NoticePageProps, Around>)
  | ({ kind: 'elections' } & Omit<ElectionsPageProps, Around>)
  /** A notice that is not in the list. */
  | { kind: 'no-notice'; id: string }
  /** The address of this page names somebody who is not in the list. */
  | { kind: 'missing'; id: string };

/** What is the same for every view. */
type Around = keyof Shared;
interface Shared
  extends Pick<SearchProps, 'linkTo' | 'groupLink' | 'placeLink' | 'onSearch' | 'onOpen' | 'onPlace'>,
    Pick<EntityPageProps, 'onSave' | 'today' | 'keeper'>,
    Pick<NoticesPageProps, 'onFilter' | 'onSaveCsv'> {
  words: Words;
}

export interface ExplorerProps extends Shared {
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
        {view.kind === 'notice' && (
          <a class="back no-print" href={props.placeLink(NOTICES_PLACE)}>
            {words.t('notices_back')}
          </a>
        )}
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
      {view.kind === 'notices' && <NoticesPage {...props} {...view} />}
      {view.kind === 'notice' && <NoticePage key={view.notice.id} {...props} {...view} />}
      {view.kind === 'elections' && <ElectionsPage {...props} {...view} />}
      {view.kind === 'no-notice' && (
        <>
          <h1 tabIndex={-1}>{words.t('notice_unknown')}</h1>
          <p>{words.t('notice_unknown_text', { id: view.id })}</p>
        </>
      )}
      {view.kind === 'missing' && (
        <>
          <h1 tabIndex={-1}>{words.t('explorer_unknown')}</h1>
          <p>{words.t('explorer_unknown_text', { id: view.id })}</p>
        </>
      )}
    </main>
  );
}
