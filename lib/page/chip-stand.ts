import { type Chip, type ChipActions, makeChip } from './chip';
import { ON_DARK, ON_LIGHT, POST_CHIP } from './chip-style';

/** How a chip stands behind an element without moving anything. */
export interface Stand {
  /** In a row of boxes, in a line of text, or at the end of a block's last line; `above`: of the line above that. */
  as: 'item' | 'inline' | 'block' | 'above';
  /** The room that the row or column leaves between its boxes. */
  gap: string;
  /** The text around it is light, so what is behind it is dark. */
  onDark: boolean;
}

/**
 * How a chip can stand behind an element; null where anything would move. Asks for computed styles and nothing else: right after the
 * browser has laid out the page that costs no work.
 */
export function standBehind(anchor: Element, isBelow: boolean): Stand | null {
  const view = anchor.ownerDocument.defaultView;
  let parent = anchor.parentElement;
  if (view === null || parent === null) return null;
  let style = view.getComputedStyle(parent);
  for (; style.display === 'contents' && parent.parentElement !== null; style = view.getComputedStyle(parent))
    parent = parent.parentElement;
  const { display, flexDirection, justifyContent, columnGap, rowGap, color } = style;
  const isFlex = /flex$/.test(display);
  // One more box, however small, changes how a grid is filled and how free room is shared out.
  if (/grid$/.test(display) || (isFlex && (/^space-/.test(justifyContent) || /reverse$/.test(flexDirection)))) return null;
  const below = isBelow ? 'above' : 'block';
  if (isFlex)
    return {
      as: flexDirection === 'column' ? below : 'item',
      gap: flexDirection === 'column' ? rowGap : columnGap,
      onDark: isLight(color),
    };
  const inLine = isInline(anchor, view) && (anchor.lastElementChild === null || isInline(anchor.lastElementChild, view));
  return { as: inLine ? 'inline' : below, gap: 'normal', onDark: isLight(color) };
}

/** @param color as computed: `rgb(231, 235, 240)`; anything else counts as dark text */
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = color.startsWith('rgb') ? (color.match(/[\d.]+/g) ?? []).map(Number) : [];
  return red * 0.3 + green * 0.6 + blue * 0.1 > 140;
}

/** A link around blocks counts as a block: behind it a new line begins. */
function isInline(element: Element, view: Window): boolean {
  return /^(?:inline|contents|none|ruby)/.test(view.getComputedStyle(element).display);
}

/**
 * A chip behind the line that names who published a post.
 *
 * @param end where the post ends on the right, in px from the left of the viewport
 */
export function placeChipBehind(anchor: Element, end: number, stand: Stand, label: string, actions: ChipActions, row: RowKeeper): Chip {
  // Given back, so that what follows stays where it is. In the sheet: an attribute would be a trace that pages can see.
  const side = stand.as === 'item' ? 'inline' : 'block';
  const gap = /^[\d.]+(?:px|%)$/.test(stand.gap) ? `:host { margin-${side}-start: -${stand.gap} !important; }` : '';
  const css = `${POST_CHIP[stand.as]}${gap}${stand.onDark ? ON_DARK : ON_LIGHT}`;
  const { button, ...chip } = makeChip(anchor.ownerDocument, label, css, actions);
  anchor.after(chip.host);
  const inRow = stand.as === 'item' || stand.as === 'inline';
  if (inRow) row.keep(button, end);
  return {
    ...chip,
    remove: () => {
      if (inRow) row.forget(button);
      chip.host.remove();
    },
  };
}

/** Keeps chips out of the way of what stands at the far end of their rows. */
export interface RowKeeper {
  keep: (chip: HTMLElement, end: number) => void;
  forget: (chip: HTMLElement) => void;
  stop: () => void;
}

/** In px: what the buttons of a menu at the end of a row take. */
const MENU = 80;

/**
 * In a full row a chip would lie over the menu at its end, or out of the page: then it moves onto the upper edge of its post. Measured by
 * the browser, once for each chip.
 */
export function keepInRows(): RowKeeper {
  const ends = new WeakMap<Element, number>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, rootBounds, boundingClientRect } of entries) {
      observer.unobserve(target);
      const end = Math.min(ends.get(target) ?? Number.POSITIVE_INFINITY, (rootBounds?.right ?? Number.POSITIVE_INFINITY) - 4);
      if (boundingClientRect.right <= end - MENU || !(target instanceof HTMLElement)) continue;
      target.style.transform = `translate(${-Math.max(0, Math.ceil(boundingClientRect.right - end + 8))}px, -80%)`;
    }
  });
  return {
    keep: (chip, end) => {
      ends.set(chip, end);
      observer.observe(chip);
    },
    forget: (chip) => observer.unobserve(chip),
    stop: () => observer.disconnect(),
  };
}
