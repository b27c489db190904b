import type { Claim, Entity, HostRule, ListedAccount, Name, Source } from '../../lib/core/register';
import { type Statement, splitHistory, statementsAbout } from '../../lib/core/statements';
import { canonical } from '../../lib/core/update/shape';
import { objectKey, ruleKey } from './compile';
import { type RecordChange, recordChanges } from './diff-records';
import type { Edition } from './edition';
import { PREDICATES } from './vocabulary';

/** What changed about one claim. `past` says that the claim was history already, or is now. */
export type ClaimChange =
  | { kind: 'added'; claim: Claim; past: boolean }
  | { kind: 'removed'; claim: Claim; past: boolean }
  | { kind: 'withdrawn' | 'restored'; before: Claim; claim: Claim; past: boolean }
  /** It became history, by a date, a status or a later change; the same claim may have changed besides. */
  | { kind: 'ended'; before: Claim; claim: Claim; past: true }
  | { kind: 'changed'; before: Claim; claim: Claim; past: boolean };

export interface EntityChange {
  id: string;
  presence: 'new' | 'kept' | 'removed';
  before: Entity | null;
  after: Entity | null;
  names: { added: Name[]; removed: Name[] };
  hosts: { added: HostRule[]; removed: HostRule[] };
  accounts: { added: ListedAccount[]; removed: ListedAccount[] };
  claims: ClaimChange[];
}

export interface SourceChange {
  before: Source | null;
  after: Source | null;
}

export interface RegisterDiff {
  old: Edition;
  new: Edition;
  entities: EntityChange[];
  /** Rules about platforms, redirectors and caches. */
  carriers: { added: HostRule[]; removed: HostRule[] };
  sources: SourceChange[];
  records: RecordChange[];
  /** Claims that a keeper compared with their sources again, and left as they were. */
  confirmed: number;
}

/** What changed between two editions, in a stable order: by id, claims by relation. Nothing that stayed the same is in it. */
export function diffEditions(old: Edition, fresh: Edition): RegisterDiff {
  const { changes, confirmed } = claimChanges(old, fresh);
  const rules = { old: rulesByTarget(old.hosts), fresh: rulesByTarget(fresh.hosts) };
  const ids = [...new Set([...Object.keys(old.entities), ...Object.keys(fresh.entities)])].sort();
  const entities = ids.flatMap((id): EntityChange[] => {
    const before = old.entities[id] ?? null;
    const after = fresh.entities[id] ?? null;
    const change: EntityChange = {
      id,
      presence: before === null ? 'new' : after === null ? 'removed' : 'kept',
      before,
      after,
      names: added(before?.names ?? [], after?.names ?? []),
      hosts: addedRules(rules.old.get(id) ?? [], rules.fresh.get(id) ?? []),
      accounts: addedAccounts(ownAccounts(old, id), ownAccounts(fresh, id)),
      claims: changes.get(id) ?? [],
    };
    const same =
      change.claims.length + change.hosts.added.length + change.hosts.removed.length === 0 &&
      change.accounts.added.length + change.accounts.removed.length === 0 &&
      described(before) === described(after);
    return same ? [] : [change];
  });
  const sources = [...new Set([...Object.keys(old.sources), ...Object.keys(fresh.sources)])].sort().flatMap((id): SourceChange[] => {
    const before = old.sources[id] ?? null;
    const after = fresh.sources[id] ?? null;
    return canonical(before) === canonical(after) ? [] : [{ before, after }];
  });
  const carriers = addedRules(rules.old.get('') ?? [], rules.fresh.get('') ?? []);
  return { old, new: fresh, entities, carriers, sources, records: recordChanges(old, fresh), confirmed };
}

export function isEmpty(diff: RegisterDiff): boolean {
  const { entities, carriers, sources, records, confirmed } = diff;
  return entities.length + carriers.added.length + carriers.removed.length + sources.length + records.length + confirmed === 0;
}

/** Claims that say something else than before, while the day on which a keeper compared them with their sources is the same. */
export function notCheckedAnew({ entities }: RegisterDiff): Claim[] {
  return entities
    .flatMap(({ claims }) => claims)
    .flatMap((change) =>
      (change.kind === 'changed' || change.kind === 'ended') &&
      change.before.checked === change.claim.checked &&
      content(change.before) !== content(change.claim)
        ? [change.claim]
        : [],
    );
}

function claimChanges(old: Edition, fresh: Edition): { changes: Map<string, ClaimChange[]>; confirmed: number } {
  const past = { old: historyIn(old), fresh: historyIn(fresh) };
  const groups = { old: byRelation(old.claims), fresh: byRelation(fresh.claims) };
  const changes: ClaimChange[] = [];
  let confirmed = 0;
  for (const key of new Set([...groups.old.keys(), ...groups.fresh.keys()])) {
    const { pairs, gone, come } = paired(groups.old.get(key) ?? [], groups.fresh.get(key) ?? []);
    changes.push(...gone.map((claim): ClaimChange => ({ kind: 'removed', claim, past: past.old.has(claim.id) })));
    changes.push(...come.map((claim): ClaimChange => ({ kind: 'added', claim, past: past.fresh.has(claim.id) })));
    for (const { before, claim } of pairs) {
      const was = past.old.has(before.id);
      const is = past.fresh.has(claim.id);
      const withdrawn = [before.status, claim.status].map((status) => status === 'withdrawn');
      if (withdrawn[0] !== withdrawn[1]) changes.push({ kind: withdrawn[1] ? 'withdrawn' : 'restored', before, claim, past: is });
      else if (is && !was) changes.push({ kind: 'ended', before, claim, past: true });
      else if (content(before) !== content(claim)) changes.push({ kind: 'changed', before, claim, past: is });
      else if (before.checked < claim.checked) confirmed += 1;
    }
  }
  const bySubject = new Map<string, ClaimChange[]>();
  for (const change of changes.sort((a, b) => inOrder(a.claim, b.claim))) {
    bySubject.set(change.claim.subject, [...(bySubject.get(change.claim.subject) ?? []), change]);
  }
  return { changes: bySubject, confirmed };
}

/**
 * Which old claim a new one continues. The id alone does not say: it gets a year when a second claim about the same relation
 * comes beside it. So first those that are word for word the same, then those with one id, then the rest in their order.
 */
function paired(old: Claim[], fresh: Claim[]): { pairs: { before: Claim; claim: Claim }[]; gone: Claim[]; come: Claim[] } {
  const pairs: { before: Claim; claim: Claim }[] = [];
  let gone = [...old];
  let come = [...fresh];
  const pair = (fits: (before: Claim, claim: Claim) => boolean): void => {
    for (const claim of [...come]) {
      const before = gone.find((each) => fits(each, claim));
      if (before === undefined) continue;
      pairs.push({ before, claim });
      gone = gone.filter((each) => each !== before);
      come = come.filter((each) => each !== claim);
    }
  };
  pair((before, claim) => content(before) === content(claim));
  pair((before, claim) => before.id === claim.id);
  pair((before, claim) => canonical(before.valid ?? null) === canonical(claim.valid ?? null) || come.length === gone.length);
  return { pairs, gone, come };
}

/** Which source a name or number was taken from is a matter of the sources. */
function described(entity: Entity | null): string {
  return canonical(entity === null ? null : { ...entity, sources: null });
}

/** Without the dates on which keepers looked at it, and without the id. */
function content({ id: _, checked: __, reviewBy: ___, ...rest }: Claim): string {
  return canonical(rest);
}

function byRelation(claims: Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.subject}/${claim.predicate}/${objectKey(claim.object)}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return groups;
}

/** The claims that an edition shows as history, by the rule of the extension itself. */
function historyIn(edition: Edition): Set<string> {
  const bySubject = new Map<string, Claim[]>();
  for (const claim of edition.claims) bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  const history = [...bySubject].flatMap(([subject, claims]): Statement[] => {
    const slice = { ...edition, claims };
    return splitHistory(statementsAbout(slice, subject, PREDICATES), edition.built).history;
  });
  return new Set(history.map(({ claim }) => claim.id));
}

function rulesByTarget(rules: HostRule[]): Map<string, HostRule[]> {
  const targets = new Map<string, HostRule[]>();
  for (const rule of rules) {
    const target = typeof rule.target === 'string' ? '' : rule.target.entity;
    targets.set(target, [...(targets.get(target) ?? []), rule]);
  }
  return targets;
}

/** By address and reach; which source a rule cites is a matter of the sources. */
function addedRules(old: HostRule[], fresh: HostRule[]): { added: HostRule[]; removed: HostRule[] } {
  const key = (rule: HostRule): string => `${ruleKey(rule)} ${rule.match} ${typeof rule.target === 'string' ? rule.target : ''}`;
  const keys = { old: new Set(old.map(key)), fresh: new Set(fresh.map(key)) };
  const order = (a: HostRule, b: HostRule): number => (key(a) < key(b) ? -1 : 1);
  return {
    added: fresh.filter((rule) => !keys.old.has(key(rule))).sort(order),
    removed: old.filter((rule) => !keys.fresh.has(key(rule))).sort(order),
  };
}

function ownAccounts({ accounts }: Edition, id: string): ListedAccount[] {
  return accounts.filter(({ entity }) => entity === id);
}

/** What proves an account is a matter of the sources. */
function addedAccounts(old: ListedAccount[], fresh: ListedAccount[]): EntityChange['accounts'] {
  const key = (account: ListedAccount): string => canonical({ ...account, proof: null });
  const keys = { old: new Set(old.map(key)), fresh: new Set(fresh.map(key)) };
  const order = (a: ListedAccount, b: ListedAccount): number => (key(a) < key(b) ? -1 : 1);
  return {
    added: fresh.filter((account) => !keys.old.has(key(account))).sort(order),
    removed: old.filter((account) => !keys.fresh.has(key(account))).sort(order),
  };
}

function added<T>(old: T[], fresh: T[]): { added: T[]; removed: T[] } {
  const keys = { old: new Set(old.map(canonical)), fresh: new Set(fresh.map(canonical)) };
  return {
    added: fresh.filter((item) => !keys.old.has(canonical(item))),
    removed: old.filter((item) => !keys.fresh.has(canonical(item))),
  };
}

function inOrder(a: Claim, b: Claim): number {
  return PREDICATES.indexOf(a.predicate) - PREDICATES.indexOf(b.predicate) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
