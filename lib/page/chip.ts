import type { ChipCard } from '../messages';

/** What a chip asks of its surroundings; the entrypoint answers through the background. */
export interface ChipActions {
  card: () => Promise<ChipCard | null>;
  more: () => void;
  switchOff: () => void;
}

export interface Chip {
  host: HTMLElement;
  /** Whether somebody is at it: its card is open, or the keyboard stands on it. */
  inUse: () => boolean;
  close: () => void;
  remove: () => void;
}

interface Made extends Pick<Chip, 'host' | 'inUse' | 'close'> {
  button: HTMLButtonElement;
}

/** What a page must not hear of the chip: a click on it would otherwise open the headline's link, or the post. */
const OWN_EVENTS = [
  'auxclick',
  'dblclick',
  'keydown',
  'keyup',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchend',
  'touchstart',
] as const;

/** A chip at the end of a headline's last line, out of flow. */
export function placeChip(headline: Element, label: string, actions: ChipActions): Chip {
  const { button, ...chip } = makeChip(headline.ownerDocument, label, HEADLINE_CHIP, actions);
  headline.append(chip.host);
  const inView = keepInView(headline.ownerDocument);
  inView?.observe(button);
  return {
    ...chip,
    remove: () => {
      inView?.disconnect();
      chip.host.remove();
    },
  };
}

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
export function placeChipBehind(
  anchor: Element,
  stand: Stand,
  label: string,
  actions: ChipActions,
  inView: IntersectionObserver | null,
): Chip {
  // Given back, so that what follows stays where it is. In the sheet: an attribute would be a trace that pages can see.
  const side = stand.as === 'item' ? 'inline' : 'block';
  const gap = /^[\d.]+px$/.test(stand.gap) ? `:host { margin-${side}-start: -${stand.gap} !important; }` : '';
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

/**
 * A small text button that answers only to a person's own click. Everything but the button itself is made at that click: on most
 * pages nobody ever does.
 */
function makeChip(document: Document, label: string, css: string, actions: ChipActions): Made {
  const host = document.createElement('span');
  // Closed, so that the page's own scripts cannot read what is in it.
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheetFor(document, css)];
  const button = element(document, 'button', 'chip', label);
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  root.append(button);
  host.addEventListener('click', stop);
  // The others come after the pointer or the keyboard did; to most chips nothing ever does.
  for (const type of ['pointerover', 'focusin']) host.addEventListener(type, keepOwnEvents, { once: true, passive: true });
  let card: HTMLElement | null = null;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    card ??= cardIn(root, button, label);
    void open(card, button, actions);
  });
  const isOpen = (): boolean => card?.matches(':popover-open') === true;
  return {
    host,
    button,
    inUse: () => root.activeElement !== null || isOpen(),
    close: () => {
      if (isOpen()) card?.hidePopover();
    },
  };
}

function keepOwnEvents({ currentTarget }: Event): void {
  for (const type of OWN_EVENTS) currentTarget?.addEventListener(type, stop, { passive: true });
}

function stop(event: Event): void {
  event.stopPropagation();
}

function cardIn(root: ShadowRoot, button: HTMLElement, label: string): HTMLElement {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetFor(root.ownerDocument, CARD)];
  const card = element(root.ownerDocument, 'div', 'card', '');
  card.popover = 'auto';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', label);
  // Not every browser gives the keyboard back by itself within a shadow root.
  card.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'closed' && card.contains(root.activeElement)) button.focus({ preventScroll: true });
  });
  root.append(card);
  return card;
}

async function open(card: HTMLElement, button: HTMLElement, actions: ChipActions): Promise<void> {
  const content = await actions.card();
  if (content === null) return;
  card.replaceChildren(...cardParts(card, content, actions));
  card.showPopover();
  // Somebody clicked and waits: measuring once is fair, and the card stands where they look.
  const [chip, box] = [button.getBoundingClientRect(), card.getBoundingClientRect()];
  const within = (at: number, size: number, room: number): string => `${Math.max(16, Math.min(at, room - size - 16))}px`;
  card.style.left = within(chip.left, box.width, document.documentElement.clientWidth);
  card.style.top = within(chip.bottom + 8, box.height, innerHeight);
  card.querySelector('button')?.focus();
}

function cardParts(card: HTMLElement, content: ChipCard, actions: ChipActions): HTMLElement[] {
  const { ownerDocument } = card;
  const close = element(ownerDocument, 'button', 'close', content.close);
  close.addEventListener('click', () => card.hidePopover());
  const rows = element(ownerDocument, 'dl', '', '');
  for (const { label, steps, lines } of content.rows) {
    rows.append(
      element(ownerDocument, 'dt', '', label),
      ...steps.map((text) => element(ownerDocument, 'dd', 'step', text)),
      ...lines.map(({ text, small }) => element(ownerDocument, 'dd', small ? 'small' : '', text)),
    );
  }
  const foot = element(ownerDocument, 'p', 'foot', '');
  const more = element(ownerDocument, 'button', 'link', content.more);
  more.addEventListener('click', (event) => event.isTrusted && actions.more());
  foot.append(more);
  if (content.switchOff !== null) {
    const off = element(ownerDocument, 'button', 'link', content.switchOff);
    off.addEventListener('click', (event) => event.isTrusted && actions.switchOff());
    foot.append(off);
  }
  return [close, element(ownerDocument, 'p', 'lead', content.lead), rows, foot];
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  name: string,
  text: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name !== '') made.className = name;
  made.textContent = text;
  return made;
}

/**
 * A full last line would push a chip out of the page: then it moves back inside, under the line. Measured by the browser, not by us; null
 * in a wide window, where there is room and that would cost for nothing.
 */
export function keepInView(page: Document): IntersectionObserver | null {
  if (page.defaultView?.matchMedia('(max-width: 60rem)').matches !== true) return null;
  const observer = new IntersectionObserver((entries) => {
    for (const { target, rootBounds, boundingClientRect } of entries) {
      observer.unobserve(target);
      const over = rootBounds === null ? 0 : boundingClientRect.right - rootBounds.right + 8;
      if (over > 8 && target instanceof HTMLElement) target.style.transform = `translate(${-Math.ceil(over)}px, 110%)`;
    }
  });
  return observer;
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
      target.style.transform = `translate(${-Math.max(0, Math.ceil(boundingClientRect.right - end + 8))}px, -60%)`;
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

/** The line's own colour and letter: the chip reads on light and dark pages, and no font is loaded for it. */
const CHIP = `
button { font: inherit; color: inherit; background: none; cursor: pointer; }
.chip { border: 1px solid; border-radius: 6px; padding: 2px 8px; min-block-size: 24px; white-space: nowrap; }
:focus-visible { outline: 2px solid; outline-offset: 2px; }
`;

const HEADLINE_CHIP = `
:host { all: initial !important; position: absolute !important; color: inherit !important; font: 500 14px/1.3 sans-serif !important;
  font-family: inherit !important; margin-inline-start: 8px !important; z-index: 1 !important; }
${CHIP}`;

const POST_HOST = `all: initial !important; font: 500 12px/1.3 sans-serif !important; font-family: inherit !important; z-index: 1 !important;`;

/** Over a text that fills its line a chip is still to be read. */
const ON_LIGHT = '.chip { color: #1b2430; background: #fff; border-color: #76818f; }';
const ON_DARK = '.chip { color: #e7ebf0; background: #14181f; border-color: #7f8a99; }';

const IN_BLOCK = `:host { ${POST_HOST} display: block !important; position: relative !important; block-size: 0 !important;
  align-self: stretch !important; flex: none !important; }`;

/** Each takes no room. In a row an element out of flow would stand at its beginning, so there it is a box without a size. */
const POST_CHIP: Readonly<Record<Stand['as'], string>> = {
  item: `
:host { ${POST_HOST} display: flex !important; position: relative !important; inline-size: 0 !important; block-size: 0 !important;
  flex: none !important; align-self: center !important; }
${CHIP}
.chip { margin: -12px 0 0 6px; inline-size: max-content; }
`,
  inline: `
:host { ${POST_HOST} position: absolute !important; margin-inline-start: 6px !important; }
${CHIP}
.chip { margin-block-start: -3px; }
`,
  block: `${IN_BLOCK}${CHIP}.chip { position: absolute; inset-inline-end: 0; inset-block-end: 0; }`,
  above: `${IN_BLOCK}${CHIP}.chip { position: absolute; inset-inline-end: 0; inset-block-end: 30px; }`,
};

const CARD = `
.card button { border: 0; padding: 2px 0; min-block-size: 24px; text-align: start; }
.card { color-scheme: light dark; color: light-dark(#1b2430, #e7ebf0); background: light-dark(#fff, #14181f); border: 1px solid light-dark(#76818f, #7f8a99);
  border-radius: 10px; padding: 14px 16px; inline-size: min(360px, calc(100vw - 32px)); max-block-size: calc(100vh - 32px); overflow: auto; box-sizing: border-box;
  position: fixed; inset: 16px auto auto 16px; margin: 0; font: 400 14px/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
.card p, dl, dd { margin: 0; }
.lead { font: 600 18px/1.25 Georgia, serif; padding-inline-end: 70px; }
dl { margin-block: 10px; border-block-start: 1px solid light-dark(#dde2e8, #303945); }
dt, .small { color: light-dark(#55606e, #a6b0bd); font-size: 13px; }
dt { margin-block-start: 8px; }
.step + :not(.step) { margin-block-start: 6px; }
.step { border-inline-start: 2px solid light-dark(#76818f, #7f8a99); padding-inline-start: 10px; }
.card .close { position: absolute; inset: 10px 12px auto auto; }
.card .close, .card .link { color: light-dark(#1f4b99, #9dbdff); text-decoration: underline; text-underline-offset: .18em; }
.foot { display: flex; flex-wrap: wrap; gap: 0 16px; }
`;

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One parsed sheet for each document, however many chips there are. */
function sheetFor(document: Document, css: string): CSSStyleSheet {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const sheet = known.get(css) ?? new CSSStyleSheet();
  if (!known.has(css)) sheet.replaceSync(css);
  known.set(css, sheet);
  return sheet;
}
