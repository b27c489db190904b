import path from 'node:path';
import { identifier, importsOf, member, type Node, parse, walk } from '../syntax';

/** The house's own parts (docs/ARCHITECTURE.md). `page-scripts` are the entrypoints that run inside a web page. */
export type Layer =
  | 'core'
  | 'page'
  | 'platforms'
  | 'words'
  | 'store'
  | 'app'
  | 'i18n'
  | 'messages'
  | 'components'
  | 'entrypoints'
  | 'page-scripts'
  | 'tools'
  | 'texts'
  | 'outside';

interface Allowance {
  layers: readonly Layer[];
  /** Of these only types may be used. */
  types?: readonly Layer[];
  packages: readonly string[];
  /** May call the browser's extension API. */
  browser?: true;
}

/** What each part may import. Everything that is not named here is refused. */
export const ARROWS: Partial<Record<Layer, Allowance>> = {
  core: { layers: ['core'], packages: ['tldts'] },
  page: { layers: ['core', 'page', 'platforms'], types: ['messages'], packages: [] },
  platforms: { layers: ['core', 'platforms'], packages: [] },
  words: { layers: ['core', 'words', 'texts'], packages: [] },
  store: { layers: ['core', 'store'], types: ['words'], packages: ['dexie', 'webextension-polyfill'], browser: true },
  i18n: { layers: ['core', 'words', 'i18n'], types: ['store'], packages: ['webextension-polyfill'], browser: true },
  messages: { layers: ['messages', 'core'], types: ['words'], packages: ['webextension-polyfill'], browser: true },
  app: {
    layers: ['app', 'store', 'core', 'page', 'platforms', 'words', 'i18n', 'messages'],
    packages: ['webextension-polyfill'],
    browser: true,
  },
  components: { layers: ['components', 'core', 'words', 'i18n'], packages: ['preact', '@dagrejs/dagre'] },
  // Settings are read and changed where a page starts: a use case that only passes them on would say nothing.
  entrypoints: {
    layers: ['entrypoints', 'app', 'page', 'store', 'components', 'core', 'words', 'i18n', 'messages'],
    packages: ['preact', 'webextension-polyfill', 'wxt'],
    browser: true,
  },
  'page-scripts': { layers: ['page', 'platforms', 'core', 'messages'], types: ['app', 'words'], packages: ['wxt'], browser: true },
  tools: { layers: ['tools', 'core', 'page', 'platforms', 'words', 'texts'], packages: ['*'] },
};

/** Entrypoints that are injected into web pages; all others are the background and the extension's own pages. */
const PAGE_SCRIPT = /^entrypoints\/(reader|headline|post|frame|[\w-]+\.content)(\/|\.|$)/;

export function layerOf(file: string): Layer {
  if (PAGE_SCRIPT.test(file) || /^entrypoints\/feed-/.test(file)) return 'page-scripts';
  const [top = '', second = ''] = file.split('/');
  if (top === 'entrypoints' || top === 'components' || top === 'tools') return top;
  if (file.startsWith('public/_locales/')) return 'texts';
  if (top !== 'lib') return 'outside';
  const name = second.replace(/\.tsx?$/, '');
  const inside = ['core', 'page', 'platforms', 'words', 'store', 'app', 'i18n', 'messages'] as const;
  return inside.find((layer) => layer === name) ?? 'outside';
}

/** What breaks the arrows in one file, as sentences. */
export function arrowProblems(file: string, code: string): string[] {
  const layer = layerOf(file);
  const allowed = ARROWS[layer];
  if (!allowed) return [`${file}: belongs to no part of the house`];
  const program = parse(file, code);
  const problems = importsOf(program).flatMap(({ from, typeOnly }) => {
    const why = from.startsWith('.')
      ? relativeProblem(file, layer, allowed, from, typeOnly)
      : packageProblem(layer, allowed, from, typeOnly);
    return why === null ? [] : [`${file}: ${why}`];
  });
  if (!allowed.browser && layer !== 'tools')
    problems.push(...browserCalls(program).map((call) => `${file}: ${layer} calls the browser (${call})`));
  if (layer === 'core') problems.push(...impurities(program).map((what) => `${file}: core is pure, but uses ${what}`));
  return problems;
}

function relativeProblem(file: string, layer: Layer, allowed: Allowance, from: string, typeOnly: boolean): string | null {
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), from));
  if (/\.(css|svg|png)$/.test(target)) return null;
  const other = layerOf(target);
  if (other === 'entrypoints' || other === 'page-scripts') {
    const near = path.posix.dirname(target) === path.posix.dirname(file) && path.posix.dirname(file) !== 'entrypoints';
    return layer === other && near ? null : `nothing imports an entrypoint (${from})`;
  }
  if (allowed.layers.includes(other) || (typeOnly && allowed.types?.includes(other))) return null;
  return `${layer} may not import ${other} (${from})`;
}

function packageProblem(layer: Layer, allowed: Allowance, from: string, typeOnly: boolean): string | null {
  if (allowed.packages.includes('*') || (typeOnly && from === 'webextension-polyfill' && allowed.browser && layer !== 'page-scripts'))
    return null;
  const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);
  return allowed.packages.includes(name) ? null : `${layer} may not import the package ${from}`;
}

function browserCalls(program: Node): string[] {
  const found = new Set<string>();
  walk(program, (node) => {
    const access = member(node);
    if (access && (access.object === 'browser' || access.object === 'chrome')) found.add(`${access.object}.${access.property}`);
  });
  return [...found];
}

const NOT_IN_CORE = new Set([
  'document',
  'window',
  'navigator',
  'location',
  'localStorage',
  'indexedDB',
  'performance',
  'crypto',
  'process',
]);

/** Where the core would reach for a page, a clock, chance or the network. */
function impurities(program: Node): string[] {
  const found = new Set<string>();
  walk(program, (node) => {
    const access = member(node);
    if (access && NOT_IN_CORE.has(access.object)) found.add(access.object);
    if (access && `${access.object}.${access.property}` === 'Date.now') found.add('the clock');
    if (access && `${access.object}.${access.property}` === 'Math.random') found.add('chance');
    if (
      node.type === 'NewExpression' &&
      identifier(node.callee) === 'Date' &&
      Array.isArray(node.arguments) &&
      node.arguments.length === 0
    ) {
      found.add('the clock');
    }
    if (node.type === 'CallExpression' && identifier(node.callee) === 'fetch') found.add('the network');
    if (node.type === 'CallExpression' && /^set(Timeout|Interval)$/.test(identifier(node.callee) ?? '')) found.add('a timer');
  });
  return [...found];
}
