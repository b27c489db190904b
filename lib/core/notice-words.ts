/**
 * What of the words of a notice may be kept. Persons and ways to reach them never are, so whatever cannot be told from them
 * is not kept either: a name too few is mended by a keeper, a name too many is published.
 */

const MAX_NAME = 120;
const MAX_WORDS = 120;

/** One line without markup or control characters; null when nothing readable is left, or too much. */
export function plainLine(value: unknown, most: number = MAX_WORDS): string | null {
  if (typeof value !== 'string' || value.length > 10_000) return null;
  const line = value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' || line.length > most || /[<>{}]/.test(line) ? null : line;
}

const MAIL = /@|\(at\)|\[at\]|\bat\s+\S+\s+dot\s/i;
const PHONE = /(?:\+|\b00)\d{2}|(?:\d[\s().-]?){8,}/;
const WEB = /https?:|\bwww\.|\/\//i;
const POSTCODE = /\b[1-9]\d{3}\s?[A-Z]{2}\b/;
const STREET = /\b[\p{L}-]*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|postbus|street|road|avenue|strasse|straße|gade|vej)\s*\d/iu;

/** Whether a text holds a way to reach somebody: mail, telephone, web page, postal address. */
export function reaches(line: string): boolean {
  return [MAIL, PHONE, WEB, POSTCODE, STREET].some((form) => form.test(line));
}

/** Words of a list or a short description, as they stand; null when they are no short line or hold a way to reach somebody. */
export function shortWords(value: unknown): string | null {
  const line = plainLine(value);
  return line === null || reaches(line) || ADDRESSED.test(line) ? null : line;
}

/** How people are addressed, also without the point where no organisation is called so. */
const ADDRESSED =
  /(?:^|\s)(?:(?:mr|ms|dr|drs|ir|ing|m|hr|fru)\.|(?:dhr|mevr|mw|mrs|prof|herr|frau|mme)\.?|de heer|mevrouw|meneer|monsieur|madame)\s/i;
/** `J. de Vries`, `J.P. Jansen`, `Jansen, J.`: how a person's name is written with initials. */
const INITIALS = /^(?:\p{Lu}\.\s?)+(?:[\p{Ll}'’]+\s+)*\p{Lu}[\p{L}'’-]+$|^(?:[\p{Ll}'’]+\s+)*\p{Lu}[\p{L}'’-]+,\s*(?:\p{Lu}\.\s?)+/u;
/** `Anna de Vries`, `Jan van den Berg`: a Dutch name with its particle. Somebody who trades under their own name has a number too. */
const PARTICLE = /^\p{Lu}[\p{L}'’-]+ (?:(?:van|von|de|den|der|du|ten|ter|te|['’]t|la|le) ){1,3}\p{Lu}[\p{L}'’-]+$/u;
/** For the attention of: what comes after it is a person or a department, and part of the address. */
const ATTENTION = /\s*[,(-]?\s*(?:\bt\.?\s?a\.?\s?v\.?(?=\s)|\bter attentie van\b|\bc\/o\b|\bp\/a\b|\battn\b).*$/i;

/** Words with which a name says itself that it is that of an organisation. */
const KIND_WORDS =
  /\b(?:stichting|stg|vereniging|coöperatie|coop|b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|vzw|ltd|limited|gmbh|e\.?v\.?|asbl|inc|foundation|association|partij|partei|party|parti|partiet|beweging|movement|lijst|fractie|afdeling|afd|gemeente|provincie|waterschap|ministerie|bond|federatie|unie|union|comité|commissie|raad|instituut|museum|universiteit|kerk|krant|omroep|platform|netwerk|secretariaat|bestuur)\b/iu;
/** Parties go by their letters; a name that begins with them is a party's, or one of its branches. */
const PARTY_LETTERS =
  /^(?:50PLUS|BBB|BIJ1|BVNL|CDA|ChristenUnie|D66|DENK|FNP|Forum voor Democratie|FvD|GroenLinks|JA21|NSC|PRO|PvdA|PvdD|PVV|SGP|SP|Volt|VVD)\b/i;

/**
 * The name of an organisation as a notice writes it, without what follows "t.a.v.". Null when there is nothing to tell it
 * from a person's name: no number in a register of organisations, and no word that only organisations have.
 */
export function organisationName(value: unknown, { registered }: { registered: boolean }): string | null {
  const whole = plainLine(value, MAX_NAME * 2);
  const name = whole === null ? null : plainLine(whole.replace(ATTENTION, ''), MAX_NAME);
  if (name === null || reaches(name) || writtenAsPerson(name)) return null;
  if (KIND_WORDS.test(name) || PARTY_LETTERS.test(name)) return name;
  return registered && !PARTICLE.test(name) ? name : null;
}

/** Written as persons are: with initials, or with a way of addressing somebody. */
export function writtenAsPerson(name: string): boolean {
  return INITIALS.test(name) || ADDRESSED.test(name);
}

/**
 * The number of the Dutch chamber of commerce in a text such as `KvK-nummer: 12345678`; null when it holds none, `unreadable`
 * when it holds figures that are no such number.
 */
export function kvkNumber(value: unknown): string | null | 'unreadable' {
  const line = plainLine(typeof value === 'number' ? String(value) : value, 60);
  if (line === null) return null;
  const figures = line.replace(/(?<=\d)[\s.](?=\d)/g, '');
  const found = figures.match(/(?<!\d)\d{8}(?!\d)/g) ?? [];
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  return /\d/.test(line) ? 'unreadable' : null;
}

/** A web address without name, password, query or fragment, which may be about a person; null for anything else. */
export function plainAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value.trim())) return null;
  const url = new URL(value.trim());
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  url.search = '';
  return url.href.length > 500 || MAIL.test(url.href) ? null : url.href;
}

/** `1250`, `1250.50` and `1.250,50`; null when it cannot be read in one way only, such as `1.250`. */
export function statedNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 && value < 1e12 ? value : null;
  const line = plainLine(value, 40);
  if (line === null) return null;
  if (/^\d{1,12}(?:\.\d{1,2})?$/.test(line)) return Number(line);
  if (/^\d{1,12},\d{1,2}$/.test(line)) return Number(line.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(line)) return Number(line.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(line)) return Number(line.replaceAll(',', ''));
  return null;
}
