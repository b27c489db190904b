import { type Document, isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Day } from '../../../lib/core/dates';
import type { EntityId } from '../../../lib/core/register';
import { objectOf, predicateOf } from '../compile';
import type { Loaded, Registry } from '../files';
import { formatted } from '../format';
import type { RegisterProblem } from '../problem';
import { sameText, type Waiting } from '../proposals';
import { type ClaimLine, type EntityFile, sourceFile } from '../schema';
import { draftedEntity, draftOf, parsed } from './drafts';
import { knownFrom } from './known';

/** What an acceptance would write, before anything is written. */
export interface Stage {
  registry: Registry;
  day: Day;
  /** `practice/` for the fictional register, else empty. */
  prefix: string;
  /** By path relative to the register's folder, in the fixed layout. */
  texts: Map<string, string>;
  /** New in this stage. */
  entities: Map<EntityId, EntityFile>;
  sources: Set<string>;
  /** Claims of this stage, without their sources. */
  added: Set<string>;
  /** Our list says it already. */
  there: (about: EntityId, line: ClaimLine) => boolean;
}

export function newStage(registry: Registry, day: Day, prefix: string): Stage {
  const known = knownFrom(registry);
  return {
    registry,
    day,
    prefix,
    texts: new Map(),
    entities: new Map(),
    sources: new Set(),
    added: new Set(),
    there: (about, line) => known.standing(about, line).there,
  };
}

/** Puts one accepted proposal on the stage. What cannot be carried out is returned, with the line in the proposal file. */
export function stageProposal(stage: Stage, file: Waiting, index: number): RegisterProblem[] {
  const proposal = file.value.proposals[index];
  const raw = file.raw.proposals[index];
  if (proposal === undefined || raw === undefined) return [];
  const problems: RegisterProblem[] = [];
  const say = (path: readonly PropertyKey[], what: string, remedy: string): void => {
    problems.push({ file: file.file, line: file.lineOf(['proposals', index, ...path]), what, remedy });
  };
  const { about } = file.value;
  const layer = layerOf(stage, about);
  if (layer !== null) {
    say([], `${about} stands in the layer ${layer}, which has a licence of its own`, 'write it by hand where it belongs');
    return problems;
  }
  problems.push(...needEntity(stage, file, about));
  if (raw.claim && proposal.claim) {
    // Written back as it stands, without defaults; compared with them.
    const line: ClaimLine = structuredClone(raw.claim);
    const whole: ClaimLine = structuredClone(proposal.claim);
    const predicate = predicateOf(proposal.claim);
    const object = predicate === null ? null : objectOf(proposal.claim, predicate);
    if (predicate !== null && object !== null && 'entity' in object) {
      const asked = proposal['same-as'];
      if (asked === null) {
        say(['same-as'], 'same-as is empty', 'write the id of this one in our list, or new');
      } else if (asked !== undefined && asked !== 'new') {
        Object.assign(line, { [predicate]: asked });
        Object.assign(whole, { [predicate]: asked });
        problems.push(...sameAs(stage, file, index, object.entity, asked));
      } else {
        problems.push(...needEntity(stage, file, object.entity, asked === 'new' ? ['proposals', index, 'same-as'] : undefined));
      }
    }
    for (const id of (proposal.claim.interests ?? []).flatMap(({ jointly }) => jointly ?? []))
      problems.push(...needEntity(stage, file, id));
    // What our list says already needs no source again; one that nothing cites would be out of order.
    if (!stage.there(about, whole)) {
      problems.push(...needSources(stage, file, line.sources, ['proposals', index, 'claim', 'sources']));
      change(stage, about, (document, entity) => addClaim(stage, document, line, entity));
    }
  } else if (raw.host) {
    problems.push(...needSources(stage, file, raw.host.sources, ['proposals', index, 'host', 'sources']));
    const { host } = raw;
    change(stage, about, (document) => append(document, 'hosts', host));
  } else if (raw.account) {
    const { account } = raw;
    const cited = account.proof.map(({ source }) => source);
    problems.push(...needSources(stage, file, cited, ['proposals', index, 'account', 'proof']));
    change(stage, about, (document) => append(document, 'accounts', account));
  } else if (raw.ids) {
    problems.push(...needSources(stage, file, raw.sources ?? [], ['proposals', index, 'sources']));
    for (const [kind, value] of Object.entries(raw.ids)) {
      const has = numbersOf(stage, about)[kind];
      if (has !== undefined && has !== value)
        say(['ids'], `${about} has ${kind} ${has} already`, `take that away by hand first, or answer no`);
    }
    const { ids, sources = [] } = raw;
    change(stage, about, (document) => addNumbers(document, ids, sources));
  }
  return problems;
}

/** The reviewer says that a party is one of ours. Its numbers and sites go along, so that it is recognised the next time. */
function sameAs(stage: Stage, file: Waiting, index: number, drafted: EntityId, ours: EntityId): RegisterProblem[] {
  const path = ['proposals', index, 'same-as'];
  const line = file.lineOf(path);
  const target = entityOf(stage, ours);
  if (!target) return [{ file: file.file, line, what: `same-as: "${ours}" does not exist`, remedy: 'mend the id, or write new' }];
  const draft = draftedEntity(file, drafted, stage.day);
  if (draft === null || !draft.ok || layerOf(stage, ours) !== null || target.kind === 'person' || target.kind === 'family') return [];
  const { ids = {}, hosts = [], sources = [] } = draft.value;
  const has = numbersOf(stage, ours);
  const other = Object.entries(ids).find(([kind, value]) => has[kind] !== undefined && has[kind] !== value);
  if (other)
    return [
      {
        file: file.file,
        line,
        what: `${ours} has another ${other[0]} than ${drafted}`,
        remedy: 'they are not the same, or one number is wrong',
      },
    ];
  const problems: RegisterProblem[] = [];
  const numbers = Object.entries(ids).filter(([kind]) => has[kind] === undefined);
  if (numbers.length > 0) {
    problems.push(...needSources(stage, file, sources, path));
    change(stage, ours, (document) => addNumbers(document, Object.fromEntries(numbers), sources));
  }
  for (const rule of hosts.filter(({ host }) => !hostsOf(stage, ours).includes(host))) {
    problems.push(...needSources(stage, file, rule.sources, path));
    change(stage, ours, (document) => append(document, 'hosts', rule));
  }
  return problems;
}

/** @param asNew where the reviewer wrote `new`: then one with this id may not be there yet */
function needEntity(stage: Stage, file: Waiting, id: EntityId, asNew?: readonly PropertyKey[]): RegisterProblem[] {
  const ours = stage.registry.entities.find(({ value }) => value.id === id);
  if (ours && asNew)
    return [
      {
        file: file.file,
        line: file.lineOf(asNew),
        what: `"${id}" is in our list already`,
        remedy: `write ${id}, or give the new one another id`,
      },
    ];
  if (ours || stage.entities.has(id)) return [];
  const draft = draftedEntity(file, id, stage.day);
  if (draft === null)
    return [{ file: file.file, line: 1, what: `"${id}" does not exist`, remedy: 'add it under entities in this file, or mend the id' }];
  if (!draft.ok) return draft.problems;
  const { value, raw } = draft;
  stage.entities.set(id, value);
  const path = `${stage.prefix}entities/${value.country?.toLowerCase() ?? 'intl'}/${id}.yaml`;
  stage.texts.set(path, formatted(stringify({ ...raw, checked: stage.day })));
  const cited = [...(value.sources ?? []), ...[...(value.hosts ?? []), ...(value.claims ?? [])].flatMap(({ sources }) => sources)];
  return needSources(stage, file, cited, ['entities']);
}

function needSources(stage: Stage, file: Waiting, ids: readonly string[], path: readonly PropertyKey[]): RegisterProblem[] {
  return ids.flatMap((id): RegisterProblem[] => {
    if (stage.sources.has(id) || stage.registry.sources.some(({ value }) => value.id === id)) return [];
    const draft = draftOf(file, 'sources', id);
    if (draft === null)
      return [
        { file: file.file, line: file.lineOf(path), what: `source "${id}" does not exist`, remedy: 'mend the id, or add the source below' },
      ];
    const result = parsed(file, draft, sourceFile, {});
    stage.sources.add(id);
    if (result.ok) stage.texts.set(`${stage.prefix}sources/${id}.yaml`, formatted(stringify(result.raw)));
    const problems = result.ok ? [] : result.problems;
    if (draft.value.published === undefined && draft.value.undated === undefined)
      problems.push({
        file: file.file,
        line: file.lineOf([...draft.at, 'published']),
        what: `source "${id}" has no date`,
        remedy: 'fill in published, or write undated: true when the source shows none',
      });
    return problems;
  });
}

function entityOf(stage: Stage, id: EntityId): EntityFile | undefined {
  return stage.entities.get(id) ?? stage.registry.entities.find(({ value }) => value.id === id)?.value;
}

function layerOf(stage: Stage, id: EntityId): string | null {
  return stage.registry.entities.find(({ value }) => value.id === id)?.layer ?? null;
}

/** Changes the YAML of an entity, with its comments. */
function change(stage: Stage, id: EntityId, how: (document: Document, entity: EntityFile) => void): void {
  const entity = entityOf(stage, id);
  if (!entity) return;
  const { path, document } = documentOf(stage, entity);
  how(document, entity);
  stage.texts.set(path, formatted(document.toString({ lineWidth: 0 })));
}

/** As it would be written now. */
function documentOf(stage: Stage, { id, country }: EntityFile): { path: string; document: Document } {
  const loaded: Loaded<EntityFile> | undefined = stage.registry.entities.find(({ value }) => value.id === id);
  const path = loaded?.file ?? `${stage.prefix}entities/${country?.toLowerCase() ?? 'intl'}/${id}.yaml`;
  return { path, document: parseDocument(stage.texts.get(path) ?? loaded?.text ?? '') };
}

/** Those that were accepted a moment ago included. */
function numbersOf(stage: Stage, id: EntityId): Record<string, unknown> {
  const entity = entityOf(stage, id);
  const ids = entity === undefined ? null : documentOf(stage, entity).document.get('ids');
  return isMap(ids) ? ids.toJSON() : {};
}

/** Those that were accepted a moment ago included. */
function hostsOf(stage: Stage, id: EntityId): unknown[] {
  const entity = entityOf(stage, id);
  const hosts = entity === undefined ? null : documentOf(stage, entity).document.get('hosts');
  return isSeq(hosts) ? hosts.items.flatMap((item) => (isMap(item) && !item.has('path') ? [item.get('host')] : [])) : [];
}

/** Two imports can find the same thing: then it is one claim with the sources of both. */
function addClaim(stage: Stage, document: Document, line: ClaimLine, entity: EntityFile): void {
  const same = (one: ClaimLine): string => `${entity.id} ${sameText({ ...one, sources: undefined, checked: undefined })}`;
  const list = document.get('claims');
  const before =
    stage.added.has(same(line)) && isSeq(list) ? list.items.find((item) => isMap(item) && same(item.toJSON()) === same(line)) : undefined;
  stage.added.add(same(line));
  if (!isMap(before)) {
    append(document, 'claims', entity.checked === stage.day || line.checked !== undefined ? line : { ...line, checked: stage.day });
    return;
  }
  const cited = before.get('sources');
  if (isSeq(cited)) for (const id of line.sources) if (!cited.toJSON().includes(id)) cited.add(document.createNode(id));
}

function addNumbers(document: Document, ids: object, sources: readonly string[]): void {
  if (!isMap(document.get('ids'))) document.set('ids', document.createNode({}));
  for (const [kind, value] of Object.entries(ids)) document.setIn(['ids', kind], value);
  const has: unknown = document.toJS();
  const cited = has !== null && typeof has === 'object' && 'sources' in has && Array.isArray(has.sources) ? has.sources : [];
  for (const id of sources) if (!cited.includes(id)) append(document, 'sources', id);
}

function append(document: Document, key: string, value: unknown): void {
  const list = document.get(key);
  if (isSeq(list)) list.add(document.createNode(value));
  else document.set(key, document.createNode([value]));
}
