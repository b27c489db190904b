import { z } from 'zod';
import type { RoughDate } from '../../../lib/core/dates';
import { isRoughDate } from '../../../lib/core/dates';
import { ImportProblem, plain, webAddress } from './clean';
import { parseJson } from './json';
import { leaveOut, type Run } from './run';
import { NEEDED } from './wikidata-query';

/** https://www.w3.org/TR/sparql11-results-json/ */
const response = z.object({
  head: z.object({ vars: z.array(z.string()) }),
  results: z.object({ bindings: z.array(z.record(z.string(), z.looseObject({ type: z.string(), value: z.string() }))) }),
});

export type Property = 'P127' | 'P749' | 'P123' | 'P571';

export interface Party {
  qid: string;
  /** Null when Wikidata has no label that fits. */
  label: string | null;
  site: string | null;
  kvk: string | null;
  kbo: string | null;
  lei: string | null;
}

/** One statement of Wikidata with all its references. */
export interface Statement {
  item: Party;
  property: Property;
  /** Null for P571. */
  object: (Party & { kind: 'person' | 'family' | 'other' }) | null;
  /** Of P571. */
  value: RoughDate | null;
  valid: { from?: RoughDate; to?: RoughDate };
  references: { url: string | null; retrieved: string | null; statedIn: string | null }[];
}

type Row = z.output<typeof response>['results']['bindings'][number];

/** Rows of a saved response, put together to statements. */
export function readStatements(text: string, from: string, run: Run): Statement[] {
  const parsed = response.safeParse(parseJson(text, from));
  if (!parsed.success) throw new ImportProblem(`${from}: no SPARQL result in JSON — save the answer as application/sparql-results+json`);
  const { head, results } = parsed.data;
  const missing = NEEDED.filter((name) => !head.vars.includes(name));
  if (missing.length > 0)
    throw new ImportProblem(
      `${from}: the columns ${missing.join(', ')} are missing — use the query that "register import wikidata --query" prints`,
    );
  const statements = new Map<string, Statement>();
  for (const row of results.bindings) {
    const statement = statementOf(row);
    if (typeof statement === 'string') {
      leaveOut(run, statement);
      continue;
    }
    const key = JSON.stringify([statement.item.qid, statement.property, statement.object?.qid, statement.value, statement.valid]);
    const before = statements.get(key);
    if (before === undefined) statements.set(key, statement);
    else addReference(before, statement);
  }
  return [...statements.values()];
}

function addReference(statement: Statement, { references }: Statement): void {
  for (const reference of references)
    if (!statement.references.some((each) => each.url === reference.url && each.statedIn === reference.statedIn))
      statement.references.push(reference);
}

/** A statement, or why the row is left out. */
function statementOf(row: Row): Statement | string {
  const property = row.property?.value;
  if (property !== 'P127' && property !== 'P749' && property !== 'P123' && property !== 'P571') return 'a row about another property';
  const item = party(row, 'item', 'site', '');
  if (item === null) return 'a row without an item';
  if (item.site === null) return 'a website that is no web address';
  const kind = row.objectKind?.value;
  let object: Statement['object'] = null;
  if (property !== 'P571') {
    const who = party(row, 'object', 'objectSite', 'object');
    if (who === null) return 'a value that is unknown or no item';
    if (kind !== 'person' && kind !== 'family' && kind !== 'other') return 'a row that does not say whether it names a person';
    object = { ...who, kind };
  }
  const from = date(row, 'start', 'startPrecision');
  const to = date(row, 'end', 'endPrecision');
  const url = webAddress(row.refUrl?.value);
  const statedIn = plain(row.statedInLabel?.value);
  return {
    item,
    property,
    object,
    value: property === 'P571' ? date(row, 'value', 'valuePrecision') : null,
    valid: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
    references: url === null && statedIn === null ? [] : [{ url, retrieved: row.refRetrieved?.value.slice(0, 10) ?? null, statedIn }],
  };
}

function party(row: Row, name: string, site: string, prefix: '' | 'object'): Party | null {
  const qid = /^https?:\/\/www\.wikidata\.org\/entity\/(Q\d{1,12})$/.exec(row[name]?.value ?? '')?.[1];
  if (qid === undefined || row[name]?.type !== 'uri') return null;
  const label = plain(row[`${name}Label`]?.value);
  const number = (kind: 'Kvk' | 'Kbo' | 'Lei', form: RegExp): string | null => {
    const value = row[prefix === '' ? kind.toLowerCase() : `${prefix}${kind}`]?.value.replace(/[\s.]/g, '') ?? '';
    return form.test(value) ? value : null;
  };
  return {
    qid,
    // Without a label the service answers with the number.
    label: label === qid ? null : label,
    site: webAddress(row[site]?.value),
    kvk: number('Kvk', /^\d{8}$/),
    kbo: number('Kbo', /^\d{10}$/),
    lei: number('Lei', /^[A-Z0-9]{20}$/),
  };
}

/** As precise as Wikidata says; without a precision the first of January is a year. */
function date(row: Row, name: string, precision: string): RoughDate | null {
  const [, year = '', month = '', day = ''] = /^\+?(\d{4})-(\d\d)-(\d\d)T/.exec(row[name]?.value ?? '') ?? [];
  if (year === '') return null;
  const digits = Number(row[precision]?.value ?? (month === '01' && day === '01' ? 9 : 11));
  // Below 9 is a decade or more: no date of ours.
  const text = digits >= 11 ? `${year}-${month}-${day}` : digits === 10 ? `${year}-${month}` : digits === 9 ? year : '';
  return isRoughDate(text) ? text : null;
}
