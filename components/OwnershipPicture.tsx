import { Fragment } from 'preact';
import { useContext, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Chain } from '../lib/core/chain';
import type { Words } from '../lib/words/words';
import { type FactsContent, FactsContext } from './facts-context';
import { OwnershipTree } from './OwnershipTree';
import { type Box, type DrawnLine, LABEL_LINE_HEIGHT, type Picture, pictureOf } from './picture-layout';
import { boxName } from './picture-names';
import { DASHES, DOUBLE_INNER, DOUBLE_OUTER, type KeyEntry, keyOf, LINE_WIDTH, pathOf, TOGETHER_WIDTH } from './picture-style';
import { LINE_HEIGHT } from './picture-text';
import { walk } from './picture-walk';

/** In px: a drawing that leaves room for text beside it. */
const NARROW = 420;

/** In px: a drawing wider than this is not in sight as a whole in a side panel, so that its text is there from the start. */
const IN_SIGHT = 380;

export interface OwnershipPictureProps {
  chain: Chain;
  /** The drawing in one sentence. */
  label: string;
  words: Words;
}

/**
 * The chain as a drawing that can be walked with the arrow keys, and the same as text. Where the page around it has pages of
 * entities, the boxes lead there; where it wants no text beside the drawing, a button shows and hides it.
 */
export function OwnershipPicture({ chain, label, words }: OwnershipPictureProps) {
  const { linkTo, textBeside, underPicture } = useContext(FactsContext);
  const picture = useMemo(() => pictureOf(chain, words), [chain, words]);
  const [asText, setAsText] = useState(picture.width > IN_SIGHT);
  const tree = useId();
  return (
    <div class={`ownership${textBeside ? ' beside' : ''}${picture.width <= NARROW ? ' narrow' : ''}`}>
      <div>
        <Drawing picture={picture} label={label} words={words} linkTo={linkTo} />
        {underPicture}
      </div>
      {textBeside ? (
        <OwnershipTree content={picture} words={words} linkTo={linkTo} />
      ) : (
        <div class="as-text">
          <button type="button" class="link no-print" aria-expanded={asText} aria-controls={tree} onClick={() => setAsText(!asText)}>
            {words.t(asText ? 'picture_text_hide' : 'picture_text_show')}
          </button>
          <div id={tree} hidden={!asText}>
            <OwnershipTree content={picture} words={words} linkTo={linkTo} />
          </div>
        </div>
      )}
    </div>
  );
}

type DrawingProps = Pick<OwnershipPictureProps, 'label' | 'words'> & { picture: Picture; linkTo: FactsContent['linkTo'] };

/** Tab enters the drawing at one box only; from there the arrow keys walk along the lines. */
function Drawing({ picture, label, words, linkTo }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ at: string; came: string | null }>({ at: picture.start, came: null });
  const at = picture.boxes.some(({ id }) => id === place.at) ? place.at : picture.start;
  const hint = useId();
  const key = keyOf(picture, words);
  useLayoutEffect(() => {
    // A drawing wider than its frame begins at the entity it is about.
    const first = picture.boxes.find(({ id }) => id === picture.start);
    const { current } = frame;
    if (current !== null && first !== undefined)
      current.scrollLeft = ((first.x + first.width / 2) / picture.width) * current.scrollWidth - current.clientWidth / 2;
  }, [picture]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = walk(picture, at, event.key, place.came);
    if (next === null) return;
    event.preventDefault();
    if (next === at) return;
    setPlace({ at: next, came: at });
    const box = [...(frame.current?.querySelectorAll<SVGElement>('.box') ?? [])].find(({ dataset }) => dataset.box === next);
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'nearest', inline: 'center' });
  };
  return (
    <>
      {/* Its boxes hold the focus, so the frame that scrolls is no stop of its own (Firefox makes it one). */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div class="picture" ref={frame} tabIndex={-1} role="group" aria-label={label} aria-describedby={hint} onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the frame around it has the name, and a title would show as a tooltip */}
        <svg viewBox={`0 0 ${picture.width} ${picture.height}`} width={picture.width} height={picture.height}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines take no focus; the boxes say what stands on them */}
          <g aria-hidden="true">
            {picture.lines.map((line) => (
              <Line key={line.id} line={line} together={picture.boxes.some(({ id, kind }) => id === line.from && kind === 'together')} />
            ))}
          </g>
          {picture.boxes.map((box) => (
            <BoxInPicture
              key={box.id}
              box={box}
              name={boxName(picture, box.id, words)}
              stop={box.id === at}
              href={box.entity === null || box.kind === 'start' ? undefined : linkTo?.(box.entity)}
              onFocus={() => setPlace((now) => (now.at === box.id ? now : { at: box.id, came: null }))}
            />
          ))}
        </svg>
      </div>
      {key.length > 0 && (
        <ul class="picture-key">
          {key.map((entry) => (
            <li key={entry.kind}>
              <Sample entry={entry} /> {entry.text}
            </li>
          ))}
        </ul>
      )}
      <p class="picture-hint no-print" id={hint}>
        {words.t('picture_hint')}
      </p>
    </>
  );
}

function Line({ line, together }: { line: DrawnLine; together: boolean }) {
  const width = together ? TOGETHER_WIDTH : LINE_WIDTH;
  const dashes = DASHES[line.kind] ?? undefined;
  return (
    <g class={`line ${line.kind}`}>
      {line.parts.map((points) => {
        const path = pathOf(points);
        return line.kind === 'priority' ? (
          <g key={path}>
            <path d={path} stroke-width={DOUBLE_OUTER} />
            <path class="inner" d={path} stroke-width={DOUBLE_INNER} />
          </g>
        ) : (
          <path key={path} d={path} stroke-width={width} stroke-dasharray={dashes} />
        );
      })}
      {line.labelLines.map((text, i) => (
        <text key={`${i} ${text}`} x={line.at.x} y={line.at.y + i * LABEL_LINE_HEIGHT} text-anchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function Sample({ entry }: { entry: KeyEntry }) {
  const { kind } = entry;
  return (
    <svg width="34" height="10" aria-hidden="true">
      {kind === 'priority' && <path d="M1 5H33" stroke-width={DOUBLE_OUTER} />}
      <path
        class={kind === 'priority' ? 'inner' : undefined}
        d="M1 5H33"
        stroke-width={kind === 'priority' ? DOUBLE_INNER : kind === 'together' ? TOGETHER_WIDTH : LINE_WIDTH}
        stroke-dasharray={(kind !== 'together' && DASHES[kind]) || undefined}
      />
    </svg>
  );
}

interface BoxProps {
  box: Box;
  /** For who hears it. */
  name: string;
  /** Where Tab enters. */
  stop: boolean;
  href: string | undefined;
  onFocus: () => void;
}

function BoxInPicture({ box, name, stop, href, onFocus }: BoxProps) {
  const top = box.y + 8 + 13;
  const inside = (
    <>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.kind === 'end' ? Math.min(18, box.height / 2) : 7} />
      {[...box.nameLines, ...box.noteLines].map((text, i) => (
        <Fragment key={`${i} ${text}`}>
          <text
            class={i < box.nameLines.length ? undefined : 'note'}
            x={box.x + box.width / 2}
            y={top + i * LINE_HEIGHT}
            text-anchor="middle"
          >
            {text}
          </text>{' '}
        </Fragment>
      ))}
    </>
  );
  const shared = { class: `box ${box.kind}`, 'data-box': box.id, 'aria-label': name, tabindex: stop ? 0 : -1, onFocus };
  return href === undefined ? (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is read, and can be walked to; nothing happens there
    <g {...shared} role="img">
      {inside}
    </g>
  ) : (
    <a {...shared} href={href}>
      {inside}
    </a>
  );
}
