import { GENERAL_KEY } from './general';
import { type ParsedPart, parsePart } from './parts';

/**
 * A part as it lies in a file, one record on each line (`partText`). Records are found by searching the text, which browsers do
 * in a blink; reading half a megabyte of them to use ten took longer than everything else in a look-up.
 */
export interface PartLines {
  text: string;
  /** Where the records of each group begin and end. */
  accounts: Span;
  claims: Span;
  entities: Span;
  hosts: Span;
  general: Span;
  notices: Span;
  sources: Span;
}

interface Span {
  from: number;
  to: number;
}

/** In their order in the file. In a text the quotation marks would have a backslash before them, and no record has such a field. */
const OPENS = { claims: '"claims":[', entities: '"entities":{', hosts: '"format":1,"hosts":{', sources: '"sources":{' } as const;

/** Before the others, and only where there are any: a reader of before there were accounts finds the rest where it was. */
const ACCOUNTS = '"accounts":{';
/** Between hosts and sources, each only where there are any. */
const GENERAL = '},"general":{';
const NOTICES = '},"notices":{';
/** In the package the day of the edition stands before them. */
const HEAD = 60;

/** The end of the sources, then of the file; with the version between them in the package. */
const END = /[\n{]\}(,"version":"[\d.]+")?\}\n$/;

/** Null when the text is not spelled so: then it has to be read whole. */
export function partLines(text: string): PartLines | null {
  const claims = after(text, OPENS.claims, 0);
  const entities = after(text, OPENS.entities, claims);
  const hosts = after(text, OPENS.hosts, entities);
  const sources = after(text, OPENS.sources, hosts);
  const starts = [claims, entities, hosts, sources];
  // Each group is empty or begins on a line of its own.
  if (!END.test(text.slice(-40)) || !starts.every((at) => at > 0 && /[\n\]}]/.test(text.charAt(at)))) return null;
  const span = (from: number, to: number): Span => ({ from, to });
  const accounts = after(text.slice(0, HEAD), ACCOUNTS, 0);
  const general = before(text, GENERAL, hosts, sources);
  const notices = before(text, NOTICES, hosts, sources);
  return {
    text,
    accounts: accounts === 0 ? span(0, 0) : span(accounts, claims),
    claims: span(claims, entities),
    entities: span(entities, hosts),
    hosts: span(hosts, general || notices || sources),
    general: general === 0 ? span(0, 0) : span(general, notices || sources),
    notices: notices === 0 ? span(0, 0) : span(notices, sources),
    sources: span(sources, text.length),
  };
}

/** Where a group that may be absent begins, after another one and before the end; 0 when it is absent. */
function before(text: string, mark: string, from: number, end: number): number {
  const at = after(text, mark, from);
  return at < end ? at : 0;
}

/** Where what follows the first occurrence begins; 0 when there is none. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? 0 : at + mark.length;
}

/**
 * What a part says about one registrable domain: its rules, the outlets they name, all that those lead up to, every claim
 * about those, and its sources; the same for one account or notice. Checked as strictly as a whole part; a part without it gives
 * an empty one.
 *
 * @param key a registrable domain, an `AccountKey` or `NoticeId`, which hold a sign that no domain has, or `GENERAL_KEY`
 */
export function sliceOf(lines: PartLines, key: string, edition: { version: string; built: string }): ParsedPart {
  try {
    return parsePart({ format: 1, ...edition, ...gathered(lines, key) });
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: 'no JSON' };
    throw error;
  }
}

function gathered(lines: PartLines, key: string): Record<'hosts' | 'entities' | 'claims' | 'sources', unknown> {
  const rules = recordIn(lines, 'hosts', key);
  const accounts = recordIn(lines, 'accounts', key);
  const notice = recordIn(lines, 'notices', key);
  const general = key === GENERAL_KEY ? generalIn(lines) : undefined;
  const entities: Record<string, unknown> = {};
  const claims: unknown[] = [];
  const sources: Record<string, unknown> = {};
  const [entityIds, sourceIds] = [new Set<string>(), new Set<string>()];
  mentioned(rules, entityIds, sourceIds);
  for (const record of [accounts, notice, general]) mentioned(record, entityIds, sourceIds);
  for (const id of entityIds) {
    const entity = recordIn(lines, 'entities', id);
    if (entity === undefined) continue;
    entities[id] = entity;
    mentioned(entity, entityIds, sourceIds);
    for (const claim of claimsAbout(lines, id)) {
      claims.push(claim);
      mentioned(claim, entityIds, sourceIds);
    }
  }
  for (const id of sourceIds) {
    const source = recordIn(lines, 'sources', id);
    if (source !== undefined) sources[id] = source;
  }
  const filed = {
    ...(accounts === undefined ? {} : { accounts: { [key]: accounts } }),
    ...(notice === undefined ? {} : { notices: { [key]: notice } }),
    ...(general === undefined ? {} : { general }),
  };
  return { hosts: rules === undefined ? {} : { [key]: rules }, ...filed, entities, claims, sources };
}

function generalIn(lines: PartLines): unknown {
  if (lines.general.to === 0) return undefined;
  const [elections, noticeAddresses, platformPolicies] = (['elections', 'noticeAddresses', 'platformPolicies'] as const).map((name) =>
    recordIn(lines, 'general', name),
  );
  return { elections, noticeAddresses, platformPolicies };
}

type Group = 'accounts' | 'entities' | 'hosts' | 'general' | 'notices' | 'sources';

function recordIn({ text, ...spans }: PartLines, group: Group, key: string): unknown {
  const { from, to } = spans[group];
  const start = `\n${JSON.stringify(key)}:`;
  const at = text.indexOf(start, from);
  return at < 0 || at >= to ? undefined : JSON.parse(lineFrom(text, at + start.length));
}

function claimsAbout({ text, claims: { from, to } }: PartLines, subject: string): unknown[] {
  const found: unknown[] = [];
  const mark = `"subject":${JSON.stringify(subject)}`;
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + mark.length)) {
    found.push(JSON.parse(lineFrom(text, text.lastIndexOf('\n', at) + 1)));
  }
  return found;
}

/** The rest of the line, without the comma that parts it from the next. */
function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, text.charAt(end - 1) === ',' ? end - 1 : end);
}

/** Ids that a record names, wherever in it: what `parsePart` will look for in the part. */
function mentioned(value: unknown, entities: Set<string>, sources: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      if (key === 'entity' || key === 'by') entities.add(inner);
      else if (key === 'source') sources.add(inner);
    } else if (key === 'sources' || key === 'jointly') addAll(inner, key === 'sources' ? sources : entities);
    else mentioned(inner, entities, sources);
  }
}

function addAll(ids: unknown, to: Set<string>): void {
  if (Array.isArray(ids)) for (const id of ids) if (typeof id === 'string') to.add(id);
}
