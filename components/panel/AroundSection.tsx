import type { AroundAd, AroundPage } from '../../lib/core/around';
import type { NoticeLookup } from '../../lib/core/notice-lookup';
import { adLines } from '../../lib/words/around-text';
import type { Words } from '../../lib/words/words';
import { NoticeFacts } from '../notice/NoticeFacts';
import { Runs } from '../Runs';

interface AroundProps {
  around: AroundPage;
  words: Words;
}

/** "Reclame op deze pagina": every labelled advertisement with what its notice says. It says nothing about the article. */
export function AroundSection({ around, words }: AroundProps) {
  const { ads, own, closed, damaged } = around;
  if (ads.length === 0 && own === null && closed === 0 && !damaged) return null;
  return (
    <section data-fact="around" aria-labelledby="around">
      <h2 id="around">{words.t('around_title')}</h2>
      {own !== null && (
        <>
          <p class="answer">{words.t('around_own')}</p>
          {own.notice !== null && <Listed lookup={own.notice} around={around} words={words} />}
        </>
      )}
      {ads.map((ad) => (
        <Ad key={ad.address ?? ad.label} ad={ad} around={around} words={words} />
      ))}
      {damaged && <p class="muted">{words.t('unread_damaged')}</p>}
      {closed > 0 && (
        <p class="muted">
          {words.t('around_closed')}{' '}
          <a class="no-print" href="/options.html" target="_blank" rel="noopener">
            {words.t('around_grant')}
          </a>
        </p>
      )}
    </section>
  );
}

function Ad({ ad, ...rest }: AroundProps & { ad: AroundAd }) {
  return (
    <div class="ad">
      {adLines(ad, rest.words).map((line) => (
        <p key={line.text.map(({ text }) => text).join('')} class={line.kind}>
          <Runs runs={line.text} />
        </p>
      ))}
      {ad.notice !== null && <Listed lookup={ad.notice} {...rest} />}
    </div>
  );
}

function Listed({ lookup, around, words }: AroundProps & { lookup: NoticeLookup }) {
  if (lookup.state !== 'listed') return null;
  return <NoticeFacts notice={lookup.notice} names={lookup.slice} elections={around.elections} words={words} length="brief" />;
}
