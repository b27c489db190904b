import type { Currency, EntityKind, LegalForm, OutletForm, Predicate } from '../../lib/core/register';

/** The fixed lists of the register. Each is checked against the type in `lib/core/register`, so that neither runs ahead. */
export const ENTITY_KINDS = [
  'outlet',
  'organisation',
  'person',
  'family',
  'foundation',
  'public-body',
  'association',
] as const satisfies readonly EntityKind[];

export const PREDICATES = [
  'has-form',
  'published-by',
  'owned-by',
  'part-of',
  'controlled-by',
  'governance-appointed-by',
  'funded-by',
  'member-of',
  'subject-to',
  'classified-by',
] as const satisfies readonly Predicate[];

export const OUTLET_FORMS = [
  'national-newspaper',
  'regional-newspaper',
  'local-newspaper',
  'newspaper',
  'magazine',
  'trade-magazine',
  'website',
  'radio-station',
  'television-channel',
  'video-service',
  'news-agency',
  'national-public-broadcaster',
  'regional-public-broadcaster',
  'local-public-broadcaster',
  'public-broadcaster',
  'broadcaster',
  'browser-extension',
] as const satisfies readonly OutletForm[];

export const LEGAL_FORMS = [
  'listed-company',
  'company',
  'public-law-company',
  'foundation',
  'association',
] as const satisfies readonly LegalForm[];

export const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF', 'DKK', 'NOK', 'SEK', 'CAD', 'AUD', 'JPY'] as const satisfies readonly Currency[];

/** Relations that lead upward; a part of the compiled register follows them to their end. */
export const UPWARD: readonly Predicate[] = [
  'published-by',
  'owned-by',
  'part-of',
  'controlled-by',
  'governance-appointed-by',
  'funded-by',
  'member-of',
];

/** The only relations in which a person or family may stand, always as the object. */
export const CONTROL: readonly Predicate[] = ['owned-by', 'controlled-by', 'governance-appointed-by', 'published-by'];

/** Words that judge. The register holds facts with a source, so these have no place in text that we wrote. */
export const JUDGING =
  /\b(betrouwbaar|onbetrouwbaar|nepnieuws|desinformatie|propaganda|staatsmedia|verdacht|omstreden|controversieel|dubieus|geloofwaardig|reliable|unreliable|trustworthy|fake|disinformation|controversial|biased|credible)\b/i;

/** Keys that would turn the register into a ranking. They get a clearer message than other unknown keys. */
export const RANKING = /score|rating|rank|stars?$|trust|reliab|credib|bias|grade|betrouwbaar|cijfer/i;
