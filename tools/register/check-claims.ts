import { compareRough } from '../../lib/core/dates';
import { objectOf, predicateOf } from './compile';
import type { Loaded } from './files';
import type { RegisterProblem } from './problem';
import type { ClaimLine, EntityFile, SourceFile } from './schema';
import { CONTROL, JUDGING } from './vocabulary';

/** What a file may refer to. */
export interface Known {
  entities: Map<string, Loaded<EntityFile>>;
  sources: Map<string, Loaded<SourceFile>>;
  /** What stands in layers out of reach, by id: the file it is in. */
  elsewhere: Map<string, string>;
}

/** What was referred to, so that what nobody needs is found. */
export interface Used {
  entities: Set<string>;
  sources: Set<string>;
}

/** An entity's own file, or what a layer adds to it. */
type Claimant = Pick<EntityFile, 'id' | 'checked' | 'claims'>;
type Add = (path: readonly PropertyKey[], what: string, remedy: string) => void;

export function checkClaims(loaded: Loaded<Claimant>, known: Known, used: Used): RegisterProblem[] {
  const { file, value, lineOf } = loaded;
  const problems: RegisterProblem[] = [];
  const add: Add = (path, what, remedy) => {
    problems.push({ file, line: lineOf(path), what, remedy });
  };
  const name = (id: string, path: readonly PropertyKey[]): void => {
    used.entities.add(id);
    if (!known.entities.has(id)) add(path, ...missing(id, known, 'add entities/<country>/<id>.yaml or mend the id'));
  };
  for (const [index, line] of (value.claims ?? []).entries()) {
    const at = ['claims', index];
    checkCited(line.sources, [...at, 'sources'], known, used, add);
    const predicate = predicateOf(line);
    if (predicate === null) {
      add(at, 'a claim names exactly one relation', 'split it, or add the relation that is missing');
      continue;
    }
    const object = objectOf(line, predicate);
    const named = [...('entity' in object ? [object.entity] : []), ...(line.interests ?? []).flatMap((interest) => interest.jointly ?? [])];
    for (const id of named) {
      name(id, [...at, predicate]);
      const target = known.entities.get(id)?.value;
      if (target?.kind === 'person' || target?.kind === 'family') problems.push(...checkPerson(loaded, index, known));
      if (id === value.id) add([...at, predicate], 'a claim about itself', 'name the other party');
    }
    if (line.response) {
      checkCited(line.response.sources, [...at, 'response', 'sources'], known, used, add);
      name(line.response.by, [...at, 'response', 'by']);
    }
    if (line.funding && predicate !== 'funded-by') add([...at, 'funding'], 'funding belongs to funded-by', 'move it');
    if (line.funding?.planned && line.funding.year === undefined)
      add([...at, 'funding'], 'planned money without its year', 'add the year it is planned for');
    if (line.interests && !CONTROL.includes(predicate)) add([...at, 'interests'], 'interests belong to ownership and control', 'move them');
    if ('unspecified' in object && predicate !== 'owned-by')
      add([...at, predicate], 'only ownership can be stated as absent', 'use owned-by');
    if ('noIncomeFrom' in object && predicate !== 'funded-by') add([...at, predicate], 'income belongs to funded-by', 'move it');
    if ('words' in object && (predicate === 'published-by' || predicate === 'part-of'))
      add([...at, predicate], 'a publisher or whole without a file of its own', 'add entities/<country>/<id>.yaml for it');
    if (
      'words' in object &&
      predicate !== 'classified-by' &&
      [object.words, object.nl, object.en].some((said) => said && JUDGING.test(said))
    )
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

/** Notes the sources a list names, and says which do not exist. */
export function checkCited(sources: string[], path: readonly PropertyKey[], known: Known, used: Used, add: Add): void {
  for (const [index, id] of sources.entries()) {
    used.sources.add(id);
    if (!known.sources.has(id)) {
      const [what, remedy] = missing(id, known, 'add sources/<id>.yaml or mend the id');
      add([...path, index], `source ${what}`, remedy);
    }
  }
}

/** A layer can be left out, so nothing outside it may lean on it. */
function missing(id: string, known: Known, remedy: string): [what: string, remedy: string] {
  const where = known.elsewhere.get(id);
  return where === undefined
    ? [`"${id}" does not exist`, remedy]
    : [
        `"${id}" stands in ${where}, and a layer can be left out`,
        'write it here with a source of its own, or move this claim to the additions of that layer',
      ];
}

type Size = NonNullable<ClaimLine['interests']>[number]['capital'];

/** No share is none above a quarter; one that is only described ("majority") may be. */
function isBelowQuarter(share: Size): boolean {
  if (share === undefined) return true;
  return typeof share !== 'string' && ('exact' in share ? share.exact < 25 : share.max < 25);
}

/** A wiki copy or a list by somebody else is not enough to name a person. */
function checkPerson(loaded: Loaded<Claimant>, index: number, known: Known): RegisterProblem[] {
  const line = loaded.value.claims?.[index];
  const predicate = line ? predicateOf(line) : null;
  if (!line || predicate === null) return [];
  const at = { file: loaded.file, line: loaded.lineOf(['claims', index]) };
  if (!CONTROL.includes(predicate))
    return [{ ...at, what: `a person as the object of ${predicate}`, remedy: 'people stand in the register only as owner or controller' }];
  const enough = line.sources.some((id) =>
    ['law', 'register', 'regulator', 'self', 'press'].includes(known.sources.get(id)?.value.kind ?? ''),
  );
  if (line.interests?.every(({ capital, votes }) => isBelowQuarter(capital) && isBelowQuarter(votes))) {
    // Who holds less is named only where the outlet itself does so (docs/REGISTER.md, "What is left out on purpose").
    const named = line.sources.some((id) => known.sources.get(id)?.value.kind === 'self');
    const some = line.interests.some(({ capital, votes }) => capital !== undefined || votes !== undefined);
    if (some && !named)
      return [{ ...at, what: 'a person who holds less than a quarter', remedy: 'leave the person out, or cite the outlet itself' }];
  }
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
