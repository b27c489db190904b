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
  /^(?:(?:error|fout|fehler|erreur) )?(?:404|403|410|500|503)\b|^(?:not found|niet gevonden|nicht gefunden|access denied|forbidden|service unavailable|internal server error|bad gateway|gateway timeout)(?: .{0,40})?$|\b404 (?:not found|error|page)\b/;
/** "Oeps! Deze pagina bestaat niet (meer)", "Die gesuchte Seite wurde nicht gefunden", "La page demandée n'existe pas", "That page can't be found". */
const MISSING =
  /^(?:(?:oe?ps|oo+ps|o?ups|sorry|helaas|leider|desolee?) )?(?:(?:we|wij|wir|nous) \p{L}+ )?(?:(?:de|die|diese|deze|the|this|that|la|cette) )?(?:(?:\p{L}+e|requested) )?(?:web)?(?:pagina|seite|page)(?: (?:(?:die|you|que)\b.{3,25}?|demandee|recherchee))? (?:(?:is|was|wurde|konnte|ist|est|could|can|kan|werd|does|n|leider|helaas) ){0,3}(?:niet (?:meer )?(?:gevonden|beschikbaar|vinden)|bestaat niet|nicht (?:mehr )?(?:gefunden|verfugbar|vorhanden)|existiert nicht|(?:not|cannot|t) (?:be )?(?:found|exist|available)|introuvable|non trouvee|(?:pas|plus) (?:ete )?(?:trouvee|disponible)|existe (?:pas|plus)|gibt es (?:leider )?nicht)(?: .{0,40})?$|^(?:(?:o[eo]+ps|sorry) )?we (?:can t|cannot|couldn t|could not|can not) find (?:that|this|the) page(?: .{0,40})?$|^(?:(?:ups|sorry) )?wir (?:konnten|konnen) (?:die|diese) seite (?:leider )?nicht finden$|^(?:(?:oe?ps|sorry) )?we kunnen (?:de|deze|die) pagina (?:helaas )?niet vinden$/u;
const WALL =
  /^(?:just a moment|attention required|are you a robot|are you human|verify you are human|privacy gate|before you continue.*|please verify.*|security check|checking your browser.*|pardon our interruption|ddos guard|access to this page has been denied|captcha|sind sie ein mensch|toestemming|cookie consent|cookies accepteren|uw privacy|je privacy|zustimmung|datenschutz einstellungen|privacy instellingen|(?:cookie|privatsphare) einstellungen|cookie instellingen|(?:wij|we) vragen (?:uw|je|jouw|om) toestemming|(?:wij|we) (?:respecteren|waarderen) (?:uw|je|jouw) privacy|(?:votre|nous respectons votre) vie privee|gerer (?:vos|les|mes) cookies|we (?:value|respect|care about) your privacy|mit werbung (?:und tracking )?weiterlesen|weiterlesen mit werbung|continuer sans accepter|(?:ihre|deine) privatsphare|wir (?:brauchen|benotigen) (?:ihre|deine) (?:zustimmung|einwilligung))(?: .{0,40})?$|\bprivacy gate\b|\bconsent wall\b/;
/** A headline of this kind and nothing else: a text may well be about how to log in. */
const LOGIN =
  /^(?:(?:bitte|please|veuillez|graag) )?(?:inloggen|log ?in|aanmelden|sign ?in|anmelden|einloggen|se connecter|vous connecter|melden sie sich an|connexion|connectez vous|identifiez vous)(?: (?:om|to|um|pour|of|or|oder|ou|bij|bei|a) .{0,40})?$/;
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
    if (heads.some((head) => ERROR.test(head) || MISSING.test(head)) && signs.textLength < 1_500) return 'error';
    // A text about privacy has a day of its own.
    if (heads.some((head) => WALL.test(head)) && signs.textLength < 1_500 && !(signs.hasDate && isArticle)) return 'wall';
    if (LOGIN.test(heads[1] ?? '') && signs.textLength < 1_500 && !isArticle) return 'wall';
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
  return listsTexts(signs) || signs.types.some((type) => PLAIN_TYPE.test(type)) || PLAIN_PATH.test(signs.path);
}

/** Several days and hardly any running text: the days that are shown are those of other pages. */
export function listsTexts(signs: KindSigns): boolean {
  return signs.shownDays >= 3 && signs.proseLength < 400;
}
