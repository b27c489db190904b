import { describe, expect, it } from 'vitest';
import { mergeParts, parsePart, partOf } from '../../../lib/core/parts';
import type { RegisterPart, Source } from '../../../lib/core/register';

function part(change: (draft: RegisterPart & Record<string, unknown>) => void = () => {}): RegisterPart {
  const draft: RegisterPart & Record<string, unknown> = {
    format: 1,
    version: '2026.11.23',
    built: '2026-11-23',
    hosts: { 'krant.example': [{ host: 'krant.example', match: 'subtree', target: { entity: 'krant' }, sources: ['colofon'] }] },
    entities: {
      krant: { id: 'krant', kind: 'outlet', names: [{ name: 'De Krant' }], country: 'NL', ids: {} },
      uitgever: { id: 'uitgever', kind: 'organisation', names: [{ name: 'Uitgever', valid: { from: '2020' } }], country: null, ids: {} },
    },
    claims: [
      {
        id: 'krant/owned-by/uitgever',
        subject: 'krant',
        predicate: 'owned-by',
        object: { entity: 'uitgever' },
        valid: { from: '2021-05' },
        asOf: '2025',
        checked: '2026-11-23',
        reviewBy: '2027-11-23',
        status: 'sourced',
        sources: ['colofon'],
        interests: [{ instrument: 'ordinary-share', capital: { exact: 100 }, scope: 'group' }],
      },
    ],
    sources: {
      colofon: {
        id: 'colofon',
        url: 'https://bron.example/colofon',
        title: 'Colofon',
        publisher: 'De Krant',
        kind: 'self',
        published: '2025',
        retrieved: '2026-11-23',
        licence: 'verzonnen',
      },
    },
  };
  change(draft);
  return draft;
}

/** A part as it comes off the disk, so that a change can be anything at all. */
function broken(change: (json: never) => void): unknown {
  const json: unknown = JSON.parse(JSON.stringify(part()));
  change(json as never);
  return json;
}

function withFile({ sources: { colofon } }: RegisterPart, file: string): Source {
  if (colofon === undefined) throw new Error('the part has changed');
  const { url: _, ...rest } = colofon;
  return { ...rest, file };
}

describe('partOf', () => {
  it('gives the published values of FNV-1a over UTF-8', () => {
    const whole = 2 ** 31;
    // Test vectors of the algorithm's authors, low 31 bits.
    expect(partOf('', whole)).toBe(0x811c9dc5 % whole);
    expect(partOf('a', whole)).toBe(0xe40c292c % whole);
    expect(partOf('foobar', whole)).toBe(0xbf9cf968 % whole);
  });

  it('stays below the number of parts, also beyond ASCII', () => {
    for (const count of [1, 2, 64, 256]) {
      for (const domain of ['nrc.nl', 'münchen.de', 'xn--mnchen-3ya.de', '漢字.example', '']) {
        const found = partOf(domain, count);
        expect(Number.isInteger(found) && found >= 0 && found < count).toBe(true);
      }
    }
  });

  it('spreads domains over the parts', () => {
    const seen = new Set(Array.from({ length: 2000 }, (_, i) => partOf(`krant${i}.nl`, 64)));
    expect(seen.size).toBe(64);
  });
});

describe('parsePart', () => {
  it('accepts a part in order', () => {
    expect(parsePart(JSON.parse(JSON.stringify(part())))).toEqual({ ok: true, value: part() });
  });

  it('accepts planned money and a source read as a stored copy', () => {
    const later = part((draft) => {
      Object.assign(draft.claims[0] ?? {}, { funding: { kind: 'public-money', year: 2025, planned: true } });
      Object.assign(draft.sources.colofon ?? {}, { readAs: 'stored-copy' });
    });
    expect(parsePart(later)).toEqual({ ok: true, value: later });
  });

  const answer = { by: 'krant', words: 'Wij zijn van onszelf.', lang: 'nl', date: '2026-10-02', sources: ['colofon'] };
  const answered = (response: unknown) => broken((json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { response }));

  it('accepts the answer of a party, and refuses one without a known party, date, words or source', () => {
    expect(parsePart(answered(answer)).ok).toBe(true);
    for (const wrong of [{ by: 'weg' }, { date: '2026' }, { words: '' }, { sources: ['weg'] }])
      expect(parsePart(answered({ ...answer, ...wrong })).ok).toBe(false);
  });

  it('accepts a document of its own as a source, and income that there is none of', () => {
    const later = part((draft) => {
      draft.sources.colofon = withFile(draft, 'docs/REDACTIE.md');
      Object.assign(draft.claims[0] ?? {}, { predicate: 'funded-by', object: { noIncomeFrom: 'readers' }, interests: undefined });
    });
    expect(parsePart(JSON.parse(JSON.stringify(later))).ok).toBe(true);
  });

  it('accepts words with a translation, and refuses one that is no text', () => {
    const said = (object: unknown) => broken((json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { object }));
    expect(parsePart(said({ words: 'lezers', lang: 'nl', en: 'readers' })).ok).toBe(true);
    expect(parsePart(said({ words: 'lezers', lang: 'nl', en: 7 })).ok).toBe(false);
  });

  it('lets through a field that a later edition adds', () => {
    expect(parsePart(part((draft) => Object.assign(draft, { later: { thing: 1 } }))).ok).toBe(true);
  });

  const REFUSED: [string, (json: never) => void][] = [
    ['another format', (json: RegisterPart & { format: number }) => void Object.assign(json, { format: 2 })],
    ['a version that is no date', (json: RegisterPart) => void Object.assign(json, { version: 'latest' })],
    ['a built that is no day', (json: RegisterPart) => void Object.assign(json, { built: '2026' })],
    ['no entities', (json: RegisterPart) => void Object.assign(json, { entities: null })],
    ['claims that are no list', (json: RegisterPart) => void Object.assign(json, { claims: {} })],
    ['an entity under another id', (json: RegisterPart) => void Object.assign(json.entities.krant ?? {}, { id: 'ander' })],
    ['an unknown kind of entity', (json: RegisterPart) => void Object.assign(json.entities.krant ?? {}, { kind: 'troll' })],
    ['an entity without a name', (json: RegisterPart) => void Object.assign(json.entities.krant ?? {}, { names: [] })],
    ['a name that is no text', (json: RegisterPart) => void Object.assign(json.entities.krant ?? {}, { names: [{ name: 7 }] })],
    ['a period that is no date', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { valid: { from: 'toen' } })],
    ['a claim about nobody', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { subject: 'weg' })],
    [
      'a claim that points outside the part',
      (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { object: { entity: 'weg' } }),
    ],
    ['an inherited key as an entity', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { object: { entity: 'toString' } })],
    [
      'an object with two meanings',
      (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { object: { entity: 'uitgever', words: 'x' } }),
    ],
    ['a source without an address', (json: RegisterPart) => void delete (json.sources.colofon ?? { url: '' }).url],
    ['a file that climbs out', (json: RegisterPart) => void Object.assign(json.sources, { colofon: withFile(json, '../x.md') })],
    ['a file and an address', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { file: 'docs/X.md' })],
    ['an empty object', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { object: {} })],
    ['an unknown predicate', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { predicate: 'likes' })],
    ['an unknown status', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { status: 'true' })],
    ['a claim without a source', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { sources: [] })],
    ['a source that is not there', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { sources: ['weg'] })],
    [
      'joint holders that are not there',
      (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { interests: [{ instrument: 'x', jointly: ['weg'] }] }),
    ],
    ['a javascript link', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { url: 'javascript:alert(1)' })],
    [
      'a data link in the archive',
      (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { archiveUrl: 'data:text/html,x' }),
    ],
    ['an address without a host', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { url: 'https://' })],
    ['a source without a title', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { title: '' })],
    [
      'a title of ten thousand letters',
      (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { title: 'x'.repeat(10_000) }),
    ],
    ['an unknown way of reading a source', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { readAs: 'memory' })],
    [
      'money that is planned in another way than true',
      (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { funding: { kind: 'readers', planned: 'perhaps' } }),
    ],
    ['an unknown kind of source', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { kind: 'rumour' })],
    [
      'a host rule to nobody',
      (json: RegisterPart) => void Object.assign(json.hosts['krant.example']?.[0] ?? {}, { target: { entity: 'weg' } }),
    ],
    [
      'a host rule of another kind',
      (json: RegisterPart) => void Object.assign(json.hosts['krant.example']?.[0] ?? {}, { target: 'fake-news' }),
    ],
    [
      'a path without a slash',
      (json: RegisterPart) => void Object.assign(json.hosts['krant.example']?.[0] ?? {}, { pathPrefix: 'nieuws' }),
    ],
    ['a score on an entity', (json: RegisterPart) => void Object.assign(json.entities.krant ?? {}, { score: 7 })],
    ['a rating on a claim', (json: RegisterPart) => void Object.assign(json.claims[0] ?? {}, { rating: 'hoog' })],
    ['a credibility on a source', (json: RegisterPart) => void Object.assign(json.sources.colofon ?? {}, { Credibility: 1 })],
    ['a trust deep inside', (json: RegisterPart) => void Object.assign(json.claims[0]?.interests?.[0] ?? {}, { more: { trust: 1 } })],
  ];

  it.each(REFUSED)('refuses %s', (_, change) => {
    const parsed = parsePart(broken(change));
    expect(parsed.ok).toBe(false);
  });

  it.each([null, undefined, 7, 'tekst', [], {}, { format: 1 }])('refuses %j', (json) => {
    expect(parsePart(json).ok).toBe(false);
  });

  it('refuses endless nesting without running out of stack', () => {
    let deep: unknown = {};
    for (let i = 0; i < 50_000; i += 1) deep = { deep };
    expect(parsePart({ ...part(), deep })).toEqual({ ok: false, why: 'too large' });
  });

  it('does not mistake an id for a field', () => {
    const named = part((draft) => {
      draft.entities.rank = { id: 'rank', kind: 'organisation', names: [{ name: 'Rank Group' }], country: null, ids: {} };
    });
    expect(parsePart(named).ok).toBe(true);
  });
});

describe('mergeParts', () => {
  it('has nothing to merge without parts', () => {
    expect(mergeParts([])).toBeNull();
  });

  it('keeps one of each id and everything that only one part has', () => {
    const other = part((draft) => {
      draft.hosts = { 'blad.example': [{ host: 'blad.example', match: 'exact', target: { entity: 'uitgever' }, sources: ['colofon'] }] };
      draft.entities.blad = { id: 'blad', kind: 'outlet', names: [{ name: 'Het Blad' }], country: 'NL', ids: {} };
      draft.claims = draft.claims.concat(draft.claims.map((claim) => ({ ...claim, id: 'blad/owned-by/uitgever', subject: 'blad' })));
    });
    const merged = mergeParts([part(), other]);
    expect(Object.keys(merged?.hosts ?? {}).sort()).toEqual(['blad.example', 'krant.example']);
    expect(Object.keys(merged?.entities ?? {}).sort()).toEqual(['blad', 'krant', 'uitgever']);
    expect(merged?.claims.map((claim) => claim.id)).toEqual(['krant/owned-by/uitgever', 'blad/owned-by/uitgever']);
    expect(parsePart(merged).ok).toBe(true);
  });

  it('leaves the parts themselves as they were', () => {
    const first = part();
    mergeParts([first, part()]);
    expect(first).toEqual(part());
  });
});
