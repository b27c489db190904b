import { ImportProblem, lineAt } from './clean';

/** XML as the objects that JSON-LD would be: element names as types and properties, texts as values. */
type XmlNode = { [name: string]: XmlValue | XmlValue[] };
type XmlValue = string | XmlNode;

const MAX_DEPTH = 40;
const MAX_ELEMENTS = 100_000;

/**
 * Reads XML with the parser of happy-dom. A document type is refused unread: it could make much of little, or point elsewhere.
 * What an element holds is never run.
 */
export async function xmlNodes(text: string, from: string): Promise<XmlNode> {
  const plain = text.replace(/^\ufeff/, '').replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => escaped(inner));
  const doctype = /<!(?:DOCTYPE|ENTITY)/i.exec(plain);
  if (doctype !== null)
    throw new ImportProblem(`${from}:${lineAt(plain, doctype.index)}: a document type — save it without, nothing was read`);
  tooMuch(plain, from);
  // Only this import needs it, and it takes a second to load.
  const { Window } = await import('happy-dom');
  const window = new Window();
  try {
    const root = new window.DOMParser().parseFromString(plain, 'application/xml').documentElement;
    if (root === null || root.querySelector('parsererror') !== null || root.localName === 'parsererror' || root.localName === 'html')
      throw new ImportProblem(`${from}: broken XML — save the answer again`);
    return nodeOf(root);
  } finally {
    await window.happyDOM.close();
  }
}

/** What is used of an element, so that nothing here hangs on the parser. */
interface ElementLike {
  localName: string;
  textContent: string;
  children: ArrayLike<ElementLike>;
  attributes: ArrayLike<{ localName: string | null; name: string; value: string | null }>;
}

/** Before the parser, which would run out of stack: elements that are open at once, and elements in all. */
function tooMuch(text: string, from: string): void {
  let depth = 0;
  let count = 0;
  for (const { 1: close, 2: empty, index } of text.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    depth += close === '/' ? -1 : empty === '/' ? 0 : 1;
    count += 1;
    if (depth > MAX_DEPTH)
      throw new ImportProblem(`${from}:${lineAt(text, index)}: elements inside each other more than ${MAX_DEPTH} deep`);
    if (count > MAX_ELEMENTS * 2) throw new ImportProblem(`${from}: more than ${MAX_ELEMENTS} elements — ask for less at a time`);
  }
}

function nodeOf(element: ElementLike): XmlNode {
  const node: XmlNode = { '@type': capital(element.localName) };
  for (const { localName, name, value } of Array.from(element.attributes)) {
    const own = localName ?? name;
    if (/^(?:id|about|.*ref)$/i.test(own)) node['@id'] = value ?? '';
    else if (own === 'resource') node['@id'] = value ?? '';
  }
  for (const child of Array.from(element.children)) {
    const before = node[child.localName];
    const value = textOrNode(child);
    node[child.localName] = before === undefined ? value : [before, value].flat();
  }
  return node;
}

/** A text, what an element refers to, or what stands in it: the thing itself where it is wrapped in its name. */
function textOrNode(element: ElementLike): XmlValue {
  const children = Array.from(element.children);
  if (children.length === 0) {
    const text = element.textContent.trim();
    const reference = Array.from(element.attributes).find(({ localName, name }) => /^(?:resource|.*ref)$/i.test(localName ?? name));
    return text === '' && reference !== undefined ? (reference.value ?? '') : text;
  }
  const [only] = children;
  return children.length === 1 && only !== undefined && /^[A-Z]/.test(only.localName) ? nodeOf(only) : nodeOf(element);
}

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
