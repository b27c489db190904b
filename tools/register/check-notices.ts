import { reaches, writtenAsPerson } from '../../lib/core/notice-words';
import { contradictions, isStated, NOTICE_ITEMS, type NoticeAd } from '../../lib/core/notices';
import { checkCited, type Known, type Used } from './check-claims';
import { clean } from './clean-keys';
import { compileNotices, entitiesOf } from './compile-notices';
import type { Loaded, Registry } from './files';
import type { RegisterProblem } from './problem';
import type { ElectionFile, NoticeFile } from './schema-notices';

type Add = (path: readonly PropertyKey[], what: string, remedy: string) => void;

/** Notices, elections, their addresses and what platforms say: what a schema cannot see. Of the core or practice alone. */
export function checkNotices(registry: Registry, known: Known, used: Used): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const adder =
    ({ file, lineOf }: Loaded<unknown>): Add =>
    (path, what, remedy) => {
      problems.push({ file, line: lineOf(path), what, remedy });
    };
  for (const loaded of registry.notices) checkNotice(loaded, known, used, adder(loaded));
  twice(registry.notices, ({ value }) => [value.id], problems);
  for (const notice of compileNotices(registry).values()) for (const entity of entitiesOf(notice)) used.entities.add(entity);

  for (const loaded of registry.elections) checkElection(loaded, known, used, adder(loaded));
  twice(registry.elections, ({ value }) => [value.id, ...new Set([value.names.nl, value.names.en, ...(value.alsoNamed ?? [])])], problems);

  for (const loaded of registry.noticeAddresses)
    for (const [at, { host, sources }] of loaded.value.addresses.entries()) {
      const add = adder(loaded);
      checkCited(sources, ['addresses', at, 'sources'], known, used, add);
      if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) || host.startsWith('www.'))
        add(['addresses', at, 'host'], `"${host}" is not a plain host`, 'lower case, without https:// and www.');
    }
  twice(registry.noticeAddresses, ({ value }) => value.addresses.map(({ host, path }) => `${host}${path}`), problems);

  for (const loaded of registry.platformPolicies)
    for (const [at, { sources }] of loaded.value.policies.entries())
      checkCited(sources, ['policies', at, 'sources'], known, used, adder(loaded));
  twice(registry.platformPolicies, ({ value }) => value.policies.flatMap(({ platforms }) => platforms), problems);
  return problems;
}

function checkNotice({ file, value }: Loaded<NoticeFile>, known: Known, used: Used, add: Add): void {
  if (!file.endsWith(noticePath(value.id)))
    add(['id'], `the file of "${value.id}" belongs at ${noticePath(value.id)}`, 'move the file or mend the id');
  const texts = new Set<string>();
  for (const [at, { ad, problems, sources, version }] of value.versions.entries()) {
    checkCited(sources, ['versions', at, 'sources'], known, used, add);
    const newer = value.versions[at - 1];
    if (newer !== undefined && newer.version < version)
      add(['versions', at], 'an older version stands above a newer one', 'put the newest first');
    const text = `${version} ${JSON.stringify(ad)}`;
    if (texts.has(text)) add(['versions', at], `version ${version} stands there twice`, 'keep one');
    texts.add(text);
    const stated: NoticeAd = clean(ad);
    for (const problem of contradictions(stated))
      if (!problems.includes(problem)) add(['versions', at, 'problems'], `it is not said that ${problem}`, `add ${problem} to problems`);
    checkPersons(stated, ['versions', at, 'ad'], add);
  }
}

/** A second look at what the import let through, or a keeper wrote: nobody's name, and no way to reach anybody. */
function checkPersons(ad: NoticeAd, path: readonly PropertyKey[], add: Add): void {
  const remedy = 'write withheld instead';
  for (const name of NOTICE_ITEMS) {
    if (name === 'participation' || name === 'repository' || name === 'complaint') continue;
    if (textsIn(ad[name]).some(reaches)) add([...path, name], `${name} holds a way to reach somebody`, remedy);
  }
  for (const name of ['sponsor', 'controller', 'payer', 'publisher'] as const) {
    const party = ad[name];
    if (isStated(party) && 'name' in party && writtenAsPerson(party.name))
      add([...path, name], `${name} may be a person`, `write {naturalPerson: true} when the notice says so, otherwise ${remedy}`);
  }
}

/** Names, words and codes; the numbers of a register of organisations are none of these. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'kvk' || key === 'electoral' ? [] : textsIn(inner)));
}

function checkElection({ file, value }: Loaded<ElectionFile>, known: Known, used: Used, add: Add): void {
  const wanted = `elections/${value.id}.yaml`;
  if (!file.endsWith(wanted)) add(['id'], `the file of "${value.id}" belongs at ${wanted}`, 'move the file or mend the id');
  checkCited(value.sources, ['sources'], known, used, add);
  for (const [at, { sources }] of value.links.entries()) checkCited(sources, ['links', at, 'sources'], known, used, add);
  // A month is over when the next one has come.
  const over = value.date < value.checked.slice(0, value.date.length);
  if (over && value.status !== 'held') add(['status'], 'its day is past', 'write held, and the day on which it was');
  if (!over && value.status === 'held' && value.date !== value.checked) add(['status'], 'held, and still to come', 'mend date or status');
}

/** Where the file of a notice belongs. */
export function noticePath(id: string): string {
  const [scheme = '', ...rest] = id.split('/');
  return `notices/${scheme}/${rest.join('--')}.yaml`;
}

function twice<T extends Loaded<unknown>>(
  files: readonly T[],
  keysOf: (loaded: T) => readonly string[],
  problems: RegisterProblem[],
): void {
  const seen = new Map<string, string>();
  for (const loaded of files)
    for (const key of keysOf(loaded)) {
      const other = seen.get(key);
      if (other !== undefined) problems.push({ file: loaded.file, line: 1, what: `"${key}" stands in ${other} too`, remedy: 'keep one' });
      seen.set(key, loaded.file);
    }
}
