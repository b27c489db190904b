import type { PageKind } from '../observation';
import { folded } from './text';

/** What a page tells about its own kind. */
export interface KindSigns {
  /** HTTP status of the answer, where known. */
  status: number | null;
  path: string;
  hasQuery: boolean;
  title: string;
  headline: string;
  ogType: string;
  /** Types of the JSON-LD node of this page, and of all nodes. */
  mainTypes: readonly string[];
  types: readonly string[];
  /** `article:published_time` or an article in microdata. */
  declaresArticle: boolean;
  /** A maker is named. */
  hasAuthor: boolean;
  /** A day of publication was found, and not only that of the web page. */
  hasDate: boolean;
  /** How many different days stand at the headline or in `time`. */
  shownDays: number;
  /** Characters of running text behind the headline: pieces that are longer than a teaser. */
  proseLength: number;
  /** Characters of the text behind the headline, up to some 1,600. */
  textLength: number;
}

const ERROR =
  /^(?:(?:error|fout|fehler|erreur) )?(?:404|403|410|500|503)\b|^(?:page not found|not found|pagina niet gevonden|pagina niet beschikbaar|deze pagina bestaat niet|niet gevonden|seite nicht gefunden|page introuvable|page non trouvee|access denied|forbidden|service unavailable|internal server error|bad gateway|gateway timeout)(?: .{0,40})?$|\b404 (?:not found|error|page)\b/;
const WALL =
  /^(?:just a moment|attention required|are you a robot|are you human|verify you are human|privacy gate|before you continue.*|please verify.*|security check|checking your browser.*|pardon our interruption|ddos guard|access to this page has been denied|captcha|sind sie ein mensch|toestemming|cookie consent|cookies accepteren|uw privacy|je privacy|zustimmung|datenschutz einstellungen)(?: .{0,40})?$|\bprivacy gate\b|\bconsent wall\b/;
const HOME = /^\/(?:(?:index|home|default|start|startseite|accueil)(?:\.\w{2,5})?)?$|^\/[a-z]{2}(?:-[a-z]{2})?\/?$/i;
const SEARCH = /\/(?:search|zoeken|zoekresultaten|suche|recherche|buscar)(?:\/|\.|$)/i;

/** Decides what kind of page this is; when in doubt, it is no wall, no error and no front page. */
export function kindOf(signs: KindSigns): PageKind {
  const has = (pattern: RegExp): boolean => signs.mainTypes.some((type) => pattern.test(type));
  // Some systems call every page an article: then a day, or a maker and a text, must bear it out.
  const bornOut = signs.hasDate || (signs.hasAuthor && signs.textLength > 1_000);
  const isArticle =
    has(/article|posting$|^report/i) || signs.declaresArticle || (/^(?:article|blog)$/i.test(signs.ogType) && bornOut && !isList(signs));
  if (signs.status !== null && signs.status >= 400) return 'error';
  const heads = [signs.title, signs.headline].map(folded);
  if (!has(/article|posting$/i)) {
    if (heads.some((head) => ERROR.test(head)) && signs.textLength < 1_500) return 'error';
    if (heads.some((head) => WALL.test(head)) && signs.textLength < 1_500) return 'wall';
  }
  if (signs.types.some((type) => /^searchresultspage$/i.test(type)) || (SEARCH.test(signs.path) && signs.hasQuery && !isArticle))
    return 'search-results';
  if (HOME.test(signs.path) && !signs.hasQuery && !isArticle) return 'front-page';
  if (has(/^liveblogposting$/i) || /\/live-?(?:blog|ticker)(?:s)?\//i.test(signs.path)) return 'liveblog';
  if (/^video\.(?:other|episode|movie)$|^video$/i.test(signs.ogType) || (has(/^(?:videoobject|episode|clip)$/i) && !isArticle))
    return 'video';
  if (isArticle) return 'article';
  return signs.hasDate && !isList(signs) && signs.headline !== '' && signs.textLength > 1_000 ? 'article' : 'other';
}

const PLAIN_TYPE = /^(?:collectionpage|contactpage|aboutpage|profilepage|itemlist|searchresultspage|checkoutpage)$/i;
const PLAIN_PATH =
  /^\/(?:[a-z]{2}\/)?(?:contact|contacts|kontakt|over-ons|about|about-us|ueber-uns|colofon|impressum|imprint|privacy\w*|datenschutz|disclaimer|mentions-legales|cookies?|redactie|adverteren|abonneren|service)(?:\.\w{2,5})?\/?$/i;

/** A list of teasers (several days and hardly any running text), a contact page and the like, by its type or address. */
function isList(signs: KindSigns): boolean {
  return (
    (signs.shownDays >= 3 && signs.proseLength < 400) || signs.types.some((type) => PLAIN_TYPE.test(type)) || PLAIN_PATH.test(signs.path)
  );
}
