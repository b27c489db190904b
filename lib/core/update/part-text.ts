import type { RegisterPart } from '../register';
import { canonical } from './shape';

const GROUPS = ['claims', 'entities', 'hosts', 'sources'] as const;

/**
 * A part as a file of the tree: JSON with one record on each line, in a fixed order and spelling; accounts, notices and
 * what is general only where there are any, so that files of before stay what they were. Version and date of the
 * edition are left out, so that a part in which nothing changed is the same file in the next release; the signed manifest
 * says them for all parts at once.
 */
export function partText(part: Omit<RegisterPart, 'version' | 'built'>): string {
  const claims = [...part.claims].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(canonical);
  const lines: Record<(typeof GROUPS)[number], string[]> = {
    claims,
    entities: keyed(part.entities),
    hosts: keyed(part.hosts),
    sources: keyed(part.sources),
  };
  const group = (name: (typeof GROUPS)[number], open: string, close: string): string =>
    `"${name}":${open}${lines[name].length === 0 ? '' : `\n${lines[name].join(',\n')}\n`}${close}`;
  const accounts = keyed(part.accounts ?? {});
  const first = accounts.length === 0 ? '' : `"accounts":{\n${accounts.join(',\n')}\n},`;
  const later = [optional('general', part.general), optional('notices', part.notices)].join('');
  return `{${first}${group('claims', '[', ']')},${group('entities', '{', '}')},"format":1,${group('hosts', '{', '}')},${later}${group('sources', '{', '}')}}\n`;
}

/** The same with the edition in it, as a part lies in the package: it can be read on its own, and a line is found as quickly. */
export function packagedText(part: RegisterPart): string {
  return `{"built":${JSON.stringify(part.built)},${partText(part).slice(1, -2)},"version":${JSON.stringify(part.version)}}\n`;
}

/** The file of the tree that a packaged text is, without parsing it; null when it is spelled otherwise. */
export function treeTextOf(packaged: string): string | null {
  const head = /^\{"built":"[\d-]{10}",/.exec(packaged)?.[0];
  const tail = /,"version":"[\d.]{10,15}"\}\n$/.exec(packaged.slice(-40))?.[0];
  return head === undefined || tail === undefined ? null : `{${packaged.slice(head.length, -tail.length)}}\n`;
}

/** Behind the hosts, where a reader of before there were such records looks for nothing. */
function optional(name: 'general' | 'notices', records: object | undefined): string {
  const lines = keyed({ ...records });
  return lines.length === 0 ? '' : `"${name}":{\n${lines.join(',\n')}\n},`;
}

function keyed(records: Record<string, unknown>): string[] {
  return Object.keys(records)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(records[key])}`);
}

/** The part again, as `parsePart` wants it; null when it is no JSON object. */
export function partFromText(text: string, edition: { version: string; built: string }): unknown {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
    return { ...json, version: edition.version, built: edition.built };
  } catch {
    return null;
  }
}
