import { plain } from './text';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface JsonNode {
  node: JsonObject;
  types: string[];
  /** Keys from the block's root to this node, without `@graph`. */
  path: string[];
}

export interface JsonLd {
  nodes: JsonNode[];
  byId: Map<string, JsonObject>;
  /** Blocks that stay broken after repair, cut. */
  broken: string[];
}

const MAX_BLOCK = 1_000_000;
const MAX_DEPTH = 64;
const MAX_NODES = 5_000;

/** Parses the page's JSON-LD blocks into one flat list of nodes. Never throws; broken, huge and deep blocks are left out. */
export function readJsonLd(blocks: readonly string[]): JsonLd {
  const result: JsonLd = { nodes: [], byId: new Map(), broken: [] };
  for (const block of blocks) {
    if (block.length > MAX_BLOCK) continue;
    const json = parseTolerant(block);
    if (json === undefined) result.broken.push(block.slice(0, 100_000));
    else flatten(json, result);
  }
  return result;
}

/** Strict first; then without comments, CDATA, control characters, trailing commas and bad escapes. */
export function parseTolerant(text: string): Json | undefined {
  const strict = tryParse(text);
  if (strict !== undefined) return strict;
  const mended = text
    .replace(/^\s*(?:\/\*|\/\/)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\*|\/\/)?\s*(?:\]\]>|-->)\s*(?:\*\/)?\s*$/, '')
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/\\(?!["\\/bfnrtu])/g, '')
    .replace(/,\s*(?=[}\]])/g, '')
    .replace(/[;,\s]+$/, '');
  return tryParse(mended);
}

function tryParse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function flatten(root: Json, into: JsonLd): void {
  const stack: { value: Json; path: string[]; depth: number }[] = [{ value: root, path: [], depth: 0 }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, path, depth } = item;
    if (value === null || typeof value !== 'object' || depth > MAX_DEPTH) continue;
    if (Array.isArray(value)) {
      for (let i = Math.min(value.length, MAX_NODES) - 1; i >= 0; i--) stack.push({ value: value[i] ?? null, path, depth: depth + 1 });
      continue;
    }
    if (into.nodes.length >= MAX_NODES) return;
    into.nodes.push({ node: value, types: typesOf(value), path });
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !into.byId.has(id)) into.byId.set(id, value);
    for (const [key, child] of Object.entries(value).slice(0, 200).reverse()) {
      if (child !== null && typeof child === 'object')
        stack.push({ value: child, path: key === '@graph' ? path : [...path, key], depth: depth + 1 });
    }
  }
}

/** The types of a node by their last names: `https://schema.org/NewsArticle` is `NewsArticle`. Of a long one its end is looked at. */
export function typesOf(node: JsonObject): string[] {
  const type = node['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((t): t is string => typeof t === 'string').map((t) => typeName(t.slice(-200)));
}

function typeName(type: string): string {
  const name = type.replace(/^.*[/#:]/, '');
  return /^\w+$/.test(name) ? name.slice(0, 60) : plain(name, 60);
}

/** The values of a property as a list, with `@id` references put in. */
export function valuesOf(ld: JsonLd, node: JsonObject, key: string): Json[] {
  const value = node[key];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value.slice(0, 50) : [value]).map((item) => resolve(ld, item));
}

function resolve(ld: JsonLd, value: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const id = value['@id'];
  return typeof id === 'string' && Object.keys(value).length <= 2 && value.name === undefined ? (ld.byId.get(id) ?? value) : value;
}

/** The first text under a property; numbers count as text, `{ '@value': … }` is opened. */
export function textOf(ld: JsonLd, node: JsonObject, key: string): string {
  for (const value of valuesOf(ld, node, key)) {
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (isObject(value) && typeof value['@value'] === 'string') return value['@value'];
  }
  return '';
}

export function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
