import type { Claim, ClaimObject, EntityId, Funding, Predicate, Response, Source } from '../core/register';
import type { Slice, Statement } from '../core/statements';
import { isPartial, nameOf, stateBeforeSource } from '../core/statements';
import { interestText } from './chain-text';
import { type Snake, snake } from './snake';
import { capitalised, inWords, type Run, type Words } from './words';

type Names = Pick<Slice, 'entities'>;

/** One claim as one sentence, the same for every outlet; `past` for what no longer holds. */
export function statementText(statement: Statement, names: Names, words: Words, tense: 'present' | 'past' = 'present'): Run[] {
  const disputed = statement.claim.status === 'disputed' ? words.runs('says_disputed') : [];
  return capitalised([...sentenceFor(statement, names, words, tense), ...disputed.map(spaced)]);
}

function sentenceFor(statement: Statement, names: Names, words: Words, tense: 'present' | 'past'): Run[] {
  const { claim } = statement;
  const subject = nameRun(claim.subject, names);
  const { object, predicate } = claim;
  if ('unspecified' in object) return words.runs(`says_${snake(object.unspecified)}`, { subject });
  if ('noIncomeFrom' in object) return words.runs(`says_none_from_${snake(object.noIncomeFrom)}`, { subject });
  if ('form' in object)
    return words.runs(tense === 'past' ? 'says_was_has_form' : 'says_has_form', { subject, form: words.t(`form_${snake(object.form)}`) });
  if ('legalForm' in object) return words.runs(`says_${snake(object.legalForm)}`, { subject });
  const of = objectRun(object, names, words);
  if (predicate === 'funded-by')
    return tense === 'past' ? words.runs('says_was_funded_by', { subject, object: of }) : fundingText(claim.funding, subject, of, words);
  if (predicate === 'member-of') {
    const date = claim.asOf === undefined ? words.t('date_unknown') : words.roughDate(claim.asOf);
    return words.runs('says_member_of', { subject, object: of, date });
  }
  const share = statementShare({ claim }, words);
  const described: Run[] = 'words' in object && share !== null ? [of, { text: ` (${share})` }] : [of];
  const key = keyFor(claim);
  const values = { subject, object: described, share: share ?? words.t('instrument_unspecified') };
  const sentence = words.runs(tense === 'past' ? (`says_was_${key}` as const) : (`says_${key}` as const), values);
  const since = claim.valid?.from === undefined ? [] : words.runs('says_since', { date: words.roughDate(claim.valid.from) });
  const until = claim.valid?.to === undefined ? [] : words.runs('says_until', { date: words.roughDate(claim.valid.to) });
  // History without a period at least says when a source still knew it to be so.
  const known =
    tense === 'past' && since.length + until.length === 0 && claim.asOf !== undefined
      ? words.runs('says_known', { date: words.roughDate(claim.asOf) })
      : [];
  const older = tense === 'present' && since.length + until.length === 0 ? stateBeforeSource(statement) : null;
  const state = older === null ? [] : words.runs('says_state', { date: words.roughDate(older) });
  const whole = key === 'owned_by' && share !== null ? withNote(sentence, share) : sentence;
  return [...whole, ...[...since, ...until, ...known, ...state].map(spaced)];
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

export function fundingText(funding: Funding | undefined, subject: Run, from: Run, words: Words): Run[] {
  if (funding === undefined) return words.runs('says_funded_by', { subject, object: from });
  const amount = funding.amount === undefined ? null : money(funding.amount, words);
  const about = amount !== null && funding.amount?.about ? words.t('amount_about', { amount }) : amount;
  const base = funding.collective
    ? words.runs('says_funded_together', { subject, object: from })
    : words.runs('says_funded_by', { subject, object: from });
  const detail = [
    about === null || !funding.collective ? about : words.t('funding_amount_together', { amount: about }),
    funding.share === undefined ? null : words.t('funding_share', { share: words.number(funding.share) }),
  ].filter((text) => text !== null);
  const year =
    funding.year === undefined ? '' : ` ${words.t(funding.planned ? 'funding_planned' : 'funding_year', { year: String(funding.year) })}`;
  const said = `${detail.join(', ')}${year}`.trim();
  if (said === '') return base;
  // "De Krant krijgt geld van het fonds (in 2024)."
  return detail.length === 0 ? withNote(base, said) : [...base, { text: ` ${capital(said)}.` }];
}

/** "Jaarverslag 2025, blz. 41 (Delta Media), 2025 · eigen opgave", with a link. */
export function sourceText(source: Source, words: Words): Run[] {
  const date =
    source.published === undefined
      ? words.t(source.readAs === undefined ? 'source_undated' : 'source_undated_copy', { day: words.day(source.retrieved) })
      : words.t(source.publishedInferred ? 'source_inferred' : 'source_dated', { date: words.roughDate(source.published) });
  const title = source.title.includes(source.publisher) ? source.title : `${source.title}, ${source.publisher}`;
  // Whoever passes on data under these licences names them (ODC-By 1.0, section 4.3; CC BY 4.0, section 3).
  const licence = source.kind === 'dataset' && /^(?:ODC|CC)\b/.test(source.licence) ? ` · ${source.licence}` : '';
  return [where(title, source), { text: ` · ${words.t(`source_kind_${source.kind}`)} · ${date}${licence}` }];
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
  if ('entity' in object) return nameRun(object.entity, names);
  return { text: 'words' in object ? inWords(object, words) : '' };
}

const spaced = (run: Run): Run => ({ ...run, text: ` ${run.text}` });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna is eigenaar van De Krant (alle aandelen)." */
function withNote(sentence: Run[], note: string): Run[] {
  const last = sentence.at(-1);
  if (last === undefined) return sentence;
  // A name that ends in a full stop ("B.V.") keeps it.
  const bare = last.strong === undefined ? { ...last, text: last.text.replace(/\.$/, '') } : last;
  return [...sentence.slice(0, -1), bare, { text: ` (${note}).` }];
}
