import type { AiUse, Genre, PaidKind } from '../observation';
import { politicalLabel } from '../political-labels';
import { folded } from './text';

/**
 * Whole labels that say that somebody paid for the text. Patterns are matched against the folded text (no accents, no punctuation).
 * "In samenwerking met", "mogelijk gemaakt door", "presented by" and the like are not among them: newsrooms write them about each other
 * and about funds too.
 */
const PAID: readonly [PaidKind, RegExp][] = [
  [
    'advertorial',
    /^(?:advertorial(?: (?:van|door|by|von|par) .{2,60})?|publi ?reportage|publirreportage|publiredactioneel|publi ?redactionnel(?:le)?|publi ?communique|infomercial|publicite redactionnelle|publireportaje|advertise(?:ment feature|r content)(?: (?:from|by) .{2,60})?|(?:anzeigen? )?sonderveroffentlichung(?: anzeige)?)$/,
  ],
  [
    'partner-content',
    /^(?:partner ?content|partner ?inhalt|partner ?bijdrage|partner ?artikel|partner ?beitrag|contenu partenaire|article partenaire|contenido (?:de )?partner)$/,
  ],
  ['branded-content', /^(?:branded (?:content|story|stories)|contenu de marque)(?: (?:by|door|von|par|por) .{2,60})?$/],
  [
    'sponsored',
    /^(?:gesponsord(?:e (?:content|bijdrage|inhoud)| (?:artikel|bericht|verhaal))?|gesponsert(?:er (?:inhalt|beitrag|artikel))?|paid for(?= by)|sponsored(?: (?:content|post|article|story|feature))?|sponsor content|paid (?:content|post)|betaalde (?:content|bijdrage|inhoud)|betaald artikel|bezahlter? (?:content|inhalt|beitrag)|contenu sponsorise|article sponsorise|contenu commandite|sponsorise|contenido patrocinado|patrocinado|contenuto sponsorizzato)(?: (?:by|door|von|par|por) .{2,60})?$/,
  ],
  [
    'paid-partnership',
    /^(?:betaald partnerschap|betaalde samenwerking|paid partnership|bezahlte (?:werbe)?partnerschaft|partenariat remunere|collaboration commerciale)(?: (?:met|with|mit|avec) .{2,60})?$/,
  ],
];
const SLOT = /^(?:advertentie|ingezonden mededeling|advertisement|anzeige|publicite|publicidad)$/;

/** The kind of paid content a whole label or section name says, or null. */
export function paidLabel(label: string): PaidKind | null {
  if (label.length > 90) return null;
  const [first = '', ...more] = label.split(/\s*[|•·]\s*/);
  // "Advertorial | Voorbeeldbank"; more parts make a list.
  const text = folded(more.length === 1 ? first : label);
  return PAID.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** "Advertentie" or "Anzeige": marks a slot beside the article, unless it stands as the article's own kicker or section. */
export function isAdvertisement(label: string): boolean {
  return SLOT.test(folded(label.slice(0, 60)));
}

/** A whole sentence of the law. As with "Advertentie", only the article's own kicker is about the article: a banner has it too. */
export function isPoliticalStatement(label: string): boolean {
  return politicalLabel(label)?.strength === 'statement';
}

const PAID_NOTE =
  /^(?:dit(?: (?:artikel|bericht|stuk|verhaal))?(?= is een )|dit (?:artikel|bericht|stuk|verhaal)|this (?:article|story|post|content)|dieser (?:artikel|beitrag)|cet article) (?:is|ist|est) (?:een |an? |eine? |une? )?(?:betaalde? |paid )?(?<label>advertorial|publireportage|publi ?redactionnel|partner ?(?:content|bijdrage)|branded content|gesponsord(?: artikel|e (?:bijdrage|content))?|sponsored(?: (?:content|post|article))?|gesponsert(?:er (?:beitrag|inhalt))?|sponsorise|contenu sponsorise)(?=$| (?:en|and|und|et|van|door|by|von|par|de|from)\b)/;

/** The kind of paid content in a sentence of the text about itself: "Dit artikel is een advertorial van …". Quoted words are not its own. */
export function paidNote(paragraph: string): PaidKind | null {
  const [sentence = ''] = paragraph.slice(0, 200).split(/[.!?:](?:\s|$)/);
  if (!/adver|publi|partner|brand|ponso/i.test(sentence) || /^\W{0,3}["'“‘„«]/.test(sentence)) return null;
  const label = PAID_NOTE.exec(folded(sentence))?.groups?.label;
  return label === undefined ? null : paidLabel(label);
}

const PAID_SEGMENT: ReadonlyMap<string, PaidKind> = new Map([
  ...['advertorial', 'advertorials', 'publireportage', 'publireportages', 'publi-reportage'].map((s) => [s, 'advertorial'] as const),
  ...['partnercontent', 'partner-content', 'partnerinhalte', 'partnerinhalt'].map((s) => [s, 'partner-content'] as const),
  ...['branded-content', 'brandedcontent'].map((s) => [s, 'branded-content'] as const),
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
export function paidPath(path: string): PaidKind | null {
  for (const segment of path.toLowerCase().split('/').slice(1, -1)) {
    const kind = PAID_SEGMENT.get(segment);
    if (kind) return kind;
  }
  return null;
}

/** A `meta` that says with a positive value that this page is paid for. Switches of advertising technology name no page. */
export function paidMeta(name: string, content: string): PaidKind | null {
  const key = name
    .toLowerCase()
    .replace(/^.*[:.]/, '')
    .replace(/[^a-z]/g, '');
  if (
    /^(?:is)?(?:sponsored|sponsoredcontent|paidcontent|branded|brandedcontent|advertorial|partnercontent|sponsoredarticle)$/.test(key) &&
    /^(?:true|yes|1|ja)$/.test(folded(content))
  ) {
    return key.includes('brand')
      ? 'branded-content'
      : key.includes('advertorial')
        ? 'advertorial'
        : key.includes('partner')
          ? 'partner-content'
          : 'sponsored';
  }
  return /^(?:contenttype|articletype|pagetype|type)$/.test(key) ? paidLabel(content) : null;
}

const GENRES: readonly [Genre, RegExp][] = [
  ['satire', /^(?:satire|satirical)$/],
  ['column', /^(?:column|columns|columnisten|columnist|kolumne|kolumnen|chronique|chroniques)$/],
  [
    'opinion',
    /^(?:opinie|opinies|opinion|opinions|opinion piece|opiniestuk|meinung|meinungen|kommentar|kommentare|leitartikel|commentaar|tribune|tribunes|editorial|editorials|gastbeitrag|op ed|gastkommentar|opinie (?:en )?debat|(?:dit is een )?(?:ingezonden (?:brief|stuk|bijdrage|opinie)|opiniebijdrage|opinieartikel)|dit is een opiniestuk|hoofdredactioneel|hoofdredactioneel commentaar|comment is free|point de vue|editoriaux)$/,
  ],
  ['analysis', /^(?:analyse|analyses|analysis|analysen|news analysis|nieuwsanalyse|decryptage)$/],
  ['background', /^(?:achtergrond|achtergronden|background|hintergrund|hintergrunde|explainer|uitleg|duiding)$/],
  ['interview', /^(?:interview|interviews|vraaggesprek|entretien|entrevista)$/],
  [
    'review',
    /^(?:recensie|recensies|review|reviews|rezension|rezensionen|kritik|filmkritik|critique|critiques|filmrecensie|boekrecensie|film review|book review)$/,
  ],
  ['report', /^(?:reportage|reportages|reportagen|reportage im bild)$/],
  ['fact-check', /^(?:factcheck|fact check|fact checks|factchecks|faktencheck|desintox|factchecking)$/],
  ['liveblog', /^(?:liveblog|live blog|liveticker|live ticker|live updates)$/],
  [
    'press-release',
    /^(?:persbericht|persberichten|press release|press releases|pressemitteilung|pressemitteilungen|communique de presse|communiques|presseinformation)$/,
  ],
];

/** Words that in an address also name a forum, a brand or a programme. */
const NOT_IN_PATH = /^(?:background|uitleg|kommentare|commentaar|tribunes?|editorial|report|live updates|column|columns)$/;

/** The genre that a segment of the path declares, or null. */
export function genrePath(segment: string): Genre | null {
  const words = segment.replaceAll('-', ' ');
  return NOT_IN_PATH.test(folded(words)) ? null : genreLabel(words);
}

/** Behind a headline these lead to the readers' comments. */
export function meansComments(label: string): boolean {
  return /^(?:kommentare?|commentaar|reviews?|comment)$/.test(folded(label));
}

/** The genre that a whole label or section name declares, or null. */
export function genreLabel(label: string): Genre | null {
  if (label.length > 60) return null;
  const text = folded(label);
  return GENRES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** "Dit is een ingezonden stuk dat …" as a first or last paragraph. */
export function opinionNote(paragraph: string): boolean {
  return (
    paragraph.length <= 300 &&
    /^dit (?:(?:artikel|stuk) )?is een (?:ingezonden (?:stuk|brief|bijdrage|opiniestuk)|opiniestuk|opiniebijdrage|opinieartikel)(?=$|\.(?:\s|$)|,? (?:dat|die|en|van|van de hand|namens|op persoonlijke)\b)/i.test(
      paragraph.trim(),
    )
  );
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
