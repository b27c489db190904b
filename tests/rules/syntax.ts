import { parseSync } from 'vite';

/** A node of the syntax tree (ESTree with TypeScript and JSX); only what the rules look at is known. */
export interface Node {
  type: string;
  [key: string]: unknown;
}

export interface Import {
  from: string;
  /** Only types: gone after compilation. */
  typeOnly: boolean;
}

export function parse(file: string, code: string): Node {
  const { program, errors } = parseSync(file, code);
  const [first] = errors;
  if (first) throw new Error(`${file}: ${first.message}`);
  return program as unknown as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Calls `visit` for every node, parents first; `visit` gets the path down to it. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => void, parents: readonly Node[] = []): void {
  visit(node, parents);
  const inner = [...parents, node];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const each of value) if (isNode(each)) walk(each, visit, inner);
    } else if (isNode(value)) walk(value, visit, inner);
  }
}

/** The text of a string literal or of a template without values, or null. */
export function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return null;
  return node.quasis.map((quasi: { value: { raw: string } }) => quasi.value.raw).join('');
}

/** Everything a file imports, re-exports or loads later, by a name that can be read. */
export function importsOf(program: Node): Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') {
      const from = textOf(node.source);
      if (from === null) return;
      const specifiers = Array.isArray(node.specifiers) ? node.specifiers : [];
      const kinds = specifiers.map((each: Node) => each.importKind ?? each.exportKind);
      const typeOnly =
        node.importKind === 'type' || node.exportKind === 'type' || (kinds.length > 0 && kinds.every((kind) => kind === 'type'));
      found.push({ from, typeOnly });
    } else if (node.type === 'ImportExpression') {
      found.push({ from: textOf(node.source) ?? '(computed)', typeOnly: false });
    }
  });
  return found;
}

/** `name` when the node is that identifier. */
export function identifier(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : null;
}

/** `object.property` of a member access, as far as both are plain names. */
export function member(node: unknown): { object: string; property: string } | null {
  if (!isNode(node) || node.type !== 'MemberExpression') return null;
  const object = identifier(node.object);
  const property = identifier(node.property);
  return object === null || property === null ? null : { object, property };
}
