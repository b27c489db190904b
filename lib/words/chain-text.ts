import type { Chain, ChainEnd, ChainLink, ChainNode } from '../core/chain';
import type { EntityId, Interest, Share } from '../core/register';
import { isDisputed, isPartial, nameOf, type YearSpan } from '../core/statements';
import { snake } from './snake';
import { inWords, type Run, type TextKey, type Words } from './words';

export interface Step {
  text: Run[];
  /** The chain ends here. */
  end: boolean;
}

/** `brief` fits the popup: what stands above several holders is left to the panel, and that is said. */
export type Length = 'brief' | 'full';

const BRIEF = { steps: 5, names: 2 };

export interface ChainSteps {
  steps: Step[];
  /** Something above the last step is not shown. */
  more: boolean;
}

/**
 * The chain as steps, from the entity up: one holder a step as long as there is one. Where several hold, they share a step, and
 * what stands above one of them is said to be above that one ("91,3% van Concentra"): a list of levels alone would make
 * a small holder's owner look like the owner of everything below.
 */
export function chainSteps(chain: Chain, words: Words, length: Length): ChainSteps {
  const nodes = new Map(chain.levels.flat().map((node) => [node.entity.id, node]));
  const [start] = chain.levels[0] ?? [];
  if (start === undefined) return { steps: [], more: false };
  const steps: Step[] = [{ text: nodeText(start, [], null, words), end: start.end !== null }];
  const climbing: Climb = { steps, branched: false, words, length, seen: new Set([start.entity.id]) };
  const more = climb(chain, nodes, start.entity.id, climbing);
  if (length === 'full' || steps.length <= BRIEF.steps) return { steps, more };
  return climbing.branched ? { steps: steps.slice(0, BRIEF.steps), more: true } : { steps: withoutMiddle(steps, words), more };
}

/** With one holder a step the end belongs to the beginning, and stays in sight. */
function withoutMiddle(steps: Step[], words: Words): Step[] {
  const skipped = steps.length - BRIEF.steps + 1;
  const note: Step = { text: words.runs(skipped === 1 ? 'who_more_steps_one' : 'who_more_steps_other', { count: skipped }), end: false };
  return [...steps.slice(0, BRIEF.steps - 2), note, ...steps.slice(-1)];
}

interface Climb {
  steps: Step[];
  branched: boolean;
  words: Words;
  length: Length;
  seen: Set<EntityId>;
}

/** Adds the steps above one entity; true when something above was left out. */
function climb(chain: Chain, nodes: Map<EntityId, ChainNode>, from: EntityId, climbing: Climb): boolean {
  const { words, length, seen } = climbing;
  const held = holdersOf(chain, nodes, from);
  if (held.length === 0) return false;
  const below = climbing.branched ? nodes.get(from) : undefined;
  const whole = held.filter(({ links }) => isWhole(links));
  // One whole owner goes before holders of a right or a part, which the panel names.
  const shown = length === 'full' ? held : whole.length === 1 ? whole : held.slice(0, BRIEF.names);
  // Owners without a name stand beside those with one; in full they stand with what they hold.
  const unnamed = length === 'full' ? [] : (nodes.get(from)?.described ?? []).filter(isOwner);
  const beside = unnamed.slice(0, whole.length === 1 ? 0 : Math.max(0, BRIEF.names - shown.length));
  // Where several hold, the popup leaves each one's ending to the sentence below the steps.
  const plain = (node: ChainNode): ChainNode => {
    if (length === 'full') return node;
    return shown.length > 1 ? { ...node, end: null, described: [] } : node.end === null ? { ...node, described: [] } : node;
  };
  const names = [
    ...shown.map(({ node, links }) => nodeText(plain(node), links, below === undefined ? null : nameOf(below.entity), words)),
    ...beside.map((owner) => unnamedOwner(owner, words)),
  ];
  const rest = held.length + unnamed.length - names.length;
  const listed = words.list(rest === 0 ? names : [...names, words.runs('who_more_names', { count: rest })]);
  climbing.steps.push({ text: listed, end: held.every(({ node }) => node.end !== null) });
  climbing.branched ||= shown.length > 1;
  const onward = length === 'brief' ? (whole.length === 1 ? whole : []) : held;
  let left = rest > 0 || held.some((holder) => !onward.includes(holder) && holder.node.end === null);
  for (const { node } of onward) {
    if (seen.has(node.entity.id)) continue;
    seen.add(node.entity.id);
    left = climb(chain, nodes, node.entity.id, climbing) || left;
  }
  return left;
}

type Unnamed = ChainNode['described'][number];

function isOwner({ relation }: Unnamed): boolean {
  return relation === 'owned-by';
}

/** "de erven (24%)" */
function unnamedOwner({ by, interests, disputed }: Unnamed, words: Words): Run[] {
  const share = interestText(interests, words);
  const notes = [...(share === null ? [] : [share]), ...(disputed ? [words.t('picture_disputed')] : [])];
  return [
    { text: inWords(by, words), strong: true },
    ...(notes.length === 0 ? [] : [{ text: ` (${notes.join(', ')})`, muted: true as const }]),
  ];
}

interface Holder {
  node: ChainNode;
  links: ChainLink[];
}

/** In the order of the chain's levels: whole owners first, then by share. */
function holdersOf(chain: Chain, nodes: Map<EntityId, ChainNode>, from: EntityId): Holder[] {
  const holders = new Map<EntityId, Holder>();
  for (const link of chain.links) {
    const node = nodes.get(link.to);
    if (link.from !== from || node === undefined) continue;
    const holder = holders.get(link.to) ?? { node, links: [] };
    holder.links.push(link);
    holders.set(link.to, holder);
  }
  const order = [...nodes.keys()];
  return [...holders.values()].sort(
    (a, b) => Number(isWhole(b.links)) - Number(isWhole(a.links)) || order.indexOf(a.node.entity.id) - order.indexOf(b.node.entity.id),
  );
}

function isWhole(links: ChainLink[]): boolean {
  return links.some((link) => link.relation !== 'governance-appointed-by' && !link.statements.some((s) => isPartial(s.claim)));
}

/** "Concentra (32,73%)": a name, what it holds and of whom, owners that are only described, and how the chain ends there. */
export function nodeText({ entity, end, endDisputed, described }: ChainNode, links: ChainLink[], of: string | null, words: Words): Run[] {
  const disputable = (text: string, disputed: boolean | undefined): string => (disputed ? `${text}, ${words.t('picture_disputed')}` : text);
  const notes = links.flatMap((link) => linkNote(link, of, words) ?? []);
  const ending = end === null || (end === 'foundation' && /stichting/i.test(nameOf(entity))) ? null : endText(end, words);
  const owners = described.map((owner) => {
    const share = interestText(owner.interests, words);
    const by = inWords(owner.by, words);
    const told =
      owner.relation === 'governance-appointed-by' || owner.relation === 'controlled-by'
        ? words.t(`described_${snake(owner.relation)}`, { by })
        : share === null
          ? words.t('who_described', { owners: by })
          : `${share}: ${by}`;
    return disputable(told, owner.disputed);
  });
  const all = [...new Set([...notes, ...owners, ...(ending === null ? [] : [disputable(ending, endDisputed)])])];
  return [{ text: nameOf(entity), strong: true }, ...(all.length > 0 ? [{ text: ` (${all.join('; ')})`, muted: true as const }] : [])];
}

function linkNote(link: ChainLink, of: string | null, words: Words): string | null {
  const disputed = link.statements.some(({ claim }) => isDisputed(claim)) ? words.t('picture_disputed') : null;
  const held = heldNote(link, of, words);
  // One share that two hold would otherwise read as two shares.
  const jointly = held !== null && link.interests.some((interest) => interest.jointly !== undefined) ? words.t('picture_together') : null;
  const notes = [held, jointly, disputed].filter((text) => text !== null);
  return notes.length === 0 ? null : notes.join(', ');
}

function heldNote(link: ChainLink, of: string | null, words: Words): string | null {
  const interest = interestText(link.interests, words);
  if (link.relation === 'governance-appointed-by' || link.relation === 'controlled-by') {
    const role = `note_${snake(link.relation)}` as const;
    return of === null ? words.t(role) : words.t(`${role}_of`, { name: of });
  }
  if (of === null) return interest;
  return interest === null ? words.t('note_owner_of', { name: of }) : words.t('note_share_of', { share: interest, name: of });
}

/** A person or family needs no word that it is one. */
export function endText(end: ChainEnd, words: Words): string | null {
  return end === 'person' || end === 'family' || end === 'described' ? null : words.t(`end_${snake(end)}`);
}

export function interestText(interests: readonly Interest[], words: Words): string | null {
  const texts = interests.flatMap((interest) => {
    // Of holders that are only known to hold it together there is nothing to say beside their names.
    if (
      interest.instrument === 'unspecified' &&
      interest.capital === undefined &&
      interest.votes === undefined &&
      interest.scope === 'group'
    )
      return [];
    const share = interest.capital !== undefined ? shareText(interest.capital, words) : null;
    const votes = interest.votes !== undefined ? words.t('share_votes', { share: shareText(interest.votes, words) }) : null;
    const plain = interest.instrument === 'ordinary-share' || interest.instrument === 'unspecified';
    const instrument = plain && (share !== null || votes !== null) ? null : words.t(`instrument_${snake(interest.instrument)}`);
    const scope = interest.scope === 'these-titles' ? words.t('scope_these_titles') : null;
    const size = [share, votes].filter((text) => text !== null).join(', ');
    return [size, instrument ?? '', scope ?? ''].filter((text) => text !== '').join(' ');
  });
  return texts.length === 0 ? null : texts.join(', ');
}

function shareText(share: Share, words: Words): string {
  if (typeof share === 'string') return words.t(`share_${snake(share)}`);
  if ('min' in share) return words.t('share_range', { min: words.number(share.min), max: words.number(share.max) });
  return share.exact === 100 ? words.t('share_all') : words.t('share_exact', { share: words.number(share.exact) });
}

/**
 * What the steps do not say by themselves: shares nobody is known to hold, foundations, holders whose owner is not known.
 *
 * @param more holders were left out of the steps
 */
export function chainNotes(chain: Chain, length: Length, words: Words, more = false): Run[][] {
  const nodes = chain.levels.flat();
  const shares = nodes.flatMap(({ entity, unknownShare }) =>
    unknownShare === null ? [] : [words.runs('who_unknown_share', { share: words.number(unknownShare), name: nameOf(entity) })],
  );
  const end = openEnds(chain.levels, length);
  // Where the popup leaves holders to the panel, so it does what is not known of their boards.
  const key = length === 'brief' && more && end !== 'who_open_ends' ? null : end;
  const all = key === null ? shares : [...shares, words.runs(key)];
  // The popup has room for one, and the nearest share of which nobody is known says most.
  return length === 'brief' ? all.slice(0, 1) : all;
}

function openEnds(levels: ChainNode[][], length: Length): TextKey | null {
  const beside = (node: ChainNode): boolean => levels.some((level) => level.length > 1 && level.includes(node));
  const nodes = levels.flat();
  if (length === 'brief' && nodes.some((node) => beside(node) && ['unknown', 'said-unknown', 'not-disclosed'].includes(node.end ?? '')))
    return 'who_open_ends';
  const foundations = nodes.filter((node) => node.end === 'foundation' && !boardIsKnown(node) && (length === 'full' || !beside(node)));
  return foundations.length === 0 ? null : foundations.length === 1 ? 'who_foundation' : 'who_foundations';
}

/** A source says who appoints its board, without a name. */
export function boardIsKnown({ described }: ChainNode): boolean {
  return described.some(({ relation }) => relation === 'governance-appointed-by');
}

export function yearsText(years: YearSpan | null, words: Words): Run[] {
  if (years === null) return words.runs('who_sources_undated');
  const span = years.from === years.to ? `${years.from}` : `${years.from}–${years.to}`;
  return words.runs(years.undated ? 'who_sources_mixed' : 'who_sources_years', { years: span });
}
