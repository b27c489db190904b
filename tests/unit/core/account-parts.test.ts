import { describe, expect, it } from 'vitest';
import { partLines, sliceOf } from '../../../lib/core/part-lines';
import { mergeParts, parsePart } from '../../../lib/core/parts';
import type { ListedAccount, RegisterPart } from '../../../lib/core/register';
import { packagedText, partFromText, partText, treeTextOf } from '../../../lib/core/update/part-text';
import { withoutClaims } from '../../../lib/core/update/withdraw';
import { claim, entity, slice, source } from '../support/register';

const EDITION = { version: '2026.11.23', built: '2026-11-20' };

const listed: ListedAccount = {
  platform: 'x',
  handles: [{ handle: 'krant' }, { handle: 'dekrant', valid: { to: '2020' } }],
  entity: 'de-krant',
  proof: [{ kind: 'site-names-it', source: 'voorpagina' }],
};

/** De Krant of Anna, found by its account alone; Ander has none. */
function part(accounts: unknown = { 'x/krant': [listed], 'x/dekrant': [listed] }): RegisterPart {
  const base = slice(
    [entity('outlet', 'De Krant'), entity('outlet', 'Ander'), entity('person', 'Anna')],
    [claim('Ander', 'owned-by', 'Anna'), claim('De Krant', 'owned-by', 'Anna')],
    [source('voorpagina')],
  );
  return { ...base, accounts: accounts as Record<string, ListedAccount[]> };
}

function linesOf(text: string) {
  const lines = partLines(text);
  if (lines === null) throw new Error('not spelled by line');
  return lines;
}

describe('a part with accounts', () => {
  it('is read', () => {
    expect(parsePart(part())).toEqual({ ok: true, value: part() });
  });

  it.each([
    ['an entity outside the part', { 'x/krant': [{ ...listed, entity: 'elders' }] }],
    ['no proof', { 'x/krant': [{ ...listed, proof: [] }] }],
    ['a source outside the part', { 'x/krant': [{ ...listed, proof: [{ kind: 'site-names-it', source: 'elders' }] }] }],
    ['a handle without a text', { 'x/krant': [{ ...listed, handles: [{ handle: '' }] }] }],
    ['a period that is none', { 'x/krant': [{ ...listed, handles: [{ handle: 'krant', valid: { to: 'gisteren' } }] }] }],
    ['no handles', { 'x/krant': [{ ...listed, handles: undefined }] }],
    ['a number for a stable id', { 'x/krant': [{ ...listed, stableId: 7 }] }],
    ['a mark', { 'x/krant': [{ ...listed, score: 7 }] }],
    ['no list', { 'x/krant': listed }],
    ['no records', []],
  ])('is refused with %s', (_, accounts) => {
    expect(parsePart(part(accounts)).ok).toBe(false);
  });

  it('is read when an account is of a platform that this edition does not know', () => {
    expect(parsePart(part({ 'nieuw/krant': [{ ...listed, platform: 'nieuw' }] })).ok).toBe(true);
  });

  it('keeps the accounts when parts are merged', () => {
    const { accounts: _, ...without } = part();
    expect(mergeParts([without, part()])?.accounts).toEqual(part().accounts);
    expect(mergeParts([part(), without])?.accounts).toEqual(part().accounts);
    expect(mergeParts([without])).toEqual(without);
  });

  it('keeps the accounts when claims are withdrawn', () => {
    expect(withoutClaims(part(), [part().claims[0]?.id ?? '']).accounts).toEqual(part().accounts);
  });
});

describe('the text of a part with accounts', () => {
  it('comes back as it went, in the tree and in the package', () => {
    const text = partText(part());
    expect(partFromText(text, EDITION)).toEqual(part());
    expect(JSON.parse(packagedText(part()))).toEqual(part());
    expect(treeTextOf(packagedText(part()))).toBe(text);
  });

  it('is what it was for a part without any', () => {
    const { accounts: _, ...without } = part();
    expect(partText(without).startsWith('{"claims":[')).toBe(true);
    expect(partText({ ...without, accounts: {} })).toBe(partText(without));
  });

  it.each([
    ['the tree', partText(part())],
    ['the package', packagedText(part())],
  ])('answers for one account, found by line in %s', (_, text) => {
    const found = sliceOf(linesOf(text), 'x/krant', EDITION);
    if (!found.ok) throw new Error(found.why);
    expect(found.value.accounts).toEqual({ 'x/krant': [listed] });
    expect(Object.keys(found.value.entities)).toEqual(['de-krant', 'anna']);
    expect(Object.keys(found.value.sources).sort()).toEqual(['jaarverslag', 'voorpagina']);
    expect(found.value.claims.map(({ subject }) => subject)).toEqual(['de-krant']);
  });

  it('has nothing for another account, nor for one that is only mentioned in a text', () => {
    const told = part();
    const [first] = told.claims;
    if (first === undefined) throw new Error('no claim');
    const hostile = {
      ...told,
      claims: [
        {
          ...first,
          response: { by: 'anna', words: '\n"x/ander":[],"accounts":{', lang: 'nl', date: '2026-11-01', sources: ['voorpagina'] },
        },
      ],
    };
    for (const key of ['x/ander', 'x/kran', 'krant']) {
      const found = sliceOf(linesOf(partText(hostile)), key, EDITION);
      expect(found).toMatchObject({ ok: true, value: { entities: {}, hosts: {} } });
      expect(found.ok && found.value.accounts).toBeUndefined();
    }
    const { accounts: _, ...without } = hostile;
    expect(sliceOf(linesOf(partText(without)), 'x/ander', EDITION)).toMatchObject({ ok: true, value: { entities: {} } });
  });
});
