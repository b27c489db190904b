import type { Claim, ClaimObject, EntityId, Funding, Predicate, Response, Source } from '../core/register';
import type { Slice, Statement } from '../core/statements';
import { isDisputed, isPartial, nameOf, partnersOf, stateBeforeSource } from '../core/statements';
import { interestText } from './chain-text';
import { type Snake, snake } from './snake';
import { capitalised, inWords, plainText, type Run, type Words } from './words';

type Names = Pick<Slice, 'entities'>;

/** One claim as one sentence, the same for every outlet; `past` for what no longer holds. */
export function statementText(statement: Statement, names: Names, words: Words, tense: Tense = 'present'): Run[] {
  const disputed = isDisputed(statement.claim) ? words.runs('says_disputed') : [];
  return capitalised([...sentenceFor(statement, names, words, tense), ...disputed.map(spaced)]);
}

type Tense = 'present' | 'past';

function sentenceFor(statement: Statement, names: Names, words: Words, tense: Tense): Run[] {
  const { claim } = statement;
  const subject = nameRun(claim.subject, names);
  const { object, predicate } = claim;
  const was = tense === 'past' ? 'was_' : '';
  const dates = datesOf(statement, words, tense);
  // What is said without a holder gets its dates in the past only: today it speaks of today.
  const undated = (sentence: Run[]): Run[] => [...sentence, ...(tense === 'past' ? dates : [])];
  if ('unspecified' in object) return undated(words.runs(`says_${was}${snake(object.unspecified)}`, { subject }));
  if ('noIncomeFrom' in object) return undated(words.runs(`says_${was}none_from_${snake(object.noIncomeFrom)}`, { subject }));
  if ('form' in object) return undated(words.runs(`says_${was}has_form`, { subject, form: words.t(`form_${snake(object.form)}`) }));
  if ('legalForm' in object) return undated(words.runs(`says_${was}${snake(object.legalForm)}`, { subject }));
  const of = objectRun(object, names, words);
  if (predicate === 'funded-by') {
    const sentence = fundingText(claim.funding, subject, of, words, tense);
    return claim.funding?.year === undefined ? undated(sentence) : sentence;
  }
  if (predicate === 'member-of') {
    const date = claim.asOf === undefined ? words.t('date_unknown') : words.roughDate(claim.asOf);
    return words.runs('says_member_of', { subject, object: of, date });
  }
  const share = statementShare({ claim }, words);
  const partners = partnersOf(claim).map((id) => nameRun(id, names));
  const others = words.list(partners);
  const key = keyFor(claim);
  const together = partners.length > 0 && (key === 'owned_by' || key === 'has_share');
  const jointly = partners.length === 0 || together ? null : plainText(words.runs('held_together', { others }));
  const notes = [...('words' in object && share !== null ? [share] : []), ...('words' in object && jointly !== null ? [jointly] : [])];
  const described: Run[] = notes.length === 0 ? [of] : [of, { text: ` (${notes.join(', ')})` }];
  const values = { subject, object: described, others, share: share ?? words.t('instrument_unspecified') };
  const sentence = together ? words.runs(`says_${was}${key}_together`, values) : words.runs(`says_${was}${key}`, values);
  const note = key === 'owned_by' ? share : 'words' in object ? null : jointly;
  return [...(note === null ? sentence : withNote(sentence, note)), ...dates];
}

/** "Sinds mei 2019. Tot 2021." */
function datesOf(statement: Statement, words: Words, tense: Tense): Run[] {
  const { valid, asOf } = statement.claim;
  const since = valid?.from === undefined ? [] : words.runs('says_since', { date: words.roughDate(valid.from) });
  const until = valid?.to === undefined ? [] : words.runs('says_until', { date: words.roughDate(valid.to) });
  if (since.length + until.length > 0) return [...since, ...until].map(spaced);
  // History without a period at least says when a source still knew it to be so.
  if (tense === 'past') return asOf === undefined ? [] : words.runs('says_known', { date: words.roughDate(asOf) }).map(spaced);
  const older = stateBeforeSource(statement);
  return older === null ? [] : words.runs('says_state', { date: words.roughDate(older) }).map(spaced);
}

type Key =
  | 'described_owner'
  | 'described_share'
  | 'described_control'
  | 'described_board'
  | 'has_share'
  | Snake<Exclude<Predicate, 'funded-by' | 'member-of' | 'has-form'>>;

/** Who holds a part is not called the owner, and who is only described gets a sentence that fits any words. */
function keyFor(claim: Claim): Key {
  const { predicate, object } = claim;
  if ('words' in object && predicate === 'owned-by') return isPartial(claim) ? 'described_share' : 'described_owner';
  if ('words' in object && predicate === 'controlled-by') return 'described_control';
  if ('words' in object && predicate === 'governance-appointed-by') return 'described_board';
  if (predicate === 'owned-by' && isPartial(claim)) return 'has_share';
  return snake(predicate as Exclude<Predicate, 'funded-by' | 'member-of' | 'has-form'>);
}

/** "50,6%; alleen voor deze titels", or null when no interest is stated. */
export function statementShare({ claim }: Pick<Statement, 'claim'>, words: Words): string | null {
  return interestText(claim.interests ?? [], words);
}

/**
 * "De Krant kreeg in 2024 geld van het fonds: € 21,4 miljoen." Money of a stated year came in that year, whatever the year is
 * now; what was only budgeted is not said to have come.
 */
export function fundingText(funding: Funding | undefined, subject: Run, from: Run, words: Words, tense: Tense = 'present'): Run[] {
  const { year, amount, share, collective, planned } = funding ?? {};
  const was = tense === 'past' ? 'was_' : '';
  const key = year === undefined ? (`${was}funded` as const) : planned ? (`${was}budgeted` as const) : 'funded_in';
  const values = { subject, object: from, ...(year === undefined ? {} : { year: String(year) }) };
  const sentence = words.runs(`says_${key}${collective ? '_together' : '_by'}`, values);
  const exact = amount === undefined ? null : money(amount, words);
  const about = exact !== null && amount?.about ? words.t('amount_about', { amount: exact }) : exact;
  const detail = [
    about === null || !collective ? about : words.t('funding_amount_together', { amount: about }),
    share === undefined ? null : words.t('funding_share', { share: words.number(share) }),
  ].filter((text) => text !== null);
  return detail.length === 0 ? sentence : [...withoutStop(sentence), { text: `: ${detail.join(', ')}.` }];
}

/** "Jaarverslag 2025, blz. 41 (Delta Media), 2025 · eigen opgave", with a link. */
export function sourceText(source: Source, words: Words): Run[] {
  const date =
    source.published === undefined
      ? words.t(source.readAs === undefined ? 'source_undated' : 'source_undated_copy', { day: words.day(source.retrieved) })
      : words.t(source.publishedInferred ? 'source_inferred' : 'source_dated', { date: words.roughDate(source.published) });
  const title = source.title.includes(source.publisher) ? source.title : `${source.title}, ${source.publisher}`;
  const copy = source.readAs !== undefined && source.published !== undefined ? ` · ${words.t('source_copy')}` : '';
  const terms = termsOf(source);
  return [
    where(title, source),
    { text: ` · ${words.t(`source_kind_${source.kind}`)} · ${date}${copy}${terms === null ? '' : ` · ${terms}`}` },
  ];
}

/** Whoever passes on data under these licences names them (ODC-By 1.0, section 4.3; CC BY 4.0, section 3). */
export function termsOf({ kind, licence }: Source): string | null {
  return kind === 'dataset' && /^(?:ODC|CC)\b/.test(licence) ? licence : null;
}

/** "Reactie van De Polderpost, 3 mei 2026": what follows are their words. */
export function responseBy({ by, date }: Response, names: Names, words: Words): Run[] {
  return words.runs('response_by', { name: nameRun(by, names), day: words.day(date) });
}

/** The title with its link; a document among the register's own files has its path instead. */
function where(title: string, { url, file }: Source): Run {
  return url === undefined ? { text: file === undefined ? title : `${title} (${file})` } : { text: title, href: url };
}

function money({ value, currency }: NonNullable<Funding['amount']>, words: Words): string {
  const [key, unit] =
    value >= 1_000_000_000
      ? (['money_billion', 1_000_000_000] as const)
      : value >= 1_000_000
        ? (['money_million', 1_000_000] as const)
        : (['money', 1] as const);
  return words.t(key, { currency: words.currency(currency), value: words.number(value / unit) });
}

function nameRun(id: EntityId, names: Names): Run {
  const entity = names.entities[id];
  return { text: entity === undefined ? id : nameOf(entity), strong: true };
}

function objectRun(object: ClaimObject, names: Names, words: Words): Run {
  if ('entity' in object) {
    const named = nameRun(object.entity, names);
    return { ...named, text: `${articleFor(named.text, words)}${named.text}` };
  }
  return { text: 'words' in object ? inWords(object, words) : '' };
}

/** "geld van het ministerie van …": names of bodies and families that a sentence gives an article. */
function articleFor(name: string, words: Words): string {
  const first = name.split(' ', 1)[0]?.toLocaleLowerCase() ?? '';
  const known = words
    .t('articles')
    .split(',')
    .map((each) => each.split(' '));
  const [article] = known.find(([, word]) => word === first) ?? [];
  return article === undefined || article === '' ? '' : `${article} `;
}

const spaced = (run: Run): Run => ({ ...run, text: ` ${run.text}` });

/** "Anna is eigenaar van De Krant (alle aandelen)." */
function withNote(sentence: Run[], note: string): Run[] {
  return [...withoutStop(sentence), { text: ` (${note}).` }];
}

/** A name that ends in a full stop ("B.V.") keeps it. */
function withoutStop(sentence: Run[]): Run[] {
  const last = sentence.at(-1);
  if (last === undefined || last.strong) return sentence;
  return [...sentence.slice(0, -1), { ...last, text: last.text.replace(/\.$/, '') }].filter(({ text }) => text !== '');
}
