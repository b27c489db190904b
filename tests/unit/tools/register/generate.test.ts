import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { mergeParts, parsePart } from '../../../../lib/core/parts';
import { buildParts } from '../../../../tools/register/build';
import { WrongUse } from '../../../../tools/register/command';
import { generate } from '../../../../tools/register/generate';
import { generateCommand } from '../../../../tools/register/generate-command';
import { COMPILED } from '../../../../tools/register/places';

const built = (changed: number, seed = 1) => buildParts(generate({ domains: 600, seed, changed }));

describe('an invented register', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(built(0).index).toEqual(built(0).index);
    expect(built(0, 2).index.parts).not.toEqual(built(0).index.parts);
  });

  it('has that many domains, of which the extension can read each part', () => {
    const { files, index } = built(0);
    const parts = files.map(({ bytes }) => parsePart(JSON.parse(gunzipSync(bytes).toString())));
    expect(parts.filter(({ ok }) => !ok)).toEqual([]);
    const whole = mergeParts(parts.flatMap((part) => (part.ok ? [part.value] : [])));
    expect(Object.keys(whole?.hosts ?? {})).toHaveLength(600);
    expect(Object.keys(whole?.hosts ?? {}).filter((host) => !host.endsWith('.example'))).toEqual([]);
    expect(whole?.claims.length).toBe(index.counts.claims);
    expect(new Set(whole?.claims.map(({ id }) => id)).size).toBe(index.counts.claims);
  });

  it('changes that share of the outlets, evenly spread, and nothing else', () => {
    const [before, after] = [generate({ domains: 600, seed: 1, changed: 0 }), generate({ domains: 600, seed: 1, changed: 0.01 })];
    const known = new Set(before.claims.map((claim) => JSON.stringify(claim)));
    const fresh = after.claims.filter((claim) => !known.has(JSON.stringify(claim)));
    expect(fresh).toHaveLength(6);
    expect(after.claims).toHaveLength(before.claims.length + 6);
    expect(fresh.every(({ predicate }) => predicate === 'owned-by')).toBe(true);
    expect([before.checked, after.checked]).toEqual(['2026-11-23', '2026-11-24']);
  });
});

describe('the command', () => {
  it('writes what register build would, and nothing when asked not to', () => {
    const say = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const folder = mkdtempSync(join(tmpdir(), 'colofon-generated-'));
    try {
      expect(generateCommand({ domains: '10', to: folder, 'dry-run': true })).toBe(0);
      expect(readdirSync(folder)).toEqual([]);
      expect(generateCommand({ domains: '10', to: folder })).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(['000.json.gz', 'contents.json', 'index.json', 'news-hosts.json']);
      expect(say.mock.calls.flat().join('\n')).toContain('10 domains');
    } finally {
      say.mockRestore();
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    [{ domains: '0', to: '/nowhere' }],
    [{ domains: 'veel', to: '/nowhere' }],
    [{ changed: '100', to: '/nowhere' }],
    [{ seed: '-1', to: '/nowhere' }],
    [{}],
    [{ to: COMPILED }],
  ])('refuses %j', (values) => {
    expect(() => generateCommand(values)).toThrow(WrongUse);
  });
});
