import type { ChipCard, ChipLine } from '../messages';
import { CARD, HEADLINE_CHIP, sheetFor } from './chip-style';

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

/**
 * A small text button that answers only to a person's own click. Everything but the button itself is made at that click: on most
 * pages nobody ever does.
 */
export function makeChip(document: Document, label: string, css: string, actions: ChipActions): Made {
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
  const above = chip.top - 8 - box.height;
  // Under the chip, or above it where only there is room: what was asked about stays in sight.
  card.style.top =
    chip.bottom + 8 + box.height > innerHeight && above >= 8 ? `${above}px` : within(chip.bottom + 8, box.height, innerHeight);
  card.querySelector('button')?.focus();
}

function cardParts(card: HTMLElement, content: ChipCard, actions: ChipActions): HTMLElement[] {
  const { ownerDocument } = card;
  const close = element(ownerDocument, 'button', 'close', content.close);
  close.addEventListener('click', () => card.hidePopover());
  const rows = element(ownerDocument, 'dl', '', '');
  const said = ({ text, small }: ChipLine): HTMLElement => element(ownerDocument, 'dd', small ? 'small' : '', text);
  for (const { label, first, steps, lines } of content.rows) {
    rows.append(
      element(ownerDocument, 'dt', '', label),
      ...first.map(said),
      ...steps.map((text) => element(ownerDocument, 'dd', 'step', text)),
      ...lines.map(said),
    );
  }
  const foot = element(ownerDocument, 'p', 'foot', '');
  const more = element(ownerDocument, 'button', 'link', content.more);
  more.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    actions.more();
    card.hidePopover();
  });
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
function keepInView(page: Document): IntersectionObserver | null {
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
