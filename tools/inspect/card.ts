import type { Observation } from '../../lib/core/observation';

export interface PrintedCard {
  who: string | null;
  when: string | null;
  paid: string | null;
  made: string | null;
}

/** The card's four rows as text. */
export function printCard(_observation: Observation, _now: Date): PrintedCard {
  return { who: null, when: null, paid: null, made: null };
}
