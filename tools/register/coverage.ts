import type { Claim, Entity } from '../../lib/core/register';
import type { Compiled } from './compile';

export const COVERAGE_START = '<!-- coverage: written by "npm run register -- coverage" -->';
export const COVERAGE_END = '<!-- /coverage -->';

/** What the register holds, counted from the data, as Markdown. */
export function coverage(compiled: Compiled): string {
  const outlets = [...compiled.entities.values()].filter((entity) => entity.kind === 'outlet');
  const rows = ['NL', 'BE']
    .map((country) => ({ country, own: outlets.filter((outlet) => outlet.country === country) }))
    .map(({ country, own }) => {
      const having = (...predicates: string[]): number =>
        own.filter((outlet) => claimsOf(compiled, outlet).some((claim) => predicates.includes(claim.predicate))).length;
      const form = own.filter((outlet) => claimsOf(compiled, outlet).some((claim) => 'form' in claim.object)).length;
      const hosted = own.filter((outlet) => hasHost(compiled, outlet)).length;
      return `| ${country} | ${own.length} | ${hosted} | ${having('published-by', 'owned-by', 'part-of')} | ${form} | ${having('funded-by')} | ${having('member-of')} |`;
    });
  const current = compiled.claims.filter((claim) => claim.status !== 'superseded' && claim.status !== 'withdrawn');
  const predicates = countBy(current, (claim) => claim.predicate);
  const years = countBy(current, (claim) => claim.asOf?.slice(0, 4) ?? 'undated');
  const kinds = countBy([...compiled.sources.values()], (source) => source.kind);
  return [
    `Edition of ${compiled.checked}: ${compiled.entities.size} entities, ${compiled.claims.length} claims (${compiled.claims.length - current.length} of them history), ${compiled.sources.size} sources.`,
    '',
    '| country | outlets | with a site | with publisher or owner | with a form | with funding | with a membership |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '| relation | claims that hold |',
    '| --- | --- |',
    ...predicates.map(([name, count]) => `| ${name} | ${count} |`),
    '',
    '| newest source of a claim | claims that hold |',
    '| --- | --- |',
    ...years.map(([name, count]) => `| ${name} | ${count} |`),
    '',
    '| kind of source | sources |',
    '| --- | --- |',
    ...kinds.map(([name, count]) => `| ${name} | ${count} |`),
  ].join('\n');
}

/** The document with the counted part replaced; null when the markers are missing. */
export function withCoverage(document: string, text: string): string | null {
  const start = document.indexOf(COVERAGE_START);
  const end = document.indexOf(COVERAGE_END);
  if (start < 0 || end < start) return null;
  return `${document.slice(0, start + COVERAGE_START.length)}\n\n${text}\n\n${document.slice(end)}`;
}

function claimsOf(compiled: Compiled, entity: Entity): Claim[] {
  return compiled.claims.filter((claim) => claim.subject === entity.id && claim.status !== 'superseded' && claim.status !== 'withdrawn');
}

function hasHost(compiled: Compiled, entity: Entity): boolean {
  return [...compiled.hosts.values()].flat().some((rule) => typeof rule.target !== 'string' && rule.target.entity === entity.id);
}

function countBy<T>(items: T[], key: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
