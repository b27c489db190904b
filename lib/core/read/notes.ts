import type { AiUse, Correction } from '../observation';
import { folded } from './text';

const AI =
  '(?:ai|ki|ia|kunstmatige intelligentie|generatieve ai|artificial intelligence|generative ai|kunstlicher intelligenz|intelligence artificielle|chatgpt)';
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
    '(?:gemaakt|geschreven|gegenereerd|opgesteld|created|written|generated|produced|erstellt|geschrieben|generiert|redige|genere|ecrit)',
  ],
];
const WITH =
  '(?:met|door|via|with|by|using|mit|von|durch|par|avec|a l)(?: (?:de |the |der )?(?:hulp|behulp|inzet|help|assistance|use|hilfe|unterstutzung|aide) (?:van|of|von|de|d)(?: l)?)?|mithilfe von|with the help of';
const HELPED = /\b(?:be)?hulp van\b|\bhelp of\b|\bassistance of\b|\bhilfe von\b|\bmithilfe\b|\bunterstutzung von\b|\baide d/;
/** What may follow: nothing, the checking by people, or a verb that German puts last. Not "AI skeptics in mind". */
const AFTER = '(?:$| (?:en|and|und|et|maar|but|tools?|software|technologie|technology)\\b)';
const NOT = /\b(?:niet|geen|zonder|not|no|without|nicht|kein\w*|ohne|sans|pas|never|nooit)\b/;

// A quick look first: the expressions below are long, and compiling them costs more than all the rest of the reading.
const MENTIONS_AI = /(?<![a-z])(?:ai|ki|ia|chatgpt)(?![a-z])|intelligen/i;
const MENTIONS_EARLIER = /eerder|originally|first|zuerst|zunächst|d['’]abord/i;
const MENTIONS_TAKING_BACK = /trokken|tract|withdrawn|gezogen/i;

const BEGINS = new RegExp(`^${THIS_TEXT}\\b`);

const NOTES: readonly [AiUse, RegExp][] = MADE.flatMap(([use, verb]): [AiUse, RegExp][] => [
  [use, new RegExp(`^(?:${THIS_TEXT} ${IS} )?(?:${PARTLY} )?${verb} (?:${WITH}) ${AI}${AFTER}`)],
  [use, new RegExp(`^${THIS_TEXT} ${IS} (?:${PARTLY} )?(?:${WITH}) ${AI} ${verb}${AFTER}`)],
  [use, new RegExp(`^(?:${PARTLY} )?(?:mit|durch|von) ${AI} ${verb}$`)],
]);

/**
 * How a note says AI was used, or null. Only a sentence that begins with "Dit artikel is …", or a short text that says nothing else: a text
 * about AI is no disclosure.
 */
export function aiNote(note: string): AiUse | null {
  if (!MENTIONS_AI.test(note)) return null;
  for (const [i, sentence] of note
    .slice(0, 400)
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
  /\b(?:dit (?:artikel|bericht|stuk|verhaal)|(?:een |de )?eerdere versie|this (?:article|story|post|piece)|(?:an )?earlier version|a previous version|dieser artikel|dieses artikels|diesem artikel|einer? (?:fruhere[nr]?|ersten) (?:version|fassung)|cet article|une (?:premiere )?version (?:precedente|anterieure))\b/;

/**
 * The kind of a correction note, or null: it begins with "Correctie", "Aanvulling" and the like, and is only that (with a date), or goes
 * on about "dit artikel" or "een eerdere versie". "Aanvulling: meer geld" is a text about something else.
 */
export function correctionNote(note: string): Correction['kind'] | null {
  const text = note.trim();
  if (retracted(text)) return 'retraction';
  if (!LABEL.test(text)) return null;
  const start = folded(text.slice(0, 60));
  const kind = CORRECTIONS.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
  if (kind === null || SPEAKS_OF_ITSELF.test(folded(text))) return kind;
  return kind === 'correction' && ALONE.test(text) ? kind : null;
}

const RETRACTED =
  /^(?:(?:intrekking|retraction|retractation) )?(?:dit (?:artikel|bericht|stuk|verhaal)|this (?:article|story|piece|post|paper)|dieser (?:artikel|beitrag)|cet article) (?:is|werd|was|has been|wurde|ist|a ete) (?:\p{L}+ ){0,4}?(?:ingetrokken|teruggetrokken|retracted|withdrawn|zuruckgezogen|retracte)\b/u;

/** "Dit artikel is ingetrokken." */
export function retracted(text: string): boolean {
  if (!MENTIONS_TAKING_BACK.test(text)) return false;
  const start = folded(text.slice(0, 160));
  return RETRACTED.test(start) && !NOT.test(start.slice(0, 60));
}

const EARLIER = new RegExp(
  [
    String.raw`^(?:dit (?:artikel|verhaal|stuk|bericht|essay|interview))\s(?:verscheen|is)\s(?:al\s)?eerder\s(?:ook\s)?(?:verschenen\s|gepubliceerd\s)?(?:in|op|bij)\s(?<nl>.+)`,
    String.raw`^(?:this (?:article|story|piece|post|essay))\s(?:was\s)?(?:originally|first)\s(?:appeared|published)\s(?:in|on|at|by)\s(?<en>.+)`,
    String.raw`^(?:dieser (?:artikel|text|beitrag))\s(?:erschien|ist)\s(?:zuerst|zunächst)\s(?:in|bei|auf|im)\s(?<de>.+?)(?:\serschienen)?$`,
    String.raw`^(?:cet article|ce texte)\s(?:a d['’]abord été publié|est d['’]abord paru)\s(?:dans|sur|par)\s(?<fr>.+)`,
  ].join('|'),
  'i',
);
const WHEN =
  /^(?:\d|(?:ma|di|woens|donder|vrij|zater|zon)\w*dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|page)/i;

/** The place where a text says it appeared before: "Dit artikel verscheen eerder in Voorbeeldkrant." Only a name, never a date. */
export function appearedIn(text: string): string | null {
  const start = text.trim().slice(0, 300);
  const groups = (MENTIONS_EARLIER.test(start) ? EARLIER.exec(start)?.groups : null) ?? {};
  const rest = (groups.nl ?? groups.en ?? groups.de ?? groups.fr ?? '').replace(/^["'“‘*]+/, '');
  const place = (/^.{2,80}?(?=[.,;(!"”]|\s(?:op|on|am|le)\s\d|$)/.exec(rest)?.[0] ?? '').trim();
  return /^(?:(?:de|het|the|der|die|das|le|la)\s)?[\p{Lu}\d]/u.test(place) && !WHEN.test(place) ? place : null;
}
