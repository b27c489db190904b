import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { NoticeDraft } from '../../../lib/core/notice-ttpa';
import { contradictions, NOTICE_ITEMS, type NoticeAd, UNREAD_AD } from '../../../lib/core/notices';
import { noticePath } from '../check-notices';
import { clean } from '../clean-keys';
import type { Loaded, Registry } from '../files';
import { formatted } from '../format';
import type { NoticeFile } from '../schema-notices';
import { ImportProblem } from './clean';

/** A notice as a response states it. `version` null where its publisher does not count them: then we do. */
export interface ImportedNotice extends NoticeDraft {
  id: string;
  version: number | null;
}

export interface Filed {
  /** Files to write, by path below the register. */
  files: Map<string, string>;
  added: number;
  newVersions: number;
  unchanged: number;
}

type Version = NoticeFile['versions'][number];

/**
 * Puts what was read beside what is there. A version that is there stays as it is: what a keeper withheld stays withheld, and
 * nothing is ever taken away. The same text a second time changes nothing.
 */
export function fileNotices(imported: readonly ImportedNotice[], { notices }: Registry, retrieved: string, source: string): Filed {
  const known = new Map(notices.map((loaded: Loaded<NoticeFile>) => [loaded.value.id, loaded.value]));
  const changed = new Map<string, NoticeFile>();
  const filed: Filed = { files: new Map(), added: 0, newVersions: 0, unchanged: 0 };
  for (const notice of [...imported].sort(byAge)) {
    const before = changed.get(notice.id) ?? known.get(notice.id);
    if (before !== undefined && before.address !== notice.address)
      throw new ImportProblem(`${notice.id} stands in the register with another address — look which is right, and mend the file`);
    const version = versionOf(notice, before?.versions ?? [], retrieved, source);
    if (version === null) {
      filed.unchanged += 1;
      continue;
    }
    if (before === undefined) filed.added += 1;
    else filed.newVersions += 1;
    const versions = [version, ...(before?.versions ?? [])].sort((a, b) => b.version - a.version);
    changed.set(notice.id, { id: notice.id, address: notice.address, versions });
  }
  for (const notice of changed.values())
    filed.files.set(noticePath(notice.id), formatted(stringify(written(notice), { aliasDuplicateObjects: false })));
  return filed;
}

/** Null when it is there already. */
function versionOf(notice: ImportedNotice, before: readonly Version[], retrieved: string, source: string): Version | null {
  const same = before.find((each) => (notice.version === null || each.version === notice.version) && says(each, notice));
  if (same !== undefined) return null;
  const taken = before.some((each) => each.version === notice.version);
  const number = notice.version ?? Math.max(0, ...before.map((each) => each.version)) + 1;
  const problems = [
    ...new Set([...notice.problems, ...contradictions(notice.ad), ...(taken ? (['same-number-other-text'] as const) : [])]),
  ];
  return { version: number, published: notice.published, retrieved, sources: [source], ad: notice.ad, problems };
}

/** Whether a version says what was read now, except for what a keeper took out of it. */
function says(version: Version, { ad, published }: ImportedNotice): boolean {
  const kept: NoticeAd = clean(version.ad);
  return version.published === published && NOTICE_ITEMS.every((name) => kept[name] === 'withheld' || sameText(kept[name], ad[name]));
}

function sameText(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}

function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${key}:${canonicalText(inner)}`).join()}}`;
}

function byAge(a: ImportedNotice, b: ImportedNotice): number {
  return (a.version ?? 0) - (b.version ?? 0) || (a.published < b.published ? -1 : a.published > b.published ? 1 : 0);
}

/** As keepers read it: without what no notice of this kind has, and without an empty list of problems. */
function written(notice: NoticeFile): unknown {
  return {
    ...notice,
    versions: notice.versions.map(({ ad, problems, ...version }) => ({
      ...version,
      ad: Object.fromEntries(NOTICE_ITEMS.filter((name) => ad[name] !== UNREAD_AD[name]).map((name) => [name, ad[name]])),
      ...(problems.length === 0 ? {} : { problems }),
    })),
  };
}

export function writeFiled(base: string, { files }: Filed): void {
  for (const [file, text] of files) {
    const path = join(base, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
