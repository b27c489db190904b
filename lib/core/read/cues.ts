/** `at` is no more than a preposition, or the word "date". */
export type Cue = 'published' | 'modified' | 'unrelated' | 'at' | null;

const MODIFIED =
  /[uü]pdat|aktualis|actualis|aktuelle fassung|bijgewerkt|gewijzigd|aangepast|herzien|bearbeitet|(?:amended|edited)(?: on| at|:)|geändert|überarbeitet|\bstand\b|mis(?:e)? à jour|modifi|actualizad|aggiornat|atualizad|zaktualiz|обновл|изменен|last (?:edit|review|change)|revised|reviewed|\blaatst|zuletzt|更新|güncel|opdateret|oppdatert|uppdater|päivitetty|correctie|rectifi[ck]ati|korrektur|berichtigung|richtigstellung|correction|erratum|aanvulling|ergänzung/gi;
const PUBLISHED =
  /publi(?!c\b|cly\b|cans?\b|ek|k|que)|posted|erstellt|veröffentlicht|erschienen|geplaatst|geschreven|gepost|written|écrit|posté|mis en ligne|created|geschrieben|verfasst|eingestellt|publicado|pubblicato|opublikowan|dodano|опублик|投稿|公開|yayın/gi;
const AT = /\bdatum\b|\bdate\b|\bdatumi?:|\bam\b|\bvom\b|\bop\b|\bdu\b|\ble\b|\bon\b/i;
const UNRELATED =
  /gebor|\bborn\b|\bnée?\b|†|gestorben|verstorben|overleden|décédée?|died|termin|(?<!\d\s)komment|(?<!\d\s)comment|(?<!\d\s)reactie|©|copyright|\(c\)|\bsince\b|\bseit\b|\bsinds\b|\bdepuis\b|until|\bbis\b|\btot\b|jusqu|gültig|geldend|geldig|valid from|en vigueur|abgerufen|accessed|retrieved|deadline|uiterlijk|sluitingsdatum|gesloten|geschlossen|fermée?\b|closed|bewerbungs|event|wanneer|\bwann\b|\bquand\b|\bwhen\b|joined|registriert|beigetreten|mitglied|member|beginn|start|ends|einde|\bab\b|vanaf|(?<!\bis )from|release|erscheinungs|expires|\bsortie\b|kinostart|verschijnt|erscheint|\bversie\b|\bversion\b|\bvorige?\b|\bvolgende?\b|\bprevious\b|\bnext\b|vorherig|nächster|précédent|suivant|(?:zegt|schreef|schrijft|says|wrote|sagt|schrieb|schreibt|dit|écrit)\s?:/gi;

/** Of a text that appeared, perhaps in another place; what stands between this and the date. */
const APPEARED =
  /(?:\b(?:verscheen|erschien|appeared|parue?)\b|(?:eerder|originally|first|previously|zuerst|zunächst|ursprünglich|d['’]abord|initialement) (?:verschenen|gepubliceerd|erschienen|veröffentlicht|published|posted|publiée?))(?<rest>[^.]*)$/i;
const IN_PLACE = /\b(?:in|bij|by|at|bei|im|auf|dans|sur|par)\s+\p{L}/iu;
const PLACE_BEHIND = /^[\s,)]*(?:in|bij|by|bei|im|auf|dans|sur|par)\s/i;
/** "Op 5 november 2026 gesloten"; "Datum: 12 september 2026 · Locatie: …"; "11 March 2026, 7.30pm – 10pm", the hours of an event. */
const CLOSED_BEHIND = /^[\s,]*(?:(?:is|sind|are|est)\s)?(?:gesloten|geschlossen|closed|fermée?)\b/i;
const CLOCK = String.raw`\d{1,2}(?:[.:h]\d\d\s?(?:uur|uhr|[ap]\.?m\b)?|\s?(?:uur|uhr|[ap]\.?m\b|h\b))`;
const HOURS_BEHIND = new RegExp(
  String.raw`^[\s,|·]*(?:om |at |um |à |van |von |from |de )?${CLOCK}\s*(?:[–—-]|tot|bis|to|until|à)\s*${CLOCK}`,
  'i',
);
const PLACE_AND_TIME =
  /^.{0,30}?\b(?:aanvang|locatie|uhrzeit|veranstaltungsort|lieu|heure|horaires?|venue|location|entree|eintritt|tijd|tickets?)\b/i;

/**
 * What the words just before a date say about it ("Bijgewerkt op", "Published", "geboren"). The cue nearest to the date counts; a
 * preposition does not undo what stands before it ("overleden op").
 *
 * @param before the text between the previous date, if any, and this one
 * @param behind the text behind it, for "verscheen op 12 mei 2020 in …"
 */
export function cueBefore(before: string, behind = ''): Cue {
  const near = before.slice(-45);
  const modified = lastOf(near, MODIFIED);
  const unrelated = lastOf(near, UNRELATED);
  const published = lastOf(near, PUBLISHED);
  if (appearedElsewhere(before.slice(-90), behind) || CLOSED_BEHIND.test(behind) || HOURS_BEHIND.test(behind)) return 'unrelated';
  if (modified >= 0 && modified > unrelated && !/publi|posted|erstellt|veröff|geplaatst|écrit/i.test(near.slice(modified + 5)))
    return 'modified';
  if (unrelated >= 0 && unrelated > published) return 'unrelated';
  if (published >= 0) return 'published';
  if (/\bdat(?:um|e)\b\W*$/i.test(near) && PLACE_AND_TIME.test(behind)) return 'unrelated';
  return AT.test(near) ? 'at' : null;
}

function lastOf(text: string, words: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(words)) last = match.index;
  return last;
}

/** True when the day is that of another place: one is named before or behind it, or the text says "eerder". */
function appearedElsewhere(before: string, behind: string): boolean {
  const rest = APPEARED.exec(before)?.groups?.rest;
  return rest !== undefined && (/\beerder\b|\bpreviously\b/i.test(before) || IN_PLACE.test(rest) || PLACE_BEHIND.test(behind));
}
