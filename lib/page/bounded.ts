import { nodeType, ownerDocument } from './nodes';

/** In a page of more elements than this only the first so many are looked at. */
const MOST_ELEMENTS = 30_000;
/** And no more nodes than this for one text. */
const MOST_NODES = 2_000;

/** The first characters of a node's text, as `textContent` gives them; that one would join the text of a whole page. */
export function startOf(root: Node | null | undefined, length: number): string {
  if (!root) return '';
  if (nodeType(root) === 3) return (root.nodeValue ?? '').slice(0, length);
  // Texts and CDATA.
  const walker = ownerDocument(root)?.createTreeWalker(root, 12);
  let text = '';
  for (let node = walker?.nextNode(), steps = 0; node && text.length < length && steps < MOST_NODES; node = walker?.nextNode(), steps++)
    text += node.nodeValue ?? '';
  return text.slice(0, length);
}

/** What `querySelectorAll` finds; in a page of tens of thousands of elements, what it would find among the first of them. */
export function query(document: Document, selector: string): ArrayLike<Element> {
  const all = document.getElementsByTagName('*');
  // Asking for one of them goes no further than that one; asking for their number would count them all.
  if (all[MOST_ELEMENTS] === undefined) return document.querySelectorAll(selector);
  const found: Element[] = [];
  for (let i = 0; i < MOST_ELEMENTS; i++) {
    const element = all[i];
    if (element && Element.prototype.matches.call(element, selector)) found.push(element);
  }
  return found;
}
