import { defineConfig } from 'vitest/config';

// Vitest prints failures with Map.groupBy, which Node 20 does not have yet.
if (!('groupBy' in Map)) {
  const groupBy = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item, at: number) => Key): Map<Key, Item[]> => {
    const groups = new Map<Key, Item[]>();
    let at = 0;
    for (const item of items) {
      const key = keyOf(item, at++);
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return groups;
  };
  Object.assign(Map, { groupBy });
}

/** Unit and page tests choose a document by `// @vitest-environment happy-dom` where they need one; the core needs none. */
export default defineConfig({
  test: {
    include: ['tests/{unit,reader,pages,rules}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 10_000,
  },
});
