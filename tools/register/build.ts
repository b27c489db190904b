import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GENERAL_KEY, type General } from '../../lib/core/general';
import type { Notice } from '../../lib/core/notices';
import { partOf } from '../../lib/core/parts';
import type { Claim, HostRule, ListedAccount, RegisterIndex, RegisterPart } from '../../lib/core/register';
import { packagedText, partText } from '../../lib/core/update/part-text';
import type { Compiled } from './compile';
import { entitiesOf, sourcesOf } from './compile-notices';
import { UPWARD } from './vocabulary';

/** A part should download and unpack in a blink: at most this many bytes, compressed. */
export const MAX_PART_BYTES = 64 * 1024;
/** Unpacked, in characters: what a look-up parses and checks. */
const MAX_PART_TEXT = 1_000_000;
/** The shortest rule a domain can have. Says without trying that many domains will not fit in one part. */
const LEAST_TEXT = '"a.b":[{"host":"a.b","match":"exact","target":"cache","sources":[]}],'.length;
const MAX_PARTS = 4096;

export interface BuiltFile {
  name: string;
  bytes: Uint8Array;
}

interface PartFile extends BuiltFile {
  /** As in `contents`. */
  content: string;
}

export interface Built {
  index: RegisterIndex;
  /** Hosts of Dutch and Flemish outlets, for the group "nieuwssites" of optional access. */
  newsHosts: string[];
  /** SHA-256 of each part as a file of the tree of updates: its text without version and date. */
  contents: string[];
  files: BuiltFile[];
}

/** The fewest parts, a power of two, with which each fits. Ends at a number of parts that no register needs. */
export function buildParts(whole: Compiled): Built {
  const compiled = asShown(whole);
  const order = orderOf(compiled);
  for (let count = 1; count <= MAX_PARTS; count *= 2) {
    const files = partsOf(compiled, order, count, count < MAX_PARTS);
    if (files === null) continue;
    const version = versionOf(compiled);
    const index: RegisterIndex = {
      format: 1,
      version,
      built: compiled.checked,
      parts: files.map((file) => ({
        file: file.name,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        bytes: file.bytes.length,
      })),
      counts: {
        outlets: [...compiled.entities.values()].filter((entity) => entity.kind === 'outlet').length,
        entities: compiled.entities.size,
        claims: compiled.claims.length,
        sources: compiled.sources.size,
        hosts: [...compiled.hosts.values()].reduce((sum, rules) => sum + rules.length, 0),
      },
    };
    return { index, newsHosts: newsHosts(compiled), contents: files.map(({ content }) => content), files };
  }
  throw new Error('unreachable: the last count is always taken');
}

/** What a source took back stays in the files, as history of the list, and goes to nobody; nor does a person named only there. */
function asShown(compiled: Compiled): Compiled {
  const claims = compiled.claims.filter(({ status }) => status !== 'withdrawn');
  if (claims.length === compiled.claims.length) return compiled;
  const named = new Set(claims.flatMap((claim) => mentioned(claim)));
  const entities = [...compiled.entities].filter(([id, { kind }]) => (kind !== 'person' && kind !== 'family') || named.has(id));
  return { ...compiled, claims, entities: new Map(entities) };
}

/** Apart from the index, which every look-up reads: only the choice of sites needs the one, and only an update the other. */
export const NEWS_HOSTS = 'news-hosts.json';
const CONTENTS = 'contents.json';

/** Puts a compiled register in a folder, instead of the one that may be there. */
export function writeCompiled(folder: string, { index, newsHosts, contents, files }: Built): void {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (/^\d{3,4}\.json\.gz$/.test(old)) rmSync(join(folder, old));
  for (const file of files) writeFileSync(join(folder, file.name), file.bytes);
  const put = (name: string, content: unknown): void => writeFileSync(join(folder, name), `${JSON.stringify(content)}\n`);
  put(NEWS_HOSTS, newsHosts);
  put(CONTENTS, contents);
  put('index.json', index);
}

/** Hosts of Dutch and Flemish outlets, without the sections that have their own outlet. */
function newsHosts(compiled: Compiled): string[] {
  const hosts = [...compiled.hosts.values()].flat().flatMap((rule) => {
    const entity = typeof rule.target === 'string' ? undefined : compiled.entities.get(rule.target.entity);
    return entity?.country === 'NL' || entity?.country === 'BE' ? [rule.host] : [];
  });
  return [...new Set(hosts)].sort();
}

/** A register small enough to be one file, such as the fictional one of the practice pages. */
export function buildWhole(compiled: Compiled, name: string): BuiltFile {
  const { hosts, accounts, notices, general, entities } = compiled;
  const filed = { hosts: [...hosts], accounts: [...accounts], notices: [...notices.values()], general, roots: [...entities.keys()] };
  return { name, bytes: pack(onePart(compiled, orderOf(compiled), filed)) };
}

/** `2026.11.23`: the day of the newest check, so that the same files always carry the same version. */
export function versionOf(compiled: Compiled): string {
  return compiled.checked.replaceAll('-', '.');
}

/** Null as soon as one part does not fit, where that counts. */
function partsOf(compiled: Compiled, order: Order, count: number, mustFit: boolean): PartFile[] | null {
  const filings = Array.from({ length: count }, (): Filed => ({ hosts: [], accounts: [], notices: [], general: null, roots: [] }));
  for (const entry of compiled.hosts) filings[partOf(entry[0], count)]?.hosts.push(entry);
  for (const entry of compiled.accounts) filings[partOf(entry[0], count)]?.accounts.push(entry);
  for (const notice of compiled.notices.values()) filings[partOf(notice.id, count)]?.notices.push(notice);
  const whereGeneral = filings[partOf(GENERAL_KEY, count)];
  if (whereGeneral !== undefined) whereGeneral.general = compiled.general;
  for (const id of order.unhosted) filings[partOf(id, count)]?.roots.push(id);
  const files: PartFile[] = [];
  for (const [number, filed] of filings.entries()) {
    if (mustFit && filed.hosts.length * LEAST_TEXT > MAX_PART_TEXT) return null;
    const part = onePart(compiled, order, filed);
    const text = packagedText(part);
    if (mustFit && text.length > MAX_PART_TEXT) return null;
    const bytes = packText(text);
    if (mustFit && bytes.length > MAX_PART_BYTES) return null;
    files.push({
      name: `${String(number).padStart(3, '0')}.json.gz`,
      bytes,
      content: createHash('sha256').update(partText(part)).digest('hex'),
    });
  }
  return files;
}

/** What is looked up again and again while parts are made, and the place of each record, so that parts keep the order. */
interface Order {
  claims: Map<string, number[]>;
  entities: Map<string, number>;
  sources: Map<string, number>;
  /** Outlets without a site have no domain to go by; they go by their id, so that the explorer still finds them. */
  unhosted: string[];
}

function orderOf(compiled: Compiled): Order {
  const claims = new Map<string, number[]>();
  for (const [at, { subject }] of compiled.claims.entries()) {
    const places = claims.get(subject);
    if (places === undefined) claims.set(subject, [at]);
    else places.push(at);
  }
  const places = (keys: Iterable<string>): Map<string, number> => new Map([...keys].map((key, at) => [key, at]));
  const hosted = new Set<string>();
  for (const rules of compiled.hosts.values()) for (const { target } of rules) if (typeof target !== 'string') hosted.add(target.entity);
  const unhosted = [...compiled.entities.values()].filter(({ id, kind }) => kind === 'outlet' && !hosted.has(id)).map(({ id }) => id);
  return { claims, entities: places(compiled.entities.keys()), sources: places(compiled.sources.keys()), unhosted };
}

/** What one part answers for. */
interface Filed {
  hosts: [string, HostRule[]][];
  accounts: [string, ListedAccount[]][];
  notices: Notice[];
  /** In one of the parts alone. */
  general: General | null;
  /** Entities that are in it whether or not an address leads to them. */
  roots: string[];
}

/** Everything needed to answer for these domains, accounts and notices: the outlets, all they lead up to, every claim about those, and its sources. */
function onePart(compiled: Compiled, order: Order, { hosts, accounts, notices, general, roots }: Filed): RegisterPart {
  const entities = new Set<string>();
  const places: number[] = [];
  const open = [
    ...roots,
    ...hosts.flatMap(([, rules]) => rules.flatMap((rule) => (typeof rule.target === 'string' ? [] : [rule.target.entity]))),
    ...accounts.flatMap(([, listed]) => listed.map(({ entity }) => entity)),
    ...notices.flatMap(entitiesOf),
  ];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (entities.has(id)) continue;
    entities.add(id);
    for (const at of order.claims.get(id) ?? []) {
      places.push(at);
      const claim = compiled.claims[at];
      if (claim !== undefined) open.push(...mentioned(claim));
    }
  }
  const claims = places.sort((a, b) => a - b).flatMap((at) => compiled.claims[at] ?? []);
  const used = new Set([
    ...claims.flatMap((claim) => [...claim.sources, ...(claim.response?.sources ?? [])]),
    ...hosts.flatMap(([, rules]) => rules.flatMap((rule) => rule.sources)),
    ...accounts.flatMap(([, listed]) => listed.flatMap(({ proof }) => proof.map(({ source }) => source))),
    ...[...entities].flatMap((id) => compiled.entities.get(id)?.sources ?? []),
    ...sourcesOf(notices, general),
  ]);
  return {
    format: 1,
    version: versionOf(compiled),
    built: compiled.checked,
    hosts: Object.fromEntries(hosts),
    ...(accounts.length === 0 ? {} : { accounts: Object.fromEntries(accounts) }),
    ...(notices.length === 0 ? {} : { notices: Object.fromEntries(notices.map((notice) => [notice.id, notice])) }),
    ...(general === null ? {} : { general }),
    entities: inOrder(entities, compiled.entities, order.entities),
    claims,
    sources: inOrder(used, compiled.sources, order.sources),
  };
}

function inOrder<T>(ids: Set<string>, records: ReadonlyMap<string, T>, places: ReadonlyMap<string, number>): Record<string, T> {
  const known = [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return Object.fromEntries(
    known.flatMap((id) => {
      const record = records.get(id);
      return record === undefined ? [] : [[id, record] as const];
    }),
  );
}

function mentioned(claim: Claim): string[] {
  const beside = [...(claim.interests ?? []).flatMap((interest) => interest.jointly ?? []), ...(claim.response ? [claim.response.by] : [])];
  if (!('entity' in claim.object)) return beside;
  // Also relations that do not lead upward name an entity, and a part may not point outside itself.
  return UPWARD.includes(claim.predicate) ? [claim.object.entity, ...beside] : [claim.object.entity];
}

function pack(part: RegisterPart): Uint8Array {
  return packText(packagedText(part));
}

function packText(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  // Byte 9 names the operating system; without it every machine makes the same file.
  bytes[9] = 255;
  return bytes;
}
