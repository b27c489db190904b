import type { Claim, ClaimObject, EntityId, Funding, Predicate, Source } from '../core/register';
import type { Slice, Statement } from '../core/statements';
import { isPartial, nameOf } from '../core/statements';
import { interestText, type Snake, snake } from './card-text';
import type { Run, Words } from './words';

type Names = Pick<Slice, 'entities'>;

/** One claim as one sentence, the same for every outlet. */
export function statementText({ claim }: Statement, names: Names, words: Words): Run[] {
  const subject = nameRun(claim.subject, names);
  const { object, predicate } = claim;
  if ('unspecified' in object) return words.runs(`says_${snake(object.unspecified)}`, { subject });
  if ('form' in object) return words.runs('says_has_form', { subject, form: words.t(`form_${snake(object.form)}`) });
  if ('legalForm' in object) return words.runs(`says_${snake(object.legalForm)}`, { subject });
  const of = objectRun(object, names);
  if (predicate === 'funded-by') return fundingText(claim.funding, subject, of, words);
  if (predicate === 'member-of')
    return words.runs('says_member_of', {
      subject,
      object: of,
      date: claim.asOf === undefined ? words.t('date_unknown') : words.roughDate(claim.asOf),
    });
  const key = keyFor(claim);
  const sentence = words.runs(key, { subject, object: of, share: statementShare({ claim }, words) ?? words.t('instrument_unspecified') });
  const since = claim.valid?.from === undefined ? [] : words.runs('says_since', { date: words.roughDate(claim.valid.from) });
  const until = claim.valid?.to === undefined ? [] : words.runs('says_until', { date: words.roughDate(claim.valid.to) });
  const disputed = claim.status === 'disputed' ? words.runs('says_disputed') : [];
  return [...sentence, ...since.map(spaced), ...until.map(spaced), ...disputed.map(spaced)];
}

/** Who holds a part is not called the owner, and who is only described gets a sentence that fits any words. */
function keyFor(claim: Claim): `says_${'described_owner' | 'described_control' | 'has_share'}` | `says_${Snake<Predicate>}` {
  const { predicate, object } = claim;
  if ('words' in object && predicate === 'owned-by') return 'says_described_owner';
  if ('words' in object && predicate === 'controlled-by') return 'says_described_control';
  return predicate === 'owned-by' && isPartial(claim) ? 'says_has_share' : `says_${snake(predicate)}`;
}

/** "50,6%; alleen voor deze titels", or null when no interest is stated. */
export function statementShare({ claim }: Pick<Statement, 'claim'>, words: Words): string | null {
  return interestText(claim.interests ?? [], words);
}

export function fundingText(funding: Funding | undefined, subject: Run, from: Run, words: Words): Run[] {
  if (funding === undefined) return words.runs('says_funded_by', { subject, object: from });
  const amount = funding.amount === undefined ? null : money(funding.amount.value, words);
  const base = funding.collective
    ? words.runs('says_funded_together', { subject, object: from })
    : words.runs('says_funded_by', { subject, object: from });
  const detail = [
    amount === null
      ? null
      : words.t(funding.collective ? 'funding_amount_together' : 'funding_amount', {
          amount: funding.amount?.about ? words.t('amount_about', { amount }) : amount,
        }),
    funding.share === undefined ? null : words.t('funding_share', { share: words.number(funding.share) }),
  ].filter((text) => text !== null);
  const year = funding.year === undefined ? '' : ` ${words.t('funding_year', { year: String(funding.year) })}`;
  const said = `${detail.join(', ')}${year}`.trim();
  return said === '' ? base : [...base, { text: ` ${capital(said)}.` }];
}

/** "Jaarverslag 2025, blz. 41 (Delta Media), 2025 · eigen opgave", with a link. */
export function sourceText(source: Source, words: Words): Run[] {
  const date =
    source.published === undefined
      ? words.t('source_undated', { day: words.day(source.retrieved) })
      : words.t(source.publishedInferred ? 'source_inferred' : 'source_dated', { date: words.roughDate(source.published) });
  const title = source.title.includes(source.publisher) ? source.title : `${source.title}, ${source.publisher}`;
  return [{ text: title, href: source.url }, { text: ` · ${words.t(`source_kind_${source.kind}`)} · ${date}` }];
}

function money(value: number, words: Words): string {
  const million = value >= 1_000_000;
  const text = words.number(million ? value / 1_000_000 : value);
  return words.t(million ? 'money_million' : 'money', { value: text });
}

function nameRun(id: EntityId, names: Names): Run {
  const entity = names.entities[id];
  return { text: entity === undefined ? id : nameOf(entity), strong: true };
}

function objectRun(object: ClaimObject, names: Names): Run {
  if ('entity' in object) return nameRun(object.entity, names);
  return { text: 'words' in object ? object.words : '' };
}

const spaced = (run: Run): Run => ({ ...run, text: ` ${run.text}` });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
