import type { Election } from './elections';

/** Elections of which one name holds every word of the query, whatever its accents and capitals; the newest first. */
export function electionsMatching(elections: readonly Election[], query: string): Election[] {
  const wanted = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return elections
    .filter(({ names, alsoNamed }) =>
      [names.nl, names.en, ...(alsoNamed ?? [])].some((name) => wanted.every((word) => fold(name).includes(word))),
    )
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.id < b.id ? -1 : 1));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
