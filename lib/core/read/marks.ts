import type { AiUse, Correction, Genre, PaidKind } from '../observation';
import { folded } from './text';

/** A whole label, as it stands above a headline or in a byline. Patterns are matched against the folded text (no accents, no punctuation). */
const PAID: readonly [PaidKind, RegExp][] = [
  [
    'advertorial',
    /^(?:advertorial|publireportage|publi reportage|publirreportage|publiredactioneel|infomercial|informercial|publicite redactionnelle|publireportaje)$/,
  ],
  [
    'partner-content',
    /^(?:partner ?content|partner ?inhalt|partner ?bijdrage|partner ?artikel|partner ?beitrag|contenu partenaire|contenido (?:de )?(?:socios?|partner)|in samenwerking met|in partnership with|paid partnership with|en partenariat avec|in kooperation mit|in zusammenarbeit mit|en colaboracion con)(?: .{2,60})?$/,
  ],
  [
    'branded-content',
    /^(?:branded (?:content|story|stories)|brand ?story|brandstory|brand ?studio|brandpost|brand voice|brandvoice)(?: .{2,40})?$/,
  ],
  [
    'sponsored',
    /^(?:gesponsord(?:e (?:content|bijdrage|inhoud))?|gesponsert(?:er (?:inhalt|beitrag|artikel))?|sponsored(?: (?:content|post|article|story|feature))?|paid (?:content|post|program)|betaalde (?:content|bijdrage|inhoud)|bezahlter (?:inhalt|beitrag)|contenu sponsorise|article sponsorise|contenu commandite|sponsorise|contenido patrocinado|patrocinado|contenuto sponsorizzato)(?: (?:by|door|von|par|por) .{2,60})?$/,
  ],
  [
    'sponsored',
    /^(?:aangeboden door|mogelijk gemaakt door|presented by|sponsored by|gesponsord door|prasentiert von|gesponsert von|propose par|presente par|sponsorise par|presentado por|patrocinado por) .{2,60}$/,
  ],
  [
    'paid-partnership',
    /^(?:betaald partnerschap|betaalde samenwerking|paid partnership|bezahlte (?:werbe)?partnerschaft|partenariat remunere|collaboration commerciale)(?: .{2,60})?$/,
  ],
];

/** The kind of paid content a label names, or null. Bare "Advertentie" or "Anzeige" marks a slot beside the article, not the article. */
export function paidLabel(label: string): PaidKind | null {
  if (label.length > 90) return null;
  const text = folded(label);
  return PAID.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const PAID_SEGMENT: ReadonlyMap<string, PaidKind> = new Map([
  ...['advertorial', 'advertorials', 'publireportage', 'publireportages', 'publi-reportage'].map((s) => [s, 'advertorial'] as const),
  ...['partnercontent', 'partner-content', 'partnerinhalte', 'partnerinhalt', 'partnered'].map((s) => [s, 'partner-content'] as const),
  ...[
    'branded-content',
    'brandedcontent',
    'brandstory',
    'brandstories',
    'brand-stories',
    'brand-story',
    'brandpost',
    'brandstudio',
    'brand-studio',
  ].map((s) => [s, 'branded-content'] as const),
  ...[
    'sponsored',
    'gesponsord',
    'sponsored-content',
    'sponsored-post',
    'sponsored-posts',
    'gesponsert',
    'paid-content',
    'paidcontent',
    'paid-post',
    'paidpost',
    'contenu-sponsorise',
    'betaalde-content',
  ].map((s) => [s, 'sponsored'] as const),
]);

/** Paid content as a whole segment of the path says it: `/partner-content/…`. The last segment is the title and does not count. */
export function paidPath(path: string): { kind: PaidKind; segment: string } | null {
  for (const segment of path.toLowerCase().split('/').slice(1, -1)) {
    const kind = PAID_SEGMENT.get(segment);
    if (kind) return { kind, segment };
  }
  return null;
}

/** A `meta` that says with a positive value that this page is paid for. Switches of advertising technology name no page. */
export function paidMeta(name: string, content: string): PaidKind | null {
  const key = name
    .toLowerCase()
    .replace(/^.*[:.]/, '')
    .replace(/[^a-z]/g, '');
  const value = folded(content);
  if (
    /^(?:is)?(?:sponsored|sponsoredcontent|paidcontent|branded|brandedcontent|advertorial|partnercontent|sponsoredarticle|nativead|advertisement)$/.test(
      key,
    ) &&
    /^(?:true|yes|1|ja)$/.test(value)
  ) {
    return key.includes('brand')
      ? 'branded-content'
      : key.includes('advertorial')
        ? 'advertorial'
        : key.includes('partner')
          ? 'partner-content'
          : 'sponsored';
  }
  return /^(?:contenttype|articletype|pagetype|type|tone|genre)$/.test(key) ? paidLabel(content) : null;
}

const GENRES: readonly [Genre, RegExp][] = [
  ['satire', /^(?:satire|satirical|humour|humor)$/],
  ['column', /^(?:column|columns|columnisten|columnist|kolumne|kolumnen|chronique|chroniques)$/],
  [
    'opinion',
    /^(?:opinie|opinies|opinion|opinions|opinion piece|opiniestuk|meinung|meinungen|kommentar|kommentare|leitartikel|commentaar|tribune|tribunes|editorial|editorials|debat|gastbeitrag|op ed|standpunt|ingezonden|ingezonden brief|hoofdredactioneel|hoofdredactioneel commentaar|voices|comment is free|point de vue|editoriaux)$/,
  ],
  ['analysis', /^(?:analyse|analyses|analysis|analysen|news analysis|nieuwsanalyse|decryptage)$/],
  ['background', /^(?:achtergrond|achtergronden|background|hintergrund|hintergrunde|explainer|uitleg|duiding)$/],
  ['interview', /^(?:interview|interviews|vraaggesprek|entretien|entrevista)$/],
  [
    'review',
    /^(?:recensie|recensies|review|reviews|rezension|rezensionen|kritik|filmkritik|critique|critiques|filmrecensie|boekrecensie|film review|book review)$/,
  ],
  ['report', /^(?:reportage|reportages|reportagen|reportage im bild)$/],
  ['fact-check', /^(?:factcheck|fact check|fact checks|factchecks|faktencheck|verification|desintox|factchecking)$/],
  ['liveblog', /^(?:liveblog|live blog|liveticker|live ticker|live updates)$/],
  [
    'press-release',
    /^(?:persbericht|persberichten|press release|press releases|pressemitteilung|pressemitteilungen|communique de presse|communiques|presseinformation)$/,
  ],
];

/** The genre that a whole label or section name declares, or null. */
export function genreLabel(label: string): Genre | null {
  if (label.length > 60) return null;
  const text = folded(label);
  return GENRES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const GENRE_TYPES: Readonly<Record<string, Genre>> = {
  opinionnewsarticle: 'opinion',
  satiricalarticle: 'satire',
  backgroundnewsarticle: 'background',
  analysisnewsarticle: 'analysis',
  reviewnewsarticle: 'review',
  reportagenewsarticle: 'report',
  criticreview: 'review',
  liveblogposting: 'liveblog',
  claimreview: 'fact-check',
};

/** The genre in a schema.org type (https://schema.org/NewsArticle and its kinds), or null. */
export function genreType(type: string): Genre | null {
  return GENRE_TYPES[type.toLowerCase()] ?? null;
}

const AI_SOURCE: readonly [AiUse, RegExp][] = [
  ['modified', /compositewithtrainedalgorithmicmedia/i],
  ['generated', /trainedalgorithmicmedia/i],
  ['modified', /algorithmicallyenhanced/i],
];

/** IPTC digital source type (https://cv.iptc.org/newscodes/digitalsourcetype) that names AI, or null. */
export function aiSourceType(value: string): AiUse | null {
  return AI_SOURCE.find(([, pattern]) => pattern.test(value))?.[0] ?? null;
}

/** `<meta name="ai-disclosure" content="ai-assisted">` and the like; "none" is no disclosure. */
export function aiMeta(content: string): AiUse | null {
  const value = folded(content);
  if (value === '' || /^(?:none|no|false|0|human|human only|not used)$/.test(value)) return null;
  if (/generated|autonomous/.test(value)) return 'generated';
  if (/summar/.test(value)) return 'summarised';
  if (/translat/.test(value)) return 'translated';
  if (/modif/.test(value)) return 'modified';
  return /assist/.test(value) ? 'assisted' : 'disclosed';
}

const AI =
  '(?:ai|ki|ia|kunstmatige intelligentie|artificial intelligence|kunstlicher intelligenz|intelligence artificielle|artificiele intelligentie|chatgpt|generative ai)';
const AI_LABEL: readonly [AiUse, RegExp][] = [
  [
    'summarised',
    new RegExp(
      `(?:samengevat|samenvatting|zusammengefasst|zusammenfassung|summari[sz]ed|summary|resume)\\b.{0,30}\\b${AI}\\b|\\b${AI}\\b.{0,12}(?:samenvatting|zusammenfassung|summary)`,
    ),
  ],
  ['translated', new RegExp(`(?:vertaald|ubersetzt|translated|traduit)\\b.{0,40}\\b${AI}\\b`)],
  [
    'generated',
    new RegExp(
      `(?:gegenereerd|geschreven|gemaakt|generiert|erstellt|generated|written|created|genere|redige)\\b.{0,25}\\b(?:door|met|mit|von|by|with|using|par|avec)\\b.{0,25}\\b${AI}\\b|^${AI} (?:gegenereerd|generiert|generated)`,
    ),
  ],
  [
    'assisted',
    new RegExp(
      `(?:hulp van|behulp van|unterstutzung von|mithilfe von|mit hilfe von|help of|assistance of|assisted by|aide de)\\b.{0,25}\\b${AI}\\b|^${AI} assisted`,
    ),
  ],
];

/** A short visible note that says how AI was used, or null. Never matched against running text. */
export function aiLabel(label: string): AiUse | null {
  if (label.length > 160) return null;
  const text = folded(label);
  return AI_LABEL.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const CORRECTIONS: readonly [Correction['kind'], RegExp][] = [
  ['retraction', /^(?:ingetrokken|intrekking|retraction|retracted|zuruckgezogen|retractation)\b/],
  ['clarification', /^(?:verduidelijking|clarification|klarstellung|precision)\b/],
  ['addition', /^(?:aanvulling|addition|erganzung|complement)\b/],
  [
    'correction',
    /^(?:correctie|rectificatie|correction|korrektur|richtigstellung|berichtigung|rectification|rectificatif|erratum|correccion)\b/,
  ],
];

/** A note that begins with "Correctie", "Aanvulling" and the like followed by a colon, a date or the end; or null. */
export function correctionNote(text: string): Correction['kind'] | null {
  if (!/^[\p{L}]{6,20}(?:\s?[:(|–—-]|\s\d|\s?$|\s(?:op|vom|on|du)\s)/u.test(text.trim())) return null;
  const start = folded(text.slice(0, 60));
  return CORRECTIONS.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}

const EARLIER =
  /(?:dit (?:artikel|verhaal|stuk|bericht)|dieser (?:artikel|text|beitrag)|this (?:article|story|piece|post)|cet article|ce texte)\s.{0,60}?(?:verscheen|is verschenen|werd gepubliceerd|erschien|ist .{0,30}erschienen|wurde .{0,40}veröffentlicht|appeared|(?:was|is) (?:originally|first) published|originally appeared|first appeared|a été publié|est paru).{0,30}?\s(?:in|op|bij|on|auf|bei|at|by|dans|sur)\s+(.{2,80}?)(?:[.,;(]|$)/i;

/** The place where a text says it appeared before: "Dit artikel verscheen eerder in Voorbeeldkrant." */
export function appearedIn(text: string): string | null {
  const match = EARLIER.exec(text.slice(0, 400));
  return match ? (match[1] ?? '').trim() : null;
}
