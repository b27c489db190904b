import { changedItems, type Notice } from '../../lib/core/notices';
import { canonical } from '../../lib/core/update/shape';
import type { Edition } from './edition';

/** What changed outside the claims: a notice of political advertising, an election, where notices stand, what a platform says. */
export interface RecordChange {
  kind: 'notice' | 'election' | 'notice-address' | 'platform-policy';
  /** Of the notice or election; host and path; the company. */
  key: string;
  presence: 'new' | 'changed' | 'removed';
  /** The public page of a notice. */
  address: string | null;
  /** Of a notice with a newer version: what it says otherwise. */
  items: string[];
}

type Edited = Pick<Edition, 'notices' | 'general'>;

/** In a stable order: by kind, then by key. */
export function recordChanges(old: Edited, fresh: Edited): RecordChange[] {
  const notices = changes(old.notices, fresh.notices, 'notice').map((change): RecordChange => {
    const [before, after] = [old.notices[change.key], fresh.notices[change.key]];
    return { ...change, address: (after ?? before)?.address ?? null, items: before && after ? itemsOf(before, after) : [] };
  });
  const general = [old.general, fresh.general].map((each) => each ?? { elections: [], noticeAddresses: [], platformPolicies: [] });
  const of = <T>(list: (it: (typeof general)[number]) => readonly T[], key: (item: T) => string): Record<string, T>[] =>
    general.map((it) => Object.fromEntries(list(it).map((item) => [key(item), item])));
  const pair = (kind: RecordChange['kind'], [before = {}, after = {}]: Record<string, unknown>[]): RecordChange[] =>
    changes(before, after, kind);
  return [
    ...notices,
    ...pair(
      'election',
      of(
        ({ elections }) => elections,
        ({ id }) => id,
      ),
    ),
    ...pair(
      'notice-address',
      of(
        ({ noticeAddresses }) => noticeAddresses,
        ({ host, path }) => `${host}${path}`,
      ),
    ),
    ...pair(
      'platform-policy',
      of(
        ({ platformPolicies }) => platformPolicies,
        ({ company }) => company,
      ),
    ),
  ];
}

function itemsOf(before: Notice, after: Notice): string[] {
  const [older, newer] = [before.versions[0], after.versions[0]];
  return older && newer ? changedItems(older.ad, newer.ad) : [];
}

function changes(old: Record<string, unknown>, fresh: Record<string, unknown>, kind: RecordChange['kind']): RecordChange[] {
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort().flatMap((key): RecordChange[] => {
    const [before, after] = [old[key], fresh[key]];
    if (before !== undefined && after !== undefined && canonical(before) === canonical(after)) return [];
    return [{ kind, key, presence: before === undefined ? 'new' : after === undefined ? 'removed' : 'changed', address: null, items: [] }];
  });
}
