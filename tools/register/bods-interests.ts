import type { Interest, Share } from '../../lib/core/register';
import {
  type BodsClaim,
  type BodsInterest,
  type BodsShare,
  type ClaimExtra,
  fromBodsShare,
  INTEREST_TYPE,
  type InterestExtra,
  RELATION_DETAILS,
  RELATION_TYPE,
  toBodsShare,
} from './bods-terms';

/**
 * Our interests in the standard's words, and what it has no words for. Capital and votes of one holding are two interests
 * there. Whether an interest is direct is said as `unknown`: sources rarely say that there is nobody in between.
 */
export function claimInterests(claim: BodsClaim): { interests: BodsInterest[]; extra: ClaimExtra } {
  const interests: BodsInterest[] = [];
  const extras = claim.interests?.map((interest) => oneInterest(interest, interests));
  if (extras === undefined && !('unspecified' in claim.object))
    interests.push({ type: RELATION_TYPE[claim.predicate], directOrIndirect: 'unknown', details: RELATION_DETAILS[claim.predicate] });
  const extra: ClaimExtra = {
    id: claim.id,
    relation: claim.predicate,
    ...('words' in claim.object ? { words: claim.object } : {}),
    ...(claim.valid === undefined ? {} : { valid: claim.valid }),
    ...(claim.asOf === undefined ? {} : { asOf: claim.asOf }),
    ...(claim.status === 'disputed' ? { disputed: true } : {}),
    ...(claim.status === 'superseded' ? { superseded: true } : {}),
    ...(extras === undefined ? {} : { interests: extras }),
  };
  return { interests, extra };
}

function oneInterest(interest: Interest, into: BodsInterest[]): InterestExtra {
  const { instrument, scope, jointly } = interest;
  const details = [
    instrument === 'unspecified' ? 'Kind of holding not stated' : instrument.replace('-', ' '),
    ...(scope === 'these-titles' ? ['for these titles only'] : []),
    ...(jointly === undefined ? [] : ['held together with others']),
  ].join(', ');
  const extra: InterestExtra = { instrument, scope, ...(jointly === undefined ? {} : { jointly }) };
  const put = (type: string, share: Share | undefined): number | Extract<Share, string> => {
    const said = share === undefined ? null : toBodsShare(share);
    const size = share === 'not-public' ? '; size not made public' : share === 'unstated' ? '; size not stated' : '';
    const note = `${details}${size}`;
    into.push({ type, directOrIndirect: 'unknown', details: note, ...(said === null ? {} : { share: said }) });
    return typeof share === 'string' ? share : into.length - 1;
  };
  if (interest.capital !== undefined || interest.votes === undefined) {
    const at = put(INTEREST_TYPE[instrument], interest.capital);
    if (interest.capital !== undefined) extra.capital = at;
  }
  if (interest.votes !== undefined) extra.votes = put('votingRights', interest.votes);
  return extra;
}

/**
 * Our interests again, from what we added ourselves; percentages are read from the standard's own fields.
 *
 * @param shares of the standard's interests, in their order
 */
export function restoredInterests(extras: readonly InterestExtra[], shares: readonly (BodsShare | undefined)[]): Interest[] {
  const shareAt = (at: InterestExtra['capital']): Share | undefined => {
    if (typeof at !== 'number') return at;
    const share = shares[at];
    return share === undefined ? undefined : (fromBodsShare(share) ?? undefined);
  };
  return extras.map(({ instrument, scope, jointly, ...at }): Interest => {
    const [capital, votes] = [shareAt(at.capital), shareAt(at.votes)];
    return {
      instrument,
      ...(capital === undefined ? {} : { capital }),
      ...(votes === undefined ? {} : { votes }),
      scope,
      ...(jointly === undefined ? {} : { jointly }),
    };
  });
}
