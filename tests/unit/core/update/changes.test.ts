import { describe, expect, it } from 'vitest';
import { applySteps, parseChanges, stepsBetween } from '../../../../lib/core/update/changes';
import type { TreeFile } from '../../../../lib/core/update/manifest';
import { planFiles } from '../../../../lib/core/update/plan';

/** Repeats itself: the same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('steps from one text to another', () => {
  it.each([
    ['a changed line', 'a\nb\nc', 'a\nx\nc'],
    ['a line more', 'a\nb', 'a\nb\nc'],
    ['a line at the head', 'b', 'a\nb'],
    ['a line less', 'a\nb\nc', 'a\nc'],
    ['lines in another order', 'a\nb\nc\nd', 'd\na\nc\nb'],
    ['the same line many times', 'a\na\nb\na', 'a\nb\nb\na\na'],
    ['nothing in common', 'a\nb', 'x\ny\nz'],
    ['the same text', 'a\nb', 'a\nb'],
    ['an empty text before', '', 'a\nb'],
    ['an empty text after', 'a\nb', ''],
  ])('lead there: %s', (_, before, after) => {
    expect(applySteps(before, stepsBetween(before, after))).toBe(after);
  });

  it('lead there for any texts', () => {
    const chance = numbers(7);
    const text = (): string => Array.from({ length: chance() * 40 }, () => 'abcdefghijklm'[Math.floor(chance() * 13)]).join('\n');
    for (let at = 0; at < 500; at++) {
      const [before, after] = [text(), text()];
      expect(applySteps(before, stepsBetween(before, after))).toBe(after);
    }
  });

  it('name only what changed', () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}`);
    const after = lines.map((line, at) => (at === 500 ? 'other' : line));
    expect(stepsBetween(lines.join('\n'), after.join('\n'))).toEqual([500, -1, 'other', 499]);
  });

  it.each([
    ['take more lines than there are', [5]],
    ['leave out more lines than there are', [-5]],
    ['stop before the end', [1]],
  ])('that do not fit are no text: they %s', (_, steps) => {
    expect(applySteps('a\nb', steps)).toBeNull();
  });
});

describe('a file of changes', () => {
  const good = { kind: 'colofon-changes', format: 1, parts: [{ number: 0, from: 'a'.repeat(64), steps: [1, 'x', -1] }] };

  it('is read as it was written', () => {
    expect(parseChanges(JSON.stringify(good))).toEqual({ ok: true, value: good });
  });

  it.each<[string, unknown]>([
    ['another kind', { ...good, kind: 'colofon-register' }],
    ['a step of nothing', { ...good, parts: [{ number: 0, from: 'a'.repeat(64), steps: [0] }] }],
    ['a step that is no step', { ...good, parts: [{ number: 0, from: 'a'.repeat(64), steps: [{ copy: 1 }] }] }],
    ['a part below zero', { ...good, parts: [{ number: -1, from: 'a'.repeat(64), steps: [] }] }],
    ['no hash', { ...good, parts: [{ number: 0, from: 'x', steps: [] }] }],
  ])('is refused with %s', (_, file) => {
    expect(parseChanges(JSON.stringify(file)).ok).toBe(false);
  });
});

describe('the plan', () => {
  const file = (name: string, bytes: number): TreeFile => ({
    sha256: name.repeat(64),
    packed: name.toUpperCase().repeat(64),
    bytes,
  });
  const [a, b, index, changes] = [file('a', 1000), file('b', 2000), file('c', 10), file('d', 300)];
  const manifest = {
    kind: 'colofon-register' as const,
    format: 1 as const,
    generation: 1,
    release: 1,
    version: '2026.11.23',
    built: '2026-11-23',
    published: '',
    expires: '',
    parts: [a, b, a, b],
    index,
    changes: [{ from: 'e', ...changes }],
    withdrawn: [],
    adaptersOff: [],
  };

  it('fetches each missing file once', () => {
    expect(planFiles(manifest, new Set(), null)).toEqual({ changes: null, files: [a, b, index] });
    expect(planFiles(manifest, new Set([a.sha256, index.sha256]), null)).toEqual({ changes: null, files: [b] });
  });

  it('takes changes from the edition on the device, when they weigh less', () => {
    expect(planFiles(manifest, new Set(), 'e')).toEqual({ changes, files: [index] });
    expect(planFiles(manifest, new Set(), 'another')).toEqual({ changes: null, files: [a, b, index] });
    expect(planFiles({ ...manifest, changes: [{ from: 'e', ...changes, bytes: 4000 }] }, new Set(), 'e').changes).toBeNull();
  });

  it('asks for no changes when nothing is missing', () => {
    expect(planFiles(manifest, new Set([a, b, index].map(({ sha256 }) => sha256)), 'e')).toEqual({ changes: null, files: [] });
  });
});
