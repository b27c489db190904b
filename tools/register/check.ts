import { compareRough } from '../../lib/core/dates';
import { filedUnder } from '../../lib/core/hosts';
import { type Compiled, compile, objectKey, objectOf, predicateOf, ruleKey } from './compile';
import type { Loaded, Registry } from './files';
import { formatted } from './format';
import { compareProblems, type RegisterProblem } from './problem';
import type { CarrierFile, EntityFile, SourceFile } from './schema';
import { CONTROL, JUDGING } from './vocabulary';

/** Everything a schema cannot see: references, dates, duplicates, orphans, words that judge, order. */
export function checkRegistry(registry: Registry): RegisterProblem[] {
  const problems = [...registry.problems];
  const known = {
    entities: new Map(registry.entities.map((loaded) => [loaded.value.id, loaded])),
    sources: new Map(registry.sources.map((loaded) => [loaded.value.id, loaded])),
  };
  const used = { entities: new Set<string>(), sources: new Set<string>() };
  for (const loaded of registry.entities) problems.push(...checkEntity(loaded, known, used));
  for (const loaded of registry.sources) problems.push(...checkSource(loaded, registry.name));
  problems.push(...checkHosts(registry, known.sources, used.sources));
  problems.push(...checkOrphans(registry, used));
  // References cannot be trusted before this point, and two claims with one id would silently become one.
  if (problems.length === 0) problems.push(...checkIds(registry, compile(registry)));
  for (const loaded of [...registry.entities, ...registry.sources, ...registry.carriers]) {
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

interface Known {
  entities: Map<string, Loaded<EntityFile>>;
  sources: Map<string, Loaded<SourceFile>>;
}

interface Used {
  entities: Set<string>;
  sources: Set<string>;
}

function checkEntity(loaded: Loaded<EntityFile>, known: Known, used: Used): RegisterProblem[] {
  const { file, value, lineOf } = loaded;
  const problems: RegisterProblem[] = [];
  const add = (path: readonly PropertyKey[], what: string, remedy: string): void => {
    problems.push({ file, line: lineOf(path), what, remedy });
  };
  const cite = (sources: string[], path: readonly PropertyKey[]): void => {
    for (const [index, id] of sources.entries()) {
      used.sources.add(id);
      if (!known.sources.has(id)) add([...path, index], `source "${id}" does not exist`, 'add sources/<id>.yaml or mend the id');
    }
  };
  const wanted = `entities/${value.country?.toLowerCase() ?? 'intl'}/${value.id}.yaml`;
  if (!file.endsWith(wanted)) add(['id'], `the file of "${value.id}" belongs at ${wanted}`, 'move the file or mend id and country');
  if (known.entities.get(value.id) !== loaded) add(['id'], `"${value.id}" stands in two files`, 'keep one');
  cite(value.sources ?? [], ['sources']);
  if (value.ids && !value.sources) add(['ids'], 'numbers without a source', 'name the source under sources');

  const isPerson = value.kind === 'person' || value.kind === 'family';
  if (isPerson && (value.claims || value.hosts || value.ids))
    add(['kind'], 'a person or family has claims, hosts or numbers of its own', 'write the claim with the company as its subject');

  for (const [index, line] of (value.claims ?? []).entries()) {
    const at = ['claims', index];
    cite(line.sources, [...at, 'sources']);
    const predicate = predicateOf(line);
    if (predicate === null) {
      add(at, 'a claim names exactly one relation', 'split it, or add the relation that is missing');
      continue;
    }
    const object = objectOf(line, predicate);
    const named = [...('entity' in object ? [object.entity] : []), ...(line.interests ?? []).flatMap((interest) => interest.jointly ?? [])];
    for (const id of named) {
      used.entities.add(id);
      const target = known.entities.get(id)?.value;
      if (!target) add([...at, predicate], `"${id}" does not exist`, 'add entities/<country>/<id>.yaml or mend the id');
      else if (target.kind === 'person' || target.kind === 'family') problems.push(...checkPerson(loaded, index, known));
      if (id === value.id) add([...at, predicate], 'a claim about itself', 'name the other party');
    }
    if (line.response) {
      cite(line.response.sources, [...at, 'response', 'sources']);
      used.entities.add(line.response.by);
      if (!known.entities.has(line.response.by))
        add([...at, 'response', 'by'], `"${line.response.by}" does not exist`, 'add entities/<country>/<id>.yaml or mend the id');
    }
    if (line.funding && predicate !== 'funded-by') add([...at, 'funding'], 'funding belongs to funded-by', 'move it');
    if (line.funding?.planned && line.funding.year === undefined)
      add([...at, 'funding'], 'planned money without its year', 'add the year it is planned for');
    if (line.interests && !CONTROL.includes(predicate)) add([...at, 'interests'], 'interests belong to ownership and control', 'move them');
    if ('unspecified' in object && predicate !== 'owned-by')
      add([...at, predicate], 'only ownership can be stated as absent', 'use owned-by');
    if ('words' in object && predicate !== 'classified-by' && JUDGING.test(object.words))
      add([...at, predicate], 'a word that judges', 'write down what the source states, without judging');
    if (line.valid?.from && line.valid.to && compareRough(line.valid.from, line.valid.to) > 0)
      add([...at, 'valid'], 'ends before it begins', 'swap the dates');
    const checked = line.checked ?? value.checked;
    if (line.reviewBy && line.reviewBy <= checked) add([...at, 'reviewBy'], 'to be reviewed before it was checked', 'mend the date');
    for (const date of [line.asOf, line.valid?.from, line.valid?.to]) {
      if (date && compareRough(date, checked) > 0 && !checked.startsWith(date))
        add(at, `${date} lies after the day it was checked`, 'the register holds what has happened');
    }
  }
  return problems;
}

/** A wiki copy or a list by somebody else is not enough to name a person. */
function checkPerson(loaded: Loaded<EntityFile>, index: number, known: Known): RegisterProblem[] {
  const line = loaded.value.claims?.[index];
  const predicate = line ? predicateOf(line) : null;
  if (!line || predicate === null) return [];
  const at = { file: loaded.file, line: loaded.lineOf(['claims', index]) };
  if (!CONTROL.includes(predicate))
    return [{ ...at, what: `a person as the object of ${predicate}`, remedy: 'people stand in the register only as owner or controller' }];
  const enough = line.sources.some((id) =>
    ['law', 'register', 'regulator', 'self', 'press'].includes(known.sources.get(id)?.value.kind ?? ''),
  );
  return enough
    ? []
    : [
        {
          ...at,
          what: 'a person named on a wiki, dataset or study alone',
          remedy: 'add a source of law, register, regulator, press or the party itself',
        },
      ];
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
  if (JUDGING.test(value.title)) add('title', 'a word that judges in a title', 'describe the source in neutral words');
  const fictional = /\.example$/.test(new URL(value.url).hostname);
  if (fictional !== (name === 'practice'))
    add(
      'url',
      fictional ? 'a fictional source in the register' : 'a real source in the practice register',
      'practice uses .example addresses, the register never does',
    );
  return problems;
}

function checkHosts(registry: Registry, sources: Map<string, unknown>, used: Set<string>): RegisterProblem[] {
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
      for (const id of 'sources' in rule ? rule.sources : []) {
        used.add(id);
        if (!sources.has(id)) add(`source "${id}" does not exist`, 'add sources/<id>.yaml or mend the id');
      }
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

function checkOrphans(registry: Registry, used: Used): RegisterProblem[] {
  const orphan = (loaded: Loaded<{ id: string }>): RegisterProblem => ({
    file: loaded.file,
    line: loaded.lineOf(['id']),
    what: `nothing refers to "${loaded.value.id}"`,
    remedy: 'remove the file or cite it',
  });
  return [
    ...registry.sources.filter(({ value }) => !used.sources.has(value.id)).map(orphan),
    ...registry.entities
      .filter(({ value }) => !used.entities.has(value.id) && !(value.kind === 'outlet' && (value.claims || value.hosts)))
      .map(orphan),
  ];
}

function checkIds(registry: Registry, compiled: Compiled): RegisterProblem[] {
  const seen = new Set<string>();
  return compiled.claims.flatMap((claim) => {
    const twice = seen.has(claim.id);
    seen.add(claim.id);
    const loaded = registry.entities.find(({ value }) => value.id === claim.subject);
    if (!twice || !loaded) return [];
    const index = (loaded.value.claims ?? []).findIndex(
      (line) => predicateOf(line) === claim.predicate && objectKey(objectOf(line, claim.predicate)) === objectKey(claim.object),
    );
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
