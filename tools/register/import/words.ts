import type { Predicate } from '../../../lib/core/register';
import type { ClaimLine } from '../schema';

/** Dutch for the reviewer of proposals. */

export const RELATION: Record<Predicate, string> = {
  'has-form': 'vorm:',
  'published-by': 'uitgegeven door',
  'owned-by': 'eigendom van',
  'part-of': 'onderdeel van',
  'controlled-by': 'onder zeggenschap van',
  'governance-appointed-by': 'bestuur benoemd door',
  'funded-by': 'geld van',
  'member-of': 'lid van',
  'subject-to': 'genoemd in',
  'classified-by': 'ingedeeld als',
};

const SENTENCE: Record<Predicate, (subject: string, object: string) => string> = {
  'has-form': (subject, object) => `${subject} is: ${object}`,
  'published-by': (subject, object) => `${object} geeft ${subject} uit`,
  'owned-by': (subject, object) => `${object} is eigenaar van ${subject}`,
  'part-of': (subject, object) => `${subject} is onderdeel van ${object}`,
  'controlled-by': (subject, object) => `${object} heeft zeggenschap over ${subject}`,
  'governance-appointed-by': (subject, object) => `${object} benoemt het bestuur van ${subject}`,
  'funded-by': (subject, object) => `${subject} krijgt geld van ${object}`,
  'member-of': (subject, object) => `${subject} is lid van ${object}`,
  'subject-to': (subject, object) => `${subject} staat in ${object}`,
  'classified-by': (subject, object) => `${subject} is ingedeeld als ${object}`,
};

/** `Volgens Wikidata: Delta is eigenaar van De Polderpost (sinds 2020).` */
export function sentence(according: string, subject: string, predicate: Predicate, object: string, valid?: ClaimLine['valid']): string {
  const from = valid?.from === undefined ? '' : `sinds ${valid.from}`;
  const to = valid?.to === undefined ? '' : `tot ${valid.to}`;
  const period = [from, to].filter((part) => part !== '').join(', ');
  return `Volgens ${according}: ${SENTENCE[predicate](subject, object)}${period === '' ? '' : ` (${period})`}.`;
}
