import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { partOf } from '../../lib/core/parts';
import type { Claim, HostRule, RegisterIndex, RegisterPart } from '../../lib/core/register';
import type { Compiled } from './compile';
import { UPWARD } from './vocabulary';

/** A part should download and unpack in a blink: at most this many bytes, compressed. */
export const MAX_PART_BYTES = 64 * 1024;
const MAX_PARTS = 4096;

export interface BuiltFile {
  name: string;
  bytes: Uint8Array;
}

export interface Built {
  index: RegisterIndex;
  files: BuiltFile[];
}

/** The fewest parts, a power of two, with which each fits. Ends at a number of parts that no register needs. */
export function buildParts(compiled: Compiled): Built {
  for (let count = 1; count <= MAX_PARTS; count *= 2) {
    const files = partsOf(compiled, count);
    if (count < MAX_PARTS && files.some((file) => file.bytes.length > MAX_PART_BYTES)) continue;
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
      newsHosts: newsHosts(compiled),
      counts: {
        outlets: [...compiled.entities.values()].filter((entity) => entity.kind === 'outlet').length,
        entities: compiled.entities.size,
        claims: compiled.claims.length,
        sources: compiled.sources.size,
        hosts: [...compiled.hosts.values()].reduce((sum, rules) => sum + rules.length, 0),
      },
    };
    return { index, files };
  }
  throw new Error('unreachable: the last count is always taken');
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
  return { name, bytes: pack(onePart(compiled, [...compiled.hosts], [...compiled.entities.keys()])) };
}

/** `2026.11.23`: the day of the newest check, so that the same files always carry the same version. */
export function versionOf(compiled: Compiled): string {
  return compiled.checked.replaceAll('-', '.');
}

function partsOf(compiled: Compiled, count: number): BuiltFile[] {
  const hosted = new Set(
    [...compiled.hosts.values()].flat().flatMap((rule) => (typeof rule.target === 'string' ? [] : [rule.target.entity])),
  );
  const unhosted = [...compiled.entities.values()].filter((entity) => entity.kind === 'outlet' && !hosted.has(entity.id));
  return Array.from({ length: count }, (_, number) => {
    const hosts = [...compiled.hosts].filter(([domain]) => partOf(domain, count) === number);
    // An outlet without a site has no domain to go by; it goes by its id, so that the explorer still finds it.
    const roots = unhosted.filter((entity) => partOf(entity.id, count) === number).map((entity) => entity.id);
    return { name: `${String(number).padStart(3, '0')}.json.gz`, bytes: pack(onePart(compiled, hosts, roots)) };
  });
}

/** Everything needed to answer for these domains: the outlets, all they lead up to, every claim about those, and its sources. */
function onePart(compiled: Compiled, hosts: [string, HostRule[]][], roots: string[]): RegisterPart {
  const bySubject = new Map<string, Claim[]>();
  for (const claim of compiled.claims) bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);

  const entities = new Set<string>();
  const open = [
    ...roots,
    ...hosts.flatMap(([, rules]) => rules.flatMap((rule) => (typeof rule.target === 'string' ? [] : [rule.target.entity]))),
  ];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (entities.has(id)) continue;
    entities.add(id);
    for (const claim of bySubject.get(id) ?? []) open.push(...mentioned(claim));
  }
  const claims = compiled.claims.filter((claim) => entities.has(claim.subject));
  const used = new Set([
    ...claims.flatMap((claim) => [...claim.sources, ...(claim.response?.sources ?? [])]),
    ...hosts.flatMap(([, rules]) => rules.flatMap((rule) => rule.sources)),
    ...[...entities].flatMap((id) => compiled.entities.get(id)?.sources ?? []),
  ]);
  return {
    format: 1,
    version: versionOf(compiled),
    built: compiled.checked,
    hosts: Object.fromEntries(hosts),
    entities: Object.fromEntries([...compiled.entities].filter(([id]) => entities.has(id))),
    claims,
    sources: Object.fromEntries([...compiled.sources].filter(([id]) => used.has(id))),
  };
}

function mentioned(claim: Claim): string[] {
  const beside = [...(claim.interests ?? []).flatMap((interest) => interest.jointly ?? []), ...(claim.response ? [claim.response.by] : [])];
  if (!('entity' in claim.object)) return beside;
  // Also relations that do not lead upward name an entity, and a part may not point outside itself.
  return UPWARD.includes(claim.predicate) ? [claim.object.entity, ...beside] : [claim.object.entity];
}

function pack(part: RegisterPart): Uint8Array {
  const bytes = gzipSync(JSON.stringify(part), { level: 9 });
  // Byte 9 names the operating system; without it every machine makes the same file.
  bytes[9] = 255;
  return bytes;
}
