import { describe, expect, it } from 'vitest';
import { committedFiles, read } from '../files';
import { arrowProblems } from './arrows';

const SOURCES = committedFiles().filter((file) => /^(entrypoints|components|lib|tools)\/.*\.tsx?$/.test(file));

describe('the arrows of the house', () => {
  it('has sources to look at', () => {
    expect(SOURCES.length).toBeGreaterThan(20);
  });

  it('holds in every source file', () => {
    expect(SOURCES.flatMap((file) => arrowProblems(file, read(file)))).toEqual([]);
  });
});

describe('the rule about arrows bites', () => {
  const REFUSED: [what: string, file: string, code: string][] = [
    ['core that imports a store', 'lib/core/a.ts', "import { x } from '../store/settings';"],
    ['core that imports only a type of the app', 'lib/core/a.ts', "import type { X } from '../app/panel';"],
    ['core that imports a package', 'lib/core/a.ts', "import Dexie from 'dexie';"],
    ['core that reads the clock', 'lib/core/a.ts', 'export const now = new Date();'],
    ['core that reads the clock in milliseconds', 'lib/core/a.ts', 'export const now = Date.now();'],
    ['core that looks at a document', 'lib/core/a.ts', 'export const t = document.title;'],
    ['core that fetches', 'lib/core/a.ts', "export const p = fetch('/x');"],
    ['a page that imports the app', 'lib/page/a.ts', "import { readTab } from '../app/read-tab';"],
    ['a page that calls the browser', 'lib/page/a.ts', 'export const u = browser.runtime.id;'],
    ['a platform that imports a page', 'lib/platforms/a.ts', "import { readPage } from '../page/read-page';"],
    ['a store that imports the app', 'lib/store/a.ts', "export { x } from '../app/access';"],
    ['a store that loads the app later', 'lib/store/a.ts', "export const later = () => import('../app/access');"],
    ['an app that imports a component', 'lib/app/a.ts', "import { Card } from '../../components/Card';"],
    ['an app that opens the database itself', 'lib/app/a.ts', "import Dexie from 'dexie';"],
    ['an app that draws', 'lib/app/a.ts', "import { h } from 'preact';"],
    ['a component that imports a store', 'components/a.tsx', "import { readSettings } from '../lib/store/settings';"],
    ['a component that calls the browser', 'components/a.tsx', 'export const A = () => <i>{chrome.runtime.id}</i>;'],
    ['an entrypoint that opens the database itself', 'entrypoints/popup/main.tsx', "import Dexie from 'dexie';"],
    ['a page script that reads settings', 'entrypoints/headline.ts', "import { readSettings } from '../lib/store/settings';"],
    ['an entrypoint that imports another', 'entrypoints/popup/main.tsx', "import { Panel } from '../sidepanel/Panel';"],
    ['a component that imports an entrypoint', 'components/a.tsx', "import { Popup } from '../entrypoints/popup/Popup';"],
    ['a page script with the polyfill', 'entrypoints/reader.ts', "import browser from 'webextension-polyfill';"],
    ['a page script with Preact', 'entrypoints/headline.ts', "import { h } from 'preact';"],
    ['a content script with the polyfill', 'entrypoints/headline.content.ts', "import browser from 'webextension-polyfill';"],
    ['a page script that imports the app', 'entrypoints/reader.ts', "import { readTab } from '../lib/app/read-tab';"],
    ['a tool that imports the app', 'tools/a.ts', "import { readTab } from '../lib/app/read-tab';"],
    ['a file in no part of the house', 'lib/helpers/a.ts', 'export {};'],
  ];

  it.each(REFUSED)('refuses %s', (_what, file, code) => {
    expect(arrowProblems(file, code)).toHaveLength(1);
  });

  const ALLOWED: [what: string, file: string, code: string][] = [
    ['core that imports core', 'lib/core/a.ts', "import { x } from './card';"],
    ['core that is handed a time', 'lib/core/a.ts', 'export const day = (now: Date) => new Date(now.getTime());'],
    ['a page script that sends a message', 'entrypoints/headline.ts', "chrome.runtime.sendMessage({ colofon: 'page-seen' });"],
    ['a popup with parts of its own', 'entrypoints/popup/main.tsx', "import { Popup } from './Popup';"],
    ['a component with a type of the core', 'components/a.tsx', "import type { Card } from '../lib/core/card';"],
    ['a component with a style', 'components/a.tsx', "import './a.css';"],
  ];

  it.each(ALLOWED)('lets through %s', (_what, file, code) => {
    expect(arrowProblems(file, code)).toEqual([]);
  });
});
