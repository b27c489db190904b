/** Where notices of political advertising stand. Data of the register, plain enough to hand to a script in a page. */
export interface NoticeAddress {
  /** Whose notices: the first half of their ids. */
  scheme: string;
  /** Lower case, without `www.`. */
  host: string;
  /**
   * Whole segments: `{id}` is the number of the notice, `{ID}` one of capitals and figures (at least one), `{any}` any other segment. Without
   * a number the page has many notices, or is about them: seeing a link to it says nothing about any advertisement.
   */
  path: string;
}

export interface NoticeAt {
  scheme: string;
  /** Null on a page that has many. */
  id: string | null;
}

const SEGMENT = /^[\w.~-]{1,100}$/;
const CAPITALS = /^(?=.*\d)[A-Z0-9]{3,40}$/;
const PLACES: ReadonlySet<string> = new Set(['{id}', '{ID}', '{any}']);

/**
 * Which notice an address is of, by host and path alone; null when it is none of these. An address about notices, such as an
 * article, is none: every segment has to fit, and nothing may follow.
 */
export function noticeAt(address: string, known: readonly NoticeAddress[]): NoticeAt | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  const segments = segmentsOf(url.pathname);
  for (const { scheme, host: wanted, path } of known) {
    if (wanted !== host) continue;
    const id = idIn(segments, segmentsOf(path));
    if (id !== undefined) return { scheme, id };
  }
  return null;
}

/** The key under which the register has a notice, `scheme/id`; null when the address is of no single notice. */
export function noticeKey(address: string, known: readonly NoticeAddress[]): string | null {
  const found = noticeAt(address, known);
  return found === null || found.id === null ? null : `${found.scheme}/${found.id}`;
}

/** Whether a path can be used as data: whole segments, at most one `{id}`, nothing that would match everything. */
export function isNoticePath(path: string): boolean {
  const segments = segmentsOf(path);
  const named = segments.filter((segment) => !PLACES.has(segment));
  return (
    path === `/${segments.join('/')}` &&
    segments.length > 0 &&
    segments.filter((segment) => isId(segment)).length <= 1 &&
    named.every((segment) => SEGMENT.test(segment)) &&
    (named.length > 0 || segments.some(isId))
  );
}

/** Undefined when it does not fit. */
function idIn(segments: readonly string[], wanted: readonly string[]): string | null | undefined {
  if (segments.length !== wanted.length) return undefined;
  let id: string | null = null;
  for (const [at, want] of wanted.entries()) {
    const given = segments[at] ?? '';
    if (PLACES.has(want)) {
      if (!(want === '{ID}' ? CAPITALS : SEGMENT).test(given)) return undefined;
      if (isId(want)) id = given;
    } else if (want.toLowerCase() !== given.toLowerCase()) return undefined;
  }
  return id;
}

function isId(segment: string): boolean {
  return segment === '{id}' || segment === '{ID}';
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
