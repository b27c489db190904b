/** Small questions that adapters ask. `textContent` and attributes only: nothing here makes the browser lay out the page. */

/** The text of an element, white space folded and invisible marks left out; '' when there is none. */
export function text(element: Element | null | undefined): string {
  return folded(element?.textContent ?? '');
}

export function folded(raw: string): string {
  return raw
    .slice(0, 2000)
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function attribute(element: Element | null | undefined, name: string): string | null {
  const value = element?.getAttribute(name)?.trim() ?? '';
  return value === '' ? null : value;
}

/** The first segment of a path that names an account: `/nos/status/1` gives "nos". Null for anything that is no plain name. */
export function handleIn(href: string | null, pattern: RegExp): string | null {
  return href === null ? null : (pattern.exec(href)?.[1] ?? null);
}

/** Kept in the page but not shown, as old pages of in-page navigation are: decided by attributes alone. */
export function isPutAway(element: Element): boolean {
  return element.closest('[hidden], [aria-hidden="true"], template') !== null;
}

/** Hidden within its post, as opposed to with all of it: a dialog may mark the page behind it, which stays in view. */
export function isHiddenIn(element: Element, unit: Element): boolean {
  const box = element.closest('[hidden], [aria-hidden="true"], template');
  return box !== null && unit.contains(box);
}

/** Neither hidden within its post nor holding anything that is: its text is what somebody sees. */
export function isAllShown(element: Element, unit: Element): boolean {
  return !isHiddenIn(element, unit) && element.querySelector('[hidden], [aria-hidden="true"]') === null;
}

/** A shown element whose whole text is one of the words: exact after folding, in any case. */
export function leafWith(root: Element, selector: string, words: ReadonlySet<string>): string | null {
  for (const leaf of root.querySelectorAll(selector)) {
    if (leaf.childElementCount > 0) continue;
    const said = text(leaf);
    if (said.length <= 60 && words.has(said.toLowerCase()) && !isHiddenIn(leaf, root)) return said;
  }
  return null;
}

/** The last element of a line that is the page's own: an empty `span` without attributes may be a chip of ours. */
export function lastIn(line: Element): Element | null {
  let last = line.lastElementChild;
  while (last !== null && isBare(last)) last = last.previousElementSibling;
  return last;
}

/**
 * Whether nothing is shown behind an element in its line, so that what is drawn there covers nothing. Buttons and menus do not count: in
 * lines that name somebody they stand at the far end.
 */
export function endsLine(end: Element, line: Element): boolean {
  for (let at = end; at !== line; ) {
    for (let next = at.nextSibling; next !== null; next = next.nextSibling) if (isShown(next)) return false;
    const up = at.parentElement;
    if (up === null) return false;
    at = up;
  }
  return true;
}

/** The smallest element around both. */
export function around(one: Element, other: Element): Element | null {
  let box: Element | null = one;
  while (box !== null && !box.contains(other)) box = box.parentElement;
  return box;
}

/** One ends before the other begins. */
export function precedes(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !one.contains(other);
}

const ASIDE = 'button, template, script, style, [hidden], [role="button"], [aria-haspopup]';

function isShown(node: Node): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeType === Node.TEXT_NODE && folded(node.nodeValue ?? '') !== '';
  const element = node as Element;
  if (element.matches(ASIDE) || isBare(element)) return false;
  if (element.childElementCount === 0) return /^(?:img|svg|video|canvas)$/.test(element.localName) || text(element) !== '';
  return element.matches('svg') || [...element.childNodes].some((child) => isShown(child));
}

function isBare(element: Element): boolean {
  return element.localName === 'span' && !element.hasChildNodes() && element.attributes.length === 0;
}
