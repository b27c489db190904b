import type { Found, Place } from '../observation';
import { agenciesAtEnd, agenciesIn, agenciesInDateline, agencyNamed } from './agencies';
import type { AuthorSources } from './authors';
import { isObject, textOf, valuesOf } from './json-ld';
import { beside } from './sketch';
import { MAX_NAME, plain } from './text';

const MAX_AGENCIES = 10;
const LEAD = /^(?:door|by|von|par|por)\s?:?\s+(.+)$/i;

/** Agencies credited for the text: as maker, in the byline, the dateline or at the end. Never for pictures or by a copyright line. */
export function agenciesOf(from: AuthorSources, authors: readonly Found<string>[]): Found<string>[] {
  const found: Found<string>[] = [];
  const add = (names: readonly string[], place: Place): void => {
    for (const value of names) if (!found.some((other) => other.value === value)) found.push({ value, from: place });
  };
  const { ld, main, sketch } = from;
  for (const author of authors) add(agenciesIn(author.value), author.from);
  for (const key of ['author', 'creator']) {
    for (const value of main ? valuesOf(ld, main.node, key) : []) {
      const name = typeof value === 'string' ? value : isObject(value) ? textOf(ld, value, 'name') : '';
      add(agenciesIn(plain(name, MAX_NAME)), { kind: 'json-ld', name: `${main?.name ?? ''}.${key}` });
    }
  }
  for (const { pieces, lines } of [sketch.after, sketch.before]) {
    for (const piece of pieces) {
      const text = plain(piece.text);
      const line = lines[piece.line];
      if (text.length > 60 || beside(line ?? piece, 15) > 25) continue;
      const credit = LEAD.exec(text)?.[1] ?? (line === undefined ? '' : text);
      add(agenciesIn(credit), { kind: 'text', name: piece.place });
    }
  }
  const place: Place = { kind: 'text', name: 'p' };
  for (const text of sketch.edges.slice(0, 3)) add(agenciesInDateline(text), place);
  for (const text of sketch.edges.slice(-3)) add(agenciesAtEnd(text), place);
  const own = from.site ? agencyNamed(from.site) : null;
  const host = from.host.replace(/^www\./, '');
  return found
    .filter(({ value }) => value !== own && !host.startsWith(`${value.toLowerCase().replace(/[^a-z]/g, '')}`))
    .slice(0, MAX_AGENCIES);
}
