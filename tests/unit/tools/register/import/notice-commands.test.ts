import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findCommand, WrongUse } from '../../../../../tools/register/command';
import { COMMANDS } from '../../../../../tools/register/commands';
import { formatted } from '../../../../../tools/register/format';
import { SMALL } from '../folder';

const FILE = 'notices/politiekereclame/abc123.yaml';

/** An invented statement, as the public API gives it. */
const item = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  public_id: 'abc123',
  theme_link: { label: 'Provinciale Statenverkiezingen 2027' },
  versions: 1,
  date_published: '2027-01-09T10:00:00',
  opdrachtgever_naam_organisatie: 'Partij van de Dijk',
  opdrachtgever_kvk_nummer: '12345678',
  opdrachtgever_contactpersoon: 'Anna de Vries',
  betaalde_media_waarde_euro: '2500',
  totale_waarde_campagne_euro: '10000',
  ...changes,
});

interface Folder {
  root: string;
  read: (file: string) => string;
  save: (name: string, content: unknown) => string;
  files: () => string[];
}

function folder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'notices-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(SMALL)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), formatted(text));
  }
  return {
    root,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    save: (name, content) => {
      writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
      return join(root, name);
    },
    files: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
        .map((entry) => entry.name)
        .sort(),
  };
}

/** Runs a command line as `npm run register --` would. */
async function register({ root }: Folder, ...line: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const found = findCommand(COMMANDS, line);
  if (found === null) throw new Error(`no command in "${line.join(' ')}"`);
  try {
    const code = await found.command.run([...found.args, '--from', root]);
    const text = (spy: typeof out): string => spy.mock.calls.map((call) => call.join(' ')).join('\n');
    return { code, out: text(out), err: text(err) };
  } finally {
    vi.restoreAllMocks();
  }
}

const DAY = ['--retrieved', '2027-01-20'] as const;

describe('register import politiekereclame', () => {
  it('writes a file for each notice and the source, in order', async () => {
    const at = folder();
    const result = await register(at, 'import', 'politiekereclame', at.save('a.json', { items: [item()] }), ...DAY);
    expect(result).toMatchObject({ code: 0, out: expect.stringContaining('1 new notice(s), 0 new version(s), 0 already there') });
    expect(result.out).toContain('register: in order');
    expect(at.read(FILE)).toContain('sponsor: {name: Partij van de Dijk, numbers: {kvk: "12345678"}}');
    expect(at.read(FILE)).not.toMatch(/Anna|not-read/);
    expect(at.read('sources/politiekereclame-2027-01-20.yaml')).toContain('retrieved: 2027-01-20');
  });

  it('changes nothing the second time, and adds a later version above the first', async () => {
    const at = folder();
    const first = at.save('a.json', { items: [item()] });
    await register(at, 'import', 'politiekereclame', first, ...DAY);
    const before = at.read(FILE);
    const again = await register(at, 'import', 'politiekereclame', first, '--retrieved', '2027-01-21');
    expect(again.out).toContain('0 new notice(s), 0 new version(s), 1 already there');
    expect(at.read(FILE)).toBe(before);
    expect(existsSync(join(at.root, 'sources/politiekereclame-2027-01-21.yaml'))).toBe(false);

    const later = at.save('b.json', {
      items: [item({ versions: 2, betaalde_media_waarde_euro: '3000', date_published: '2027-01-12T08:00:00' })],
    });
    const newer = await register(at, 'import', 'politiekereclame', later, '--retrieved', '2027-01-22');
    expect(newer).toMatchObject({ code: 0, out: expect.stringContaining('0 new notice(s), 1 new version(s)') });
    const text = at.read(FILE);
    expect(text.indexOf('value: 3000')).toBeLessThan(text.indexOf('value: 2500'));
    expect(text).toContain('value: 2500');
  });

  it('keeps another text under a number that was used before, and marks it', async () => {
    const at = folder();
    await register(at, 'import', 'politiekereclame', at.save('a.json', [item()]), ...DAY);
    await register(at, 'import', 'politiekereclame', at.save('b.json', [item({ betaalde_media_waarde_euro: '9999' })]), ...DAY);
    expect(at.read(FILE)).toMatch(/value: 9999[\s\S]*problems: \[same-number-other-text\]|value: 2500[\s\S]*value: 9999/);
    expect(at.read(FILE).match(/version: 1/g)).toHaveLength(2);
  });

  it('leaves out again what a keeper took out', async () => {
    const at = folder();
    const file = at.save('a.json', [item()]);
    await register(at, 'import', 'politiekereclame', file, ...DAY);
    const without = at.read(FILE).replace(/sponsor: \{.*\}\}/, 'sponsor: withheld');
    writeFileSync(join(at.root, FILE), without);
    await register(at, 'import', 'politiekereclame', file, ...DAY);
    expect(at.read(FILE)).toBe(without);
  });

  it('writes nothing with --dry-run, and says what it would write', async () => {
    const at = folder();
    const before = at.files();
    const result = await register(at, 'import', 'politiekereclame', at.save('a.json', [item()]), ...DAY, '--dry-run');
    expect(result).toMatchObject({ code: 0, out: expect.stringContaining(`would write: ${FILE}`) });
    expect(at.files()).toEqual(before);
  });

  it.each<[string, unknown, RegExp]>([
    ['one bad item among good ones', [item(), item({ public_id: '<script>' })], /item 2 has no number/],
    ['broken JSON', '{"items": [', /broken JSON/],
    ['something else', { hello: 1 }, /has no number|no answer/],
    ['a gigantic file', `"${'x'.repeat(6 * 1024 * 1024)}"`, /more than the 5242880/],
  ])('writes nothing at all for %s', async (_, content, why) => {
    const at = folder();
    const before = at.files();
    const result = await register(at, 'import', 'politiekereclame', at.save('a.json', content), ...DAY);
    expect(result.code).toBe(1);
    expect(result.err).toMatch(why);
    expect(at.files()).toEqual(before);
  });

  it('counts persons without naming them', async () => {
    const at = folder();
    const items = [
      item({ opdrachtgever_naam_organisatie: 'Anna de Vries', opdrachtgever_kvk_nummer: '' }),
      item({ public_id: 'def456', opdrachtgever_naam_organisatie: '', opdrachtgever_kvk_nummer: '', opdrachtgever_achternaam: 'De Vries' }),
    ];
    const result = await register(at, 'import', 'politiekereclame', at.save('a.json', items), ...DAY);
    expect(result.out).toContain("1 time(s) a person, whose name is not kept; 1 name(s) withheld because they may be a person's");
    expect(`${result.out}${result.err}${at.read(FILE)}`).not.toMatch(/Anna|Vries/);
  });

  it('asks no other site than its own', async () => {
    const at = folder();
    await expect(register(at, 'import', 'politiekereclame', 'https://ander.example/statements')).rejects.toThrow(WrongUse);
    await expect(register(at, 'import', 'politiekereclame', 'http://politiekereclame.nl/api/public/statements')).rejects.toThrow(
      'no https address',
    );
    await expect(register(at, 'import', 'politiekereclame')).rejects.toThrow('name a saved response');
    await expect(register(at, 'import', 'ttpa', '--fetch')).rejects.toThrow('no one place to ask');
  });

  it('does not touch a register that is not in order', async () => {
    const at = folder();
    writeFileSync(join(at.root, 'entities/nl/krant.yaml'), 'id: [');
    const result = await register(at, 'import', 'politiekereclame', at.save('a.json', [item()]), ...DAY);
    expect(result).toMatchObject({ code: 1, err: expect.stringContaining('not in order') });
  });

  it('takes all pages of the public answer, one after the other', async () => {
    const at = folder();
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: URL) => {
      asked.push(address.search);
      const page = Number(address.searchParams.get('page'));
      const items = Array.from({ length: page === 1 ? 100 : 3 }, (_, n) => item({ public_id: `p${page}n${String(n).padStart(3, '0')}` }));
      return new Response(JSON.stringify({ items }));
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const result = await register(at, 'import', 'politiekereclame', '--fetch', '--dry-run');
    expect(asked).toEqual(['?page=1&limit=100', '?page=2&limit=100']);
    expect(result.out).toContain('103 new notice(s)');
  });
});

describe('register import ttpa and dpg-political-ads', () => {
  it('number versions themselves where the publisher does not', async () => {
    const at = folder();
    const doc = (amount: number): object => ({
      '@type': 'TransparencyNotice',
      '@id': 'https://polders.example/nl/A94HT',
      hasFunding: { '@type': 'Funding', totalAmount: { value: amount, currency: 'DKK' } },
    });
    await register(at, 'import', 'ttpa', at.save('a.jsonld', doc(100)), ...DAY);
    await register(at, 'import', 'ttpa', at.save('a.jsonld', doc(100)), ...DAY);
    const second = await register(at, 'import', 'ttpa', at.save('b.jsonld', doc(200)), ...DAY);
    expect(second.out).toContain('0 new notice(s), 1 new version(s)');
    const text = at.read('notices/ttpa/polders.example--nl--A94HT.yaml');
    expect(text.match(/version: \d/g)).toEqual(['version: 2', 'version: 1']);
    expect(text).toContain('amount: [{value: 200, currency: DKK}]');
  });

  it('take over what DPG Media lists', async () => {
    const at = folder();
    const list = {
      campaignItems: [
        { id: 7, sponsorName: 'Partij van de Dijk', budgetLowerBound: 0, budgetUpperBound: 99, publicationStartDate: '2027-02-01' },
      ],
    };
    const result = await register(at, 'import', 'dpg-political-ads', at.save('d.json', list), ...DAY);
    expect(result).toMatchObject({ code: 0, out: expect.stringContaining('written: notices/dpg/7.yaml') });
  });
});
