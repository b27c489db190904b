import { vouchesFor } from './accounts';
import { type Card, type Fact, type Lookup, type Who, whoOf } from './card';
import { type Age, ageOf, type Day, localDay } from './dates';
import type { PlatformPolicy } from './platform-policies';
import type { PostLabel, PostLabelKind, PostObservation } from './post';
import type { Source } from './register';

/** The card of one post or search result: the same four questions, answered from the platform's own marks and the register. */
export interface PostCard {
  post: PostObservation;
  /** Who is behind the account; null where the page names none. */
  account: Fact<Who> | null;
  /** Where the post leads: the first site of our list among its links, else the first link. */
  link: { host: string; who: Fact<Who> } | null;
  when: Fact<{ day: Day; age: Age | null; from: 'shown' | 'id' }>;
  /** Advertisement, political advertisement, paid partnership. */
  paid: Fact<PostLabel[]>;
  /** What the account or the platform says of the account: automated, parody, who pays for it. */
  said: PostLabel[];
  made: Fact<PostLabel[]>;
  /** What the company behind the platform says of political advertising; only beside something that is labelled as advertising. */
  policy: { policy: PlatformPolicy; sources: Source[] } | null;
  register: Card['register'];
}

/** What the register answers for a post. */
export interface PostLookups {
  account: Lookup | null;
  link: { host: string; lookup: Lookup } | null;
  policy?: PostCard['policy'];
}

const PAID: readonly PostLabelKind[] = ['political-ad', 'ad', 'paid-partnership'];
const SAID: readonly PostLabelKind[] = ['automated', 'parody', 'publisher-context'];

export function makePostCard(post: PostObservation, { account, link, policy }: PostLookups, now: Date): PostCard {
  const today = localDay(now);
  return {
    post,
    account: account === null ? whyNoAccount(post) : whoOf(account, today),
    link: link === null ? null : { host: link.host, who: whoOf(link.lookup, today) },
    when: whenOf(post, today),
    paid: labelled(post, PAID),
    said: post.labels.filter(({ kind }) => SAID.includes(kind)),
    made: labelled(post, ['ai']),
    policy: isAdvertising(post) ? (policy ?? null) : null,
    register: editionOf(account) ?? editionOf(link?.lookup ?? null),
  };
}

/** Why nothing was looked up for who published it; null where the page names nobody. */
function whyNoAccount({ author, platform, permalink }: PostObservation): PostCard['account'] {
  if (author === null) return null;
  if (author.handle === null && author.id === null) return { state: 'unread', why: 'name-only' };
  return vouchesFor({ platform, handle: author.handle, permalink })
    ? { state: 'unlisted', why: 'no-rule' }
    : { state: 'unread', why: 'other-server' };
}

/** Whether its platform labels it as advertising of some kind. */
export function isAdvertising({ labels }: PostObservation): boolean {
  return labels.some(({ kind }) => kind === 'ad' || kind === 'political-ad');
}

function labelled({ labels }: PostObservation, kinds: readonly PostLabelKind[]): Fact<PostLabel[]> {
  const found = kinds.flatMap((kind) => labels.filter((label) => label.kind === kind));
  return found.length === 0 ? { state: 'absent' } : { state: 'known', value: found };
}

/** The day on the clock of the person who reads: a platform shows its times so too. */
function whenOf({ published }: PostObservation, today: Day): PostCard['when'] {
  if (published === null) return { state: 'absent' };
  const day = published.at.length === 10 ? published.at : localDay(new Date(published.at));
  return { state: 'known', value: { day, age: ageOf(day, today), from: published.from } };
}

function editionOf(lookup: Lookup | null): Card['register'] {
  if (lookup === null || lookup.state === 'damaged' || lookup.slice === null) return null;
  return { version: lookup.slice.version, built: lookup.slice.built, keeper: lookup.keeper ?? null };
}

/** The outlet that is looked into further: that of the account, or else of the shared link. */
export function outletOf({ account, link }: PostCard): Who | null {
  return known(account) ?? known(link?.who ?? null);
}

/** The site of that outlet, where the post links to it. */
export function hostOfOutlet(card: PostCard): string | null {
  const target = known(card.link?.who ?? null);
  return target !== null && target.outlet.id === outletOf(card)?.outlet.id ? (card.link?.host ?? null) : null;
}

export function known(fact: Fact<Who> | null): Who | null {
  return fact?.state === 'known' || fact?.state === 'conflicting' ? fact.value : null;
}
