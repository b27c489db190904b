import type { AroundAd, AroundPage } from '../core/around';
import type { NoticeLookup } from '../core/notice-lookup';
import type { PlatformPolicy } from '../core/platform-policies';
import { answer, type Line, muted, source } from './card-text';
import { noticeLead } from './notice-text';
import type { Run, TextKey, Words } from './words';

/** Advertisements that the popup names; the panel has all of them. */
const BRIEF = 2;

/** "Reclame op deze pagina", in short; empty where nothing was seen and everything could be read. */
export function aroundLines({ ads, own, closed, damaged }: AroundPage, words: Words): Line[] {
  const shown = ads.slice(0, BRIEF);
  const rest = ads.length - shown.length;
  return [
    ...(own === null ? [] : [answer(words.runs('around_own')), ...noticeLines(own.notice, own.address, words)]),
    ...shown.flatMap((ad) => adLines(ad, words)),
    ...(rest === 0 ? [] : [source(words.runs('around_more', { count: rest }))]),
    ...(damaged ? [muted(words.runs('unread_damaged'))] : []),
    ...(closed === 0 ? [] : [muted(words.runs('around_closed'))]),
  ];
}

/** One labelled advertisement: that it is one, in whose words, and who ordered it. */
export function adLines({ label, address, notice }: AroundAd, words: Words): Line[] {
  return [
    answer(words.runs('around_ad')),
    ...(label === null ? [] : [source(words.runs('around_label', { text: label }))]),
    ...(address === null || notice === null ? [muted(words.runs('around_no_notice'))] : noticeLines(notice, address, words)),
  ];
}

function noticeLines(notice: NoticeLookup, address: string, words: Words): Line[] {
  const open: Run = { text: words.t('around_open'), href: address };
  const version = notice.state === 'listed' ? notice.notice.versions[0] : undefined;
  if (version !== undefined) return [answer(noticeLead(version, words)), source([open])];
  return [muted(words.runs(notice.state === 'damaged' ? 'unread_damaged' : 'around_unlisted')), source([open])];
}

/** What the company behind a platform says of political advertising: a fact about what it says, never about an advertisement on it. */
export function policyLine({ company, where, since }: PlatformPolicy, words: Words): Line {
  const key: TextKey = `policy_${where}${since === undefined ? '' : '_since'}`;
  return answer(words.runs(key, { company, day: since === undefined ? '' : words.roughDate(since) }));
}
