import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GENERAL_KEY } from '../../../../lib/core/general';
import { findHost } from '../../../../lib/core/hosts';
import { generalFrom, lookUpNotice, noticesIn } from '../../../../lib/core/notice-lookup';
import { partLines, sliceOf } from '../../../../lib/core/part-lines';
import { mergeParts, parsePart, partOf } from '../../../../lib/core/parts';
import type { RegisterPart } from '../../../../lib/core/register';
import { applySteps, stepsBetween } from '../../../../lib/core/update/changes';
import { partText } from '../../../../lib/core/update/part-text';
import { withoutClaims } from '../../../../lib/core/update/withdraw';
import { wordsIn } from '../../../../lib/words/words';
import { buildParts, buildWhole } from '../../../../tools/register/build';
import { checkRegistry } from '../../../../tools/register/check';
import { compile } from '../../../../tools/register/compile';
import { diffEditions } from '../../../../tools/register/diff';
import { asMarkdown } from '../../../../tools/register/diff-markdown';
import { editionOf } from '../../../../tools/register/edition';
import { describeProblem } from '../../../../tools/register/problem';
import { smallRegistry } from './folder';
import { ADDRESSES, changed, ELECTION, NOTICE, POLICIES, SPONSOR, WITH_NOTICES } from './notice-folder';

const KEY = 'dijkreclame/abc123';
const ADDRESS = 'https://www.dijkreclame.nl/verklaringen/abc123?van=krant';

function whole(files: Record<string, string | null> = WITH_NOTICES): RegisterPart {
  const registry = smallRegistry(files);
  expect(registry.problems).toEqual([]);
  const parsed = parsePart(JSON.parse(gunzipSync(buildWhole(compile(registry), 'x').bytes).toString('utf8')));
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value;
}

/** A register of several parts, as files. */
function several(): { texts: string[]; edition: { version: string; built: string } } {
  const compiled = compile(smallRegistry(WITH_NOTICES));
  const notice = compiled.notices.get(KEY);
  if (notice === undefined) throw new Error('no notice');
  const noise = (seed: number): string =>
    Array.from({ length: 30 }, (_, at) => ((seed * 7919 + at * 104_729) % 46_656).toString(36)).join(' ');
  for (let at = 0; at < 1200; at += 1) {
    const id = `dijkreclame/n${at}`;
    const versions = notice.versions.map((each) => ({ ...each, ad: { ...each.ad, process: { words: noise(at) } } }));
    compiled.notices.set(id, { ...notice, id, address: `https://dijkreclame.nl/verklaringen/n${at}`, versions });
  }
  const { files, index } = buildParts(compiled);
  return { texts: files.map(({ bytes }) => gunzipSync(bytes).toString('utf8')), edition: index };
}

describe('notices in the built register', () => {
  it('are found by their address, with their sponsor and sources, each version kept', async () => {
    const part = whole();
    const facts = await generalFrom(async () => part);
    const found = facts === null ? null : await lookUpNotice(ADDRESS, facts.general, async () => part);
    expect(found).toMatchObject({ state: 'listed', notice: { id: KEY, versions: [{ version: 2 }, { version: 1 }] } });
  });

  it('are joined to an organisation by its number, never by its name', () => {
    const sponsorOf = (part: RegisterPart): unknown => part.notices?.[KEY]?.versions[0]?.ad.sponsor;
    expect(sponsorOf(whole())).toEqual({ name: 'De Dijk', numbers: { kvk: '12345678' }, entity: 'dijkpartij' });
    const other = changed(NOTICE, 'name: De Dijk, numbers: {kvk: "12345678"}', 'name: Partij van de Dijk, numbers: {kvk: "87654321"}');
    expect(sponsorOf(whole(other))).toEqual({ name: 'Partij van de Dijk', numbers: { kvk: '87654321' } });
    const none = changed(NOTICE, 'name: De Dijk, numbers: {kvk: "12345678"}', 'name: Partij van de Dijk');
    expect(sponsorOf(whole(none))).toEqual({ name: 'Partij van de Dijk' });
  });

  it('are joined to an election by its name, and not where there is none of that name', () => {
    const processOf = (part: RegisterPart): unknown => part.notices?.[KEY]?.versions[0]?.ad.process;
    expect(processOf(whole())).toEqual({ words: 'Provinciale Statenverkiezingen 2027', election: 'nl-ps-2027' });
    expect(processOf(whole(changed(NOTICE, 'Statenverkiezingen 2027', 'Staten')))).toEqual({ words: 'Provinciale Staten' });
  });

  it('are answered out of one part of several, by line, whatever else is in it', async () => {
    const { texts, edition } = several();
    expect(texts.length).toBeGreaterThan(1);
    const read: number[] = [];
    const partFor = async (key: string): Promise<RegisterPart | null> => {
      const number = partOf(key, texts.length);
      read.push(number);
      const lines = partLines(texts[number] ?? '');
      const slice = lines === null ? null : sliceOf(lines, key, edition);
      if (slice === null || !slice.ok) throw new Error('not to be read');
      return slice.value;
    };
    const facts = await generalFrom(partFor);
    if (facts === null) throw new Error('no facts');
    expect(facts.general.elections.map(({ id }) => id)).toEqual(['nl-ps-2027']);
    for (const id of ['abc123', 'n7', 'n1199']) {
      read.length = 0;
      const found = await lookUpNotice(`https://dijkreclame.nl/verklaringen/${id}`, facts.general, partFor);
      expect(found).toMatchObject({ state: 'listed', notice: { id: `dijkreclame/${id}` } });
      expect(found?.state === 'listed' ? Object.keys(found.slice.entities) : []).toEqual(['dijkpartij']);
      expect(read).toHaveLength(1);
    }
    expect(await lookUpNotice('https://dijkreclame.nl/verklaringen/weg', facts.general, partFor)).toMatchObject({ state: 'unlisted' });
    expect(await lookUpNotice('https://dijkreclame.nl/over', facts.general, partFor)).toBeNull();
    const site = await partFor('krant.nl');
    expect(site?.hosts['krant.nl']).toHaveLength(1);
    expect(site?.notices).toBeUndefined();
  });

  it('are unlisted or damaged, never absent', async () => {
    const part = whole();
    const general = part.general;
    if (general === undefined) throw new Error('no general facts');
    expect(await lookUpNotice(ADDRESS, general, async () => null)).toEqual({
      state: 'damaged',
      at: { scheme: 'dijkreclame', id: 'abc123' },
    });
    expect(await generalFrom(async () => null)).toBeNull();
  });

  it('merge to all of them, the newest first', () => {
    const { texts } = several();
    const parts = texts.map((text) => {
      const parsed = parsePart(JSON.parse(text));
      if (!parsed.ok) throw new Error(parsed.why);
      return parsed.value;
    });
    const merged = mergeParts(parts);
    expect(merged === null ? 0 : noticesIn(merged).length).toBe(1201);
    expect(merged?.general?.platformPolicies).toHaveLength(1);
    expect(parts.filter(({ general }) => general !== undefined)).toHaveLength(1);
  });

  it('leave a register without them as it was, byte for byte, and readable', () => {
    const plain = whole(
      Object.fromEntries(
        Object.keys(WITH_NOTICES).map((file) => [
          file,
          /^(entities\/nl\/(krant|uitgever)|entities\/intl|sources\/(colofon|jaarverslag))/.test(file)
            ? (WITH_NOTICES[file] ?? null)
            : null,
        ]),
      ),
    );
    expect(partText(plain)).not.toMatch(/notices|general/);
    expect(plain.notices).toBeUndefined();
    expect(findHost('https://krant.nl/', (domain) => plain.hosts[domain] ?? []).kind).toBe('entity');
    expect(noticesIn(plain)).toEqual([]);
  });

  it('lie behind the hosts, where a reader of before there were notices does not look', () => {
    const text = partText(whole());
    const places = ['"claims":[', '"entities":{', '"format":1,"hosts":{', '"general":{', '"notices":{', '"sources":{'].map((mark) =>
      text.indexOf(mark),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((at) => at > 0)).toBe(true);
  });

  it('change by line in an update, and can be withdrawn', () => {
    const [before, after] = [partText(whole()), partText(whole(changed(NOTICE, 'value: 3000', 'value: 3100')))];
    const steps = stepsBetween(before, after);
    expect(applySteps(before, steps)).toBe(after);
    expect(steps.filter((step) => typeof step === 'string')).toHaveLength(1);

    const part = whole();
    expect(withoutClaims(part, [`notice:${KEY}`]).notices).toEqual({});
    expect(withoutClaims(part, ['notice:dijkreclame/ander']).notices).toEqual(part.notices);
    expect(withoutClaims(part, [`notice:${KEY}`]).general).toEqual(part.general);
  });

  it('are refused as a part when one is not in order', () => {
    const part = structuredClone(whole());
    const version = part.notices?.[KEY]?.versions[0];
    if (version === undefined) throw new Error('no version');
    version.ad.sponsor = { name: 'De Dijk', entity: 'niemand' };
    expect(parsePart(part)).toMatchObject({ ok: false, why: expect.stringContaining(`notice ${KEY}`) });
    const general = structuredClone(whole());
    general.general?.elections[0]?.sources.push('gerucht');
    expect(parsePart(general)).toMatchObject({ ok: false, why: expect.stringContaining('general') });
  });

  it('have their general facts in the part of one key', () => {
    expect(partOf(GENERAL_KEY, 1)).toBe(0);
    expect(whole().general?.elections[0]).toMatchObject({ id: 'nl-ps-2027', euSponsorsOnly: { from: '2026-12-17', to: '2027-03-17' } });
    expect(whole().general?.platformPolicies[0]).toMatchObject({ company: 'Duinnet', checked: '2026-11-23' });
  });
});

describe('checkRegistry, of notices and elections', () => {
  const problemsOf = (files: Record<string, string | null>): string[] => checkRegistry(smallRegistry(files)).map(describeProblem);

  it('finds nothing wrong with files in order, and uses the sponsor and the sources', () => {
    expect(problemsOf(WITH_NOTICES)).toEqual([]);
  });

  it.each<[string, Record<string, string | null>, string, RegExp]>([
    ['a sponsor with e-mail', changed(NOTICE, 'name: De Dijk,', 'name: De Dijk, email: a@dijk.nl,'), NOTICE, /email/],
    [
      'a name that holds an address',
      changed(NOTICE, 'name: De Dijk,', 'name: "De Dijk, Dorpsstraat 12",'),
      NOTICE,
      /way to reach somebody/,
    ],
    ['a sponsor who is a person', changed(NOTICE, 'name: De Dijk,', 'name: J. de Vries,'), NOTICE, /may be a person/],
    ['a person with a name', changed(NOTICE, 'payer: not-stated', 'payer: {naturalPerson: true, name: Anna}'), NOTICE, /payer|name/],
    ['a telephone number among the words', changed(NOTICE, '[none]', '[{words: bel 06 12345678}]'), NOTICE, /way to reach somebody/],
    ['a contradiction that is not marked', changed(NOTICE, 'from: 2027-01-10', 'from: 2027-04-10'), NOTICE, /period-reversed/],
    ['a currency in words', changed(NOTICE, 'currency: EUR', 'currency: euro'), NOTICE, /currency/],
    ['versions in the wrong order', changed(NOTICE, 'version: 2', 'version: 0'), NOTICE, /./],
    [
      'the same version twice',
      changed(
        NOTICE,
        '  - version: 2',
        `${(WITH_NOTICES[NOTICE] ?? '').split('versions:\n')[1]?.split('  - version: 1')[0]}  - version: 2`,
      ),
      NOTICE,
      /twice/,
    ],
    ['a source that does not exist', changed(NOTICE, 'sources: [verklaringen]', 'sources: [gerucht]'), NOTICE, /"gerucht" does not exist/],
    ['a score', changed(NOTICE, 'versions:', 'score: 3\nversions:'), NOTICE, /"score" is a mark/],
    [
      'a file in another place',
      { ...WITH_NOTICES, [NOTICE]: null, 'notices/ander/abc123.yaml': WITH_NOTICES[NOTICE] ?? '' },
      'notices/ander/abc123.yaml',
      /belongs at notices\/dijkreclame/,
    ],
    ['an election whose day is past', changed(ELECTION, 'date: 2027-03-17', 'date: 2025-03-17'), ELECTION, /past/],
    ['an election that was held and is to come', changed(ELECTION, 'status: expected', 'status: held'), ELECTION, /still to come/],
    ['an election that may be', changed(ELECTION, 'status: expected', 'status: maybe'), ELECTION, /status/],
    ['a link without a source', changed(ELECTION, '    sources: [verklaringen]\nsources', '    sources: []\nsources'), ELECTION, /sources/],
    [
      'two elections of one name',
      { ...WITH_NOTICES, 'elections/nl-ws-2027.yaml': (WITH_NOTICES[ELECTION] ?? '').replace('nl-ps-2027', 'nl-ws-2027') },
      'elections/nl-ws-2027.yaml',
      /stands in elections\/nl-ps-2027.yaml too/,
    ],
    ['a path that matches everything', changed(ADDRESSES, '/verklaringen/{id}', '/{any}'), ADDRESSES, /path/],
    ['an address that is no host', changed(ADDRESSES, 'host: dijkreclame.nl', 'host: https://dijkreclame.nl'), ADDRESSES, /plain host/],
    ['a platform twice', changed(POLICIES, '[facebook]', '[facebook, facebook]'), POLICIES, /too/],
  ])('refuses %s', (_, files, file, what) => {
    const found = problemsOf(files);
    expect(found.filter((problem) => problem.startsWith(`${file}:`)).join('\n')).toMatch(what);
  });

  it('finds a sponsor that no notice names any longer', () => {
    expect(problemsOf(changed(NOTICE, 'numbers: {kvk: "12345678"}', 'numbers: {kvk: "87654321"}')).join('\n')).not.toContain(SPONSOR);
    expect(problemsOf({ ...WITH_NOTICES, [NOTICE]: null }).join('\n')).toContain('nothing refers to "dijkpartij"');
  });
});

describe('diff', () => {
  const log = (before: Record<string, string | null>, after: Record<string, string | null>, language: 'nl' | 'en'): string =>
    asMarkdown(diffEditions(editionOf(smallRegistry(before)), editionOf(smallRegistry(after))), wordsIn(language));

  it('names a notice that came, with its address, and says nothing of one that stayed', () => {
    const text = log({ ...WITH_NOTICES, [NOTICE]: null }, WITH_NOTICES, 'nl');
    expect(text).toContain('1 verklaring over politieke reclame erbij, weg of veranderd');
    expect(text).toContain('- **Erbij:** [verklaring dijkreclame/abc123](https://dijkreclame.nl/verklaringen/abc123)');
    expect(log(WITH_NOTICES, WITH_NOTICES, 'nl')).toContain('Er is niets veranderd.');
  });

  it('names which items of a notice changed, and a new date of an election', () => {
    const text = log(
      WITH_NOTICES,
      { ...changed(NOTICE, 'value: 3000', 'value: 3100'), [ELECTION]: (WITH_NOTICES[ELECTION] ?? '').replace('2027-03-17', '2027-03-24') },
      'en',
    );
    expect(text).toContain('notice dijkreclame/abc123 (amount)');
    expect(text).toContain('- **Changed:** election nl-ps-2027');
  });
});
