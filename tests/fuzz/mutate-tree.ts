import type { Random } from './random';

type Mutator = (document: Document, random: Random) => void;

function any(document: Document, random: Random): Element {
  const all = document.getElementsByTagName('*');
  return all[random.below(all.length)] ?? document.documentElement;
}

/** What scripts do to a tree and no source can say. */
const MUTATORS: readonly [Mutator, ...Mutator[]] = [
  (document, random) => {
    const host = document.createElement('div');
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(...(document.querySelector('h1')?.parentElement?.childNodes ?? []));
    any(document, random).append(host);
  },
  (document, random) => {
    // Deeper than a parser goes.
    let at: Element = any(document, random);
    for (let depth = random.pick([600, 3_000]); depth > 0; depth--)
      at = at.appendChild(document.createElement(random.pick(['div', 'span', 'section'])));
    at.append('Door Anna Bakker, 12 mei 2024');
  },
  (document, random) => {
    for (let left = random.below(40); left > 0; left--)
      any(document, random).append('\ud83d', '\u0000', document.createComment('12 mei 2024'), '\udc00');
  },
  (document, random) => {
    const moved = any(document, random);
    const into = any(document, random);
    if (!moved.contains(into) && moved !== document.documentElement) into.append(moved);
  },
  (document, random) => any(document, random).remove(),
  (document) => document.body?.remove(),
  (document) => document.head?.remove(),
  (document) => document.documentElement?.remove(),
  (document, random) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', random.pick(['h1', 'time', 'a', 'script', 'meta']));
    svg.setAttribute('content', '2024-05-12');
    svg.setAttribute('class', 'byline');
    svg.textContent = 'Door Anna Bakker 12 mei 2024';
    any(document, random).append(svg);
  },
  (document, random) => {
    const source = any(document, random);
    for (const { name, value } of [...any(document, random).attributes]) source.setAttribute(name, value);
  },
  (document, random) => {
    const hostile = any(document, random);
    Object.defineProperty(hostile, random.pick(['textContent', 'getAttribute', 'localName', 'parentElement', 'closest', 'contains']), {
      value: random.pick([null, '', 'x', {}]),
    });
  },
];

/** Now and then something happens to the tree as well. */
export function mutateTree(document: Document, random: Random): void {
  if (random.below(3) > 0) return;
  for (let left = 1 + random.below(2); left > 0 && document.documentElement !== null; left--) {
    try {
      random.pick(MUTATORS)(document, random);
    } catch {
      // The tree forbids it (a frameset, an element that hosts no shadow); the page is read as it is.
    }
  }
}
