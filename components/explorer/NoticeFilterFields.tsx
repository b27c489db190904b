import type { Day } from '../../lib/core/dates';
import type { Election } from '../../lib/core/elections';
import { type NoticeFilter, processKey } from '../../lib/core/notice-filter';
import { sumsBySponsor } from '../../lib/core/notice-sums';
import type { Notice } from '../../lib/core/notices';
import { sponsorName } from '../../lib/words/notice-summary';
import { periodText } from '../../lib/words/notice-text';
import type { Words } from '../../lib/words/words';

export interface NoticeFilterFieldsProps {
  notices: readonly Notice[];
  filter: NoticeFilter;
  elections: readonly Election[];
  words: Words;
  onFilter: (filter: NoticeFilter) => void;
}

/** Sponsor, election and period. What is chosen holds at once: there is nothing to send. */
export function NoticeFilterFields({ notices, filter, elections, words, onFilter }: NoticeFilterFieldsProps) {
  const set = <K extends keyof NoticeFilter>(name: K, value: string): void => {
    const { [name]: _, ...rest } = filter;
    onFilter(value === '' ? rest : { ...rest, [name]: value });
  };
  const keys = new Set(notices.flatMap((notice) => processKey(notice) ?? []));
  const held = elections.filter(({ id }) => keys.has(`e:${id}`)).map(({ id, names }) => ({ key: `e:${id}`, text: names[words.language] }));
  const own = [...keys].filter((key) => key.startsWith('w:')).map((key) => ({ key, text: key.slice(2) }));
  const sponsors = sumsBySponsor(notices).map((sum) => ({ key: sum.key, text: sponsorName(sum, words) }));
  const chosen = [
    filter.sponsor === undefined ? null : (sponsors.find(({ key }) => key === filter.sponsor)?.text ?? filter.sponsor),
    filter.subject === undefined ? null : ([...held, ...own].find(({ key }) => key === filter.subject)?.text ?? filter.subject),
    filter.from === undefined && filter.to === undefined ? null : periodText(filter, words),
  ].filter((text) => text !== null);
  return (
    <>
      {chosen.length > 0 && <p class="on-paper">{words.t('notices_filter_chosen', { choices: chosen.join(' · ') })}</p>}
      <fieldset class="filter no-print">
        <legend>{words.t('notices_filter')}</legend>
        <label>
          {words.t('notice_item_sponsor')}
          <select value={filter.sponsor ?? ''} onChange={(event) => set('sponsor', event.currentTarget.value)}>
            <option value="">{words.t('notices_filter_all')}</option>
            <Options options={sponsors} />
            <Unknown value={filter.sponsor} options={sponsors} words={words} />
          </select>
        </label>
        <label>
          {words.t('notice_item_process')}
          <select value={filter.subject ?? ''} onChange={(event) => set('subject', event.currentTarget.value)}>
            <option value="">{words.t('notices_filter_all')}</option>
            {held.length > 0 && (
              <optgroup label={words.t('notices_filter_elections')}>
                <Options options={held} />
              </optgroup>
            )}
            {own.length > 0 && (
              <optgroup label={words.t('notices_filter_other')}>
                <Options options={own} />
              </optgroup>
            )}
            <Unknown value={filter.subject} options={[...held, ...own]} words={words} />
          </select>
        </label>
        <DayField label={words.t('notices_filter_from')} day={filter.from} onDay={(day) => set('from', day)} />
        <DayField label={words.t('notices_filter_to')} day={filter.to} onDay={(day) => set('to', day)} />
        {Object.keys(filter).length > 0 && (
          <button type="button" onClick={() => onFilter({})}>
            {words.t('notices_filter_clear')}
          </button>
        )}
      </fieldset>
    </>
  );
}

interface Choice {
  key: string;
  text: string;
}

function Options({ options }: { options: readonly Choice[] }) {
  return (
    <>
      {options.map(({ key, text }) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </>
  );
}

/** A choice from a shared address that fits no notice here: seen, so that it can be undone. */
function Unknown({ value, options, words }: { value: string | undefined; options: readonly Choice[]; words: Words }) {
  if (value === undefined || options.some(({ key }) => key === value)) return null;
  return <option value={value}>{words.t('notices_filter_unknown', { value: value.slice(0, 60) })}</option>;
}

function DayField({ label, day, onDay }: { label: string; day: Day | undefined; onDay: (day: string) => void }) {
  return (
    <label>
      {label}
      <input type="date" value={day ?? ''} onChange={(event) => onDay(event.currentTarget.value)} />
    </label>
  );
}
