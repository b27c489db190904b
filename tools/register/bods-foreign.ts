import type { Interest, Predicate, Share } from '../../lib/core/register';
import type { BodsRelationship } from './bods-read';
import { type BodsShare, fromBodsShare } from './bods-terms';

export type ForeignTerms =
  /** `small`: every share that is stated lies below a quarter. */
  { why: null; predicate: Predicate; interests: Interest[]; small: boolean } | { why: string };

type TheirInterest = BodsRelationship['recordDetails']['interests'][number];

const INSTRUMENT: Record<string, Interest['instrument']> = {
  appointmentOfBoard: 'appointment',
  controlViaCompanyRulesOrArticles: 'statute',
  controlByLegalFramework: 'statute',
  rightsGrantedByContract: 'contract',
  conditionalRightsGrantedByContract: 'contract',
  otherInfluenceOrControl: 'unspecified',
};

const OWNS: readonly string[] = ['shareholding', 'votingRights', 'unknownInterest', 'unpublishedInterest'];

/**
 * What interests in somebody else's words are in ours. Shares and votes of one holder are one holding. Who only appoints the
 * board, or only has control by other means, is not called an owner. Seats, trusts, nominees and rights to income have no
 * word in our list.
 */
export function foreignTerms({ recordDetails: { interests, interestedParty } }: BodsRelationship): ForeignTerms {
  if (interests.length === 0 && typeof interestedParty !== 'string')
    return { why: null, predicate: 'owned-by', interests: [], small: false };
  const direct = interests.filter(({ directOrIndirect }) => directOrIndirect !== 'indirect');
  if (interests.length > 0 && direct.length === 0) return { why: 'an indirect interest; our list holds each step' };
  const usable = direct.filter(({ type }) => OWNS.includes(type) || INSTRUMENT[type] !== undefined);
  if (usable.length === 0) return { why: 'an interest for which our list has no word' };
  const owns = usable.filter(({ type }) => OWNS.includes(type));
  const other = usable.filter(({ type }) => !OWNS.includes(type));
  const boardOnly = other.every(({ type }) => type === 'appointmentOfBoard');
  const predicate = owns.length > 0 ? 'owned-by' : boardOnly ? 'governance-appointed-by' : 'controlled-by';
  const mine = [...holding(owns), ...(boardOnly && owns.length === 0 ? [] : other.flatMap(otherHolding))];
  const stated = mine.flatMap(({ capital, votes }) => [capital, votes].flatMap((share) => share ?? []));
  return { why: null, predicate, interests: mine, small: stated.length > 0 && stated.every((share) => most(share) < 25) };
}

function holding(owns: readonly TheirInterest[]): Interest[] {
  const share = (type: string): Share | null => {
    const given = owns.find((each) => each.type === type)?.share;
    return given === undefined ? null : fromBodsShare(definite(given));
  };
  const votes = share('votingRights');
  const shares = owns.some(({ type }) => type === 'shareholding');
  const unpublished = owns.some(({ type }) => type === 'unpublishedInterest');
  const capital = share('shareholding') ?? share('unknownInterest') ?? (unpublished ? 'not-public' : null);
  if (!shares && capital === null && votes === null) return [];
  const instrument = shares || votes !== null ? 'ordinary-share' : 'unspecified';
  return [{ instrument, ...(capital === null ? {} : { capital }), ...(votes === null ? {} : { votes }), scope: 'group' }];
}

function otherHolding({ type, share }: TheirInterest): Interest[] {
  const instrument = INSTRUMENT[type];
  const capital = share === undefined ? null : fromBodsShare(definite(share));
  if (instrument === undefined || (instrument === 'unspecified' && capital === null)) return [];
  return [{ instrument, ...(capital === null ? {} : { capital }), scope: 'group' }];
}

function most(share: Share): number {
  if (typeof share === 'string') return 100;
  return 'exact' in share ? share.exact : share.max;
}

function definite(share: { [K in keyof BodsShare]?: number | undefined }): BodsShare {
  return Object.fromEntries(Object.entries(share).filter(([, value]) => value !== undefined));
}
