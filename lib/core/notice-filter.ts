import { type Day, isDay } from './dates';
import { type SponsorKey, sponsorKey, sponsorOf } from './notice-sums';
import { type Item, isStated, type Notice, type NoticeId, type NoticePeriod } from './notices';

/** Which notices are shown. It stands in the address of the page, so that what one person sees another can open. */
export interface NoticeFilter {
  sponsor?: SponsorKey;
  /** `e:` with the id of an election of ours, `w:` with the words of the notice where these name none. */
  subject?: string;
  /** Both inclusive: notices of which the period and this one have a day in common. */
  from?: Day;
  to?: Day;
}

/** Where notices and elections stand in the explorer: what follows `#`. */
export const NOTICES_PLACE = 'politiek';
export const ELECTIONS_PLACE = 'verkiezingen';
const ONE = `${NOTICES_PLACE}/verklaring/`;

export function noticePlace(id: NoticeId): string {
  return `${ONE}${id}`;
}

/** Null when the place is that of no notice. */
export function noticeIdAt(place: string): NoticeId | null {
  return place.startsWith(ONE) ? place.slice(ONE.length) : null;
}

export function electionPlace(id: string): string {
  return `${ELECTIONS_PLACE}/${id}`;
}

/** Null when the place is that of no single election. */
export function electionIdAt(place: string): string | null {
  return place.startsWith(`${ELECTIONS_PLACE}/`) ? place.slice(ELECTIONS_PLACE.length + 1) : null;
}

const NAMES = { sponsor: 'opdrachtgever', subject: 'verkiezing', from: 'van', to: 'tot' } as const;

export function filterPlace({ sponsor, subject, from, to }: NoticeFilter): string {
  const query = new URLSearchParams();
  if (sponsor !== undefined) query.set(NAMES.sponsor, sponsor);
  if (subject !== undefined) query.set(NAMES.subject, subject);
  if (from !== undefined) query.set(NAMES.from, from);
  if (to !== undefined) query.set(NAMES.to, to);
  const text = query.toString();
  return text === '' ? NOTICES_PLACE : `${NOTICES_PLACE}?${text}`;
}

/** @param place what follows `#`, as it stands in the address; null when it is another place. What is no filter is left out. */
export function filterAt(place: string): NoticeFilter | null {
  if (place !== NOTICES_PLACE && !place.startsWith(`${NOTICES_PLACE}?`)) return null;
  const query = new URLSearchParams(place.slice(NOTICES_PLACE.length + 1));
  const word = (name: string): string | undefined => query.get(name)?.slice(0, 400) || undefined;
  const [sponsor, subject, from, to] = [word(NAMES.sponsor), word(NAMES.subject), word(NAMES.from), word(NAMES.to)];
  return {
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(subject === undefined ? {} : { subject }),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

export interface Filtered {
  notices: Notice[];
  /** Left out because a period was asked and theirs is not known. */
  undated: number;
}

/** By the newest version of each. */
export function filterNotices(notices: readonly Notice[], { sponsor, subject, from, to }: NoticeFilter): Filtered {
  const about = notices.filter(
    (notice) =>
      (sponsor === undefined || sponsorKey(sponsorOf(notice)) === sponsor) && (subject === undefined || processKey(notice) === subject),
  );
  if (from === undefined && to === undefined) return { notices: about, undated: 0 };
  const spans = about.map((notice) => ({ notice, span: spanOf(notice.versions[0]?.ad.period ?? 'not-read') }));
  const inside = spans.filter(
    ({ span }) => span !== null && (to === undefined || span.from <= to) && (from === undefined || span.to >= from),
  );
  return { notices: inside.map(({ notice }) => notice), undated: spans.filter(({ span }) => span === null).length };
}

/** Null where the notice names none. */
export function processKey({ versions }: Notice): string | null {
  const stated = versions[0]?.ad.process ?? 'not-read';
  if (!isStated(stated)) return null;
  return stated.election === undefined ? `w:${stated.words}` : `e:${stated.election}`;
}

/** Notices that name an organisation of ours, with what they name it as; one notice can do so in several ways. */
export function noticesNaming(notices: readonly Notice[], entity: string): { notice: Notice; as: NoticeRole[] }[] {
  return notices.flatMap((notice) => {
    const ad = notice.versions[0]?.ad;
    const as = ROLES.filter((role) => {
      const party = ad?.[role] ?? 'not-read';
      return isStated(party) && 'name' in party && party.entity === entity;
    });
    return as.length === 0 ? [] : [{ notice, as }];
  });
}

export type NoticeRole = (typeof ROLES)[number];
const ROLES = ['sponsor', 'controller', 'payer', 'publisher'] as const;

const FIRST: Day = '0000-01-01';
const LAST: Day = '9999-12-31';

/** One with its ends reversed lies between them all the same; an open end is open. */
function spanOf(period: Item<NoticePeriod>): { from: Day; to: Day } | null {
  if (!isStated(period)) return null;
  const { from, to } = period;
  if (from === undefined && to === undefined) return null;
  if (from !== undefined && to !== undefined && from > to) return { from: to, to: from };
  return { from: from ?? FIRST, to: to ?? LAST };
}
