import type { Claim, Entity, HostRule, Name, Source } from '../../lib/core/register';
import { nameOf } from '../../lib/core/statements';
import { canonical } from '../../lib/core/update/shape';
import { interestText } from '../../lib/words/chain-text';
import { snake } from '../../lib/words/snake';
import { sourceText, statementText } from '../../lib/words/statement-text';
import { plainText, type Run, type Words } from '../../lib/words/words';
import { accountText } from './account-text';
import { ruleKey } from './compile';
import type { ClaimChange, EntityChange, RegisterDiff, SourceChange } from './diff';
import type { RecordChange } from './diff-records';
import type { DiffWords } from './diff-words';

/** The change log in sentences, before it becomes Markdown or JSON. */
export interface Report {
  summary: string[];
  groups: ReportGroup[];
  carriers: string[];
  /** Notices, elections and what else is about no outlet. */
  records: ReportRecord[];
  /** Those that no line of a group names already. */
  sources: ReportSource[];
}

export interface ReportRecord {
  label: string;
  text: string;
  href: string | null;
}

export interface ReportSource {
  id: string;
  label: string;
  text: Run[];
  notes: Run[][];
}

export interface ReportGroup {
  entity: string;
  name: string;
  presence: EntityChange['presence'];
  lines: ReportLine[];
}

export interface ReportLine {
  what: ClaimChange['kind'] | 'entity' | 'name' | 'number' | 'host' | 'account';
  /** Null where the id would name somebody who is no longer in the register. */
  claim: string | null;
  /** "Erbij", or nothing. */
  label: string;
  text: string;
  notes: Run[][];
}

interface Told {
  diff: RegisterDiff;
  words: Words;
  tool: DiffWords;
  /** With a general word in the place of people who left the register: a change log must not keep naming them. */
  oldNames: Record<string, Entity>;
  unnamed: Set<string>;
}

export function report(diff: RegisterDiff, words: Words, tool: DiffWords): Report {
  const unnamed = new Set(diff.entities.filter(({ presence, before }) => presence === 'removed' && isPerson(before)).map(({ id }) => id));
  const hidden = Object.values(diff.old.entities).flatMap((entity): [string, Entity][] =>
    unnamed.has(entity.id)
      ? [[entity.id, { ...entity, names: [{ name: entity.kind === 'family' ? tool.someFamily : tool.somePerson }] }]]
      : [],
  );
  const told: Told = { diff, words, tool, unnamed, oldNames: { ...diff.old.entities, ...Object.fromEntries(hidden) } };
  const groups = diff.entities.filter(({ id }) => !unnamed.has(id)).map((change) => groupOf(change, told));
  const collator = new Intl.Collator(words.language);
  const isOutlet = ({ entity }: ReportGroup): boolean => (diff.new.entities[entity] ?? diff.old.entities[entity])?.kind === 'outlet';
  groups.sort((a, b) => Number(isOutlet(b)) - Number(isOutlet(a)) || collator.compare(a.name, b.name) || (a.entity < b.entity ? -1 : 1));
  return {
    summary: summaryOf(told),
    groups,
    carriers: [
      ...diff.carriers.added.map((rule) => `${tool.hostAdded} ${hostText(rule, tool)}`),
      ...diff.carriers.removed.map((rule) => `${tool.hostRemoved} ${hostText(rule, tool)}`),
    ],
    records: diff.records.map((change) => recordLine(change, tool)),
    sources: diff.sources.flatMap((change) => sourceLine(change, told)),
  };
}

function summaryOf({ diff, tool, unnamed }: Told): string[] {
  const claims = diff.entities.flatMap((entity) => entity.claims);
  const kinds = (kind: ClaimChange['kind']): number => claims.filter((claim) => claim.kind === kind).length;
  const entities = (presence: EntityChange['presence'], outlets: boolean): number =>
    diff.entities.filter(
      (change) =>
        change.presence === presence && !unnamed.has(change.id) && ((change.after ?? change.before)?.kind === 'outlet') === outlets,
    ).length;
  const { counts } = tool;
  const rows: [number, (n: number) => string][] = [
    [entities('new', true), counts.outletsNew],
    [entities('removed', true), counts.outletsRemoved],
    [entities('new', false), counts.othersNew],
    [entities('removed', false), counts.othersRemoved],
    [unnamed.size, counts.peopleRemoved],
    [kinds('added'), counts.added],
    [kinds('changed'), counts.changed],
    [kinds('ended'), counts.ended],
    [kinds('removed'), counts.removed],
    [kinds('withdrawn'), counts.withdrawn],
    [kinds('restored'), counts.restored],
    [diff.records.filter(({ kind }) => kind === 'notice').length, counts.notices],
    [diff.sources.length, counts.sources],
    [diff.confirmed, counts.confirmed],
  ];
  return rows.flatMap(([count, say]) => (count === 0 ? [] : [say(count)]));
}

function recordLine({ kind, key, presence, address, items }: RecordChange, tool: DiffWords): ReportRecord {
  const label = presence === 'new' ? tool.added : presence === 'removed' ? tool.removed : tool.changed;
  const what = items.length === 0 ? '' : ` (${items.map((item) => tool.noticeItems[item] ?? item).join(', ')})`;
  return { label, text: `${tool.records[kind]} ${key}${what}`, href: address };
}

function groupOf(change: EntityChange, told: Told): ReportGroup {
  const { before, after, presence, id } = change;
  const { tool, words } = told;
  const entity = after ?? before;
  const lines: ReportLine[] = [];
  const say = (what: ReportLine['what'], text: string): number => lines.push({ what, claim: null, label: '', text, notes: [] });
  if (presence === 'new' && entity !== null) say('entity', `${tool.entityNew} ${words.t(`kind_${snake(entity.kind)}`)}.`);
  if (presence === 'removed') say('entity', tool.entityRemoved);
  if (before !== null && after !== null) {
    if (before.kind !== after.kind) say('entity', tool.kind(words.t(`kind_${snake(before.kind)}`), words.t(`kind_${snake(after.kind)}`)));
    if (before.country !== after.country) say('entity', tool.country(before.country ?? tool.none, after.country ?? tool.none));
    for (const text of nameLines(change, told)) say('name', text);
    for (const kind of ['kvk', 'kbo', 'lei', 'issn', 'qid'] as const) {
      const numbers = [before.ids[kind], after.ids[kind]];
      if (numbers[0] !== numbers[1]) say('number', tool.number(kind.toUpperCase(), numbers[0] ?? tool.none, numbers[1] ?? tool.none));
    }
  }
  if (presence !== 'removed') {
    for (const rule of change.hosts.added) say('host', `${tool.hostAdded} ${hostText(rule, tool)}`);
    for (const rule of change.hosts.removed) say('host', `${tool.hostRemoved} ${hostText(rule, tool)}`);
    for (const account of change.accounts.added) say('account', `${tool.accountAdded} ${accountText(account)}`);
    for (const account of change.accounts.removed) say('account', `${tool.accountRemoved} ${accountText(account)}`);
  }
  lines.push(...change.claims.map((claim) => claimLine(claim, told)));
  return { entity: id, name: entity === null ? id : nameOf(entity), presence, lines };
}

function nameLines({ before, after, names }: EntityChange, { tool, words }: Told): string[] {
  if (before === null || after === null) return [];
  const current = { old: nameOf(before), fresh: nameOf(after) };
  const renamed = current.old !== current.fresh;
  const other = ({ name }: Name): boolean => !(renamed && (name === current.old || name === current.fresh));
  const text = ({ name, valid }: Name): string => {
    const since = valid?.from === undefined ? '' : ` ${words.t('says_since', { date: words.roughDate(valid.from) })}`;
    const until = valid?.to === undefined ? '' : ` ${words.t('says_until', { date: words.roughDate(valid.to) })}`;
    return `${name}.${since}${until}`;
  };
  const kept = (list: Name[], { name }: Name): boolean => list.some((each) => each.name === name);
  return [
    ...(renamed ? [tool.renamed(current.old, current.fresh)] : []),
    ...names.added.filter(other).map((name) => `${kept(names.removed, name) ? tool.nameChanged : tool.nameAdded} ${text(name)}`),
    ...names.removed.filter((name) => other(name) && !kept(names.added, name)).map((name) => `${tool.nameRemoved} ${text(name)}`),
  ];
}

function claimLine(change: ClaimChange, told: Told): ReportLine {
  const { diff, tool, words, oldNames, unnamed } = told;
  const { claim, kind, past } = change;
  const gone = kind === 'removed';
  const entities = gone ? oldNames : diff.new.entities;
  const text = sentence(claim, entities, words, past);
  const named = [...('entity' in claim.object ? [claim.object.entity] : []), ...(claim.interests ?? []).flatMap((i) => i.jointly ?? [])];
  const sources = gone ? diff.old.sources : diff.new.sources;
  const notes =
    'before' in change
      ? changeNotes(change, told)
      : gone
        ? []
        : claim.sources.map((id) => withLabel(tool.source, sources[id], words)).filter((runs) => runs.length > 0);
  const label = kind === 'added' && past ? tool.addedPast : 'before' in change && onlySources(change) ? tool.otherSource : tool[kind];
  return { what: kind, claim: named.some((id) => unnamed.has(id)) ? null : claim.id, label, text, notes };
}

function changeNotes(change: Extract<ClaimChange, { before: Claim }>, told: Told): Run[][] {
  const { before, claim, kind, past } = change;
  const { diff, tool, words, oldNames } = told;
  const notes: Run[][] = [];
  const add = (text: string): number => notes.push([{ text }]);
  const was = sentence(before, oldNames, words, past);
  const said = was !== sentence(claim, diff.new.entities, words, past);
  if (said && kind === 'changed') add(`${tool.before} ${was}`);
  const interests = [before.interests ?? [], claim.interests ?? []] as const;
  if (!said && canonical(interests[0]) !== canonical(interests[1])) {
    const shares = interests.map((each) => interestText(each, words) ?? tool.none);
    if (shares[0] !== shares[1]) add(tool.share(shares[0] ?? '', shares[1] ?? ''));
    const others = interests.map((each) => [...new Set(each.flatMap(({ jointly }) => jointly ?? []))]);
    if (canonical(others[0]) !== canonical(others[1])) {
      const names = (others[1] ?? []).map((id) => nameIn(diff.new.entities, id));
      add(names.length === 0 ? tool.notJointly : tool.jointly(plainText(words.list(names))));
    }
  }
  const responses = [before.response, claim.response] as const;
  if (canonical(responses[0] ?? null) !== canonical(responses[1] ?? null)) {
    const [old, fresh] = responses.map((each) => (each === undefined ? null : nameIn(diff.new.entities, each.by)));
    add(fresh === null || fresh === undefined ? tool.responseRemoved(old ?? '') : tool.response(fresh));
  }
  if (before.status === 'self-declared' && claim.status === 'sourced') add(tool.notOnlySelf);
  if (before.status === 'sourced' && claim.status === 'self-declared') add(tool.onlySelf);
  const sources = {
    gone: before.sources.filter((id) => !claim.sources.includes(id)),
    come: claim.sources.filter((id) => !before.sources.includes(id)),
  };
  notes.push(...sources.come.map((id) => withLabel(tool.sourceAdded, diff.new.sources[id], words)));
  notes.push(...sources.gone.map((id) => withLabel(tool.sourceRemoved, diff.old.sources[id], words)));
  if (before.asOf !== claim.asOf && sources.come.length === 0) {
    const [old, fresh] = [before.asOf, claim.asOf].map((date) => (date === undefined ? tool.never : words.roughDate(date)));
    add(tool.known(old ?? '', fresh ?? ''));
  }
  const kept = notes.filter((runs) => runs.length > 0);
  return kept.length === 0 && kind === 'changed' ? [[{ text: tool.details }]] : kept;
}

/** The fact is the same and rests on something else. */
function onlySources({ before, claim, kind }: Extract<ClaimChange, { before: Claim }>): boolean {
  const rest = ({ object, valid, interests, funding, response, status }: Claim): string =>
    canonical([object, valid, interests, funding, response, status === 'self-declared' ? 'sourced' : status].map((each) => each ?? null));
  return kind === 'changed' && rest(before) === rest(claim) && canonical(before.sources) !== canonical(claim.sources);
}

function sentence(claim: Claim, entities: Record<string, Entity>, words: Words, past: boolean): string {
  return plainText(statementText({ claim, sources: [] }, { entities }, words, past ? 'past' : 'present'));
}

function withLabel(label: string, source: Source | undefined, words: Words): Run[] {
  return source === undefined ? [] : [{ text: `${label} ` }, ...sourceText(source, words)];
}

/** Sources that a changed claim cites were named there; a change that nobody can see is left out. */
function sourceLine({ before, after }: SourceChange, { diff, tool, words }: Told): ReportSource[] {
  const source = after ?? before;
  if (source === null) return [];
  if (before === null || after === null) {
    const claims = diff.entities.flatMap((entity) => entity.claims);
    const cited = claims.some((change) =>
      [change.claim, 'before' in change ? change.before : null].some((claim) => claim?.sources.includes(source.id)),
    );
    if (cited) return [];
  }
  const texts = [before, after].map((each) => (each === null ? null : sourceText(each, words)));
  if (texts[0] && texts[1] && canonical(texts[0]) === canonical(texts[1])) return [];
  const label = before === null ? tool.added : after === null ? tool.removed : tool.changed;
  const notes = texts[0] && texts[1] ? [[{ text: `${tool.before} ` }, ...texts[0]]] : [];
  return [{ id: source.id, label, text: texts[1] ?? texts[0] ?? [], notes }];
}

function hostText(rule: HostRule, tool: DiffWords): string {
  return rule.match === 'exact' ? `${ruleKey(rule)} (${tool.hostExact})` : ruleKey(rule);
}

function nameIn(entities: Record<string, Entity>, id: string): string {
  const entity = entities[id];
  return entity === undefined ? id : nameOf(entity);
}

function isPerson(entity: Entity | null): boolean {
  return entity?.kind === 'person' || entity?.kind === 'family';
}
