import type { NoticeScope } from '../../lib/core/notice-scope';
import type { RegisterPart } from '../../lib/core/register';
import { sourceText } from '../../lib/words/statement-text';
import { plainText, type Words } from '../../lib/words/words';
import { Runs } from '../Runs';

export interface NoticeScopeTextProps {
  scope: NoticeScope;
  names: Pick<RegisterPart, 'sources'>;
  words: Words;
}

/** Which notices these are and which not: before any figure, because it is easily taken for all there is. */
export function NoticeScopeText({ scope, names, words }: NoticeScopeTextProps) {
  const sources = [...new Set(scope.places.flatMap((place) => place.sources))].flatMap((id) => {
    const source = Object.hasOwn(names.sources, id) ? names.sources[id] : undefined;
    return source === undefined ? [] : [source];
  });
  return (
    <section class="notice scope" aria-labelledby="scope">
      <h2 id="scope" class="scope-title">
        {words.t('notices_scope')}
      </h2>
      {scope.places.map(({ host, published, retrieved }) => (
        <p key={host}>
          {words.t('notices_scope_host', { host, day: words.day(retrieved) })}{' '}
          {published !== null &&
            (published.from === published.to
              ? words.t('notices_scope_day', { day: words.day(published.from) })
              : words.t('notices_scope_span', { from: words.day(published.from), to: words.day(published.to) }))}
        </p>
      ))}
      <p>{words.t('notices_scope_missing')}</p>
      {scope.elsewhere.length > 0 && <p>{words.t('notices_scope_elsewhere', { hosts: plainText(words.list(scope.elsewhere)) })}</p>}
      <p>
        {words.t('notices_scope_stated')} {scope.versionsMissing && words.t('notices_scope_versions')}
      </p>
      {sources.map((source) => (
        <p class="source" key={source.id}>
          <Runs runs={sourceText(source, words)} />
        </p>
      ))}
    </section>
  );
}
