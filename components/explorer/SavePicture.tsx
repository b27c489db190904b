import type { Who } from '../../lib/core/card';
import type { Day } from '../../lib/core/dates';
import type { Source } from '../../lib/core/register';
import { nameOf } from '../../lib/core/statements';
import { editionText } from '../../lib/words/card-text';
import { yearsText } from '../../lib/words/chain-text';
import { termsOf } from '../../lib/words/statement-text';
import { plainText, type Words } from '../../lib/words/words';
import { isDrawn } from '../picture-content';
import { type PictureFile, pictureFile } from '../picture-file';
import { pictureOf } from '../picture-layout';
import { keyOf } from '../picture-style';

export interface SavePictureProps {
  who: Who;
  built: Day;
  keeper: string | null;
  today: Day;
  words: Words;
  onSave: (name: string, file: PictureFile, format: 'svg' | 'png') => void;
}

/** The drawing as a file for a lesson, and the page on paper. */
export function SavePicture(props: SavePictureProps) {
  const { who, words, onSave } = props;
  const save = (format: 'svg' | 'png'): void => onSave(who.outlet.id, fileFor(props), format);
  return (
    <div class="save no-print">
      {isDrawn(who.chain) && (
        <>
          <button type="button" class="link" onClick={() => save('svg')}>
            {words.t('picture_svg')}
          </button>
          <button type="button" class="link" onClick={() => save('png')}>
            {words.t('picture_png')}
          </button>
        </>
      )}
      <button type="button" class="link" onClick={() => print()}>
        {words.t('explorer_print')}
      </button>
    </div>
  );
}

/** With a title, every source, the day it was saved and the date of the list: it must stand by itself. */
export function fileFor({ who, built, keeper, today, words }: Omit<SavePictureProps, 'onSave'>): PictureFile {
  const picture = pictureOf(who.chain, words);
  const statements = [...who.chain.links.flatMap((link) => link.statements), ...who.chain.ends];
  const sources = [...new Set(statements.flatMap((statement) => statement.sources.map((source) => cited(source, words))))];
  const years = plainText(yearsText(who.chain.years, words));
  return pictureFile(picture, {
    title: words.t('picture_title', { name: nameOf(who.outlet) }),
    key: keyOf(picture, words),
    caption: [
      years.charAt(0).toLocaleUpperCase() + years.slice(1),
      words.t('picture_sources', { sources: sources.join('; ') }),
      `${words.t('picture_saved', { today: words.day(today) })} ${editionText({ built, keeper }, words)}.`,
    ],
  });
}

/** With its date, unless the title says it ("Jaarverslag 2022"). */
function cited(source: Source, words: Words): string {
  const { title, publisher, published } = source;
  const terms = termsOf(source);
  const maker = title.includes(publisher) ? title : `${title} (${publisher})`;
  const name = terms === null ? maker : `${maker} [${terms}]`;
  if (published === undefined) return `${name}, ${words.t('date_unknown')}`;
  return title.includes(published.slice(0, 4)) ? name : `${name}, ${words.roughDate(published)}`;
}
