import type { Claim, ClaimObject, Entity, EntityKind, Interest, Predicate, RegisterPart, Source } from '../../../lib/core/register';

/** The day on which every test looks, and a moment on it. */
export const TODAY = '2026-11-23';
export const NOW = new Date(2026, 10, 23, 12, 0);

/** An entity; its id is the name in lower case with hyphens. */
export function entity(kind: EntityKind, name: string): Entity {
  return { id: idOf(name), kind, names: [{ name }], country: 'NL', ids: {} };
}

export function idOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

type Details = Partial<Omit<Claim, 'subject' | 'predicate' | 'object'>>;

/** A claim in the names of its ends. Without details: current, dated 2025, from one source that all such claims share. */
export function claim(subject: string, predicate: Predicate, object: string | ClaimObject, details: Details = {}): Claim {
  const target: ClaimObject = typeof object === 'string' ? { entity: idOf(object) } : object;
  const end = 'entity' in target ? target.entity : Object.values(target)[0];
  return {
    id: `${idOf(subject)}/${predicate}/${end}${details.asOf === undefined ? '' : `@${details.asOf}`}`,
    subject: idOf(subject),
    predicate,
    object: target,
    asOf: '2025',
    checked: '2026-11-01',
    reviewBy: '2027-11-01',
    status: 'sourced',
    sources: ['jaarverslag'],
    ...details,
  };
}

/** As `claim`, resting on sources without a date. */
export function undatedClaim(subject: string, predicate: Predicate, object: string | ClaimObject): Claim {
  const { asOf: _, ...rest } = claim(subject, predicate, object);
  return rest;
}

export function source(id: string, details: Partial<Source> = {}): Source {
  return {
    id,
    url: `https://bronnen.example/${id}`,
    title: `Stuk ${id}`,
    publisher: 'Archief',
    kind: 'press',
    published: '2025',
    retrieved: '2026-11-01',
    licence: 'verzonnen',
    ...details,
  };
}

/** One part; every source that a claim names exists. */
export function slice(entities: Entity[], claims: Claim[], sources: Source[] = []): RegisterPart {
  const named = claims.flatMap((each) => each.sources).map((id) => source(id));
  return {
    format: 1,
    version: '2026.11.23',
    built: '2026-11-20',
    hosts: {},
    entities: Object.fromEntries(entities.map((each) => [each.id, each])),
    claims,
    sources: Object.fromEntries([...named, ...sources].map((each) => [each.id, each])),
  };
}

/** Ordinary shares, exactly so many percent. */
export function shares(exact: number): { interests: Interest[] } {
  return { interests: [{ instrument: 'ordinary-share', capital: { exact }, scope: 'group' }] };
}
