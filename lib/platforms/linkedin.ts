import type { PostLabel } from '../core/post';
import type { Adapter } from './adapter';
import { attribute, endsLine, folded, handleIn, isHiddenIn, isPutAway, lastIn, text } from './dom';
import { PLATFORMS } from './hosts';

const ITEM = '[role="listitem"]';
/** A company and a person may have the same name in their address, so the kind belongs to the handle. */
const HANDLE = /^(?:https:\/\/(?:[a-z]{2,3}|www)\.linkedin\.com)?\/((?:company|in|school|showcase)\/[^/?#]{1,100})(?:[/?#]|$)/;
const PROFILE = 'a[href*="/company/"], a[href*="/in/"], a[href*="/school/"], a[href*="/showcase/"]';
const BODY = '[data-testid="expandable-text-box"]';
const AD: ReadonlySet<string> = new Set(['Anzeige', 'Gepromoot', 'Gesponsert', 'Post sponsorisé', 'Promoted', 'Sponsored']);
const AD_MARK = '[componentkey*="urn:li:sponsoredContentV2"], [data-sponsored-tracking-url]';

export const linkedin: Adapter = {
  id: 'linkedin',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.linkedin.hosts,
  feedPath: /^\/feed\/?$/,
  unit: `[data-testid="mainFeed"] ${ITEM}`,
  read(unit) {
    const found = authorOf(unit);
    if (found === null) return null;
    return {
      author: { handle: found.handle, name: text(found.name) },
      links: [...unit.querySelectorAll('a[href^="http"]')].filter((link) => !isComment(link)).map((link) => attribute(link, 'href')),
      labels: labelsOf(unit, found),
    };
  },
  chipAfter(unit) {
    const found = authorOf(unit);
    // The name lies in a link that fills its line. The line below the name that is in no link, with the time or "Promoted", ends the
    // author's block.
    const line = found === null ? null : lastLineOf(found);
    const end = line === null || line.closest('a, button') !== null ? null : lastIn(line);
    return end !== null && line !== null && endsLine(end, line) ? end : null;
  },
};

interface Author {
  block: Element;
  handle: string;
  name: Element;
}

/**
 * A post is a row of blocks behind a heading for screen readers. The line "X likes this" comes first and looks like an author's: it is
 * told apart by the menu's label, which names the author in any language, or else by the rule that follows that line.
 */
function authorOf(unit: Element): Author | null {
  if (isPutAway(unit) || unit.parentElement?.closest(ITEM)) return null;
  const heading = unit.querySelector('h2');
  const blocks = [...(heading?.parentElement?.children ?? [])].slice(0, 12);
  const authors = blocks.map((block) => authorIn(block)).filter((each) => each !== null);
  const menu = blocks.map((block) => menuOf(block)).find((each) => each !== null) ?? null;
  const label = attribute(menu, 'aria-label');
  if (label !== null) return authors.filter(({ name }) => holds(label, text(name))).sort(byLength)[0] ?? null;
  const line = blocks.find((block) => menu !== null && block.contains(menu));
  const rule = line?.nextElementSibling ?? null;
  if (rule?.localName === 'hr') return authors.find(({ block }) => block === rule.nextElementSibling) ?? null;
  const [only] = authors;
  return only !== undefined && authors.length === 1 && only.block === line ? only : null;
}

/** As whole words: "Ann" is not in "Anna". */
function holds(label: string, name: string): boolean {
  return ` ${folded(label)} `
    .split(/[\s:,«»"“”]+/)
    .join(' ')
    .includes(` ${name.split(/[\s:,«»"“”]+/).join(' ')} `);
}

function byLength(one: Author, other: Author): number {
  return text(other.name).length - text(one.name).length;
}

/** A picture that links to an account, and that account's name in the first line of words. */
function authorIn(block: Element): Author | null {
  const picture = [...block.querySelectorAll(PROFILE)].find((link) => link.querySelector('figure') !== null) ?? null;
  const handle = handleIn(attribute(picture, 'href'), HANDLE);
  const name = [...block.querySelectorAll('p')].find((line) => text(line) !== '') ?? null;
  const link = name?.closest('a') ?? null;
  if (picture === null || handle === null || name === null || isComment(picture)) return null;
  if (picture.closest(BODY) !== null || name.closest(BODY) !== null) return null;
  return link !== null && handleIn(attribute(link, 'href'), HANDLE) !== handle ? null : { block, handle, name };
}

/** The icon of the menu "…" has the same number in every language; pages without such numbers say it in the label only. */
function menuOf(block: Element): Element | null {
  return (
    block.querySelector('svg[data-token-id="383"]')?.closest('button') ??
    block.querySelector('button[aria-label^="Open control menu for post by "]')
  );
}

function isComment(element: Element): boolean {
  return element.closest('[data-testid*="commentList"]') !== null;
}

/** An ad says so where others have their time: in the last line of the author's block, before the text. */
function labelsOf(unit: Element, author: Author): PostLabel[] {
  const last = lastLineOf(author);
  const said = last === null || last.closest('button') !== null ? '' : text(last);
  const leaf = last?.querySelector('[hidden], [aria-hidden="true"]') ?? null;
  const word = AD.has(said) && leaf === null ? said : null;
  const marked = unit.matches(AD_MARK) || unit.querySelector(AD_MARK) !== null;
  return word !== null || marked ? [{ kind: 'ad', text: word, by: 'platform' }] : [];
}

function lastLineOf({ block, name }: Author): Element | null {
  const lines = [...block.querySelectorAll('p')];
  const last = lines.findLast(
    (line) => text(line) !== '' && line.closest(BODY) === null && line.querySelector(BODY) === null && !isHiddenIn(line, block),
  );
  return last === undefined || last === name ? null : last;
}
