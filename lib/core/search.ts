import type { Entity, HostRule } from './register';
import { nameOf } from './statements';

export interface SearchResult {
  entity: Entity;
  hosts: string[];
}

const MAX_RESULTS = 200;

/**
 * Entities whose name, former name or host holds every word of the query, whatever its accents and capitals. A name that begins
 * with the query comes first, then by name. No fuzzy matches: a name that merely looks alike is another name.
 */
export function searchRegister(entities: Iterable<Entity>, rules: Iterable<HostRule>, query: string): SearchResult[] {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  const hosts = hostsByEntity(rules);
  const results: { result: SearchResult; rank: number }[] = [];
  for (const entity of entities) {
    const own = hosts.get(entity.id) ?? [];
    const text = [...entity.names.map(({ name }) => fold(name)), ...own];
    if (!words.every((word) => text.some((piece) => piece.includes(word)))) continue;
    const begins = text.some((piece) => piece.startsWith(words.join(' ')));
    results.push({ result: { entity, hosts: own }, rank: begins ? 0 : 1 });
  }
  results.sort((a, b) => a.rank - b.rank || nameOf(a.result.entity).localeCompare(nameOf(b.result.entity), 'nl'));
  return results.slice(0, MAX_RESULTS).map(({ result }) => result);
}

export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function hostsByEntity(rules: Iterable<HostRule>): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const { host, pathPrefix, target } of rules) {
    if (typeof target !== 'string') hosts.set(target.entity, [...(hosts.get(target.entity) ?? []), host + (pathPrefix ?? '')]);
  }
  return hosts;
}
