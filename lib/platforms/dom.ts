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

/** An element whose whole text is one of the words: exact after folding, in any case. */
export function leafWith(root: Element, selector: string, words: ReadonlySet<string>): string | null {
  for (const leaf of root.querySelectorAll(selector)) {
    if (leaf.childElementCount > 0) continue;
    const said = text(leaf);
    if (said.length <= 60 && words.has(said.toLowerCase())) return said;
  }
  return null;
}
