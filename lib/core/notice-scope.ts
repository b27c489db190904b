import type { Day } from './dates';
import type { NoticeAddress } from './notice-addresses';
import type { Notice } from './notices';
import type { SourceId } from './register';

/** What the notices that we have cover, and what they leave out. */
export interface NoticeScope {
  places: NoticePlaceScope[];
  /** Sites that are known to have notices, of which we have none. */
  elsewhere: string[];
  /** Some version lies between others, or before them, and nobody saved it. */
  versionsMissing: boolean;
}

export interface NoticePlaceScope {
  host: string;
  notices: number;
  /** First and last day on which a text was published; null when none says. */
  published: { from: Day; to: Day } | null;
  /** The last day on which one was fetched. */
  retrieved: Day;
  sources: SourceId[];
}

export function noticeScope(notices: readonly Notice[], addresses: readonly NoticeAddress[]): NoticeScope {
  const byHost = new Map<string, Notice[]>();
  for (const notice of notices) {
    const host = hostOf(notice.address);
    const group = byHost.get(host);
    if (group === undefined) byHost.set(host, [notice]);
    else group.push(notice);
  }
  const schemes = new Set(notices.map(({ scheme }) => scheme));
  const others = addresses.filter(({ scheme, host }) => !schemes.has(scheme) && !byHost.has(host)).map(({ host }) => host);
  return {
    places: [...byHost].map(([host, own]) => placeOf(host, own)).sort((a, b) => b.notices - a.notices || (a.host < b.host ? -1 : 1)),
    elsewhere: [...new Set(others)].sort(),
    versionsMissing: notices.some(({ versions }) => (versions[0]?.version ?? 0) > versions.length),
  };
}

function placeOf(host: string, notices: readonly Notice[]): NoticePlaceScope {
  const versions = notices.flatMap((notice) => notice.versions);
  const published = versions.flatMap((version) => (version.published === 'not-stated' ? [] : [version.published])).sort();
  const [from, to] = [published[0], published.at(-1)];
  return {
    host,
    notices: notices.length,
    published: from === undefined || to === undefined ? null : { from, to },
    retrieved:
      versions
        .map(({ retrieved }) => retrieved)
        .sort()
        .at(-1) ?? '',
    sources: [...new Set(versions.flatMap(({ sources }) => sources))],
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
