export type Cue = 'published' | 'modified' | 'unrelated' | null;

const MODIFIED =
  /updat|aktualis|aktuelle fassung|bijgewerkt|gewijzigd|aangepast|geändert|überarbeitet|\bstand\b|mis(?:e)? à jour|modifi|actualizad|aggiornat|atualizad|zaktualiz|обновл|изменен|last (?:edit|review|change)|revised|reviewed|laatst|zuletzt|更新|güncel|opdateret|oppdatert|uppdater|päivitetty/gi;
const PUBLISHED =
  /publi|posted|erstellt|veröffentlicht|erschienen|geplaatst|geschreven|gepost|written|écrit|posté|mis en ligne|created|\bdatum\b|\bdate\b|\bdatumi?:|geschrieben|verfasst|eingestellt|publicado|pubblicato|opublikowan|dodano|опублик|\bam\b|\bvom\b|\bop\b|\bdu\b|\ble\b|\bon\b|投稿|公開|yayın/gi;
const UNRELATED =
  /gebor|\bborn\b|\bnée?\b|†|gestorben|died|termin|komment|comment|reactie|©|copyright|\(c\)|\bsince\b|\bseit\b|\bsinds\b|\bdepuis\b|until|\bbis\b|\btot\b|jusqu|gültig|abgerufen|accessed|retrieved|deadline|event|joined|registriert|beigetreten|mitglied|member|beginn|start|ends|einde|\bab\b|vanaf|from|release|erscheinungs|expires/gi;

/**
 * What the words just before a date say about it ("Bijgewerkt op", "Published", "geboren"). The cue nearest to the date counts.
 *
 * @param before the text between the previous date, if any, and this one
 */
export function cueBefore(before: string): Cue {
  const near = before.slice(-45);
  const at = (words: RegExp): number => {
    let last = -1;
    for (const match of near.matchAll(words)) last = match.index;
    return last;
  };
  const modified = at(MODIFIED);
  const unrelated = at(UNRELATED);
  // "Updated on", "bijgewerkt op": a preposition does not make it a publication.
  const published = at(PUBLISHED);
  if (modified >= 0 && modified > unrelated && !/publi|posted|erstellt|veröff|geplaatst|écrit/i.test(near.slice(modified + 5)))
    return 'modified';
  if (unrelated >= 0 && unrelated > published) return 'unrelated';
  return published >= 0 ? 'published' : null;
}
