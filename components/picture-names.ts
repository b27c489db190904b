import type { Words } from '../lib/words/words';
import type { Content, ContentLine } from './picture-content';

/** What is said of a line beside the holder's name: "32,73%, bron 2022". */
export function lineText({ label, when }: Pick<ContentLine, 'label' | 'when'>): string {
  return [...label, ...(when === null ? [] : [when])].join(', ');
}

/** A box in one sentence, for who hears the drawing: the holder, what it holds of whom, and how the chain ends there. */
export function boxName({ boxes, lines, start }: Content, id: string, words: Words): string {
  const box = boxes.find((each) => each.id === id);
  if (box === undefined) return '';
  const textOf = (other: string): string => boxes.find((each) => each.id === other)?.text ?? '';
  const holds = lines.flatMap((line) => {
    if (line.to !== id) return [];
    const said = lineText(line);
    return [
      said === '' ? words.t('picture_of', { name: textOf(line.from) }) : words.t('picture_holds', { name: textOf(line.from), what: said }),
    ];
  });
  const above = lines.filter(({ from }) => from === id);
  const ends = above.flatMap(({ to }) => boxes.flatMap((each) => (each.id === to && each.kind === 'end' ? [each.text] : [])));
  const upward = above.length - ends.length;
  const further = upward > 0 ? [words.t(upward === 1 ? 'picture_above_one' : 'picture_above_other', { count: upward })] : [];
  const where = id === start ? [words.t('picture_start')] : [];
  const note = box.note === null ? [] : [box.note];
  return [box.text, ...where, ...holds, ...note, ...ends, ...further].map((text) => text.replace(/\.$/, '')).join('. ');
}
