import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../lib/core/card';
import { findHost } from '../../../lib/core/hosts';
import { type PartLines, partLines, sliceOf } from '../../../lib/core/part-lines';
import { parsePart } from '../../../lib/core/parts';
import type { RegisterPart } from '../../../lib/core/register';
import { packagedText, partText, treeTextOf } from '../../../lib/core/update/part-text';
import { buildParts } from '../../../tools/register/build';
import { generate } from '../../../tools/register/generate';
import { claim, entity, slice } from '../support/register';

const EDITION = { version: '2026.11.23', built: '2026-11-23' };

function linesOf(text: string): PartLines {
  const lines = partLines(text);
  if (lines === null) throw new Error('not spelled by line');
  return lines;
}

function sliceFor(text: string, domain: string): RegisterPart {
  const found = sliceOf(linesOf(text), domain, EDITION);
  if (!found.ok) throw new Error(found.why);
  return found.value;
}

/** De Krant of Anna, with a rule of its own. */
function krant(more: Partial<RegisterPart> = {}): RegisterPart {
  return {
    ...slice([entity('outlet', 'De Krant'), entity('person', 'Anna'), entity('outlet', 'Ander')], [claim('De Krant', 'owned-by', 'Anna')]),
    ...EDITION,
    hosts: { 'krant.nl': [{ host: 'krant.nl', match: 'subtree', target: { entity: 'de-krant' }, sources: [] }] },
    ...more,
  };
}

describe('a slice of a part', () => {
  it('says about a domain exactly what the whole part says', () => {
    const { files } = buildParts(generate({ domains: 120, seed: 5, changed: 0.1 }));
    let asked = 0;
    for (const { bytes } of files) {
      const text = gunzipSync(bytes).toString();
      const whole = parsePart(JSON.parse(text));
      if (!whole.ok) throw new Error(whole.why);
      for (const domain of Object.keys(whole.value.hosts)) {
        for (const path of ['/nieuws', '/regio/nieuws']) {
          const found = sliceFor(text, domain);
          const hostIn = (part: RegisterPart) => findHost(`https://www.${domain}${path}`, (key) => part.hosts[key] ?? []);
          const answer = hostIn(found);
          expect(answer).toEqual(hostIn(whole.value));
          if (answer.kind !== 'entity') throw new Error('every invented domain has an outlet');
          const { entity: id } = answer;
          // But for the list of all entities, which names are looked up in.
          const told = (part: RegisterPart) => ({ ...profileOf(part, id, '2026-12-01'), entities: null });
          expect(told(found)).toEqual(told(whole.value));
          asked += 1;
        }
      }
    }
    expect(asked).toBe(240);
  });

  it('holds what is behind the domain and nothing else', () => {
    const found = sliceFor(partText(krant()), 'krant.nl');
    expect(Object.keys(found.entities).sort()).toEqual(['anna', 'de-krant']);
    expect(found.claims).toHaveLength(1);
    expect(found).toMatchObject(EDITION);
  });

  it('is empty for a domain that is not there, also when something else has its name', () => {
    for (const domain of ['elders.nl', 'de-krant', 'rant.nl']) {
      const { hosts, entities, claims } = sliceFor(partText(krant()), domain);
      expect({ hosts, entities, claims }).toEqual({ hosts: {}, entities: {}, claims: [] });
    }
  });

  it('is not misled by a text that looks like a record', () => {
    const named = entity('outlet', 'De Krant');
    const sly = { ...named, names: [{ name: '\n"krant.nl":[],\n],"entities":{ "subject":"de-krant"' }] };
    const part = krant();
    const found = sliceFor(partText({ ...part, entities: { ...part.entities, 'de-krant': sly } }), 'krant.nl');
    expect(found.entities['de-krant']).toEqual(sly);
    expect(found.claims).toHaveLength(1);
  });

  it.each<[string, (text: string) => string]>([
    ['an owner is missing', (text) => text.replace(/\n"anna":.*?\n/, '\n')],
    ['a line is no JSON', (text) => text.replace('"krant.nl":[{', '"krant.nl":[{{')],
    ['a field has another shape', (text) => text.replace('"kind":"person"', '"kind":"spook"')],
    ['a field would rank', (text) => text.replace('"kind":"person"', '"kind":"person","trust":3')],
  ])('is refused when %s', (_, change) => {
    const text = partText(krant());
    expect(change(text)).not.toBe(text);
    expect(sliceOf(linesOf(change(text)), 'krant.nl', EDITION).ok).toBe(false);
  });
});

describe('a part that has to be read whole', () => {
  it.each<[string, string]>([
    ['on one line', JSON.stringify(krant())],
    ['on one line in the same order', partText(krant()).replaceAll('\n', '')],
    ['indented', JSON.stringify(krant(), null, 2)],
    ['cut off', partText(krant()).slice(0, -3)],
    ['of a later format', partText(krant()).replace('"format":1', '"format":2')],
    ['empty', ''],
  ])('is one that is %s', (_, text) => {
    expect(partLines(text)).toBeNull();
  });
});

describe('a part in the package', () => {
  it('is the file of the tree with the edition in it', () => {
    const text = packagedText(krant());
    expect(JSON.parse(text)).toEqual(krant());
    expect(treeTextOf(text)).toBe(partText(krant()));
    expect(treeTextOf(JSON.stringify(krant()))).toBeNull();
    expect(treeTextOf(partText(krant()))).toBeNull();
  });

  it('is known by the hash of that file', async () => {
    const { contents, files } = buildParts(generate({ domains: 20, seed: 2, changed: 0 }));
    const text = treeTextOf(gunzipSync(files[0]?.bytes ?? new Uint8Array()).toString()) ?? '';
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');
    expect(contents[0]).toBe(hash);
  });
});
