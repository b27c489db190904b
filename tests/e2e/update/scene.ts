import { readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { readCard, type Surface } from '../../../tools/browser/surface';
import { newKey, newPublisher, type Publisher } from '../../unit/app/tree';
import { test } from '../fixture';
import { article } from '../pages';
import { type BrowserName, buildWith, type Installation, install } from './installation';
import { type Nginx, startNginx } from './nginx';

const ADDRESS = 'https://www.rijnbode.example/2026/brug';
const ARTICLE = article({ headline: 'Brug over de Zijl weer open' });
export const OWNERS = { 'polderpost.example': 'Waterland', 'rijnbode.example': 'Delta Uitgevers', 'zeepost.example': 'Kust' };
export const SOLD = { ...OWNERS, 'rijnbode.example': 'Bergen Boeken' };

/** A publisher, its server, and the browsers of its readers. */
export interface Scene {
  browser: () => BrowserName;
  publisher: () => Publisher;
  nginx: () => Nginx;
  /** Signs a release that counts in real time: the browser's clock is the machine's. */
  publish: Publisher['publish'];
  /** Folder of the build with the test's address and root key. */
  extension: () => string;
  installed: (port?: () => number, how?: How) => Promise<Installation>;
  /** What the card of an article in De Rijnbode says about who. */
  /** The popup on an article of the outlet that the registers are about. */
  cardOn: (installation: Installation) => Promise<Surface>;
  ownerOn: (installation: Installation) => Promise<{ state: string; text: string }>;
  inTree: (file: string) => string;
}

interface How {
  /** Another build than the one with the test's address and root key. */
  extension?: string;
  /** A profile that outlives the browser. */
  profile?: string;
}

/** To be called once in a file of tests: everything is made before each of them and gone after it. */
export function updateScene(): Scene {
  let publisher: Publisher | null = null;
  let nginx: Nginx | null = null;
  let build: ReturnType<typeof buildWith> | null = null;
  let browser: BrowserName = 'chromium';
  const root = newKey();
  const open: Installation[] = [];
  const marks = new Map<string, string>();
  const made = <T>(it: T | null): T => {
    if (it === null) throw new Error('no test is running');
    return it;
  };

  // A browser is started for each, and some wait for a slow server.
  test.describe.configure({ timeout: 120_000 });

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  test.beforeEach(async ({}, info) => {
    browser = info.project.name === 'firefox' ? 'firefox' : 'chromium';
    // One build for all tests: its root key names the release keys of every publisher here.
    build ??= buildWith(browser, root.public);
    publisher = newPublisher(root);
    nginx = await startNginx(publisher.tree);
  });

  test.afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
    await nginx?.close();
    publisher?.dispose();
  });

  test.afterAll(() => build?.dispose());

  return {
    browser: () => browser,
    publisher: () => made(publisher),
    nginx: () => made(nginx),
    publish: (owners, wishes = {}) => made(publisher).publish(owners, { now: Date.now(), version: '2099.01.01', ...wishes }),
    extension: () => made(build).extension,
    installed: async (port = () => made(nginx).port, { extension = made(build).extension, profile } = {}) => {
      const installation = await install(browser, extension, port, profile);
      open.push(installation);
      const updateNow = (): ReturnType<Installation['updateNow']> => {
        markChanged(made(publisher).tree, marks);
        return installation.updateNow();
      };
      return { ...installation, updateNow };
    },
    cardOn: (installation) => installation.cardAt(ADDRESS, ARTICLE),
    ownerOn: async (installation) => (await readCard(await installation.cardAt(ADDRESS, ARTICLE))).who,
    inTree: (file) => path.join(made(publisher).tree, file),
  };
}

/**
 * To nginx a file is the same one when its second and its size are, and tests write faster than that: gives each file that
 * changed a second of its own.
 */
function markChanged(tree: string, marks: Map<string, string>): void {
  for (const name of ['manifest.json', 'manifest.sig', 'keys.json', 'keys.sig']) {
    const file = path.join(tree, name);
    const size = statSync(file).size;
    const content = size > 1_000_000 ? `${size}` : readFileSync(file, 'hex');
    if (marks.get(file) === content) continue;
    marks.set(file, content);
    const second = 1_700_000_000 + marks.size + changes++;
    utimesSync(file, second, second);
  }
}

let changes = 0;
