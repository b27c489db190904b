import browser from 'webextension-polyfill';
import {
  type AccessPlan,
  EVERYWHERE,
  type Group,
  isOn,
  patternsFor,
  planAccess,
  type Registration,
  registrationsFor,
} from '../core/access';
import { wordsFor } from '../i18n';
import { PLATFORM_HOSTS, PLATFORM_IDS, watchedHosts } from '../platforms/hosts';
import { readInUse } from '../store/register-in-use';
import { changeSettings, readSettings } from '../store/settings';
import { newsHosts } from './stored-parts';

export const PLAN_KEY = 'plan';
const WATCHED = PLATFORM_IDS.map((platform) => ({ platform, hosts: watchedHosts(platform) }));

/**
 * Brings registered scripts in line with permissions and settings: on install, start-up, permission and settings changes, and when
 * another edition of the register is in use. Running it twice changes nothing.
 */
export async function reconcile(): Promise<AccessPlan> {
  const [settings, granted, news, inUse] = await Promise.all([readSettings(), browser.permissions.getAll(), newsHosts(), readInUse()]);
  const label = wordsFor(settings).t('question_who');
  const plan = planAccess(settings, { news, social: PLATFORM_HOSTS }, granted.origins ?? [], label, inUse.adaptersOff);
  const wanted = registrationsFor(plan, WATCHED, settings.sitesOn);
  await register(wanted);
  await browser.storage.local.set({ [PLAN_KEY]: plan });
  for (const each of wanted) await injectInOpenTabs(each, plan);
  return plan;
}

async function register(wanted: readonly Registration[]): Promise<void> {
  const before = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const gone = before.filter((id) => !wanted.some((each) => each.id === id));
  const scripts = wanted.map((each) => ({ ...each, js: [fileOf(each)], runAt: 'document_idle' as const }));
  const added = scripts.filter(({ id }) => !before.includes(id));
  const kept = scripts.filter(({ id }) => before.includes(id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
  if (kept.length > 0) await browser.scripting.updateContentScripts(kept);
}

function fileOf({ id }: Registration): string {
  return `/${id}.js`;
}

/** Tabs opened before a site was switched on have no script yet. The script itself refuses to run twice. */
async function injectInOpenTabs(registration: Registration, plan: AccessPlan): Promise<void> {
  const tabs = await browser.tabs.query({ url: registration.matches });
  const excluded = registration.excludeMatches.length === 0 ? [] : await browser.tabs.query({ url: registration.excludeMatches });
  const kept = new Set(excluded.map(({ id }) => id));
  await Promise.allSettled(
    tabs
      .filter((tab) => tab.id !== undefined && !tab.discarded && !kept.has(tab.id))
      .filter((tab) => tab.url !== undefined && isOn(new URL(tab.url).hostname, plan))
      .map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, files: [fileOf(registration)] })),
  );
}

/**
 * Asks the browser for a group. Call it first in a click handler. The choice is written while the question stands, because the
 * popup may be closed by it; without the permission a choice does nothing, and a refusal takes it back.
 */
export async function switchOnGroup(group: Group, newsHosts: readonly string[]): Promise<void> {
  const origins = group === 'everywhere' ? [EVERYWHERE] : patternsFor(group === 'news' ? newsHosts : PLATFORM_HOSTS);
  const [granted] = await Promise.all([
    browser.permissions.request({ origins }),
    changeSettings((settings) => ({ ...settings, groups: [...new Set([...settings.groups, group])] })),
  ]);
  if (!granted) await changeSettings((settings) => ({ ...settings, groups: settings.groups.filter((other) => other !== group) }));
}

/** Gives the access back to the browser, except where another choice still needs it. */
export async function switchOffGroup(group: Group): Promise<void> {
  const settings = await changeSettings((old) => ({ ...old, groups: old.groups.filter((other) => other !== group) }));
  await giveBack(settings.groups, settings.sitesOn);
}

export async function switchOnSite(host: string): Promise<void> {
  const [granted] = await Promise.all([
    browser.permissions.request({ origins: patternsFor([host]) }),
    changeSettings((old) => ({
      ...old,
      sitesOn: [...new Set([...old.sitesOn, host])].sort(),
      sitesOff: old.sitesOff.filter((other) => other !== host),
    })),
  ]);
  if (!granted) await changeSettings((old) => ({ ...old, sitesOn: old.sitesOn.filter((other) => other !== host) }));
}

export async function switchOffSite(host: string): Promise<void> {
  const settings = await changeSettings((old) => ({
    ...old,
    sitesOn: old.sitesOn.filter((other) => other !== host),
    sitesOff: [...new Set([...old.sitesOff, host])].sort(),
  }));
  await giveBack(settings.groups, settings.sitesOn);
}

async function giveBack(groups: readonly Group[], sitesOn: readonly string[]): Promise<void> {
  if (groups.includes('everywhere')) return;
  const hosts = [...sitesOn, ...(groups.includes('news') ? await newsHosts() : []), ...(groups.includes('social') ? PLATFORM_HOSTS : [])];
  const keep = new Set(patternsFor(hosts));
  const { origins = [] } = await browser.permissions.getAll();
  const surplus = origins.filter((origin) => !keep.has(origin));
  if (surplus.length > 0) await browser.permissions.remove({ origins: surplus });
}

/** Whether Colofon looks by itself on this host now. */
export async function looksAt(host: string): Promise<boolean> {
  const plan = (await browser.storage.local.get(PLAN_KEY))[PLAN_KEY];
  return isPlan(plan) && isOn(host, plan);
}

function isPlan(value: unknown): value is AccessPlan {
  return (
    typeof value === 'object' &&
    value !== null &&
    'hosts' in value &&
    Array.isArray(value.hosts) &&
    'off' in value &&
    Array.isArray(value.off)
  );
}
