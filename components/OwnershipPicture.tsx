import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chain } from '../lib/core/chain';
import type { Words } from '../lib/words/words';
import { type Box, type DrawnLine, pictureOf } from './picture-layout';

/** A drawing shrinks to fit its frame, down to this; then it scrolls. */
const SMALLEST = 0.78;

/** The chain as a drawing. Its text twin is the list of statements below it; for a screen reader the drawing is one sentence. */
export function OwnershipPicture({ chain, label, words }: { chain: Chain; label: string; words: Words }) {
  const picture = pictureOf(chain, words);
  const frame = useRef<HTMLDivElement>(null);
  const [first] = picture.boxes;
  useLayoutEffect(() => {
    // A drawing wider than its frame begins at the entity it is about.
    const { current } = frame;
    if (current !== null && first !== undefined)
      current.scrollLeft = ((first.x + first.width / 2) / picture.width) * current.scrollWidth - current.clientWidth / 2;
  }, [first, picture.width]);
  return (
    // A wide drawing scrolls inside its frame, also by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable (WCAG 2.1.1)
    <div class="picture" ref={frame} tabIndex={0} role="group" aria-label={label}>
      <svg
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        style={{ minInlineSize: `${picture.width * SMALLEST}px`, maxInlineSize: `${picture.width}px` }}
        aria-hidden="true"
      >
        {picture.lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {picture.boxes.map((box) => (
          <Entity key={box.id} box={box} />
        ))}
      </svg>
    </div>
  );
}

function Line({ line }: { line: DrawnLine }) {
  const path = line.points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    <g class="line">
      <path d={path} />
      {line.label.map((text, i) => (
        <text key={text} x={line.at.x} y={line.at.y + (i - (line.label.length - 1) / 2) * 16 + 4} text-anchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function Entity({ box }: { box: Box }) {
  const top = box.y + 8 + 13;
  return (
    <g class={`box ${box.kind}`}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.kind === 'end' ? 18 : 8} />
      {[...box.text, ...box.note].map((text, i) => (
        <text key={text} class={i < box.text.length ? undefined : 'note'} x={box.x + box.width / 2} y={top + i * 17} text-anchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}
