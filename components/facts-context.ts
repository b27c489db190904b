import { type ComponentChildren, createContext } from 'preact';
import type { EntityId } from '../lib/core/register';
import type { Statement } from '../lib/core/statements';

/** What the page around the facts adds to them, wherever in it they stand. The panel adds nothing. */
export interface FactsContent {
  /** Address of an entity's page. */
  linkTo?: (id: EntityId) => string;
  /** What else stands with a claim: its history, a way to correct it. */
  aside?: (statement: Statement) => ComponentChildren;
  /** The text of a drawing stands beside it. */
  textBeside?: true;
  /** What can be done with a drawing. */
  underPicture?: ComponentChildren;
}

export const FactsContext = createContext<FactsContent>({});
