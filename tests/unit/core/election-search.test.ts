import { expect, it } from 'vitest';
import { electionsMatching } from '../../../lib/core/election-search';
import type { Election } from '../../../lib/core/elections';

const election = (id: string, nl: string, date: string): Election => ({
  id,
  kind: 'municipal',
  area: 'NL',
  names: { nl, en: `Elections ${date.slice(0, 4)}` },
  alsoNamed: ['Gemeenteraad Oost-Duin'],
  date,
  status: 'expected',
  links: [],
  sources: [],
});
const two = [election('a', 'Gemeenteraadsverkiezingen 2026', '2026-03-18'), election('b', 'Gemeenteraadsverkiezingen 2030', '2030-03-20')];

it('finds by every word of one name, in either language, the newest first', () => {
  const found = (query: string): string[] => electionsMatching(two, query).map(({ id }) => id);
  expect(found('gemeenteraad')).toEqual(['b', 'a']);
  expect(found('2026 GEMEENTE')).toEqual(['a']);
  expect(found('elections 2030')).toEqual(['b']);
  expect(found('oost-duin 2026')).toEqual([]);
  expect(found('  ')).toEqual([]);
});
