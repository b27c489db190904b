import type { Holding } from '../../lib/core/holdings';
import type { Predicate } from '../../lib/core/register';
import { isPartial, nameOf } from '../../lib/core/statements';
import { statementShare } from '../../lib/words/statement-text';
import type { TextKey, Words } from '../../lib/words/words';

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

/** What stands below an owner, as nested lists: reads aloud as it looks. */
export function HoldingsTree({ holdings, words, linkTo }: TreeProps) {
  return (
    <ul class="tree">
      {holdings.map(({ entity, statements, below }) => (
        <li key={entity.id}>
          <a href={linkTo(entity.id)}>{nameOf(entity)}</a>
          <span class="note"> {how(statements, words)}</span>
          {below.length > 0 && <HoldingsTree holdings={below} words={words} linkTo={linkTo} />}
        </li>
      ))}
    </ul>
  );
}

function how(statements: Holding['statements'], words: Words): string {
  const relations = statements.map((statement) => {
    const share = statementShare(statement, words);
    if (share !== null) return share;
    return isPartial(statement.claim) ? words.t('instrument_unspecified') : words.t(HELD[statement.claim.predicate] ?? 'holds_owned_by');
  });
  return [...new Set(relations)].join('; ');
}
