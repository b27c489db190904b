import type { Picture } from './picture-layout';

/** Ink on white, whatever the theme: a picture for a lesson is printed. */
const STYLE =
  'text{font:13px system-ui,sans-serif;fill:#1b2430}.m{font-size:12px;fill:#55606e}.l{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}' +
  'path{fill:none;stroke:#76818f;stroke-width:1.4}rect{fill:#fff;stroke:#76818f}.o{fill:#1b2430}.w{fill:#fff;font-weight:600}';

const MARGIN = 16;

/** The drawing as a file of its own, with the lines of its caption (sources and date) below it. */
export function pictureFile(picture: Picture, caption: readonly string[]): { svg: string; width: number; height: number } {
  const width = Math.ceil(Math.max(picture.width, ...caption.map((line) => line.length * 6.6)) + MARGIN * 2);
  const height = Math.ceil(picture.height + MARGIN * 3 + caption.length * 17);
  const lines = picture.lines.map(({ points, label, at }) => {
    const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
    const texts = label.map((text, i) => centred(text, at.x, at.y + (i - (label.length - 1) / 2) * 16 + 4, 'm l'));
    return `<path d="${path}"/>${texts.join('')}`;
  });
  const boxes = picture.boxes.map(({ x, y, width: w, height: h, text, note, kind }) => {
    const outlet = kind === 'outlet';
    const rect = `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${kind === 'end' ? 18 : 8}"${outlet ? ' class="o"' : ''}/>`;
    const texts = [...text, ...note].map((line, i) => centred(line, x + w / 2, y + 21 + i * 17, outlet ? 'w' : i < text.length ? '' : 'm'));
    return rect + texts.join('');
  });
  const below = caption.map((line, i) => `<text class="m" x="0" y="${picture.height + MARGIN + 12 + i * 17}">${escaped(line)}</text>`);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}"><style>${STYLE}</style><rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" style="stroke:none"/>${[...lines, ...boxes, ...below].join('')}</svg>`,
    width,
    height,
  };
}

function centred(text: string, x: number, y: number, name: string): string {
  return `<text${name === '' ? '' : ` class="${name}"`} x="${x}" y="${y}" text-anchor="middle">${escaped(text)}</text>`;
}

/** Names come from the register and are text, also inside a file. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
