import type { Known } from './check-claims';
import type { Loaded, Registry } from './files';
import type { RegisterProblem } from './problem';

/** What stands in the core (null) or in one layer. */
export function inScope<T>(loaded: readonly Loaded<T>[], layer: string | null): Loaded<T>[] {
  return loaded.filter((each) => each.layer === layer);
}

/** What may be referred to from the core (null: the core alone) or from a layer (the core and itself). */
export function knownFrom(registry: Registry, layer: string | null): Known {
  const reachable = <T extends { id: string }>(all: readonly Loaded<T>[]): Map<string, Loaded<T>> =>
    // The core comes last and so wins from a layer's file with the same id, which is reported as such.
    new Map([...(layer === null ? [] : inScope(all, layer)), ...inScope(all, null)].map((loaded) => [loaded.value.id, loaded]));
  const outside = [...registry.entities, ...registry.sources].filter((loaded) => loaded.layer !== null && loaded.layer !== layer);
  return {
    entities: reachable(registry.entities),
    sources: reachable(registry.sources),
    elsewhere: new Map(outside.map(({ value, file }) => [value.id, file])),
  };
}

/** What holds for layers only: their papers, and that an id stands in one place. */
export function checkLayers(registry: Registry): RegisterProblem[] {
  return [...registry.layers.flatMap((layer) => checkPapers(layer, registry)), ...checkPlaces(registry), ...checkAdditions(registry)];
}

/** The licence is shown with each claim from the licence of its source, so at least one source must carry it. */
function checkPapers({ file, layer, value, lineOf }: Registry['layers'][number], registry: Registry): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  if (value.id !== layer)
    problems.push({
      file,
      line: lineOf(['id']),
      what: `the id is "${value.id}", the folder "${layer}"`,
      remedy: 'give both the same name',
    });
  if (!inScope(registry.sources, layer).some((source) => source.value.licence === value.licence))
    problems.push({
      file,
      line: lineOf(['licence']),
      what: `no source of this layer has the licence "${value.licence}"`,
      remedy: 'write the licence in the source file of the data set, in the same words',
    });
  return problems;
}

/** An id means one thing for ever, whichever layers are taken along. */
function checkPlaces(registry: Registry): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const remedies = {
    entities: 'remove this file; what the layer adds about an entity of the core goes to additions/<id>.yaml',
    sources: 'give this source another id, or cite the one of the core',
  };
  for (const kind of ['entities', 'sources'] as const) {
    const places = new Map<string, Loaded<unknown>>();
    for (const loaded of registry[kind] as readonly Loaded<{ id: string }>[]) {
      const other = places.get(loaded.value.id);
      if (other !== undefined && other.layer !== loaded.layer)
        problems.push({
          file: loaded.file,
          line: loaded.lineOf(['id']),
          what: `"${loaded.value.id}" already stands in ${other.file}`,
          remedy: remedies[kind],
        });
      else places.set(loaded.value.id, loaded);
    }
  }
  return problems;
}

function checkAdditions(registry: Registry): RegisterProblem[] {
  const core = new Map(inScope(registry.entities, null).map(({ value }) => [value.id, value.kind]));
  return registry.additions.flatMap(({ file, value, lineOf }) => {
    const add = (what: string, remedy: string): RegisterProblem[] => [{ file, line: lineOf(['id']), what, remedy }];
    const kind = core.get(value.id);
    if (!file.endsWith(`additions/${value.id}.yaml`))
      return add(`the file of "${value.id}" belongs at additions/${value.id}.yaml`, 'move the file or mend the id');
    if (kind === undefined) return add(`"${value.id}" is not in the core`, 'add entities/<country>/<id>.yaml to the layer instead');
    if (kind === 'person' || kind === 'family')
      return add('a person or family has claims of its own', 'write the claim with the company as its subject');
    return [];
  });
}
