import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void;

/** The few parts of the browser that the register needs, in memory. */
export interface FakeBrowser {
  local: Map<string, unknown>;
  managed: Record<string, unknown>;
  alarms: Map<string, number>;
  /** Folder of the packaged register. */
  packaged: string;
}

export const fake: FakeBrowser = { local: new Map(), managed: {}, alarms: new Map(), packaged: '' };
const listeners = new Set<Listener>();

export const fakeBrowser = {
  storage: {
    local: {
      get: async (key: string) => (fake.local.has(key) ? { [key]: structuredClone(fake.local.get(key)) } : {}),
      set: async (items: Record<string, unknown>) => {
        for (const [key, newValue] of Object.entries(items)) {
          fake.local.set(key, newValue);
          for (const listen of listeners) listen({ [key]: { newValue } }, 'local');
        }
      },
    },
    managed: { get: async () => fake.managed },
    onChanged: { addListener: (listen: Listener) => listeners.add(listen), removeListener: (listen: Listener) => listeners.delete(listen) },
  },
  alarms: {
    get: async (name: string) => (fake.alarms.has(name) ? { name, scheduledTime: fake.alarms.get(name) } : undefined),
    create: (name: string, { when }: { when: number }) => void fake.alarms.set(name, when),
    clear: async (name: string) => fake.alarms.delete(name),
    onAlarm: { addListener: () => undefined },
  },
  runtime: {
    id: 'colofon',
    getURL: (path: string) => `extension://colofon${path}`,
    onMessage: { addListener: () => undefined },
    getPlatformInfo: async () => ({}),
  },
};

/** Answers for the files of the extension, from the packaged folder. */
export async function fakeFetch(address: string): Promise<Response> {
  const name = address.replace('extension://colofon/register/', '');
  try {
    return new Response(new Uint8Array(readFileSync(join(fake.packaged, name))));
  } catch {
    return new Response(null, { status: 404 });
  }
}
