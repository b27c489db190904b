/**
 * The properties by which a tree is walked, asked of the prototype instead of the node. An `object` or `embed` answers every question put to
 * itself by way of its plugin, for which the browser first lays out the page; and a form answers with its fields
 * (`<input name="nextSibling">`).
 */
function property<Of extends Node, Value>(name: string, proto: () => object): (node: Of) => Value {
  let get: ((this: Of) => Value) | null | undefined;
  return (node) => {
    get ??= Object.getOwnPropertyDescriptor(proto(), name)?.get as ((this: Of) => Value) | undefined;
    return get ? get.call(node) : ((node as unknown as Record<string, Value>)[name] as Value);
  };
}

const ofNode = (): object => Node.prototype;

export const nodeType = property<Node, number>('nodeType', ofNode);
export const ownerDocument = property<Node, Document | null>('ownerDocument', ofNode);
export const parentElement = property<Node, Element | null>('parentElement', ofNode);
export const localName = property<Element, string>('localName', () => Element.prototype);

/** The element itself, unless it belongs to a plugin and must not be asked anything. */
export function unlessPlugin(element: Element | null): Element | null {
  return element !== null && /^(?:object|embed|applet)$/.test(localName(element)) ? null : element;
}
