import { type AccessPlan, isOn } from '../core/access';
import type { Envelope, Reply } from '../messages';

/** What a page script needs of the browser. Firefox calls it `browser`, Chromium `chrome`. */
export interface Extension {
  runtime: { id?: string; sendMessage: (message: Envelope) => Promise<Reply<unknown>> };
  storage: {
    local: { get: (key: string) => Promise<Record<string, unknown>> };
    onChanged: { addListener: (listen: (changes: object, area: string) => void) => void };
  };
}

export interface PageScript {
  /** The answer of the background; null when it has none, as for a script whose extension was replaced or removed. */
  ask: (message: Envelope) => Promise<unknown>;
  /** False once the extension was replaced or removed: then this script is a left-over. */
  alive: () => boolean;
  /** Asks once more whether the script is wanted here, and what for. */
  settle: () => void;
}

/**
 * The life of a script that runs only where a person switched it on: it starts once in a page, asks again whether it is wanted when
 * the plan changes or the page comes back from the back/forward cache, and is told to go when its extension is gone.
 *
 * @param name under which the isolated world remembers that it runs
 * @param settle called with the plan where this page is switched on, else with null
 */
export function runPageScript(name: string, settle: (plan: AccessPlan | null, script: PageScript) => void | Promise<void>): void {
  const scope = globalThis as unknown as { browser?: Extension; chrome?: Extension } & Record<string, unknown>;
  const extension = scope.browser ?? scope.chrome;
  // A second injection into the same page ends here: the isolated world keeps its globals.
  if (extension === undefined || scope[name] === true) return;
  scope[name] = true;

  const alive = (): boolean => {
    try {
      return extension.runtime.id !== undefined;
    } catch {
      return false;
    }
  };
  const ask = async (message: Envelope): Promise<unknown> => {
    if (!alive()) {
      await settle(null, script);
      return null;
    }
    const reply = await extension.runtime.sendMessage(message).catch(() => null);
    return reply?.ok === true ? reply.value : null;
  };
  const settleNow = async (): Promise<void> => {
    if (!alive()) return settle(null, script);
    const plan = (await extension.storage.local.get('plan')).plan as AccessPlan | undefined;
    await settle(plan !== undefined && isOn(location.hostname, plan) ? plan : null, script);
  };
  const script: PageScript = { ask, alive, settle: () => void settleNow() };
  extension.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'plan' in changes) void settleNow();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) void settleNow();
  });
  void settleNow();
}
