import { type JsonLd, type JsonNode, textOf, valuesOf } from './json-ld';
import { sameWords } from './text';

/** The JSON-LD node that is about this page's article, and how sure that is. */
export interface MainNode extends JsonNode {
  name: string;
  /** 1: the address or the headline says so, or there is no other. Less: one of several. */
  trust: number;
}

const ARTICLE =
  /article|posting$|^(?:report|review|recipe|reportage|qapage|podcastepisode|creativework|learningresource|howto|blogpost|pressrelease|message|discussionforumposting|socialmediaposting)$/i;
const VIDEO = /^(?:videoobject|movie|episode|tvepisode|clip)$/i;
const ASIDE =
  /^(?:itemListElement|hasPart|relatedLink|blogPost|blogPosts|comment|review|reviews|isPartOf|mentions|citation|subjectOf|isRelatedTo|liveBlogUpdate|suggestedAnswer|publisher|author|significantLink|isBasedOn|about|image|potentialAction)$/;

/** Picks the node of this article among those of teasers, lists and comments; null when none can be told apart. */
export function mainNode(ld: JsonLd, addresses: readonly string[], headlines: readonly string[]): MainNode | null {
  const candidates = ld.nodes.filter(
    ({ types, path }) => types.some((t) => ARTICLE.test(t) || VIDEO.test(t)) && !path.some((key) => ASIDE.test(key)),
  );
  const own = candidates.filter((c) => c.types.some((t) => ARTICLE.test(t)));
  const list = own.length > 0 ? own : candidates;
  const scored = list.map((c) => ({ c, score: scoreOf(ld, c, addresses, headlines) })).sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return null;
  const known = best.score >= 10;
  const isVideo = own.length === 0;
  // Several nodes of which none carries this page's address or headline: teasers of a list.
  const trust = known || list.length === 1 ? 1 : best.score > (scored[1]?.score ?? 0) ? 0.8 : 0.6;
  return { ...best.c, name: best.c.types[0] ?? 'Thing', trust: isVideo ? trust * 0.7 : trust };
}

function scoreOf(ld: JsonLd, { node, types, path }: JsonNode, addresses: readonly string[], headlines: readonly string[]): number {
  let score = 0;
  const own = [textOf(ld, node, 'url'), idOf(node.mainEntityOfPage), textOf(ld, node, 'mainEntityOfPage'), idOf(node)]
    .filter((url) => url !== '')
    .map(bareUrl);
  if (own.some((url) => addresses.includes(url))) score += 12;
  const headline = textOf(ld, node, 'headline') || textOf(ld, node, 'name');
  if (headline !== '' && headlines.some((h) => sameWords(h, headline))) score += 12;
  if (valuesOf(ld, node, 'datePublished').length > 0) score += 4;
  if (types.some((t) => /article|posting/i.test(t))) score += 2;
  if (types.some((t) => /^(creativework|review)$/i.test(t))) score -= 2;
  return score - path.length * 0.5;
}

function idOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const id = (value as Record<string, unknown>)['@id'];
  return typeof id === 'string' ? id : '';
}

/** Host and path, for comparing addresses that differ in scheme, `www.`, query, fragment or a closing slash. */
export function bareUrl(url: string): string {
  return url
    .slice(0, 1000)
    .replace(/^https?:\/\//i, '')
    .replace(/^www\.|^m\.|^amp\./, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
