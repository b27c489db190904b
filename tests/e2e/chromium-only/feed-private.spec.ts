import { choose } from '../feed';
import { X_HOME, xPage, xPosts } from '../feed-pages';
import { expect, inChromium, test } from '../fixture';

interface Stores {
  storage: Record<'local' | 'session', { get: () => Promise<object> }>;
}

interface Node {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

function within(node: Node): Node[] {
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(within)];
}

test('in a private window a chip gives its card, offers no choice for the site, and nothing is stored', async ({ startReader }) => {
  const reader = await startReader();
  const { chromium } = inChromium(reader);
  reader.site.put(X_HOME, xPage(xPosts(5, 2)));
  await chromium.allowInPrivate();
  await reader.grant();
  await choose(reader, 2, true);
  const options = await reader.open(reader.inside('options.html'));
  const stored = (): Promise<string> =>
    options.run(async () => {
      const { storage } = (globalThis as unknown as { chrome: Stores }).chrome;
      return JSON.stringify([await storage.local.get(), await storage.session.get()]);
    });
  const before = await stored();
  const page = await chromium.openInPrivate(X_HOME);
  const nodes = async (): Promise<Node[]> =>
    within(((await page.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node }).root);
  const chips = async (): Promise<Node[]> =>
    (await nodes()).filter(({ nodeName, attributes = [] }) => nodeName === 'BUTTON' && attributes.includes('chip'));
  await expect.poll(async () => (await chips()).length, { timeout: 8000 }).toBe(2);
  const [chip] = await chips();
  const { model } = (await page.send('DOM.getBoxModel', { nodeId: chip?.nodeId })) as { model: { content: number[] } };
  const [x = 0, y = 0] = model.content;
  for (const type of ['mousePressed', 'mouseReleased'])
    await page.send('Input.dispatchMouseEvent', { type, x: x + 10, y: y + 5, button: 'left', clickCount: 1 });
  const text = async (): Promise<string> =>
    (await nodes())
      .filter(({ nodeName, attributes = [] }) => nodeName === 'DIV' && attributes.includes('dialog'))
      .flatMap(within)
      .map(({ nodeValue }) => nodeValue)
      .join(' ');
  await expect.poll(text, { timeout: 8000 }).toContain('Alle bronnen');
  expect(await text()).toMatch(/@dijkwacht5 op X.*NRC/);
  expect(await text()).not.toContain('Kijk hier niet meer automatisch');
  expect(await stored()).toBe(before);
  expect(before).not.toMatch(/dijkwacht|nrc/);
});
