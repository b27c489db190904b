import type { AuthorMark, Piece, Prop, Sketch } from '../core/read/sketch';
import { MAX_TEXT, plain } from '../core/read/text';
import { query, startOf } from './bounded';
import { findHeadline } from './headline';
import { type Scan, scan } from './scan';
import { timeMarks } from './time-marks';
import { firstBehind, type Place, pieceOf, piecesWithin, type StandingOf, standings, tagOf, zoneOf } from './zone';

/** How much text behind and before a headline belongs to the header of an article, in characters. */
const AFTER = 1_600;
const BEFORE = 350;
/** How much text of the page is gone through when the code names no date, in characters. */
const WIDER = 20_000;

/**
 * Sketches one page: reads what it declares and the text at its headline. Changes nothing and forces no layout. Never throws: null
 * when the page cannot be read, which is not the same as a page that says nothing.
 */
export function sketchPage(document: Document, url: string): Sketch | null {
  try {
    return sketch(document, url);
  } catch {
    // A page can shadow properties of its own elements (`<input name="getAttribute">`) in ways nobody foresees.
    return null;
  }
}

/** Of one paragraph no more than this is looked at, in characters. */
const MAX_PARAGRAPH = 20_000;
/** Of a date as written, in characters. */
const SHORT = 80;

const NO_TEXT = { pieces: [], lines: [] };

function sketch(document: Document, url: string): Sketch {
  const found = scan(document);
  const headline = findHeadline(document, found.headings, declaredTitles(found));
  const anchor = headline?.element ?? null;
  const root = document.body ?? document.documentElement;
  const standingOf = standings(document, anchor);
  const after = anchor ? zoneOf(root, anchor, AFTER, true, standingOf) : null;
  const before = anchor ? zoneOf(root, anchor, BEFORE, false, standingOf) : null;
  const body = saysWhen(found) || document.body === null ? null : piecesWithin(document.body, anchor, WIDER, standingOf);
  const header = [...(after?.nodes ?? []), ...(before?.nodes ?? [])];
  return {
    sketch: 1,
    url,
    status: statusOf(document),
    title: plain(document.title),
    lang: (document.documentElement.getAttribute('lang') ?? '').slice(0, 80),
    canonical: found.canonical,
    metas: found.metas,
    jsonLd: found.jsonLd,
    headline: headline ? { text: headline.text, tag: tagOf(headline.element) } : null,
    after: after?.zone ?? NO_TEXT,
    before: before?.zone ?? NO_TEXT,
    props: dateProps(found, anchor, standingOf),
    times: timeMarks(found.times, { anchor, after, body, standingOf }),
    authors: authorMarks(found, header, standingOf),
    edges: edgesOf(found, anchor, standingOf),
    more: saysWhen(found) ? null : searchWider(document, anchor, body, standingOf),
  };
}

/** The status with which the site answered, where the browser tells it. */
function statusOf(document: Document): number | null {
  const [navigation] = document.defaultView?.performance?.getEntriesByType?.('navigation') ?? [];
  const status: unknown = navigation === undefined ? null : (navigation as { responseStatus?: unknown }).responseStatus;
  return typeof status === 'number' && status > 0 ? status : null;
}

function declaredTitles(found: Scan): string[] {
  const title = (name: string): string =>
    plain(found.metas.find((meta) => meta.name.toLowerCase() === name && meta.content.trim() !== '')?.content);
  const titles = [title('og:title') || title('twitter:title')];
  for (const block of found.jsonLd.slice(0, 10)) {
    for (const match of block.slice(0, 200_000).matchAll(/"headline"\s*:\s*"((?:[^"\\]|\\.){3,300})"/g)) {
      if (titles.length > 30) break;
      titles.push(
        plain(
          (match[1] ?? '')
            .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
            .replace(/\\(.)/g, '$1'),
        ),
      );
    }
  }
  return titles.filter((title) => title !== '');
}

function dateProps({ props }: Scan, anchor: Element | null, standingOf: StandingOf): Prop[] {
  return props.flatMap((element): Prop[] => {
    const itemprop = element.getAttribute('itemprop');
    const name = (itemprop ?? element.getAttribute('property') ?? '').slice(0, 80);
    if (!/date/i.test(name)) return [];
    const scope = element.closest('[itemscope],[typeof]');
    const own = scope !== null && !/^(?:body|html)$/.test(scope.localName);
    return [
      {
        ...standingOf(element),
        name,
        rdfa: itemprop === null,
        value: (element.getAttribute('content') || element.getAttribute('datetime') || plain(startOf(element, SHORT * 8), SHORT)).slice(
          0,
          SHORT,
        ),
        type: (scope?.getAttribute('itemtype') ?? scope?.getAttribute('typeof') ?? '').slice(0, 200),
        scope: anchor && scope?.contains(anchor) ? 'headline' : anchor && own ? 'other' : 'page',
      },
    ];
  });
}

function authorMarks(found: Scan, header: readonly Node[], standingOf: StandingOf): AuthorMark[] {
  const mark =
    (kind: AuthorMark['kind']) =>
    (element: Element): AuthorMark[] => {
      if (element.closest('[itemtype*="omment"],[itemprop="comment"]')) return [];
      const named = element.querySelector('[itemprop="name"]') ?? element;
      const text = named.getAttribute('content') ?? startOf(named, 161);
      return text.length > 160
        ? []
        : [
            {
              ...standingOf(element.parentElement ?? element),
              kind,
              text,
              inHeader: header.some((node) => element.contains(node)),
            },
          ];
    };
  const props = found.props.filter((element) =>
    /(^|[\s:])(?:author|creator)($|\s)/i.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''),
  );
  return [...props.slice(0, 20).flatMap(mark('microdata')), ...found.relAuthors.slice(0, 20).flatMap(mark('link'))];
}

/** The first and last paragraphs of the article's text: where credits, datelines and notes stand. */
function edgesOf(found: Scan, anchor: Element | null, standingOf: StandingOf): string[] {
  const body = found.props.find((element) => /(^|\s)articleBody(\s|$)/.test(element.getAttribute('itemprop') ?? ''));
  const within = body ?? anchor?.closest('article,main,[role="main"]');
  const all = within?.getElementsByTagName('p');
  if (!all) return [];
  const edges: string[] = [];
  for (let i = 0; i < all.length; i = i === 3 ? Math.max(4, all.length - 8) : i + 1) {
    const p = all[i];
    const text = startOf(p, MAX_PARAGRAPH).trim();
    if (!p || text === '') continue;
    const { less, named } = standingOf(p);
    if (less === 0 && !named) edges.push(text.length > 600 ? `${text.slice(0, 300)} … ${text.slice(-200)}` : text);
  }
  return edges;
}

/** True when the code names a day of publication, so that no wider search is needed. */
function saysWhen(found: Scan): boolean {
  return (
    found.jsonLd.some((block) => /"(?:datePublished|uploadDate)"/.test(block)) ||
    found.metas.some(
      ({ name, content }) => /publi.*(?:time|date|ed$)|(?:time|date).*publi|issued|pub_?-?date/i.test(name) && /\d{4}/.test(content),
    ) ||
    found.props.some((element) => /datePublished/i.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''))
  );
}

const NAMED =
  '[class*="date"],[class*="Date"],[id*="date"],[class*="publish"],[class*="meta"],[class*="datum"],[class*="byline"],[class*="posted"],[class*="info"]';
const NO_LABEL = /^(?:body|html|head|script|style|input|main|section|article)$/;
const VARIABLE =
  /"(datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|firstPublished\w{0,4}|publishTime|pubDate)\\?"\s*:\s*\\?"?([^",}\\]{8,40})/g;

/** Elements named after a date, the text of the page, variables of its scripts. */
function searchWider(document: Document, anchor: Element | null, body: Place | null, standingOf: StandingOf): NonNullable<Sketch['more']> {
  const named: Piece[] = [];
  const elements = query(document, NAMED);
  for (let i = 0; i < Math.min(elements.length, 80); i++) {
    const element = elements[i];
    if (!element || NO_LABEL.test(element.localName)) continue;
    const text = piecesWithin(element, anchor, 160, standingOf)
      .pieces.map((piece) => piece.text)
      .join(' ');
    if (text.length >= MAX_TEXT || !/\d/.test(text)) continue;
    named.push(pieceOf(element, text, standingOf(element), { under: body?.pieces[firstBehind(body.nodes, element)]?.under }));
  }
  const variables: [string, string][] = [];
  for (let i = 0; i < Math.min(document.scripts.length, 60); i++) {
    const text = document.scripts[i]?.textContent ?? '';
    if (text.length < 20 || text.length > 300_000) continue;
    for (const match of text.matchAll(VARIABLE)) if (variables.length < 50) variables.push([match[1] ?? '', match[2] ?? '']);
  }
  return { named, body: body?.pieces ?? [], variables };
}
