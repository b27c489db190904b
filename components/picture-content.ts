import type { Chain, ChainLink, ChainNode } from '../lib/core/chain';
import type { ClaimObject, EntityId, Interest } from '../lib/core/register';
import { isDisputed, isPartial, nameOf, type Statement, stateBeforeSource } from '../lib/core/statements';
import { boardIsKnown, interestText } from '../lib/words/chain-text';
import { snake } from '../lib/words/snake';
import { inWords, type Words } from '../lib/words/words';

/**
 * What a chain says, before anything is drawn: boxes, and lines from what is held to who holds it. The drawing, the text beside it
 * and the saved file are all made of this, so that none of them can say more than another.
 */
export interface Content {
  /** The entity that the chain is about. */
  start: string;
  boxes: ContentBox[];
  lines: ContentLine[];
}

export interface ContentBox {
  id: string;
  /**
   * `described`: holders that a source describes and does not name. `together`: holders that act as one. `rivals`: sources disagree
   * about the owner. `end`: why nobody stands above.
   */
  kind: 'start' | 'holder' | 'described' | 'together' | 'rivals' | 'end';
  /** Null where no entity of the register stands. */
  entity: EntityId | null;
  text: string;
  /** How the chain ends with this holder. */
  note: string | null;
}

/** `right`: a say that is no share (appointment, statutes, contract) or of which no share is stated. `open`: to an ending, where nothing is held. */
export type LineKind = 'share' | 'certificate' | 'priority' | 'right' | 'open';

export interface ContentLine {
  id: string;
  /** What is held. */
  from: string;
  /** Who holds it. */
  to: string;
  kind: LineKind;
  /** What is held, in words; empty where the box says it all. */
  label: string[];
  /** Since when, or from when the source is. */
  when: string | null;
}

/** One way in which one holder holds something. */
interface Piece {
  to: string;
  kind: LineKind;
  label: string[];
  when: string[];
  /** Everybody who holds it together, sorted; empty for who holds alone. */
  together: string[];
  /** Names an owner of the whole, which another source may contradict. */
  whole: boolean;
}

/** There is something to draw: a holder, or a source that says how it ends. */
export function isDrawn({ links, ends }: Chain): boolean {
  return links.length + ends.length > 0;
}

export function contentOf(chain: Chain, words: Words): Content {
  const content: Content = { start: chain.levels[0]?.[0]?.entity.id ?? '', boxes: [], lines: [] };
  for (const node of chain.levels.flat()) {
    const { entity } = node;
    const kind = entity.id === content.start ? 'start' : 'holder';
    content.boxes.push({ id: entity.id, kind, entity: entity.id, text: nameOf(entity), note: noteAt(node, words) });
  }
  for (const node of chain.levels.flat()) addHolders(content, chain, node, words);
  return content;
}

function addHolders(content: Content, chain: Chain, node: ChainNode, words: Words): void {
  const held = node.entity.id;
  const links = chain.links.filter(({ from }) => from === held);
  const own = chain.ends.filter(({ claim }) => claim.subject === held);
  const pieces = merged(
    [
      ...links.flatMap((link) => piecesOf(link, words)),
      ...own.flatMap((statement, at) => describedPiece(content, held, statement, at, words)),
      ...endPieces(content, node, own, links.length > 0, words),
    ],
    node.conflicting,
  );
  const rivals = node.conflicting ? `rivals ${held}` : null;
  if (rivals !== null) {
    content.boxes.push({ id: rivals, kind: 'rivals', entity: null, text: words.t('picture_rivals'), note: null });
    addLine(content, held, rivals, 'open');
  }
  const shown = new Set(content.boxes.map(({ id }) => id));
  for (const unit of units(pieces)) {
    const below = rivals !== null && unit.every(({ whole }) => whole) ? rivals : held;
    const [first] = unit;
    if (first === undefined) continue;
    if (first.together.length === 0) addLine(content, below, first.to, first.kind, first.label, first.when);
    else
      addTogether(
        content,
        below,
        unit,
        first,
        first.together.every((id) => shown.has(id)),
        words,
      );
  }
}

/** Holders that act together hang on one line, which says once what they hold if all of them hold the same. */
function addTogether(content: Content, below: string, unit: Piece[], first: Piece, complete: boolean, words: Words): void {
  const id = `together ${first.kind} ${below} ${first.together.join(' ')}`;
  const text = words.t(complete ? 'picture_together' : 'picture_together_others');
  content.boxes.push({ id, kind: 'together', entity: null, text, note: null });
  const same = unit.every(({ label, when }) => `${label} ${when}` === `${first.label} ${first.when}`);
  addLine(content, below, id, first.kind, same ? first.label : [], same ? first.when : []);
  for (const piece of unit) addLine(content, id, piece.to, piece.kind, same ? [] : piece.label, same ? [] : piece.when);
}

function addLine(content: Content, from: string, to: string, kind: LineKind, label: string[] = [], when: string[] = []): void {
  content.lines.push({ id: `${from} ${kind} ${to}`, from, to, kind, label, when: when.length === 0 ? null : when.join(', ') });
}

function piecesOf(link: ChainLink, words: Words): Piece[] {
  const base = { to: link.to, together: togetherOf(link.to, link.interests), when: [whenOf(link.statements, words)] };
  const disputed = disputedNote(link.statements, words);
  const relation = words.t(`relation_${snake(link.relation)}`);
  if (link.relation === 'governance-appointed-by' || link.relation === 'controlled-by') {
    const interest = interestText(link.interests, words);
    return [{ ...base, kind: 'right', whole: false, label: [relation, ...(interest === null ? [] : [interest]), ...disputed] }];
  }
  const whole = link.relation === 'owned-by' && !link.statements.some(({ claim }) => isPartial(claim));
  const byKind = grouped(link.interests, kindOf);
  // Who publishes something is named as such, whatever else is known of what it holds.
  if (link.relation !== 'owned-by' || byKind.size === 0) byKind.set('share', byKind.get('share') ?? []);
  return [...byKind].map(([kind, interests]): Piece => {
    const interest = interestText(interests, words);
    const named = link.relation !== 'owned-by' && kind === 'share' ? [relation] : [];
    const label = interest === null ? (named.length > 0 ? named : [relation]) : [...named, interest];
    return { ...base, kind, whole: whole && kind === 'share', label: [...label, ...disputed] };
  });
}

const INSTRUMENTS: Record<Interest['instrument'], LineKind> = {
  'ordinary-share': 'share',
  'preference-share': 'share',
  'priority-share': 'priority',
  certificate: 'certificate',
  appointment: 'right',
  statute: 'right',
  contract: 'right',
  unspecified: 'share',
};

const kindOf = ({ instrument }: Interest): LineKind => INSTRUMENTS[instrument];

function togetherOf(holder: EntityId, interests: readonly Interest[]): string[] {
  const partners = interests.flatMap(({ jointly }) => jointly ?? []);
  return partners.length === 0 ? [] : [...new Set([holder, ...partners])].sort();
}

/** "De oprichters": in the words of the source, in a box of their own. */
function describedPiece(content: Content, held: string, statement: Statement, at: number, words: Words): Piece[] {
  const { object, interests = [], predicate } = statement.claim;
  if (!('words' in object)) return [];
  const to = `described ${held} ${at}`;
  content.boxes.push({ id: to, kind: 'described', entity: null, text: inWords(object, words), note: null });
  const control = predicate === 'controlled-by' || predicate === 'governance-appointed-by';
  const relation = words.t(control ? `relation_${snake(predicate)}` : 'relation_owned_by');
  const interest = interestText(interests, words);
  const label = [
    ...(control || interest === null ? [relation] : []),
    ...(interest === null ? [] : [interest]),
    ...disputedNote([statement], words),
  ];
  const [first] = interests;
  const kind = control ? 'right' : first === undefined ? 'share' : kindOf(first);
  const whole = predicate === 'owned-by' && !isPartial(statement.claim);
  return [{ to, kind, label, when: [whenOf([statement], words)], together: [], whole }];
}

/** What a source says about there being no owner, and what our list does not know. */
function endPieces(content: Content, node: ChainNode, own: Statement[], held: boolean, words: Words): Piece[] {
  const end = (name: string, text: string, label: string[] = [], statement?: Statement): Piece => {
    const to = `end ${node.entity.id} ${name}`;
    content.boxes.push({ id: to, kind: 'end', entity: null, text, note: null });
    const when = statement === undefined ? [] : [whenOf([statement], words)];
    const disputed = statement === undefined ? [] : disputedNote([statement], words);
    return { to, kind: 'open', label: [...label, ...disputed], when, together: [], whole: statement?.claim.predicate === 'owned-by' };
  };
  const stated = own.flatMap((statement) => {
    const said = unspecified(statement.claim.object);
    return said === null ? [] : [end(`${said} ${statement.claim.predicate}`, words.t(`picture_end_${snake(said)}`), [], statement)];
  });
  if (node.unknownShare !== null)
    stated.push(end('rest', words.t('end_unknown'), [words.t('share_exact', { share: words.number(node.unknownShare) })]));
  if (held || stated.length > 0) return stated;
  if (node.end === 'unknown') return [end('unlisted', words.t('end_unknown'))];
  if (node.end === 'circular') return [end('circular', words.t('end_circular'))];
  return node.end === 'foundation' && !boardIsKnown(node) ? [end('board', words.t('picture_end_board'))] : [];
}

function unspecified(object: ClaimObject): 'no-owner' | 'not-disclosed' | 'unknown' | null {
  return 'unspecified' in object ? object.unspecified : null;
}

/** An ending that is a trait of the holder stands in its box; a person or family needs no word that it is one. */
function noteAt({ entity, end, endDisputed }: ChainNode, words: Words): string | null {
  const isTrait = end === 'state' || end === 'listed' || end === 'association' || end === 'foundation';
  if (!isTrait || (end === 'foundation' && /stichting/i.test(nameOf(entity)))) return null;
  return [words.t(`end_${end}`), ...(endDisputed ? [words.t('picture_disputed')] : [])].join(', ');
}

function disputedNote(statements: readonly Statement[], words: Words): string[] {
  return statements.some(({ claim }) => isDisputed(claim)) ? [words.t('picture_disputed')] : [];
}

function whenOf(statements: readonly Statement[], words: Words): string {
  const stated = statements.find(({ claim }) => claim.interests !== undefined) ?? statements[0];
  const { valid, asOf } = stated?.claim ?? {};
  if (valid?.from !== undefined) return words.t('picture_since', { date: words.roughDate(valid.from) });
  if (asOf === undefined) return words.t('picture_undated');
  const older = stated === undefined ? null : stateBeforeSource(stated);
  return words.t(older === null ? 'picture_source' : 'picture_state', { date: asOf.slice(0, 4) });
}

/** A holder that both publishes and owns gets one line that says both, unless another source contradicts the owning. */
function merged(pieces: readonly Piece[], contradicted: boolean): Piece[] {
  const same = grouped(pieces, ({ to, kind, whole, together }) => [to, kind, contradicted && whole, ...together].join(' '));
  return [...same.values()].flatMap((found): Piece[] => {
    const [first] = found;
    const unique = (texts: string[]): string[] => [...new Set(texts)];
    return first === undefined
      ? []
      : [{ ...first, label: unique(found.flatMap(({ label }) => label)), when: unique(found.flatMap(({ when }) => when)) }];
  });
}

/** Pieces that are held together, as one unit; every other piece by itself. */
function units(pieces: readonly Piece[]): Piece[][] {
  const alone = (piece: Piece): string => `${piece.kind} ${piece.to} ${piece.whole}`;
  return [
    ...grouped(pieces, (piece) => (piece.together.length === 0 ? alone(piece) : `${piece.kind} ${piece.together.join(' ')}`)).values(),
  ];
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
