/**
 * A carrier brings somebody else's page under its own address: an AMP copy, an archive, a link that forwards. Everything
 * here goes by the syntax of the address alone; nothing is fetched, and a short link that hides its target stays as it is.
 */

const MAX_DEPTH = 3;
const MAX_LENGTH = 8192;

type Opener = (url: URL, host: string) => string | null;

const GOOGLE = /^(?:[a-z0-9-]+\.)*google\.(?:com?\.)?[a-z]{2,3}$/;

const parameter =
  (...names: string[]): Opener =>
  (url) => {
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value !== null && isWeb(value)) return value;
    }
    return null;
  };

/** `/amp/s/host/path`: the `s` stands for https. */
function ampTarget(segments: string): string | null {
  const match = /^(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(segments);
  if (!match) return null;
  return `${match[1] ? 'https' : 'http'}://${match[2]}${match[3] ?? '/'}`;
}

const ampCache: Opener = (url) => {
  const match = /^\/(?:[cvri]|ii?|wp)\/(.+)$/.exec(url.pathname);
  return match?.[1] ? ampTarget(match[1]) : null;
};

const google: Opener = (url) => {
  if (url.pathname === '/url') return parameter('url', 'q')(url, url.hostname);
  const amp = /^\/amp\/(.+)$/.exec(url.pathname);
  if (amp?.[1]) return ampTarget(amp[1]);
  return null;
};

/** `/web/20240101000000id_/https://host/path?query`: the target's query is the address's own. */
const wayback: Opener = (url) => {
  const match = /^\/web\/\d{1,14}(?:[a-z]{2}_)?\/(.+)$/.exec(url.pathname) ?? /^\/web\/(https?:.+)$/.exec(url.pathname);
  return match?.[1] ? embedded(match[1] + url.search) : null;
};

const archiveToday: Opener = (url) => {
  const match = /^\/(?:o\/[A-Za-z0-9]+|\d{4,14}|newest|oldest)\/(.+)$/.exec(url.pathname);
  return match?.[1] ? embedded(match[1] + url.search) : null;
};

/** `www-nrc-nl.translate.goog`: a hyphen stands for a dot, two hyphens for a hyphen. */
const translated: Opener = (url, host) => {
  const label = host.slice(0, -'.translate.goog'.length);
  if (label === '' || label.includes('.')) return null;
  const decoded = label.replace(/--|-/g, (found) => (found === '--' ? '-' : '.'));
  const target = new URL(url.href);
  for (const name of [...target.searchParams.keys()]) if (name.startsWith('_x_tr_')) target.searchParams.delete(name);
  const scheme = url.searchParams.get('_x_tr_sch') === 'http' ? 'http' : 'https';
  return `${scheme}://${decoded}${target.pathname}${target.search}`;
};

/** `u=a1<base64url of the address>`. */
const bing: Opener = (url) => {
  if (!url.pathname.startsWith('/ck/')) return null;
  const coded = url.searchParams.get('u');
  if (!coded?.startsWith('a1')) return null;
  const value = atob(coded.slice(2).replaceAll('-', '+').replaceAll('_', '/'));
  return isWeb(value) ? value : null;
};

const onPath =
  (path: string, open: Opener): Opener =>
  (url, host) =>
    url.pathname === path || url.pathname === `${path}/` ? open(url, host) : null;

const OPENERS: Record<string, Opener> = {
  'l.facebook.com': onPath('/l.php', parameter('u')),
  'lm.facebook.com': onPath('/l.php', parameter('u')),
  'l.instagram.com': parameter('u'),
  'l.threads.net': parameter('u'),
  'l.threads.com': parameter('u'),
  'out.reddit.com': parameter('url'),
  't.umblr.com': onPath('/redirect', parameter('z')),
  'web.archive.org': wayback,
  'archive.ph': archiveToday,
  'archive.today': archiveToday,
  'archive.is': archiveToday,
  'archive.li': archiveToday,
  'archive.md': archiveToday,
  'archive.vn': archiveToday,
  'archive.fo': archiveToday,
  'bing.com': bing,
  'duckduckgo.com': onPath('/l', parameter('uddg')),
  'go.bsky.app': onPath('/redirect', parameter('u')),
  'vk.com': onPath('/away.php', parameter('to')),
  'youtube.com': onPath('/redirect', parameter('q')),
};

function openerFor(host: string): Opener | null {
  const known = OPENERS[host];
  if (known && Object.hasOwn(OPENERS, host)) return known;
  if (host === 'cdn.ampproject.org' || host.endsWith('.cdn.ampproject.org')) return ampCache;
  if (host.endsWith('.translate.goog')) return translated;
  if (GOOGLE.test(host)) return google;
  return null;
}

/** An address inside a path loses a slash in some browsers (`https:/host`), and may be percent-encoded. */
function embedded(text: string): string | null {
  const whole = /^https?%3a/i.test(text) ? decodeURIComponent(text) : text;
  const repaired = whole.replace(/^(https?):\/+/i, '$1://');
  if (isWeb(repaired)) return repaired;
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(repaired) ? `http://${repaired}` : null;
}

function isWeb(text: string): boolean {
  return /^https?:\/\//i.test(text) && text.length <= MAX_LENGTH && URL.canParse(text);
}

function openOnce(address: string): string | null {
  if (!isWeb(address)) return null;
  try {
    const url = new URL(address);
    const host = url.hostname.replace(/\.+$/, '').replace(/^www\./, '');
    const target = openerFor(host)?.(url, host) ?? null;
    return target !== null && isWeb(target) ? target : null;
  } catch {
    // Broken percent-encoding or base64: the address hides no readable target.
    return null;
  }
}

/**
 * The address that a carrier's address carries, through at most three carriers; anything else comes back unchanged.
 * Only http(s) addresses are opened and returned as targets. Never throws.
 */
export function unwrap(address: string): string {
  let current = address;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const target = openOnce(current);
    if (target === null) return current;
    current = target;
  }
  return current;
}
