import type { Card, Who } from './card';
import type { Chain } from './chain';
import type { Entity, EntityId } from './register';
import { isPartial, nameOf } from './statements';

export interface Searches {
  outlet: { name: string; href: string };
  owner: { name: string; href: string } | null;
}

/**
 * "Zelf verder kijken": searches for the outlet and its owner, never for the story (searching a story that few write about
 * leads to poor pages: Aslett et al., Nature 2024), and without the outlet's own site.
 */
export function searchesFor(card: Card): Searches | null {
  if (card.practice || (card.who.state !== 'known' && card.who.state !== 'conflicting')) return null;
  return searchesAbout(card.who.value, card.host);
}

/** @param host the outlet's own site, null when none is known */
export function searchesAbout({ outlet, chain }: Who, host: string | null): Searches {
  const name = nameOf(outlet);
  const top = topOwner(chain, outlet.id);
  return {
    outlet: { name, href: search(`"${name}"${host === null ? '' : ` -site:${host}`}`) },
    owner: top === null ? null : { name: nameOf(top), href: search(`"${nameOf(top)}"`) },
  };
}

/** Up along whole owners only: who holds a part of a part is not the owner of the outlet. */
function topOwner(chain: Chain, start: EntityId): Entity | null {
  let at = start;
  for (;;) {
    const whole = chain.links.filter(
      (link) => link.from === at && link.relation !== 'governance-appointed-by' && !link.statements.some((s) => isPartial(s.claim)),
    );
    const [only, second] = new Set(whole.map((link) => link.to));
    if (only === undefined || second !== undefined) break;
    at = only;
  }
  return at === start ? null : (chain.levels.flat().find((node) => node.entity.id === at)?.entity ?? null);
}

function search(query: string): string {
  return `https://duckduckgo.com/?q=${encodeURIComponent(query)}`;
}
