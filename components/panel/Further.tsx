import type { EntityId } from '../../lib/core/register';
import type { Searches } from '../../lib/core/searches';
import type { Words } from '../../lib/words/words';
import { OutLink } from '../Runs';

/** The same links for a page and for a post. */
export function Further({ searches, words }: { searches: Searches | null; words: Words }) {
  return (
    <section class="no-print" aria-labelledby="further">
      <h2 id="further">{words.t('look_further')}</h2>
      {searches !== null && <p class="source">{words.t('look_engine')}</p>}
      <ul class="links">
        {searches !== null && (
          <li>
            <OutLink href={searches.outlet.href} text={words.t('look_outlet', { name: searches.outlet.name })} />
          </li>
        )}
        {searches?.owner != null && (
          <li>
            <OutLink href={searches.owner.href} text={words.t('look_owner', { name: searches.owner.name })} />
          </li>
        )}
        <li>
          <OutLink href="https://efcsn.com/fact-checking-organisations/" text={words.t('fact_checkers_efcsn')} />
        </li>
        <li>
          <OutLink href="https://ifcncodeofprinciples.poynter.org/signatories" text={words.t('fact_checkers_ifcn')} />
        </li>
      </ul>
    </section>
  );
}

export function InList({ outlet, words }: { outlet: EntityId; words: Words }) {
  return (
    <p class="in-list no-print">
      <a href={`/explorer.html#${encodeURIComponent(outlet)}`} target="_blank" rel="noopener">
        {words.t('explorer_show')}
      </a>
    </p>
  );
}
