import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { attribute, endsLine, handleIn, isAllShown, isPutAway, text } from './dom';
import { PLATFORMS } from './hosts';

const HANDLE = /^(?:https:\/\/(?:x|twitter)\.com)?\/(\w{1,15})(?:[/?#]|$)/;
const STATUS = /^(?:https:\/\/(?:x|twitter)\.com)?(\/(\w{1,15})\/status\/(\d{1,20}))(?:[/?#]|$)/;
const HOST = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:\/|$)/i;

/** The words of the web client in English, Dutch, German and French. */
const AD =
  /^(?:Ad|Advertentie|Anzeige|Publicités|Promoted|Gesponsert|Sponsorisé|(?:Promoted (?:by|door)|Gesponsert von|Sponsorisé par) .+)$/;
const ISSUE_AD = /^(?:Promoted \(issue\)|Gesponsert \(Streitfrage\)|Sponsorisé \(campagne de sensibilisation\))$/;
const POLITICAL_AD = /^(?:Promoted \((?:political|politiek)\)|Gesponsert \(politisch\)|Sponsorisé \(politique\))$/;
const PARODY = /^(?:Parody account|Parodie-account|Parodie-Account|Compte parodique)$/;
/** Sent by the server with the account; only its English form has been seen. */
const AUTOMATED = /^Automated by @\w{1,15}$/;

const HELP = /^https:\/\/(?:help|support)\.(?:x|twitter)\.com\//;

/** Numbers of posts hold their moment since November 2010: milliseconds since this one, above 22 bits (Twitter's "Snowflake"). */
const EPOCH = 1288834974657n;
const FIRST_TIMED = 29_700_859_247n;

export const x: Adapter = {
  id: 'x',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.x.hosts,
  feedPath: /^\/(?:home|search)\/?$/,
  unit: 'article[data-testid="tweet"]',
  read(unit) {
    const name = nameOf(unit);
    const handle = name === null ? null : handleOf(name);
    if (handle === null || isPutAway(unit)) return null;
    const time = timeOf(unit);
    const isAd = time === null && isInAdBox(unit);
    const own = statusOf(time?.closest('a') ?? (isAd ? adStatusOf(unit) : null), handle);
    return {
      author: { handle, name: text(name?.querySelector('a')) || null },
      published: own === null ? null : attribute(time, 'datetime'),
      publishedFromId: isAd && own !== null ? momentOf(own.id) : null,
      permalink: own?.path ?? null,
      links: linksOf(unit),
      labels: [...(isAd ? [adLabel(unit)] : []), ...accountLabels(unit, handle)],
    };
  },
  chipAfter(unit) {
    const name = nameOf(unit);
    const handle = name === null ? null : handleOf(name);
    return name === null || handle === null ? null : lineEnd(name, handle);
  },
};

function handleOf(name: Element): string | null {
  return handleIn(attribute(name.querySelector('a[href^="/"], a[href^="https://x.com/"]'), 'href'), HANDLE);
}

/**
 * Behind the last link of the account, its handle or the time: in a feed they end the line, and "Ad" and the menu stand at its far end. The
 * boxes within that line are columns, in which a chip would fall below it, so it stands beside the outermost of them.
 */
function lineEnd(name: Element, handle: string): Element | null {
  const own = [...name.querySelectorAll('a[href]')].filter(
    (link) => handleIn(attribute(link, 'href'), HANDLE)?.toLowerCase() === handle.toLowerCase(),
  );
  let end = own.at(-1) ?? null;
  while (end?.parentElement && end.parentElement !== name && end.parentElement.parentElement !== name) end = end.parentElement;
  return end?.parentElement && endsLine(end, end.parentElement) ? end : null;
}

/** The first one; that of a quoted post lies in a box that is a link. */
function nameOf(unit: Element): Element | null {
  return [...unit.querySelectorAll('[data-testid="User-Name"]')].find((name) => isOutside(name, unit)) ?? null;
}

function timeOf(unit: Element): Element | null {
  return [...unit.querySelectorAll('a[href*="/status/"] time[datetime]')].find((time) => isOutside(time, unit)) ?? null;
}

/** Not in the box of a quoted post, which is a link without being one; every real link has that role too. */
function isOutside(element: Element, unit: Element): boolean {
  const box = element.parentElement?.closest('[role="link"]:not(a)') ?? null;
  return box === null || !unit.contains(box) || box === unit;
}

/** An advertisement shows no time: what is left of its address is the link to its figures. */
function adStatusOf(unit: Element): Element | null {
  return [...unit.querySelectorAll('a[href*="/status/"]')].find((link) => isOutside(link, unit)) ?? null;
}

/** The address of a post, if it is of this account. */
function statusOf(link: Element | null, handle: string): { path: string; id: string } | null {
  const [, path, of, id] = STATUS.exec(attribute(link, 'href') ?? '') ?? [];
  if (path === undefined || id === undefined || of?.toLowerCase() !== handle.toLowerCase()) return null;
  return { path, id };
}

function momentOf(id: string): number | null {
  const number = BigInt(id);
  return number < FIRST_TIMED ? null : Number((number >> 22n) + EPOCH);
}

/**
 * An ad is an article *inside* a tracking box that begins with impression pixels. The same attribute inside an article only wraps a video,
 * so the test from within finds the wrong ones. An ad shows no time either.
 */
function isInAdBox(unit: Element): boolean {
  const box = unit.closest('[data-testid="placementTracking"]');
  return box !== null && [...box.children].some((child) => /-impression-pixel$/.test(attribute(child, 'data-testid') ?? ''));
}

function adLabel(unit: Element): PostLabel {
  const said = lines(unit, 'span', 120).find((line) => AD.test(line) || ISSUE_AD.test(line) || POLITICAL_AD.test(line)) ?? null;
  return { kind: said !== null && POLITICAL_AD.test(said) ? 'political-ad' : 'ad', text: said, by: 'platform' };
}

/** What the account declares itself to be: a line of its own at the name, never the name itself. */
function accountLabels(unit: Element, handle: string): PostLabel[] {
  // Most posts have none, and a feed has hundreds.
  if (!/Automated by @|Parod/.test(unit.textContent ?? '')) return [];
  const own = lines(unit, 'div, span, a', 40, handle);
  const automated = own.find((line) => AUTOMATED.test(line));
  const parody = own.find((line) => PARODY.test(line));
  return [
    ...(automated === undefined ? [] : [{ kind: 'automated', text: automated, by: 'account' } as const]),
    ...(parody === undefined ? [] : [{ kind: 'parody', text: parody, by: 'account' } as const]),
  ];
}

/**
 * Short texts that the platform wrote: whatever an account can write (text, card, picture, poll, article, the line of a community) lies
 * in an element with a test id of its own, and a name lies in a link to its account.
 */
function lines(unit: Element, selector: string, longest: number, handle?: string): string[] {
  const name = nameOf(unit);
  const isWritten = (element: Element): boolean => {
    const around = element.closest('[data-testid]');
    if (around !== unit && (around !== name || handle === undefined)) return true;
    if (element.querySelector('[data-testid]:not(svg)') !== null || element.closest('button') !== null) return true;
    const link = element.closest('a');
    if (handle === undefined) return link !== null;
    const links = [...(link === null ? [] : [link]), ...element.querySelectorAll('a')];
    // A link to an account may hold its name, which can be anything; one that holds its handle is the platform's.
    return links.some((each) => {
      const of = HANDLE.exec(attribute(each, 'href') ?? '')?.[1]?.toLowerCase();
      if (of === undefined) return !HELP.test(attribute(each, 'href') ?? '');
      return of === handle.toLowerCase() || text(each).toLowerCase() !== `@${of}`;
    });
  };
  return [...unit.querySelectorAll(selector)]
    .slice(0, 400)
    .filter(
      (element) =>
        (element.textContent?.length ?? 0) <= longest && isOutside(element, unit) && !isWritten(element) && isAllShown(element, unit),
    )
    .map((element) => text(element));
}

/** `t.co` hides where it leads. In a text the link's own words are the address, in a card its description begins with the host. */
function linksOf(unit: Element): (string | null)[] {
  const inText = [...unit.querySelectorAll('[data-testid="tweetText"] a[href^="http"]')].filter((link) => isOutside(link, unit));
  const inCards = [...unit.querySelectorAll('[data-testid="card.wrapper"] a[href^="http"]')].filter((link) => isOutside(link, unit));
  return [...inCards.map(cardTarget), ...inText.map(textTarget)];
}

function isShortened(href: string | null): boolean {
  return href !== null && /^https?:\/\/t\.co\//.test(href);
}

/** An address that is cut off leaves its host; a whole one is kept. */
function textTarget(link: Element): string | null {
  const href = attribute(link, 'href');
  if (!isShortened(href)) return href;
  const shown = text(link);
  const host = HOST.exec(shown)?.[1];
  if (host === undefined) return null;
  return /…$|\.\.\.$/.test(shown) ? `https://${host}/` : `https://${shown.replace(/^https?:\/\//, '')}`;
}

/** "nos.example Title…", which the card must also show as a line: a title alone may say anything. */
function cardTarget(link: Element): string | null {
  const href = attribute(link, 'href');
  if (!isShortened(href)) return href;
  const [first = '', second] = (attribute(link, 'aria-label') ?? '').split(/\s+/);
  const host = second === undefined ? undefined : HOST.exec(first)?.[1];
  if (host === undefined) return null;
  const card = link.closest('[data-testid="card.wrapper"]')?.parentElement ?? link;
  const shown = [...card.querySelectorAll('span, a')].some((line) => {
    const said = line.childElementCount === 0 ? text(line) : '';
    return said === host || (line.localName === 'a' && said.endsWith(` ${host}`));
  });
  return shown ? `https://${host}/` : null;
}
