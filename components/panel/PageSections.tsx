import type { Card, When } from '../../lib/core/card';
import type { DateEvidence, Found, Place } from '../../lib/core/observation';
import { snake } from '../../lib/words/snake';
import type { Words } from '../../lib/words/words';
import { OutLink } from '../Runs';
import { FactLines } from './FactLines';

interface SectionProps {
  card: Card;
  words: Words;
}

export function WhenSection({ card, words }: SectionProps) {
  const { when } = card;
  return (
    <section data-fact="when" data-state={when.state} aria-labelledby="when">
      <h2 id="when">{words.t('question_when')}</h2>
      <FactLines card={card} question="when" words={words} />
      {(when.state === 'known' || when.state === 'conflicting') && <Dates when={when.value} words={words} />}
    </section>
  );
}

function Dates({ when, words }: { when: When; words: Words }) {
  const { published, modified, rivals } = when;
  return (
    <ul class="dates">
      {published !== null && (
        <OneDate title="when_published_on" date={published} places={[published.from, ...published.alsoIn]} words={words} />
      )}
      {rivals.map((date) => (
        <OneDate key={`${date.day} ${date.from.name}`} title="when_published_on" date={date} places={[date.from]} words={words} />
      ))}
      {modified !== null && <OneDate title="when_changed_on" date={modified} places={[modified.from, ...modified.alsoIn]} words={words} />}
    </ul>
  );
}

interface OneDateProps {
  title: 'when_published_on' | 'when_changed_on';
  date: DateEvidence;
  places: Place[];
  words: Words;
}

function OneDate({ title, date, places, words }: OneDateProps) {
  return (
    <li>
      <p class="source">{words.t(title)}</p>
      <p>
        <strong>{words.day(date.day)}</strong>
        {date.time !== undefined && ` ${date.time}`}
        {date.offset !== undefined && date.offset !== 'Z' && ` (${date.offset})`}
        {date.offset === 'Z' && ' (UTC)'}
      </p>
      <p class="source">{places.map((place) => placeText(place, words)).join('; ')}</p>
      <p class="source">{words.t('when_written_as', { value: date.value })}</p>
      {date.relative && <p class="source">{words.t('when_relative')}</p>}
    </li>
  );
}

export function PaidSection({ card, words }: SectionProps) {
  const marks = card.paid.state === 'known' ? card.paid.value : [];
  return (
    <section data-fact="paid" data-state={card.paid.state} aria-labelledby="paid">
      <h2 id="paid">{words.t('question_paid')}</h2>
      <FactLines card={card} question="paid" words={words} />
      <FoundIn found={marks} words={words} />
    </section>
  );
}

export function MadeSection({ card, words }: SectionProps) {
  const made = card.made.state === 'known' ? card.made.value : null;
  const found =
    made === null ? [] : [...made.authors, ...made.agencies, ...(made.genre === null ? [] : [made.genre]), ...made.ai, ...made.corrections];
  return (
    <section data-fact="made" data-state={card.made.state} aria-labelledby="made">
      <h2 id="made">{words.t('question_made')}</h2>
      <FactLines card={card} question="made" words={words} />
      <FoundIn found={found} words={words} />
    </section>
  );
}

function FoundIn({ found, words }: { found: readonly Found<unknown>[]; words: Words }) {
  const places = [...new Set(found.map(({ from }) => placeText(from, words)))];
  return places.length === 0 ? null : <p class="source">{words.t('found_in', { places: places.join('; ') })}</p>;
}

function placeText(place: Place, words: Words): string {
  return words.t(`place_${snake(place.kind)}`, { name: place.name });
}

/** Beside what the register says; a difference is shown, not resolved. */
export function SiteSaysSection({ card, words }: SectionProps) {
  const { name, elsewhere, disclosures } = card.siteSays;
  if (name === null && elsewhere === null && disclosures.length === 0) return null;
  return (
    <section aria-labelledby="site-says">
      <h2 id="site-says">{words.t('panel_site_says')}</h2>
      {name !== null && <p>{words.t('site_says_name', { name: name.value })}</p>}
      {elsewhere !== null && <p>{words.t('site_says_elsewhere', { host: elsewhere })}</p>}
      <ul class="links">
        {disclosures.map(({ kind, url, text }) => (
          <li key={`${kind} ${url} ${text}`}>
            {url === null ? (
              `${words.t(`disclosure_${snake(kind)}`)}: ${text ?? ''}`
            ) : (
              <OutLink href={url} text={words.t(`disclosure_${snake(kind)}`)} />
            )}
            {url !== null && text !== null && ` ${text}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
