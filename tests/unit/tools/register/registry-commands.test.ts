import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildCommand, checkCommand } from '../../../../tools/register/registry-commands';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a folder that is no registry', () => {
  it('is not found to be in order, and nothing is built from it', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const nowhere = join(import.meta.dirname, 'no-such-folder');
    expect(checkCommand(nowhere, false)).toBe(1);
    expect(buildCommand(nowhere, join(nowhere, 'built'), true)).toBe(1);
    expect(said.mock.calls.flat().join('\n')).toContain('is no registry: it has no folder "entities"');
  });
});
