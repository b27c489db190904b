import { keysOfListed } from '../../lib/core/accounts';
import type { RoughDate } from '../../lib/core/dates';
import { compareRough } from '../../lib/core/dates';
import type { General } from '../../lib/core/general';
import { filedUnder } from '../../lib/core/hosts';
import type { Notice } from '../../lib/core/notices';
import type {
  Claim,
  ClaimObject,
  Entity,
  HostRule,
  Interest,
  LegalForm,
  ListedAccount,
  Name,
  Period,
  Predicate,
  Source,
} from '../../lib/core/register';
import { clean } from './clean-keys';
import { compileGeneral, compileNotices } from './compile-notices';
import type { Registry } from './files';
import type { AccountLine, ClaimLine, EntityFile, SourceFile } from './schema';
import { LEGAL_FORMS, PREDICATES } from './vocabulary';

/** The register in the shape of `lib/core/register`, every list sorted, so that the same files give the same bytes. */
export interface Compiled {
  entities: Map<string, Entity>;
  claims: Claim[];
  sources: Map<string, Source>;
  /** By the registrable domain under which they are filed. */
  hosts: Map<string, HostRule[]>;
  /** By each key under which one is filed. */
  accounts: Map<string, ListedAccount[]>;
  /** Of political advertising, by id. */
  notices: Map<string, Notice>;
  /** What is the same for every page; null when there is nothing. */
  general: General | null;
  /** The newest day on which a keeper compared claims and sources: the date of the edition. */
  checked: string;
}

export function compile(registry: Registry): Compiled {
  const sources = new Map(sorted(registry.sources.map(({ value }) => [value.id, toSource(value)])));
  const entities = new Map(sorted(registry.entities.map(({ value, layer }) => [value.id, toEntity(value, layer)])));
  const claims = [
    ...registry.entities.flatMap(({ value }) => toClaims(value, sources)),
    ...registry.additions.flatMap(({ value, layer }) => toClaims(value, sources).map((claim) => inLayer(claim, layer))),
  ].sort(byId);
  const rules = [
    ...registry.entities.flatMap(({ value }) => toRules(value)),
    ...registry.carriers.flatMap(({ value }) => value.hosts.map(({ target, ...rest }) => toRule(rest, target))),
  ];
  const hosts = new Map<string, HostRule[]>();
  for (const rule of rules.sort((a, b) => order(ruleKey(a), ruleKey(b)))) {
    const key = filedUnder(rule.host);
    if (key !== null) hosts.set(key, [...(hosts.get(key) ?? []), rule]);
  }
  const accounts = new Map<string, ListedAccount[]>();
  for (const account of registry.entities.flatMap(({ value }) => (value.accounts ?? []).map((line) => toAccount(line, value.id))))
    for (const key of keysOfListed(account)) accounts.set(key, [...(accounts.get(key) ?? []), account]);
  const days = [
    ...registry.entities.map(({ value }) => value.checked),
    ...registry.carriers.map(({ value }) => value.checked),
    ...claims.map((claim) => claim.checked),
    ...[...registry.elections, ...registry.noticeAddresses, ...registry.platformPolicies].map(({ value }) => value.checked),
    ...registry.notices.flatMap(({ value }) => value.versions.map(({ retrieved }) => retrieved)),
  ];
  return {
    entities,
    claims,
    sources,
    hosts: new Map(sorted([...hosts])),
    accounts: new Map(sorted([...accounts])),
    notices: compileNotices(registry),
    general: compileGeneral(registry),
    checked: days.sort().at(-1) ?? '1970-01-01',
  };
}

/** The relation a line is about; null when it names none or several. */
export function predicateOf(line: ClaimLine): Predicate | null {
  const named = PREDICATES.filter((predicate) => line[predicate] !== undefined);
  return named.length === 1 ? (named[0] ?? null) : null;
}

export function objectOf(line: ClaimLine, predicate: Predicate): ClaimObject {
  const value = line[predicate];
  if (predicate === 'has-form') {
    const form = line['has-form'];
    if (form === undefined) throw new Error('has-form without a form');
    return isLegalForm(form) ? { legalForm: form } : { form };
  }
  if (value === undefined) throw new Error(`${predicate} without an object`);
  return typeof value === 'string' ? { entity: value } : clean(value);
}

export function ruleKey(rule: { host: string; pathPrefix?: string }): string {
  return `${rule.host}${rule.pathPrefix ?? ''}`;
}

/** `owned-by/mediahuis`: what a claim says of its subject, as used in its id and for sorting. */
export function objectKey(object: ClaimObject): string {
  if ('entity' in object) return object.entity;
  if ('form' in object) return object.form;
  if ('legalForm' in object) return object.legalForm;
  if ('unspecified' in object) return object.unspecified;
  if ('noIncomeFrom' in object) return `none-from-${object.noIncomeFrom}`;
  return slug(object.words);
}

type Claimant = Pick<EntityFile, 'id' | 'checked' | 'claims'>;

function toClaims(entity: Claimant, sources: Map<string, Source>): Claim[] {
  const made = (entity.claims ?? []).flatMap((line): Claim[] => {
    const predicate = predicateOf(line);
    return predicate === null ? [] : [toClaim(entity, line, predicate, sources)];
  });
  const counts = new Map<string, number>();
  for (const { id } of made) counts.set(id, (counts.get(id) ?? 0) + 1);
  return made.map((claim) => ((counts.get(claim.id) ?? 0) > 1 ? { ...claim, id: `${claim.id}@${distinction(claim)}` } : claim));
}

function toClaim(entity: Claimant, line: ClaimLine, predicate: Predicate, sources: Map<string, Source>): Claim {
  const object = objectOf(line, predicate);
  const cited = line.sources.flatMap((source) => sources.get(source) ?? []);
  const asOf = line.asOf ?? newest(cited);
  const checked = line.checked ?? entity.checked;
  return {
    id: `${entity.id}/${predicate}/${objectKey(object)}`,
    subject: entity.id,
    predicate,
    object,
    ...(line.valid ? { valid: toPeriod(line.valid) } : {}),
    ...(asOf ? { asOf } : {}),
    checked,
    reviewBy: line.reviewBy ?? yearLater(checked),
    status: line.status ?? (cited.length > 0 && cited.every((source) => source.kind === 'self') ? 'self-declared' : 'sourced'),
    sources: line.sources,
    ...(line.interests ? { interests: line.interests.map(toInterest) } : {}),
    ...(line.funding ? { funding: clean(line.funding) } : {}),
    ...(line.response ? { response: line.response } : {}),
  };
}

/** What a layer adds to an entity of the core says so in its id, so that the ids of the core are the same with and without it. */
function inLayer(claim: Claim, layer: string | null): Claim {
  return layer === null ? claim : { ...claim, id: `${claim.id}@${layer}` };
}

/** Where one relation to one object stands twice, the year tells them apart: of the money, of the change or of the source. */
function distinction(claim: Claim): string {
  const date = claim.funding?.year ?? claim.valid?.from ?? claim.valid?.to ?? claim.asOf ?? 'undated';
  return String(date).slice(0, 4);
}

function newest(sources: Source[]): RoughDate | undefined {
  return sources
    .flatMap((source) => source.published ?? [])
    .sort(compareRough)
    .at(-1);
}

function yearLater(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('02-29') ? next.replace('02-29', '02-28') : next;
}

function toEntity(file: EntityFile, layer: string | null): Entity {
  const names = file.names.map((name): Name => {
    if (typeof name === 'string') return { name };
    return { name: name.name, ...(name.lang ? { lang: name.lang } : {}), ...(name.valid ? { valid: toPeriod(name.valid) } : {}) };
  });
  return {
    id: file.id,
    kind: file.kind,
    names,
    country: file.country ?? null,
    ids: clean(file.ids ?? {}),
    ...(file.sources ? { sources: file.sources } : {}),
    ...(layer === null ? {} : { layer }),
  };
}

function toSource({ undated: _, ...file }: SourceFile): Source {
  return clean(file);
}

function toInterest(interest: NonNullable<ClaimLine['interests']>[number]): Interest {
  return clean(interest);
}

function toPeriod(period: { from?: string | undefined; to?: string | undefined }): Period {
  return clean(period);
}

export function toAccount({ platform, stableId, handles = [], proof }: AccountLine, entity: string): ListedAccount {
  return {
    platform,
    ...(stableId === undefined ? {} : { stableId }),
    handles: handles.map((each) =>
      typeof each === 'string' ? { handle: each } : { handle: each.handle, ...(each.valid ? { valid: toPeriod(each.valid) } : {}) },
    ),
    entity,
    proof,
  };
}

function toRules(file: EntityFile): HostRule[] {
  return (file.hosts ?? []).map((rule) => toRule(rule, { entity: file.id }));
}

function toRule(
  rule: { host: string; path?: string | undefined; exact?: true | undefined; sources?: string[] },
  target: HostRule['target'],
): HostRule {
  return {
    host: rule.host,
    match: rule.exact ? 'exact' : 'subtree',
    ...(rule.path ? { pathPrefix: rule.path } : {}),
    target,
    sources: rule.sources ?? [],
  };
}

function isLegalForm(form: string): form is LegalForm {
  return LEGAL_FORMS.some((legal) => legal === form);
}

function slug(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

function sorted<T>(entries: [string, T][]): [string, T][] {
  return entries.sort(([a], [b]) => order(a, b));
}

function byId(a: { id: string }, b: { id: string }): number {
  return order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
