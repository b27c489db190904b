import type { AroundAd, AroundPage } from '../core/around';
import type { NoticeLookup } from '../core/notice-lookup';
import type { PlatformPolicy } from '../core/platform-policies';
import { answer, type Line, muted, source } from './card-text';
import { noticeLead } from './notice-text';
import type { Run, TextKey, Words } from './words';

/** Advertisements that the popup names; the panel has all of them. */
const BRIEF = 1;

/** "Reclame op deze pagina", in short; empty where nothing was seen and everything could be read. */
export function aroundLines({ ads, own, closed, damaged }: AroundPage, words: Words): Line[] {
  const shown = ads.slice(0, BRIEF);
  const rest = ads.length - shown.length;
  return [
    ...(own === null ? [] : [inOneLine(words.runs('around_own'), own.notice, null, words)]),
    ...shown.map(({ address, notice }) => inOneLine(words.runs('around_brief'), notice, address, words, rest)),
    ...(damaged ? [muted(words.runs('unread_damaged'))] : []),
    ...(closed === 0 ? [] : [muted(words.runs('around_closed'))]),
  ];
}

/** "Politieke reclame. Opdrachtgever: Partij van de Dijk. De verklaring" */
function inOneLine(what: Run[], notice: NoticeLookup | null, address: string | null, words: Words, rest = 0): Line {
  const more: Run[] = rest === 0 ? [] : [{ text: ' ' }, ...words.runs('around_more', { count: rest })];
  const open: Run[] = address === null ? [] : [{ text: ' ' }, { text: words.t('around_open'), href: address }];
  return answer([...what, { text: ' ' }, ...noticeRuns(notice, address, words), ...open, ...more]);
}

/** One labelled advertisement: that it is one, in whose words, and what there is of its notice. */
export function adLines({ label, address, notice }: AroundAd, words: Words): Line[] {
  return [
    answer(words.runs('around_ad')),
    ...(label === null ? [] : [source(words.runs('around_label', { text: label }))]),
    ...(notice?.state === 'listed' ? [] : [muted(noticeRuns(notice, address, words))]),
    ...(address === null || notice?.state === 'listed' ? [] : [source([{ text: words.t('around_open'), href: address }])]),
  ];
}

/** Who ordered it, by its notice; or why that is not known. */
function noticeRuns(notice: NoticeLookup | null, address: string | null, words: Words): Run[] {
  if (notice === null) return words.runs(address === null ? 'around_no_notice' : 'around_unlisted');
  const version = notice.state === 'listed' ? notice.notice.versions[0] : undefined;
  if (version !== undefined) return noticeLead(version, words);
  return words.runs(notice.state === 'damaged' ? 'unread_damaged' : 'around_unlisted');
}

/** What the company behind a platform says of political advertising: a fact about what it says, never about an advertisement on it. */
export function policyLine({ company, where, since }: PlatformPolicy, words: Words): Line {
  const key: TextKey = `policy_${where}${since === undefined ? '' : '_since'}`;
  return answer(words.runs(key, { company, day: since === undefined ? '' : words.roughDate(since) }));
}
