import type { Account, PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { attribute, endsLine, folded, isPutAway, lastIn } from './dom';
import { PLATFORMS } from './hosts';

const HANDLE = /^(?:https:\/\/(?:www|m|web)\.facebook\.com)?\/([\w.-]{2,80})\/?(?:[?#]|$)/;
const NUMBER = /^(?:https:\/\/(?:www|m|web)\.facebook\.com)?\/(?:profile\.php\?id=|people\/[^/?#]+\/|p\/[^/?#]*-)(\d{5,20})(?:[/&?#]|$)/;
/** First path segments that are no account. */
const NO_ACCOUNT =
  /^(?:ads|business|events|gaming|groups|hashtag|help|login|marketplace|media|pages|people|photo|reels?|share|stories|watch|p|.*\.php)$/i;
const PERMALINK =
  /^(?:https:\/\/(?:www|m|web)\.facebook\.com)?\/(?:[\w.-]+\/(?:posts|videos|photos)\/|groups\/[\w.-]+\/(?:posts|permalink)\/|reel\/\d|watch\/?\?(?:.*&)?v=|photo(?:\.php)?\/?\?(?:.*&)?fbid=|(?:permalink|story)\.php\?(?:.*&)?story_fbid=)/;
/** Where a label stands instead of a time, the link leads nowhere yet, or to the explanation of advertising. */
const AD_SLOT = /^(?:#|\?|(?:https:\/\/(?:www|m|web)\.facebook\.com)?\/ads\/about\b)/;

const AD: ReadonlySet<string> = new Set(['Ad', 'Anzeige', 'Commandité', 'Gesponsert', 'Gesponsord', 'Sponsored', 'Sponsorisé']);
const ADVERTISER: ReadonlySet<string> = new Set(['Advertiser', 'Advertiser link', 'Adverteerderslink', 'Lien de l’annonceur', 'Werbelink']);
const PAID_BY = /^(?:Betaald door|Finanziert von|Financé par|Paid for by) \S/;
const PARTNERSHIP = /^(?:Betaald partnerschap|Bezahlte Werbepartnerschaft|Paid partnership|Partenariat rémunéré)\b/;
/** Where the lines with the platform's own words end: at the menu, the text, another part of the post, a shared post, a comment. */
const BODY =
  '[aria-haspopup="menu"], [data-ad-preview], [data-ad-comet-preview], [data-ad-rendering-role]:not([data-ad-rendering-role="profile_name"]), [role="article"], [role="toolbar"], h4';

export const facebook: Adapter = {
  id: 'facebook',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.facebook.hosts,
  feedPath: /^\/$/,
  unit: 'div[aria-posinset]',
  read(unit) {
    const heading = headingOf(unit);
    const author = heading === null ? null : authorIn(heading);
    if (heading === null || author === null) return null;
    const header = headerOf(unit, heading);
    const ads = adsIn(header, unit);
    return {
      author,
      permalink: header.map((element) => attribute(element, 'href') ?? '').find((each) => PERMALINK.test(each)) ?? null,
      links: [...unit.querySelectorAll('a[href^="http"]')].filter((link) => !inComment(link, unit)).map((link) => attribute(link, 'href')),
      labels: [...ads, ...wordsIn(header, ads.length > 0)],
    };
  },
  chipAfter(unit) {
    const heading = headingOf(unit);
    const last = heading === null || authorIn(heading) === null ? null : lastIn(heading);
    // Within the heading, whose words run on in one line; "follow" behind it takes the place where there is one.
    const line = heading?.closest('[data-ad-rendering-role="profile_name"]') ?? heading;
    return last !== null && line !== null && endsLine(last, line) ? last : null;
  },
};

/** The first heading names who published it; the one of a shared post comes later. */
function headingOf(unit: Element): Element | null {
  // Behind an open post the page keeps its feed; units in a dialog are headed by its title.
  if (isPutAway(unit) || unit.closest('[role="dialog"]') !== null || unit.querySelector(':scope div[aria-posinset] h4') !== null)
    return null;
  const heading = unit.querySelector('h4, [data-ad-rendering-role="profile_name"] :is(h2, h3)');
  return heading === null || isPutAway(heading) || inComment(heading, unit) ? null : heading;
}

/** Null in a group, where the heading names the group and who wrote it stands elsewhere. */
function authorIn(heading: Element): Account | null {
  const link = heading.querySelector('a[role="link"][href]');
  const href = attribute(link, 'href') ?? '';
  const id = NUMBER.exec(href)?.[1] ?? null;
  const handle = id === null ? accountIn(href) : null;
  const name = link === null ? '' : shown(link);
  return (handle === null && id === null) || name === '' ? null : { handle, name, id };
}

function accountIn(href: string): string | null {
  const name = HANDLE.exec(href)?.[1] ?? null;
  return name === null || NO_ACCOUNT.test(name) ? null : name;
}

function inComment(element: Element, unit: Element): boolean {
  const article = element.closest('[role="article"]');
  return article !== null && article !== unit && unit.contains(article);
}

/** The elements between the heading and the body; none where it cannot be told where the body begins. */
function headerOf(unit: Element, heading: Element): Element[] {
  const behind = (one: Element, other: Element): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !one.contains(other);
  const body = [...unit.querySelectorAll(BODY)].find((part) => behind(heading, part));
  if (body === undefined) return [];
  const header: Element[] = [];
  for (const each of unit.querySelectorAll('a, span, div')) {
    if (behind(body, each)) break;
    if (behind(heading, each) && behind(each, body) && !isPutAway(each)) header.push(each);
  }
  return header;
}

/**
 * An ad has its label where others have their time: as a reference to a text elsewhere in the page, as a link that holds one word joiner
 * and nothing else, or in words. A post with a time is none, whatever else stands there.
 */
function adsIn(header: readonly Element[], unit: Element): PostLabel[] {
  const links = header.filter((each) => each.localName === 'a');
  const others = (link: Element | null): boolean => links.every((each) => each === link || !PERMALINK.test(attribute(each, 'href') ?? ''));
  for (const link of links) {
    const slot = AD_SLOT.test(attribute(link, 'href') ?? '#');
    const word = [...referenced(link), ...(slot ? [attribute(link, 'aria-label') ?? '', shown(link)] : [])].find((each) => AD.has(each));
    const unworded = link.textContent?.trim() === '\u2060' || /\/ads\/about\b/.test(attribute(link, 'href') ?? '');
    if ((word !== undefined || unworded) && others(link)) return [{ kind: 'ad', text: word ?? null, by: 'platform' }];
  }
  const word = pieces(header).find((each) => AD.has(each));
  if (word !== undefined && others(null)) return [{ kind: 'ad', text: word, by: 'platform' }];
  const marked = [...unit.querySelectorAll('a[aria-label][href^="http"]')].some(
    (link) =>
      ADVERTISER.has(attribute(link, 'aria-label') ?? '') &&
      !/^https:\/\/(?:www|m|web)\.facebook\.com\//.test(attribute(link, 'href') ?? '') &&
      !inComment(link, unit),
  );
  return marked && others(null) ? [{ kind: 'ad', text: null, by: 'platform' }] : [];
}

function wordsIn(header: readonly Element[], isAd: boolean): PostLabel[] {
  const said = pieces(header);
  const labels: PostLabel[] = [];
  const payer = isAd ? said.find((each) => PAID_BY.test(each)) : undefined;
  if (payer !== undefined) labels.push({ kind: 'political-ad', text: payer, by: 'platform' });
  const partner = header.find((each) => each.matches('a[href*="/business/help/"]') && PARTNERSHIP.test(shown(each)));
  if (partner !== undefined) labels.push({ kind: 'paid-partnership', text: shown(partner), by: 'account' });
  if (said.includes('AI info')) labels.push({ kind: 'ai', text: 'AI info', by: 'platform' });
  return labels;
}

/** The platform's own words, cut at the dots between them. What stands in a link may be somebody's name. */
function pieces(header: readonly Element[]): string[] {
  return header
    .filter((each) => each.localName !== 'a' && each.childElementCount === 0 && each.closest('a, h2, h3, h4') === null)
    .flatMap((leaf) => folded(leaf.textContent ?? '').split(/ ?[·⋅•] ?/))
    .filter((each) => each !== '' && each.length <= 160);
}

/** What `aria-labelledby` or an SVG `use` within a link points at, which lies elsewhere in the page and is mostly hidden. */
function referenced(link: Element): string[] {
  const ids = [link, ...link.querySelectorAll('[aria-labelledby], use')].map(
    (each) => attribute(each, 'aria-labelledby') ?? (attribute(each, 'xlink:href') ?? attribute(each, 'href'))?.replace(/^#/, '') ?? '',
  );
  return ids.map((id) => (/^\S+$/.test(id) ? folded(link.ownerDocument.getElementById(id)?.textContent ?? '') : ''));
}

/** The text of an element without the hidden letters between it. */
function shown(element: Element): string {
  return folded(unhidden(element));
}

function unhidden(element: Element): string {
  if (element.matches('[hidden], [aria-hidden="true"], [style*="display: none"], [style*="display:none"]')) return '';
  return [...element.childNodes]
    .map((node) => (node.nodeType === Node.ELEMENT_NODE ? unhidden(node as Element) : (node.nodeValue ?? '')))
    .join('');
}
