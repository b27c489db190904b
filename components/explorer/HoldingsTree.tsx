import { useState } from 'preact/hooks';
import type { Holding } from '../../lib/core/holdings';
import type { Claim, Predicate } from '../../lib/core/register';
import { isDisputed, isPartial, nameOf, partnersOf } from '../../lib/core/statements';
import { statementShare } from '../../lib/words/statement-text';
import { plainText, type TextKey, type Words } from '../../lib/words/words';

interface TreeProps {
  holdings: readonly Holding[];
  words: Words;
  /** Address of an entity's page in the explorer. */
  linkTo: (id: string) => string;
}

const HELD: Partial<Record<Predicate, TextKey>> = {
  'published-by': 'holds_published_by',
  'part-of': 'holds_part_of',
  'controlled-by': 'holds_controlled_by',
};

/** So many of one list at first: a state or a large group can hold hundreds. */
const FIRST = 60;

/** What stands below an owner, as nested lists: reads aloud as it looks. */
export function HoldingsTree({ holdings, words, linkTo }: TreeProps) {
  const [shown, setShown] = useState(FIRST);
  const rest = holdings.length - shown;
  return (
    <ul class="tree">
      {holdings.slice(0, shown).map(({ entity, statements, together, below }) => (
        <li key={entity.id}>
          <a href={linkTo(entity.id)}>{nameOf(entity)}</a>
          <span class="note"> · {how({ statements, together }, words)}</span>
          {below.length > 0 && <HoldingsTree holdings={below} words={words} linkTo={linkTo} />}
        </li>
      ))}
      {rest > 0 && (
        <li>
          <button type="button" class="link no-print" onClick={() => setShown(shown + FIRST * 5)}>
            {words.t('explorer_more_rest', { count: rest })}
          </button>
        </li>
      )}
    </ul>
  );
}

/** What is held and from when the source is, as in the drawing of what stands above. */
function how({ statements, together }: Pick<Holding, 'statements' | 'together'>, words: Words): string {
  const relations = statements.map((statement) => {
    const { claim } = statement;
    const share = statementShare(statement, words);
    const held = share ?? (isPartial(claim) ? words.t('instrument_unspecified') : words.t(HELD[claim.predicate] ?? 'holds_owned_by'));
    const ids = partnersOf(claim);
    const partners = together.filter(({ id }) => ids.includes(id)).map(nameOf);
    // A partner that our list does not hold has no name here.
    const others = plainText(words.list(partners));
    const jointly =
      ids.length === 0 ? [] : [partners.length === 0 ? words.t('picture_together_others') : words.t('held_together', { others })];
    return [held, ...jointly, ...(isDisputed(claim) ? [words.t('picture_disputed')] : []), whenOf(claim, words)].join(', ');
  });
  return [...new Set(relations)].join('; ');
}

function whenOf({ valid, asOf }: Claim, words: Words): string {
  if (valid?.from !== undefined) return words.t('picture_since', { date: words.roughDate(valid.from) });
  return asOf === undefined ? words.t('picture_undated') : words.t('picture_source', { date: asOf.slice(0, 4) });
}
