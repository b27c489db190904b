import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findCommand } from '../../../../../tools/register/command';
import { IMPORT_COMMANDS } from '../../../../../tools/register/import/commands';
import { type Folder, listFolder } from './list';

const PAGE = `<link rel="me" href="https://mastodon.example/@polderpost"><a rel="me" href="https://x.com/polderpost">x</a>`;

/** Runs a command line as `npm run register --` would. */
async function register(folder: Folder, ...line: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const found = findCommand(IMPORT_COMMANDS, line);
  if (found === null) throw new Error(`no command in "${line.join(' ')}"`);
  const code = await found.command.run([...found.args, '--practice', '--from', folder.root]);
  const text = (spy: typeof out): string => spy.mock.calls.map((call) => call.join(' ')).join('\n');
  const said = { code, out: text(out), err: text(err) };
  out.mockClear();
  err.mockClear();
  return said;
}

function saved(folder: Folder, name: string, text: string): string {
  const path = join(folder.root, name);
  writeFileSync(path, text);
  return path;
}

describe('register import accounts', () => {
  it('goes from a saved page to accounts in the list, one yes and one no', async () => {
    const folder = listFolder();
    const file = saved(folder, 'voor.html', PAGE);
    const line = ['import', 'accounts', file, '--url', 'https://www.polderpost.example/', '--retrieved', '2026-11-20'];
    const before = folder.read('entities/nl/polderpost.yaml');
    expect(await register(folder, ...line)).toMatchObject({ code: 0, out: expect.stringContaining('  2 proposed\n') });
    expect(folder.read('entities/nl/polderpost.yaml')).toBe(before);

    const path = 'proposed/accounts/polderpost.yaml';
    folder.write(
      path,
      folder
        .read(path)
        .replace(/^ {4}decision:$/m, '    decision: yes')
        .replace(/^ {4}decision:$/m, '    decision: no'),
    );
    const accepted = await register(folder, 'accept');
    expect(accepted.err).toBe('register: trying the answers in a copy of the register');
    expect(accepted.out).toContain('register: 1 accepted, 1 refused, 0 without an answer');
    expect(folder.read('entities/nl/polderpost.yaml')).toMatch(
      /\naccounts:\n {2}- platform: mastodon\n {4}handles: \[polderpost@mastodon.example\]\n {4}proof:\n {6}- \{kind: site-names-it, source: (accounts-polderpost-2026-11-20-\w{6})\}\n\nclaims:/,
    );
    expect(existsSync(join(folder.base, path))).toBe(false);

    const again = await register(folder, ...line);
    expect(again.out).toContain('  0 proposed\n  1 already in our list\n  1 refused before');
  });

  it('reads a list of files with their addresses, from the place of the list', async () => {
    const folder = listFolder();
    saved(folder, 'een pagina.html', PAGE);
    saved(folder, 'twee.html', '<a rel=me href=https://x.com/duinbode>x</a>');
    const list = saved(
      folder,
      'lijst.txt',
      '# twee sites\neen pagina.html https://polderpost.example/\n\ntwee.html\thttps://duinbode.example/\n',
    );
    expect((await register(folder, 'import', 'accounts', '--list', list, '--stored-copy')).out).toContain('  3 proposed');
    expect(folder.read('proposed/accounts/duinbode.yaml')).toContain('readAs: stored-copy');
    saved(folder, 'fout.txt', 'twee.html\n');
    expect((await register(folder, 'import', 'accounts', '--list', join(folder.root, 'fout.txt'))).err).toMatch(
      /fout.txt:1: "twee.html" is no file with its address/,
    );
  });

  it('asks the network for an address only, and says so', async () => {
    const folder = listFolder();
    const asked = vi.fn(async () => new Response(PAGE));
    vi.stubGlobal('fetch', asked);
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const said = await register(folder, 'import', 'accounts', 'https://www.polderpost.example/', '--dry-run');
    expect(asked).toHaveBeenCalledTimes(1);
    expect(said.err).toContain('register: asking https://www.polderpost.example/');
    expect(said.out).toContain('import accounts, nothing written\n  2 proposed');
    const file = saved(folder, 'voor.html', PAGE);
    await register(folder, 'import', 'accounts', file, '--url', 'https://polderpost.example/', '--dry-run');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('calls it wrong use when a page has no address, or nothing is named', async () => {
    const folder = listFolder();
    const file = saved(folder, 'voor.html', PAGE);
    for (const [line, why] of [
      [[], /name a saved page with its --url/],
      [[file], /1 file\(s\) and 0 address\(es\)/],
      [[file, '--url', 'polderpost'], /polderpost is no address of a page/],
      [[file, '--url', 'file:///etc/passwd'], /is no address of a page/],
      [['http://localhost/'], /is no address of a page/],
    ] as const)
      await expect(register(folder, 'import', 'accounts', ...line)).rejects.toThrow(why);
  });
});
