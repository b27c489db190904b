import type { ChipCard } from '../messages';

/** What a chip asks of its surroundings; the entrypoint answers through the background. */
export interface ChipActions {
  card: () => Promise<ChipCard | null>;
  more: () => void;
  switchOff: () => void;
}

export interface Chip {
  host: HTMLElement;
  remove: () => void;
}

/**
 * A small text button beside a headline. It takes no room (out of flow, at the end of the headline's last line) and answers only to a
 * person's own click. Everything but the button itself is made at that click: on most pages nobody ever does.
 */
export function placeChip(headline: Element, label: string, actions: ChipActions): Chip {
  const { ownerDocument } = headline;
  const host = ownerDocument.createElement('span');
  // Closed, so that the page's own scripts cannot read what is in it.
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheetFor(ownerDocument, CHIP)];
  const button = element(ownerDocument, 'button', 'chip', label);
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  root.append(button);
  // A headline is often a link: a click on the chip must not follow it.
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  let card: HTMLElement | null = null;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    card ??= cardIn(root, label);
    void open(card, button, actions);
  });
  headline.append(host);
  // Beside a wide page's headline there is room; only a narrow one is worth the browser's measuring.
  const overflow = ownerDocument.defaultView?.matchMedia('(max-width: 60rem)').matches ? keepInView(button) : null;
  return {
    host,
    remove: () => {
      overflow?.disconnect();
      host.remove();
    },
  };
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

/** A full last line would push the chip out of the page: then it moves back inside, under the line. Measured by the browser, not by us. */
function keepInView(button: HTMLElement): IntersectionObserver {
  const observer = new IntersectionObserver(([entry]) => {
    const over = entry?.rootBounds == null ? 0 : entry.boundingClientRect.right - entry.rootBounds.right + 8;
    if (over > 8) button.style.transform = `translate(${-Math.ceil(over)}px, 110%)`;
  });
  observer.observe(button);
  return observer;
}

/** The headline's own colour and letter: the chip reads on light and dark pages, and no font is loaded for it. */
const CHIP = `
:host { all: initial !important; position: absolute !important; color: inherit !important; font: 500 14px/1.3 sans-serif !important;
  font-family: inherit !important; margin-inline-start: 8px !important; z-index: 1 !important; }
button { font: inherit; color: inherit; background: none; cursor: pointer; }
.chip { border: 1px solid; border-radius: 6px; padding: 2px 8px; min-block-size: 24px; white-space: nowrap; }
:focus-visible { outline: 2px solid; outline-offset: 2px; }
`;

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
