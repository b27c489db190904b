import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findCommand, helpOf } from '../../../../../tools/register/command';
import { IMPORT_COMMANDS } from '../../../../../tools/register/import/commands';
import { type Folder, listFolder } from './list';

interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line as `npm run register --` would. */
async function register(folder: Folder, ...line: string[]): Promise<Said> {
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
  out.mockRestore();
  err.mockRestore();
  return said;
}

function saved(folder: Folder, name: string, text: string | Uint8Array): string {
  const path = join(folder.root, name);
  writeFileSync(path, text);
  utimesSync(path, new Date('2026-11-20T12:00:00'), new Date('2026-11-20T12:00:00'));
  return path;
}

describe('import', () => {
  it('goes from a saved file to an accepted claim, and touches nothing of the list before that', async () => {
    const folder = listFolder();
    const before = folder.read('entities/nl/polderpost.yaml');
    const file = saved(folder, 'ads.txt', 'OWNERDOMAIN=noordzee.example\nx, 1, DIRECT\n');
    const imported = await register(folder, 'import', 'ads-txt', '--file', file, '--host', 'www.polderpost.example');
    expect(imported.code).toBe(0);
    expect(imported.out).toContain('  1 proposed\n');
    expect(imported.out).toContain('  1 left out: a line about who may sell advertising');
    expect(imported.out).toContain('practice/proposed/ads-txt/polderpost.yaml');
    expect(folder.read('entities/nl/polderpost.yaml')).toBe(before);

    const proposal = folder.read('proposed/ads-txt/polderpost.yaml');
    expect(proposal).toContain('retrieved: 2026-11-20');
    expect(proposal).toContain(`# 4. Klaar: npm run register -- accept --practice --from ${folder.root}\n`);
    folder.write('proposed/ads-txt/polderpost.yaml', proposal.replace('    decision:', '    decision: yes'));
    const accepted = await register(folder, 'accept');
    expect(accepted.out).toContain('register: 1 accepted, 0 refused, 0 without an answer');
    // The list here is a practice register alone, so the check that follows finds the rest in order.
    expect(accepted).toMatchObject({ code: 0, err: 'register: trying the answers in a copy of the register' });
    expect(folder.read('entities/nl/polderpost.yaml')).toContain('owned-by: noordzee');

    const again = await register(folder, 'import', 'ads-txt', '--file', file, '--host', 'polderpost.example');
    expect(again.out).toContain('  0 proposed\n  1 already in our list');
  });

  it('reads several files, each of its own site, on the day that is given', async () => {
    const folder = listFolder();
    const [one, other] = [saved(folder, 'a.txt', 'belongto=persbond.example'), saved(folder, 'b.txt', 'belongto=persbond.example')];
    const line = ['import', 'trust-txt', '--file', one, '--host', 'polderpost.example', '--file', other, '--host', 'duinbode.example'];
    expect((await register(folder, ...line, '--retrieved', '2026-01-02')).out).toContain('  2 proposed');
    expect(folder.read('proposed/trust-txt/duinbode.yaml')).toContain('retrieved: 2026-01-02');
  });

  it('writes nothing in a dry run', async () => {
    const folder = listFolder();
    const file = saved(folder, 'ads.txt', 'OWNERDOMAIN=noordzee.example');
    const said = await register(folder, 'import', 'ads-txt', '--file', file, '--host', 'polderpost.example', '--dry-run');
    expect(said.out).toContain('import ads-txt, nothing written\n  1 proposed');
    expect(existsSync(join(folder.base, 'proposed'))).toBe(false);
  });

  it('ends with 1 and one line about a file that is missing, too large, not UTF-8 or broken', async () => {
    const folder = listFolder();
    const of = (file: string) => register(folder, 'import', 'newsmediaorg', '--file', file, '--host', 'polderpost.example');
    expect(await of(join(folder.root, 'weg.html'))).toMatchObject({ code: 1, err: expect.stringMatching(/weg\.html: no such file$/) });
    expect(await of(saved(folder, 'groot.html', new Uint8Array(5 * 1024 * 1024 + 1)))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/more than the 5242880/),
    });
    expect((await of(saved(folder, 'oud.html', Uint8Array.of(10, 0xe9, 10)))).err).toMatch(/oud\.html:2: not written in UTF-8/);
    expect((await of(saved(folder, 'leeg.html', ''))).err).toMatch(/this page has no data about itself/);
  });

  it('ends with 1 when a file that waits cannot be read, and names its line', async () => {
    const folder = listFolder();
    folder.write('proposed/ads-txt/polderpost.yaml', 'about: polderpost\nimport: ads-txt\nmade: gisteren\nproposals: []\n');
    const file = saved(folder, 'ads.txt', 'OWNERDOMAIN=noordzee.example');
    const said = await register(folder, 'import', 'ads-txt', '--file', file, '--host', 'polderpost.example');
    expect(said.code).toBe(1);
    expect(said.err).toContain('proposed/ads-txt/polderpost.yaml:3: made: a day is 2021-05-03');
    expect((await register(folder, 'accept')).err).toContain('polderpost.yaml:3: made');
  });

  it('calls it wrong use when it is not told what to read, or whose it is', async () => {
    const folder = listFolder();
    const file = saved(folder, 'ads.txt', '');
    for (const [line, why] of [
      [['import', 'wikidata'], /--file FILE, or ask the network with --fetch/],
      [['import', 'ads-txt', '--file', file], /--host HOST/],
      [['import', 'ads-txt', '--file', file, '--host', 'localhost'], /no public host/],
      [['import', 'ads-txt', '--file', file, '--host', 'a.example', '--host', 'b.example'], /1 file\(s\) and 2 host\(s\)/],
      [['import', 'ads-txt', '--file', file, '--fetch', '--host', 'a.example'], /not both/],
      [['import', 'ads-txt', '--file', file, '--host', 'a.example', '--retrieved', 'gisteren'], /no day/],
    ] as const)
      await expect(register(folder, ...line), line.join(' ')).rejects.toThrow(why);
  });

  it('has help with an example for each command', () => {
    for (const command of IMPORT_COMMANDS) expect(helpOf(command)).toContain(`Example: npm run register -- ${command.name}`);
  });
});
