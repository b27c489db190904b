import { vi } from 'vitest';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type ChangeListener = (changes: Changes, area: string) => void;

const listeners = new Set<ChangeListener>();

/** `storage.local` and `storage.session` as the browser has them: values are copies, changes are told. */
function area(name: string) {
  let held: Record<string, unknown> = {};
  const tell = (changes: Changes): void => {
    for (const listen of listeners) listen(changes, name);
  };
  return {
    get: async (key: string) => (key in held ? { [key]: structuredClone(held[key]) } : {}),
    set: async (items: Record<string, unknown>) => {
      const changes: Changes = {};
      for (const [key, value] of Object.entries(items)) {
        changes[key] = { oldValue: held[key], newValue: structuredClone(value) };
        held[key] = structuredClone(value);
      }
      tell(changes);
    },
    remove: async (key: string) => {
      delete held[key];
      tell({ [key]: {} });
    },
    clear: async () => {
      held = {};
    },
    /** For the test only: all that is held. */
    all: () => structuredClone(held),
  };
}

export interface FakeScript {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
}

export interface FakeTab {
  id?: number;
  url?: string;
  windowId?: number;
  discarded?: boolean;
}

/** What a test sets: granted patterns, whether the person says yes, open tabs, what the injected reader returns. */
export const state = {
  granted: [] as string[],
  saysYes: true,
  language: 'nl-NL',
  tabs: [] as FakeTab[],
  registered: [] as FakeScript[],
  injected: [] as { tabId: number; files: string[] }[],
  inject: (_tabId: number): unknown => undefined,
};

/** `*://*.krant.nl/*` and the whole web: the only patterns in use. */
function fits(pattern: string, url: string | undefined): boolean {
  const host = url === undefined ? null : new URL(url).hostname;
  const root = pattern.slice('*://*.'.length, -'/*'.length);
  return host !== null && (pattern === '*://*/*' || host === root || host.endsWith(`.${root}`));
}

const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });

/** A small browser in memory: as much of it as the code under test asks for. */
export const browser = {
  storage: {
    local: area('local'),
    session: area('session'),
    onChanged: {
      addListener: (listen: ChangeListener) => void listeners.add(listen),
      removeListener: (listen: ChangeListener) => void listeners.delete(listen),
    },
  },
  permissions: {
    getAll: async () => ({ origins: [...state.granted], permissions: [] }),
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => state.granted.includes(origin)),
    request: async ({ origins }: { origins: string[] }) => {
      if (state.saysYes) state.granted = [...new Set([...state.granted, ...origins])];
      return state.saysYes;
    },
    remove: async ({ origins }: { origins: string[] }) => {
      state.granted = state.granted.filter((origin) => !origins.includes(origin));
      return true;
    },
    onAdded: event(),
    onRemoved: event(),
  },
  scripting: {
    getRegisteredContentScripts: async () => [...state.registered],
    registerContentScripts: async (scripts: FakeScript[]) => {
      if (state.registered.length > 0) throw new Error('Duplicate script ID');
      state.registered = scripts;
    },
    updateContentScripts: async (scripts: FakeScript[]) => {
      state.registered = scripts;
    },
    unregisterContentScripts: async () => {
      state.registered = [];
    },
    executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
      state.injected.push({ tabId: target.tabId, files });
      return [{ result: state.inject(target.tabId) }];
    },
  },
  tabs: {
    query: async ({ url }: { url?: string[] }) =>
      state.tabs.filter((tab) => url === undefined || url.some((pattern) => fits(pattern, tab.url))),
    create: vi.fn(async () => ({})),
  },
  runtime: { getURL: (path: string) => `chrome-extension://abcdef${path}` },
  i18n: { getUILanguage: () => state.language },
  action: { setIcon: vi.fn(async () => undefined), setTitle: vi.fn(async () => undefined), getUserSettings: async () => ({}) },
  contextMenus: { removeAll: vi.fn(async () => undefined), create: vi.fn() },
};

/** A browser in which nothing was ever chosen, granted or opened. */
export async function resetBrowser(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  listeners.clear();
  Object.assign(state, { granted: [], saysYes: true, language: 'nl-NL', tabs: [], registered: [], injected: [], inject: () => undefined });
}
