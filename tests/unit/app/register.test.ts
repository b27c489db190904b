import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKept } from '../../../lib/app/kept-parts';
import { answerFor, practiceAnswerFor } from '../../../lib/app/register';
import { wholeRegister } from '../../../lib/app/whole-register';
import type { RegisterPart } from '../../../lib/core/register';
import { PACKAGED_IN_USE, writeInUse } from '../../../lib/store/register-in-use';
import { sha256 } from '../../../lib/store/unpack';
import { claim, entity, slice } from '../support/register';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
afterEach(() => vi.unstubAllGlobals());
beforeEach(forgetKept);

const part: RegisterPart = {
  ...slice([entity('outlet', 'De Krant')], []),
  hosts: { 'krant.nl': [{ host: 'krant.nl', match: 'subtree', target: { entity: 'de-krant' }, sources: [] }] },
};
const packed = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(JSON.stringify(value)));

/** Files by name under `/register/`, as the extension holds them. */
async function hold(
  files: Record<string, Uint8Array<ArrayBuffer>>,
  hashOf: Uint8Array<ArrayBuffer> = files['000.json.gz'] ?? new Uint8Array(),
) {
  const parts = [{ file: '000.json.gz', sha256: await sha256(hashOf), bytes: hashOf.length }];
  const index = new TextEncoder().encode(JSON.stringify({ format: 1, version: part.version, built: part.built, parts }));
  const fetched = vi.fn(async (address: string) => {
    const name = address.replace('chrome-extension://abcdef/register/', '');
    const bytes = { 'index.json': index, ...files }[name];
    return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes);
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('answerFor', () => {
  it('answers from the device, out of two files of the extension itself', async () => {
    const fetched = await hold({ '000.json.gz': packed(part) });
    expect(await answerFor('https://www.krant.nl/bericht')).toMatchObject({ state: 'listed', entity: 'de-krant' });
    expect(fetched.mock.calls.map(([address]) => address)).toEqual([
      'chrome-extension://abcdef/register/index.json',
      'chrome-extension://abcdef/register/000.json.gz',
    ]);
  });

  it('does not read a part for an address without a public host', async () => {
    const fetched = await hold({ '000.json.gz': packed(part) });
    expect(await answerFor('about:blank')).toMatchObject({ state: 'unlisted', why: 'no-host' });
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is unlisted only when the part could be read', async () => {
    await hold({ '000.json.gz': packed(part) });
    expect(await answerFor('https://dorp.nl/')).toMatchObject({ state: 'unlisted', why: 'no-rule' });
  });

  const good = packed(part);
  const fallen = new Uint8Array(good);
  fallen[20] = (fallen[20] ?? 0) ^ 1;

  it.each<[string, Parameters<typeof hold>]>([
    ['is missing', [{}]],
    ['has a bit that fell over', [{ '000.json.gz': fallen }, good]],
    ['is not the one the index names', [{ '000.json.gz': packed({ ...part, version: '2026.11.24' }) }, good]],
    ['is whole but no gzip', [{ '000.json.gz': new TextEncoder().encode('{}') }]],
    ['is whole but has another shape', [{ '000.json.gz': packed({ ...part, entities: [] }) }]],
    ['is of a later format', [{ '000.json.gz': packed({ ...part, format: 2 }) }]],
  ])('is damaged, never unlisted, when the part %s', async (_, held) => {
    await hold(...held);
    expect(await answerFor('https://krant.nl/')).toEqual({ state: 'damaged' });
    expect(await answerFor('https://dorp.nl/')).toEqual({ state: 'damaged' });
  });

  it.each(['', '{}', '{"format":1,"parts":[]}'])('is damaged when the index is %j', async (text) => {
    vi.stubGlobal('fetch', async () => new Response(text));
    expect(await answerFor('https://krant.nl/')).toEqual({ state: 'damaged' });
  });
});

describe('a fact that the keepers took back', () => {
  it('is shown neither on the card nor in the explorer, though it came with the extension', async () => {
    const withdrawn = claim('De Krant', 'owned-by', 'Anna');
    const kept = claim('De Krant', 'published-by', 'Anna');
    const people = [entity('outlet', 'De Krant'), entity('person', 'Anna')];
    await hold({ '000.json.gz': packed({ ...slice(people, [withdrawn, kept]), hosts: part.hosts }) });
    await writeInUse({ ...PACKAGED_IN_USE, withdrawn: [withdrawn.id] });
    const answer = await answerFor('https://www.krant.nl/bericht');
    expect(answer.state === 'listed' && answer.slice.claims.map(({ id }) => id)).toEqual([kept.id]);
    expect((await wholeRegister()).register?.claims.map(({ id }) => id)).toEqual([kept.id]);
  });
});

describe('practiceAnswerFor', () => {
  it('knows the fictional outlets, which the list itself does not', async () => {
    const fictional = {
      ...part,
      hosts: { 'krant.example': [{ host: 'krant.example', match: 'subtree', target: { entity: 'de-krant' }, sources: [] }] },
    };
    await hold({ '000.json.gz': packed(part), 'practice.json.gz': packed(fictional) });
    expect(await practiceAnswerFor('https://krant.example/bericht')).toMatchObject({ state: 'listed' });
    expect(await answerFor('https://krant.example/bericht')).toMatchObject({ state: 'unlisted' });
    expect(await practiceAnswerFor('https://krant.nl/')).toMatchObject({ state: 'unlisted' });
  });

  it('is damaged when its layer is', async () => {
    await hold({ '000.json.gz': packed(part) });
    expect(await practiceAnswerFor('https://krant.example/')).toEqual({ state: 'damaged' });
  });
});
