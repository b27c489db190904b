import type { PostLabel } from '../core/post';
import type { Adapter, RawPost } from './adapter';
import { attribute, endsLine, folded, isPutAway, lastIn, text } from './dom';
import { PLATFORMS } from './hosts';

const AD =
  'ytd-ad-slot-renderer, ytd-in-feed-ad-layout-renderer, ytd-display-ad-renderer, ytd-promoted-video-renderer, ' +
  'ytd-promoted-sparkles-web-renderer, ytd-search-pyv-renderer, ytd-carousel-ad-renderer';
const ITEM = 'ytd-rich-grid-media, ytd-video-renderer, ytd-compact-video-renderer, ytd-grid-video-renderer, yt-lockup-view-model';
const WATCH = 'ytd-watch-flexy[video-id]';
const CHANNEL = /^(?:https:\/\/www\.youtube\.com)?\/(?:@([^/?#]{1,100})|channel\/(UC[\w-]{22})|((?:c|user)\/[^/?#]{1,100}))(?:[/?#]|$)/;
const SITE = 'https://www.youtube.com';
const VIDEO = /^(?:https:\/\/www\.youtube\.com)?(\/watch\?v=[\w-]{11}|\/shorts\/[\w-]{11})(?:[&?#]|$)/;
/** Help pages about "made with AI" and, before it, "altered or synthetic". A third one is about voices that were dubbed: no such mark. */
const AI_HELP = /^(?:https?:)?\/\/support\.google\.com\/youtube\/answer\/(?:15447836|14328491)(?:[/?#]|$)/;
const AI_BADGE = /^AI: (?:Content was made with AI|Altered or synthetic content)/;
/** Links to an encyclopedia that YouTube itself adds beneath a video. */
const CONTEXT = /^https:\/\/[a-z-]+\.(?:m\.)?wikipedia\.org\/.*[?&]wprov=yicw1(?:[&#]|$)/;
const ARTICLES = new Set(['the', 'die', 'der', 'das', 'les', 'los', 'las', 'het']);

export const youtube: Adapter = {
  id: 'youtube',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.youtube.hosts,
  feedPath: /^\/(?:results|watch)$/,
  unit: `${WATCH}, ${ITEM}, ${AD}`,
  read(unit) {
    if (isPutAway(unit) || unit.parentElement?.closest(`${ITEM}, ${AD}`)) return null;
    if (unit.matches(WATCH)) return watched(unit);
    return unit.matches(AD) ? advertised(unit) : listed(unit);
  },
  chipAfter(unit) {
    const line = channelOf(unit)?.line ?? null;
    return line === null || line.parentElement?.closest('a, button, h1, h2, h3') ? null : lineEnd(line);
  },
};

/**
 * Behind the mark that may follow a channel's name, inside the row that holds both: the boxes around are columns, in which a chip would fall
 * on the line below. In the newer lists the row may go on with views and age: behind all of it.
 */
function lineEnd(line: Element): Element | null {
  const row = line.localName === 'ytd-channel-name' ? line : line.closest('yt-content-metadata-view-model > *');
  const last = row === null ? null : lastIn(row);
  return row !== null && last !== null && row !== last && endsLine(last, row) ? last : null;
}

/** The page of one video. Old pages stay in the document, and a page may still hold what belongs to the last one. */
function watched(unit: Element): RawPost | null {
  const id = attribute(unit, 'video-id');
  const channel = channelOf(unit);
  if (id === null || channel === null || !isShown(unit, id)) return null;
  return {
    author: channel.author,
    published: dateOf(unit, id),
    permalink: `${SITE}/watch?v=${id}`,
    links: [
      ...unit.querySelectorAll('ytd-watch-metadata a[href*="/redirect?"], ytd-video-secondary-info-renderer a[href*="/redirect?"]'),
    ].flatMap((link) => (isPutAway(link) ? [] : [attribute(link, 'href')])),
    labels: [...madeLabels(unit), ...publisherLabels(unit, channel.author.name)],
  };
}

function isShown(unit: Element, id: string): boolean {
  const pages = [...(unit.parentElement?.children ?? [])];
  if (pages.some((page) => /^ytd-(?:browse|search|shorts)$/.test(page.localName) && !page.hasAttribute('hidden'))) return false;
  const { hostname, searchParams } = new URL(unit.ownerDocument.URL);
  return !/(?:^|\.)youtube\.com$/.test(hostname) || searchParams.get('v') === id;
}

function listed(unit: Element): RawPost | null {
  const links = [...unit.querySelectorAll('a[href]')].map((link) => attribute(link, 'href') ?? '');
  const video = links.find((href) => VIDEO.test(href));
  const channel = channelOf(unit);
  // A list of videos leads to the first of them.
  if (video === undefined || channel === null || (unit.localName === 'yt-lockup-view-model' && /[?&]list=/.test(video))) return null;
  const ai = [...unit.querySelectorAll('badge-shape[aria-label]')].find((badge) => AI_BADGE.test(attribute(badge, 'aria-label') ?? ''));
  return {
    author: channel.author,
    permalink: `${SITE}${VIDEO.exec(video)?.[1] ?? ''}`,
    labels: ai === undefined || isPutAway(ai) ? [] : [{ kind: 'ai', text: shownText(ai) ?? attribute(ai, 'aria-label'), by: 'platform' }],
  };
}

/** An ad is an element of its own kind, whatever the language. It names a channel or, for a site, an advertiser. */
function advertised(unit: Element): RawPost {
  const badge = [...unit.querySelectorAll('[class*="badge-style-type-ad"], ad-badge-view-model')].find((each) => !isPutAway(each));
  const name = text(
    unit.querySelector('ytd-display-ad-renderer #secondary-text') ??
      (unit.localName === 'ytd-display-ad-renderer' ? unit.querySelector('#secondary-text') : null),
  );
  return {
    author: channelOf(unit)?.author ?? (name === '' ? null : { handle: null, name, id: null }),
    links: [...unit.querySelectorAll('a[href*="adurl="]')].map((link) => {
      const href = attribute(link, 'href') ?? '';
      return URL.canParse(href) ? new URL(href).searchParams.get('adurl') : null;
    }),
    labels: [{ kind: 'ad', text: shownText(badge ?? null), by: 'platform' }],
  };
}

interface Channel {
  author: { handle: string | null; name: string | null; id: string | null };
  line: Element;
}

/**
 * Of the video, not of those beside it: on its own page the owner, in a list the first channel that is shown. In an ad the name is a link
 * within a link, which a page that was saved and opened again has apart: there any link to a channel counts.
 */
function channelOf(unit: Element): Channel | null {
  const inList = unit.matches(AD) ? 'ytd-channel-name, a[href]' : 'ytd-channel-name, yt-lockup-metadata-view-model a[href]';
  const names = unit.matches(WATCH) ? 'ytd-video-owner-renderer ytd-channel-name' : inList;
  for (const line of unit.querySelectorAll(names)) {
    const link = line.localName === 'a' ? line : line.querySelector('a[href]');
    const found = CHANNEL.exec(attribute(link, 'href') ?? '');
    if (isPutAway(line) || (line.localName === 'a' && found === null)) continue;
    const name = text(link ?? line.querySelector('yt-formatted-string')) || null;
    if (name === null) continue;
    return { author: { handle: found?.[1] ?? found?.[3] ?? null, name, id: found?.[2] ?? null }, line };
  }
  return null;
}

/** As the page declares it for this very video; what it declares for another one is left over. */
function dateOf(unit: Element, id: string): string | null {
  const marks = unit.ownerDocument.querySelectorAll('meta[itemprop="identifier"], meta[itemprop="videoId"]');
  const item = [...marks].find((mark) => attribute(mark, 'content') === id)?.closest('[itemscope]');
  const declared = attribute(item?.querySelector('meta[itemprop="datePublished"]'), 'content');
  if (declared !== null) return declared;
  const data = unit.querySelector('ytd-player-microformat-renderer script[type="application/ld+json"]')?.textContent ?? '';
  try {
    const { embedUrl, uploadDate } = JSON.parse(data) as { embedUrl?: unknown; uploadDate?: unknown };
    const of = typeof embedUrl === 'string' ? /\/embed\/([\w-]{11})(?:[/?#]|$)/.exec(embedUrl)?.[1] : undefined;
    return of === id && typeof uploadDate === 'string' ? uploadDate : null;
  } catch {
    // Not filled yet.
    return null;
  }
}

/** The words in an element that are not put away; null when there are none. */
function shownText(element: Element | null): string | null {
  if (element === null) return null;
  const leaves =
    element.childElementCount === 0 ? [element] : [...element.querySelectorAll('*')].filter((each) => each.childElementCount === 0);
  return (
    folded(
      leaves
        .filter((leaf) => !isPutAway(leaf))
        .map((leaf) => leaf.textContent ?? '')
        .join(' '),
    ) || null
  );
}

/** "How this was made": what it is about is told by the help page it links to, in every language. */
function madeLabels(unit: Element): PostLabel[] {
  const section = [...unit.querySelectorAll('ytd-watch-metadata how-this-was-made-section-view-model')].find(
    (each) => !isPutAway(each) && [...each.querySelectorAll('a[href]')].some((link) => AI_HELP.test(attribute(link, 'href') ?? '')),
  );
  if (section === undefined) return [];
  return [{ kind: 'ai', text: shownText(section.querySelector('[class*="BodyHeader"]')), by: 'platform' }];
}

/**
 * The note about the publisher, as YouTube words it. The same box holds notes about a subject: it is one about the publisher only if one of
 * its first words is in the channel's name.
 */
function publisherLabels(unit: Element, name: string | null): PostLabel[] {
  const panel = [...unit.querySelectorAll('#clarify-box ytd-info-panel-content-renderer')].find(
    (each) => !isPutAway(each) && [...each.querySelectorAll('a[href]')].some((link) => CONTEXT.test(attribute(link, 'href') ?? '')),
  );
  const said = text(
    [...(panel?.querySelectorAll('yt-formatted-string') ?? [])].find(
      (line) => /\s\S+\s/.test(text(line)) && line.closest('a') === null && !isPutAway(line),
    ),
  );
  const named = folded(name ?? '').toLowerCase();
  const first = said
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 3);
  if (!first.some((word) => word.length > 2 && !ARTICLES.has(word) && named.includes(word))) return [];
  return [{ kind: 'publisher-context', text: said, by: 'platform' }];
}
