import type { Card, Who } from '../../lib/core/card';
import type { Funding } from '../../lib/core/register';
import { nameOf, type Slice, type Statement } from '../../lib/core/statements';
import { chainNotes, chainSteps, yearsText } from '../../lib/words/chain-text';
import { plainText, type Words } from '../../lib/words/words';
import { OwnershipPicture } from '../OwnershipPicture';
import { isDrawn } from '../picture-content';
import { Runs } from '../Runs';
import { Statements } from '../Statements';
import { FactLines } from './FactLines';

interface WhoProps {
  card: Card;
  words: Words;
}

export function WhoSection({ card, words }: WhoProps) {
  const { who } = card;
  return (
    <section data-fact="who" data-state={who.state} aria-labelledby="who">
      <h2 id="who">{words.t('question_who')}</h2>
      {who.state === 'conflicting' && <p class="answer">{words.t('who_conflicting')}</p>}
      {who.state !== 'known' && who.state !== 'conflicting' && <FactLines card={card} question="who" words={words} />}
      {(who.state === 'known' || who.state === 'conflicting') && <WhoFacts who={who.value} words={words} />}
    </section>
  );
}

/** Everything the register says about one entity. */
export function WhoFacts({ who, words }: { who: Who; words: Words }) {
  const names = namesIn(who);
  const direct = [...who.forms, ...who.chain.links.flatMap((link) => link.statements), ...who.chain.ends];
  return (
    <>
      {isDrawn(who.chain) && (
        <figure>
          <OwnershipPicture chain={who.chain} label={pictureLabel(who, words)} words={words} />
          <figcaption class="source">
            <Runs runs={yearsText(who.chain.years, words)} />
          </figcaption>
        </figure>
      )}
      {chainNotes(who.chain, 'full', words).map((note) => (
        <p class="muted picture-notes" key={plainText(note)}>
          <Runs runs={note} />
        </p>
      ))}
      <Statements statements={direct} names={names} words={words} />
      {who.chain.levels[0]?.[0]?.end === 'unknown' && <p class="muted">{words.t('who_no_owner_claim')}</p>}
      <More title={words.t('panel_indirect')} statements={who.chain.indirect} names={names} words={words} />
      <More
        title={words.t(who.history.length === 1 ? 'panel_history_one' : 'panel_history_other', { count: who.history.length })}
        statements={who.history}
        names={names}
        words={words}
        past
      />
      {(who.outlet.kind === 'outlet' || who.income.length > 0) && <Income statements={who.income} names={names} words={words} />}
      <Titled title={words.t('panel_memberships')} statements={who.memberships} names={names} words={words} />
      <Titled title={words.t('panel_classified')} statements={who.classified} names={names} words={words} />
    </>
  );
}

interface ListProps {
  statements: readonly Statement[];
  names: Pick<Slice, 'entities'>;
  words: Words;
}

function More({ title, ...list }: ListProps & { title: string; past?: true }) {
  if (list.statements.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Statements {...list} />
    </details>
  );
}

function Titled({ title, ...list }: ListProps & { title: string }) {
  if (list.statements.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Statements {...list} />
    </>
  );
}

const INCOME: readonly {
  title: 'income_readers' | 'income_advertisers' | 'income_public_money' | 'income_other';
  kinds: readonly Funding['kind'][];
}[] = [
  { title: 'income_readers', kinds: ['readers'] },
  { title: 'income_advertisers', kinds: ['advertisers'] },
  { title: 'income_public_money', kinds: ['public-money'] },
  { title: 'income_other', kinds: ['donations', 'endowment', 'other'] },
];

/** The same rows for every outlet, known or not. */
function Income({ statements, names, words }: ListProps) {
  return (
    <>
      <h3>{words.t('panel_income')}</h3>
      <dl class="pairs">
        {INCOME.map(({ title, kinds }) => {
          const own = statements.filter(({ claim }) => {
            const kind = incomeKind(claim);
            return kind !== null && kinds.includes(kind);
          });
          return (
            <div class="pair" key={title}>
              <dt>{words.t(title)}</dt>
              <dd>
                {own.length === 0 ? (
                  <span class="muted">{words.t('income_unknown')}</span>
                ) : (
                  <Statements statements={own} names={names} words={words} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function incomeKind({ funding, object }: Statement['claim']): Funding['kind'] | null {
  return 'noIncomeFrom' in object ? object.noIncomeFrom : (funding?.kind ?? null);
}

function namesIn(who: Who): Pick<Slice, 'entities'> {
  return { entities: who.entities };
}

/** The drawing in one sentence: the same steps as everywhere. */
function pictureLabel(who: Who, words: Words): string {
  const steps = chainSteps(who.chain, words, 'full').steps.slice(1);
  return `${words.t('panel_picture', { name: nameOf(who.outlet) })} ${steps.map(({ text }) => plainText(text)).join('; ')}.`;
}
