/** One chip of Colofon in the page in front, as somebody sees it. The page's own scripts cannot see any of this. */
export interface SeenChip {
  /** The words of the element that the chip stands behind, white space folded. */
  beside: string;
  text: string;
  /** Of the button, in px from the corner of the viewport. */
  box: Box;
  /** Whether the middle of the button can be clicked, so nothing lies over it; null where that is out of view. */
  onTop: boolean | null;
  color: string;
  background: string;
  /** Whether the keyboard stands on the button. */
  focused: boolean;
  /** Its card while that is open. */
  card: SeenCard | null;
}

interface SeenCard {
  text: string;
  /** The questions of its rows, in order. */
  questions: string[];
  box: Box;
  color: string;
  background: string;
  /** The button of the card on which the keyboard stands. */
  focus: string | null;
  /** Elements within, by name: text that came as text makes none. */
  elements: string[];
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a browser gives a test the root that pages cannot have. */
export type RootOf = (element: Element) => ShadowRoot | null;

/** Runs in the page. Chips stand in spans that have no name of their own. */
export function chipsIn(page: Document, rootOf: RootOf): SeenChip[] {
  const view = page.defaultView;
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const folded = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const chips: SeenChip[] = [];
  for (const host of page.querySelectorAll('span:empty')) {
    const root = rootOf(host);
    const button = root?.querySelector<HTMLElement>('.chip');
    if (!root || !button || !view) continue;
    const box = boxOf(button);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const style = view.getComputedStyle(button);
    const open = root.querySelector<HTMLElement>('.card:popover-open');
    const cardStyle = open ? view.getComputedStyle(open) : null;
    chips.push({
      beside: folded(host.previousElementSibling?.textContent ?? host.parentElement?.textContent),
      text: folded(button.textContent),
      box,
      onTop: box.y < 0 || box.y + box.height > view.innerHeight ? null : root.elementFromPoint(x, y) === button,
      color: style.color,
      background: style.backgroundColor,
      focused: root.activeElement === button,
      card:
        open && cardStyle
          ? {
              text: folded(Array.from(open.querySelectorAll('p, dt, dd, button'), (each) => each.textContent).join(' ')),
              questions: Array.from(open.querySelectorAll('dt'), (each) => folded(each.textContent)),
              box: boxOf(open),
              color: cardStyle.color,
              background: cardStyle.backgroundColor,
              focus: root.activeElement && open.contains(root.activeElement) ? folded(root.activeElement.textContent) : null,
              elements: [...new Set(Array.from(open.querySelectorAll('*'), (each) => each.localName))].sort(),
            }
          : null,
    });
  }
  return chips;
}

/** Runs in the page: brings a chip into view, by its number among `chipsIn`, and says where its middle is. */
export function chipAt(page: Document, rootOf: RootOf, at: number): { x: number; y: number } | null {
  const buttons = Array.from(page.querySelectorAll('span:empty'), (host) => rootOf(host)?.querySelector('.chip') ?? null);
  const button = buttons.filter((each) => each !== null)[at];
  if (!button) return null;
  const { top, bottom } = button.getBoundingClientRect();
  if (top < 0 || bottom > (page.defaultView?.innerHeight ?? 0)) button.scrollIntoView({ block: 'center' });
  const box = button.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Runs in the page: where the button with these words is in the card that stands open. */
export function cardButtonAt(page: Document, rootOf: RootOf, words: string): { x: number; y: number } | null {
  for (const host of page.querySelectorAll('span:empty')) {
    for (const button of rootOf(host)?.querySelectorAll('.card:popover-open button') ?? []) {
      if (button.textContent !== words) continue;
      const box = button.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return null;
}
