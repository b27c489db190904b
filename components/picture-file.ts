import type { Box, DrawnLine, Picture } from './picture-layout';
import { LABEL_LINE_HEIGHT } from './picture-layout';
import { DASHES, DOUBLE_INNER, DOUBLE_OUTER, type KeyEntry, LINE_WIDTH, pathOf, TOGETHER_WIDTH } from './picture-style';
import { LINE_HEIGHT, NAME_SIZE, NOTE_SIZE, wrap } from './picture-text';

/** A drawing as a file: sizes in CSS px. */
export interface PictureFile {
  svg: string;
  width: number;
  height: number;
}

export interface Surroundings {
  /** The name of what the drawing is about. */
  title: string;
  key: readonly KeyEntry[];
  /** Sources, date, edition: a line each, broken where they do not fit. */
  caption: readonly string[];
}

/** Ink on white, whatever the theme: a picture for a lesson is printed. */
const INK = '#1b2430';
const MUTED = '#55606e';
const EDGE = '#76818f';
const PAPER = '#ffffff';
const FONT = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif";

const MARGIN = 24;
const NARROWEST = 380;
const TITLE_SIZE = 19;

/**
 * The drawing as a file of its own, with its title above and its key and caption below it. Everything is written as attributes:
 * style sheets inside a drawing are refused by some viewers.
 */
export function pictureFile(picture: Picture, { title, key, caption }: Surroundings): PictureFile {
  const inner = Math.max(picture.width, NARROWEST);
  const shift = (inner - picture.width) / 2;
  const titles = wrap(title, inner, TITLE_SIZE);
  const top = MARGIN + titles.length * 25 + 10;
  const below = top + picture.height + 22;
  const captions = caption.flatMap((line) => wrap(line, inner, NOTE_SIZE));
  const keys = key.map((entry, i) => sample(entry, MARGIN, below + i * 19));
  const foot = below + key.length * 19 + (key.length > 0 ? 8 : 0);
  const width = Math.ceil(inner + MARGIN * 2);
  const height = Math.ceil(foot + captions.length * 17 + MARGIN - 8);
  const togethers = new Set(picture.boxes.flatMap(({ id, kind }) => (kind === 'together' ? [id] : [])));
  const content = [
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...titles.map((text, i) => write(text, MARGIN, MARGIN + 14 + i * 25, { size: TITLE_SIZE, weight: 700 })),
    `<g transform="translate(${MARGIN + shift} ${top})" text-anchor="middle">`,
    ...picture.lines.map((line) => drawLine(line, togethers.has(line.from))),
    ...picture.boxes.map(drawBox),
    '</g>',
    ...keys,
    ...captions.map((text, i) => write(text, MARGIN, foot + i * 17, { size: NOTE_SIZE, fill: MUTED })),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">${content.join('')}</svg>`;
  return { svg, width, height };
}

function drawLine({ kind, parts, labelLines, at }: DrawnLine, together: boolean): string {
  const paths = parts.map((points) => stroke(pathOf(points), kind, together)).join('');
  return paths + labelLines.map((text, i) => write(text, at.x, at.y + i * LABEL_LINE_HEIGHT, { size: NOTE_SIZE, fill: MUTED })).join('');
}

function stroke(path: string, kind: DrawnLine['kind'], together: boolean): string {
  const line = (color: string, width: number): string => `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}"`;
  if (kind === 'priority') return `${line(EDGE, DOUBLE_OUTER)}/>${line(PAPER, DOUBLE_INNER)}/>`;
  const dashes = DASHES[kind];
  return `${line(EDGE, together ? TOGETHER_WIDTH : LINE_WIDTH)}${dashes === null ? '' : ` stroke-dasharray="${dashes}"`}/>`;
}

function drawBox({ x, y, width, height, kind, nameLines, noteLines }: Box): string {
  const start = kind === 'start';
  const quiet = kind === 'end' || kind === 'together' || kind === 'rivals';
  const dashes = quiet ? ' stroke-dasharray="3 3"' : '';
  const radius = kind === 'end' ? Math.min(18, height / 2) : 7;
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${start ? INK : PAPER}" stroke="${start ? INK : EDGE}"${dashes}/>`;
  const texts = [...nameLines, ...noteLines].map((text, i) => {
    const name = i < nameLines.length;
    const size = name && !quiet ? NAME_SIZE : NOTE_SIZE;
    return write(text, x + width / 2, y + 21 + i * LINE_HEIGHT, {
      size,
      fill: start ? PAPER : name && !quiet ? INK : MUTED,
      ...(start && name ? { weight: 600 } : {}),
    });
  });
  return rect + texts.join('');
}

function sample({ kind, text }: KeyEntry, x: number, y: number): string {
  const line = stroke(`M${x} ${y - 4}H${x + 32}`, kind === 'together' ? 'share' : kind, kind === 'together');
  return line + write(text, x + 42, y, { size: NOTE_SIZE, fill: MUTED });
}

function write(text: string, x: number, y: number, { size, fill = INK, weight }: { size: number; fill?: string; weight?: number }): string {
  const bold = weight === undefined ? '' : ` font-weight="${weight}"`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold}>${escaped(text)}</text>`;
}

/** Names come from the register and are text, also inside a file. Signs that XML does not allow are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
