import { compareRough } from '../../lib/core/dates';
import { filedUnder } from '../../lib/core/hosts';
import { checkAccountLines, checkAccounts } from './check-accounts';
import { checkCited, checkClaims, type Known, type Used } from './check-claims';
import { checkLayers, inScope, knownFrom } from './check-layers';
import { checkNotices } from './check-notices';
import { type Compiled, compile, objectKey, objectOf, predicateOf, ruleKey } from './compile';
import { filesOf, type Loaded, type Registry } from './files';
import { formatted } from './format';
import { compareProblems, type RegisterProblem } from './problem';
import type { CarrierFile, ClaimLine, EntityFile, SourceFile } from './schema';
import { JUDGING } from './vocabulary';

/** Everything a schema cannot see: references, dates, duplicates, orphans, words that judge, order. */
export function checkRegistry(registry: Registry): RegisterProblem[] {
  const problems = [...registry.problems, ...checkLayers(registry)];
  // The core by itself, then each layer as seen from its own place: so the core is in order also without them.
  const layers = new Set(filesOf(registry).map((loaded) => loaded.layer));
  for (const layer of new Set([null, ...layers])) problems.push(...checkScope(registry, layer));
  problems.push(...checkHostRules(registry));
  // References cannot be trusted before this point, and two claims with one id would silently become one.
  if (problems.length === 0) {
    const compiled = compile(registry);
    problems.push(...checkIds(registry, compiled), ...checkAccounts(registry, compiled));
  }
  for (const loaded of filesOf(registry)) {
    if (formatted(loaded.text) !== loaded.text) {
      problems.push({
        file: loaded.file,
        line: 1,
        what: 'not in the fixed order and layout',
        remedy: 'run: npm run register -- check --fix',
      });
    }
  }
  return problems.sort(compareProblems);
}

/** The core (null), or one layer: what stands there, against what may be referred to from there. */
function checkScope(registry: Registry, layer: string | null): RegisterProblem[] {
  const here = { entities: inScope(registry.entities, layer), sources: inScope(registry.sources, layer) };
  const used: Used = { entities: new Set<string>(), sources: new Set<string>() };
  const known = knownFrom(registry, layer);
  const problems = here.entities.flatMap((loaded) => checkEntity(loaded, known, used));
  for (const loaded of inScope(registry.additions, layer)) problems.push(...checkClaims(loaded, known, used));
  for (const loaded of here.sources) problems.push(...checkSource(loaded, registry.name));
  if (layer === null) problems.push(...checkNotices(registry, known, used));
  for (const loaded of here.entities)
    for (const [index, rule] of (loaded.value.hosts ?? []).entries())
      checkCited(rule.sources, ['hosts', index, 'sources'], known, used, (path, what, remedy) => {
        problems.push({ file: loaded.file, line: loaded.lineOf(path), what, remedy });
      });
  // A file that could not be read may cite what now looks as if nothing refers to it.
  return registry.problems.length > 0 ? problems : [...problems, ...checkOrphans(here, used)];
}

function checkEntity(loaded: Loaded<EntityFile>, known: Known, used: Used): RegisterProblem[] {
  const { file, value, lineOf } = loaded;
  const problems: RegisterProblem[] = [];
  const add = (path: readonly PropertyKey[], what: string, remedy: string): void => {
    problems.push({ file, line: lineOf(path), what, remedy });
  };
  const wanted = `entities/${value.country?.toLowerCase() ?? 'intl'}/${value.id}.yaml`;
  if (!file.endsWith(wanted)) add(['id'], `the file of "${value.id}" belongs at ${wanted}`, 'move the file or mend id and country');
  const first = known.entities.get(value.id);
  if (first !== loaded && first?.layer === loaded.layer) add(['id'], `"${value.id}" stands in two files`, 'keep one');
  checkCited(value.sources ?? [], ['sources'], known, used, add);
  if (value.ids && !value.sources) add(['ids'], 'numbers without a source', 'name the source under sources');

  problems.push(...checkAccountLines(loaded, known, used));

  const isPerson = value.kind === 'person' || value.kind === 'family';
  if (isPerson && (value.claims || value.hosts || value.accounts || value.ids))
    add(
      ['kind'],
      'a person or family has claims, hosts, accounts or numbers of its own',
      'write the claim with the company as its subject',
    );

  problems.push(...checkClaims(loaded, known, used));
  return problems;
}

function checkSource({ file, value, lineOf }: Loaded<SourceFile>, name: Registry['name']): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const add = (key: string, what: string, remedy: string): void => {
    problems.push({ file, line: lineOf([key]), what, remedy });
  };
  if (!file.endsWith(`sources/${value.id}.yaml`))
    add('id', `the file of "${value.id}" belongs at sources/${value.id}.yaml`, 'move the file or mend the id');
  if (!value.published && !value.undated) add('id', 'no date', 'add published, or undated: true when the source shows none');
  if (value.published && value.undated) add('undated', 'dated and undated', 'keep one');
  if (value.publishedInferred && !value.published) add('publishedInferred', 'inferred, but no date', 'add published');
  if (value.published && compareRough(value.published, value.retrieved) > 0 && !value.retrieved.startsWith(value.published))
    add('published', 'published after it was read', 'mend the date');
  if ((value.url === undefined) === (value.file === undefined))
    add('id', 'a source has one address', 'give a url, or the file of a document among these files');
  if (JUDGING.test(value.title)) add('title', 'a word that judges in a title', 'describe the source in neutral words');
  const fictional = value.url === undefined ? null : /\.example$/.test(new URL(value.url).hostname);
  if (fictional !== null && fictional !== (name === 'practice'))
    add(
      'url',
      fictional ? 'a fictional source in the register' : 'a real source in the practice register',
      'practice uses .example addresses, the register never does',
    );
  return problems;
}

function checkHostRules(registry: Registry): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const seen = new Map<string, string>();
  const platforms = new Set(
    registry.carriers.flatMap(({ value }) => value.hosts.filter((rule) => rule.target === 'platform').map((rule) => rule.host)),
  );
  const all: Loaded<EntityFile | CarrierFile>[] = [...registry.entities, ...registry.carriers];
  for (const { file, value, lineOf } of all) {
    for (const [index, rule] of (value.hosts ?? []).entries()) {
      const add = (what: string, remedy: string): void => {
        problems.push({ file, line: lineOf(['hosts', index]), what, remedy });
      };
      const key = ruleKey({ host: rule.host, ...(rule.path ? { pathPrefix: rule.path.toLowerCase() } : {}) });
      const other = seen.get(key);
      if (other !== undefined) add(`${key} already stands in ${other}`, 'keep one');
      seen.set(key, file);
      if (!isPlainHost(rule.host)) add(`"${rule.host}" is not a plain host`, 'lower case, punycode, without www., port or final dot');
      else if (filedUnder(rule.host) === null) add(`"${rule.host}" is no public host`, 'use a registered domain or a name below one');
      const platform = [...platforms].find((host) => rule.host === host || rule.host.endsWith(`.${host}`));
      if (!('target' in rule) && platform !== undefined && !rule.exact && !rule.path)
        add(`${rule.host} is on ${platform}, where others publish too`, 'add exact: true, or a path');
    }
  }
  return problems;
}

function isPlainHost(host: string): boolean {
  try {
    return new URL(`https://${host}/`).hostname === host && !host.startsWith('www.') && !host.endsWith('.') && host.includes('.');
  } catch {
    return false;
  }
}

function checkOrphans({ entities, sources }: Pick<Registry, 'entities' | 'sources'>, used: Used): RegisterProblem[] {
  const orphan = (loaded: Loaded<{ id: string }>): RegisterProblem => ({
    file: loaded.file,
    line: loaded.lineOf(['id']),
    what: `nothing refers to "${loaded.value.id}"`,
    remedy: 'remove the file or cite it',
  });
  return [
    ...sources.filter(({ value }) => !used.sources.has(value.id)).map(orphan),
    ...entities
      .filter(({ value }) => !used.entities.has(value.id) && !(value.kind === 'outlet' && (value.claims || value.hosts)))
      .map(orphan),
  ];
}

function checkIds(registry: Registry, compiled: Compiled): RegisterProblem[] {
  const seen = new Set<string>();
  return compiled.claims.flatMap((claim) => {
    const twice = seen.has(claim.id);
    seen.add(claim.id);
    if (!twice) return [];
    const same = (line: ClaimLine): boolean =>
      predicateOf(line) === claim.predicate && objectKey(objectOf(line, claim.predicate)) === objectKey(claim.object);
    const loaded = [...registry.additions, ...registry.entities].find(
      ({ value, layer }) =>
        value.id === claim.subject && (layer === null || claim.id.endsWith(`@${layer}`)) && (value.claims ?? []).some(same),
    );
    if (!loaded) throw new Error(`${claim.id} comes from no file`);
    const index = (loaded.value.claims ?? []).findIndex(same);
    return [
      {
        file: loaded.file,
        line: loaded.lineOf(['claims', index]),
        what: `two claims become "${claim.id}"`,
        remedy: 'merge them, or give each its own year',
      },
    ];
  });
}
