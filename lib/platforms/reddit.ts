import type { PostLabel } from '../core/post';
import type { Adapter, RawPost } from './adapter';
import { attribute, endsLine, handleIn, isPutAway, lastIn, leafWith } from './dom';
import { PLATFORMS } from './hosts';

const AD = 'shreddit-ad-post, shreddit-comments-page-ad';
const POST = 'shreddit-post';
/** Posts and search results of the old site; `t1_` are comments, `t5_` communities. */
const OLD = '[data-fullname^="t3_"]';
const USER = /^(?:https:\/\/(?:www|old|new|sh)\.reddit\.com)?\/u(?:ser)?\/([\w-]{1,40})(?:[/?#]|$)/;
const NAME = /^[\w-]{1,40}$/;
const COMMENTS = /^(?:https:\/\/(?:www|old|new|sh)\.reddit\.com)?\/(?:r|user)\/[^/]+\/comments\//;
const AD_WORDS = new Set(['promoted', 'advertisement', 'werbung']);

export const reddit: Adapter = {
  id: 'reddit',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.reddit.hosts,
  feedPath: /^\/(?:r\/(?:all|popular)\/?)?$/,
  unit: `${POST}, ${AD}, ${OLD}`,
  read(unit) {
    if (isPutAway(unit) || isAside(unit)) return null;
    return unit.matches(OLD) ? oldPost(unit) : newPost(unit);
  },
  chipAfter(unit) {
    if (isPutAway(unit) || isAside(unit)) return null;
    return unit.matches(OLD) ? oldLineEnd(unit) : newLineEnd(unit);
  },
};

/** The old site says "by somebody to r/something" in one line: it stands behind all of it. */
function oldLineEnd(unit: Element): Element | null {
  const author = [...unit.querySelectorAll('a.author')].find((link) => USER.test(attribute(link, 'href') ?? ''));
  const line = author?.closest('.tagline, .search-result-meta') ?? null;
  const last = line === null || !unit.contains(line) ? null : lastIn(line);
  return last !== null && line !== null && endsLine(last, line) ? last : null;
}

/**
 * The row with the time, after which why the post is shown may follow; it stands behind all of that. The menu is in a row of its own at the
 * far end. Without a time, behind the author where that ends the line.
 */
function newLineEnd(unit: Element): Element | null {
  const line = unit.querySelector(':scope > [slot="credit-bar"]');
  const time = line?.querySelector('faceplate-timeago') ?? null;
  const author = [...(line?.querySelectorAll('a[href]') ?? [])].find((link) => USER.test(attribute(link, 'href') ?? '')) ?? null;
  const row = time?.parentElement ?? null;
  const end = row === null || row === line ? (time ?? author) : lastIn(row);
  const inLink = end?.parentElement?.closest('a, button') ?? null;
  return end !== null && inLink === null && endsLine(end, row ?? line ?? end) ? end : null;
}

/** A post in a post is shared by it; beside the page recent posts are listed in the same elements. */
function isAside(unit: Element): boolean {
  const parent = unit.parentElement;
  if (parent?.closest(`${POST}, ${AD}, ${OLD}, aside, recent-posts`)) return true;
  const article = parent?.closest('article') ?? null;
  return article !== null && attribute(article, 'data-post-id') === null;
}

/** Everything is an attribute. The time is written "2026-08-31T14:25:05.266000+0000". */
function newPost(unit: Element): RawPost | null {
  const isAd = unit.matches(AD) || (unit.hasAttribute('promoted') && unit.getAttribute('promoted') !== 'false');
  const permalink = attribute(unit, 'permalink');
  if (!isAd && (permalink === null || !COMMENTS.test(permalink))) return null;
  return {
    author: authorOf(attribute(unit, 'author')),
    published: attribute(unit, 'created-timestamp'),
    permalink,
    links: [
      attribute(unit, 'content-href'),
      ...[...unit.querySelectorAll('[slot="text-body"] a[href^="http"]')].map((link) => attribute(link, 'href')),
    ],
    labels: isAd ? [adLabel(unit)] : [],
  };
}

function oldPost(unit: Element): RawPost | null {
  const outside = [...unit.querySelectorAll('a[href]')].filter((link) => link.closest('.md') === null);
  const hrefs = outside.map((link) => attribute(link, 'href'));
  const isAd = attribute(unit, 'data-promoted') === 'true';
  const permalink = attribute(unit, 'data-permalink') ?? hrefs.find((href) => href !== null && COMMENTS.test(href)) ?? null;
  if (permalink === null && !isAd) return null;
  const linked = hrefs.map((href) => handleIn(href, USER)).find((name) => name !== null) ?? null;
  const at = Number(attribute(unit, 'data-timestamp') ?? Number.NaN);
  return {
    author: authorOf(attribute(unit, 'data-author') ?? linked),
    published:
      Number.isSafeInteger(at) && at > 0 && at < 1e13 ? new Date(at).toISOString() : attribute(unit.querySelector('time'), 'datetime'),
    permalink,
    links: [
      attribute(unit, 'data-url') ?? attribute(unit.querySelector('a.search-link'), 'href'),
      ...[...unit.querySelectorAll('.md a[href^="http"]')].map((link) => attribute(link, 'href')),
    ],
    labels: isAd ? [adLabel(unit)] : [],
  };
}

function authorOf(name: string | null): { handle: string } | null {
  return name !== null && NAME.test(name) ? { handle: name } : null;
}

/** That it is one, the element itself says; the word is quoted where it stands by itself. */
function adLabel(unit: Element): PostLabel {
  return { kind: 'ad', text: leafWith(unit, 'span', AD_WORDS), by: 'platform' };
}
