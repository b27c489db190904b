import { unwrap } from '../core/carriers';
import type { PostLabel } from '../core/post';
import { isPutAway, text } from './dom';

/**
 * The address that a link of a results page carries, carriers opened by syntax. Null where it is no address of the web.
 *
 * @param engine any address of the search engine, for relative links
 */
export function addressIn(href: string | null, engine: string): URL | null {
  if (href === null || href.length > 8_000 || !URL.canParse(href, engine)) return null;
  const opened = new URL(unwrap(new URL(href, engine).href));
  return /^https?:$/.test(opened.protocol) ? opened : null;
}

const WHOLE = /^https?:\/\/((?:[\p{L}\p{N}-]+\.)+[\p{L}][\p{L}\p{N}-]+)(?=\/|\s*›|\s*$)/iu;
const BARE = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+[\p{L}][\p{L}\p{N}-]+)(?=\/|\s*›|\s*$)/iu;

/**
 * Where a link hides its target, the address that the result shows: "https://krant.example › binnenland". Only the host is taken, for
 * the rest is a trail and no path. Null for any other text, such as "570+ comments".
 *
 * @param bare whether this engine writes a host without `https://`
 */
export function shownAddress(element: Element | null | undefined, bare: boolean): string | null {
  const host = (bare ? BARE : WHOLE).exec(text(element))?.[1] ?? null;
  if (host === null || !URL.canParse(`https://${host}/`)) return null;
  return `https://${host}/`;
}

/** A host in an attribute or parameter made for it: "krant.example". */
export function hostAddress(host: string | null): string | null {
  return host !== null && /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/i.test(host) ? `https://${host.toLowerCase()}/` : null;
}

/** The mark of an advertisement, with its words where the page has them in a place of their own. */
export function adLabel(mark: Element | null | undefined): PostLabel {
  const said = mark == null || isPutAway(mark) ? '' : text(mark);
  return { kind: 'ad', text: said !== '' && said.length <= 40 ? said : null, by: 'platform' };
}

/**
 * Folded away inside its list. An open dialog marks the whole page `aria-hidden` though it stays in view, so that mark counts only within
 * the list of results.
 */
export function isFolded(unit: Element, list: string): boolean {
  if (unit.closest('[hidden], template, [style*="display:none"], [style*="display: none"]') !== null) return true;
  const box = unit.closest('[aria-hidden="true"]');
  const root = unit.closest(list);
  return box !== null && (root === null || root.contains(box));
}

/** Behind a text that may lie in a link: behind that link, as long as it is part of the unit and of no heading. */
export function behind(element: Element | null | undefined, unit: Element): Element | null {
  const end = element?.closest('a') ?? element ?? null;
  return end === null || end === unit || !unit.contains(end) || end.closest('h1, h2, h3, h4, [role="heading"]') !== null ? null : end;
}
