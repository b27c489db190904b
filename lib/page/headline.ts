import { MAX_TEXT, plain, sameWords } from '../core/read/text';
import { query, startOf } from './bounded';

export interface Headline {
  element: Element;
  text: string;
}

/** The element that shows the article's title: an h1 if there is one, or what carries the declared title. */
export function findHeadline(document: Document, headings: readonly Element[], declared: readonly string[]): Headline | null {
  const shown = headings.map((element) => ({ element, text: plain(startOf(element, MAX_TEXT * 8)) })).filter(({ text }) => text.length > 1);
  const title = plain(document.title);
  return (
    shown.find(({ text }) => declared.some((name) => sameWords(name, text))) ??
    shown.find(({ text }) => text.length >= 8 && sameWords(title, text)) ??
    lesser(document, [...declared, title]) ??
    shown.find(({ element, text }) => text.length >= 10 && !element.closest('header[role=banner],nav,footer,aside')) ??
    shown[0] ??
    null
  );
}

function lesser(document: Document, declared: readonly string[]): Headline | null {
  const elements = query(document, 'h2,h3,[itemprop~="headline"],.entry-title,.title,.headline,.post-title');
  const end = Math.min(elements.length, 60);
  for (let i = 0; i < end; i++) {
    const element = elements[i];
    if (!element) continue;
    const text = plain(startOf(element, MAX_TEXT * 2));
    if (text.length >= 8 && declared.some((name) => sameWords(name, text)) && !element.closest('nav,aside,footer'))
      return { element, text };
  }
  return null;
}
