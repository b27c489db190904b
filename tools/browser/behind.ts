import type { BrowserContext, Page } from '@playwright/test';
import type { RootOf } from './chips';

interface DomNode {
  nodeName: string;
  nodeValue: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** The words in the closed root of the first element that matches; null where there is none. */
export async function hiddenTextIn(context: BrowserContext, page: Page, selector: string): Promise<string | null> {
  const session = await context.newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    if (nodeId === 0) return null;
    // The node may go between the two questions; then there is nothing to read.
    const described = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true }).catch(() => null);
    if (described === null) return null;
    const { node } = described as { node: DomNode };
    const [shadow] = node.shadowRoots ?? [];
    return shadow ? textIn(shadow).replace(/\s+/g, ' ').trim() : null;
  } finally {
    await session.detach();
  }
}

function textIn(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue;
  return node.nodeName === 'STYLE' ? '' : (node.children ?? []).map(textIn).join(' ');
}

/** A question about a page to somebody who may see its closed roots. */
export type Behind<Args extends unknown[], Result> = (page: Document, rootOf: RootOf, ...args: Args) => Result;

/** Runs where the extension's own page script runs, which may see its closed roots; null where there is none in the page. */
export async function behindPage<Args extends unknown[], Result>(
  context: BrowserContext,
  page: Page,
  origin: string,
  task: Behind<Args, Result>,
  ...args: Args
): Promise<Result | null> {
  const session = await context.newCDPSession(page);
  try {
    const worlds: number[] = [];
    session.on('Runtime.executionContextCreated', ({ context: world }) => {
      if (`${world.origin}/` === origin) worlds.push(world.id);
    });
    await session.send('Runtime.enable');
    const contextId = worlds.at(-1);
    if (contextId === undefined) return null;
    const rootOf = '(element) => chrome.dom.openOrClosedShadowRoot(element)';
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      returnByValue: true,
      expression: hiddenCall(task, rootOf, 'document', args),
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  } finally {
    await session.detach();
  }
}

/** The source of such a question, with its arguments filled in. */
export function hiddenCall(task: (...args: never[]) => unknown, rootOf: string, page: string, args: readonly unknown[]): string {
  const rest = args.map((each) => `, ${JSON.stringify(each)}`).join('');
  return `(() => { const __name = (f) => f; return (${task.toString()})(${page}, ${rootOf}${rest}); })()`;
}

export function found<T>(place: T | null, what: string): T {
  if (place === null) throw new Error(`${what} is not on screen`);
  return place;
}
