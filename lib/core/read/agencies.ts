/**
 * News agencies, `shown name=other spellings`. A spelling in capitals counts only in capitals ("AP", never "ap"); "dpa" and its
 * like are written in lower case by their own newsrooms and count in both.
 */
const AGENCIES = [
  'ANP=ANP|anp|Algemeen Nederlands Persbureau',
  'Belga=BELGA|Belga|Agence Belga|Agentschap Belga|belga',
  'Reuters=Reuters|reuters|REUTERS|Thomson Reuters|Reuters Staff',
  'AP=AP|Associated Press|The Associated Press',
  'AFP=AFP|Agence France-Presse|Agence France Presse|afp',
  'dpa=dpa|DPA|Deutsche Presse-Agentur|dpa-AFX',
  'Bloomberg=Bloomberg|Bloomberg News',
  'APA=APA|Austria Presse Agentur',
  'Keystone-SDA=Keystone-SDA|SDA|sda|ATS|Keystone-ATS',
  'EFE=EFE|Agencia EFE',
  'Europa Press=Europa Press',
  'ANSA=ANSA|Ansa',
  'Adnkronos=Adnkronos',
  'Lusa=Lusa|LUSA',
  'PA=PA Media|Press Association',
  'TT=TT Nyhetsbyrån',
  'NTB=NTB',
  'Ritzau=Ritzau|RITZAU',
  'STT=STT',
  'PAP=PAP',
  'ČTK=ČTK|ČTK',
  'Xinhua=Xinhua|XINHUA',
  'TASS=TASS|ITAR-TASS',
  'Kyodo=Kyodo|Kyodo News',
  'Yonhap=Yonhap',
  'PTI=PTI|Press Trust of India',
  'ANI=ANI',
  'IANS=IANS',
  'epd=epd|Evangelischer Pressedienst',
  'KNA=KNA',
  'SID=SID|Sport-Informations-Dienst',
  'AAP=AAP|Australian Associated Press',
  'UPI=UPI',
  'Anadolu=Anadolu|Anadolu Agency|Anadolu Ajansı',
];

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((line) => {
    const [name = '', spellings = ''] = line.split('=');
    return spellings.split('|').map((spelling) => [spelling, name] as const);
  }),
);

/** The agency that is written exactly so, or null. */
export function agencyNamed(text: string): string | null {
  return BY_SPELLING.get(text.trim()) ?? null;
}

/** How the agency of this name is written on pages. */
export function spellingsOf(name: string): string[] {
  return [...BY_SPELLING].flatMap(([spelling, agency]) => (agency === name ? [spelling] : []));
}

const SPLIT = /[/,;|·+]|\s(?:-|–|&|and|und|en|et|with|met|mit|avec|y|e)\s/;

/** Agencies in a credit such as "AFP/dpa" or "Redactie met ANP". */
export function agenciesIn(credit: string): string[] {
  const parts = [credit, ...credit.split(SPLIT)].map((part) => agencyNamed(part.trim()));
  return [...new Set(parts.filter((name): name is string => name !== null))].slice(0, 5);
}

const NAMES = String.raw`[\p{L}-]{2,30}(?:(?:\s?[/,;]\s?|\s(?:en|and|und|et|&)\s|\s)[\p{L}-]{2,20}){0,4}`;
const SOURCE = String.raw`(?:(?:[Bb]ron(?:nen)?|BRON|[Qq]uellen?|QUELLE|[Ss]ources?|SOURCE|[Ff]uente|FUENTE)\s?:\s*|[Mm]it Material (?:von|der)\s)`;
const END_CREDIT = new RegExp(
  String.raw`[.!?"”’…]\s*(?:\((?:${SOURCE})?(${NAMES})\)|\[(?:${SOURCE})?(${NAMES})\])\.?$|^\((?:${SOURCE})?(${NAMES})\)\.?$|(?:^|[.!?"”’]\s)${SOURCE}(${NAMES})\.?$`,
  'u',
);
const PICTURE = /(?:foto|photo|beeld|bild|image|video|grafi\p{L}*)\s?[:'’s]{0,3}\s?[^.!?]{0,40}$/iu;
// A place is a name: "Het persbureau (AFP)" is the begin of a sentence. A day may stand behind it: "LONDON, Nov 20 (Reuters) -".
const DATELINE =
  /^(?:['’‘][st][- ])?(?:\p{Lu}[\p{L}.'’-]*[ ,/]{1,2}(?:(?:aan|den|de|am|an|der|im|la|le|les|sur|on|of|del)\s){0,2}){1,4}(?:(?:\d{1,2}(?:\.|er)?(?:\s\p{L}{3,9}\.?)?(?:,?\s\d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}),?\s)?\(([\p{L}]{2,12}(?:\s?[/,]\s?[\p{L}]{2,12})?)\)\s?(?:[-–—:]|\.\s|\p{Lu})/u;

/**
 * Agencies credited at the end of a text: "… open. (ANP)", "Bron: Belga". Behind a full stop, as "persbureau Reuters (RTR)." only says what
 * an abbreviation stands for.
 */
export function agenciesAtEnd(paragraph: string): string[] {
  const end = paragraph.trim().slice(-120);
  // A quick look first: most paragraphs end in no bracket and name no source.
  const match = /[)\]]\.?$|(?:bron(?:nen)?|quellen?|sources?|fuente)\s?:|material/i.test(end) ? END_CREDIT.exec(end) : null;
  if (!match || PICTURE.test(end.slice(0, match.index))) return [];
  const [, ...credits] = match;
  const credit = credits.find((text) => text !== undefined) ?? '';
  // "(Jan de Boer / ANP)" is said of a picture; "Bron: …" is not.
  const person = !SAYS_SOURCE.test(match[0]) && credit.split(SPLIT).some((part) => isPerson(part.trim()));
  return person ? [] : agenciesIn(credit);
}

const SAYS_SOURCE = new RegExp(SOURCE);

function isPerson(part: string): boolean {
  return part.includes(' ') && agencyNamed(part) === null && !/reda[ck]ti/i.test(part);
}

/** Agencies in a dateline: "DEN HAAG (ANP) – …". */
export function agenciesInDateline(paragraph: string): string[] {
  const start = paragraph.slice(0, 120);
  const match = start.includes('(') ? DATELINE.exec(start) : null;
  return match ? agenciesIn(match[1] ?? '') : [];
}
