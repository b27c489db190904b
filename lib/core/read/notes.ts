import type { AiUse, Correction } from '../observation';
import { monthOf } from './months';
import { folded } from './text';

const AI =
  '(?:(?:l|d|une?|de|de l|een|an|eine[rm]?) )?(?:ai|ki|ia|kunstmatige intelligentie|generatieve ai|artificial intelligence|generative ai|kunstliche[rn]? intelligenz|intelligence artificielle|chatgpt)';
/** "mit KI-Unterstützung", "with AI assistance". */
const ITS_HELP = '(?: (?:unterstutzung|hilfe|hulp|ondersteuning|assistance|support|tools?))?';
const THIS_TEXT =
  '(?:dit (?:artikel|bericht|stuk|verhaal)|deze (?:tekst|vertaling|samenvatting)|this (?:article|story|text|piece|post|translation|summary)|diese[rs]? (?:artikel|text|beitrag|ubersetzung|zusammenfassung)|cet article|ce texte|cette traduction)';
const IS = '(?:is|was|werd|wordt|has been|wurde|ist|a ete|est)';
const PARTLY =
  '(?:deels|gedeeltelijk|mede|volledig|geheel|automatisch|partly|partially|entirely|automatically|teilweise|vollstandig|partiellement|entierement)';
const MADE: readonly [AiUse, string][] = [
  ['summarised', '(?:samengevat|summari[sz]ed|zusammengefasst|resume)'],
  ['translated', '(?:vertaald|translated|ubersetzt|traduite?)'],
  [
    'generated',
    '(?:gemaakt|geschreven|gegenereerd|opgesteld|tot stand gekomen|created|written|generated|produced|erstellt|geschrieben|generiert|redige|genere|ecrit)',
  ],
];
const WITH =
  '(?:met|door|via|with|by|using|mit|von|durch|par|avec|a l)(?: (?:de |the |der |l )?(?:hulp|behulp|inzet|help|assistance|use|hilfe|unterstutzung|aide) (?:van|of|von|de|d)(?: l)?)?|mithilfe(?: von)?|with the help of';
const HELPED =
  /\b(?:be)?hulp van\b|\bhelp of\b|\bassistance of\b|\bhilfe von\b|\bmithilfe\b|\bunterstutzung von\b|\baide d|\b(?:ai|ki) (?:unterstutzung|hulp|hilfe|ondersteuning|assistance|support)\b/;
/** What may follow: nothing, the checking by people, or a verb that German puts last. Not "AI skeptics in mind". */
const AFTER = '(?:$| (?:en|and|und|et|puis|dann|maar|but|tools?|software|technologie|technology)\\b)';
/** Of a note that does not name this text, only this may follow: "Written by AI and read by nobody" is about something else. */
const AFTER_BARE =
  '(?: (?:tools?|software|technologie|technology))?(?:$| (?:en|and|und|et) (?:[^ ]+ ){0,4}(?:gecontroleerd|nagekeken|nagelezen|bewerkt|geredigeerd|checked|reviewed|edited|gepruft|bearbeitet|redigiert|verifiee?|reluee?|corrigee?)\\b)';
const NOT = /\b(?:niet|geen|zonder|not|no|without|nicht|kein\w*|ohne|sans|pas|never|nooit)\b/;

// A quick look first: the expressions below are long, and compiling them costs more than all the rest of the reading.
const MENTIONS_AI = /(?<![a-z])(?:ai|ki|ia|[ak]\.i|i\.a|chatgpt)(?![a-z])|intelligen/i;
const MENTIONS_EARLIER = /eerder|eerst|oorspr|originally|first|republished|zuerst|zunächst|ursprünglich|d['’]abord|initialement/i;
const MENTIONS_REMARK = /^\W{0,2}(?:anm|hinweis d|transparenz|naschrift|noot |editor|note d|ndlr)/i;
const MENTIONS_CHANGE = /amended|correct|corrig|korrig|berichtigt|rectifi/i;
const MENTIONS_TAKING_BACK = /trokken|tract|withdrawn|gezogen|retir/i;

const BEGINS = new RegExp(`^${THIS_TEXT}\\b`);

const NOTES: readonly [AiUse, RegExp][] = MADE.flatMap(([use, verb]): [AiUse, RegExp][] => [
  [use, new RegExp(`^${THIS_TEXT} ${IS} (?:${PARTLY} )?${verb} (?:${WITH}) ${AI}${ITS_HELP}${AFTER}`)],
  [use, new RegExp(`^(?:${PARTLY} )?${verb} (?:${WITH}) ${AI}${ITS_HELP}${AFTER_BARE}`)],
  [use, new RegExp(`^${THIS_TEXT} ${IS} (?:${PARTLY} )?(?:${WITH}) ${AI}${ITS_HELP} ${verb}${AFTER}`)],
  [use, new RegExp(`^(?:${PARTLY} )?(?:${WITH}) ${AI}${ITS_HELP} ${verb}$`)],
  // "AI-vertaald". "AI-gegenereerd" alone is as often said of a picture.
  [use, new RegExp(`^${use === 'generated' ? `${THIS_TEXT} ${IS}` : `(?:${THIS_TEXT} ${IS})?`} ?(?:${PARTLY} )?${AI} ${verb}$`)],
]);

/**
 * How a note says AI was used, or null. Only a sentence that begins with "Dit artikel is …", or a short text that says nothing else: a text
 * about AI is no disclosure.
 */
export function aiNote(note: string): AiUse | null {
  if (!MENTIONS_AI.test(note)) return null;
  for (const [i, sentence] of note
    .slice(0, 400)
    .replace(/\b([aki])\.([ai])\b\.?(?!\s*$)/gi, '$1$2')
    .split(/[.!?]\s|[.!?]$|\n/)
    .entries()) {
    const text = folded(sentence);
    // Without "Dit artikel" before it, it must be the whole note.
    const bare = !BEGINS.test(text);
    if (text === '' || text.length > 160 || NOT.test(text) || (bare && (i > 0 || note.length > 80))) continue;
    const use = NOTES.find(([, pattern]) => pattern.test(text))?.[0];
    if (use !== undefined)
      return use === 'generated' &&
        (HELPED.test(text) || /\b(?:deels|gedeeltelijk|mede|partly|partially|teilweise|partiellement)\b/.test(text))
        ? 'assisted'
        : use;
  }
  return null;
}

const CORRECTIONS: readonly [Correction['kind'], RegExp][] = [
  ['clarification', /^(?:verduidelijking|clarification|klarstellung|precision)\b/],
  ['addition', /^(?:aanvulling|addition|erganzung|complement)\b/],
  [
    'correction',
    /^(?:correctie|rectificatie|correction|korrektur|richtigstellung|berichtigung|rectification|rectificatif|erratum|correccion)\b/,
  ],
];
const LABEL = /^\p{L}{8,20}(?:\s?[:(|–—-]|\s\d|\s?$|\s(?:op|vom|on|du)\s)/u;
const ALONE = /^\p{L}{8,20}\s?[:.]?$|^\p{L}{8,20}\s?[(:,|–—-]?\s?(?:(?:op|vom|on|du)\s)?\d[\d\p{L}\s./:-]{5,24}\)?[:.]?$/u;
const SPEAKS_OF_ITSELF =
  /\b(?:dit (?:artikel|bericht|stuk|verhaal)|(?:een |de )?(?:eerdere|vorige) versie|this (?:article|story|post|piece)|(?:an )?earlier version|a previous version|dieser artikel|dieses artikels|diesem artikel|(?:einer?|der) (?:fruhere[nr]?|vorherige[nr]?|ersten|ursprunglichen) (?:version|fassung)|cet article|une (?:premiere )?version (?:precedente|anterieure))\b/;

/** Labels of all that a newsroom adds to a text: who the author is, where it appeared before, and what was changed. */
const REMARK =
  /^(?:anmerkung der redaktion|anm d red|hinweis der redaktion|transparenzhinweis|naschrift (?:van de )?redactie|noot (?:van de )?redactie|(?:editor s|editors) note|note de la redaction|ndlr)\b/;
const EARLIER_VERSION =
  /\b(?:(?:eerdere|vorige) versie|(?:earlier|previous) version|(?:fruhere[nr]?|vorherige[nr]?|ersten|ursprunglichen) (?:version|fassung)|version (?:precedente|anterieure))\b/;
const CHANGED =
  /^.{0,60}\b(?:gecorrigeerd|gerectificeerd|corrected|korrigiert|berichtigt|corrige)\b|^.{0,60}\b(?:aangevuld|erganzt|complete)\b/;

/** A remark of the newsroom is a correction where it goes on about an earlier version, or says that this text was corrected or added to. */
function remarkNote(text: string): Correction['kind'] | null {
  const label = REMARK.exec(text)?.[0];
  if (label === undefined) return null;
  if (EARLIER_VERSION.test(text)) return 'correction';
  const rest = text.slice(label.length).trim();
  const [changed = ''] = BEGINS.test(rest) && !NOT.test(rest.slice(0, 80)) ? (CHANGED.exec(rest) ?? []) : [];
  return changed === '' ? null : /(?:aangevuld|erganzt|complete)$/.test(changed) ? 'addition' : 'correction';
}

/**
 * The kind of a correction note, or null: it begins with "Correctie", "Aanvulling" and the like, and is only that (with a date), or goes
 * on about "dit artikel" or "een eerdere versie". "Aanvulling: meer geld" is a text about something else.
 */
export function correctionNote(note: string): Correction['kind'] | null {
  const text = note.trim();
  if (retracted(text)) return 'retraction';
  if (MENTIONS_REMARK.test(text.slice(0, 24))) return remarkNote(folded(text));
  if (MENTIONS_CHANGE.test(text.slice(0, 80)) && amended(folded(text.slice(0, 120)))) return 'correction';
  if (!LABEL.test(text)) return null;
  const start = folded(text.slice(0, 60));
  const kind = CORRECTIONS.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
  if (kind === null || SPEAKS_OF_ITSELF.test(folded(text))) return kind;
  return kind === 'correction' && ALONE.test(text) ? kind : null;
}

const AMENDED = new RegExp(
  `^${THIS_TEXT} ${IS} (?:[^ ]+ ){0,2}?(?:amended|corrected|gecorrigeerd|gerectificeerd|korrigiert|berichtigt|corrigee?|rectifiee?)(?:$| (?:on|op|am|le|to|om|naar|because|omdat|after|nadat|an)\\b)`,
);

/** "This article was amended on 6 February 2026." */
function amended(start: string): boolean {
  return AMENDED.test(start) && !NOT.test(start.slice(0, 60));
}

const RETRACTED =
  /^(?:(?:intrekking|retraction|retractation) )?(?:dit (?:artikel|bericht|stuk|verhaal)|this (?:article|story|piece|post|paper)|dieser (?:artikel|beitrag|text)|cet article|ce texte) (?:is|werd|was|has been|wurde|ist|a ete) (?:\p{L}+ ){0,4}?(?:ingetrokken|teruggetrokken|retracted|withdrawn|zuruckgezogen|retracte|retire)\b(?! (?:de la vente|du marche|du commerce|des rayons|des ventes|from sale|staat|stond|heisst|hiess|said|says|reads))/u;

/** "Dit artikel is ingetrokken." */
export function retracted(text: string): boolean {
  if (!MENTIONS_TAKING_BACK.test(text)) return false;
  const start = folded(text.slice(0, 160));
  return RETRACTED.test(start) && !NOT.test(start.slice(0, 60));
}

const TEXTS = {
  nl: '(?:dit (?:artikel|verhaal|stuk|bericht|essay|interview|opiniestuk|opinieartikel|gesprek)|deze (?:tekst|column|bijdrage|analyse|recensie|reportage|opiniebijdrage))',
  en: 'this (?:article|story|piece|post|essay|interview|column|review|text|op-ed)',
  de: '(?:dieser (?:artikel|text|beitrag|essay|kommentar|gastbeitrag)|dieses (?:interview|gespräch)|diese (?:kolumne|reportage|analyse|rezension))',
  fr: '(?:cet (?:article|entretien)|ce texte|cette (?:tribune|chronique|analyse|interview))',
};
const SOONER = {
  nl: '(?:al )?(?:eerder|voor het eerst|eerst|oorspronkelijk)(?: ook)?',
  en: '(?:originally|first)',
  de: '(?:zuerst|zunächst|ursprünglich)',
  fr: "(?:d['’]abord|initialement)",
};
// A part that ends in a participle has it behind the name: "… ist zuerst in der Probe erschienen".
const EARLIER = [
  `(?:een (?:\\S+ )?versie van )?${TEXTS.nl} (?:verscheen ${SOONER.nl}|(?:is|werd) ${SOONER.nl} (?:verschenen|gepubliceerd)) (?:in|op|bij) (.+)`,
  `(?:een (?:\\S+ )?versie van )?${TEXTS.nl} (?:is|werd) ${SOONER.nl} (?:in|op|bij) (.+?) (?:verschenen|gepubliceerd)\\b.*`,
  `(?:an? (?:\\S+ )?version of )?${TEXTS.en} (?:was |has )?${SOONER.en} (?:appeared|published) (?:in|on|at|by) (.+)`,
  `${TEXTS.en} (?:is|was|has been) republished (?:here )?from (.+)`,
  `(?:eine (?:\\S+ )?version |eine (?:\\S+ )?fassung )?${TEXTS.de} erschien ${SOONER.de} (?:in|bei|auf|im|beim) (.+)`,
  `${TEXTS.de} (?:ist|wurde) ${SOONER.de} (?:in|bei|auf|im|beim|von) (.+?) (?:erschienen|veröffentlicht|publiziert)\\b.*`,
  `${TEXTS.fr} (?:a ${SOONER.fr} été publiée?|a été ${SOONER.fr} publiée?|est ${SOONER.fr} parue?|est parue? ${SOONER.fr}) (?:dans|sur|par|chez) (.+)`,
].map((pattern) => new RegExp(`^${pattern}`, 'i'));

const ARTICLE = /^(?:the|de|het|der|dem|den|die|das|le|la|les)\s/i;
/** A day, a season or a language, and what no name of a place is made of. */
const NO_PLACE =
  /^(?:\d+|(?:ma|di|woens|donder|vrij|zater|zon)\w*dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|spring|summer|autumn|winter|frühjahr|sommer|herbst|page|print|engels|frans|duits|nederlands|spaans|italiaans|english|dutch|french|german|spanish|italian|portuguese|arabic|chinese|russian|englisch\w*|deutsch\w*|niederländisch\w*|französisch\w*|spanisch\w*)(?:$|[\s,./-])/i;
const ISSUE = /^(?:the|het|de|der|dem) .{0,40}?(?:issue|edition|nummer|editie|ausgabe) (?:of|van|von) /i;
/** Where a name ends: a sign, or a word that goes on about something else. */
const END_OF_NAME =
  /(?<!\bSt)\.(?=\s|$)|[,;:()!"“”«»|]|\s[–—-]\s|\s(?:onder|under|unter|sous|with|met|mit|avec|as|als|door|by|par|waar|where|(?:and|en|und|et) (?:is|was|has|wordt|werd|ist|wird|wurde|est|a)|nr|nummer|no|issue|ausgabe|heft|editie)(?=[\s.]|$)/i;
const WEEKDAY =
  /^(?:(?:ma|di|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|vandaag|gisteren|afgelopen|vorige|spring|summer|autumn|winter)$/i;
const HOST = /^(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:\/\S*)?$/i;

/** A name without the day behind it: "Voorbeeldkrant van 12 november", "Probe vom Montag", "Sample 3/2026". */
function withoutDay(name: string): string {
  const words = name.split(' ');
  const at = words.findIndex((word, i) => {
    const [next = '', then = ''] = words.slice(i + 1).map((other) => other.replace(/[.,]$/, ''));
    if (i === 0) return false;
    if (/^(?:van|op|vom|von|am|of|on|du|le|in|im|en)$/i.test(word))
      return /^\d/.test(next) || WEEKDAY.test(next) || (monthOf(next) !== null && (then === '' || /^\d/.test(then)));
    const dayAndMonth = /^\d{1,2}(?:\.|er|st|nd|rd|th)?$/.test(word) && monthOf(next) !== null;
    return dayAndMonth || (monthOf(word) !== null && /^\d/.test(next)) || /^\d{1,4}[-/.]\d/.test(word);
  });
  return words.slice(0, at < 0 ? words.length : at).join(' ');
}

/** The place where a text says it appeared before: "Dit artikel verscheen eerder in Voorbeeldkrant." Only a name or a host, never a date. */
export function appearedIn(text: string): string | null {
  const start = text
    .slice(0, 320)
    .replace(/^[\s*("'“„«–—-]+/, '')
    .replace(/\s+/g, ' ');
  if (!MENTIONS_EARLIER.test(start)) return null;
  for (const pattern of EARLIER) {
    const rest = pattern.exec(start)?.[1];
    if (rest !== undefined) return placeIn(rest);
  }
  return null;
}

function placeIn(rest: string): string | null {
  const from = rest.replace(/^["'“‘„«*\s]+/, '').replace(ISSUE, '');
  const host = HOST.exec(from.split(' ')[0]?.replace(/[^\p{L}\p{N}/]+$/u, '') ?? '')?.[1];
  if (host !== undefined) return host;
  const end = from.search(END_OF_NAME);
  const place = withoutDay(end < 0 ? from : from.slice(0, end))
    .replace(/["'’*\s]+$/, '')
    // German declines the article, so that "in der Probe" holds no name but "Probe".
    .replace(/^(?:der|dem|den|die|das) (?=\p{Lu})/u, '');
  const bare = place.replace(ARTICLE, '');
  return /^[\p{Lu}\d]/u.test(bare) && place.length >= 2 && place.split(' ').length <= 8 && !NO_PLACE.test(bare) ? place : null;
}
