import type { DateEvidence, DateStatement, Found, Observation, PlaceKind } from '../../../lib/core/observation';
import type { Sketch } from '../../../lib/core/read/sketch';

/** An article that was read in full and of which the page says nothing at all. */
export function observation(details: Partial<Observation> = {}): Observation {
  return {
    version: 1,
    address: { origin: 'https://www.krant.example', path: '/bericht' },
    kind: 'article',
    language: 'nl',
    canonical: null,
    headline: null,
    published: null,
    modified: null,
    authors: [],
    undecided: { date: false, authors: false },
    siteName: null,
    agency: [],
    genre: null,
    section: null,
    paidContent: [],
    ai: [],
    corrections: [],
    paywall: null,
    syndication: null,
    canonicalElsewhere: null,
    disclosures: [],
    ...details,
  };
}

export function found<T>(value: T, text?: string): Found<T> {
  const from = { kind: 'json-ld', name: 'NewsArticle' } as const;
  return text === undefined ? { value, from } : { value, from, text };
}

export function evidence(day: string, kind: PlaceKind = 'json-ld'): DateEvidence {
  return { value: day, day, from: { kind, name: `${kind} date` } };
}

export function dated(day: string, kind: PlaceKind = 'json-ld', rivals: DateEvidence[] = []): DateStatement {
  return { ...evidence(day, kind), alsoIn: [], rivals };
}

/** What the injected reader returns of a page that declares one date and nothing else. */
export function sketch(url: string, published = '2021-05-03'): Sketch {
  const empty = { pieces: [], lines: [] };
  return {
    sketch: 1,
    url,
    status: 200,
    title: 'Brug weer open',
    lang: 'nl',
    canonical: '',
    metas: [{ name: 'article:published_time', content: published }],
    jsonLd: [],
    headline: { text: 'Brug weer open', tag: 'h1' },
    after: empty,
    before: empty,
    props: [],
    times: [],
    authors: [],
    edges: [],
    more: null,
  };
}
