import { type ChainNode, chainOf } from '../../lib/core/chain';
import { around, claimIndex } from '../../lib/core/neighbours';
import type { Claim, EntityId, RegisterPart } from '../../lib/core/register';
import { splitHistory, statementsAbout } from '../../lib/core/statements';
import { boardIsKnown } from '../../lib/words/chain-text';
import { platformName } from './account-text';
import { inScope } from './check-layers';
import { type Compiled, compile } from './compile';
import type { Registry } from './files';

export const COVERAGE_START = '<!-- coverage: written by "npm run register -- coverage" -->';
export const COVERAGE_END = '<!-- /coverage -->';

const HOME = ['BE', 'NL'];

/** What the register holds, counted from the data, as Markdown: the core, then what each layer adds. */
export function coverage(registry: Registry): string {
  const core = compile(onlyCore(registry));
  const { entities, sources } = core;
  const current = core.claims.filter(holds);
  return [
    `Edition of ${core.checked}: ${entities.size} entities, ${core.claims.length} claims (${core.claims.length - current.length} of them history), ${sources.size} sources.`,
    '',
    ...table(
      [
        'country',
        'outlets',
        'with a site',
        'with publisher or owner',
        'chain known to its end',
        'with a form',
        'with funding',
        'with a membership',
      ],
      countries(core),
    ),
    '',
    'A chain is known to its end when sources do not contradict each other and every branch ends in a person, family, state, listed company,',
    'association, a foundation of which a source says who appoints its board, holders that a source describes, or a source that says that',
    'nobody owns it or that the owner is not made public.',
    '',
    ...table(['kind of outlet', 'outlets'], forms(core)),
    '',
    ...table(
      ['relation', 'claims that hold'],
      countBy(current, (claim) => claim.predicate),
    ),
    '',
    ...table(
      ['newest source of a claim', 'claims that hold'],
      countBy(current, (claim) => claim.asOf?.slice(0, 4) ?? 'undated'),
    ),
    '',
    ...table(
      ['kind of source', 'sources'],
      countBy([...sources.values()], (source) => source.kind),
    ),
    '',
    ...accountCounts(core),
    ...layerCounts(registry),
  ].join('\n');
}

function countries(compiled: Compiled): (string | number)[][] {
  const outlets = [...compiled.entities.values()].filter((entity) => entity.kind === 'outlet');
  const bySubject = new Map<string, Claim[]>();
  for (const claim of compiled.claims.filter(holds)) bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  const hosted = new Set(
    [...compiled.hosts.values()].flat().flatMap((rule) => (typeof rule.target === 'string' ? [] : [rule.target.entity])),
  );
  const complete = completeChains(compiled);
  // The countries of the people it is made for first, then by number.
  const order = countBy(outlets, (outlet) => outlet.country ?? 'none named').sort(
    ([a, many], [b, more]) => HOME.indexOf(b) - HOME.indexOf(a) || more - many || (a < b ? -1 : 1),
  );
  return order.map(([country, count]) => {
    const own = outlets.filter((outlet) => (outlet.country ?? 'none named') === country).map((outlet) => bySubject.get(outlet.id) ?? []);
    const having = (test: (claim: Claim) => boolean): number => own.filter((claims) => claims.some(test)).length;
    return [
      country,
      count,
      outlets.filter((outlet) => (outlet.country ?? 'none named') === country && hosted.has(outlet.id)).length,
      having(({ predicate }) => predicate === 'published-by' || predicate === 'owned-by' || predicate === 'part-of'),
      outlets.filter((outlet) => (outlet.country ?? 'none named') === country && complete.has(outlet.id)).length,
      having(({ object }) => 'form' in object),
      having(({ predicate }) => predicate === 'funded-by'),
      having(({ predicate }) => predicate === 'member-of'),
    ];
  });
}

/** Outlets of which every branch of the chain ends in something that a source says. */
function completeChains(compiled: Compiled): Set<EntityId> {
  const index = claimIndex(partOf(compiled));
  const outlets = [...compiled.entities.values()].filter(({ kind }) => kind === 'outlet');
  const complete = outlets.filter(({ id }) => {
    const nodes = chainOf(around(index, id), id, compiled.checked).levels.flat();
    return nodes.every(isSettled);
  });
  return new Set(complete.map(({ id }) => id));
}

/** A foundation is no end by itself: somebody appoints its board. */
function isSettled(node: ChainNode): boolean {
  if (node.conflicting || node.unknownShare !== null || node.end === 'unknown' || node.end === 'circular') return false;
  return node.end !== 'foundation' || boardIsKnown(node);
}

/** Outlets by what a source calls them; one that is two things counts twice. */
function forms(compiled: Compiled): (string | number)[][] {
  const index = claimIndex(partOf(compiled));
  const outlets = [...compiled.entities.values()].filter(({ kind }) => kind === 'outlet');
  const named = outlets.flatMap(({ id }) => {
    const { current } = splitHistory(statementsAbout(around(index, id), id, ['has-form']), compiled.checked);
    const own = current.flatMap(({ claim: { object } }) => ('form' in object ? [object.form] : []));
    return own.length === 0 ? ['no source says'] : [...new Set(own)];
  });
  return countBy(named, (form) => form).sort(([, many], [, more]) => more - many);
}

function partOf({ entities, claims, sources, checked }: Compiled): RegisterPart {
  const lists = { hosts: {}, entities: Object.fromEntries(entities), claims, sources: Object.fromEntries(sources) };
  return { format: 1, version: '', built: checked, ...lists };
}

/** Each account once, however many handles it has. */
function accountCounts({ accounts, entities }: Compiled): string[] {
  const all = [...new Set([...accounts.values()].flat())];
  const outlets = new Set(all.flatMap(({ entity }) => (entities.get(entity)?.kind === 'outlet' ? [entity] : [])));
  return [
    `${all.length} accounts on platforms, of ${outlets.size} outlets${all.length === 0 ? '.' : ':'}`,
    ...(all.length === 0
      ? []
      : [
          '',
          ...table(
            ['platform', 'accounts'],
            countBy(all, ({ platform }) => platformName(platform)),
          ),
        ]),
  ];
}

function layerCounts(registry: Registry): string[] {
  const rows = registry.layers.map(({ layer, value }) => {
    const own = inScope(registry.entities, layer);
    const claims = [...own, ...inScope(registry.additions, layer)].flatMap((loaded) => loaded.value.claims ?? []);
    const outlets = own.filter((loaded) => loaded.value.kind === 'outlet');
    const hosted = outlets.filter((loaded) => loaded.value.hosts !== undefined);
    return [
      value.id,
      value.licence,
      value.published,
      own.length,
      outlets.length,
      hosted.length,
      claims.length,
      inScope(registry.sources, layer).length,
    ];
  });
  if (rows.length === 0) return [];
  const heads = ['layer, kept apart', 'licence', 'state of', 'entities', 'outlets', 'with a site', 'claims', 'sources'];
  return ['', ...table(heads, rows)];
}

function onlyCore(registry: Registry): Registry {
  const { entities, sources } = registry;
  return { ...registry, entities: inScope(entities, null), sources: inScope(sources, null), additions: [], layers: [] };
}

/** The document with the counted part replaced; null when the markers are missing. */
export function withCoverage(document: string, text: string): string | null {
  const start = document.indexOf(COVERAGE_START);
  const end = document.indexOf(COVERAGE_END);
  if (start < 0 || end < start) return null;
  return `${document.slice(0, start + COVERAGE_START.length)}\n\n${text}\n\n${document.slice(end)}`;
}

function holds(claim: Claim): boolean {
  return claim.status !== 'superseded' && claim.status !== 'withdrawn';
}

function table(heads: string[], rows: (string | number)[][]): string[] {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function countBy<T>(items: T[], key: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
