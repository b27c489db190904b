/** Sizes of text in a drawing, in px. The pure layout knows no font, so it counts with a wide one (DejaVu Sans, Verdana): text always fits. */
export const NAME_SIZE = 14;
export const NOTE_SIZE = 12.5;
export const LINE_HEIGHT = 17;

const NARROW = /[ijlI.,:;'’|! ]/;
const SLIM = /[frt()[\]/\-–]/;
const WIDE = /[mwMW@%]/;
const LARGE = /[\p{Lu}&+=]/u;

/** Width in px of a line of text. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const sign of text) {
    em += NARROW.test(sign) ? 0.32 : SLIM.test(sign) ? 0.42 : WIDE.test(sign) ? 0.95 : LARGE.test(sign) ? 0.72 : 0.62;
  }
  return em * size;
}

/** Breaks at spaces into as few lines as fit `width` px, and those about equally long; a longer word stands on a line of its own. */
export function wrap(text: string, width: number, size: number): string[] {
  const words = text.split(' ');
  let lines = filled(words, width, size);
  for (let narrower = width - size; narrower > 0; narrower -= size) {
    const tighter = filled(words, narrower, size);
    if (tighter.length > lines.length) break;
    lines = tighter;
  }
  return lines;
}

function filled(words: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
