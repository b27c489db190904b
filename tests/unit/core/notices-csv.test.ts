import { describe, expect, it } from 'vitest';
import { csvCell, noticesCsv } from '../../../lib/core/notices-csv';
import { ad, notice, version } from '../support/notices';

describe('noticesCsv', () => {
  it('gives a row for each version, with amounts as stated', () => {
    const older = version({ version: 1, ad: ad({ amount: [{ min: 10, max: 20, currency: 'DKK' }], sponsor: { naturalPerson: true } }) });
    const text = noticesCsv([notice({ versions: [version({ version: 2 }), older] })]);
    const [head, newer, old, end] = text.split('\r\n');
    expect(head).toMatch(/^notice,address,version,/);
    expect(newer).toContain('dijkreclame/abc123,https://verklaringen.example/dijkreclame/abc123,2,2027-01-09');
    expect(newer).toContain(',2500,EUR,10000,EUR,private eu,none,');
    expect(old).toContain('natural-person');
    expect(old).toContain(',10-20,DKK,');
    expect(end).toBe('');
  });

  it('says which items are not stated, not read or withheld', () => {
    const text = noticesCsv([notice({ versions: [version({ ad: ad({ payer: 'withheld', period: 'not-stated' }) })] })]);
    expect(text.split('\r\n')[1]).toMatch(/not-stated.*withheld.*not-stated.*not-read/);
  });

  it('runs nothing in a spreadsheet', () => {
    const evil = ad({ sponsor: { name: '=HYPERLINK("https://evil.example")' }, process: { words: '+1+cmd' }, channels: ['@SUM(A1)'] });
    const text = noticesCsv([notice({ versions: [version({ ad: evil })] })]);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(text).toContain(`"'+1+cmd"`);
    expect(text).toContain(`"'@SUM(A1)"`);
  });
});

describe('csvCell', () => {
  it.each([
    ['-5', '-5'],
    [-5, '-5'],
    ['-x', `"'-x"`],
    [' =x', `"' =x"`],
    ['\tx', `"'\tx"`],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['gewoon', 'gewoon'],
  ])('writes %j as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
