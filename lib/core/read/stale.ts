import { parseTolerant } from './json-ld';
import { metaOf, type Sketch } from './sketch';
import { plain, sameWords } from './text';

/** Metas that hold for the whole site. */
const OF_THE_SITE = /^(?:og:site_name|application-name|og:locale|content-language|language)$/i;

/**
 * A site that draws its pages in the browser can leave the head of an earlier page standing. Its code is dropped when the canonical address
 * and `og:url` both name another path on this host and no declared headline is the one that is shown. Either alone has honest reasons: an
 * AMP or print copy, an address with only an id, a headline of its own for sharing.
 *
 * @returns the sketch itself when its head is this page's
 */
export function withoutStale(sketch: Sketch, address: URL): Sketch {
  const ogUrl = metaOf(sketch.metas, plain, 'og:url')?.value ?? '';
  const shown = sketch.headline?.text ?? '';
  if (shown === '' || !isOther(sketch.canonical, address) || !isOther(ogUrl, address)) return sketch;
  const declared = declaredHeadlines(sketch);
  if (declared.length === 0 || declared.some((headline) => sameWords(headline, shown))) return sketch;
  return { ...sketch, canonical: '', jsonLd: [], metas: sketch.metas.filter((meta) => OF_THE_SITE.test(meta.name)) };
}

/** Names another path on the same host, and another last part of it: copies for print or under a section keep that. */
function isOther(href: string, address: URL): boolean {
  const text = href.trim();
  if (text === '' || !URL.canParse(text, address.href)) return false;
  const url = new URL(text, address.href);
  const host = (name: string): string => name.replace(/^(?:www|m)\./, '');
  return host(url.hostname) === host(address.hostname) && slug(url) !== slug(address);
}

function slug({ pathname }: URL): string {
  const parts = pathname
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/\.(?:amp|html?|php|aspx?)$/, ''));
  return parts.findLast((part) => part !== '' && !/^(?:amp|print|index)$/.test(part)) ?? '';
}

function declaredHeadlines({ metas, jsonLd }: Sketch): string[] {
  const titles = [metaOf(metas, plain, 'og:title')?.value ?? '', metaOf(metas, plain, 'twitter:title')?.value ?? ''];
  for (const block of jsonLd) {
    for (const match of block.slice(0, 200_000).matchAll(/"headline"\s*:\s*("(?:[^"\\]|\\.){3,400}")/g)) {
      if (titles.length > 40) break;
      titles.push(plain(parseTolerant(match[1] ?? '')));
    }
  }
  return titles.filter((title) => title !== '');
}
