/**
 * Labels of political advertising as text. Article 11(1)(a) of Regulation (EU) 2024/900 wants "a statement that it is a
 * political advertisement"; the wording in each language is that of the Regulation and its implementing act.
 */

/**
 * `statement`: a whole sentence that says of the thing it stands in that it is political advertising. `term`: the law's word
 * alone, which is as well the title of an article about it; it counts only on what is an advertisement by another sign.
 */
export type LabelStrength = 'statement' | 'term';

export type LabelLanguage = 'nl' | 'en' | 'de' | 'fr';

/** The elections named in the Dutch labels. */
const DUTCH_ELECTIONS = [
  'gemeenteraadsverkiezingen',
  'provinciale statenverkiezingen',
  'waterschapsverkiezingen',
  'tweede kamerverkiezingen',
  'europees parlementsverkiezingen',
];

/** Seen on labels at the municipal elections of March 2026; with the other elections in the same place. */
const DUTCH = 'dit is een politieke reclameboodschap';

const STATEMENTS: Readonly<Record<LabelLanguage, readonly string[]>> = {
  nl: [DUTCH, ...DUTCH_ELECTIONS.flatMap((election) => [`${DUTCH} in het kader van de ${election}`])],
  en: [],
  de: [],
  fr: [],
};

/** nl: Commissariaat voor de Media; en, de: Implementing Regulation (EU) 2025/1410; fr: Article 11 as the ARPP quotes it. */
const TERMS: Readonly<Record<LabelLanguage, readonly string[]>> = {
  nl: ['politieke reclame', 'politieke reclameboodschap'],
  en: ['political advertisement'],
  de: ['politische anzeige', 'politische werbung'],
  fr: ['annonce publicitaire à caractère politique'],
};

const LONGEST = 200;
const LANGUAGES = ['nl', 'en', 'de', 'fr'] as const satisfies readonly LabelLanguage[];

/** What a text on its own says, after normalisation of case, spaces and the punctuation around it; null when it is no label. */
export function politicalLabel(text: string): { strength: LabelStrength; lang: LabelLanguage } | null {
  if (text.length > LONGEST) return null;
  // A year after the election belongs to its name.
  const plain = normalised(text).replace(/(?<=verkiezingen) (?:van )?20\d\d$/, '');
  for (const lang of LANGUAGES) {
    if (STATEMENTS[lang].includes(plain)) return { strength: 'statement', lang };
    if (TERMS[lang].includes(plain)) return { strength: 'term', lang };
  }
  return null;
}

function normalised(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”„‘’«»([|·•–—-]+|[\s"'“”„‘’«»)\]|·•–—.:!-]+$/g, '');
}
