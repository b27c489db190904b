import { describe, expect, it } from 'vitest';
import { productSources, read } from '../files';
import { identifier, isNode, member, type Node, parse, textOf, walk } from '../syntax';

/** Ways to let a page's text become markup or code. */
const MARKUP = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
  'createContextualFragment',
  'setHTMLUnsafe',
]);
const FETCH = 'fetch of something else than a file of the extension';
const CONNECTIONS = new Set(['WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport', 'RTCPeerConnection']);

/** The one file that asks anything of the network: updates of the list, the same files for everybody. */
const DOWNLOADS = 'lib/store/download.ts';

/** What in a file could run foreign text, or could tell anybody what is being read. */
function unsafeIn(file: string, code: string): string[] {
  const found: string[] = [];
  const add = (what: string): void => {
    if (file !== DOWNLOADS || what !== FETCH) found.push(`${file}: ${what}`);
  };
  walk(parse(file, code), (node) => {
    const name = node.type === 'MemberExpression' ? identifier(node.property) : node.type === 'JSXAttribute' ? jsxName(node) : null;
    if (name !== null && MARKUP.has(name)) add(name);
    if (node.type === 'Property' && MARKUP.has(identifier(node.key) ?? '')) add(identifier(node.key) ?? '');
    if (node.type === 'NewExpression') {
      const made = identifier(node.callee) ?? '';
      if (CONNECTIONS.has(made) || made === 'Function') add(`new ${made}`);
    }
    if (node.type === 'CallExpression') checkCall(node, add);
  });
  return found;
}

function checkCall(node: Node, add: (what: string) => void): void {
  const name = identifier(node.callee);
  const [first] = Array.isArray(node.arguments) ? node.arguments : [];
  if (name === 'eval' || name === 'Function' || name === 'importScripts') add(name);
  if ((name === 'setTimeout' || name === 'setInterval') && textOf(first) !== null) add(`${name} of a text`);
  const called = member(node.callee);
  if (called?.property === 'sendBeacon') add('sendBeacon');
  if (called?.object === 'document' && (called.property === 'write' || called.property === 'writeln')) add('document.write');
  if ((name === 'fetch' || called?.property === 'fetch') && !isOwnFile(first)) add(FETCH);
}

/** `browser.runtime.getURL(…)`, the only address that stays inside. */
function isOwnFile(node: unknown): boolean {
  if (!isNode(node) || node.type !== 'CallExpression' || !isNode(node.callee)) return false;
  const { callee } = node;
  return callee.type === 'MemberExpression' && identifier(callee.property) === 'getURL' && member(callee.object)?.property === 'runtime';
}

function jsxName(node: Node): string | null {
  return isNode(node.name) && typeof node.name.name === 'string' ? node.name.name : null;
}

describe('the sources', () => {
  it('turn no text into markup or code, and fetch nothing but their own files', () => {
    expect(productSources().flatMap((file) => unsafeIn(file, read(file)))).toEqual([]);
  });
});

describe('the rule about unsafe code bites', () => {
  it.each([
    ['markup from text', 'a.innerHTML = b;'],
    ['markup through Preact', 'const a = <p dangerouslySetInnerHTML={{ __html: b }} />;'],
    ['a frame with markup', 'frame.srcdoc = b;'],
    ['code from text', 'eval(b);'],
    ['a function from text', 'new Function(b);'],
    ['a timer with text', "setTimeout('b()', 1);"],
    ['a request to a site', "fetch('https://www.example.org/');"],
    ['a request to a computed address', 'fetch(address);'],
    ['a request by another road', 'globalThis.fetch(address);'],
    ['a socket', "new WebSocket('wss://example.org');"],
    ['a beacon', 'navigator.sendBeacon(a, b);'],
  ])('on %s', (_what, code) => {
    expect(unsafeIn('a.tsx', code)).toHaveLength(1);
  });

  it('and lets the one file that fetches updates do that, and nothing else', () => {
    expect(unsafeIn(DOWNLOADS, 'fetch(address);')).toEqual([]);
    expect(unsafeIn(DOWNLOADS, "new WebSocket('wss://example.org');")).toHaveLength(1);
  });

  it('and not on a file of the extension', () => {
    expect(unsafeIn('a.ts', "fetch(browser.runtime.getURL('/register/index.json'));")).toEqual([]);
  });
});
