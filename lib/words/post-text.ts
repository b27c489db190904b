import { type Fact, QUESTIONS, type Question, type Who } from '../core/card';
import type { PostLabel, PostObservation } from '../core/post';
import { known, outletOf, type PostCard } from '../core/post-card';
import { nameOf } from '../core/statements';
import { policyLine } from './around-text';
import {
  answer,
  asText,
  type CardText,
  editionText,
  type Line,
  leadOfOutlet,
  muted,
  type Row,
  source,
  strong,
  unlistedKey,
  whoLines,
} from './card-text';
import type { Length } from './chain-text';
import { snake } from './snake';
import type { Run, TextKey, Words } from './words';

/** The card of a post in sentences, in the form of every other card. */
export function postText(card: PostCard, words: Words, length: Length = 'full'): CardText {
  return { lead: postLead(card, words), rows: QUESTIONS.map((question) => rowOf(card, question, words, length)) };
}

export function postLead(card: PostCard, words: Words): Run[] {
  const { account, link, post } = card;
  const keeper = known(account);
  if (keeper !== null) return leadOfOutlet(keeper, words);
  const target = known(link?.who ?? null);
  if (target !== null && post.kind === 'result') return leadOfOutlet(target, words);
  if (target !== null) return words.runs('post_lead_link', { name: strong(nameOf(target.outlet)) });
  if ([account, link?.who].some((fact) => fact?.state === 'unread' && fact.why === 'damaged')) return words.runs('lead_damaged');
  if (account?.state === 'unread') return words.runs('post_lead_named', { account: strong(accountName(post, words)) });
  if (post.author !== null) return words.runs('post_lead_unlisted', { account: strong(accountName(post, words)) });
  if (link?.who.state === 'unlisted') return words.runs(`lead_${snake(link.who.why)}`, { host: strong(link.host) });
  return words.runs('post_lead_nobody');
}

/** The whole card as plain text with its sources. */
export function postAsText(card: PostCard, words: Words): string {
  const list = card.register === null ? null : editionText(card.register, words);
  return asText({ text: postText(card, words), address: card.post.permalink ?? '', outlet: outletOf(card), list }, words);
}

function rowOf(card: PostCard, question: Question, words: Words, length: Length): Row {
  const row = { question, label: words.t(`question_${question}`), steps: [] };
  switch (question) {
    case 'who':
      return { ...row, ...whoRow(card, words, length) };
    case 'when':
      return { ...row, state: card.when.state, lines: whenRow(card, words) };
    case 'paid':
      return { ...row, state: card.paid.state, lines: [...labelRow(card.paid, 'paid_absent', card, words), ...policyLines(card, words)] };
    case 'made':
      return { ...row, state: card.made.state, lines: labelRow(card.made, 'post_made_absent', card, words) };
  }
}

function whoRow(card: PostCard, words: Words, length: Length): Pick<Row, 'state' | 'steps' | 'lines' | 'first'> {
  const { account, link } = card;
  const of = account !== null && known(account) !== null ? account : (link?.who ?? account);
  const chain = of === null ? { steps: [], lines: [] } : whoLines(of, words, length);
  return {
    state: of?.state ?? 'absent',
    steps: chain.steps,
    first: postWhoLines(card, words),
    lines: outletOf(card) === null ? [] : chain.lines,
  };
}

/** Whose account it is, where the link leads, and what is said of the account: without the owners behind it. */
export function postWhoLines(card: PostCard, words: Words): Line[] {
  return [
    ...accountLines(card, words),
    ...(card.link === null ? [] : [linkLine(card.link, card, words)]),
    ...card.said.flatMap((label) => saidLines(label, card, words)),
  ];
}

/** "@nos op X is van NOS." */
function accountLines({ account, post }: PostCard, words: Words): Line[] {
  if (account === null) return [];
  const name = strong(accountName(post, words));
  const keeper = known(account);
  if (keeper !== null) return [answer(words.runs('post_account_of', { account: name, outlet: strong(nameOf(keeper.outlet)) }))];
  if (account.state === 'unread') return [muted(words.runs(`unread_${snake(account.why)}`, { account: name }))];
  return [muted(words.runs('post_account_unlisted', { account: name }))];
}

function linkLine({ host, who }: { host: string; who: Fact<Who> }, { post, account }: PostCard, words: Words): Line {
  const outlet = known(who);
  const site = strong(host);
  if (outlet !== null && post.kind === 'post') return answer(words.runs('post_link_of', { host: site, outlet: nameOf(outlet.outlet) }));
  if (outlet !== null) return source(words.runs('post_result_of', { host }));
  if (who.state === 'unread') return muted(words.runs('unread_damaged'));
  const why: TextKey = who.state === 'unlisted' ? unlistedKey(who.why) : 'who_no_rule';
  if (post.kind === 'result' && who.state === 'unlisted' && who.why === 'no-rule')
    return muted(words.runs('post_result_unlisted', { host: site }));
  if (post.kind === 'result' && account === null) return muted(words.runs(why, { host }));
  const key = who.state === 'unlisted' && who.why === 'platform' ? 'post_link_platform' : 'post_link_unlisted';
  return muted(words.runs(key, { host: site }));
}

function whenRow({ when, post }: PostCard, words: Words): Line[] {
  if (when.state !== 'known') return [muted(words.runs(post.kind === 'post' ? 'post_when_absent' : 'post_when_absent_result'))];
  const { day, age, from } = when.value;
  const shown = strong(words.day(day));
  return [
    answer(age === null ? [shown] : words.runs('when_age', { day: shown, age: words.age(age) })),
    source(words.runs(from === 'id' ? 'post_when_id' : post.kind === 'post' ? 'post_when_shown' : 'post_when_shown_result')),
  ];
}

function labelRow(fact: Fact<PostLabel[]>, absent: TextKey, card: PostCard, words: Words): Line[] {
  return fact.state === 'known' ? fact.value.flatMap((label) => saidLines(label, card, words)) : [muted(words.runs(absent))];
}

function policyLines({ policy }: PostCard, words: Words): Line[] {
  if (policy === null) return [];
  const [first] = policy.sources;
  const day = words.day(policy.policy.checked);
  return [
    policyLine(policy.policy, words),
    ...(first === undefined ? [] : [source(words.runs('policy_source', { source: `${first.publisher}, ${first.title}`, day }))]),
  ];
}

/** What a label says, and its own words where it has any. */
function saidLines({ kind, text, by }: PostLabel, { post }: PostCard, words: Words): Line[] {
  const platform = platformName(post, words);
  const said = answer(words.runs(`post_label_${snake(kind)}_${by}`, { platform }));
  return text === null ? [said] : [said, source(words.runs('post_quote', { text }))];
}

/** "@nos op X": as its platform writes it. A name alone says less, and stands only where there is nothing else. */
export function accountName({ author, platform }: PostObservation, words: Words): string {
  const handle = author?.handle ?? null;
  const account =
    handle === null || platform === 'linkedin'
      ? (author?.name ?? handle ?? author?.id ?? '')
      : platform === 'reddit'
        ? handle
        : `@${handle}`;
  if (handle === null) return account;
  return words.t('post_account', { account, platform: words.t(`platform_${platform}`) });
}

function platformName({ platform }: PostObservation, words: Words): string {
  return words.t(`platform_${platform}`);
}
