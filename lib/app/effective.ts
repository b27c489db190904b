import browser from 'webextension-polyfill';
import { EVERYWHERE, GROUPS, type Group, patternsFor } from '../core/access';
import { PLATFORM_HOSTS } from '../platforms/hosts';
import type { Settings } from '../store/settings';

/** The groups that are both chosen and allowed: a permission taken back in the browser's own settings counts at once. */
export async function effectiveGroups(settings: Settings, newsHosts: readonly string[]): Promise<Group[]> {
  const patterns: Record<Group, string[]> = { news: patternsFor(newsHosts), social: patternsFor(PLATFORM_HOSTS), everywhere: [EVERYWHERE] };
  const allowed = await Promise.all(GROUPS.map((group) => browser.permissions.contains({ origins: patterns[group] })));
  return GROUPS.filter((group, i) => settings.groups.includes(group) && allowed[i]);
}

export function onAccessChanged(listen: () => void): void {
  browser.permissions.onAdded.addListener(listen);
  browser.permissions.onRemoved.addListener(listen);
}

/** Whether the toolbar button is pinned; null where the browser does not tell. */
export async function isPinned(): Promise<boolean | null> {
  const { isOnToolbar } = await browser.action.getUserSettings();
  return isOnToolbar ?? null;
}
