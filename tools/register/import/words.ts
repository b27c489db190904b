import type { ClaimObject, Predicate } from '../../../lib/core/register';
import type { ClaimLine } from '../schema';

/** Dutch for the reviewer of proposals. */

const RELATION: Record<Predicate, string> = {
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

/** Nobody, or somebody who is not named: "van De Polderpost is de eigenaar niet openbaar gemaakt". */
const NOBODY: Record<Unspecified, (subject: string) => string> = {
  'no-owner': (subject) => `${subject} heeft geen eigenaar`,
  'not-disclosed': (subject) => `de eigenaar van ${subject} is niet openbaar gemaakt`,
  unknown: (subject) => `de eigenaar van ${subject} is niet bekend`,
};

const NOBODY_BESIDE: Record<Unspecified, string> = {
  'no-owner': 'heeft geen eigenaar',
  'not-disclosed': 'eigenaar niet openbaar gemaakt',
  unknown: 'eigenaar niet bekend',
};

const INCOME: Record<NonNullable<ClaimLine['funding']>['kind'], string> = {
  readers: 'lezers',
  advertisers: 'adverteerders',
  'public-money': 'de overheid',
  donations: 'donaties',
  endowment: 'eigen vermogen',
  other: 'iets anders',
};

const INSTRUMENT: Partial<Record<HeldInterest['instrument'], string>> = {
  'preference-share': 'preferente aandelen',
  'priority-share': 'prioriteitsaandeel',
  certificate: 'certificaten',
  appointment: 'benoemt bestuurders',
  statute: 'volgens de statuten of de wet',
  contract: 'volgens een contract',
};

const STATUS: Record<NonNullable<ClaimLine['status']>, string> = {
  disputed: 'betwist',
  superseded: 'niet meer zo',
  withdrawn: 'ingetrokken door de bron',
};

type Unspecified = Extract<ClaimObject, { unspecified: string }>['unspecified'];
type HeldInterest = NonNullable<ClaimLine['interests']>[number];
type HeldShare = NonNullable<HeldInterest['capital']>;

/** `Volgens Wikidata: Delta is eigenaar van De Polderpost (sinds 2020).` With a share: `… heeft een belang van 55% in …`. */
export function sentence(according: string, subject: string, predicate: Predicate, object: string | Words, line: ClaimLine): string {
  const { valid } = line;
  const from = valid?.from === undefined ? '' : `sinds ${valid.from}`;
  const to = valid?.to === undefined ? '' : `tot ${valid.to}`;
  const period = [from, to].filter((part) => part !== '').join(', ');
  const said = `Volgens ${according}: ${statement(subject, predicate, object, line)}${period === '' ? '' : ` (${period})`}`;
  return said.endsWith('.') ? said : `${said}.`;
}

/** An object that is no party of our list. */
type Words = Exclude<ClaimObject, { entity: string } | { form: string } | { legalForm: string }>;

function statement(subject: string, predicate: Predicate, object: string | Words, { interests = [] }: ClaimLine): string {
  if (typeof object === 'object' && 'unspecified' in object) return NOBODY[object.unspecified](subject);
  if (typeof object === 'object' && 'noIncomeFrom' in object) return `${subject} krijgt geen geld van ${INCOME[object.noIncomeFrom]}`;
  const name = typeof object === 'string' ? object : object.words;
  const held = predicate === 'owned-by' ? interests.map((each) => holding(each, subject)).filter((text) => text !== '') : [];
  return held.length === 0 ? SENTENCE[predicate](subject, name) : `${name} heeft ${held.join(' en ')}`;
}

/** `een belang van 55% in De Polderpost, met 60% van de stemmen`; empty when no share is stated. */
function holding({ capital, votes }: HeldInterest, subject: string): string {
  if (capital === undefined) return votes === undefined ? '' : `${shareWords(votes)} van de stemmen in ${subject}`;
  const part =
    capital === 'not-public'
      ? `een belang in ${subject} waarvan de grootte niet openbaar is`
      : capital === 'unstated'
        ? `een belang in ${subject} waarvan de bron de grootte niet noemt`
        : `een belang van ${shareWords(capital)} in ${subject}`;
  return votes === undefined ? part : `${part}, met ${shareWords(votes)} van de stemmen`;
}

function shareWords(share: HeldShare): string {
  if (share === 'majority') return 'meer dan de helft';
  if (share === 'not-public') return 'een niet openbaar deel';
  if (share === 'unstated') return 'een niet genoemd deel';
  return 'exact' in share ? `${decimal(share.exact)}%` : `${decimal(share.min)} tot ${decimal(share.max)}%`;
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

/** What our own list says, in short: `eigendom van noordzee`, `eigenaar niet openbaar gemaakt`. */
export function besideWords(predicate: Predicate, object: ClaimObject): string {
  if ('unspecified' in object) return NOBODY_BESIDE[object.unspecified];
  if ('noIncomeFrom' in object) return `geen geld van ${INCOME[object.noIncomeFrom]}`;
  const name =
    'words' in object ? `"${object.words}"` : 'entity' in object ? object.entity : 'form' in object ? object.form : object.legalForm;
  return `${RELATION[predicate]} ${name}`;
}

/** Shares, income and status of a claim of ours; empty when it has none. */
export function detailWords({ interests = [], funding, status }: ClaimLine): string {
  const held = interests.flatMap(({ instrument, capital, votes, jointly, scope }) => [
    INSTRUMENT[instrument] ?? '',
    capital === undefined ? '' : `een belang van ${shareWords(capital)}`,
    votes === undefined ? '' : `${shareWords(votes)} van de stemmen`,
    jointly === undefined ? '' : `samen met ${jointly.join(' en ')}`,
    scope === 'these-titles' ? 'alleen over deze titels' : '',
  ]);
  const money =
    funding === undefined
      ? []
      : [
          `geld van ${INCOME[funding.kind]}`,
          funding.year === undefined ? '' : `in ${funding.year}`,
          funding.amount === undefined ? '' : `${funding.amount.currency} ${funding.amount.value}`,
          funding.share === undefined ? '' : `${decimal(funding.share)}% van de inkomsten`,
          funding.planned ? 'begroot' : '',
          funding.collective ? 'voor een groep samen' : '',
        ];
  return [...held, ...money, status === undefined ? '' : STATUS[status]].filter((part) => part !== '').join(', ');
}
