import { monthOf } from './months';
import { folded, MAX_NAME, plain } from './text';

const LEAD =
  /^(?:(?:zeige alle beiträge |view all posts |alle artikel |alle beiträge |bekijk alle berichten |geschreven |written |posted |story |words |published |article |created |verfasst |geschrieben |veröffentlicht |erstellt |publié |écrit |propos recueillis )?(?:by|von|door|par|por|di|da|av|af|od)|text(?:e|o)?(?: von| by)?|tekst|autor(?:in|en|:in|es)?|auteurs?|authors?|redacteur|verfasser|bericht von|interview|a cura di|rédigé par|publié par|from|przez|автор|yazar|著者|文)(?:\s*[:：|]\s*|\s+|$)/i;
const ROLE =
  /\s*(?:[,(|–—-]\s*)(?:[^\s,(|]+ ){0,3}(?:redacteur|redactrice|verslaggever|verslaggeefster|correspondent\w*|journalist\w*|reporter\w*|editor|staff writer|columnist|redakteur\w*|redaktor\w*|korrespondent\w*|chefredakt\w*|contributor|political editor|business editor|news editor|writer|producer)\b.*$/i;
/** "onze correspondent (in Parijs)" and the like before a name. */
const ROLE_BEFORE =
  /^(?:(?:[Vv]an )?[Oo]nze|[Uu]nser\p{L}{0,2}|[Oo]ur|[Nn]otre|[Nn]os)\s(?:[\p{Ll}-]+\s){0,2}?(?:correspondent\p{L}*|verslagge(?:vers?|efsters?)|redact(?:eur|rice)s?|medewerk(?:er|ster)s?|journalist(?:e|en|es)?|reporter(?:in|s)?|[Kk]orrespondent(?:in|en)?|[Rr]edakteur(?:in)?|[Rr]eporter(?:in)?|[Mm]itarbeiter(?:in)?|[Cc]orrespondante?|envoyée? spéciale?)(?:\s(?:in|te|à|en|aus|au)\s\p{Lu}[\p{L}-]+)?(?:\s*[,:]\s*|\s+|$)/u;
const TITLE = /^(?:dr|prof|mr|mrs|ms|drs|ir)\.?\s+(?=\S)/i;
const NOBODY =
  /^(?:\w*admin\w*|no author|agencies|verslaggever|verslaggeefster|redacteur|redactrice|journaliste?|correspondent|reporter|columnist|redakteur(?:in)?|korrespondent(?:in)?|administrator|webmaster|web ?master|root|user|author|autor|auteur|editor|anonymous|anonym|anoniem|unknown|unbekannt|onbekend|guest|gast|none|null|undefined|n\/?a|-+|test|super ?user|wpadmin|false|true|default|staff(?: reports?| reporters?| writers?)?|website|home|redazione web|posted|share|follow|facebook|twitter|instagram|comments?|kommentare?|view all posts.*|all posts.*|more|mehr|meer|www\..*)$/i;
// Separators between names. "und" and the like need a space on both sides; a comma also splits off roles, which are left out later.
const BETWEEN =
  /\s*(?:[;|•·\n]|\s\/\s|,(?!\s*(?:jr|sr|phd|md|ph\.d|m\.d)\b))\s*(?:(?:[Aa]nd|AND|[Uu]nd|en|et|sowie)\s+(?=\p{Lu}))?|\s+(?:[Aa]nd|AND|[Uu]nd|UND|en|EN|et|ET|y|och|og|ja|oraz|&|e|i|with|met|mit|sowie)\s+(?=[\p{L}@])/gu;

/** "Ein Gastbeitrag von" and the like: a kind of text, and who made it. */
const KIND_BEFORE =
  /^(?:(?:eine? )?(?:gastbeitrag|beitrag|gastkommentar|kommentar|kolumne|analyse|artikel|interview|essay|reportage|bericht|rezension|glosse|meinung) von|een (?:gast)?(?:column|opinie|bijdrage|analyse|reportage) van|une? (?:article|tribune|chronique|analyse) (?:de|par))\s+(?=\S)/i;

/** What stands behind a name and a comma: "Political Editor", "senior reporter". */
const ONLY_ROLE =
  /^(?:(?:political|politics|business|economics?|news|sports?|science|health|education|environment|culture|technology|tech|transport|crime|legal|foreign|senior|chief|deputy|managing|associate|assistant|world|city|local|royal|media|investigations?) ){1,3}(?:editor|correspondent|reporter|writer|columnist|producer)$/i;
/** "Tom de Waal in Brussels". */
const WHEREFROM = /\s(?:in|aus|vanuit)\s\p{Lu}\p{Ll}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?$/u;

/** Names as a page gives them in one text: "Door Anna Bakker en Jan de Boer, verslaggever" → two names. */
export function splitNames(raw: string): string[] {
  let text = plain(raw, 400).replace(KIND_BEFORE, '');
  for (let i = 0; i < 2; i++) text = text.replace(LEAD, '').trim();
  const parts = text
    // What stood on both sides of an address is no one name.
    .replace(/\b\S+@\S+\.\w+\b/g, ' | ')
    .replace(/https?:\S+/g, ' | ')
    .split(BETWEEN);
  return distinctNames(parts.map(cleanName).filter((name) => name !== ''));
}

const WHEN =
  /^(?:\d[\d.:/-]*(?:st|nd|rd|th|er|e|h|u)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|today|yesterday|vandaag|gisteren|heute|gestern|hier|aujourd'hui|aujourd’hui)$/iu;
const WITH_WHEN =
  /^(?:om|at|um|op|on|am|le|à|vor|ago|geleden|il|y|a|uur|uhr|dagen?|days?|hours?|min(?:uten|utes)?\.?|tagen?|stunden?|jours?|heures?)$/i;

/** True for "vrijdag 20 november", "gisteren 14:02", "3 uur geleden": at least one word says when, and none says who. */
export function isWhen(text: string): boolean {
  const words = text.split(/[\s,|]+/).filter((word) => /[\p{L}\d]/u.test(word));
  return (
    words.some((word) => WHEN.test(word)) &&
    words.every((word) => WHEN.test(word) || WITH_WHEN.test(word) || monthOf(word.replace(/\.$/, '')) !== null)
  );
}

/** The newsroom as a maker: "Redactie", "Onze redactie", "Nieuwsredactie". */
export function isNewsroom(name: string): boolean {
  return /^(?:(?:de|onze|die|unsere|la|notre|eigen) )?(?:web|online|nieuws|sport|news)? ?(?:redactie|redaktion|redaction|newsroom)$/.test(
    folded(name),
  );
}

/** One name without the words around it; '' when it is no name. */
export function cleanName(raw: string): string {
  let name = plain(raw, MAX_NAME + 80)
    .replace(LEAD, '')
    .replace(ROLE_BEFORE, '')
    .replace(ROLE, '')
    .replace(WHEREFROM, '')
    .replace(TITLE, '');
  name = name
    .replace(/\s*\((?:[^)]{0,60})\)?\s*$/u, '')
    .replace(/^[@\s"'“”*–—:-]+|[\s"'“”*,:;–—|-]+$/gu, '')
    .trim();
  if (
    name.length < 2 ||
    name.length > 70 ||
    NOBODY.test(name) ||
    ONLY_ROLE.test(name) ||
    /[<>{}=\\]|https?:|\.(?:com|de|nl|org|net|html?)\b|\d{3,}/i.test(name)
  )
    return '';
  if (!/\p{L}/u.test(name) || name.split(' ').length > 7 || isWhen(name)) return '';
  return name;
}

function distinctNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = folded(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** True when a name is the site itself: its name, its host, or "Redactie" of that name. */
export function isSite(name: string, site: string | null, host: string): boolean {
  const bare = (text: string): string =>
    folded(text.replace(/\.(?:com|nl|de|be|org|net|fr|at|ch|co\.uk|eu|info)$/i, ''))
      .replace(/^(?:the|de|het|die|der|das|le|la) /, '')
      .replaceAll(' ', '');
  const n = bare(name);
  const labels = host
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1)
    .map((label) => label.replaceAll('-', ''));
  return (
    n === '' ||
    labels.includes(n) ||
    (site !== null && (n === bare(site) || (n.length >= 5 && bare(site) === n.replace(/(?:online|redaktion|redactie|news|nieuws)$/, ''))))
  );
}
