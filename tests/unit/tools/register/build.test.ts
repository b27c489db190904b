import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { findHost, registrableDomains } from '../../../../lib/core/hosts';
import { mergeParts, parsePart, partOf } from '../../../../lib/core/parts';
import type { Claim, ListedAccount, RegisterPart } from '../../../../lib/core/register';
import { type Built, buildParts, buildWhole, MAX_PART_BYTES } from '../../../../tools/register/build';
import { type Compiled, compile } from '../../../../tools/register/compile';
import { readRegistry } from '../../../../tools/register/files';
import { edited, smallRegistry } from './folder';

const REGISTRY = join(import.meta.dirname, '../../../../registry');

function open(bytes: Uint8Array): RegisterPart {
  const parsed = parsePart(JSON.parse(gunzipSync(bytes).toString('utf8')));
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value;
}

/** A register too large for one part: many outlets, each with an owner of its own. */
function large(): Compiled {
  const compiled = compile(smallRegistry());
  const noise = (seed: number): string =>
    Array.from({ length: 40 }, (_, i) => ((seed * 7919 + i * 104_729) % 46_656).toString(36)).join(' ');
  const [claim] = compiled.claims.filter((one) => one.id === 'krant/owned-by/uitgever');
  const rule = compiled.hosts.get('krant.nl')?.[0];
  const krant = compiled.entities.get('krant');
  const uitgever = compiled.entities.get('uitgever');
  if (!claim || !rule || !krant || !uitgever) throw new Error('the small register has changed');
  for (let i = 0; i < 1500; i += 1) {
    const id = `krant-${i}`;
    compiled.entities.set(id, { ...krant, id, names: [{ name: noise(i).slice(0, 110) }] });
    compiled.entities.set(`uitgever-${i}`, { ...uitgever, id: `uitgever-${i}`, names: [{ name: noise(i + 5000).slice(0, 110) }] });
    compiled.claims.push({ ...claim, id: `${id}/owned-by/uitgever-${i}`, subject: id, object: { entity: `uitgever-${i}` } });
    compiled.hosts.set(`krant-${i}.nl`, [{ ...rule, host: `krant-${i}.nl`, target: { entity: id } }]);
  }
  return compiled;
}

describe('buildParts', () => {
  it('needs one part for a small register', () => {
    const built = buildParts(compile(smallRegistry()));
    expect(built.files.map((file) => file.name)).toEqual(['000.json.gz']);
    expect(built.index.parts[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes as many parts, a power of two, as keep each below the limit', () => {
    const built = buildParts(large());
    const count = built.files.length;
    expect(count).toBeGreaterThan(1);
    expect(count & (count - 1)).toBe(0);
    expect(Math.max(...built.files.map((file) => file.bytes.length))).toBeLessThanOrEqual(MAX_PART_BYTES);
  });

  it('answers for an account from the one part its hash points to, with its outlet, all above it and the proof', () => {
    const compiled = large();
    const listed = Array.from({ length: 50 }, (_, i): [string, ListedAccount] => [
      `x/krant_${i}`,
      {
        platform: 'x',
        handles: [{ handle: `krant_${i}` }],
        entity: `krant-${i}`,
        proof: [{ kind: 'site-names-it', source: 'voorpagina' }],
      },
    ]);
    const colofon = compiled.sources.get('colofon');
    if (colofon === undefined) throw new Error('the small register has changed');
    compiled.sources.set('voorpagina', { ...colofon, id: 'voorpagina' });
    for (const [key, account] of listed) compiled.accounts.set(key, [account]);
    const parts = buildParts(compiled).files.map((file) => open(file.bytes));
    expect(parts.length).toBeGreaterThan(1);
    for (const [i, [key, account]] of listed.entries()) {
      const part = parts[partOf(key, parts.length)];
      expect(part?.accounts?.[key]).toEqual([account]);
      expect(part?.entities).toHaveProperty(`uitgever-${i}`);
      expect(part?.sources).toHaveProperty('voorpagina');
    }
    expect(Object.keys(mergeParts(parts)?.accounts ?? {}).sort()).toEqual(listed.map(([key]) => key).sort());
  });

  it('answers for a domain from the one part its hash points to, and merges back to the whole', () => {
    const compiled = large();
    const built = buildParts(compiled);
    const parts = built.files.map((file) => open(file.bytes));
    for (const [domain] of compiled.hosts) {
      const part = parts[partOf(domain, parts.length)];
      const answer = findHost(`https://www.${domain}/`, (key) => part?.hosts[key] ?? []);
      expect(answer.kind).toBe('entity');
    }
    const whole = mergeParts(parts);
    expect(Object.keys(whole?.entities ?? {}).length).toBe(compiled.entities.size);
    expect(whole?.claims.length).toBe(compiled.claims.length);
  });

  it('follows a chain to its end, with history and sources', () => {
    const part = open(buildWhole(compile(smallRegistry()), 'x').bytes);
    expect(Object.keys(part.entities)).toEqual(['familie', 'krant', 'uitgever']);
    expect(part.claims.map((claim) => claim.id)).toEqual(['krant/owned-by/uitgever', 'uitgever/owned-by/familie']);
    expect(Object.keys(part.sources)).toEqual(['colofon', 'jaarverslag']);
  });

  it('keeps what a source took back, and who was named only there, at home', () => {
    const withdrawn = edited(
      'entities/nl/uitgever.yaml',
      '    sources: [jaarverslag]',
      '    status: withdrawn\n    sources: [jaarverslag]',
    );
    const [file] = buildParts(compile(smallRegistry(withdrawn))).files;
    const part = open(file?.bytes ?? new Uint8Array());
    expect(part.claims.map(({ id }) => id)).toEqual(['krant/owned-by/uitgever']);
    expect(Object.keys(part.entities)).toEqual(['krant', 'uitgever']);
  });

  it('takes along who answered and where', () => {
    const answer = '    response: {by: familie, date: 2026-10-02, words: Klopt., sources: [colofon]}\n    sources: [jaarverslag]';
    const changed = { ...edited('entities/nl/krant.yaml', '    sources: [jaarverslag]', answer), 'entities/nl/uitgever.yaml': null };
    const compiled = compile(smallRegistry(changed));
    expect(compiled.claims[0]?.response).toEqual({ by: 'familie', date: '2026-10-02', words: 'Klopt.', lang: 'nl', sources: ['colofon'] });
    const [rule] = compiled.hosts.get('krant.nl') ?? [];
    if (rule !== undefined) rule.sources = [];
    compiled.entities.set('uitgever', { id: 'uitgever', kind: 'organisation', names: [{ name: 'Uitgever' }], country: null, ids: {} });
    const part = open(buildWhole({ ...compiled, hosts: new Map(compiled.hosts) }, 'x').bytes);
    expect(Object.keys(part.entities)).toContain('familie');
    expect(Object.keys(part.sources)).toContain('colofon');
  });

  it('keeps an outlet that has no site', () => {
    const compiled = compile(
      smallRegistry(edited('entities/nl/krant.yaml', 'hosts:\n  - host: krant.nl\n    sources: [colofon]\n', 'sources: [colofon]\n')),
    );
    const [file] = buildParts(compiled).files;
    expect(file && Object.keys(open(file.bytes).entities)).toContain('krant');
  });

  it('makes the same bytes from the same files', () => {
    const twice = [0, 1].map(() => buildParts(compile(readRegistry(REGISTRY, 'core'))));
    expect(twice[0]?.index).toEqual(twice[1]?.index);
    expect(twice[0]?.files.map((file) => Buffer.from(file.bytes).toString('base64'))).toEqual(
      twice[1]?.files.map((file) => Buffer.from(file.bytes).toString('base64')),
    );
  });

  it('writes no time and no system name in the gzip header', () => {
    const [file] = buildParts(compile(smallRegistry())).files;
    expect([...(file?.bytes.subarray(4, 8) ?? [])]).toEqual([0, 0, 0, 0]);
    expect(file?.bytes[9]).toBe(255);
  });
});

describe('compile', () => {
  const claimOf = (text: string): Claim | undefined =>
    compile(smallRegistry(edited('entities/nl/krant.yaml', '  - owned-by: uitgever\n    sources: [jaarverslag]\n', text))).claims.find(
      (claim) => claim.subject === 'krant',
    );

  it('dates a claim by its newest dated source, and not at all when none is dated', () => {
    expect(claimOf('  - owned-by: uitgever\n    sources: [colofon, jaarverslag]\n')?.asOf).toBe('2025');
    expect(claimOf('  - published-by: uitgever\n    sources: [colofon]\n')?.asOf).toBeUndefined();
    expect(claimOf('  - owned-by: uitgever\n    asOf: 2021-05\n    sources: [jaarverslag]\n')?.asOf).toBe('2021-05');
  });

  it('says when only the party itself is the source', () => {
    expect(claimOf('  - published-by: uitgever\n    sources: [colofon]\n')?.status).toBe('self-declared');
    expect(claimOf('  - published-by: uitgever\n    sources: [colofon, jaarverslag]\n')?.status).toBe('sourced');
    expect(claimOf('  - owned-by: uitgever\n    status: superseded\n    sources: [colofon]\n')?.status).toBe('superseded');
  });

  it('keeps that money is planned and that a source was read as a stored copy', () => {
    const planned = '  - funded-by: uitgever\n    funding: {kind: public-money, year: 2025, planned: true}\n    sources: [jaarverslag]\n';
    expect(claimOf(planned)?.funding).toEqual({ kind: 'public-money', year: 2025, planned: true });
    const { sources } = compile(
      smallRegistry(edited('sources/colofon.yaml', 'retrieved: 2026-11-23', 'retrieved: 2026-11-23\nreadAs: stored-copy')),
    );
    expect([sources.get('colofon')?.readAs, sources.get('jaarverslag')?.readAs]).toEqual(['stored-copy', undefined]);
  });

  it('asks for a review a year later', () => {
    expect(claimOf('  - owned-by: uitgever\n    sources: [jaarverslag]\n')?.reviewBy).toBe('2027-11-23');
  });

  it('tells two claims about one object apart by their year', () => {
    const { claims } = compile(
      smallRegistry(
        edited(
          'entities/nl/krant.yaml',
          '  - owned-by: uitgever\n    sources: [jaarverslag]\n',
          '  - owned-by: uitgever\n    sources: [jaarverslag]\n  - owned-by: uitgever\n    valid: {to: 2019}\n    status: superseded\n    sources: [jaarverslag]\n',
        ),
      ),
    );
    expect(claims.map((claim) => claim.id)).toEqual([
      'krant/owned-by/uitgever@2019',
      'krant/owned-by/uitgever@2025',
      'uitgever/owned-by/familie',
    ]);
  });
});

describe('the register of this repository', () => {
  let built: Built;
  let part: RegisterPart;
  let practice: RegisterPart;

  beforeAll(() => {
    built = buildParts(compile(readRegistry(REGISTRY, 'core')));
    const merged = mergeParts(built.files.map((file) => open(file.bytes)));
    if (!merged) throw new Error('no parts');
    part = merged;
    practice = open(buildWhole(compile(readRegistry(REGISTRY, 'practice')), 'practice.json.gz').bytes);
  });

  const ask = (address: string, from: RegisterPart): string => {
    const answer = findHost(address, (domain) => from.hosts[domain] ?? []);
    return answer.kind === 'entity' ? answer.entity : answer.kind;
  };

  it('keeps every part below the limit', () => {
    expect(Math.max(...built.files.map((file) => file.bytes.length))).toBeLessThanOrEqual(MAX_PART_BYTES);
  });

  it.each([
    ['https://www.nrc.nl/nieuws/x', 'nrc'],
    ['https://www.ad.nl/x', 'algemeen-dagblad'],
    ['https://www.volkskrant.nl/', 'de-volkskrant'],
    ['https://www.rtl.nl/nieuws/x', 'rtl-nieuws'],
    ['https://www.rtl.nl/boulevard/x', 'rtl-nederland'],
    ['https://www.vrt.be/vrtnws/nl/x', 'vrt-nws'],
    ['https://www.vrt.be/vrtmax/', 'vrt'],
    ['https://trends.knack.be/x', 'trends-be'],
    ['https://www.knack.be/x', 'knack'],
    ['https://iemand.substack.com/p/x', 'platform'],
    ['https://iemand.blogspot.com/', 'platform'],
    ['https://www.x.com/iemand/status/1', 'platform'],
    ['https://t.co/x', 'carrier'],
    ['https://nrc-nl.com/', 'unlisted'],
  ])('answers %s with %s', (address, wanted) => {
    expect(ask(address, part)).toBe(wanted);
  });

  it.each([
    ['https://polderpost.example/x', 'de-polderpost'],
    ['https://omroeprijnstreek.example/', 'omroep-rijnstreek'],
    ['https://dewissel.example/', 'de-wissel'],
    ['https://thuisgids.example/', 'thuisgids'],
    ['https://dorpsblik.example/', 'unlisted'],
  ])('answers the practice page %s with %s', (address, wanted) => {
    expect(registrableDomains(address)).toEqual([new URL(address).hostname]);
    expect(ask(address, practice)).toBe(wanted);
  });

  it('keeps fiction and fact apart', () => {
    const overlap = Object.keys(practice.entities).filter((id) => Object.hasOwn(part.entities, id));
    expect(overlap).toEqual([]);
  });

  it('lists only hosts of Dutch and Flemish outlets as news sites', () => {
    expect(built.newsHosts).toContain('nrc.nl');
    expect(built.newsHosts).toContain('standaard.be');
    expect(built.newsHosts).not.toContain('substack.com');
    expect(built.newsHosts).toEqual([...new Set(built.newsHosts)].sort());
  });

  it('holds enough outlets of both countries with a source for who publishes, owns or pays them', () => {
    const outlets = Object.values(part.entities).filter((entity) => entity.kind === 'outlet');
    const sourced = outlets.filter((outlet) => part.claims.some((claim) => claim.subject === outlet.id && claim.sources.length > 0));
    expect(sourced.filter((outlet) => outlet.country === 'NL').length).toBeGreaterThanOrEqual(93);
    expect(sourced.filter((outlet) => outlet.country === 'BE').length).toBeGreaterThanOrEqual(14);
  });

  it('shows no refusal or missing membership of an outlet', () => {
    for (const claim of part.claims) {
      if (claim.predicate === 'member-of') expect('entity' in claim.object).toBe(true);
    }
  });
});
