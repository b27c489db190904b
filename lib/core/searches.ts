import type { Card } from './card';
import { nameOf } from './statements';

export interface Searches {
  outlet: { name: string; href: string };
  owner: { name: string; href: string } | null;
}

/**
 * "Zelf verder kijken": searches for the outlet and its owner, never for the story (searching a story that few write about
 * leads to poor pages: Aslett et al., Nature 2024), and without the outlet's own site.
 */
export function searchesFor(card: Card): Searches | null {
  if (card.who.state !== 'known' && card.who.state !== 'conflicting') return null;
  const { outlet, chain } = card.who.value;
  const name = nameOf(outlet);
  const owner = chain.levels.slice(1).flat()[0]?.entity;
  const top = chain.levels.at(-1)?.[0]?.entity ?? owner;
  return {
    outlet: { name, href: search(`"${name}"${card.host === null ? '' : ` -site:${card.host}`}`) },
    owner: top === undefined || top.id === outlet.id ? null : { name: nameOf(top), href: search(`"${nameOf(top)}"`) },
  };
}

function search(query: string): string {
  return `https://duckduckgo.com/?q=${encodeURIComponent(query)}`;
}
