import browser from 'webextension-polyfill';
import type { AdapterOff } from '../core/update/manifest';
import { isReason, type Reason } from '../core/update/reasons';

/**
 * Which register answers, as a look-up needs it before anything else: read from `storage.local`, so that nobody opens a
 * database for nothing. It follows from the stored release and can be made again from it (`lib/app/update.ts`).
 */
export interface RegisterInUse {
  /** The stored release answers; otherwise the packaged register does. */
  stored: boolean;
  /** SHA-256 of the stored release's manifest: what was read before of the same release can be used again. */
  edition: string | null;
  /** Claims that are not shown, whichever register answers. */
  withdrawn: string[];
  adaptersOff: AdapterOff[];
  /** Whose register it is when an organisation set its own. */
  organisation: string | null;
}

export const PACKAGED_IN_USE: RegisterInUse = { stored: false, edition: null, withdrawn: [], adaptersOff: [], organisation: null };

/** What came of the last look for an update. */
export interface LastUpdate {
  /** UTC instant at which it ended, or began when it was broken off. */
  at: string;
  result: 'updated' | 'current' | 'kept' | 'running';
  /** Only with `kept`: why the register on the device stayed. */
  reason: Reason | null;
}

export const IN_USE_KEY = 'register';
export const LAST_UPDATE_KEY = 'lastUpdate';

export async function readInUse(): Promise<RegisterInUse> {
  return inUseFrom((await browser.storage.local.get(IN_USE_KEY))[IN_USE_KEY]);
}

export async function writeInUse(inUse: RegisterInUse): Promise<void> {
  await browser.storage.local.set({ [IN_USE_KEY]: inUse });
}

/** For the rest of this page's or background's life. */
export function onInUseChanged(listen: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && IN_USE_KEY in changes) listen();
  });
}

export async function readLastUpdate(): Promise<LastUpdate | null> {
  return lastUpdateFrom((await browser.storage.local.get(LAST_UPDATE_KEY))[LAST_UPDATE_KEY]);
}

export async function writeLastUpdate(last: LastUpdate): Promise<void> {
  await browser.storage.local.set({ [LAST_UPDATE_KEY]: last });
}

export function inUseFrom(value: unknown): RegisterInUse {
  if (typeof value !== 'object' || value === null) return PACKAGED_IN_USE;
  const { stored, edition, withdrawn, adaptersOff, organisation } = value as Partial<Record<keyof RegisterInUse, unknown>>;
  return {
    stored: stored === true,
    edition: typeof edition === 'string' ? edition : null,
    withdrawn: Array.isArray(withdrawn) ? withdrawn.filter((id): id is string => typeof id === 'string') : [],
    adaptersOff: Array.isArray(adaptersOff) ? adaptersOff.filter(isAdapterOff) : [],
    organisation: typeof organisation === 'string' ? organisation : null,
  };
}

function isAdapterOff(value: unknown): value is AdapterOff {
  return (
    typeof value === 'object' &&
    value !== null &&
    'adapter' in value &&
    typeof value.adapter === 'string' &&
    'versions' in value &&
    Array.isArray(value.versions)
  );
}

export function lastUpdateFrom(value: unknown): LastUpdate | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, result, reason } = value as Partial<Record<keyof LastUpdate, unknown>>;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  if (result !== 'updated' && result !== 'current' && result !== 'kept' && result !== 'running') return null;
  return { at, result, reason: isReason(reason) ? reason : null };
}
