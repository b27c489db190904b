import browser from 'webextension-polyfill';
import { GROUPS, type Group } from '../core/access';
import type { Language } from '../words/words';

/**
 * What a person chose. Page scripts can read all of `storage.local`, so nothing here says what somebody reads: sites are
 * listed only where the person switched Colofon on or off for them.
 */
export interface Settings {
  version: 1;
  /** null follows the browser. */
  language: Language | null;
  /** Groups in which Colofon looks by itself. Access itself is the browser's permission, which is asked for apart. */
  groups: Group[];
  /** Hosts switched on one by one, from the popup. */
  sitesOn: string[];
  /** Hosts where Colofon does not look by itself, whatever the group says. */
  sitesOff: string[];
  /** Elections of which the line in the popup was put away. */
  campaignsOff: string[];
}

export const DEFAULTS: Settings = { version: 1, language: null, groups: [], sitesOn: [], sitesOff: [], campaignsOff: [] };

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  return settingsFrom((await browser.storage.local.get(KEY))[KEY]);
}

/** All writes go through here: one read-modify-write at a time within a page. */
let last: Promise<unknown> = Promise.resolve();
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = last.then(async () => {
    const settings = change(await readSettings());
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
  last = next.catch(() => undefined);
  return next;
}

export async function forgetSettings(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}

export function onSettingsChanged(listen: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[KEY] !== undefined) listen(settingsFrom(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Anything stored by another version or damaged falls back field by field, so that one bad value loses no other choice. */
export function settingsFrom(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULTS;
  const field = (name: keyof Settings): unknown => (stored as Record<string, unknown>)[name];
  const language = field('language');
  return {
    version: 1,
    language: language === 'nl' || language === 'en' ? language : null,
    groups: GROUPS.filter((group) => listOf(field('groups')).includes(group)),
    sitesOn: listOf(field('sitesOn')),
    sitesOff: listOf(field('sitesOff')),
    campaignsOff: listOf(field('campaignsOff')),
  };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item !== '' && item.length < 256).slice(0, 2000)
    : [];
}
