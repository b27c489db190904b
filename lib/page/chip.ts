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
  'click',
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
  // Beside a wide page's headline there is room; only a narrow one is worth the browser's measuring.
  const inView = headline.ownerDocument.defaultView?.matchMedia('(max-width: 60rem)').matches ? keepInView() : null;
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
  /** The room that the row leaves between its boxes. */
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
  const parent = anchor.parentElement;
  if (view === null || parent === null) return null;
  const { display, columnGap, color } = view.getComputedStyle(parent);
  if (/grid$/.test(display)) return null;
  const inLine = isInline(anchor, view) && (anchor.lastElementChild === null || isInline(anchor.lastElementChild, view));
  const as = /flex$/.test(display) ? 'item' : inLine ? 'inline' : isBelow ? 'above' : 'block';
  return { as, gap: columnGap, onDark: isLight(color) };
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

/** A chip behind the line that names who published a post. */
export function placeChipBehind(anchor: Element, stand: Stand, label: string, actions: ChipActions, inView: IntersectionObserver): Chip {
  const css = `${POST_CHIP[stand.as]}${stand.onDark ? ON_DARK : ON_LIGHT}`;
  const { button, ...chip } = makeChip(anchor.ownerDocument, label, css, actions);
  // Given back, so that what follows stays where it is.
  if (stand.as === 'item' && /^[\d.]+px$/.test(stand.gap)) chip.host.style.setProperty('margin-inline-start', `-${stand.gap}`, 'important');
  anchor.after(chip.host);
  inView.observe(button);
  return {
    ...chip,
    remove: () => {
      inView.unobserve(button);
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
  for (const type of OWN_EVENTS) host.addEventListener(type, stop, { passive: true });
  let card: HTMLElement | null = null;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    card ??= cardIn(root, label);
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

function stop(event: Event): void {
  event.stopPropagation();
}

function cardIn(root: ShadowRoot, label: string): HTMLElement {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetFor(root.ownerDocument, CARD)];
  const card = element(root.ownerDocument, 'div', 'card', '');
  card.popover = 'auto';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', label);
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

/** A full last line would push a chip out of the page: then it moves back inside, under the line. Measured by the browser, not by us. */
export function keepInView(): IntersectionObserver {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, rootBounds, boundingClientRect } of entries) {
      observer.unobserve(target);
      const over = rootBounds === null ? 0 : boundingClientRect.right - rootBounds.right + 8;
      if (over > 8 && target instanceof HTMLElement) target.style.transform = `translate(${-Math.ceil(over)}px, 110%)`;
    }
  });
  return observer;
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

const IN_BLOCK = `:host { ${POST_HOST} display: block !important; position: relative !important; block-size: 0 !important; }`;

/** Each takes no room. In a row an element out of flow would stand at its beginning, so there it is a box without a size. */
const POST_CHIP: Readonly<Record<Stand['as'], string>> = {
  item: `
:host { ${POST_HOST} display: block !important; position: relative !important; inline-size: 0 !important; block-size: 0 !important;
  flex: none !important; align-self: center !important; }
${CHIP}
.chip { position: absolute; inset-inline-start: 6px; inset-block-start: -12px; }
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
