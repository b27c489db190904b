import type { View } from '../../components/explorer/Explorer';
import { accountsOf } from '../../lib/core/accounts';
import { profileOf } from '../../lib/core/card';
import type { Day } from '../../lib/core/dates';
import { electionsMatching } from '../../lib/core/election-search';
import { NO_GENERAL } from '../../lib/core/general';
import { holdingsOf } from '../../lib/core/holdings';
import { around, type ClaimIndex } from '../../lib/core/neighbours';
import { noticeKey } from '../../lib/core/notice-addresses';
import { ELECTIONS_PLACE, electionIdAt, filterAt, noticeIdAt, noticesNaming } from '../../lib/core/notice-filter';
import type { Notice } from '../../lib/core/notices';
import { addressIn, GROUPS, type SearchIndex, search } from '../../lib/core/search';
import { nameOf, splitHistory, statementOf } from '../../lib/core/statements';
import { noticeLead } from '../../lib/words/notice-text';
import { plainText, type Words } from '../../lib/words/words';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The register, made ready for looking things up in it. */
export interface Facts {
  claims: ClaimIndex;
  index: SearchIndex;
  notices: readonly Notice[];
}

/**
 * @param hash what follows `#`: nothing or `search`, `in/` with a group, the places of notices and elections, or the id of an
 *   entity, which has no slash
 */
export function viewAt(hash: string, query: string, facts: Facts, today: Day): View {
  const place = decoded(hash);
  const { register: names } = facts.claims;
  const general = names.general ?? NO_GENERAL;
  const { built } = names;
  const { notices } = facts;
  const filter = filterAt(hash);
  if (filter !== null) return { kind: 'notices', notices, filter, general, names, built };
  const id = noticeIdAt(place);
  if (id !== null) {
    const notice = notices.find((each) => each.id === id);
    return notice === undefined ? { kind: 'no-notice', id } : { kind: 'notice', notice, elections: general.elections, names, built };
  }
  if (place === ELECTIONS_PLACE || electionIdAt(place) !== null)
    return { kind: 'elections', elections: general.elections, notices, names, built };
  if (place !== '' && place !== 'search' && !place.startsWith('in/'))
    return entityAt(place, facts, today) ?? { kind: 'missing', id: place };
  return searchAt(place, query, facts);
}

function searchAt(place: string, query: string, { index, claims, notices }: Facts): View {
  const { elections, noticeAddresses } = claims.register.general ?? NO_GENERAL;
  const group = GROUPS.find((each) => `in/${each}` === place) ?? null;
  const others = { notices: notices.length, elections: elections.length };
  const nothing = { kind: 'search', query, group, groups: index.groups, others, elections: [], notice: null, note: null } as const;
  if (query.trim() === '' && group === null) return { ...nothing, results: null };
  const key = noticeKey(query.trim(), noticeAddresses);
  const view = {
    ...nothing,
    elections: group === null ? electionsMatching(elections, query) : [],
    notice: key === null ? null : (notices.find(({ id }) => id === key) ?? null),
  };
  const address = addressIn(index, query);
  const named = search(index, query, group);
  if (address === null) return { ...view, results: named };
  if (address.owner !== null) {
    const { owner } = address;
    return { ...view, results: [owner, ...named.filter(({ entity }) => entity.id !== owner.entity.id)] };
  }
  const { kind } = address.answer;
  const note = kind === 'platform' ? 'explorer_platform' : kind === 'carrier' ? 'explorer_carrier' : null;
  return { ...view, results: named, note };
}

export function titleOf(view: View, words: Words): string {
  switch (view.kind) {
    case 'entity':
      return nameOf(view.who.outlet);
    case 'notices':
      return words.t('notices_title');
    case 'notice':
      return plainText(view.notice.versions.slice(0, 1).flatMap((version) => noticeLead(version, words)));
    case 'elections':
      return words.t('elections_title');
    default:
      return words.t('explorer_title');
  }
}

function entityAt(id: string, { index, claims, notices }: Facts, today: Day): View | null {
  const { register } = claims;
  const slice = around(claims, id);
  const who = profileOf(slice, id, today);
  if (who === null) return null;
  const mentioning = (claims.byObject.get(id) ?? []).filter(
    ({ predicate, status }) => (predicate === 'member-of' || predicate === 'funded-by') && status !== 'withdrawn',
  );
  const mentions = mentioning.map((claim) => statementOf(register, claim));
  return {
    kind: 'entity',
    who,
    hosts: index.byId.get(id)?.hosts ?? [],
    holdings: holdingsOf(slice, id, today),
    mentions: splitHistory(mentions, today).current,
    notices: noticesNaming(notices, id),
    elections: register.general?.elections ?? [],
    record: JSON.stringify({ entity: who.outlet, accounts: accountsOf(register, id), claims: claims.bySubject.get(id) ?? [] }, null, 2),
    built: register.built,
  };
}
